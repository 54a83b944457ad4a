"""考试宝: the workbook of its import template, notice in the first row, header in the second."""

from generator.importing.questions.base import File, QuestionForm, Raw
from generator.importing.questions.sheets import WORKBOOKS, read_columns
from generator.reading.heads import columns_named


def _own(header: tuple[str, ...]) -> bool:
    return all(columns_named(header, (name,)) for name in ("题干", "题型", "选项A", "正确答案", "章节"))


def read(file: File) -> tuple[Raw, ...] | None:
    """Its questions; 判断题 has the options 对 and 错, so that A is 对."""
    return read_columns(file, _own)


FORM = QuestionForm("kaoshibao", "考试宝", WORKBOOKS, read)
