"""Heads whose number and stem tell different questions: which of the two the answers follow, and nothing is marked where not the stems.

A platform that asks the questions in an order of its own has numbers of its own, and the stems hold.  But a table in which two stems
changed places looks the same; only the answers tell it: more of them are right, or can be read, as answers to what the numbers say.
Statements with one key (two 判断 that are both wrong) give everybody the same points either way: their stems hold, and it is said.
"""

from collections.abc import Iterable, Sequence

from generator.problems import Problems
from generator.reading.table import Line, Table
from generator.sitting.key import KeyItem
from generator.sitting.keys import Keys
from generator.sitting.questions import Answered
from generator.sitting.shift import ROWS, Check

#: Of tables that tell points there is nothing to go by: up to this share of questions out of order, stems are not believed.
_FEW = 0.2
_HINT = (
    "打开平台上的试卷，核对列名里的题号和题干各是哪一题，改好再来；平台上的次序本来就与卷面不同的，删去列名里的题号。"
)

#: A column, the item that its stem tells, and the one that its number does.
_Moved = tuple[int, KeyItem, KeyItem]


def tell_apart(
    table: Table, questions: Answered, lines: Sequence[Line], keys: Keys, check: Check | None, problems: Problems
) -> bool:
    """Whether the answers follow the numbers, or there is no telling; then with an E503, and nothing is to be marked.

    Args:
        table: where they stand.
        questions: the columns, as stems told them.
        lines: rows of candidates.
        keys: of all forms.
        check: whether a cell can be read as an answer to an item, and whether it is right; None where points stand in the cells.
        problems: gets the E503.
    """
    moved = min((_moved(questions, key.items) for key in keys.forms.values()), key=len) if not keys.drawn else []
    if not moved:
        return False
    told = ""
    if check is None:
        if len(moved) > max(2, _FEW * len(questions.items)):
            return False
    else:
        tried = lines[:ROWS]
        stems, numbers, cells = _good(tried, moved, check, 1), _good(tried, moved, check, 2), _filled(tried, moved)
        if stems > numbers or not cells:
            return False
        if stems == numbers and _alike(lines, moved, check):
            _tell_alike(table, moved, problems)
            return False
        told = f"，答案照题号读，答对的不比照题干读的少（{len(moved)} 题，{cells} 格）"
    column, by_stem, by_number = moved[0]
    seen = f"列名里的题干是卷上第 {by_stem.number} 题，照题号却是第 {by_number.number} 题{told}"
    problems.error(table.head(column), "E503", f"题号和题干对不起来：{seen}；这张表一题也没有评", _HINT)
    return True


def _moved(questions: Answered, items: Iterable[KeyItem]) -> list[_Moved]:
    """Columns whose stems stand in another order than their numbers; none where numbers are missing or stand twice."""
    known = [item for item in items if item.id in questions.items]
    numbers = [questions.heads[questions.items[item.id]].number for item in known]
    if None in numbers or len(set(numbers)) < len(numbers):
        return []
    told = sorted(zip(numbers, known, strict=True), key=lambda pair: pair[0] or 0)
    by_number = sorted(known, key=lambda item: item.number)
    return [
        (questions.items[stem.id], stem, other)
        for (_, stem), other in zip(told, by_number, strict=True)
        if stem.id != other.id
    ]


def _alike(lines: Iterable[Line], moved: Sequence[_Moved], check: Check) -> bool:
    """Whether nobody's points depend on which of the two holds: statements of one section, worth the same, with the same key.

    Answers to all else may be right in part, of which ``check`` says nothing.
    """
    if any(
        not (stem.type.judged and other.type.judged and (stem.section, stem.points) == (other.section, other.points))
        for _, stem, other in moved
    ):
        return False
    pairs = {(one[1].id, one[2].id, text): one for line in lines for one in moved if (text := line.cells[one[0]])}
    return all(check(one[1], text) == check(one[2], text) for (_, _, text), one in pairs.items())


def _tell_alike(table: Table, moved: Sequence[_Moved], problems: Problems) -> None:
    column = moved[0][0]
    named = "、".join(str(one[1].number) for one in sorted(moved, key=lambda one: one[1].number))
    problems.warning(
        table.head(column),
        "E503",
        f"卷上第 {named} 题列名里的题号和题干不是同一题，照题干评了；这几题的答案相同，照哪样评各人的分都一样",
        "逐题的统计要紧的，核对平台上这几题的次序。",
    )


def _good(lines: Sequence[Line], moved: Sequence[_Moved], check: Check, which: int) -> int:
    """Right answers less those that can't be read, taken as answers to what stems (1) or numbers (2) tell."""
    found = 0
    for line in lines:
        for one in moved:
            item = one[1] if which == 1 else one[2]
            text = line.cells[one[0]]
            if text:
                readable, right = check(item, text)
                found += right - (not readable)
    return found


def _filled(lines: Sequence[Line], moved: Sequence[_Moved]) -> int:
    return sum(bool(line.cells[column]) for line in lines for column, _, _ in moved)
