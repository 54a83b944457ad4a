"""What goes out to a platform comes back: the questions of an exported paper, as heads of its results, find their keys."""

import dataclasses
from collections.abc import Sequence

import pytest

from generator.exports.base import Wishes
from generator.exports.bundle import formats
from generator.problems import Problems
from generator.reading.table import Line, Table
from generator.sitting.keys import keys_of
from generator.sitting.marker import mark_tables
from tests.exports import _every
from tests.exports._paper import LIBRARY
from tests.exports._platforms import Read
from tests.exports.test_platforms import MAIN, READERS
from tests.sitting._forms import data

SKIP = Wishes(skip_unsupported=True)
#: Characters of a head that some platforms keep.
CUT = 60


def results(questions: Sequence[Read], first: int, cut: int | None = None) -> Table:
    """The results of two people, one of whom has all right, one nothing; the platform numbers name and unit as 1 and 2."""
    heads, right, wrong = [], [], []
    for number, question in enumerate(questions, first):
        stem = " ".join(f"{question.over} {question.stem}".split())
        heads.append(f"{number}、{stem[:cut]}")
        if question.options:
            texts = [question.options["ABCDEFGH".index(letter)] for letter in question.right]
            right.append("┋".join(texts))
        elif question.kind == "填空题":
            right.append("；".join(accepted[-1] for accepted in question.right))
        else:
            right.append("")
        wrong.append("")
    head = ("序号", "提交答卷时间", "所用时间", "来自IP", "总分", "1、您的姓名：", "2、您的单位：", *heads)
    lines = (
        Line(2, ("1", "2026/9/1 9:00:00", "600秒", "1.1.1.1", "0", "张三", "一队", *right)),
        Line(3, ("2", "2026/9/1 9:00:00", "600秒", "1.1.1.1", "0", "李四", "一队", *wrong)),
    )
    return Table("答卷.xlsx", head, lines)


@pytest.mark.parametrize("cut", [None, CUT])
@pytest.mark.parametrize("name", READERS)
def test_a_paper_that_went_out_comes_back_with_full_marks(name: str, cut: int | None) -> None:
    judge = dataclasses.replace(_every.ITEMS["judge"], stem="企业可以把台账补记在月底。")
    exam = _every.exam({**_every.ITEMS, "judge": judge})
    questions = READERS[name](formats()[name].export(LIBRARY, exam, SKIP).named[MAIN[name]])
    questions = [question for question in questions if question.kind != "简答题"]  # people mark these
    problems = Problems()
    sitting = mark_tables([results(questions, 3, cut)], keys_of([data(exam.papers[0])], False), problems)
    said = [str(problem) for problem in problems]
    assert len(sitting.candidates) == 2, said
    full = sitting.candidates[0]
    items = zip(full.key.items, full.marks, strict=True)
    assert {item.id for item, mark in items if not mark.right} == {"case"}, said
