"""Altering facts: every place of a record where a fact stands, by kind, and how it is made wrong."""

import random
import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from typing import Any

from generator.auditing.lookup import article_of, day_of
from generator.auditing.official import Official
from generator.kinds import BasisValue, Record
from generator.kinds._base import Model
from generator.library import Library
from generator.library.links import citations, references

Path = tuple[str | int, ...]


@dataclass(frozen=True)
class Site:
    """A fact that can be altered.

    Attributes:
        sort: the kind of fact and, after a slash, the field: ``article/prohibited_by``.
        kind, record: whose fact.
        path: where in the record.
        alter: another value for the place, drawn with the random numbers given; None where there is no other.
    """

    sort: str
    kind: str
    record: Record
    path: Path
    alter: Callable[[random.Random], Any]


_FIGURE = re.compile(
    r"(?<![\d.条第])\d+(?:\.\d+)?(?![\d.]|条|款|项|年\d)|[一二三四五六七八九十]+(?=日|年内|年以|个月|万元|万|倍|小时|周内|个工作日|次)"
)
_CHINESE = "一二三四五六七八九十"
#: Words and what is put in their place.
WORDS: dict[str, tuple[tuple[str, str], ...]] = {
    "negation": (("不得", "可以"), ("应当", "可以"), ("可以", "应当"), ("未", "已"), ("禁止", "允许"), ("不能", "能"), ("必须", "可以"), ("不", "")),
    "level": (
        ("设区的市级", "县级"), ("省级", "市级"), ("县级以上", "省级以上"), ("国务院", "省级人民政府"), ("省、自治区、直辖市", "县级"),
        ("市级以上", "县级以上"), ("省、市", "县"), ("乡镇", "县级"),
    ),
    "exception": (),
}  # fmt: skip
#: A clause with a condition or an exception.
_CLAUSE = re.compile(r"[，；（][^，；。（）]*(?:除外|以外|但|除[^，。；]{1,20}外|的除外|例外)[^，；。（）]*[）]?")
#: Kinds and fields of running text.
TEXTS: dict[str, tuple[str, ...]] = {
    "article": ("digest",),
    "obligation": ("title", "trigger", "deadline", "frequency", "retention", "record", "note"),
    "term": ("definition", "note"),
    "responsibility": ("duty", "note"),
    "power-item": ("duties", "accountability", "note"),
    "exemption": ("all_of", "any_of", "note"),
    "concordance": ("summary", "note"),
    "conduct": ("title", "actor", "do", "note"),
    "must-know": ("articles",),
    "case": ("questions",),
    "procedure": ("steps", "limits"),
    "guide": ("body",),
}
_PERIODS = {"deadline", "frequency", "retention", "time_limit", "says"}
_LEAVES = {"why", "text", "time_limit", "actor", "says", "title", "definition", "duty", "digest", "body"}


def sites(library: Library, official: Official) -> Iterator[Site]:
    """Every fact that can be altered, in order of the library."""
    for kind, records in library.records.items():
        for record in records:
            yield from _articles(library, official, kind, record)
            yield from _links(library, kind, record)
            yield from _texts(kind, record)
            yield from _amounts(kind, record)
            yield from _dates(kind, record)
    for entry in library.penalties:
        yield from _penalty(library, official, entry.conduct, entry.index)
    for row in library.all("benchmark"):
        for path, value in _leaves(row):
            if (isinstance(value, int | float) and not isinstance(value, bool)) or type(value).__name__ == "Fraction":
                yield Site(f"guangdong/{_field(path)}", "benchmark", row, path, _scaled(value))


def get(value: Any, path: Path) -> Any:
    """What stands at a path."""
    for step in path:
        value = value[step] if isinstance(step, int) else getattr(value, step)
    return value


def altered(value: Any, path: Path, new: Any) -> Any:
    """A copy with another value at the path; a value of ``...`` takes the place out of its list."""
    if not path:
        return new
    step, rest = path[0], path[1:]
    if isinstance(step, int):
        if not rest and new is ...:
            return value[:step] + value[step + 1 :]
        return (*value[:step], altered(value[step], rest, new), *value[step + 1 :])
    return value.model_copy(update={step: altered(getattr(value, step), rest, new)})


def _field(path: Path) -> str:
    return str(next(step for step in reversed(path) if isinstance(step, str)))


def _leaves(value: Any, path: Path = ()) -> Iterator[tuple[Path, Any]]:
    if isinstance(value, Model):
        for name in type(value).model_fields:
            yield from _leaves(getattr(value, name), (*path, name))
    elif isinstance(value, tuple):
        for index, part in enumerate(value):
            yield from _leaves(part, (*path, index))
    elif value is not None:
        yield path, value


