"""Tables that tell points instead of answers: 问卷星 按分数, Moodle's grades.  The points are taken as they are."""

import re
from collections.abc import Callable, Iterator, Sequence
from fractions import Fraction

from generator.reading.table import Line
from generator.sitting.cells import Unreadable
from generator.sitting.columns import Columns
from generator.sitting.key import Key, KeyItem
from generator.sitting.marking import NOTHING, Given
from generator.sitting.people import nothing_said

_POINTS = re.compile(r"(\d{1,4}(?:\.\d{0,5})?)分?")
#: Rows that are looked at.
_ROWS = 300


def read_points(text: str, item: KeyItem, top: Fraction | None) -> Given:
    """The points in a cell, scaled where the platform's full mark ``top`` is another.

    Raises:
        Unreadable: they are no points, or more than the item has.
    """
    plain = text.replace(",", ".").strip()
    if nothing_said(plain) or plain in {"-", "—", "/", ""}:
        return NOTHING
    found = _POINTS.fullmatch(plain)
    if not found:
        raise Unreadable(f"这一列是得分，“{plain[:30]}”不是分数")
    points = Fraction(found[1]) * (item.question.points / top if top else 1)
    if points > item.question.points:
        raise Unreadable(f"得了 {found[1]} 分，超过满分 {float(top or item.question.points):g} 分")
    return Given(points=points)


def points_stand(columns: Columns, lines: Sequence[Line], key_of: Callable[[Columns, Line], Key | None]) -> bool:
    """Whether points stand where answers should: every cell a number that its item can earn, and they add up to the total.

    Without a column of totals it takes a 0 or a broken number where an ordinal can't be one.
    """
    added = below = seen = 0
    for line in lines[:_ROWS]:
        key = key_of(columns, line)
        cells = list(_cells(columns, line, key)) if key else []
        if any(points is None for _, points in cells):
            return False
        if any(points is not None and points > item.question.points for item, points in cells):
            return False
        seen += len(cells)
        below += sum(
            item.type.lettered and points is not None and (points == 0 or points % 1 > 0) for item, points in cells
        )
        total = _number(line.cells[columns.total]) if columns.total is not None else None
        if cells and total is not None:
            added += 1 if sum(points or 0 for _, points in cells) == total else -1
    return seen > 0 and (added > 0 or (added == 0 and below > 0))


def _cells(columns: Columns, line: Line, key: Key) -> Iterator[tuple[KeyItem, Fraction | None]]:
    """Items with the number in their cell, None where it is none; empty cells are left out."""
    for item in key.items:
        column = columns.questions.column(item)
        text = line.cells[column] if column is not None else ""
        if text and not nothing_said(text) and text != "-":
            yield item, _number(text)


def _number(text: str) -> Fraction | None:
    found = _POINTS.fullmatch(text.strip())
    return Fraction(found[1]) if found else None
