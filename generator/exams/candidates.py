"""Candidates: which items may stand in which section, and which of them can be left aside without changing the paper."""

from collections import Counter
from collections.abc import Hashable, Sequence
from dataclasses import dataclass

from generator.exams.scale import difficulty_of
from generator.kinds.blueprint import Blueprint, BlueprintSection, Quota
from generator.questions.bank import Bank
from generator.questions.item import Item, rank

_WEIGHTS = 2**20  # few enough that sums stay exact in the solver, many enough that they hardly ever tie


@dataclass(frozen=True, slots=True)
class Candidate:
    """An item that may stand in a section.

    Attributes:
        section: index of the section in its blueprint.
        item: the item.
        weight: how much this seed likes it there; from the hash of blueprint, seed, section and item id alone.
    """

    section: int
    item: Item
    weight: int


def candidates(blueprint: Blueprint, bank: Bank, seed: int) -> tuple[Candidate, ...]:
    """Every pair of section and item that fit each other, in order of section and bank."""
    return tuple(
        Candidate(index, item, 1 + rank(f"{blueprint.id}/{seed}/{index}", item.id) % _WEIGHTS)
        for index, section in enumerate(blueprint.sections)
        for item in bank.items
        if item.type == section.type and suits(item, blueprint.audience)
    )


def suits(item: Item, audience: str) -> bool:
    """Whether the item is meant for ``audience``: it names it, or names nobody."""
    return not item.audience or audience in item.audience


def meets(item: Item, quota: Quota) -> bool:
    """Whether the item counts towards the quota."""
    return quota.topic in item.topics if quota.topic is not None else quota.rule == item.rule


def shared_facts(pool: Sequence[Candidate]) -> frozenset[str]:
    """Facts that more than one item of the pool uses."""
    items = {candidate.item.id: candidate.item for candidate in pool}
    uses = Counter(fact for item in items.values() for fact in set(item.facts))
    return frozenset(fact for fact, count in uses.items() if count > 1)


def reduced(blueprint: Blueprint, pool: Sequence[Candidate]) -> tuple[Candidate, ...]:
    """Leave aside candidates that no heaviest paper needs; the paper stays the exact optimum.

    Items are alike where every constraint sees them the same: sections, quotas, difficulty where it is bounded, shared
    facts.  Of a class no paper can use more than its sections ask for (one, where they share a fact), so in each section
    the heaviest that many suffice: any other could be exchanged for an unused one of these and the paper would not be
    lighter.
    """
    clashing = shared_facts(pool)
    homes: dict[str, list[Candidate]] = {}
    for candidate in pool:
        homes.setdefault(candidate.item.id, []).append(candidate)
    classes: dict[Hashable, list[list[Candidate]]] = {}
    for places in homes.values():
        facts = clashing.intersection(places[0].item.facts)
        signature = tuple(_seen(blueprint.sections[c.section], c) for c in places)
        classes.setdefault((signature, facts), []).append(places)
    kept: set[tuple[int, str]] = set()
    for (_, facts), alike in classes.items():  # type: ignore[misc]
        sections = [candidate.section for candidate in alike[0]]
        most = 1 if facts else sum(blueprint.sections[index].count for index in sections)
        for place in range(len(sections)):
            here = sorted((places[place] for places in alike), key=lambda c: (-c.weight, c.item.id))
            kept.update((candidate.section, candidate.item.id) for candidate in here[:most])
    return tuple(candidate for candidate in pool if (candidate.section, candidate.item.id) in kept)


def _seen(section: BlueprintSection, candidate: Candidate) -> tuple[Hashable, ...]:
    """What the constraints of a section see of an item."""
    difficulty = difficulty_of(candidate.item) if section.difficulty else None
    return candidate.section, difficulty, tuple(meets(candidate.item, quota) for quota in section.quotas)
