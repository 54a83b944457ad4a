"""What a cell of an answer table says: letters, 对 or 错, texts for blanks, pairs, points of a case.

People write “A”, “abd”, “A,B,D”, “Ａ、Ｂ”, “√”, “T” and more; what can't be understood is never guessed.
"""

import re
import unicodedata
from fractions import Fraction

from generator.questions.item import letter
from generator.sitting.marking import NOTHING, Given, Question

_BETWEEN = re.compile(r"[\s,，、;；/|.。·+&和\[\]()（）【】→>-]+")
_TRUE = frozenset({"对", "正确", "√", "✓", "✔", "☑", "T", "TRUE", "是", "Y", "YES", "A"})
_FALSE = frozenset({"错", "错误", "×", "✗", "✘", "✕", "X", "☒", "F", "FALSE", "否", "N", "NO", "B", "不对", "不正确"})
_PAIR = re.compile(r"[(（]?(\d{1,2})[)）]?[\s.、:：=_—–→>-]*([A-Z])")
_NONE = re.compile(r"[-—_/]+|无|空|未答|未作答|没有作答|\(空\)|\(跳过\)")
_POINTS = re.compile(r"(\d{1,4}(?:\.\d{1,4})?)分?")
_TELLING = 30  # characters of a cell that a message repeats


class Unreadable(ValueError):
    """Why a cell is no answer to its question, in Chinese."""


def read_cell(text: str, question: Question) -> Given:
    """The answer that ``text`` gives to ``question``.

    Args:
        text: the cell, as typed.
        question: what it answers.

    Returns:
        The answer; ``NOTHING`` for a cell that is empty or says that there is none.

    Raises:
        Unreadable: the cell is no answer to a question of this type.
    """
    if question.blanks:
        return _texts(text, len(question.blanks))
    plain = unicodedata.normalize("NFKC", text).strip().upper()
    if not plain or _NONE.fullmatch(plain):
        return NOTHING
    return {"judge": _judged, "match": _paired, "order": _ordered, "case": _pointed}.get(question.type, _chosen)(
        plain, question
    )


def _texts(text: str, count: int) -> Given:
    """Blanks stand between semicolons or in lines of their own; of a single blank the whole cell is the text."""
    if not text.strip():
        return NOTHING
    found = tuple(part.strip() for part in re.split(r"[;；\n]", text)) if count > 1 else (text.strip(),)
    if len(found) > count:
        raise Unreadable(f"只有 {count} 个空，写了 {len(found)} 个答案")
    return Given(texts=(*found, *("" for _ in range(count - len(found)))))


def _judged(plain: str, question: Question) -> Given:
    word = plain.strip("()（）。. ")
    if word in _TRUE:
        return Given((0,))
    if word in _FALSE:
        return Given((1,))
    if set(_BETWEEN.sub("", word)) in ({"A", "B"}, {"T", "F"}, {"对", "错"}, {"√", "×"}):
        raise Unreadable("判断题写了两个答案")
    raise Unreadable(f"判断题要写 对 或 错，“{_short(plain)}”看不懂")


def _chosen(plain: str, question: Question) -> Given:
    places = _letters(plain, question)
    if question.type == "single" and len(set(places)) > 1:
        raise Unreadable("单选题写了两个以上答案")
    return Given(tuple(sorted(set(places))))


def _ordered(plain: str, question: Question) -> Given:
    places = _letters(plain, question)
    if len(set(places)) < len(places):
        raise Unreadable("排序题里一个字母写了两次")
    return Given(places)


def _paired(plain: str, question: Question) -> Given:
    """``1-C 2-A``, or the letters alone in the order of the prompts, with a dash where there is none."""
    count = len(question.sequence)
    pairs = _PAIR.findall(plain)
    if not pairs:
        marks = re.sub(r"[\s,，、;；/|]+", "", plain).replace("_", "-")
        if len(marks) != count:
            raise Unreadable(f"连线题有 {count} 项，写了 {len(marks)} 个字母")
        return Given(tuple(-1 if mark == "-" else _place(mark, question) for mark in marks))
    places = [-1] * count
    for number, mark in pairs:
        if not 1 <= int(number) <= count:
            raise Unreadable(f"连线题没有第 {number} 项")
        if places[int(number) - 1] >= 0:
            raise Unreadable(f"连线题第 {number} 项写了两个答案")
        places[int(number) - 1] = _place(mark, question)
    if _BETWEEN.sub("", _PAIR.sub("", plain)):
        raise Unreadable(f"连线题写成 1-C 2-A，“{_short(plain)}”看不懂")
    return Given(tuple(places))


def _pointed(plain: str, question: Question) -> Given:
    found = _POINTS.fullmatch(plain.replace(" ", ""))
    if not found:
        raise Unreadable(f"案例题要填阅卷人给的分数，“{_short(plain)}”不是分数")
    points = Fraction(found[1])
    if points > question.points:
        raise Unreadable(f"给了 {found[1]} 分，超过满分 {float(question.points):g} 分")
    return Given(points=points)


def _letters(plain: str, question: Question) -> tuple[int, ...]:
    return tuple(_place(mark, question) for mark in _BETWEEN.sub("", plain))


def _place(mark: str, question: Question) -> int:
    place = ord(mark) - ord("A")
    if not 0 <= place < 26:
        raise Unreadable(f"要写选项字母，“{_short(mark)}”不是")
    if place >= question.options:
        raise Unreadable(f"没有选项 {mark}，最后一个是 {letter(question.options - 1)}")
    return place


def _short(text: str) -> str:
    return text if len(text) <= _TELLING else text[:_TELLING] + "…"
