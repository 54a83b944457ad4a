"""Markdown, as collections of law keep it: headings by #, one paragraph a line, emphasis that means nothing."""

import re

from generator.importing.base import Reader
from generator.importing.readers import plain

_STRONG = re.compile(r"(\*\*|__)(?=\S)(.+?)(?<=\S)\1")
_ESCAPED = re.compile(r"\\([\\`*_{}\[\]()#+\-.!<>])")


def read(content: bytes) -> tuple[str, ...]:
    """Its lines, without emphasis; the front matter of a static site is left out."""
    lines = list(plain.read(content))
    if lines and lines[0].strip() == "---" and "---" in (line.strip() for line in lines[1:60]):
        end = next(at for at, line in enumerate(lines[1:60], 1) if line.strip() == "---")
        lines = lines[end + 1 :]
    return tuple(_ESCAPED.sub(r"\1", _STRONG.sub(r"\2", line)) for line in lines)


READER = Reader("markdown", "Markdown", (".md", ".markdown"), read)
