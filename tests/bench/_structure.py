"""Altering what is no sentence: links, roles, lists, order and the figures of records that state no law.

Left alone is what no text can hold, being our own arrangement: trades and audiences of a duty, what to write down for it, how well
an article is to be mastered.
"""

import random
from collections.abc import Callable, Iterator
from typing import Any

from generator.auditing.lookup import texts_of
from generator.auditing.official import Official
from generator.kinds import Record
from generator.kinds.concordance import RELATIONS
from generator.kinds.exemption import EFFECTS
from generator.library import Library
from generator.library.links import references
from tests.bench._altering import Path, Site, get
from tests.bench._tables import tables

#: Kind → what a link of its records may name beside conduct, units and regulations, which another module alters.
_NAMED = {
    "case": ("conduct",),
    "concordance": ("conduct",),
    "activity": ("education-duty",),
    "guide": ("obligation", "conduct"),
    "held-activity": ("education-duty",),
    "report": ("statistic", "regulation"),
}


def structures(library: Library, official: Official) -> Iterator[Site]:
    """Every link, role, list and order that can be altered, in order of the library."""
    for kind, records in library.records.items():
        for record in records:
            yield from _links(library, kind, record)
            yield from tables(kind, record)
            yield from _OF.get(kind, lambda *_: ())(library, official, record)


def _links(library: Library, kind: str, record: Record) -> Iterator[Site]:
    for named in references(kind, record):
        if named.kind not in _NAMED.get(kind, ()):
            continue
        others = [other for other in library.all(named.kind) if other.id != named.id]
        topics = set(getattr(library.get(named.kind, named.id), "topics", ()))
        near = [other.id for other in others if topics & set(getattr(other, "topics", ()))]
        sort = "near" if named.path[0] == "checklist" else "link"  # a list to tick names what much else is like
        yield Site(f"{sort}/{kind}.{named.path[0]} any", kind, record, named.path, _one([other.id for other in others]))
        if near:
            yield Site(f"near/{kind}.{named.path[0]}", kind, record, named.path, _one(near))


def _responsibility(library: Library, official: Official, row: Any) -> Iterator[Site]:
    yield Site(
        "role/role",
        "responsibility",
        row,
        ("role",),
        lambda r: "support" if row.role == "lead" else "lead",
    )
    if row.with_others:
        yield Site("role/others dropped", "responsibility", row, ("with_others",), lambda r: ())
        for index, _ in enumerate(row.with_others):
            yield Site("role/other dropped", "responsibility", row, ("with_others", index), lambda r: ...)
    yield from _bodies(library, official, "responsibility", row, "unit")
    yield Site("topic/responsibility.topic", "responsibility", row, ("topic",), _one(_ids(library, "topic", row.topic)))
    if row.accountability:
        yield Site("role/accountability dropped", "responsibility", row, ("accountability",), lambda r: ())


def _bodies(library: Library, official: Official, kind: str, row: Any, field: str) -> Iterator[Site]:
    """Another unit that the articles name as well."""
    law = "\n".join(one.text for one in texts_of(library, official, row, row.basis))
    named = [
        unit.id
        for unit in library.all("unit")
        if unit.id != get(row, (field,))
        and any(name.removesuffix("部门").removesuffix("主管") in law for name in getattr(unit, "acts_as", ()))
    ]
    if named:
        yield Site(f"body/{kind}.{field}", kind, row, (field,), _one(named))


def _power(library: Library, official: Official, row: Any) -> Iterator[Site]:
    types = ["许可", "处罚", "强制", "检查", "确认"]
    yield Site("role/power type", "power-item", row, ("power_type",), _one([t for t in types if t != row.power_type]))
    yield from _bodies(library, official, "power-item", row, "body")
    for index, _ in enumerate(row.conducts):
        yield Site("left-out/power conduct", "power-item", row, ("conducts", index), lambda r: ...)


