"""多项选择题: two options or more are right, and not all; the one type that papers mark by rules of their own."""

from collections import Counter
from collections.abc import Mapping, Sequence
from decimal import Decimal

from generator.kinds.question import Question as Authored
from generator.questions.flaws import key
from generator.questions.given import ZERO, Given, Half, Question, Rule, half_of, rounded
from generator.questions.item import Item, Option, rank
from generator.questions.types._balance import Balance, evenly
from generator.questions.types._base import ItemType
from generator.questions.types._choice import CHECKS, Choice

_USUAL = 4
_DIRECTIONS: Mapping[Rule, str] = {
    "all_or_nothing": "每题有两个以上选项正确，全部选对才得分。",
    "half": "每题有两个以上选项正确，漏选得一半分，错选不得分。",
    "proportional": "每题有两个以上选项正确，漏选按比例得分，错选不得分。",
}


class Multiple(Choice):
    """See ``ItemType``."""

    id = "multiple"
    by_hand = True
    several = True
    title = "多项选择题"
    place = 2
    called = "多选|多项选择|多项|不定项|复选|multiple|multi"
    brought = "options"
    practice = "选项个数和正确项个数都不固定，逐项判断。"
    flaws = (key.SEVERAL, *CHECKS)

    def directions(self, marking: Rule) -> str:
        """What an incomplete answer earns."""
        return _DIRECTIONS[marking]

    def luck(self, item: Item) -> float:
        """One of the sets that have two options or more."""
        return 1 / ((1 << len(item.options)) - len(item.options) - 1)

    def more_steps(self, item: Item) -> float:
        """Half a step for each option beyond the first: each is decided by itself."""
        return (len(item.options) - 1) / 2

    def balance(self, items: Sequence[Item]) -> Balance | None:
        """Where right options stand among four."""
        usual = [item for item in items if len(item.options) == _USUAL]
        return evenly("多选题正确项的位置", "ABCD", Counter(mark for item in usual for mark in self.answer(item)))

    def spread(self, items: Sequence[Item]) -> Balance | None:
        """How many options are right."""
        counts = sorted(Counter(len(self.answer(item)) for item in items).items())
        return Balance("多选正确项", {f"{right} 个": count for right, count in counts}, even=False)

    def authored_options(self, authored: Authored, seed: str) -> tuple[Option, ...]:
        """Amounts in the order written; else as the id draws it, since people write down last what is wrong."""
        written = super().authored_options(authored, seed)
        if any(option.text[:1].isdigit() for option in written):
            return written
        return tuple(sorted(written, key=lambda option: rank(seed, option.text)))

    def misfit(self, authored: Authored) -> str | None:
        """Two right options or more, and a wrong one."""
        right = sum(option.correct for option in authored.options)
        good = right >= 2 and len(authored.options) > right and authored.answer is None
        return None if good else "答案与题型不合：多选至少两个正确项，且有错误项，不写 answer"

    def earned(self, question: Question, given: Given, rule: Rule, half: Half) -> Decimal:
        """All for the right options; by ``rule`` nothing, half or a share for some of them and no wrong one."""
        if all(self.parts(question, given)):
            return rounded(question.points)
        chosen = set(given.places)
        if not chosen or not chosen < set(question.right):
            return ZERO
        if rule == "half":
            return rounded(half_of(question.points, half))
        return rounded(question.points * len(chosen) / len(question.right)) if rule == "proportional" else ZERO


TYPE: ItemType = Multiple()