def _articles(library: Library, official: Official, kind: str, record: Record) -> Iterator[Site]:
    for citing in citations(kind, record):
        edition = official.cited(library.regulation(citing.basis.regulation), citing.basis, day_of(library, record))
        if edition is None or len(edition.articles) < 3 or "unlike" in citing.path:
            continue
        chapters = {key: article.path for key, article in edition.articles.items()}

        def alter(
            r: random.Random, basis: BasisValue = citing.basis, chapters: dict[tuple[int, int], Any] = chapters
        ) -> Any:
            """The hardest most often: one of the two on either side, one of the chapter; else any of the law."""
            keys, key = list(chapters), (basis.article, basis.suffix)
            at = keys.index(key) if key in chapters else 0
            near = [keys[n] for n in (at - 2, at - 1, at + 1, at + 2) if 0 <= n < len(keys)]
            within = [other for other in keys if chapters[other] == chapters.get(key)]
            number, suffix = r.choice(r.choices((near, within, keys), (2, 1, 2))[0] or keys)
            if (number, suffix) == key:
                return None
            return basis.model_copy(update={"article": number, "suffix": suffix, "paragraph": None, "item": None})

        yield Site(f"article/{kind}.{_field(citing.path)}", kind, record, citing.path, alter)


def _links(library: Library, kind: str, record: Record) -> Iterator[Site]:
    for named in references(kind, record):
        if named.kind not in ("conduct", "unit", "regulation") or kind in ("article", "case", "concordance"):
            continue
        others = [other.id for other in library.all(named.kind) if other.id != named.id]

        def alter(r: random.Random, others: list[str] = others) -> Any:
            return r.choice(others)

        yield Site(f"link/{kind}.{_field(named.path)}", kind, record, named.path, alter)


def _texts(kind: str, record: Record) -> Iterator[Site]:
    for path, text in _leaves(record):
        if path[0] not in TEXTS.get(kind, ()) or not isinstance(text, str):
            continue
        if (
            len(path) > 1
            and _field(path) not in _LEAVES
            and path[0] not in ("duties", "accountability", "all_of", "any_of", "do")
        ):
            continue
        field = _field(path)
        sort = "period" if field in _PERIODS else "number"
        for found in _FIGURE.finditer(text):
            yield Site(f"{sort}/{kind}.{field}", kind, record, path, _other_figure(text, found))
        if field in ("note", "why", "text", "actor", "record", "accountability"):
            continue
        for name, pairs in WORDS.items():
            for word, other in pairs:
                if word in text and not (word == "不" and "不得" in text):
                    yield Site(f"{name}/{kind}.{field}", kind, record, path, _replaced(text, word, other))
                    break
        for clause in _CLAUSE.finditer(text):
            yield Site(f"exception/{kind}.{field}", kind, record, path, _replaced(text, clause[0], ""))


def _replaced(text: str, word: str, other: str) -> Callable[[random.Random], Any]:
    return lambda r: text.replace(word, other, 1)


def _other_figure(text: str, found: re.Match[str]) -> Callable[[random.Random], Any]:
    def alter(r: random.Random) -> Any:
        figure = found[0]
        if figure[0] in _CHINESE:
            other = r.choice([sign for sign in _CHINESE if sign != figure])
        else:
            value = float(figure)
            other = format(r.choice([value * 2, value + 1, value + 5, max(1, value - 1)]), "g")
        return text[: found.start()] + other + text[found.end() :] if other != figure else None

    return alter


def _scaled(value: Any) -> Callable[[random.Random], Any]:
    return lambda r: type(value)(value * r.choice((2, 3)) if value else 5)


def _amounts(kind: str, record: Record) -> Iterator[Site]:
    if kind in ("benchmark", "statistic", "blueprint", "question", "report"):
        return
    for path, value in _leaves(record):
        inside = {"fine", "ban", "detention", "amounts", "damages"} & {str(step) for step in path}
        if inside and type(value) in (int, float):
            sort = "period" if inside & {"ban", "detention"} else "amount"
            yield Site(f"{sort}/{kind}.{_field(path)}", kind, record, path, _scaled(value))


def _dates(kind: str, record: Record) -> Iterator[Site]:
    for path, value in _leaves(record):
        if kind == "regulation" and path[0] == "versions" and hasattr(value, "year"):

            def alter(r: random.Random, day: Any = value) -> Any:
                before = day.replace(year=day.year - 1, day=min(day.day, 28))
                return r.choice([before, day.replace(day=1 if day.day != 1 else 2)])

            yield Site(f"date/{_field(path)}", kind, record, path, alter)


