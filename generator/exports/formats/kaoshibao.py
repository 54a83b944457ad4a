"""考试宝: the workbook of its import template, notice in the first row, header in the second."""

from collections.abc import Mapping

from generator.exports.base import BOTH, Format
from generator.exports.platform import Batch, platform
from generator.exports.rows import Row, fits
from generator.exports.sift import Unfit
from generator.exports.workbook import Sheet, workbook
from generator.questions.item import letter

_OPTIONS = 8
_BLANKS = 8
#: The texts of the template to the character: spaces, line breaks and both kinds of brackets.
_HEADER = (
    *("题干（必填）", "题型 （必填）"),
    *(f"选项 {letter(place)}" for place in range(4)),
    *(f"选项{letter(place)}\n(勿删)" for place in range(4, _OPTIONS)),
    *("正确答案\n（必填）", "解析\n（勿删）", "章节\n（勿删）", "难度"),
)
_WIDTHS = (50, 10, *(18 for _ in range(_OPTIONS)), 14, 50, 16, 8)
_NOTICE = "第一行是说明，第二行是表头，都不要改；从第三行起一行一题。多选题的答案字母连着写，判断题选项写对、错，答案写 A 或 B。"
_KINDS = {"single": "单选题", "multiple": "多选题", "judge": "判断题", "blank": "填空题", "essay": "简答题"}


def _checked(row: Row) -> None:
    fits(row, _OPTIONS, _BLANKS)
    for accepted in row.blanks:
        if any(mark in text for text in accepted for mark in "|；;"):
            raise Unfit("答案里有竖线或者分号，会被拆成几个答案")


def _layout(batch: Batch) -> Mapping[str, bytes]:
    rows = [_row(row) for row, _ in batch.questions]
    sheet = Sheet("试题内容", _HEADER, rows, _WIDTHS, above=((_NOTICE,),), filtered=False)
    return {"xlsx": workbook((sheet,), batch.day)}


def _row(row: Row) -> tuple[str, ...]:
    answer, options = row.letters, row.options
    if row.form == "judge":
        options = ("对", "错")
    elif row.form == "blank":
        answer = "；".join("|".join(accepted) for accepted in row.blanks)
    elif row.form == "essay":
        answer = row.model
    filled = (*options, *("" for _ in range(_OPTIONS - len(options))))
    return (row.whole, _KINDS[row.form], *filled, answer, row.reason, row.topic, row.step)


FORMAT = Format("kaoshibao", "考试宝", BOTH, platform("kaoshibao", "考试宝", _checked, _layout))
