"""Candidates: which items may stand in which section."""

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

from generator.exams.scale import difficulty_of, scaled
from generator.kinds._base import BasisValue
from generator.kinds.blueprint import Blueprint, BlueprintSection, Quota
from generator.kinds.conduct import Conduct
from generator.kinds.must_know import MustKnow
from generator.kinds.obligation import Obligation
from generator.library import Library
from generator.questions import types
from generator.questions.asking import articles
from generator.questions.bank import Bank
from generator.questions.fact_ids import record_named
from generator.questions.item import Item, rank

_WEIGHTS = 2**20  # few enough that sums stay exact in the solver, many enough that they hardly ever tie


@dataclass(frozen=True, slots=True)
class Eligible:
    """An item that may stand in a section.

    Attributes:
        section: index of the section in its blueprint.
        item: the item.
        weight: how much this seed likes it there; from the hash of blueprint, seed, section and item id alone.
        industries: ids of the industries whose conduct or obligation it is about.
        counts: indices of the section's quotas that it counts towards.
        covers: articles that it rests on, ``law/article``, of the list that the paper covers.
    """

    section: int
    item: Item
    weight: int
    industries: tuple[str, ...] = ()
    counts: frozenset[int] = frozenset()
    covers: tuple[str, ...] = ()

    @property
    def takes(self) -> int:
        """How many numbers of the paper it bears."""
        return types.of(self.item).takes(self.item)


def eligible_items(blueprint: Blueprint, library: Library, bank: Bank, seed: int) -> tuple[Eligible, ...]:
    """Every pair of section and item that fit each other, in order of section and bank."""
    listed, wanted = listed_articles(library, blueprint.must_know), listed_articles(library, blueprint.cover)
    banned, topics = frozenset(blueprint.ban), frozenset(blueprint.topics)
    allowed = [
        item
        for item in bank.items
        if suits(item, blueprint.audience)
        and item.id not in banned
        and item.rule not in banned
        and (not topics or not topics.isdisjoint(item.topics))
        and (listed is None or any(article in listed for article in articles(item)))
    ]
    return tuple(
        _counted(
            section,
            Eligible(
                index,
                item,
                _weight(blueprint, seed, index, item),
                industries_of(library, item),
                covers=tuple(article for article in articles(item) if article in (wanted or ())),
            ),
        )
        for index, section in enumerate(blueprint.sections)
        for item in allowed
        if fits(item, section)
    )


def _counted(section: BlueprintSection, entry: Eligible) -> Eligible:
    counts = frozenset(number for number, quota in enumerate(section.quotas) if meets(entry, quota))
    return replace(entry, counts=counts)


def weights(blueprint: Blueprint, pool: Sequence[Eligible], seed: int | str) -> list[int]:
    """How much another draw likes each entry."""
    return [_weight(blueprint, seed, entry.section, entry.item) for entry in pool]


def _weight(blueprint: Blueprint, seed: int | str, section: int, item: Item) -> int:
    return 1 + rank(f"{blueprint.id}/{seed}/{section}", item.id) % _WEIGHTS


def listed_articles(library: Library, list_id: str | None) -> Mapping[str, BasisValue] | None:
    """The articles of a must-know list in its order, by ``law/article``; None where there is no such list."""
    record = library.get("must-know", list_id or "")
    if not isinstance(record, MustKnow):
        return None
    return {f"{one.basis.regulation}/{one.basis.key}": one.basis.whole for one in record.articles}


def fits(item: Item, section: BlueprintSection) -> bool:
    """Whether the item may stand in the section: its type, and its points where they are its own."""
    return item.type == section.type and types.of(item).worth(item) in {None, section.points}


def industries_of(library: Library, item: Item) -> tuple[str, ...]:
    """Industries of the conduct, or of the obligations that are among its facts; none where it is about neither."""
    found: dict[str, None] = {}
    conduct = library.get("conduct", item.conduct or "")
    if isinstance(conduct, Conduct):
        found.update(dict.fromkeys(conduct.industries))
    for fact in item.facts:
        record = library.get(*record_named(fact))
        if isinstance(record, Obligation):
            found.update(dict.fromkeys(record.industries))
    return tuple(found)


def suits(item: Item, audience: str) -> bool:
    """Whether the item is meant for ``audience``: it names it, or names nobody."""
    return not item.audience or audience in item.audience


def meets(entry: Eligible, quota: Quota) -> bool:
    """Whether the item counts towards the quota: every field that the quota names fits."""
    item = entry.item
    band = quota.difficulty
    return (
        (quota.topic is None or quota.topic in item.topics)
        and (quota.industry is None or quota.industry in entry.industries)
        and (quota.regulation is None or any(basis.regulation == quota.regulation for basis in item.basis))
        and (quota.rule is None or quota.rule == item.rule)
        and (quota.level is None or quota.level == item.level)
        and (quota.thought is None or quota.thought == item.thought)
        and (quota.audience is None or quota.audience in item.audience)
        and (band is None or scaled(band[0]) <= difficulty_of(item) <= scaled(band[1]))
    )


def shared_facts(pool: Sequence[Eligible]) -> frozenset[str]:
    """Facts that more than one item of the pool uses."""
    items = {entry.item.id: entry.item for entry in pool}
    uses = Counter(fact for item in items.values() for fact in set(item.facts))
    return frozenset(fact for fact, count in uses.items() if count > 1)
