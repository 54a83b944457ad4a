"""What a row tells of a candidate besides answers: absent, nobody at all, how long they took."""

import re

from generator.reading.table import Line
from generator.sitting.columns import Columns
from generator.sitting.platforms.sheet import PLATFORM as SHEET

#: What stands in a cell of answers, or of points, of somebody who was not there.
ABSENT = frozenset(
    {
        "缺考",
        "缺席",
        "缺",
        "N/A",
        "NA",
        "#N/A",
        "未参加",
        "未参考",
        "旷考",
        "弃考",
        "缓考",
        "请假",
        "未到",
        "未考",
        "没来",
        "未交",
        "未提交",
    }
)
#: 第二页, 共3页, 续表: what stands between the pages of a printed table.
_PAGE = re.compile(
    r"第[\d一二三四五六七八九十]{1,3}页(?:[,，、/]?共[\d一二三四五六七八九十]{1,3}页)?|共[\d一二三四五六七八九十]{1,3}页|续表.{0,3}"
)
_MARKS = re.compile(r"[\s()（）\[\]【】。.]+")
_UNITS = re.compile(
    r"(\d+(?:\.\d+)?)\s*(天|日|days?|小时|时|hours?|h|分钟|分|minutes?|mins?|m|秒钟?|seconds?|secs?|s)", re.IGNORECASE
)
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:\.\d+)?")
_SECONDS = {"天": 86400, "日": 86400, "d": 86400, "小": 3600, "时": 3600, "h": 3600, "分": 60, "m": 60, "秒": 1, "s": 1}


def nothing_said(text: str) -> bool:
    """Whether a cell of answers says that nobody gave one."""
    return _MARKS.sub("", text).upper() in ABSENT or text.strip(" .。·*") == ""


def absent_words(line: Line, columns: Columns) -> str:
    """The words by which a row says that somebody did not sit; empty where it doesn't."""
    words = {*columns.platform.absent, *SHEET.absent}
    for column in columns.state:
        if line.cells[column] in words:
            return "缺考"
    cells: tuple[int, ...] = (*((columns.total,) if columns.total is not None else ()), *_questions(columns))
    for column in cells:
        text = line.cells[column]
        word = _MARKS.sub("", text).upper() if text else ""
        if word in ABSENT:
            return text
    return ""


def nobody(line: Line, columns: Columns) -> str:
    """Why a row is nobody's: what stands where the number or the name is, or the note that it is; empty for a candidate."""
    cells = line.cells
    told = {*columns.platform.footer, *SHEET.footer}
    for column in dict.fromkeys((0, columns.number, *columns.names)):
        word = _MARKS.sub("", cells[column]).rstrip(":：")
        if (
            word in told
            or _PAGE.fullmatch(word)
            or any(cells[column].startswith(f"{foot}{mark}") for foot in told for mark in ":：")
        ):
            return cells[column][:20]
    filled = [text for text in cells if text]
    if not cells[columns.number] and len(filled) <= 1 and len(cells) > 2:
        return filled[0][:20] if filled else "空"
    return ""


def seconds_of(text: str) -> int | None:
    """How long somebody took: ``1800秒``, ``12分30秒``, ``1 hour 5 mins``, ``0:30:00``, ``12:30`` in seconds; None where it can't be told."""
    plain = text.strip()
    clock = _CLOCK.fullmatch(plain)
    if clock:
        return int(clock[1] or 0) * 3600 + int(clock[2]) * 60 + int(clock[3])
    if re.fullmatch(r"\d{1,6}", plain):
        return int(plain)
    found = _UNITS.findall(plain)
    if not found or _UNITS.sub("", plain).strip(" ,，"):
        return None
    return round(sum(float(count) * _SECONDS[unit[0].lower()] for count, unit in found))


def _questions(columns: Columns) -> tuple[int, ...]:
    """A few columns of answers: who is absent is so in all of them."""
    return (*columns.questions.items.values(), *columns.questions.numbers.values())[:3]
