"""单项选择题: exactly one option is right."""

from collections import Counter
from collections.abc import Sequence

from generator.kinds.question import Question as Authored
from generator.questions.flaws import key, options
from generator.questions.flaws.contradiction import CONTRADICTION
from generator.questions.given import Given, Question, Unreadable
from generator.questions.item import Item, Option
from generator.questions.placing import place_key
from generator.questions.types._balance import Balance, evenly
from generator.questions.types._base import ItemType
from generator.questions.types._choice import CHECKS, Choice

_USUAL = 4  # options of an item whose key's place is counted


class Single(Choice):
    """See ``ItemType``."""

    id = "single"
    by_hand = True
    title = "单项选择题"
    place = 1
    called = "单选|单项选择|单项|single"
    brought = "options"
    begins = True
    rule_text = "每题只有一个选项正确。"
    sole = True
    flaws = (key.ONE, key.LONGEST, key.CUED, options.MIXED, *CHECKS, options.OVERLAPPING, CONTRADICTION)

    def luck(self, item: Item) -> float:
        """One option of all."""
        return 1 / len(item.options)

    def balance(self, items: Sequence[Item]) -> Balance | None:
        """Where the key stands among four."""
        return self._places("单选题答案的位置", items)

    def spread(self, items: Sequence[Item]) -> Balance | None:
        """As ``balance``."""
        return self._places("单选答案位置", items)

    def _places(self, title: str, items: Sequence[Item]) -> Balance:
        return evenly(title, "ABCD", Counter(self.answer(item) for item in items if len(item.options) == _USUAL))

    def misfit(self, authored: Authored) -> str | None:
        """One right option of three or more."""
        right = sum(option.correct for option in authored.options)
        good = right == 1 and len(authored.options) >= 3 and authored.answer is None
        return None if good else "答案与题型不合：单选恰有一个正确项，选项不少于三个，不写 answer"

    def authored_options(self, authored: Authored, seed: str) -> tuple[Option, ...]:
        """Amounts in the order written; else the key stands where the id puts it."""
        written = super().authored_options(authored, seed)
        if any(option.text[:1].isdigit() for option in written):
            return written
        right = next(option for option in written if option.correct)
        return place_key(right, [option for option in written if not option.correct], seed)

    def understood(self, plain: str, question: Question) -> Given:
        """One letter."""
        given = super().understood(plain, question)
        if len(given.places) > 1:
            raise Unreadable("单选题写了两个以上答案")
        return given


TYPE: ItemType = Single()
