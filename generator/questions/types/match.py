"""连线题: every prompt on the left has its option on the right, where some may fit none."""

import re
from collections.abc import Iterator
from dataclasses import replace
from fractions import Fraction

from generator.questions.blocks import Block, Pairs, Spot, Written
from generator.questions.flaws import options, response
from generator.questions.given import Given, Question, Unreadable
from generator.questions.item import Item, letter, rank
from generator.questions.said import Said, Verdict
from generator.questions.types._base import ItemType
from generator.questions.types._reading import BETWEEN, place_of, short

_PAIR = re.compile(r"[(（]?(\d{1,2})[)）]?[\s.、:：=_—–→>-]*([A-Z])")


class Match(ItemType):
    """See ``ItemType``."""

    id = "match"
    title = "连线题"
    place = 5
    called = "连线|匹配|配对|matching"
    rule_text = "给每一项写上对应的字母；右栏有的项可能用不上。"
    practice = "几件事各归哪个机关，一一对应。"
    flaws = (*options.FLAWS, response.PAIRS)
    uses = frozenset({"prompts", "sequence"})

    def luck(self, item: Item) -> float:
        """Of each prompt one option of all."""
        return 1 / len(item.options)

    def more_steps(self, item: Item) -> float:
        """Half a step for each prompt beyond the first."""
        return (len(item.response.prompts) - 1) / 2

    def answer(self, item: Item) -> str:
        """``1-C 2-A``."""
        return " ".join(f"{number}-{letter(place)}" for number, place in enumerate(item.response.sequence, 1))

    def said(self, item: Item) -> Iterator[Verdict]:
        """Every prompt with every option."""
        for prompt, right in zip(item.response.prompts, item.response.sequence, strict=True):
            for place, option in enumerate(item.options):
                yield Verdict(Said(option.text, prompt), place == right, f"“{prompt}”与“{option.text}”")

    def turned(self, item: Item, seed: str) -> Item:
        """Both columns, each by itself."""
        turned, new_place = self.reordered(item, seed)
        prompts, sequence = item.response.prompts, [new_place[old] for old in item.response.sequence]
        rows = sorted(range(len(prompts)), key=lambda place: (rank(seed, prompts[place]), place))
        changed = replace(
            item.response,
            prompts=tuple(prompts[row] for row in rows),
            sequence=tuple(sequence[row] for row in rows),
        )
        return replace(turned, response=changed)

    def paper(self, item: Item, number: int) -> tuple[Block, ...]:
        """The stem and two columns."""
        return (self.stem(item, number), Pairs(item.response.prompts, tuple(option.text for option in item.options)))

    def card(self, item: Item, number: int) -> tuple[Spot, ...]:
        """A space for each prompt."""
        return (Written(number, tuple(f"{place}－（　　）" for place in range(1, len(item.response.prompts) + 1))),)

    def question(self, item: Item, points: Fraction) -> Question:
        """For each prompt the place of its option."""
        return self.in_sequence(item, points)

    def understood(self, plain: str, question: Question) -> Given:
        """``1-C 2-A``, or the letters alone in the order of the prompts, with a dash where there is none."""
        count = len(question.sequence)
        pairs = _PAIR.findall(plain)
        if not pairs:
            marks = re.sub(r"[\s,，、;；/|]+", "", plain).replace("_", "-")
            if len(marks) != count:
                raise Unreadable(f"连线题有 {count} 项，写了 {len(marks)} 个字母")
            return Given(tuple(-1 if mark == "-" else place_of(mark, question) for mark in marks))
        places = [-1] * count
        for number, mark in pairs:
            if not 1 <= int(number) <= count:
                raise Unreadable(f"连线题没有第 {number} 项")
            if places[int(number) - 1] >= 0:
                raise Unreadable(f"连线题第 {number} 项写了两个答案")
            places[int(number) - 1] = place_of(mark, question)
        if BETWEEN.sub("", _PAIR.sub("", plain)):
            raise Unreadable(f"连线题写成 1-C 2-A，“{short(plain)}”看不懂")
        return Given(tuple(places))

    def parts(self, question: Question, given: Given) -> tuple[bool, ...]:
        """Pair by pair."""
        places = (*given.places, *(-1 for _ in question.sequence))
        return tuple(place == wanted for place, wanted in zip(places, question.sequence, strict=False))

    def shown(self, item: Item, given: Given) -> str:
        """``1-C 2-A``, without those that were left open."""
        return " ".join(f"{number}-{letter(place)}" for number, place in enumerate(given.places, 1) if place >= 0)

    def reread(self, item: Item) -> Iterator[tuple[str, str]]:
        """Both columns."""
        yield from ((f"{number}．", prompt) for number, prompt in enumerate(item.response.prompts, 1))
        yield from super().reread(item)


TYPE: ItemType = Match()
