"""What single and multiple choice share: options in an order of their own, letters on the card, the right ones as the key."""

import re
from typing import ClassVar

from generator.questions.blocks import Cell, Spot
from generator.questions.flaws import options, style
from generator.questions.flaws.force import UNREASONED
from generator.questions.given import Given, Question
from generator.questions.item import Item, letter
from generator.questions.types._base import ItemType
from generator.questions.types._reading import letters

#: Checks of every item with options to choose from.
CHECKS = (*options.FLAWS, *style.ASKING, UNREASONED)
_BEFORE = re.compile(r"[第\d零〇一二三四五六七八九十百千两]")  # what stands before a figure


class Choice(ItemType):
    """A choice among lettered options."""

    chosen: ClassVar[bool] = True
    ordinals: ClassVar[bool] = True

    def turned(self, item: Item, seed: str) -> Item:
        """Options that stand in an order of their own, as amounts, periods, articles and dates do, keep it."""
        return item if len(item.options) < 2 or in_order(item) else super().turned(item, seed)

    def card(self, item: Item, number: int) -> tuple[Spot, ...]:
        """A mark for each option."""
        return (Cell(number, tuple(letter(place) for place in range(len(item.options)))),)

    def understood(self, plain: str, question: Question) -> Given:
        """Letters in any order."""
        return Given(tuple(sorted(set(letters(plain, question)))))


def in_order(item: Item) -> bool:
    """Whether options are figures, as 第5条 or 不超过30日 are; 由2万元改为5万元 beside 维持2万元不变 has no order."""
    return len({_BEFORE.split(option.text, maxsplit=1)[0] for option in item.options}) == 1
