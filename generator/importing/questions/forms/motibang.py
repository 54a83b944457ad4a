"""磨题帮: the workbook of its import template: title, description and time above, the header in the fourth row."""

from collections.abc import Sequence
from dataclasses import replace

from generator.importing.questions.base import File, QuestionForm, Raw
from generator.importing.questions.columns import Columns
from generator.importing.questions.kinds import answered, kind_of
from generator.importing.questions.sheets import WORKBOOKS, read_columns
from generator.reading.heads import columns_named


def _own(header: tuple[str, ...]) -> bool:
    return all(columns_named(header, (name,)) for name in ("题干", "选择项1", "答案1"))


def _meant(cells: Sequence[str], columns: Columns, raw: Raw) -> Raw:
    """Each blank has a column of its own, with what is accepted parted by strokes."""
    if answered(kind_of(raw.kind)) != "gaps":
        return raw
    texts = [columns.get(cells, "answer"), columns.get(cells, "second")]
    blanks = tuple(tuple(part.strip() for part in text.split("|") if part.strip()) for text in texts if text)
    return replace(raw, blanks=blanks)


def read(file: File) -> tuple[Raw, ...] | None:
    """Its questions."""
    return read_columns(file, _own, _meant)


FORM = QuestionForm("motibang", "磨题帮", WORKBOOKS, read)
