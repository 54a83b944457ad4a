"""判断题: a statement that is true or false; its two options are 正确 and 错误, in that order."""

import re
from collections import Counter
from collections.abc import Iterator, Sequence

from generator.kinds.question import Question as Authored
from generator.questions.blocks import Answer, Block, Cell, KeyLine, Spot
from generator.questions.flaws import key
from generator.questions.flaws.contradiction import CONTRADICTION
from generator.questions.given import Given, Question, Unreadable
from generator.questions.item import Item, Option
from generator.questions.placing import judge_options
from generator.questions.said import Said, Verdict
from generator.questions.types._balance import Balance, evenly
from generator.questions.types._base import Cite, ItemType
from generator.questions.types._reading import BETWEEN, short

_WORDS = ("正确", "错误")
_TRUE = frozenset(
    {
        "对",
        "正确",
        "√",
        "✓",
        "✔",
        "☑",
        "T",
        "TRUE",
        "是",
        "Y",
        "YES",
        "A",
        "对的",
        "正确的",
        "没错",
        "真",
        "✅",
        "RIGHT",
    }
)
_FALSE = frozenset(
    {
        "错",
        "错误",
        "×",
        "✗",
        "✘",
        "✕",
        "╳",
        "X",
        "☒",
        "F",
        "FALSE",
        "否",
        "N",
        "NO",
        "B",
        "不对",
        "不正确",
        "错的",
        "错误的",
        "不是",
        "假",
        "❌",
        "❎",
        "WRONG",
    }
)

_LETTERED = re.compile(r"[(（\[]?[A-Za-z][)）\]]?\s*[.．、:：)）\s]\s*(\S.*)", re.DOTALL)
_PREFIX = re.compile(r"^(?:我?选择?|答案?(?:是|为|选)?|选项)[:：\s]*(?=[A-Za-z])|(?<=[A-Za-z])\s*(?:项|选项)$")
_JUDGED = {
    "1": "A",
    "0": "B",
    "1.0": "A",
    "0.0": "B",
    "2.0": "B",
    "O": "√",
    "o": "√",
    "2": "B",
    "V": "√",
    "v": "√",
    "〇": "√",
    "○": "√",
    "◯": "√",
    "①": "A",
    "②": "B",
    "勾": "√",
    "叉": "×",
}
#: What stands around an answer, or behind it where a platform parts several by it.
_ROUND = "()（）[]【】。. “”‘’\"'┋┇┊;；,，、"
_LOCUS = re.compile(r"第\d+条(?:之.)?|\d+年(?:\d+月)?(?:\d+日)?")  # what cites or dates, and is not asked
_FIGURES = re.compile(r"\d+(?:\.\d+)?[万亿]?[元倍%日年月个]")
_TWICE = re.compile(r"(.+?)\s*[(（](.+?)[)）]")
_TRUE_TEXTS, _FALSE_TEXTS = frozenset({"对", "正确", "是", "√"}), frozenset({"错", "错误", "否", "×", "不对", "不正确"})


class Judge(ItemType):
    """See ``ItemType``."""

    id = "judge"
    by_hand = True
    title = "判断题"
    place = 3
    called = r"判断|是非|对错|正误|true\s*/?\s*false|judge"
    brought = "verdict"
    begins = True
    rule_text = "正确的写“正确”，错误的写“错误”。"
    flaws = (key.JUDGEMENT, CONTRADICTION)
    lettered = False
    chosen = True

    def answer(self, item: Item) -> str:
        """正确 or 错误."""
        return next(option.text for option in item.options if option.correct)

    def said(self, item: Item) -> Iterator[Verdict]:
        """The statement."""
        true = next(option.correct for option in item.options if option.text == _WORDS[0])
        yield Verdict(Said(item.stem, stated=True), true, "题干")

    def luck(self, item: Item) -> float:
        """Half."""
        return 0.5

    def nearness(self, item: Item) -> float:
        """Of a figure, any other would sound as well."""
        return 1.0 if _FIGURES.search(_LOCUS.sub("", item.stem)) else item.closeness

    def balance(self, items: Sequence[Item]) -> Balance | None:
        """How many are true."""
        return evenly("判断题的正误", _WORDS, Counter(self.answer(item) for item in items))

    def spread(self, items: Sequence[Item]) -> Balance | None:
        """As ``balance``."""
        return evenly("判断", _WORDS, Counter(self.answer(item) for item in items))

    def misfit(self, authored: Authored) -> str | None:
        """Whether it is true, and no options."""
        good = authored.answer is not None and not authored.options
        return None if good else "答案与题型不合：判断题只写 answer（true 或 false），不写选项"

    def authored_options(self, authored: Authored, seed: str) -> tuple[Option, ...]:
        """正确 and 错误, the right one with the explanation."""
        return judge_options(bool(authored.answer), authored.explanation)

    def turned(self, item: Item, seed: str) -> Item:
        """正确 stays first."""
        return item

    def paper(self, item: Item, number: int) -> tuple[Block, ...]:
        """The statement and a space."""
        return (self.stem(item, number, "（　　）"),)

    def card(self, item: Item, number: int) -> tuple[Spot, ...]:
        """The two words."""
        return (Cell(number, _WORDS),)

    def key(self, item: Item, number: int, cite: Cite) -> tuple[KeyLine, ...]:
        """The explanation says all."""
        return (Answer(f"{number}．", self.answer(item), item.explanation, item.sample),)

    def platform(self, text: str) -> str | None:
        """``A.对``, 1, 勾 …"""
        bare = text.strip()
        lettered = _LETTERED.fullmatch(bare)
        if lettered and lettered[1].strip(" 。.") in _TRUE_TEXTS | _FALSE_TEXTS:
            bare = lettered[1].strip()
        return _JUDGED.get(bare, _PREFIX.sub("", bare))

    def understood(self, plain: str, question: Question) -> Given:
        """对, √, T … or 错, ×, F …"""
        twice = _TWICE.fullmatch(plain.strip())
        if twice and all(part in _TRUE for part in twice.groups()):
            return Given((0,))
        if twice and all(part in _FALSE for part in twice.groups()):
            return Given((1,))
        word = plain.strip(_ROUND)
        if word in _TRUE:
            return Given((0,))
        if word in _FALSE:
            return Given((1,))
        if set(BETWEEN.sub("", word)) in ({"A", "B"}, {"T", "F"}, {"对", "错"}, {"√", "×"}):
            raise Unreadable("判断题写了两个答案")
        raise Unreadable(f"判断题要写 对 或 错，“{short(plain)}”看不懂")

    def shown(self, item: Item, given: Given) -> str:
        """The word."""
        return item.options[given.places[0]].text

    def reread(self, item: Item) -> Iterator[tuple[str, str]]:
        """Nothing: there is no option that one doesn't know."""
        yield from ()


TYPE: ItemType = Judge()
