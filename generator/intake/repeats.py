"""Questions that ask again what another one of the file, or the bank, asks."""

from collections import defaultdict
from collections.abc import Mapping, Sequence

from generator.importing.questions.base import Brought
from generator.intake.words import core, plain, share
from generator.questions.answers import normal
from generator.questions.item import Item
from generator.questions.twins import twins

#: Share of pairs of letters from which two stems ask the same: with the same options, and with others.
_SAME, _LIKE = 0.75, 0.9
_SHORTEST = 4


def within(questions: Sequence[Brought]) -> Mapping[int, int]:
    """Place of each question that repeats an earlier one of the file → place of that one.

    Two are the same where they have the same answer in words and like stems; options in another order, another way to ask and
    another writing of the citation change nothing.
    """
    found: dict[int, int] = {}
    groups: dict[tuple[str, ...], list[int]] = defaultdict(list)
    cores = [core(question.stem) for question in questions]
    for place, question in enumerate(questions):
        if not question.stem:
            continue
        key = (question.type, *_key(question))
        for earlier in groups[key]:
            if _same(questions[earlier], question, cores[earlier], cores[place]):
                found[place] = earlier
                break
        else:
            groups[key].append(place)
    return found


def in_bank(bank: Sequence[Item], items: Sequence[Item]) -> Mapping[str, str]:
    """Id of each of ``items`` that the bank asks already → id of the bank's."""
    ids = {item.id for item in items}
    others = [item for item in bank if item.id not in ids]
    known = {item.id for item in others}
    found = twins([*others, *items])
    return {id: other for id, other in found.items() if id in ids and other in known}


def _key(question: Brought) -> tuple[str, ...]:
    if question.truth is not None:
        return (str(question.truth),)
    if question.blanks:
        return tuple(normal(blank[0]) for blank in question.blanks)
    return tuple(sorted(plain(question.options[place]) for place in question.right))


def _same(one: Brought, other: Brought, first: str, second: str) -> bool:
    if plain(one.stem) == plain(other.stem):
        return True
    if min(len(first), len(second)) < _SHORTEST:
        return False
    options = one.options and sorted(map(plain, one.options)) == sorted(map(plain, other.options))
    if options:
        return share(first, second) >= _SAME
    exact = plain(one.stem), plain(other.stem)  # what is denied counts: 未 and 没有 stay
    return share(*exact) >= _LIKE and min(map(len, exact)) >= _LIKE * max(map(len, exact))
