"""What the bank holds, as counts: rules by type and topic, how keys are spread, what was skipped, and what no item asks."""

import re
from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from statistics import mean, median
from typing import get_args

from generator.kinds import Record, kinds
from generator.kinds._kind import Asked
from generator.kinds.question import Grade
from generator.library import Library
from generator.questions import types
from generator.questions.bank import Bank
from generator.questions.base_rates import Skewed, skewed
from generator.questions.fact_ids import record_named
from generator.questions.item import Item
from generator.questions.types import Balance

_OTHER_ITEM = re.compile(r"“[a-z0-9-]+/[a-z0-9/-]+”")  # a reason that names an item by id is one reason


@dataclass(frozen=True, slots=True)
class Lengths:
    """Mean length in characters of right and of wrong options, and the share of items whose key is the longest option."""

    right: float
    wrong: float
    longest: float


@dataclass(frozen=True, slots=True)
class Report:
    """Figures of a bank.

    Attributes:
        total: number of items.
        cells: (rule, type, topic) → items; an item with several topics counts in each.
        rules: (rule, type) → items, in order of rule.
        types, levels: → items, every type and level listed.
        topics, conducts: ids of topics and conducts that no item is about.
        spreads: id of a type → how its keys are spread, for types that tell.
        lengths: of the options of items of which exactly one is right; None where there are none.
        difficulty: least, median and greatest.
        skips: (rule, reason) → places, most frequent first.
        skewed: option texts that tell within their rule whether they are right.
        unasked: kind → records of it that no item asks, in library order; kinds all of which are asked are left out.
    """

    total: int
    cells: Mapping[tuple[str, str, str], int]
    rules: Mapping[tuple[str, str], int]
    types: Mapping[str, int]
    levels: Mapping[str, int]
    topics: tuple[str, ...]
    conducts: tuple[str, ...]
    spreads: Mapping[str, Balance]
    lengths: Lengths | None
    difficulty: tuple[float, float, float]
    skips: tuple[tuple[str, str, int], ...]
    skewed: tuple[Skewed, ...]
    unasked: Mapping[str, tuple[Record, ...]]


def report(library: Library, bank: Bank) -> Report:
    """Count everything in one pass over the bank and one over the library."""
    items = bank.items
    asked_topics = {topic for item in items for topic in item.topics}
    asked_conducts = {item.conduct for item in items if item.conduct}
    single = [item for item in items if types.of(item).sole]
    hard = [item.difficulty for item in items] or [0.0]
    skips = Counter((rule, _OTHER_ITEM.sub("另一题", skip.reason)) for rule, skip in bank.skips)
    return Report(
        total=len(items),
        cells=Counter((item.rule, item.type, topic) for item in items for topic in item.topics),
        rules=dict(sorted(Counter((item.rule, item.type) for item in items).items())),
        types=_every(tuple(types.titles()), (item.type for item in items)),
        levels=_every(get_args(Grade), (item.level for item in items)),
        topics=tuple(topic.id for topic in library.topics if topic.id not in asked_topics),
        conducts=tuple(conduct.id for conduct in library.conducts if conduct.id not in asked_conducts),
        spreads=_spreads(items),
        lengths=_lengths(single),
        difficulty=(min(hard), median(hard), max(hard)),
        skips=tuple((rule, reason, count) for (rule, reason), count in skips.most_common()),
        skewed=skewed(items),
        unasked=_unasked(library, items),
    )


def _spreads(items: Sequence[Item]) -> dict[str, Balance]:
    found = ((type.id, type.spread([item for item in items if item.type == type.id])) for type in types.all_types())
    return {id: spread for id, spread in found if spread is not None}


def _every(names: Sequence[str], found: Iterator[str]) -> dict[str, int]:
    counts = Counter(found)
    return {name: counts[name] for name in names}


def _lengths(single: Sequence[Item]) -> Lengths | None:
    if not single:
        return None
    right = [len(o.text) for item in single for o in item.options if o.correct]
    wrong = [len(o.text) for item in single for o in item.options if not o.correct]
    longest = [
        max(len(o.text) for o in item.options if o.correct) > max(len(o.text) for o in item.options if not o.correct)
        for item in single
    ]
    return Lengths(round(mean(right), 1), round(mean(wrong), 1), round(mean(longest), 3))


def _unasked(library: Library, items: Sequence[Item]) -> dict[str, tuple[Record, ...]]:
    """Records that no item's facts name, nor any item is about."""
    named = {record_named(fact) for item in items for fact in item.facts}
    named |= {("conduct", item.conduct) for item in items if item.conduct}
    asked = [kind.name for kind in kinds() if isinstance(kind.asked, Asked)]
    found = {kind: tuple(record for record in library.all(kind) if (kind, record.id) not in named) for kind in asked}
    return {kind: records for kind, records in found.items() if records}
