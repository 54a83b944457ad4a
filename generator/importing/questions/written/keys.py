"""Answers that stand apart from their questions: in a list or a table behind them."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.importing.questions.written.marks import fields_of
from generator.legal.numerals import parse_number

_MARK = r"[A-Ha-h]|[①-⑧]"
_SEVERAL = rf"(?:{_MARK})(?:[\s、,，]?(?:{_MARK}))*"
_TRUTH = r"√|×|✓|✔|✗|✘|☑|☒|正确|错误|对|错|[TFYNXx](?![A-Za-z])"
_ANSWER = rf"(?:{_SEVERAL}|{_TRUTH})"
_RANGE = re.compile(
    r"(?P<first>\d{1,4})\s*(?:题)?\s*[-—–－~～至到]{1,2}\s*(?P<last>\d{1,4})\s*(?:题)?\s*[.．、:：)）]?"
)
_ONE = rf"(?:第\s*)?[（(\[【]?\s*(?P<n>\d{{1,4}})\s*[)）\]】]?\s*题?\s*[.．、:：—\-]?\s*(?:【?\s*(?:正确)?答案\s*】?\s*[:：]?)?\s*[（(]?\s*(?P<a>{_ANSWER})\s*[)）]?"
_ONES = re.compile(rf"(?:\s*{_ONE.replace('?P<n>', '').replace('?P<a>', '')}\s*[;；,，。.、]?)+\s*")
_EACH = re.compile(_ONE)
_NUMBERED = re.compile(
    r"(?:(?<=^)|(?<=[\s;；。]))(?:第\s*)?[（(]?\s*(?P<n>\d{1,4})\s*[)）]?\s*题?\s*[.．、:：)）]\s*(?:(?!\d)|(?=\d{2,4}年|\d{1,2}月\d))"
)
_LABELS = re.compile(r"题\s*号|序\s*号|题\s*目|编\s*号|试\s*题")
_KEYS = re.compile(r"(?:正确|参考|标准)?\s*答\s*案")
_REASONS = re.compile(r"解析|依据|说明")
_LONGEST = 60


@dataclass(frozen=True, slots=True)
class Key:
    """An answer to the question of a number, with what is said of it; ``text`` empty where the place for it is empty."""

    number: int
    text: str
    reason: str = ""


def listed(text: str, free: bool = False) -> list[Key]:
    """The answers of a line: ``1.B 2.C``, ``1-5 ABCDA``, ``6—8：AB ACD BC``, ``9. 十五日``; none where it is no such line.

    Args:
        text: the line.
        free: whether answers may be any words, as those of blanks are.
    """
    spans = list(_RANGE.finditer(text))
    if spans and not text[: spans[0].start()].strip(" \t\u3000（(【[第"):
        found: list[Key] = []
        for place, span in enumerate(spans):
            end = spans[place + 1].start() if place + 1 < len(spans) else len(text)
            found += _in_range(int(span["first"]), int(span["last"]), text[span.end() : end])
        if found:
            return found
    if _ONES.fullmatch(text):
        return [Key(int(one["n"]), one["a"]) for one in _EACH.finditer(text)]
    return _with_reasons(text, free)


def _in_range(first: int, last: int, text: str) -> Iterator[Key]:
    count = last - first + 1
    bare = text.strip(" \t\u3000.．。;；:：")
    groups = [part for part in re.split(r"[\s\u3000,，、;；/|]+", bare) if part]
    if len(groups) != count:
        packed = "".join(groups)
        groups = re.findall(r"正确|错误|[A-Ha-h√×✓✗对错①-⑧TFX]", packed) if count > 1 else [packed]
        if len(groups) != count or "".join(groups) != packed:
            return
    if all(re.fullmatch(_ANSWER, group) for group in groups):
        yield from (Key(first + place, group) for place, group in enumerate(groups))


def _with_reasons(text: str, free: bool) -> list[Key]:
    """``1. B 解析：…``, ``1.【答案】B【解析】…`` and, where free, ``1. 十五日``."""
    marks = _rising(list(_NUMBERED.finditer(text)))
    if not marks or text[: marks[0].start()].strip():
        return []
    found = []
    for place, mark in enumerate(marks):
        end = marks[place + 1].start() if place + 1 < len(marks) else len(text)
        key = _told(int(mark["n"]), text[mark.end() : end].strip(), free)
        if key is None:
            return []
        found.append(key)
    return found


def _rising(marks: list[re.Match[str]]) -> list[re.Match[str]]:
    """The numbers of answers among all numbers of a line: written alike, each higher than the one before; others belong to a text."""
    found = marks[:1]
    for mark in marks[1:]:
        if _braced(mark) == _braced(found[0]) and int(mark["n"]) > int(found[-1]["n"]):
            found.append(mark)
    return found


def _braced(mark: re.Match[str]) -> bool:
    return mark[0].lstrip().startswith(("（", "("))


def _told(number: int, text: str, free: bool) -> Key | None:
    before, fields = fields_of(text)
    said = next((words for name, words in fields if name == "answer"), before)
    reason = "".join(words for name, words in fields if name == "reason")
    exact = re.fullmatch(rf"[（(]?\s*(?P<a>{_ANSWER})\s*[)）]?\s*[.。;；]?", said)
    if exact:
        return Key(number, exact["a"], reason)
    led = re.match(rf"(?P<a>{_ANSWER})\s*[.。;；,，（(\s]\s*(?P<more>.+)$", said)
    if led and not re.search(r"[（(]\s*[)）]", said):
        return Key(number, led["a"], reason or led["more"].strip("（）() "))
    if not said or not (free or fields):
        return None
    if len(said) <= _LONGEST:
        return Key(number, said, reason)
    return Key(number, "", reason or said)  # the answer to a question that asks for words


def tabled(rows: tuple[tuple[str, ...], ...]) -> list[tuple[str, list[Key]]]:
    """The answers of a table, with the head of a section that stands above them in it; none where it is no table of answers."""
    return _across(rows) or _down(rows) or _ranged(rows)


def _across(rows: tuple[tuple[str, ...], ...]) -> list[tuple[str, list[Key]]]:
    """A row of numbers above a row of answers, again and again."""
    found: list[tuple[str, list[Key]]] = []
    head = ""
    for row, below in zip(rows, (*rows[1:], ()), strict=True):
        cells = [cell.strip() for cell in row]
        filled = [cell for cell in cells if cell]
        if filled and len(set(filled)) == 1 and not _figure(filled[0]):
            head = filled[0]
        numbers = [(column, _figure(cell)) for column, cell in enumerate(cells)]
        known = [(column, number) for column, number in numbers if number is not None]
        labelled = bool(cells) and bool(_LABELS.search(cells[0]))
        if known and not labelled and cells[0] and _figure(cells[0]) is None:
            head = cells[0]
        if not known or len(known) < len(filled) - 1 or not (labelled or (len(known) > 1 and _answers_in(below))):
            continue
        keys = [Key(number, below[column].strip() if column < len(below) else "") for column, number in known]
        found.append((head, keys))
    return found


def _ranged(rows: tuple[tuple[str, ...], ...]) -> list[tuple[str, list[Key]]]:
    """Cells 1-5 with ABCDA beside or below them."""
    found: list[Key] = []
    for row, below in zip(rows, (*rows[1:], ()), strict=True):
        for column, cell in enumerate(row):
            if _RANGE.fullmatch(cell.strip()):
                beside = row[column + 1] if column + 1 < len(row) else ""
                under = below[column] if column < len(below) else ""
                found += listed(f"{cell.strip()} {beside}") or listed(f"{cell.strip()} {under}")
    return [("", found)] if found else []


def _answers_in(row: tuple[str, ...]) -> bool:
    filled = [cell.strip() for cell in row if cell.strip()]
    fits = sum(bool(re.fullmatch(_ANSWER, cell) or _KEYS.fullmatch(cell)) for cell in filled)
    return bool(filled) and fits * 2 > len(filled)


def _down(rows: tuple[tuple[str, ...], ...]) -> list[tuple[str, list[Key]]]:
    """Columns 题号 and 答案, perhaps several pairs side by side, perhaps with 解析."""
    for begin, row in enumerate(rows):
        pairs = [
            (column, next((c for c in range(column + 1, len(row)) if _KEYS.search(row[c])), None))
            for column, cell in enumerate(row)
            if _LABELS.search(cell)
        ]
        good = [(number, key) for number, key in pairs if key is not None]
        if not good:
            continue
        reason = next((c for c, cell in enumerate(row) if _REASONS.search(cell)), None) if len(good) == 1 else None
        keys = [
            Key(figure, below[key].strip(), below[reason].strip() if reason is not None else "")
            for number, key in good
            for below in rows[begin + 1 :]
            if key < len(below) and (figure := _figure(below[number].strip())) is not None
        ]
        return [("", keys)] if keys else []
    return []


def _figure(cell: str) -> int | None:
    bare = re.sub(r"^第|题$|[.．、]$", "", cell)
    if bare.isdecimal():
        return int(bare)
    try:
        return parse_number(bare) if re.fullmatch(r"[一二三四五六七八九十]+", bare) else None
    except ValueError:
        return None
