"""问卷星: a sheet of one column, the lines of a question parted by ``<br/>``; its text is read as any written paper."""

import re

from generator.importing.questions.base import File, QuestionForm, Raw
from generator.importing.questions.sheets import WORKBOOKS, sheets_of
from generator.importing.questions.written.lines import Line
from generator.importing.questions.written.read import read as read_paper

_BREAK = re.compile(r"<br\s*/?>", re.IGNORECASE)
_HEAD = "题干"


def read(file: File) -> tuple[Raw, ...] | None:
    """Its questions; None where cells of the one column hold no several lines."""
    pieces: list[Line] = []
    for sheet in file.once(sheets_of):
        alone = all(len([cell for cell in cells if cell]) == 1 and cells[0] for _, cells in sheet.rows)
        if not alone or not sheet.rows:
            continue
        rows = [(number, cells[0]) for number, cells in sheet.rows if cells[0] != _HEAD]
        if rows and sum(bool(_BREAK.search(text) or "\n" in text) for _, text in rows) * 2 >= len(rows):
            title = f"{sheet.title}!" if sheet.title else ""
            pieces += [Line(f"{title}A{number}", _BREAK.sub("\n", text)) for number, text in rows]
    return read_paper(pieces) if pieces else None


FORM = QuestionForm("wjx", "问卷星", WORKBOOKS, read)
