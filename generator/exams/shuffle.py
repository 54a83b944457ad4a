"""Shuffles by hash: the order of items in a form, and of the options of an item, the key following."""

from collections.abc import Callable

from generator.questions import types
from generator.questions.item import Item, rank

#: The form whose items stand as the bank has them.
FIRST = "A"


def order_key(seed: str, form: str) -> Callable[[Item], tuple[int, str]]:
    """Sort key of items within a section; every form has an order of its own."""
    salt = seed if form == FIRST else f"{seed}/{form}"
    return lambda item: (rank(salt, item.id), item.id)


def turned(item: Item, seed: str) -> Item:
    """The item with its options in another order and its key with them, as far as its type lets them be turned."""
    return types.of(item).turned(item, f"{seed}/{item.id}")
