"""Candidates with their marks: the rows of answer tables held against the keys.

What is wrong with a cell or a row is a Problem at that row and column, and the rest is marked all the same: a cell that can't
be read earns nothing, a row without number, with an unknown form or with a number that was there before is left out.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field
from decimal import Decimal

from generator.problems import Place, Problems
from generator.questions.item import letter
from generator.reading.table import Line, Table
from generator.sitting.cells import Unreadable, read_cell
from generator.sitting.columns import Columns, find_columns
from generator.sitting.key import Key, KeyItem
from generator.sitting.keys import Keys
from generator.sitting.marking import ZERO, Given, Half, earned, is_right, summed

_LONGEST = 60  # characters of a number or a name
_IN_POWERS = re.compile(r"\d(?:\.\d+)?[Ee]\+?\d+")


@dataclass(frozen=True, slots=True)
class Mark:
    """What one answer earned.  Candidates who wrote the same to the same question share it.

    Attributes:
        given: the answer.
        points: earned.
        right: whether in every part.
        fault: why the cell could not be read; empty else.
        chosen: of choices, a bit for each option that was chosen, by its rank in ``KeyItem.ranks``.
    """

    given: Given
    points: Decimal
    right: bool
    fault: str = ""
    chosen: int = 0


@dataclass(frozen=True, slots=True)
class Candidate:
    """A candidate who is marked.

    Attributes:
        number, name, unit: as the table has them; empty where it has none.
        key: of the form they sat.
        marks: one for each item of the form.
        score: their sum.
        absent: gave no answer at all.
    """

    number: str
    name: str
    unit: str
    key: Key
    marks: tuple[Mark, ...]
    score: Decimal
    absent: bool = False

    @property
    def passed(self) -> bool:
        """Whether the pass mark was reached."""
        return not self.absent and self.score >= self.key.pass_mark


@dataclass(frozen=True, slots=True)
class Sitting:
    """Everybody who sat an exam, or was to.

    Attributes:
        keys: of all forms.
        half: how half of the points was rounded.
        candidates: in the order of the tables.
    """

    keys: Keys
    half: Half
    candidates: tuple[Candidate, ...]

    @property
    def present(self) -> tuple[Candidate, ...]:
        """Those who gave an answer."""
        return tuple(candidate for candidate in self.candidates if not candidate.absent)


def mark_tables(tables: Iterable[Table], keys: Keys, problems: Problems, half: Half = "exact") -> Sitting:
    """Mark every row of every table.

    Args:
        tables: answers, one row a candidate.
        keys: of all forms.
        problems: E503 for headers, E504 for rows and cells; a warning for rows without anything.
        half: how half of the points is rounded.
    """
    marker = _Marker(keys, half, problems)
    candidates = tuple(candidate for table in tables for candidate in marker.candidates(table))
    return Sitting(keys, half, candidates)


def shown(item: KeyItem, given: Given) -> str:
    """An answer as people write it: ``ABD``, ``正确``, ``1-C 2-A``, ``30日；两年``; empty where nothing was given."""
    if given.empty:
        return ""
    if given.points is not None:
        return f"{float(given.points):g} 分"
    if given.texts:
        return "；".join(given.texts)
    if item.type == "judge":
        return item.options[given.places[0]].text
    if item.type == "match":
        return " ".join(f"{n}-{letter(place)}" for n, place in enumerate(given.places, 1) if place >= 0)
    return "".join(map(letter, given.places))


@dataclass(slots=True)
class _Marker:
    keys: Keys
    half: Half
    problems: Problems
    seen: dict[str, Place] = field(default_factory=dict)
    known: dict[tuple[str, int], dict[str, Mark]] = field(default_factory=dict)

    def candidates(self, table: Table) -> Iterator[Candidate]:
        columns = find_columns(table, self.keys.longest, self.problems)
        for number in table.empty:
            self.problems.warning(Place(table.name, number), "E504", "空行，没有读", "删去空行。")
        if columns is None:
            return
        for line in table.lines:
            key = self._form(table, columns, line)
            if key is not None:
                yield self._candidate(table, columns, line, key)

    def _form(self, table: Table, columns: Columns, line: Line) -> Key | None:
        """The form that a row is an answer to; None, with a Problem, where the row can't be marked."""
        number = line.cells[columns.number]
        at = table.place(line, columns.number)
        written = _cell(line, columns.form)
        key = self.keys.find(written, number)
        first = self.seen.get(number)
        faults = (
            (not number, at, "没有考号，这一行没有评", "补上考号。"),
            (
                bool(_IN_POWERS.fullmatch(number)),
                at,
                f"考号“{number}”被 Excel 改成了科学记数",
                "考号一列设为文本再填。",
            ),
            (len(number) > _LONGEST, at, f"考号超过 {_LONGEST} 个字", "核对列是不是错位了。"),
            (
                first is not None,
                at,
                f"考号“{number}”重复（首见 {first}），只评第一份",
                "删去多余的一份，或者改正考号。",
            ),
            (
                line.beyond > 0,
                Place(table.name, line.number, len(table.header) + 1),
                f"比表头多出 {line.beyond} 格，列错了位，这一行没有评",
                "答案里有逗号的，整格加英文双引号，或者只写字母：ABD。",
            ),
            (key is None, self._where(table, columns, line), self._no_form(written, number), "核对卷别。"),
        )
        for wrong, place, message, hint in faults:
            if wrong:
                self.problems.error(place, "E504", message, hint)
                return None
        self.seen[number] = at
        return key

    def _where(self, table: Table, columns: Columns, line: Line) -> Place:
        return table.place(line, columns.number if columns.form is None else columns.form)

    def _no_form(self, written: str, number: str) -> str:
        if self.keys.drawn:
            return f"没有考号“{written or number}”的卷，这一行没有评"
        names = "、".join(self.keys.forms)
        return f"没有“{written}”卷，只有 {names}" if written else f"没有写卷别，不知道是 {names} 中的哪一份"

    def _candidate(self, table: Table, columns: Columns, line: Line, key: Key) -> Candidate:
        marks = []
        for index, item in enumerate(key.items):
            column = columns.questions.get(item.number)
            text = "" if column is None else line.cells[column]
            known = self.known.setdefault((key.form, index), {})
            mark = known.get(text)
            if mark is None:
                mark = known[text] = self._mark(item, text, key)
            if mark.fault and column is not None:
                self.problems.error(
                    table.place(line, column),
                    "E504",
                    f"第 {item.number} 题：{mark.fault}",
                    "按没有作答算；对照原卷改正后再评。",
                )
            marks.append(mark)
        absent = all(mark.given.empty and not mark.fault for mark in marks)
        if absent:
            at = table.place(line, columns.number)
            self.problems.warning(at, "E504", "一题也没有作答，按缺考记，不进统计", "确实缺考就不用管。")
        else:
            self._ungraded(table, columns, line, key.items, marks)
        return Candidate(
            number=line.cells[columns.number],
            name=_cell(line, columns.name)[:_LONGEST],
            unit=_cell(line, columns.unit)[:_LONGEST],
            key=key,
            marks=tuple(marks),
            score=summed(mark.points for mark in marks),
            absent=absent,
        )

    def _ungraded(
        self, table: Table, columns: Columns, line: Line, items: Sequence[KeyItem], marks: Sequence[Mark]
    ) -> None:
        """A case that the marker gave no points for, not even 0, may have been forgotten."""
        for item, mark in zip(items, marks, strict=True):
            if item.type == "case" and mark.given.empty and not mark.fault and item.number in columns.questions:
                at = table.place(line, columns.questions[item.number])
                self.problems.warning(
                    at, "E504", f"第 {item.number} 题（案例）没有填分数，按 0 分算", "没有得分也写 0。"
                )

    def _mark(self, item: KeyItem, text: str, key: Key) -> Mark:
        try:
            given = read_cell(text, item.question)
        except Unreadable as reason:
            return Mark(Given(), ZERO, False, str(reason))
        points = earned(item.question, given, key.marking, self.half)
        chosen = 0
        if item.question.right:
            ranks = item.ranks
            chosen = sum(1 << ranks[place] for place in given.places)
        return Mark(given, points, is_right(item.question, given), "", chosen)


def _cell(line: Line, column: int | None) -> str:
    return "" if column is None else " ".join(line.cells[column].split())
