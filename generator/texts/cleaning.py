"""Mending what copies of law do to their texts: spaces between characters, the next part's heading at an article's end."""

import hashlib
import re
from collections.abc import Iterable, Sequence

from generator.legal.characters import fold
from generator.legal.structure.patterns import HEADING
from generator.texts.model import TextArticle

_HAN = r"\u3400-\u9fff〇，。；：、（）《》〈〉“”！？"
_SPACE = re.compile(rf"(?<=[{_HAN}])[ \u3000\t]+(?=[{_HAN}\d])|(?<=\d)[ \u3000\t]+(?=[{_HAN}])")
_HEADING_AT_END = re.compile(
    r"(?<=[。；：”])\s*((?:第[一二三四五六七八九十百]+(?:编|分编|章|节)\s*[^。；，：]{1,40}\s*)+)$"
)
#: A line of print that ends in the midst of a sentence: no 款 ends so.
_BROKEN = re.compile(r"(?<=[\u3400-\u9fff，、])\n(?=[\u3400-\u9fff])")
_LINE_OF_PRINT = 12  # characters; shorter lines are rows of a table


def clean(text: str) -> str:
    """An article's text: odd characters plain, no spaces that print made, no heading of the next part at its end, no sentence broken by a line."""
    lines: list[str] = []
    for line in fold(text).text.split("\n"):
        whole = _SPACE.sub("", line).strip()
        if whole and not (HEADING.fullmatch(whole) and not whole.endswith(("。", "；"))):
            if lines and len(lines[-1]) >= _LINE_OF_PRINT and _BROKEN.search(f"{lines[-1][-1]}\n{whole[0]}"):
                lines[-1] += whole
            else:
                lines.append(whole)
    joined = "\n".join(lines)
    return _HEADING_AT_END.sub("", joined).strip()


def missing(articles: Sequence[TextArticle], expected: int | None) -> tuple[int, ...]:
    """Numbers up to ``expected`` that no article has; () where that is not known."""
    held = {article.number for article in articles}
    return tuple(number for number in range(1, (expected or 0) + 1) if number not in held)


def digest(articles: Iterable[TextArticle]) -> str:
    """SHA-256 of numbers and texts."""
    made = hashlib.sha256()
    for article in articles:
        made.update(f"{article.key}\0{article.text}\0".encode())
    return made.hexdigest()
