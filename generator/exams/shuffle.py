"""Shuffles by hash: the order of items in a form, and of the options of an item, the key following."""

import re
from collections.abc import Callable
from dataclasses import replace

from generator.questions.item import Item, rank

#: The form whose items stand as the bank has them.
FIRST = "A"
_BEFORE = re.compile(r"[第\d零〇一二三四五六七八九十百千两]")  # what stands before a figure


def order_key(seed: str, form: str) -> Callable[[Item], tuple[int, str]]:
    """Sort key of items within a section; every form has an order of its own."""
    salt = seed if form == FIRST else f"{seed}/{form}"
    return lambda item: (rank(salt, item.id), item.id)


def turned(item: Item, seed: str) -> Item:
    """The item with its options in another order and its key with them.

    判断 keeps 正确 first, and options that stand in an order of their own, as amounts, periods, articles and dates do, keep it.
    """
    if item.type == "judge" or len(item.options) < 2 or _in_order(item):
        return item
    salt = f"{seed}/{item.id}"
    places = sorted(range(len(item.options)), key=lambda place: (rank(salt, item.options[place].text), place))
    new_place = {old: new for new, old in enumerate(places)}
    options = tuple(item.options[old] for old in places)
    sequence = tuple(new_place[old] for old in item.response.sequence)
    if item.type == "order" and sequence == tuple(range(len(sequence))):  # as printed would be the answer
        options, sequence = options[::-1], sequence[::-1]
    prompts = item.response.prompts
    if prompts:
        rows = sorted(range(len(prompts)), key=lambda place: (rank(salt, prompts[place]), place))
        prompts, sequence = tuple(prompts[row] for row in rows), tuple(sequence[row] for row in rows)
    return replace(item, options=options, response=replace(item.response, prompts=prompts, sequence=sequence))


def _in_order(item: Item) -> bool:
    """Whether options are figures, as 第5条 or 不超过30日 are; 由2万元改为5万元 beside 维持2万元不变 has no order."""
    before = {_BEFORE.split(option.text, maxsplit=1)[0] for option in item.options}
    return item.type in {"single", "multiple"} and len(before) == 1
