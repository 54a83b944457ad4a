"""The words of a question without what all questions have: its citations, the way it asks, its punctuation."""

import re

from generator.auditing.likeness import bigrams
from generator.importing.questions.base import Brought

_CITED = re.compile(
    r"(?:依照|依据|根据|按照|按|依)?(?:《[^》]{2,40}》|[\u4e00-\u9fff]{2,12}(?:法典|法|条例|办法)(?=第))(?:第[〇零一二三四五六七八九十百千\d]+条(?:之[一二三四五六七八九十])?(?:第[一二三四五六七八九十\d]+款)?(?:第?[（(]?[一二三四五六七八九十\d]+[)）]?项)?)?(?:的?规定)?[，,]?"
)
_ASKING = re.compile(
    r"罚款幅度(?:是|为)|(?:应当?)?处(?:以)?(?:多少|什么|何种)?(?:（　　）|＿+)?的?罚款|(?:的罚款)?数额(?:是|为)|是多少|下列|以下|正确的(?:是|有)|说法|（　　）|＿+|示例"
)
_SMALL = re.compile(r"没有|未|不曾|的|了|将|把|应当|应|就|，")
_MARKS = re.compile(r"[^\w%]|_")


def uncited(text: str) -> str:
    """A text without the articles that it cites."""
    return _CITED.sub("", text)


def plain(text: str) -> str:
    """A text without punctuation and spaces."""
    return _MARKS.sub("", text)


def core(stem: str) -> str:
    """What a stem is about, without citations, the way it asks and small words."""
    return plain(_SMALL.sub("", _ASKING.sub("", uncited(stem))))


def content(question: Brought) -> str:
    """What a question says: its stem without citations, and what is right."""
    return uncited(question.stem) + "".join(question.options[place] for place in question.right)


def share(one: str, other: str) -> float:
    """How many of the pairs of letters of the shorter text the longer one has too, from 0 to 1."""
    first, second = set(bigrams(one)), set(bigrams(other))
    least = min(len(first), len(second))
    return len(first & second) / least if least else float(one == other)
