"""The rows of answer tables held against the keys.

What is wrong with a cell or a row is a Problem at that row and column, and the rest is marked all the same: a cell that can't
be read earns nothing, a row without number, with an unknown form or with a number that was there before is left out.  A table
whose questions can't be told for certain is not marked at all.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from generator.problems import Place, Problems
from generator.reading.table import Line, Table
from generator.sitting.apart import tell_apart
from generator.sitting.candidates import Candidate, Mark, Sitting
from generator.sitting.cells import Unreadable, read_cell
from generator.sitting.choices import in_letters
from generator.sitting.columns import Columns, find_columns, forms_sat
from generator.sitting.key import Key, KeyItem
from generator.sitting.keys import Keys
from generator.sitting.marking import NOTHING, ZERO, Given, Half, earned, is_right, rounded, summed
from generator.sitting.people import absent_words, alike, is_numbered, nobody, nothing_said, seconds_of
from generator.sitting.pointed import points_stand, read_points
from generator.sitting.shift import ROWS, Shift, shifted, strange

_LONGEST = 60  # characters of a number or a name
_IN_POWERS = re.compile(r"\d(?:\.\d+)?[Ee]\+?\d+")
_UNMARKED = "这张表一题也没有评"
_NO_ANSWER = Mark(NOTHING, ZERO, False)


def mark_tables(tables: Iterable[Table], keys: Keys, problems: Problems, half: Half = "exact") -> Sitting:
    """Mark every row of every table.

    Args:
        tables: answers, one row a candidate.
        keys: of all forms.
        problems: E503 for headers, E504 for rows and cells; a warning for rows without anything.
        half: how half of the points is rounded.
    """
    marker = Marker(keys, half, problems)
    return Sitting(keys, half, tuple(candidate for table in tables for candidate in marker.candidates(table)))


@dataclass(slots=True)
class _Marking:
    """A table with its columns, and how its cells are read: as answers, or as points."""

    table: Table
    columns: Columns
    by_points: bool
    known: dict[tuple[str, int], dict[str, Mark]] = field(default_factory=dict)
    _plans: dict[str, list[tuple[int | None, dict[str, Mark], KeyItem]]] = field(default_factory=dict)
    _graded: dict[str, list[int]] = field(default_factory=dict)

    def plan(self, key: Key) -> list[tuple[int | None, dict[str, Mark], KeyItem]]:
        """For each item of a form its column and the marks of what was written to it already; worked out once a form."""
        if key.form not in self._plans:
            self._plans[key.form] = [
                (self.columns.questions.column(item), self.known.setdefault((key.form, place), {}), item)
                for place, item in enumerate(key.items)
            ]
        return self._plans[key.form]

    def graded(self, key: Key) -> list[int]:
        """Places of the items to which a person gives the points."""
        if key.form not in self._graded:
            self._graded[key.form] = [place for place, item in enumerate(key.items) if item.type.graded]
        return self._graded[key.form]


@dataclass(slots=True)
class Marker:
    """Marks tables one after the other; a number counts once in all of them."""

    keys: Keys
    half: Half
    problems: Problems
    seen: dict[str, Place] = field(default_factory=dict)
    numbers: set[str] = field(default_factory=set)
    _shared: dict[tuple[str, int], dict[str, Mark]] = field(default_factory=dict)
    _checked: dict[tuple[int, str], tuple[bool, bool]] = field(default_factory=dict)

    def candidates(self, table: Table) -> Iterator[Candidate]:
        """The candidates of a table, in its order."""
        columns = find_columns(table, self.keys, self.problems)
        for number in table.empty:
            self.problems.warning(Place(table.name, number), "E504", "空行，没有读", "删去空行。")
        if columns is None:
            return
        numbered = is_numbered(table.lines, columns)
        people = [line for line in table.lines if not self._skipped(table, columns, line, numbered)]
        by_points = columns.points or points_stand(columns, people, self._key)
        marking = _Marking(table, columns, by_points, {} if by_points else self._shared)
        check = None if by_points else self._check
        sat = forms_sat(table, columns.form, self.keys)
        if tell_apart(table, columns.questions, people, sat, check, self.problems):
            return
        if not by_points and self._is_astray(marking, people):
            return
        table.tell_faults(columns.used, self.problems)
        for line in people:
            key = self._form(marking, line)
            found = None if key is None else self._candidate(marking, line, key)
            if found is not None:
                yield found

    def _skipped(self, table: Table, columns: Columns, line: Line, numbered: bool) -> bool:
        """Rows that are nobody's: averages, notes, remarks; told, and left out."""
        why = nobody(line, columns, table.header, numbered)
        if why:
            self.problems.warning(
                table.place(line, 0), "E504", f"这一行不是考生（{why}），没有评", "确实不是考生就不用管。"
            )
        return bool(why)

    def _key(self, columns: Columns, line: Line) -> Key | None:
        return self.keys.find(_cell(line, columns.form), line.cells[columns.number])

    def _is_astray(self, marking: _Marking, people: Sequence[Line]) -> bool:
        """Whether the answers fit the questions far better when moved, or not at all; then nothing of the table is marked."""
        columns, table = marking.columns, marking.table
        rows = [
            (columns.questions.in_order(key.items, line.cells), line)
            for line in people[:ROWS]
            if (key := self._key(columns, line)) is not None
        ]
        hint = "核对题号与卷面是不是一致，列有没有错位；平台导出时选带题干的（按文本），就不会错。"
        found = shifted((row for row, _ in rows), self._check)
        if found is not None:
            self.problems.error(table.head(columns.questions.first), "E503", f"{_told(found)}；{_UNMARKED}", hint)
            return True
        places = strange((row for row, _ in rows), self._check)
        if not places:
            return False
        item, text, line = next(
            (item, text, line)
            for row, line in rows
            for place, (item, text) in enumerate(zip(*row, strict=False))
            if place in places and text and not self._check(item, text)[0]
        )
        message = f"有 {len(places)} 题的列里多半不是这一题的答案，例如第 {item.number} 题的列里是“{text[:20]}”：答案和题目对不起来；{_UNMARKED}"
        at = table.place(line, columns.questions.column(item) or 0)
        self.problems.error(at, "E503", message, f"{hint}没有错位、只是写法看不懂的，先改写法。")
        return True

    def _check(self, item: KeyItem, text: str) -> tuple[bool, bool]:
        """Whether a cell can be read, and whether it is right; worked out once for each writing."""
        found = self._checked.get((id(item), text))
        if found is None:
            mark = self._mark(item, text, self.keys.first)
            found = self._checked[id(item), text] = (not mark.fault, mark.right)
        return found

    def _row_is_astray(self, marking: _Marking, line: Line, key: Key) -> bool:
        """Whether one person's answers, several of which can't be read, fit far better when moved; then the row is not marked."""
        columns = marking.columns
        found = shifted([columns.questions.in_order(key.items, line.cells)], self._check)
        if found is None or found.there.right <= found.here.right:
            return False
        at = marking.table.place(line, columns.number)
        hint = "对照原卷，看是不是漏填了一格、后面的都挪了位；改好再评。"
        self.problems.error(at, "E504", f"这一行的{_told(found)}；这一行没有评", hint)
        return True

    def _form(self, marking: _Marking, line: Line) -> Key | None:
        """The form that a row is an answer to; None, with a Problem, where the row can't be marked."""
        table, columns = marking.table, marking.columns
        number = line.cells[columns.number]
        at = table.place(line, columns.number)
        written = _cell(line, columns.form)
        key = self.keys.find(written, number)
        first = self.seen.get(self._identity(columns, line))
        what = "考号" if columns.number not in columns.names else "姓名"
        faults = (
            (not number, at, f"没有{what}，这一行没有评", f"补上{what}。"),
            (
                bool(_IN_POWERS.fullmatch(number)),
                at,
                f"考号“{number}”被 Excel 改成了科学记数",
                "考号一列设为文本再填。",
            ),
            (len(number) > _LONGEST, at, f"{what}超过 {_LONGEST} 个字", "核对列是不是错位了。"),
            (
                first is not None,
                at,
                f"{what}“{number}”重复（首见 {first}），只评第一份",
                f"删去多余的一份，或者改正{what}；是补考的，用 --retake 另给。",
            ),
            (
                line.beyond > 0,
                Place(table.name, line.number, len(table.header) + 1),
                f"比表头多出 {line.beyond} 格，列错了位，这一行没有评",
                "答案里有逗号的，整格加英文双引号，或者只写字母：ABD。",
            ),
            (
                key is None,
                table.place(line, columns.number if columns.form is None else columns.form),
                self._no_form(written, number),
                "核对卷别。",
            ),
        )
        for wrong, place, message, hint in faults:
            if wrong:
                self.problems.error(place, "E504", message, hint)
                return None
        self.seen[self._identity(columns, line)] = at
        return key

    def _identity(self, columns: Columns, line: Line) -> str:
        """What a candidate is known by in every table: a running number says nothing beyond its own, a name does."""
        number = line.cells[columns.number]
        return f"{number}\0{_name(line, columns)}" if columns.running else number

    def _known(self, columns: Columns, line: Line) -> tuple[str, str]:
        """Number and name; where a running number is another's already, the name stands for it."""
        number, name = line.cells[columns.number], _name(line, columns)[:_LONGEST]
        if columns.running and number in self.numbers and name:
            number = name
        self.numbers.add(number)
        return number, name

    def _no_form(self, written: str, number: str) -> str:
        if self.keys.drawn:
            return f"没有考号“{written or number}”的卷，这一行没有评"
        names = "、".join(self.keys.forms)
        return f"没有“{written}”卷，只有 {names}" if written else f"没有写卷别，不知道是 {names} 中的哪一份"

    def _candidate(self, marking: _Marking, line: Line, key: Key) -> Candidate | None:
        table, columns, cells = marking.table, marking.columns, line.cells
        said_absent = absent_words(line, columns)
        marks: list[Mark] = []
        faults: list[tuple[int, KeyItem, Mark]] = []
        for column, known, item in marking.plan(key):
            if column is None:
                marks.append(self._mark(item, "", key) if item.void else _NO_ANSWER)
                continue
            text = cells[column]
            mark = known.get(text)
            if mark is None:
                mark = known[text] = self._read(marking, column, item, text, key)
            if mark.fault:
                faults.append((column, item, mark))
            marks.append(mark)
        if len(faults) > 1 and not marking.by_points and self._row_is_astray(marking, line, key):
            return None
        for column, item, mark in faults:
            self._tell(table, line, column, item, mark)
        absent = all(mark.given.empty and not mark.fault for mark in marks) or alike(line, columns)
        if absent:
            marks = [_NO_ANSWER] * len(marks)
        if said_absent and not absent:
            self.problems.error(
                table.place(line, columns.number),
                "E504",
                f"表里写着“{said_absent}”，却有答案；照答案评了",
                "核对这个人有没有参考。",
            )
        elif absent and not said_absent:
            at = table.place(line, columns.number)
            self.problems.warning(at, "E504", "一题也没有作答，按缺考记，不进统计", "确实缺考就不用管。")
        elif not absent:
            self._ungraded(marking, line, key, marks)
        number, name = self._known(columns, line)
        return Candidate(
            number=number,
            name=name,
            known_by=name if columns.running else "",
            unit=_cell(line, columns.unit)[:_LONGEST],
            key=key,
            marks=tuple(marks),
            score=summed(mark.points for mark in marks),
            absent=absent,
            seconds=None if columns.time is None else seconds_of(cells[columns.time]),
        )

    def _tell(self, table: Table, line: Line, column: int, item: KeyItem, mark: Mark) -> None:
        self.problems.error(
            table.place(line, column),
            "E504",
            f"第 {item.number} 题：{mark.fault}",
            "按没有作答算；对照原卷改正后再评。",
        )

    def _ungraded(self, marking: _Marking, line: Line, key: Key, marks: Sequence[Mark]) -> None:
        """What a person marks and gave no points for, not even 0, may have been forgotten."""
        for place in marking.graded(key):
            item, mark = key.items[place], marks[place]
            column = marking.columns.questions.column(item)
            if column is not None and mark.given.empty and not mark.fault and not item.void:
                at = marking.table.place(line, column)
                self.problems.warning(
                    at, "E504", f"第 {item.number} 题（{item.type.short}）没有填分数，按 0 分算", "没有得分也写 0。"
                )

    def _read(self, marking: _Marking, column: int, item: KeyItem, text: str, key: Key) -> Mark:
        if item.void or not marking.by_points:
            return self._mark(item, text, key)
        head = marking.columns.questions.heads.get(column)
        try:
            given = read_points(text, item, head.top if head else None)
        except Unreadable as reason:
            return Mark(Given(), ZERO, False, str(reason))
        points = rounded(given.points) if given.points is not None else ZERO
        return Mark(given, points, given.points == item.question.points)

    def _mark(self, item: KeyItem, text: str, key: Key) -> Mark:
        if item.void:
            return Mark(NOTHING, item.points, True)
        try:
            given = NOTHING if nothing_said(text) else read_cell(in_letters(text, item), item.question)
        except Unreadable as reason:
            return Mark(Given(), ZERO, False, str(reason))
        rivals = item.rivals
        points = max(earned(question, given, key.marking, self.half) for question in rivals)
        right = any(is_right(question, given) for question in rivals)
        chosen = 0
        if item.question.right:
            ranks = item.ranks
            chosen = sum(1 << ranks[place] for place in given.places)
        return Mark(given, points, right, "", chosen)


def _told(found: Shift) -> str:
    """Where the answers stand, and how far better they fit elsewhere."""
    here, there, offset, first = found.here, found.there, found.offset, found.start + 1
    question, column = (first, first + offset) if offset > 0 else (first - offset, first)
    since = f"从第 {first} 题起" if found.start else ""
    return (
        f"答案和题目{since}像是错开了 {abs(offset)} 题（第 {question} 题的答案在第 {column} 题的列里）："
        f"照现在的题号，{here.faulty:.0%} 的格子看不懂，{here.share:.0%} 答对；"
        f"挪回去，{there.faulty:.0%} 看不懂，{there.share:.0%} 答对"
    )


def _cell(line: Line, column: int | None) -> str:
    return "" if column is None else " ".join(line.cells[column].split())


def _name(line: Line, columns: Columns) -> str:
    return "".join(_cell(line, column) for column in columns.names)