def _penalty(library: Library, official: Official, record: Any, at: int) -> Iterator[Site]:
    penalty = record.penalties[at]
    here: Path = ("penalties", at)
    article = article_of(library, official, record, penalty.basis)
    text = article.text if article else ""
    for index in range(len(penalty.authority)):
        others = [other for other in library.authorities if other not in penalty.authority]
        named = [other for other in others if other in text]
        yield Site("authority/any", "conduct", record, (*here, "authority", index), _choice(others))
        if named:
            yield Site("authority/same article", "conduct", record, (*here, "authority", index), _choice(named))
        if len(penalty.authority) > 1:
            yield Site("authority/dropped", "conduct", record, (*here, "authority", index), lambda r: ...)
    targets = ["单位", "个人", "单位和个人", "直接负责的主管人员和其他直接责任人员", "建设单位", "技术单位"]
    yield Site(
        "target/target", "conduct", record, (*here, "target"), _choice([t for t in targets if t != penalty.target])
    )
    if len(penalty.tiers) > 1:
        for index in range(len(penalty.tiers)):
            yield Site("tier/dropped", "conduct", record, (*here, "tiers", index), lambda r: ...)
    if len(record.penalties) > 1:
        yield Site("tier/penalty dropped", "conduct", record, here, lambda r: ...)
    for index, tier in enumerate(penalty.tiers):
        place: Path = (*here, "tiers", index)
        yield from _tier(library, official, record, place, tier, text)


def _tier(library: Library, official: Official, record: Any, place: Path, tier: Any, text: str) -> Iterator[Site]:
    fines = [
        other.fine
        for entry in library.penalties
        if entry.penalty.basis.whole == get(record, place[:2]).basis.whole
        for other in entry.penalty.tiers
        if other.fine and other.fine != tier.fine
    ]
    if tier.fine and fines:
        yield Site("amount/another tier", "conduct", record, (*place, "fine"), _choice(fines))
    if tier.fine:
        yield Site("must-may/fine", "conduct", record, (*place, "fine", "may"), lambda r: not tier.fine.may)
    words = ["情节严重", "拒不改正", "造成严重后果", "逾期不改正", "一般情形", "情节较轻"]
    yield Site(
        "condition/condition",
        "conduct",
        record,
        (*place, "condition"),
        _choice([w for w in words if w != tier.condition]),
    )
    kinds = [
        other.category
        for p in record.penalties
        for other in p.tiers
        if other.category and other.category != tier.category
    ]
    if tier.category and kinds:
        yield Site("category/category", "conduct", record, (*place, "category"), _choice(kinds))
    yield from _measures(record, place, tier)
    yield from _alternatives(record, place, tier)
    if place[-1] != 0:
        yield Site("adds/adds", "conduct", record, (*place, "adds"), lambda r: not tier.adds)


def _alternatives(record: Any, place: Path, tier: Any) -> Iterator[Site]:
    if len(tier.one_of) > 1:

        def both(r: random.Random) -> Any:
            plain = tuple(word for word in tier.one_of if word not in ("罚款", "拘留", "禁业", "处分"))
            return tier.model_copy(update={"one_of": (), "several": False, "measures": (*tier.measures, *plain)})

        yield Site("alternatives/one_of", "conduct", record, place, both)
    if len(tier.measures) > 1:

        def one(r: random.Random) -> Any:
            return tier.model_copy(update={"one_of": tier.measures, "measures": ()})

        yield Site("alternatives/measures", "conduct", record, place, one)


def _measures(record: Any, place: Path, tier: Any) -> Iterator[Site]:
    for field in ("measures", "may"):
        for number, _ in enumerate(getattr(tier, field)):
            yield Site("measure/dropped", "conduct", record, (*place, field, number), lambda r: ...)
            swapped = [
                "责令停产整治",
                "责令停业、关闭",
                "没收违法所得",
                "警告",
                "吊销许可证",
                "责令限期拆除",
                "责令改正",
            ]
            yield Site("measure/other", "conduct", record, (*place, field, number), _choice(swapped))
    if tier.measures:

        def moved(r: random.Random) -> Any:
            return tier.model_copy(update={"measures": tier.measures[1:], "may": (*tier.may, tier.measures[0])})

        yield Site("must-may/measure", "conduct", record, place, moved)
    if tier.may:

        def must(r: random.Random) -> Any:
            return tier.model_copy(update={"may": tier.may[1:], "measures": (*tier.measures, tier.may[0])})

        yield Site("must-may/measure", "conduct", record, place, must)


def _choice(others: list[Any]) -> Callable[[random.Random], Any]:
    return lambda r: r.choice(others) if others else None
