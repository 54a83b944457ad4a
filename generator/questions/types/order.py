"""排序题: all options, to be put in the right order."""

from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction
from itertools import combinations
from math import factorial

from generator.questions.blocks import Block, Letters, Space, Spot
from generator.questions.flaws import options, response
from generator.questions.given import Given, Question, Unreadable
from generator.questions.item import Item, letter
from generator.questions.said import Said, Verdict
from generator.questions.types._base import ItemType
from generator.questions.types._reading import letters


class Order(ItemType):
    """See ``ItemType``."""

    id = "order"
    title = "排序题"
    place = 6
    called = "排序"
    rule_text = "把字母按先后写出来。"
    practice = "程序的先后，只考条文定死的次序。"
    flaws = (*options.FLAWS, response.ORDER)
    uses = frozenset({"sequence"})
    ordinals = True

    def luck(self, item: Item) -> float:
        """One of all orders."""
        return 1 / factorial(len(item.options))

    def more_steps(self, item: Item) -> float:
        """Half a step for each neighbour beyond the first pair."""
        return (len(item.options) - 2) / 2

    def answer(self, item: Item) -> str:
        """``CABD``."""
        return "".join(letter(place) for place in item.response.sequence)

    def said(self, item: Item) -> Iterator[Verdict]:
        """Of every two, which comes first."""
        for one, other in combinations([item.options[place].text for place in item.response.sequence], 2):
            yield Verdict(Said(other, one), True, f"“{one}”在“{other}”之前")
            yield Verdict(Said(one, other), False, f"“{other}”在“{one}”之前")

    def turned(self, item: Item, seed: str) -> Item:
        """Never as it should be."""
        turned, new_place = self.reordered(item, seed)
        sequence, shown = tuple(new_place[old] for old in item.response.sequence), turned.options
        if sequence == tuple(range(len(sequence))):  # as printed would be the answer
            shown, sequence = shown[::-1], sequence[::-1]
        return replace(turned, options=shown, response=replace(item.response, sequence=sequence))

    def paper(self, item: Item, number: int) -> tuple[Block, ...]:
        """The options and a space for their letters."""
        return (*super().paper(item, number), Space("先后：", "（　　　　　　）"))

    def card(self, item: Item, number: int) -> tuple[Spot, ...]:
        """Room for the letters."""
        return (Letters(number, len(item.options)),)

    def question(self, item: Item, points: Fraction) -> Question:
        """The right order."""
        return self.in_sequence(item, points)

    def understood(self, plain: str, question: Question) -> Given:
        """Letters in turn, none twice."""
        places = letters(plain, question)
        if len(set(places)) < len(places):
            raise Unreadable("排序题里一个字母写了两次")
        return Given(places)

    def parts(self, question: Question, given: Given) -> tuple[bool, ...]:
        """All or nothing."""
        return (not given.empty and given.places == question.sequence,)


TYPE: ItemType = Order()
