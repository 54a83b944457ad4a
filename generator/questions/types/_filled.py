"""What 填空题 and 计算题 share: blanks in the stem, each right or wrong by itself."""

import re
from collections.abc import Iterator
from fractions import Fraction
from typing import ClassVar

from generator.questions.answers import fills
from generator.questions.blocks import Accepted, Answer, Block, KeyLine, Spot, Written
from generator.questions.given import NOTHING, Given, Question, Unreadable
from generator.questions.item import Item
from generator.questions.said import Said, Verdict
from generator.questions.types._base import Cite, ItemType

_SPACE = "＿" * 10
_PART = re.compile(r"(?:part|部分)\s*\d+\s*[:：]\s*", re.IGNORECASE)


class Filled(ItemType):
    """Blanks to be filled in."""

    uses: ClassVar[frozenset[str]] = frozenset({"blanks"})
    unit: ClassVar[str] = "空"

    def answer(self, item: Item) -> str:
        """``30日；两年``."""
        return "；".join(blank.accepted[0] for blank in item.response.blanks)

    def told(self, item: Item) -> tuple[str, ...]:
        """The key."""
        return (self.answer(item),)

    def said(self, item: Item) -> Iterator[Verdict]:
        """Each writing that is taken."""
        for place, blank in enumerate(item.response.blanks):
            for text in blank.accepted:
                yield Verdict(Said(text, place=place), True, f"第 {place + 1} 空“{text}”")

    def turned(self, item: Item, seed: str) -> Item:
        """There is nothing to turn."""
        return item

    def paper(self, item: Item, number: int) -> tuple[Block, ...]:
        """The stem, which holds the blanks."""
        return (self.stem(item, number),)

    def card(self, item: Item, number: int) -> tuple[Spot, ...]:
        """A line for each blank."""
        return (Written(number, tuple(_SPACE for _ in item.response.blanks)),)

    def key(self, item: Item, number: int, cite: Cite) -> tuple[KeyLine, ...]:
        """The answer, and what else is taken."""
        more = tuple(
            Accepted(place, blank.accepted[1:])
            for place, blank in enumerate(item.response.blanks, 1)
            if len(blank.accepted) > 1
        )
        return (Answer(f"{number}．", self.answer(item), item.explanation, item.sample), *more)

    def question(self, item: Item, points: Fraction) -> Question:
        """The blanks."""
        if not item.response.blanks:
            raise ValueError(f"{self.id}: no key")
        return Question(self.id, points, len(item.options), blanks=item.response.blanks)

    def platform(self, text: str) -> str | None:
        """``part 1: 30日┋part 2: 两年`` is ``30日；两年``."""
        return _PART.sub("", text).replace("┋", "；")

    def read(self, text: str, question: Question) -> Given:
        """Blanks stand between semicolons or in lines of their own; of a single blank the whole cell is the text."""
        count = len(question.blanks)
        if not text.strip():
            return NOTHING
        found = tuple(part.strip() for part in re.split(r"[;；\n]", text)) if count > 1 else (text.strip(),)
        if len(found) > count:
            raise Unreadable(f"只有 {count} 个空，写了 {len(found)} 个答案")
        return Given(texts=(*found, *("" for _ in range(count - len(found)))))

    def parts(self, question: Question, given: Given) -> tuple[bool, ...]:
        """Blank by blank."""
        texts = (*given.texts, *("" for _ in question.blanks))
        return tuple(fills(blank, text) for blank, text in zip(question.blanks, texts, strict=False))
