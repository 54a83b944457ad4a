"""学习通: the workbook of its question bank: 大题 and 小题 in columns of their own, blanks in those of options."""

from collections.abc import Sequence
from dataclasses import replace

from generator.importing.questions.base import File, QuestionForm, Raw
from generator.importing.questions.columns import Columns
from generator.importing.questions.kinds import answered, kind_of
from generator.importing.questions.sheets import WORKBOOKS, read_columns
from generator.reading.heads import columns_named


def _own(header: tuple[str, ...]) -> bool:
    return all(columns_named(header, (name,)) for name in ("题目类型", "大题题干", "小题题干"))


def _meant(cells: Sequence[str], columns: Columns, raw: Raw) -> Raw:
    """A question of one part stands in 大题, its type in 题目类型; each blank where an option would be."""
    if not columns.get(cells, "kind"):
        raw = replace(raw, kind=columns.get(cells, "group"))
    if answered(kind_of(raw.kind)) != "gaps":
        return raw
    blanks = tuple(
        tuple(part.strip() for part in text.replace("；", ";").split(";") if part.strip()) for _, text in raw.options
    )
    return replace(raw, options=(), blanks=blanks)


def read(file: File) -> tuple[Raw, ...] | None:
    """Its questions."""
    return read_columns(file, _own, _meant)


FORM = QuestionForm("chaoxing", "学习通", WORKBOOKS, read)
