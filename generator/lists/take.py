"""Rows of an office's list as records: what is merged, repeated or left blank is filled in, sums and notes are passed over."""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import partial
from typing import Any

from generator.library import Library
from generator.lists.citing import Cites, with_law_above
from generator.lists.codecs import Several
from generator.lists.grid import Grid, plain_cell
from generator.lists.heads import NUMBERS, Head, plain_head
from generator.lists.layout import Cell, Column, Data, Layout, listed
from generator.lists.rows import Row, rows_of
from generator.problems import Place, Problem, Problems

#: Words that mean the cell above.
SAME = frozenset({"同上", "同前", "〃", "″", "同上一行", "同上。", "（同上）", "”", '"'})
#: Words for an empty cell.
NOTHING = frozenset({"/", "\\", "—", "——", "-", "--", "无", "／"})
_TOTAL = re.compile(r"(?:合|总|小|共)\s*计|累计")
_NOTE = re.compile(
    r"(?:备?注|说\s*明|填表说明|附注|注释|填报说明)\s*\d*\s*[:：．.、]|(?:填表人|审核人|制表人|联系人|填报人|制表单位|填报单位)\s*[:：]|[*※]"
)
_PLACE_ONLY = re.compile(r"第|\d|[一二三四五六七八九十百千]+条")
_LAW_IN_HEAD = re.compile("《([^《》]+)》")
_AGAIN = "一条记录分在两页、两处都写了这一格的，改成一样；是另外一条的，清空它的“编号”。"
#: A column of names of which so many cells of a hundred are blank is one where each name holds for the rows below it.
MOSTLY = 30


@dataclass(frozen=True, slots=True)
class Sums:
    """A cell with sums: where it stands, the first step of its field, its words, the part and field that cite the articles, and these."""

    place: Place
    field: str
    words: str
    part: Data
    cited: str
    citations: tuple[str, ...] = ()


@dataclass(slots=True)
class Draft:
    """A record as rows tell it.

    Attributes:
        row: number of its first row.
        data: what they say.
        places: first step of a field → where it is told.
        whole: the table that it stands in.
        fields: first steps of the fields that the list has columns for.
        columns: depth and name of every field that the list has a column for.
        sound: whether nothing in it is at fault.
        sums: cells whose sums its articles must say.
    """

    row: int
    place: Place
    whole: Place
    data: Data = field(default_factory=dict)
    places: dict[str, Place] = field(default_factory=dict)
    fields: frozenset[str] = frozenset()
    columns: frozenset[tuple[int, str]] = frozenset()
    sound: bool = True
    sums: list[Sums] = field(default_factory=list)


def drafts_of(
    library: Library, layout: Layout, grid: Grid, head: Head, fixed: Mapping[str, str], problems: Problems
) -> list[Draft]:
    """The records of a table, each fault told at its cell."""
    return _Taker(library, layout, grid, head, fixed, problems).drafts()


