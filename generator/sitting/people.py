"""What a row tells of a candidate besides answers: absent, nobody at all, how long they took."""

import re
from collections.abc import Sequence

from generator.reading.heads import head_words
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
        "ABS",
    }
)
#: The same in other words: 请病假, 因病缺考, ×缺考, 缺考（病假）, 没参加考试.
_GONE = "缺[考席勤]|旷考|[弃缓]考|弃权|请?[病事产婚]假|请假|[未没]有?(?:参加|参考|到场?|到考|来)|ABSENT"
_AWAY = re.compile(rf"[×✗X]?(?:因[病事公])?(?:{_GONE})+(?:考试)?[×✗X]?")
#: What stands in a cell of answers where nothing does: what programs write (问卷星 -2 for empty, -3 for skipped), and strokes.
_NOTHING = frozenset(
    {"-2", "-3", "NONE", "NULL", "NAN", "空白", "白卷", "未答", "没答", "未作答", "没作答", "没有作答"}
)
_STROKES = " .。·*/\\-—–_"
#: What stands alone in every cell of somebody who answered nothing.
_ALIKE = _NOTHING | {"无", "空"}
#: 第二页, 共3页, 续表: what stands between the pages of a printed table.
_PAGE = re.compile(
    r"第[\d一二三四五六七八九十]{1,3}页(?:[,，、/]?共[\d一二三四五六七八九十]{1,3}页)?|共[\d一二三四五六七八九十]{1,3}页|续表.{0,3}"
)
#: What stands below a table where the number would: 错误率, 每题分值, 以下空白.
_FIGURE = re.compile(
    r".*(?:率|分|分值|人数|总数|均值|差|答案|难度|难度系数|区分度|题型|类型|知识点|签名|签字)|.*以下(?:空白|无正文).*"
)
_NOTE = re.compile(r"[(（\[【][^()（）\[\]【】]*[)）\]】]")
_HAN, _DIGIT = re.compile(r"[\u3400-\u9fff]"), re.compile(r"[0-9]")
_MARKS = re.compile(r"[\s()（）\[\]【】。.]+")
_UNITS = re.compile(
    r"(\d+(?:\.\d+)?)\s*(天|日|days?|小时|时|hours?|h|分钟|分|minutes?|mins?|m|秒钟?|seconds?|secs?|s)", re.IGNORECASE
)
_CLOCK = re.compile(r"(?:(\d{1,3}):)?(\d{1,3}):(\d{2})(?:\.\d+)?")
#: Heads of questions that a row is held against.
_HEADS = 12
_SECONDS = {"天": 86400, "日": 86400, "d": 86400, "小": 3600, "时": 3600, "h": 3600, "分": 60, "m": 60, "秒": 1, "s": 1}


def nothing_said(text: str) -> bool:
    """Whether a cell of answers says that nobody gave one."""
    word = _MARKS.sub("", text).upper()
    return word in _NOTHING or _is_absent(word) or text.strip(_STROKES) == ""


def _is_absent(word: str) -> bool:
    return word in ABSENT or _AWAY.fullmatch(word) is not None


def absent_words(line: Line, columns: Columns) -> str:
    """The words by which a row says that somebody did not sit; empty where it doesn't."""
    words = {*columns.platform.absent, *SHEET.absent}
    for column in columns.state:
        if line.cells[column] in words or _is_absent(_MARKS.sub("", line.cells[column]).upper()):
            return "缺考"
    cells: tuple[int, ...] = (*((columns.total,) if columns.total is not None else ()), *_questions(columns))
    for column in cells:
        text = line.cells[column]
        word = _MARKS.sub("", text).upper() if text else ""
        if _is_absent(word):
            return text
    return ""


def alike(line: Line, columns: Columns) -> bool:
    """Whether every cell of answers says by the same word that there is nothing, as those do who enter 无 for who was not there."""
    first = line.cells[columns.questions.first]
    if not first or not (_MARKS.sub("", first).upper() in _ALIKE or nothing_said(first)):
        return False
    return all(line.cells[column] == first for column in _all_questions(columns))


def is_numbered(lines: Sequence[Line], columns: Columns) -> bool:
    """Whether what tells candidates apart has figures in it, for most of them."""
    filled = [line.cells[columns.number] for line in lines if line.cells[columns.number]]
    return columns.number not in columns.names and 2 * sum(bool(_DIGIT.search(text)) for text in filled) > len(filled)


def nobody(line: Line, columns: Columns, header: Sequence[str], numbered: bool) -> str:
    """Why a row is nobody's: what stands where the number or the name is, or the note that it is; empty for a candidate.

    Args:
        header: of the table, whose rows come again in the middle of some.
        numbered: candidates have figures in their numbers.
    """
    cells = line.cells
    if _is_header(cells, columns, header):
        return "表头"
    told = {"".join(foot.split()) for foot in (*columns.platform.footer, *SHEET.footer)}
    where = (0, columns.number, *columns.names)
    if columns.unit is not None and not any(cells[column] for column in where[1:]):
        where = (*where, columns.unit)
    for column in dict.fromkeys(where):
        word = _MARKS.sub("", _NOTE.sub("", cells[column])).rstrip(":：")
        if (
            word in told
            or _PAGE.fullmatch(word)
            or any(cells[column].startswith(f"{foot}{mark}") for foot in told for mark in ":：")
        ):
            return cells[column][:20]
    number = cells[columns.number]
    if numbered and _HAN.search(number) and not _DIGIT.search(number):
        named = any(cells[column] for column in columns.names)
        if not named and (columns.names or _FIGURE.fullmatch(_MARKS.sub("", _NOTE.sub("", number)))):
            return number[:20]
    filled = [text for text in cells if text]
    if not cells[columns.number] and len(filled) <= 1 and len(cells) > 2:
        return filled[0][:20] if filled else "空"
    return ""


def _is_header(cells: Sequence[str], columns: Columns, header: Sequence[str]) -> bool:
    """Whether the row is the header again, or one of the two rows of it."""
    number = cells[columns.number]
    if number and not _DIGIT.search(number) and head_words(number) & head_words(header[columns.number]):
        return True
    heads = [(cells[column], header[column]) for column in _all_questions(columns)[:_HEADS] if cells[column]]
    return not number and len(heads) > 1 and all(cell == head for cell, head in heads)


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
    return _all_questions(columns)[:3]


def _all_questions(columns: Columns) -> tuple[int, ...]:
    return (*columns.questions.items.values(), *columns.questions.numbers.values())
