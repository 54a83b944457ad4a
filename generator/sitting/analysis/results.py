"""Results of a sitting: items, papers, units and topics, from the marks."""

from collections.abc import Callable
from dataclasses import dataclass, replace
from itertools import compress

import numpy as np

from generator.sitting.analysis.advice import Advice, advise
from generator.sitting.analysis.items import ItemRow, item_rows
from generator.sitting.analysis.reliability import Reliability, by_form
from generator.sitting.analysis.responses import Responses, responses
from generator.sitting.analysis.weighing import SectionRow, Times, corrected_mean, section_rows, times
from generator.sitting.candidates import Sitting
from generator.sitting.key import Key

#: Bars of the histogram of scores, each a tenth of the total.
BARS = 10
#: A topic that earns less than this share is missed.
MISSED = 0.60


@dataclass(frozen=True, slots=True)
class UnitRow:
    """A unit: name, people, mean share of the points, share of people who passed, and for each topic its share or None."""

    name: str
    people: int
    share: float
    passed: float
    topics: tuple[float | None, ...]


@dataclass(frozen=True, slots=True)
class Analysis:
    """What a sitting tells.

    Attributes:
        key: of the first form, for title and marks.
        sitting: the marks.
        absent, present: people.
        mean, deviation, median: of the scores in points; the deviation None for one person.
        passed: share of people who passed.
        histogram: people in each tenth of the total, the full mark in the last.
        forms: reliability of each form with its name; empty where everybody has their own.
        items: statistics and advice.
        topics: ids of the topics, weakest first, with the share of their points.
        units: by name, with topics in the order of ``topics``.
        corrected_mean: of the scores, with what guessing gives taken off.
        sections: what they weigh.
        times: how long people took; None where no table tells.
    """

    key: Key
    sitting: Sitting
    absent: int
    present: int
    mean: float
    deviation: float | None
    median: float
    passed: float
    histogram: tuple[int, ...]
    forms: tuple[tuple[str, Reliability], ...]
    items: tuple[tuple[ItemRow, tuple[Advice, ...]], ...]
    topics: tuple[tuple[str, float], ...]
    units: tuple[UnitRow, ...]
    corrected_mean: float
    sections: tuple[SectionRow, ...]
    times: Times | None


def analyse(sitting: Sitting) -> Analysis:
    """Analyse the answers of those who sat.  Raises ValueError where nobody did."""
    found = responses(_counted(sitting))
    tenths = np.clip(np.floor(found.score / found.total * BARS + 1e-9), 0, BARS - 1).astype(int)
    topics, units = _topics(found)
    return Analysis(
        key=sitting.keys.first,
        sitting=sitting,
        absent=len(sitting.candidates) - found.people,
        present=found.people,
        mean=float(found.score.mean()),
        deviation=float(found.score.std(ddof=1)) if found.people > 1 else None,
        median=float(np.median(found.score)),
        passed=float(found.passed.mean()),
        histogram=tuple(np.bincount(tenths, minlength=BARS).tolist()),
        forms=_forms(sitting, found),
        items=tuple((row, advise(row)) for row in item_rows(found)),
        topics=topics,
        units=units,
        corrected_mean=corrected_mean(found),
        sections=section_rows(found),
        times=times(sitting),
    )


def _counted(sitting: Sitting) -> Sitting:
    """The sitting without the items that were voided: everybody has their points, and they tell nothing."""
    if not any(item.void for key in sitting.keys.forms.values() for item in key.items):
        return sitting
    kept = {
        id(key): (
            replace(key, items=tuple(item for item in key.items if not item.void)),
            [not i.void for i in key.items],
        )
        for key in sitting.keys.forms.values()
    }
    candidates = tuple(
        replace(one, key=kept[id(one.key)][0], marks=tuple(compress(one.marks, kept[id(one.key)][1])))
        for one in sitting.candidates
    )
    forms = {name: kept[id(key)][0] for name, key in sitting.keys.forms.items()}
    return replace(sitting, keys=replace(sitting.keys, forms=forms), candidates=candidates)


def _forms(sitting: Sitting, found: Responses) -> tuple[tuple[str, Reliability], ...]:
    if sitting.keys.drawn:
        return ()
    wholes = [[item.whole for item in key.items] for key in found.forms]
    rows = by_form(found.points, found.form, found.person, wholes)
    return tuple(
        sorted(((key.form, row) for key, row in zip(found.forms, rows, strict=True)), key=lambda pair: pair[0])
    )


def _topics(found: Responses) -> tuple[tuple[tuple[str, float], ...], tuple[UnitRow, ...]]:
    """Topics with their shares, and units with theirs."""
    names = list(dict.fromkeys(topic for item in found.items for topic in item.topics))
    member = np.array([[name in item.topics for name in names] for item in found.items], float)
    member = member.reshape(len(found.items), len(names))
    unit = found.unit[found.person]
    cells = len(found.units) * len(found.items)
    where = unit * len(found.items) + found.item
    shape = (len(found.units), len(found.items))
    earned = np.bincount(where, found.points, cells).reshape(shape)
    worth = np.bincount(where, found.worth, cells).reshape(shape)
    by_topic, of_topic = earned @ member, worth @ member
    share = by_topic.sum(axis=0) / of_topic.sum(axis=0) if names else np.zeros(0)
    order = np.argsort(share, kind="stable")
    size, passed = np.bincount(found.unit), np.bincount(found.unit, found.passed)
    units = tuple(
        UnitRow(
            name=name,
            people=int(size[index]),
            share=float(earned[index].sum() / worth[index].sum()),
            passed=float(passed[index] / size[index]),
            topics=tuple(float(by_topic[index, t] / of_topic[index, t]) if of_topic[index, t] else None for t in order),
        )
        for index, name in enumerate(found.units)
    )
    return tuple((names[t], float(share[t])) for t in order), units


def weakest(
    unit: UnitRow, topics: tuple[tuple[str, float], ...], topic: Callable[[str], str]
) -> list[tuple[str, float]]:
    """Titles and shares of the topics that a unit misses, weakest first."""
    found = [
        (topic(id), share)
        for (id, _), share in zip(topics, unit.topics, strict=True)
        if share is not None and share < MISSED
    ]
    return sorted(found, key=lambda pair: pair[1])