class _Taker:
    def __init__(
        self, library: Library, layout: Layout, grid: Grid, head: Head, fixed: Mapping[str, str], problems: Problems
    ) -> None:
        self.library, self.layout, self.grid, self.head, self.fixed = library, layout, grid, head, fixed
        self.problems = problems
        self.columns = dict(sorted(head.columns.items()))
        self.depths = {at: layout.depth(column) for at, column in self.columns.items()}
        self.merged = {
            at
            for top, left, bottom, right in grid.merges
            if bottom > top > head.last - 1
            for at in range(left, right + 1)
        }
        self.rows = list(self._rows())
        self.going_on = {at for at, column in self.columns.items() if column.filled and self._goes_on(at)}
        self.deciding = [self._deciding(depth) for depth in range(len(layout.levels))]
        self.above: dict[int, tuple[str, int]] = {}  # column → what it last showed, and in which row
        self.told_above: dict[int, list[str]] = {}  # column → what its cells showed, as far as a law may be named there
        self.told_once: set[Problem] = set()
        self.number = self._numbered()
        self.before = 0  # the row above
        self.taken = 0  # rows of the record so far
        self.constant = self._constant()
        self.fields = frozenset(
            name
            for column in self.columns.values()
            for name in (column.covers if column.field == "*" else (column.path[0],))
        ) | frozenset(self.constant)
        self.told = frozenset(
            (self.depths[at], name)
            for at, column in self.columns.items()
            for name in (column.covers if column.field.endswith("*") else column.path[-1:])
        )

    def drafts(self) -> list[Draft]:
        """The records."""
        found: list[Draft] = []
        for row in self.rows:
            shown = {at: self._shown(row, at) for at in self.columns}
            again = bool(found) and self._told_again(row, shown)
            before = self._before(found[-1], shown) if again else None
            starts = before.starts if before else self._starts(row, shown, found, again)
            if starts == 0:
                first = self._first(row, shown)
                self.taken = 0
                found.append(Draft(row, first, self.grid.whole, dict(self.constant), {}, self.fields, self.told))
            draft = found[-1]
            self._take(draft, row, shown, starts, again, before)
            self.taken += 1
            self.above |= {at: (text, row) for at, text in shown.items() if text}
            for at, text in shown.items():
                self.told_above.setdefault(at, []).append(text)
            self.before = row
        for draft in found:
            draft.sums = [replace(one, citations=tuple(listed(one.part, one.cited))) for one in draft.sums]
            draft.data = self.layout.fold(draft.data)
        return found

    # -- rows ----------------------------------------------------------------------------------------------------------

    def _rows(self) -> Iterator[int]:
        """Numbers of the rows that tell something."""
        notes = False
        for row in sorted(n for n in self.grid.rows if n > self.head.last):
            cells = [text for text in self.grid.rows[row] if text]
            first = cells[0] if cells else ""
            filled = [
                at
                for at in self.columns
                if self.grid.own(row, at) and self.grid.top(row, at)[1] == at and self.grid.text(row, at)
            ]
            alone = len(dict.fromkeys(cells)) == 1
            if _TOTAL.match(re.sub(r"\s", "", first)) or (notes and len(filled) < 2):
                continue
            if _NOTE.match(first) and (alone or len(cells) <= 2):
                notes = True
                continue
            if not filled or self._again(row) or (alone and self._across(row)):
                continue
            yield row

    def _again(self, row: int) -> bool:
        """Whether the header stands here once more, as on every page of a printout."""
        said = [plain_head(self.grid.text(row, at)) for at in self.columns]
        heads = range(self.head.first, self.head.last + 1)
        return said in [[plain_head(self.grid.text(head, at)) for at in self.columns] for head in heads]

    def _across(self, row: int) -> bool:
        """Whether the row is one cell over most of the columns: a heading within the table."""
        return any(top == row and right - left + 1 > len(self.columns) // 2 for top, left, _, right in self.grid.merges)

    def _goes_on(self, at: int) -> bool:
        """Whether blanks of a column that merges nothing mean the cell above: they are many, and one name stands before them."""
        if at in self.merged or not self.rows:
            return False
        blank = sum(not self.grid.text(row, at) for row in self.rows)
        return bool(self.grid.text(self.rows[0], at)) and blank * 100 >= MOSTLY * len(self.rows)

    def _shown(self, row: int, at: int) -> str:
        text = self.grid.text(row, at)
        if not text and (row, at) in self.grid.faults:
            return ""
        if text in SAME or (not text and at in self.going_on and self.depths[at] < len(self.layout.levels or (1,))):
            return self.above.get(at, ("", 0))[0]
        if isinstance(self.columns[at].codec, Cites):
            text = with_law_above(self.library, text, self.told_above.get(at, []))
        return "" if text in NOTHING else text

    def _starts(self, row: int, shown: Mapping[int, str], found: Sequence[Draft], again: bool) -> int:
        """How deep the part lies that begins with this row."""
        if not found:
            return 0
        if not self.layout.levels and self._same_names(row):
            return 1
        for depth, columns in enumerate(self.deciding):
            if not (again and depth == 0) and any(self._new(row, at, shown[at], again) for at in columns):
                return depth
        return len(self.deciding)

    def _same_names(self, row: int) -> bool:
        """Whether all that names a record is merged with the row above, and what stands beside it can be added to it: citations, names."""
        named = [at for at, column in self.columns.items() if column.field in self.layout.keys]
        added = [at for at in self.columns if self.grid.own(row, at) and self.grid.text(row, at)]
        return (
            len(named) == len(self.layout.keys)
            and not any(self.grid.own(row, at) for at in named)
            and all(isinstance(self.columns[at].codec, Cites | Several) for at in added)
        )

    def _numbered(self) -> int:
        """The column that numbers the records; 0 where there is none."""
        wide = max(map(len, self.grid.rows.values()), default=0)
        heads = ((at, self.grid.text(self.head.last, at)) for at in range(1, wide + 1) if at not in self.columns)
        return next((at for at, text in heads if plain_head(text) in NUMBERS), 0)

    def _told_again(self, row: int, shown: Mapping[int, str]) -> bool:
        """Whether the row tells the record above again, as where a page begins within it: the same 编号, or the same 序号 and names."""
        ids = [at for at, column in self.columns.items() if column.field == "id"]
        for at in ids:
            text = self.grid.text(row, at)
            if text and not text.isdecimal():
                return self.grid.own(row, at) and self.above.get(at, ("", 0))[0] == text
        number = self.grid.text(row, self.number) if self.number else ""
        named = [at for at in self.columns if not self.depths[at] and self.columns[at].field in self.layout.keys]
        return (
            bool(number and named)
            and self.grid.own(row, self.number)
            and number == self.grid.text(self.before, self.number)
            and all(shown[at] and shown[at] == self.above.get(at, ("", 0))[0] for at in named)
        )

    def _deciding(self, depth: int) -> list[int]:
        """Columns by which a part is told from the one above: its id where there is one, else what must be filled in."""
        own = [at for at in self.columns if self.depths[at] == depth]
        ids = [at for at in own if self.columns[at].path[-1:] == ("id",)]
        keys = [at for at in own if self.columns[at].needed or self.columns[at].field in self.layout.keys]
        if ids and any(self.grid.text(row, at) for at in ids for row in self.rows):
            return ids + [at for at in keys if at in self.merged]
        if depth and not keys:
            return [at for at in own if self.columns[at].filled]
        return keys + ([at for at in own if depth and self.columns[at].filled and at in self.merged])

    def _new(self, row: int, at: int, text: str, again: bool) -> bool:
        if not text or not self.grid.own(row, at):
            return False
        before, _ = self.above.get(at, ("", 0))
        stands = bool(self.grid.text(row, at))
        return text != before or (stands and at in self.merged and not again)

    # -- values --------------------------------------------------------------------------------------------------------

    def _first(self, row: int, shown: Mapping[int, str]) -> Place:
        return self.grid.place(row, next((at for at in self.columns if shown[at]), next(iter(self.columns))))

    def _before(self, draft: Draft, shown: Mapping[int, str]) -> Row | None:
        """The row that the list was printed with, of one that tells its record again, where its own cells say the same still."""
        record = self.library.get(self.layout.id, str(draft.data.get("id", "")))
        rows = list(rows_of(self.library, self.layout, record)) if record else []
        if self.taken >= len(rows) or not rows[self.taken].starts:
            return None
        row = rows[self.taken]
        own = [at for at in self.columns if self.depths[at] >= row.starts]
        return row if all(shown[at] == self._printed(row, at) for at in own) else None

    def _printed(self, row: Row, at: int) -> str:
        text = plain_cell(row.cells[self.layout.columns.index(self.columns[at])])
        return "" if text in NOTHING else text

    def _retold(
        self, draft: Draft, row: int, at: int, shown: Mapping[int, str], chain: Sequence[Data], before: Row | None
    ) -> None:
        """A cell of the record that stands on two pages and says two things: the one that was edited counts."""
        column, depth = self.columns[at], self.depths[at]
        printed = self._printed(before, at) if before else None
        if shown[at] == printed:
            return
        if printed is None or self.above.get(at, ("", 0))[0] != printed:
            self._tell(draft, at, row, "E832", f"“{column.name}”和上面同一条里写的不一样", _AGAIN)
            return
        for name in column.covers if column.field.endswith("*") else column.path[depth : depth + 1]:
            chain[depth].pop(name, None)
        self._put(draft, row, at, shown, chain)

    def _take(
        self, draft: Draft, row: int, shown: Mapping[int, str], starts: int, again: bool, before: Row | None
    ) -> None:
        chain = self._chain(draft.data, starts)
        for at in self.columns:
            if not shown[at]:
                self._blank(draft, row, at, starts)
                continue
            if self.depths[at] < starts and not self._more(row, at, shown[at]):
                continue
            if again and self.depths[at] < starts:
                self._retold(draft, row, at, shown, chain, before)
                continue
            self._put(draft, row, at, shown, chain)

    def _more(self, row: int, at: int, text: str) -> bool:
        """Whether a row that goes on with a part says something else of it: nothing that stands in a file is lost."""
        return self.grid.own(row, at) and bool(self.grid.text(row, at)) and text != self.above.get(at, ("", 0))[0]

    def _chain(self, data: Data, starts: int) -> list[Data]:
        """The parts that a row is of, new ones from ``starts`` on."""
        chain = [data]
        for depth, level in enumerate(self.layout.levels, 1):
            parts = chain[-1].setdefault(level, [])
            if not parts or depth >= starts:
                parts.append({})
            chain.append(parts[-1])
        return chain

    def _blank(self, draft: Draft, row: int, at: int, starts: int) -> None:
        column = self.columns[at]
        begins = self.depths[at] >= starts
        if fault := self.grid.faults.get((row, at)):
            self._tell(draft, at, row, "E832", *fault)
        elif column.needed and begins and self.grid.own(row, at):
            self._tell(draft, at, row, "E832", f"“{column.name}”没有填", f"{column.says}。" if column.says else "")

    def _put(self, draft: Draft, row: int, at: int, shown: Mapping[int, str], chain: Sequence[Data]) -> None:
        column, text = self.columns[at], shown[at]
        if column.field == "id" and text.isdecimal():
            return  # a column that only numbers the rows
        place = self.grid.place(*self.grid.top(row, at))
        draft.places.setdefault(column.path[0] if column.path else "*", place)
        for name in column.covers if column.field == "*" else ():
            draft.places.setdefault(name, place)
        cell = Cell(self.library, place, column.name, partial(self._tell, draft, at, row))
        value = column.codec.read(cell, self._with_law(column, text, shown))
        if value is None or value == column.unsaid:
            return
        _set(chain[self.depths[at]], column, column.path[self.depths[at] :], value)
        if column.sums:
            holder = next((part for part in reversed(chain) if column.sums in part), chain[0])
            draft.sums.append(Sums(place, column.path[0], column.codec.amounts(text), holder, column.sums))

    def _with_law(self, column: Column, text: str, shown: Mapping[int, str]) -> str:
        """The words of a citation with the law that stands in a column of its own."""
        law = next((shown[at] for at, one in self.columns.items() if one.field == "law"), "") or self._law_of_head(
            column
        )
        if not law or not isinstance(column.codec, Cites) or not _PLACE_ONLY.match(text):
            return text
        where = text if text.startswith("第") else f"第{text}" if "条" in text else f"第{text}条"
        return f"《{law.strip('《》')}》{where}"

    def _law_of_head(self, column: Column) -> str:
        """The law that the header of a column names: 依据（《生态环境法典》）."""
        at = next((n for n, one in self.columns.items() if one is column), 0)
        heads = range(self.head.first, self.head.last + 1) if at else ()
        named = [found[1] for row in heads if (found := _LAW_IN_HEAD.search(self.grid.text(row, at)))]
        return named[0] if named else ""

    def _constant(self) -> Data:
        """What the mapping says of every row."""
        found: Data = {}
        for name, text in self.fixed.items():
            column = next((one for one in self.layout.columns if one.name == name), None)
            if column and "." not in column.field and column.field != "*":
                cell = Cell(self.library, self.grid.whole, name, self._tell_mapping)
                value = column.codec.read(cell, text)
                found |= {column.field: value} if value is not None else {}
        return found

    def _tell_mapping(self, code: str, message: str, hint: str) -> None:
        self.problems.error(self.grid.whole, code, f"对照文件：{message}", hint)

    def _tell(self, draft: Draft, at: int, row: int, code: str, message: str, hint: str) -> None:
        draft.sound = False
        problem = Problem(self.grid.place(*self.grid.top(row, at)), code, message, hint)
        if problem not in self.told_once:  # a cell that holds for several units is told of once
            self.told_once.add(problem)
            self.problems.extend([problem])


def _set(part: Data, column: Column, steps: Sequence[str], value: Any) -> None:
    """Set a value; what a second row says of the same goes behind the first."""
    if column.field.endswith("*"):
        part.update(value)
        return
    if steps == ("law",):
        return
    before = part.get(steps[0])
    if isinstance(before, list) and isinstance(value, list):
        part[steps[0]] = (
            list(dict.fromkeys([*before, *value])) if all(isinstance(one, str) for one in value) else before + value
        )
    elif isinstance(before, str) and isinstance(value, str):
        part[steps[0]] = before if value == before else before + value
    else:
        part[steps[0]] = value
