"""磨题帮: the workbook of its import template: title, description and time above, the header in the fourth row."""

from collections.abc import Mapping

from generator.exports.base import BOTH, Format
from generator.exports.platform import Batch, platform
from generator.exports.rows import Row, fits
from generator.exports.sift import Unfit
from generator.exports.workbook import Sheet, workbook

_OPTIONS, _BLANKS = 5, 2
_HEADER = (
    *("题干", "题型", *(f"选择项{place}" for place in range(1, _OPTIONS + 1))),
    *("解析", "答案1", "答案2", "得分1", "得分2"),
)
_WIDTHS = (50, 10, *(18 for _ in range(_OPTIONS)), 50, 14, 14, 8, 8)
_KINDS = {"single": "单选题", "multiple": "多选题", "judge": "判断题", "blank": "填空题"}
_MINUTES = 60  # where no paper says


def _checked(row: Row) -> None:
    fits(row, _OPTIONS, _BLANKS)
    for accepted in row.blanks:
        if any("|" in text for text in accepted):
            raise Unfit("答案里有竖线，会被拆成几个答案")


def _layout(batch: Batch) -> Mapping[str, bytes]:
    above = (("标题", batch.title), ("描述", batch.about), ("用时", str(batch.minutes or _MINUTES)))
    rows = [_row(row, points) for row, points in batch.questions]
    return {"xlsx": workbook((Sheet("题库", _HEADER, rows, _WIDTHS, above=above, filtered=False),), batch.day)}


def _row(row: Row, points: float) -> tuple[str | float, ...]:
    options = (*row.options, *("" for _ in range(_OPTIONS - len(row.options))))
    if row.form == "blank":
        answers = ["|".join(accepted) for accepted in row.blanks]
        share = round(points / len(answers), 2)
        marks: list[float | str] = [share] * len(answers)
    else:
        answers, marks = [row.letters], [points]
    two = (*answers, "")[:2], (*marks, "")[:2]
    return (row.whole, _KINDS[row.form], *options, row.reason, *two[0], *two[1])


FORMAT = Format("motibang", "磨题帮", BOTH, platform("motibang", "磨题帮", _checked, _layout))
