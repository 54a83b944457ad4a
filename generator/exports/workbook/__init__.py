"""Workbooks (xlsx) whose bytes depend on their cells alone, and in which no text is ever taken for a formula.

openpyxl makes the shell: styles, widths, what may be chosen in a column.  Rows are fragments of text, so that the page can write
the same.  Text cells are of the format 文本, which keeps ``=``, ``+``, ``-``, ``@`` and leading zeros as they are, also when a person edits them.
"""

import datetime
import re
from collections.abc import Iterator, Mapping, Sequence
from itertools import zip_longest

from openpyxl.utils import get_column_letter

from generator.exports.workbook.rows import LONGEST, filled
from generator.exports.workbook.sheet import Print, Sheet, Value
from generator.exports.workbook.shell import page_room, shell
from generator.keeping.package import packed

__all__ = ["LONGEST", "Print", "Sheet", "Value", "page_room", "workbook"]

_TIMES = re.compile(rb"(<dcterms:(created|modified)[^>]*>)[^<]*(</dcterms:\2>)")
#: Characters that a rule holds of what may be chosen.
_MOST_LISTED = 250
#: The hidden sheet of longer lists.
_LISTS = "可选"


def workbook(sheets: Sequence[Sheet], day: datetime.date) -> bytes:
    """The xlsx; the header of each sheet stays in view.

    Args:
        day: of the law that it goes by, which its properties give as its date.
    """
    listed = _listed(sheets)
    sheets = (*sheets, *_lists(listed))
    parts = shell(sheets, listed)
    for place, sheet in enumerate(sheets, 1):
        name = f"xl/worksheets/sheet{place}.xml"
        parts[name] = filled(parts[name].decode(), sheet).encode()
    core = "docProps/core.xml"
    parts[core] = _TIMES.sub(rb"\g<1>%sT00:00:00Z\g<3>" % day.isoformat().encode(), parts[core])
    return packed(parts)


def _listed(sheets: Sequence[Sheet]) -> dict[tuple[str, ...], str]:
    """Choices that a rule can't hold itself → the cells of the hidden sheet that list them."""
    found: dict[tuple[str, ...], str] = {}
    for choices in (tuple(one) for sheet in sheets for one in sheet.choices.values()):
        if len(",".join(choices)) > _MOST_LISTED or any(sign in text for text in choices for sign in ',"'):
            letter = get_column_letter(len(found) + 1)
            found.setdefault(choices, f"'{_LISTS}'!${letter}$2:${letter}${len(choices) + 1}")
    return found


def _lists(listed: Mapping[tuple[str, ...], str]) -> Iterator[Sheet]:
    if listed:
        header = tuple(f"第{number}列" for number in range(1, len(listed) + 1))
        yield Sheet(_LISTS, header, list(zip_longest(*listed)), (24,) * len(listed), filtered=False, hidden=True)