def _procedure(library: Library, official: Official, row: Any) -> Iterator[Site]:
    steps = row.steps
    for at in range(len(steps) - 1):

        def swapped(r: random.Random, at: int = at) -> Any:
            return (*steps[:at], steps[at + 1], steps[at], *steps[at + 2 :])

        yield Site("step/steps", "procedure", row, ("steps",), swapped)
    timed = [at for at, step in enumerate(steps) if step.time_limit]
    for at in timed:
        others = [
            other for other in range(len(steps)) if other != at and steps[other].time_limit != steps[at].time_limit
        ]

        def moved(r: random.Random, at: int = at, others: list[int] = others) -> Any:
            to = r.choice(others)
            new = list(steps)
            new[at] = steps[at].model_copy(update={"time_limit": steps[to].time_limit})
            new[to] = steps[to].model_copy(update={"time_limit": steps[at].time_limit})
            return tuple(new)

        if others:
            yield Site("step/period of another step", "procedure", row, ("steps",), moved)
        yield Site("left-out/time limit", "procedure", row, ("steps", at, "time_limit"), lambda r: None)
    actors = sorted({step.actor for one in library.all("procedure") for step in one.steps if step.actor})  # type: ignore[attr-defined]
    own = sorted({step.actor for step in steps if step.actor})
    for at, step in enumerate(steps):
        if step.actor:
            yield Site(
                "step/any actor", "procedure", row, ("steps", at, "actor"), _one([a for a in actors if a != step.actor])
            )
            yield Site(
                "step/actor of the procedure",
                "procedure",
                row,
                ("steps", at, "actor"),
                _one([a for a in own if a != step.actor]),
            )
        yield Site("step/dropped", "procedure", row, ("steps", at), lambda r: ...)
    for at, limit in enumerate(row.limits):
        yield Site("left-out/limit", "procedure", row, ("limits", at), lambda r: ...)
        if limit.by:
            yield Site(
                "step/limit.by", "procedure", row, ("limits", at, "by"), _one([a for a in actors if a != limit.by])
            )
        if limit.since:
            yield Site(
                "step/limit.since",
                "procedure",
                row,
                ("limits", at, "since"),
                _one(_ids(library, "occasion", limit.since)),
            )


def _exemption(library: Library, official: Official, row: Any) -> Iterator[Site]:
    yield Site("exempt/effect", "exemption", row, ("effect",), _one([e for e in EFFECTS if e != row.effect]))
    for field in ("all_of", "any_of"):
        for at, _ in enumerate(getattr(row, field)):
            if len(row.all_of) + len(row.any_of) > 1:
                yield Site(f"exempt/{field} dropped", "exemption", row, (field, at), lambda r: ...)
    if len(row.all_of) > 1 and not row.any_of:

        def either(r: random.Random) -> Any:
            return row.model_copy(update={"all_of": (), "any_of": row.all_of})

        yield Site("exempt/all to any", "exemption", row, (), either)
    if len(row.any_of) > 1:

        def each(r: random.Random) -> Any:
            return row.model_copy(update={"all_of": (*row.all_of, *row.any_of), "any_of": ()})

        yield Site("exempt/any to all", "exemption", row, (), each)
    others = [
        o.follow_up for o in library.all("exemption") if getattr(o, "follow_up", None) not in (None, row.follow_up)
    ]
    if row.follow_up:
        yield Site("exempt/follow up", "exemption", row, ("follow_up",), _one([None, *others]))


def _concordance(library: Library, official: Official, row: Any) -> Iterator[Site]:
    yield Site(
        "relation/relation", "concordance", row, ("relation",), _one([r for r in RELATIONS if r != row.relation])
    )
    for at, one in enumerate(row.also):
        yield Site("relation/also dropped", "concordance", row, ("also", at), lambda r: ...)
        yield Site(
            "relation/reach",
            "concordance",
            row,
            ("also", at, "reach"),
            _one([w for w in ("whole", "part", "unclear") if w != one.reach]),
        )
    if len(row.new) > 1:
        for at in range(len(row.new)):
            yield Site("relation/new dropped", "concordance", row, ("new", at), lambda r: ...)
    for at, change in enumerate(row.amounts):
        if change.old and change.new:
            yield Site(
                "relation/old and new swapped",
                "concordance",
                row,
                ("amounts", at),
                lambda r, change=change: change.model_copy(update={"old": change.new, "new": change.old}),
            )


def _regulation(library: Library, official: Official, row: Any) -> Iterator[Site]:
    issuers = sorted({one.issuer for one in library.regulations if one.issuer and one.issuer != row.issuer})
    ranks = sorted({one.rank for one in library.regulations if one.rank != row.rank})
    if row.issuer:
        yield Site("issue/issuer", "regulation", row, ("issuer",), _one(issuers))
    yield Site("issue/rank", "regulation", row, ("rank",), _one(ranks))
    if row.document_number:
        digits = [at for at, sign in enumerate(row.document_number) if sign.isdigit()]

        def other(r: random.Random) -> Any:
            at = r.choice(digits)
            sign = r.choice([d for d in "0123456789" if d != row.document_number[at]])
            return row.document_number[:at] + sign + row.document_number[at + 1 :]

        yield Site("issue/document number", "regulation", row, ("document_number",), other)
    for at, version in enumerate(row.versions):
        place: Path = ("versions", at)
        if version.repealed_on:
            yield Site(
                "issue/in force again",
                "regulation",
                row,
                place,
                lambda r, v=version: v.model_copy(update={"repealed_on": None, "repealed_by": None}),
            )
        else:
            day = version.effective.replace(year=version.effective.year + 1, day=min(28, version.effective.day))
            if day <= library.as_of:
                yield Site(
                    "issue/repealed",
                    "regulation",
                    row,
                    place,
                    lambda r, v=version, day=day: v.model_copy(update={"repealed_on": day}),
                )
        if version.repealed_by:
            yield Site(
                "issue/repealed by",
                "regulation",
                row,
                (*place, "repealed_by"),
                _one(_ids(library, "regulation", version.repealed_by)),
            )
        if version.articles:
            yield Site(
                "issue/articles",
                "regulation",
                row,
                (*place, "articles"),
                lambda r, n=version.articles: n + r.choice((1, 2, 10)),
            )
    for at, topic in enumerate(row.topics):
        yield Site("topic/regulation.topics", "regulation", row, ("topics", at), _one(_ids(library, "topic", topic)))


