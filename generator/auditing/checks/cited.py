"""The cited article is about what it is cited for.

An article that exists, is in force and holds the number can still be the wrong one.  The right one is nearly always among the
first of its law by what it shares with the statement, and the very first of those that the record does not cite besides: its
neighbours share much with the statement too, and would pass for it.  The words of the record's other articles speak with its own
(an old provision is the one most like its successor).  Where a citation is not so near, something else must speak for it: a
linked record that cites it, another record that cites it for the same purpose, or a person who looked (``confirmed``).
"""

import re
from collections.abc import Iterator

from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.lookup import day_of, part_of, texts_of
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
#: Of the articles that the record does not cite besides, so many may be nearer to the statement: none, and one in the roles whose
#: words are far from the law's (a prohibition is told by its breach, a term by what it means).
_NEARER = {("case", "questions"): 1, ("conduct", "prohibited_by"): 1, ("procedure", "steps"): 1, ("term", "basis"): 1}
#: Roles whose articles punish, and those that do where the article that took their place does.
_PENAL = frozenset(
    {("benchmark", "basis"), ("benchmark", "basis_then"), ("concordance", "also"), ("conduct", "penalties")}
)
#: What else may follow than what an authority imposes: damages by the multiple, a ban by the law itself.
_FOLLOWS = re.compile(r"赔偿金|不得(?:再次|重新)?(?:申请|从事|担任)")
_AS_NEW = frozenset({("concordance", "old")})
#: Roles in which the same few articles serve for many records → how many others that cite it speak for it.
_COMMON = {
    ("responsibility", "accountability"): 1,
    ("education-duty", "basis"): 1,
    ("education-duty", "articles"): 3,
    ("must-know", "basis"): 1,
    ("case", "questions"): 3,
    ("power-item", "basis"): 4,
}
#: Kinds whose records are about other records, either way: what these cite speaks for a citation.
_ABOUT: dict[str, tuple[str, ...]] = {
    "power-item": ("conduct",),
    "benchmark": ("conduct",),
    "case": ("conduct",),
    "conduct": ("obligation",),
    "concordance": ("conduct",),
    "obligation": ("conduct",),
    "question": ("conduct",),
}


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
        like = _like(own, citing, edition, *bound) and _first(library, official, citing, edition, own)
        sound = like or f"第{basis.key}条" in own or _spoken_for(library, citing)
    return "" if sound else what


def _like(own: str, citing: Citing, edition: Edition, first: int, share: float) -> bool:
    key = (citing.basis.article, citing.basis.suffix)
    rank, near = edition.likeness.near(own, key)
    return rank <= first and near >= share


def _first(library: Library, official: Official, citing: Citing, edition: Edition, own: str) -> bool:
    """Whether no article, or hardly one, is nearer than the one cited: to the statement, alone or with what else is cited.

    An article that punishes is held against those that do, a duty against duties; where the role asks for one that punishes, a
    duty is never the first.
    """
    others = [one.basis for one in citations(citing.kind, citing.record) if one.basis.whole != citing.basis.whole]
    key, role = (citing.basis.article, citing.basis.suffix), (citing.kind, citing.role)
    penal = key in edition.penal or (role in _PENAL and _FOLLOWS.search(edition.articles[key].text) is not None)
    if not penal and (role in _PENAL or (role in _AS_NEW and _punishes(library, official, citing))):
        return False
    beside = {(one.article, one.suffix) for one in others if one.regulation == citing.basis.regulation}
    if penal and role in _PENAL | _AS_NEW:
        beside |= edition.articles.keys() - edition.penal
    elif not penal:
        beside |= edition.penal
    most = _NEARER.get(role, 0)
    if edition.likeness.nearer(own, key, beside) <= most:
        return True
    parts = (
        part_of(library, official, citing.record, one) for one in others if library.get("regulation", one.regulation)
    )
    law = " ".join(part.text for part in parts if part)
    return bool(law) and min(edition.likeness.nearer(said, key, beside) for said in (law, f"{own} {law}")) <= most


def _punishes(library: Library, official: Official, citing: Citing) -> bool:
    """Whether the articles that took the place of an old one fine, all of them."""
    new = texts_of(library, official, citing.record, getattr(citing.record, "new", ()))
    return bool(new) and all("罚款" in one.text for one in new)


def _spoken_for(library: Library, citing: Citing) -> bool:
    """Whether another record cites the article: for the same purpose, or as what the record is about."""
    basis = citing.basis
    if needed := _COMMON.get((citing.kind, citing.role)):
        cited = library.cited_by(basis.regulation, basis.key)
        same = {o.record.id for o in cited if o.kind == citing.kind and o.role == citing.role} - {citing.record.id}
        if len(same) >= needed:
            return True
    if citing.kind == "education-duty":
        return _of_unit(library, citing)
    near = _ABOUT.get(citing.kind, ())
    return any(_cites(kind, one, basis) for kind, one in linked(library, citing.kind, citing.record) if kind in near)


def _of_unit(library: Library, citing: Citing) -> bool:
    """Whether the unit that teaches an article has to do with it: it acts in it, answers for it or holds a power by it."""
    basis = citing.basis
    unit = library.get("unit", getattr(citing.record, "unit", ""))
    if unit is None:
        return False
    names = getattr(unit, "acts_as", ())
    if any(
        name in one.penalty.authority for one in library.penalties_under(basis.regulation, basis.key) for name in names
    ):
        return True
    others = library.cited_by(basis.regulation, basis.key)
    return any(
        unit.id in (getattr(o.record, "unit", ""), getattr(o.record, "body", ""))
        for o in others
        if o.kind != "education-duty"
    )


def _cites(kind: str, record: Record, basis: BasisValue) -> bool:
    return any(other.basis.whole == basis.whole for other in citations(kind, record))


CHECK = Check("cited", "所引条文讲的是这件事", ("E625",), run)
