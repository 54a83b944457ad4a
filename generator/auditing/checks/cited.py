"""The cited article is about what it is cited for.

An article that exists, is in force and holds the number can still be the wrong one.  Of all articles of its law the right one is
nearly always the first by what it shares with the statement, those left out that the record cites besides.  The words of the
record's other articles speak with its own (an old provision is the one most like its successor), in a measure that is fixed for
each role: so of all numbers one passes, and no more.  Where a citation is another one, something else must speak for it: the
number in the statement, many records that cite it for the same purpose, the conduct that a power is for, or a person who looked
(``confirmed``), whose word no longer fits once the number changes (E630).
"""

import re
from collections.abc import Iterable, Iterator

from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.lookup import day_of, part_of
from generator.auditing.official import Edition, Official
from generator.auditing.statements import linked, statement
from generator.kinds import BasisValue, Record
from generator.library import Citing, Library
from generator.library.links import citations

#: Kind and role → among how many first articles of its law a citation must be, and what share of what the likest article
#: has in common with the statement it must have too.  Ten is the most anywhere (measured on the content of November 2026: of the
#: true ones of a role 91 to 100 % are among the first ten); fewer and more where true citations of the role keep it.
FIRST: dict[tuple[str, str], tuple[int, float]] = {
    ("benchmark", "basis"): (3, 0.5),
    ("benchmark", "basis_then"): (3, 0.5),
    ("case", "questions"): (10, 0.3),
    ("concordance", "new"): (6, 0.4),
    ("concordance", "old"): (4, 0.4),
    ("concordance", "also"): (5, 0.5),
    ("conduct", "penalties"): (5, 0.5),
    ("conduct", "prohibited_by"): (8, 0.4),
    ("education-duty", "articles"): (8, 0.5),
    ("education-duty", "basis"): (3, 0.4),
    ("exemption", "basis"): (3, 0.4),
    ("must-know", "articles"): (6, 0.4),
    ("must-know", "basis"): (3, 0.4),
    ("obligation", "basis"): (8, 0.3),
    ("occasion", "advice"): (5, 0.4),
    ("power-item", "basis"): (5, 0.4),
    ("procedure", "limits"): (3, 0.5),
    ("procedure", "steps"): (8, 0.35),
    ("question", "basis"): (3, 0.5),
    ("question", "parts"): (3, 0.5),
    ("responsibility", "accountability"): (3, 0.4),
    ("responsibility", "basis"): (6, 0.4),
    ("term", "basis"): (8, 0.4),
}
#: Roles whose articles punish, and those whose articles say what is to be done; the rest may cite either.
_PENAL = frozenset(
    {("benchmark", "basis"), ("benchmark", "basis_then"), ("concordance", "also"), ("conduct", "penalties")}
)
_ORDERS = frozenset({("conduct", "prohibited_by"), ("obligation", "basis")})
#: What else may follow than what an authority imposes: damages by the multiple, a ban by the law itself.
_FOLLOWS = re.compile(r"赔偿金|不得(?:再次|重新)?(?:申请|从事|担任)")
#: Roles of the two sides of a row of old and new: what one side does the other does.
_SIDES = {("concordance", "old"): "new", ("concordance", "new"): "old"}
#: How much the words of the record's other articles count beside its own, by role (measured: so the true ones are first most
#: often); nothing elsewhere.  One weighing for each role: with several, each would have a first article of its own, and a wrong
#: number had so many chances.
_BESIDE = {
    ("benchmark", "basis"): 0.5,
    ("benchmark", "basis_then"): 1.0,
    ("concordance", "old"): 1.0,
    ("concordance", "new"): 9.0,
    ("conduct", "penalties"): 0.5,
    ("exemption", "basis"): 9.0,
    ("must-know", "articles"): 0.5,
    ("obligation", "basis"): 1.0,
    ("power-item", "basis"): 1.0,
}
#: Roles whose records say nothing of what the article says: why a unit teaches, by what it answers.
_UNSAID = frozenset({("education-duty", "basis"), ("responsibility", "accountability")})
#: Roles in which the same few articles serve for many records → how many others that cite it speak for it; and those in which
#: one serves for most: half of the others that cite its law.
_COMMON = {
    ("responsibility", "accountability"): 3,
    ("must-know", "basis"): 1,
}
_MOST = frozenset({("education-duty", "basis"), ("power-item", "basis")})
_HALF = 0.5
#: Kinds whose text names the article by its number.
_NAMING = frozenset({"question"})
_NUMBER = re.compile(r"第(\d+)条")


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E625 for each citation of an article that seems to be about something else."""
    for kind in dict.fromkeys(kind for kind, _ in FIRST):
        for record in library.all(kind):
            for citing in citations(kind, record):
                if what := _strange(library, official, citing):
                    yield doubt(record, what, citing.at, "E625", "讲的好像不是这里说的事")


def _strange(library: Library, official: Official, citing: Citing) -> str:
    """What a person must look at; empty where the citation is plausible."""
    bound = FIRST.get((citing.kind, citing.role))
    basis = citing.basis
    edition = official.cited(library.regulation(basis.regulation), basis, day_of(library, citing.record))
    if bound is None or edition is None or (basis.article, basis.suffix) not in edition.articles:
        return ""
    what = f"条文 {library.cite(basis)}"
    if citing.path[-1] == "working":
        sound = "工作日" in edition.articles[basis.article, basis.suffix].text
    else:
        own = statement(library, citing)
        sound = _first(library, official, citing, edition, own) or _named(own, citing) or _spoken_for(library, citing)
    return "" if sound else what


def _first(library: Library, official: Official, citing: Citing, edition: Edition, own: str) -> bool:
    """Whether the article is the first of all that could be cited here.

    Which one is first does not depend on which is cited, so that of all numbers no more than one passes.  Left out are what the
    record cites besides, and what does not do what the role asks for (punish, or say what is to be done).  Where a list cites two
    parts of the article, the next could stand in the place of one of them: then a person looks.
    """
    key, role = (citing.basis.article, citing.basis.suffix), (citing.kind, citing.role)
    punishes = _to_punish(library, official, citing)
    rank, near = edition.likeness.near(own, key)
    first, share = FIRST[role]
    penal = key in edition.penal or (role in _PENAL and _FOLLOWS.search(edition.articles[key].text) is not None)
    if role in _UNSAID or rank > first or near < share or punishes not in (None, penal):
        return False
    every = list(citations(citing.kind, citing.record))
    others = [one.basis for one in every if one.basis.whole != citing.basis.whole]
    beside = {(one.article, one.suffix) for one in others if one.regulation == citing.basis.regulation}
    law = _words(library, official, citing.record, others) if role in _BESIDE else ""
    ranked = (
        one
        for one in edition.likeness.ranked(own, f"{own} {law}" if law else "", _BESIDE.get(role, 0), first + len(every))
        if one not in beside and (one == key or punishes in (None, one in edition.penal))
    )
    if next(ranked, None) != key:
        return False
    again = sum(one.basis.whole == citing.basis.whole and one.path[:-1] == citing.path[:-1] for one in every) > 1
    second = next(ranked, None) if again else None
    rank, near = edition.likeness.near(own, second) if second else (first + 1, 0.0)
    return rank > first or near < share


def _to_punish(library: Library, official: Official, citing: Citing) -> bool | None:
    """Whether the role asks for an article that punishes or for one that says what is to be done; None where for either."""
    role = (citing.kind, citing.role)
    if role in _PENAL or role in _ORDERS:
        return role in _PENAL
    return _punishes(library, official, citing) if role in _SIDES else None


def _words(library: Library, official: Official, record: Record, bases: Iterable[BasisValue]) -> str:
    parts = (part_of(library, official, record, one) for one in bases if library.get("regulation", one.regulation))
    return " ".join(part.text for part in parts if part)


def _punishes(library: Library, official: Official, citing: Citing) -> bool | None:
    """Whether the articles of the other side of a row punish, all of them; None where some do or there are none."""
    other = getattr(citing.record, _SIDES[citing.kind, citing.role])
    bases = other if isinstance(other, tuple) else (other,) if other else ()
    found = set()
    for basis in bases:
        edition = official.cited(library.regulation(basis.regulation), basis, day_of(library, citing.record))
        found.add(edition is not None and (basis.article, basis.suffix) in edition.penal)
    return found.pop() if len(found) == 1 else None


def _named(own: str, citing: Citing) -> bool:
    """Whether the statement names the article by its number, and no other that the record does not cite."""
    if citing.kind not in _NAMING:
        return False
    beside = {one.basis.key for one in citations(citing.kind, citing.record)} - {citing.basis.key}
    return set(_NUMBER.findall(own)) - beside == {citing.basis.key}


def _spoken_for(library: Library, citing: Citing) -> bool:
    """Whether other records cite the article: for the same purpose, or as what the record is about."""
    basis, role = citing.basis, (citing.kind, citing.role)
    same = _others(library.cited_by(basis.regulation, basis.key), citing)
    if (needed := _COMMON.get(role)) and len(same) >= needed:
        return True
    if role in _MOST and same and len(same) >= _HALF * len(_others(library.citing(basis.regulation), citing)):
        return True
    return citing.kind == "power-item" and _punished_by(library, citing)


def _others(citings: Iterable[Citing], citing: Citing) -> set[str]:
    """The other records among those that cite in the same role."""
    return {o.record.id for o in citings if (o.kind, o.role) == (citing.kind, citing.role)} - {citing.record.id}


def _punished_by(library: Library, citing: Citing) -> bool:
    """Whether a power cites every article by which its body punishes the conduct that it is for, and this is one of them."""
    conducts = (one for kind, one in linked(library, citing.kind, citing.record) if kind == "conduct")
    names = getattr(library.get("unit", getattr(citing.record, "body", "")), "acts_as", ())
    asked = {
        penalty.basis.whole
        for one in conducts
        for penalty in getattr(one, "penalties", ())
        if any(name in penalty.authority for name in names)
    }
    asked = {basis for basis in asked if basis.regulation == citing.basis.regulation}
    ours = {one.basis.whole for one in citations(citing.kind, citing.record)}
    return citing.basis.whole in asked <= ours


CHECK = Check("cited", "所引条文讲的是这件事", ("E625",), run)
