"""问卷星: the text of an exam, to paste, and a sheet of one column, to load."""

import re
from collections.abc import Iterator, Mapping

from generator.exports.base import BOTH, Format
from generator.exports.fragments import visible
from generator.exports.platform import Batch, platform
from generator.exports.rows import Row, fits, one_line
from generator.exports.sift import Unfit
from generator.exports.workbook import Sheet, workbook
from generator.questions.item import letter

_OPTIONS, _BLANKS = 26, 1
_KINDS = {"single": "单选题", "multiple": "多选题", "judge": "判断题", "blank": "填空题", "essay": "简答题"}
#: Half-width brackets tell answer and kind; those of the text itself become full-width ones.
_BRACKETS = str.maketrans("()[]", "（）［］")
_BREAK = "<br/>"


def _checked(row: Row) -> None:
    fits(row, _OPTIONS, _BLANKS)
    for accepted in row.blanks:
        if any(mark in text for text in accepted for mark in "|()"):
            raise Unfit("答案里有竖线或者半角括号，会被当成格式")


def _layout(batch: Batch) -> Mapping[str, bytes]:
    text = "\n\n".join(_question(number, row, points) for number, (row, points) in enumerate(batch.questions, 1))
    cells = [(_cell(number, row),) for number, (row, _) in enumerate(batch.questions, 1)]
    sheet = Sheet("题干", ("题干",), cells, (100,), filtered=False)
    return {"txt": visible(f"{_shown(batch.title)}\n\n{text}\n").encode(), "xlsx": workbook((sheet,), batch.day)}


def _question(number: int, row: Row, points: float) -> str:
    """``1. 题干(A) [单选题] (1分)``, then a line for each option, then the reason."""
    answer = (
        f"({_answer(row)})" if _answer(row) else "。" if row.whole.endswith(("）", ")")) else ""
    )  # no bracket may pass for an answer
    lines = [f"{number}. {_shown(row.whole)}{answer} [{_KINDS[row.form]}] ({points:g}分)"]
    lines += [f"{letter(place)}.{_shown(text)}" for place, text in enumerate(row.options)]
    lines.append(f"解析：{_shown(row.reason)}")
    return "\n".join(lines)


def _answer(row: Row) -> str:
    """Letters, or the accepted writings; nothing for an essay, whose points stand in the reason."""
    return "|".join(row.blanks[0]) if row.form == "blank" else row.letters if row.form != "essay" else ""


def _shown(text: str) -> str:
    return one_line(text).translate(_BRACKETS)


def _cell(number: int, row: Row) -> str:
    """The question in one cell, its lines parted by ``<br/>``, then 答案：and 解析：."""
    return _BREAK.join(_lines(number, row))


def _lines(number: int, row: Row) -> Iterator[str]:
    first, *rest = (_tagless(line) for line in row.whole.splitlines())
    yield f"{number}. {first} [{_KINDS[row.form]}]"
    yield from rest
    yield from (f"{letter(place)}.{_tagless(one_line(text))}" for place, text in enumerate(row.options))
    yield f"答案：{_tagless(one_line(row.model)) if row.form == 'essay' else _answer(row)}"
    yield f"解析：{_tagless(one_line(row.reason))}"


def _tagless(text: str) -> str:
    """Text in which nothing is taken for a tag."""
    return re.sub(r"[<>]", lambda sign: "＜" if sign[0] == "<" else "＞", text)


FORMAT = Format("wjx", "问卷星", BOTH, platform("wjx", "问卷星", _checked, _layout))
