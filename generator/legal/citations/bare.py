"""Names of laws without 《》, right before an article: 依照刑法第三百三十八条."""

from collections.abc import Mapping

from generator.legal.citations.grammar import BARE_END, BEFORE_NAME, BOOK_BEFORE, MARKED
from generator.legal.citations.model import Names, plain

_PRC = "中华人民共和国"
_LONGEST = 40  # characters of a name, with 中华人民共和国
_SHORTEST = 2  # 刑法, 宪法


def name_before(text: str, at: int, names: Names, short: Mapping[str, str]) -> tuple[int, str] | None:
    """The name that ends at ``at``: where it begins, and the name; None where none does.

    Args:
        text: a line.
        at: column of 第.
        names: known names; the longest that fits is taken.
        short: abbreviations that the text has defined.
    """
    end = len(text[:at].rstrip(" \u3000"))
    if text[:end].endswith("法原"):  # 刑法原第一百五十五条
        end -= 1
    if book := BOOK_BEFORE.search(text, max(0, end - _LONGEST), end):
        end = book.start()
    marked = MARKED.search(text[max(0, end - _LONGEST) : end])
    if marked and (plain(marked[1]) in short or names.full(marked[1])):
        return max(0, end - _LONGEST) + marked.start(), marked[1]
    before = text[max(0, end - _LONGEST) : end]
    first = end - len(before)
    known = max(
        (
            start
            for start in range(len(before))
            if not before[start].isspace()
            and (before[start:].removeprefix(_PRC) in short or names.full(before[start:]))
        ),
        key=lambda start: len(before) - start,
        default=None,
    )
    if known is not None and len(before) - known >= _SHORTEST:
        return first + known, before[known:]
    if not BARE_END.search(before):
        return None
    inside = before.rfind(_PRC)
    if inside >= 0:
        return first + inside, before[inside:]
    starts = [found.end() for found in BEFORE_NAME.finditer(before) if len(before) - found.end() >= _SHORTEST]
    if not starts and first:
        return None
    start = max(starts, default=0)
    return (first + start, before[start:]) if before[start:] not in ("本法", "该法", "同法", "条例") else None
