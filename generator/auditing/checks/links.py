"""Linked records are about the same: they share an article, or words, or the record says why not.

A duty and what breaks it, a power and the conduct it is used on, an exemption, a benchmark, a guide or a case and its conduct:
each rests on an article that the other rests on.  A unit answers for what its articles give to it, and teaches what it applies.
"""

import re
from collections.abc import Iterable, Iterator

from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.likeness import bigrams
from generator.auditing.lookup import day_of, texts_of
from generator.auditing.official import Official
from generator.auditing.running import mentions, names_of
from generator.auditing.statements import spoken
from generator.auditing.unit_names import LOCAL, acts
from generator.kinds import BasisValue, Record
from generator.kinds.conduct import Conduct
from generator.kinds.education_duty import EducationDuty
from generator.kinds.power_item import PowerItem
from generator.kinds.regulation import Regulation
from generator.kinds.unit import Unit
from generator.library import Library
from generator.library.links import Reference, citations, references

#: Kinds that name conduct and rest on articles.
_OF_CONDUCT = ("obligation", "power-item", "benchmark", "exemption", "guide", "case", "concordance", "question")
#: Share of the words of a conduct's name that a record must have where they share no article.
_ALIKE, _NEARLY, _HARDLY = 0.3, 0.85, 0.1
#: A law's name, 编 and 章: what is deeper is a 节.
_DEEP = 3
#: Kind → the field with the unit.
_OF_UNIT = {"responsibility": "unit", "power-item": "body"}
#: Kinds whose facts a body told itself: it is named where they come from.
_OF_BODY = ("statistic", "report")
#: Kinds that a document of discretion sets, and what no such document is.
_OF_DOCUMENT = ("benchmark", "exemption")
_LAWS = frozenset({"法律", "行政法规", "地方性法规", "司法解释"})
#: What a document of discretion is called.
_SETS = re.compile(r"裁量|不予|免罚|免予|轻微|目录|清单")
_LOCAL_NAME = re.compile(r"(?<=镇)人民政府$|(?<=街道)办事处$")
#: Share of a regulation's articles that name whom it gives work to.
_OFTEN = 0.3
#: A regulation that so many units teach is everybody's.
_EVERYBODY = 4


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E627 for each link between records that share neither an article, nor a section of a law, nor words."""
    yield from _conducts(library, official)
    yield from _punished(library)
    yield from _neighbours(library, official)
    yield from _units(library, official)
    yield from _bodies(library)
    yield from _taught(library, official)


def _conducts(library: Library, official: Official) -> Iterator[Doubt]:
    names = names_of(library.regulations)
    for kind in _OF_CONDUCT:
        for record in library.all(kind):
            named = [one for one in references(kind, record) if one.kind == "conduct"]
            if not named:
                continue
            text = spoken(record)
            ours = _articles(kind, record) | {basis.whole for _, _, basis in mentions(text, names)}
            long = kind == "guide"
            if long:  # a long text has a word of everything: the article itself, or nearly the whole name
                ours |= {basis for duty in references(kind, record) for basis in _of_duty(library, duty)}
            for one in named:
                conduct = library.get("conduct", one.id)
                if not isinstance(conduct, Conduct) or _alike(conduct, text, _NEARLY if long else _ALIKE):
                    continue
                theirs = _articles("conduct", conduct)
                if not (
                    ours & theirs
                    or (
                        not long
                        and _sections(library, official, record, ours) & _sections(library, official, conduct, theirs)
                    )
                ):
                    what = f"违法行为 {conduct.id}"
                    yield doubt(record, what, one.at, "E627", f"（{conduct.title}）同这里没有共同的条文，说的也不像")


def _punished(library: Library) -> Iterator[Doubt]:
    """A power to punish rests on an article that punishes each conduct it is for."""
    for power in library.of("power-item", PowerItem):
        ours = {basis.whole for basis in power.basis}
        for index, id in enumerate(power.conducts if power.power_type == "处罚" else ()):
            conduct = library.get("conduct", id)
            if isinstance(conduct, Conduct) and not ours & {penalty.basis.whole for penalty in conduct.penalties}:
                at = power.place("conducts", index)
                yield doubt(power, f"罚则 {id}", at, "E627", f"（{conduct.title}）的罚则不在这项权力的依据里")


def _neighbours(library: Library, official: Official) -> Iterator[Doubt]:
    """Conduct that another provision fines as well, and conduct told beside other conduct: both are of one topic."""
    for kind in ("conduct", "situation"):
        for record in library.all(kind):
            named = [(one, library.get("conduct", one.id)) for one in references(kind, record) if one.kind == "conduct"]
            told = [other for _, other in named if isinstance(other, Conduct)]
            for one, conduct in named:
                others = [record] if kind == "conduct" else [other for other in told if other.id != one.id]
                if not isinstance(conduct, Conduct) or not others:
                    continue
                apart = kind == "conduct" and not _named_alike(record, conduct)
                if apart or not _near(library, official, conduct, others):
                    what = f"违法行为 {conduct.id}"
                    yield doubt(record, what, one.at, "E627", f"（{conduct.title}）同这里的其他行为不是一类")


def _named_alike(record: Record, conduct: Conduct) -> bool:
    """Whether two names for one act have words in common."""
    if not isinstance(record, Conduct):
        return True
    either = (_alike_names(record.title, conduct), _alike_names(conduct.title, record))
    return max(either) >= _HARDLY


def _alike_names(title: str, conduct: Conduct) -> float:
    grams = set(bigrams(title))
    others = set().union(*(bigrams(name) for name in (conduct.title, *conduct.aliases)))
    return len(grams & others) / max(1, len(grams))


def _near(library: Library, official: Official, conduct: Conduct, others: Iterable[Record]) -> bool:
    """Whether a conduct has a topic, an article, a section of a law or words in common with any of the others."""
    articles = _articles("conduct", conduct)
    sections = _sections(library, official, conduct, articles)
    for other in others:
        theirs = _articles("conduct", other)
        if (
            set(conduct.topics) & set(getattr(other, "topics", ()))
            or articles & theirs
            or _alike(conduct, spoken(other))
        ):
            return True
        if sections & _sections(library, official, other, theirs):
            return True
    return False


def _articles(kind: str, record: Record) -> set[BasisValue]:
    return {citing.basis.whole for citing in citations(kind, record)}


def _sections(
    library: Library, official: Official, record: Record, bases: Iterable[BasisValue]
) -> set[tuple[str, ...]]:
    """The smallest parts of a law (编, 章, 节) in which the articles stand: a section is about one thing, a chapter is not always."""
    paths = ((one.law, *one.path) for one in texts_of(library, official, record, bases))
    return {path for path in paths if len(path) > _DEEP}


def _of_duty(library: Library, named: Reference) -> set[BasisValue]:
    duty = library.get("obligation", named.id) if named.kind == "obligation" else None
    return _articles("obligation", duty) if duty else set()


def _alike(conduct: Conduct, text: str, share: float = _ALIKE) -> bool:
    grams = set(bigrams(text))
    names = (set(bigrams(name)) for name in (conduct.title, *conduct.aliases))
    return any(len(name & grams) >= max(2, share * len(name)) for name in names if name)


def _units(library: Library, official: Official) -> Iterator[Doubt]:
    for kind, field in _OF_UNIT.items():
        for record in library.all(kind):
            unit = library.get("unit", getattr(record, field))
            texts = texts_of(library, official, record, getattr(record, "basis", ()))
            if not isinstance(unit, Unit) or not texts or any(acts(unit, one.text) for one in texts):
                continue
            what = f"责任单位 {unit.id}"
            yield doubt(record, what, record.place(field), "E627", f"（{unit.label}）不在所引条文里")


def _bodies(library: Library) -> Iterator[Doubt]:
    """The body of figures, the document of a table, the unit that teaches, where the source or the title names another."""
    for kind in _OF_BODY:
        for record in library.all(kind):
            unit = library.get("unit", getattr(record, "body", ""))
            if isinstance(unit, Unit) and record.source and not acts(unit, record.source):
                what = f"单位 {unit.id}"
                yield doubt(record, what, record.place("body"), "E627", f"（{unit.label}）不是来源写的单位")
    for kind in _OF_DOCUMENT:
        for record in library.all(kind):
            document = library.get("regulation", getattr(record, "issued_by", None) or "")
            if isinstance(document, Regulation) and (document.rank in _LAWS or not _SETS.search(document.title)):
                what = f"发布文件 {document.id}"
                yield doubt(
                    record, what, record.place("issued_by"), "E627", f"（{document.label}）不像是定这样的表、目录的文件"
                )
    units = library.of("unit", Unit)
    for duty in library.of("education-duty", EducationDuty):
        named = [unit for unit in units if _LOCAL_NAME.sub("", unit.name) in duty.title]
        unit = library.get("unit", duty.unit)
        local = isinstance(unit, Unit) and bool(LOCAL.search(unit.name))
        if (named or local) and duty.unit not in {one.id for one in named}:
            yield doubt(duty, f"单位 {duty.unit}", duty.place("unit"), "E627", "不是标题里的单位")


def _taught(library: Library, official: Official) -> Iterator[Doubt]:
    duties = library.of("education-duty", EducationDuty)
    for duty in duties:
        applied = _applied(library, duty.unit)
        for index, id in enumerate(duty.regulations):
            units = {other.unit for other in duties if id in other.regulations and other.id != duty.id}
            if id in applied or len(units - {duty.unit}) >= _EVERYBODY or _acts_by(library, official, duty, id):
                continue
            what = f"所讲法规 {id}"
            yield doubt(duty, what, duty.place("regulations", index), "E627", "不是这个单位依法履职的依据")
        for index, basis in enumerate(duty.articles):
            if basis.regulation not in duty.regulations:
                what = f"重点条文 {library.cite(basis)}"
                yield doubt(duty, what, duty.place("articles", index), "E627", "不在所讲的法规里")


def _acts_by(library: Library, official: Official, duty: EducationDuty, id: str) -> bool:
    """Whether a regulation gives the unit its work, or tells every administrative body how to do it, in many of its articles."""
    unit = library.get("unit", duty.unit)
    edition = official.edition(library.regulation(id), day_of(library, duty))
    if not isinstance(unit, Unit) or edition is None:
        return False
    texts = [one.text for one in edition.articles.values()]
    named = sum(acts(unit, text) or "行政机关" in text for text in texts)
    return named >= _OFTEN * len(texts)


def _applied(library: Library, unit: str) -> set[str]:
    """The regulations that a unit's responsibilities, powers and penalties rest on."""
    found = {
        basis.regulation
        for kind, field in _OF_UNIT.items()
        for record in library.all(kind)
        if getattr(record, field) == unit
        for basis in getattr(record, "basis", ())
    }
    names = set(getattr(library.get("unit", unit), "acts_as", ()))
    return found | {one.penalty.basis.regulation for one in library.penalties if names & set(one.penalty.authority)}


CHECK = Check("links", "相关联的记录说的是一回事", ("E627",), run)