def _conduct(library: Library, official: Official, row: Any) -> Iterator[Site]:
    for at, topic in enumerate(row.topics):
        yield Site("topic/conduct.topics", "conduct", row, ("topics", at), _one(_ids(library, "topic", topic)))
    for at, _ in enumerate(row.prohibited_by):
        yield Site("left-out/prohibition", "conduct", row, ("prohibited_by", at), lambda r: ...)
    for index, penalty in enumerate(row.penalties):
        here: Path = ("penalties", index)
        people = {"单位": "个人", "个人": "单位", "单位和个人": "单位"}
        if penalty.target in people:
            yield Site("target/turned", "conduct", row, (*here, "target"), lambda r, new=people[penalty.target]: new)
        if penalty.referral:
            yield Site("left-out/referral", "conduct", row, (*here, "referral"), lambda r: None)
        for number, tier in enumerate(penalty.tiers):
            place = (*here, "tiers", number)
            if tier.ban:
                yield Site("left-out/ban", "conduct", row, (*place, "ban"), lambda r: None)
            if tier.detention:
                yield Site("left-out/detention", "conduct", row, (*place, "detention"), lambda r: None)
            if tier.several:
                yield Site("alternatives/several dropped", "conduct", row, (*place, "several"), lambda r: False)
            elif tier.one_of:
                yield Site("alternatives/several added", "conduct", row, (*place, "several"), lambda r: True)


def _obligation(library: Library, official: Official, row: Any) -> Iterator[Site]:
    for at, topic in enumerate(row.topics):
        yield Site("topic/obligation.topics", "obligation", row, ("topics", at), _one(_ids(library, "topic", topic)))
    for at, _ in enumerate(row.breach):
        yield Site("left-out/breach", "obligation", row, ("breach", at), lambda r: ...)
    for field in ("deadline", "frequency", "retention"):
        if getattr(row, field):
            yield Site(f"left-out/{field}", "obligation", row, (field,), lambda r: None)


def _education(library: Library, official: Official, row: Any) -> Iterator[Site]:
    for at, _ in enumerate(row.regulations):
        if len(row.regulations) > 1:
            yield Site("left-out/taught regulation", "education-duty", row, ("regulations", at), lambda r: ...)
    yield from _days("education-duty", row, ("when",), row.when)
    for at, one in enumerate(row.activities):
        if one.when:
            yield from _days("education-duty", row, ("activities", at, "when"), one.when)


def _days(kind: str, row: Record, path: Path, text: str) -> Iterator[Site]:
    """A day or a month of a rhythm moved."""
    digits = [at for at, sign in enumerate(text) if sign.isdigit()]

    def moved(r: random.Random) -> Any:
        at = r.choice(digits)
        return text[:at] + r.choice([d for d in "123456789" if d != text[at]]) + text[at + 1 :]

    if digits:
        yield Site(f"figure/{kind}.{path[-1]}", kind, row, path, moved)


def _statistic(library: Library, official: Official, row: Any) -> Iterator[Site]:
    yield Site(
        "figure/statistic.value", "statistic", row, ("value",), lambda r: row.value + r.choice((1, 2, 10, row.value))
    )
    units = sorted({o.unit for o in library.all("statistic")} - {row.unit})  # type: ignore[attr-defined]
    yield Site("figure/statistic.unit", "statistic", row, ("unit",), _one(units))
    yield Site(
        "figure/statistic.period",
        "statistic",
        row,
        ("period",),
        _one([p for p in ("2016", "2017", "2018", "2019", "2020") if p != row.period]),
    )


def _ids(library: Library, kind: str, but: str) -> list[str]:
    return [one.id for one in library.all(kind) if one.id != but]


def _one(others: list[Any]) -> Callable[[random.Random], Any]:
    return lambda r: r.choice(others) if others else None


_OF: dict[str, Callable[[Library, Official, Any], Iterator[Site]]] = {
    "concordance": _concordance,
    "conduct": _conduct,
    "education-duty": _education,
    "exemption": _exemption,
    "obligation": _obligation,
    "power-item": _power,
    "procedure": _procedure,
    "regulation": _regulation,
    "responsibility": _responsibility,
    "statistic": _statistic,
}
