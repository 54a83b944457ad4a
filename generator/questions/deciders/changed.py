"""Whether the fine that applied went from what a text says to what it says, or stayed as it says, with the Code."""

import re

from generator.library import Library
from generator.questions.deciders._base import Amount, Decider, amount, amounts_in, equal
from generator.questions.deciders._then import change_of, fined_then
from generator.questions.item import Claim, Item
from generator.questions.said import Said

_BOUNDS = {"下限": 1, "上限": 2}
_KEPT = re.compile(r"维持.*不变|没有变")


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    found = change_of(library, claim)
    if found is None:
        return None
    row, change, new_fine = found
    fined = fined_then(library, row, change, item.stem)
    named = (
        row.old is not None and row.old.locus in item.stem and any(basis.whole.locus in item.stem for basis in row.new)
    )
    if fined is None or not named:
        return None
    was, now = fined[0], amount(new_fine)
    text = said.text
    if said.stated:  # titles of conduct and old articles may hold figures of their own
        text = text[text.rindex("罚款", 0, max(text.rfind(word) for word in ("由", "仍是")) + 1) :]
    bound = next((place for word, place in _BOUNDS.items() if word in text), None)
    shown = amounts_in(text)
    if _KEPT.search(text):
        return len(shown) == 1 and _is(shown[0], was, bound) and _is(shown[0], now, bound)
    if len(shown) != 2:
        return None
    if bound and ("提高" in text) != (_value(shown[1]) > _value(shown[0])):
        return False
    return _is(shown[0], was, bound) and _is(shown[1], now, bound)


def _is(shown: Amount | None, fine: Amount, bound: int | None) -> bool:
    """Whether the sum is the fine, or one of its bounds."""
    if bound is None or shown is None:
        return equal(shown, fine)
    return shown[0] == fine[0] and shown[1] == shown[2] == fine[bound]


def _value(shown: Amount | None) -> float:
    return shown[1] if shown else 0


DECIDER = Decider("changed", decide)
