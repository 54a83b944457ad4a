"""Where a line of a paper is cut: at a second question, at the answers of another section, behind the name of a type."""

import re

from generator.importing.questions.written import marks, options
from generator.importing.questions.written.marks import INLINE, ROOM, Head


def asks(text: str) -> bool:
    """Whether a line ends as a question or a statement to judge does."""
    found = [*ROOM.finditer(text), *INLINE.finditer(text)]
    return any(len(text) - one.end() <= 2 or len(text) > 12 for one in found)


def second_in(text: str, number: int) -> tuple[str, str]:
    """A line cut where the question of the next number begins in it."""
    at = 0
    while (at := text.find(str(number), at + 1)) > 0:
        if text[at - 1] not in " \t\u3000。；;）)？?" or text[at - 1].isdigit():
            continue
        rest = text[at:]
        numbered = marks.number_of(rest)
        before = text[:at]
        if numbered is None or numbered[0] != number or rest[len(str(number)) : len(str(number)) + 1].isdigit():
            continue
        asked = INLINE.search(numbered[1]) or ROOM.search(numbered[1]) or len(options.split(numbered[1])[1]) > 1
        if asked and (INLINE.search(before) or ROOM.search(before) or len(options.split(before)[1]) > 1):
            return before.rstrip(), rest
    return text, ""


def sections_in(text: str) -> list[str]:
    """A line of answers cut where those of another section begin: 一、1.A 2.B 二、1.AB, （一）1.A （二）1.AB."""
    return re.split(r"[\s；;。]+(?=[一二三四五六七八九十]{1,2}\s*[、.．]|[（(][一二三四五六七八九十]{1,2}[）)])", text)


def led_by_kind(text: str) -> tuple[Head, str] | None:
    """``单选题：1.B 2.C``: the head of a section and its answers on one line."""
    for mark in ("：", ":", " ", "\u3000", "\t"):
        title, found, rest = text.partition(mark)
        if found and rest.strip() and (head := marks.head_of(title.strip())):
            return head, rest.strip()
    return None
