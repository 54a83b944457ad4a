"""学习通: the workbook of its question bank, 19 columns on the sheet 课程题库."""

import re
from collections.abc import Mapping

from generator.exports.base import BOTH, Format
from generator.exports.platform import Batch, platform
from generator.exports.rows import Row, fits
from generator.exports.sift import Unfit
from generator.exports.workbook import Sheet, workbook
from generator.questions.item import letter

_OPTIONS = 8
_HEADER = (
    *(
        "目录",
        "题目类型",
        "大题题干",
        "小题题型",
        "小题题干",
        "正确答案",
        "答案解析",
        "难易度",
        "知识点",
        "标签",
        "选项数",
    ),
    *(f"选项{letter(place)}" for place in range(_OPTIONS)),
)
_WIDTHS = (24, 10, 50, 10, 10, 12, 50, 8, 14, 10, 8, *(20 for _ in range(_OPTIONS)))
_KINDS = {"single": "单选题", "multiple": "多选题", "judge": "判断题", "blank": "填空题", "essay": "简答题"}
#: Questions on something that they share: it stands in 大题题干, each question in a row of its own.
_NESTED = "阅读理解"
_RANGE = re.compile(r"\d\s*[-－–]\s*\d")
_SPLIT = re.compile(r"[;；]")


def _checked(row: Row) -> None:
    fits(row, _OPTIONS, _OPTIONS)
    for accepted in row.blanks:
        for text in accepted:
            if _SPLIT.search(text):
                raise Unfit(f"答案“{text}”里有分号，会被拆成几个答案")
            if _RANGE.search(text):
                raise Unfit(f"答案“{text}”里有减号，会被当成一个范围")


def _layout(batch: Batch) -> Mapping[str, bytes]:
    rows = [_row(batch, row) for row, _ in batch.questions]
    return {"xlsx": workbook((Sheet("课程题库", _HEADER, rows, _WIDTHS, filtered=False),), batch.day)}


def _row(batch: Batch, row: Row) -> tuple[str | int, ...]:
    answer, options = row.letters, row.options
    if row.form == "blank":
        answer, options = "", tuple(";".join(accepted) for accepted in row.blanks)
    elif row.form == "essay":
        answer = row.model
    shelf = "/".join(("", *(_folder(name) for name in (batch.title, row.topic or "综合"))))
    filled = (*options, *("" for _ in range(_OPTIONS - len(options))))
    kind = _KINDS[row.form]
    asked = (_NESTED, row.over, kind, row.stem) if row.over else (kind, row.stem, "", "")
    head = (shelf, *asked, answer, row.reason, row.step, row.topic, "；".join(row.tags))
    return (*head, len(options) or "", *filled)


def _folder(name: str) -> str:
    """A name for a step of the path, in which no stroke may stand."""
    return name.replace("/", "／")


FORMAT = Format("chaoxing", "学习通", BOTH, platform("chaoxing", "学习通", _checked, _layout))
