"""What the Markdown of papers, keys and sheets shares.

What the bank says is text and never markup.  Questions are paragraphs with their own full-width numbers, not lists, so that
no reader renumbers them.
"""

import re
from collections.abc import Iterable, Iterator

from generator.exams.paper import Paper, PaperSection
from generator.exports.papers import words
from generator.questions.item import Item

BREAK = "  \n"  # two spaces end a line in every dialect
_SPECIAL = re.compile(r"[\\`*_\[\]<>&|~^$=@]|(?<!\d):|:(?!\d\d(?![\d:]))")  # 22:10 is a time in every dialect
#: Escapes that every dialect knows; the rest go as character references, which no dialect gives a meaning.
_BACKSLASH = frozenset("\\`*_[]>")
_LINE_START = re.compile(r"^(?:([#+\-])|(\d+)([.)])(?=\s|$))")


def escape(text: str) -> str:
    """``text`` so that Markdown shows exactly it; its line breaks stay line breaks."""
    lines = [" ".join(line.split()) for line in text.splitlines()]
    return BREAK.join(_LINE_START.sub(_plain_start, _SPECIAL.sub(_plain, line)) for line in lines if line)


def code(text: str) -> str:
    """``text`` as a span of code, which shows ids and places of files as they are; escaped where it can't be one."""
    return f"`{text}`" if text and not re.search(r"[`|\\\n]", text) else escape(text)


def _plain(found: re.Match[str]) -> str:
    character = found.group()
    return f"\\{character}" if character in _BACKSLASH else f"&#{ord(character)};"


def _plain_start(found: re.Match[str]) -> str:
    """Keep a line from becoming a heading or a list."""
    mark, number, point = found.groups()
    return f"\\{mark}" if mark else f"{number}\\{point}"


def stressed(text: str) -> str:
    """A stem, with what stands between double asterisks (**不**) in bold."""
    parts = re.split(r"\*\*(.+?)\*\*", text)
    return "".join(f"**{escape(part)}**" if place % 2 else escape(part) for place, part in enumerate(parts))


def document(blocks: Iterable[str]) -> bytes:
    """Blocks with an empty line between them."""
    return ("\n\n".join(blocks) + "\n").encode()


def titled(paper: Paper) -> str:
    """Title, form where there are several, and that it is a sample."""
    return escape(words.titled(paper))


def numbered(paper: Paper) -> Iterator[tuple[int, Item]]:
    """Every item with its number, from 1."""
    return (entry for _, items in paper.numbered for entry in items)


def heading(index: int, section: PaperSection) -> str:
    """一、单项选择题, with how many there are and what they are worth."""
    return f"## {escape(words.heading(index, section))}"
