"""Excel in general: a table with a column for the stem and one for the answer, called as offices call them."""

from generator.importing.questions.base import File, QuestionForm, Raw
from generator.importing.questions.sheets import WORKBOOKS, read_columns


def read(file: File) -> tuple[Raw, ...] | None:
    """The questions of every sheet that has such a table."""
    return read_columns(file, lambda header: True)


FORM = QuestionForm("columns", "Excel 表", WORKBOOKS, read, place=9)
