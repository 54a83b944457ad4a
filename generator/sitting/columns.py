"""Which column of an answer table holds what."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from dataclasses import replace as changed

from generator.problems import Problems
from generator.reading.heads import NAME, NUMBER, RUNNING, UNIT, columns_named, tells_candidates
from generator.reading.table import Table
from generator.sitting.heads import read_head, recognise, stem_columns
from generator.sitting.keys import Keys
from generator.sitting.platforms._base import Platform
from generator.sitting.platforms.sheet import PLATFORM as SHEET
from generator.sitting.questions import Answered, answered, taken_numbers

FORM = ("卷别", "卷", "卷型", "试卷", "卷号", "试卷类型", "AB卷", "卷种")
#: Heads of what is neither a candidate's name nor an answer.
ASIDE = (
    "提交时间", "得分率", "名次", "排名", "手机", "手机号", "手机号码", "日期", "性别", "职务", "职级",
)  # fmt: skip


@dataclass(frozen=True, slots=True)
class Columns:
    """Columns of a table, from 0; None where there is none.

    Attributes:
        platform: where the table comes from.
        number: what tells candidates apart.
        running: whether that is but a running number, which says nothing in another table.
        names: of the candidate, to be joined.
        unit, form, time, state, total: of the candidate.
        questions: where their answers stand.
        points: whether points stand there instead of answers.
    """

    platform: Platform
    number: int
    running: bool
    names: tuple[int, ...]
    unit: int | None
    form: int | None
    time: int | None
    state: tuple[int, ...]
    total: int | None
    questions: Answered
    points: bool

    @property
    def used(self) -> tuple[int, ...]:
        """Every column that is read."""
        people = [column for column in (self.number, *self.names, self.unit, self.form) if column is not None]
        return (*people, *self.questions.items.values(), *self.questions.numbers.values())


def is_answer_header(header: Sequence[str]) -> bool:
    """Whether a row can be the header of an answer table: something that tells candidates, and questions."""
    platform = recognise(header)
    told = tells_candidates(header) or columns_named(header, (*platform.number, *platform.name))
    running = not told and columns_named(header, RUNNING)
    if not told and not running:
        return False
    heads = [head for text in header if (head := read_head(text, platform)) is not None]
    count = sum(head.number is not None for head in heads) + sum(
        len(head.text) > 8 for head in heads if not head.number
    )
    return count > (1 if running else 0)


def find_columns(table: Table, keys: Keys, problems: Problems) -> Columns | None:
    """Read the header.

    Args:
        table: the answers.
        keys: of all forms.
        problems: E503 for a column that is missing, stands twice, or asks what the paper does not.

    Returns:
        The columns; None, with an E503, where candidates can't be told apart or questions not be told for certain.
    """
    platform = recognise(table.header)
    roles = _Roles(table, platform)
    if roles.number is None:
        problems.error(
            table.head(),
            "E503",
            "表头里没有“考号”",
            f"列名写在一行里，考号一列叫 {'、'.join(NUMBER[:6])} 之一；没有考号的写姓名。",
        )
        return None
    read = {c: head for c, text in enumerate(table.header) if (head := read_head(text, platform)) is not None}
    heads = {column: head for column, head in read.items() if column not in roles.all}
    answers = {column: head for column, head in heads.items() if not head.points}
    points = not any(head.number is not None for head in answers.values()) and any(h.points for h in heads.values())
    heads = {column: head for column, head in heads.items() if head.points == points}
    stems = _stems(table, platform, problems)
    if stems is None:
        return None
    heads = {c: changed(h, text=stems.get(h.number or 0, h.text)) for c, h in heads.items()}
    taken = taken_numbers(table, sorted(roles.all), read)
    found = answered(table, heads, taken, forms_sat(table, roles.form, keys), problems)
    return None if found is None else roles.columns(found, points)


def forms_sat(table: Table, column: int | None, keys: Keys) -> Keys:
    """Only the keys of the forms that a table names under 卷别; all of them where it names none that there is."""
    if keys.drawn or column is None:
        return keys
    told = {line.cells[column] for line in table.lines} - {""}
    sat = {key.form for text in told if (key := keys.find(text, "")) is not None}
    return changed(keys, forms={form: key for form, key in keys.forms.items() if form in sat}) if sat else keys


def _stems(table: Table, platform: Platform, problems: Problems) -> Mapping[int, str] | None:
    """Number → stem, where the platform tells stems in cells; None, with an E503, where candidates had different ones."""
    found = {}
    for number, column in stem_columns(table.header, platform).items():
        told = {line.cells[column] for line in table.lines if line.cells[column]}
        if len(told) > 1:
            problems.error(
                table.head(column),
                "E503",
                f"第 {number} 号题各人不同（{len(told)} 种），看来平台打乱了题的次序；这张表一题也没有评。",
                "在平台里设成人人同一次序，或者按题导出。",
            )
            return None
        if told:
            found[number] = told.pop()
    return found


class _Roles:
    """Columns that tell of candidates."""

    def __init__(self, table: Table, platform: Platform) -> None:
        self.table, self.platform = table, platform
        named = self._named
        numbers, self.names = named((*NUMBER, *platform.number)), named((*NAME, *platform.name))[:1]
        if not self.names and platform.parts:
            self.names = sorted(
                named(platform.parts), key=lambda c: "名" in table.header[c] or "First" in table.header[c]
            )
        running = named(RUNNING)
        filled = [column for column in numbers if self._filled(column)] or numbers
        self.running = not filled and bool(running)
        apart = filled or running or self.names
        self.number = apart[0] if apart else None
        units = named((*UNIT, *platform.unit))
        self.unit = next((column for column in units if self._filled(column)), units[0] if units else None)
        self.form = self._first((*FORM, *platform.form))
        self.time = self._first((*platform.time, *SHEET.time))
        self.total = self._first((*platform.total, *SHEET.total))
        self.state = tuple(named((*platform.state, *SHEET.state)))
        other = named((*platform.signs, *ASIDE))
        single = (self.form, self.time, self.total)
        self.all = {*numbers, *running, *self.names, *units, *self.state, *other, *(c for c in single if c is not None)}
        self.all -= {column for column in other if self._question(column) and column not in self.state}

    def _named(self, names: Sequence[str]) -> list[int]:
        return columns_named(self.table.header, names)

    def _first(self, names: Sequence[str]) -> int | None:
        return next(iter(self._named(names)), None)

    def _filled(self, column: int) -> bool:
        return any(line.cells[column] for line in self.table.lines[:200])

    def _question(self, column: int) -> bool:
        """A platform's sign that is the head of a question: ``Response 1``."""
        head = read_head(self.table.header[column], self.platform)
        return head is not None and head.number is not None

    def columns(self, questions: Answered, points: bool) -> Columns:
        """All together; there is a number."""
        assert self.number is not None
        return Columns(
            platform=self.platform,
            number=self.number,
            running=self.running,
            names=tuple(self.names),
            unit=self.unit,
            form=self.form,
            time=self.time,
            state=self.state,
            total=self.total,
            questions=questions,
            points=points,
        )
