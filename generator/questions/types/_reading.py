"""Letters in a cell of an answer table: “abd”, “A,B,D”, “Ａ、Ｂ”; what can't be understood is never guessed."""

import re

from generator.questions.given import Question, Unreadable
from generator.questions.item import letter

BETWEEN = re.compile(r"[\s,，、;；/|.。·+&和\[\]()（）【】→>┋┇┊“”‘’「」\"'-]+")
_TELLING = 30  # characters of a cell that a message repeats


def letters(plain: str, question: Question) -> tuple[int, ...]:
    """Places of the options whose letters stand in ``plain``.  Raises Unreadable."""
    return tuple(place_of(mark, question) for mark in BETWEEN.sub("", plain))


def place_of(mark: str, question: Question) -> int:
    """Place of the option with the letter ``mark``.  Raises Unreadable."""
    place = ord(mark) - ord("A")
    if not 0 <= place < 26:
        raise Unreadable(f"要写选项字母，“{short(mark)}”不是")
    if place >= question.options:
        raise Unreadable(f"没有选项 {mark}，最后一个是 {letter(question.options - 1)}")
    return place


def short(text: str) -> str:
    """As much of a cell as a message repeats."""
    return text if len(text) <= _TELLING else text[:_TELLING] + "…"
