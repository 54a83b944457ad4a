"""Which column answers which question: by the stem where the head tells one, by the number only where none does.

Nothing is guessed.  Where numbers and stems disagree, where a stem fits no question while a question has no column, or two
columns claim the same, the table is not marked, and the Problem says what was seen.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field

from generator.problems import Problems
from generator.reading.heads import head_words
from generator.reading.table import Table
from generator.sitting.cells import Unreadable, read_cell
from generator.sitting.choices import in_letters, options_told
from generator.sitting.heads import Head
from generator.sitting.key import KeyItem
from generator.sitting.keys import Keys
from generator.sitting.stems import FEWEST, Stems, face

_SHOWN = 24  # characters of a head that a message repeats
_TRIED = 60  # rows whose answers are held against options to tell two stems apart
_UNMARKED = "这张表一题也没有评。"
_BY_NUMBER = "题号要与卷面一致，从第 1 题起；平台把姓名、单位也编了号的，导出时选带题干的（按文本），或者改好题号再来。"


@dataclass(frozen=True, slots=True)
class Answered:
    """Columns, from 0, of the questions.

    Attributes:
        items: id of an item → its column, where stems told; empty where only numbers did.
        numbers: number of a question → its column, where only numbers told.
        heads: column → its head.
    """

    items: Mapping[str, int] = field(default_factory=dict)
    numbers: Mapping[int, int] = field(default_factory=dict)
    heads: Mapping[int, Head] = field(default_factory=dict)

    def column(self, item: KeyItem) -> int | None:
        """The column that answers an item; None where there is none."""
        return self.items.get(item.id) if self.items else self.numbers.get(item.number)

    @property
    def first(self) -> int:
        """The first column of all."""
        return min((*self.items.values(), *self.numbers.values()))

    def in_order(self, items: Sequence[KeyItem], cells: Sequence[str]) -> tuple[list[KeyItem], list[str]]:
        """Items of a form and a row's cells, beside one another: by number, or as the columns stand where stems told them."""
        if not self.items:
            return list(items), [
                cells[self.numbers[n]] if n in self.numbers else "" for n in range(1, max(self.numbers) + 1)
            ]
        told = sorted((item for item in items if item.id in self.items), key=lambda item: self.items[item.id])
        return told, [cells[self.items[item.id]] for item in told]


def answered(
    table: Table, heads: Mapping[int, Head], taken: Mapping[int, int], keys: Keys, problems: Problems
) -> Answered | None:
    """Assign columns to questions.

    Args:
        table: the answers.
        heads: column → head, of the columns that may be questions.
        taken: number → column, of heads that bear a number and are no question (``1、您的姓名``).
        keys: of all forms.
        problems: E503 for what does not fit; a table that is not marked has an error.
    """
    numbered = {column: head for column, head in heads.items() if head.number is not None}
    told = {column: head for column, head in heads.items() if len(face(head.text)) >= FEWEST}
    items = {item.id: item for key in keys.forms.values() for item in key.items}
    found = _Matching(table, told, items, problems)
    if not found.places and not (told.keys() & numbered.keys()):
        unread = [column for column, head in heads.items() if head.number is None]
        return _by_number(table, numbered, taken, unread, keys, problems)
    if not found.places:
        column = min(told.keys() & numbered.keys())
        problems.error(
            table.head(column),
            "E503",
            f"列名里的题干和卷上的题一道也对不上，例如“{_short(told[column].text)}”；{_UNMARKED}",
            "核对是不是别的卷的答卷，--papers 指的是不是这一次的试卷。",
        )
        return None
    untold = {column: head for column, head in numbered.items() if column not in told}
    found.fields = [column for column, head in untold.items() if face(head.text)]
    return found.answered({c: h for c, h in untold.items() if c not in found.fields}, keys)


class _Matching:
    """Columns whose heads tell a stem, held against the items of a paper."""

    def __init__(
        self, table: Table, told: Mapping[int, Head], items: Mapping[str, KeyItem], problems: Problems
    ) -> None:
        self.table, self.told, self.items, self.problems = table, told, items, problems
        stems = Stems(items.values())
        self.places = {column: ids for column, head in told.items() if (ids := stems.find(head.text))}
        self.bare: Mapping[int, Head] = {}  # columns with a number and no stem
        self.fields: list[int] = []  # columns with a number and a word or two, as fields of people have

    def answered(self, bare: Mapping[int, Head], keys: Keys) -> Answered | None:
        """The columns; ``bare`` are those that bear a number and no stem."""
        self.bare = bare
        single = keys.first if len(keys.forms) == 1 else None
        chosen = {column: ids[0] for column, ids in self.places.items() if len(ids) == 1}
        shifts = {self.told[c].number - self.items[id].number for c, id in chosen.items() if self.told[c].number}  # type: ignore[operator]
        shift = shifts.pop() if single and len(shifts) == 1 else None
        for column, ids in self.places.items():
            if len(ids) > 1:
                chosen[column] = self._one_of(column, ids, shift, set(chosen.values()))
        if not self._single(chosen):
            return None
        if single is not None:
            by_number = {item.number: item.id for item in single.items}
            for column, head in bare.items():
                id = by_number.get((head.number or 0) - shift) if shift is not None else None
                if id is None or id in chosen.values():
                    self._refuse(column, "这一列只有题号，别的列有题干，两种对不起来")
                    return None
                chosen[column] = id
        elif bare:
            self._refuse(min(bare), "这一列只有题号，别的列有题干，两种对不起来")
            return None
        return self._whole(chosen, keys)

    def _one_of(self, column: int, ids: list[str], shift: int | None, used: set[str]) -> str:
        """Of items whose stems begin alike: the one whose options the answers tell, or that stands where the others do."""
        left = [id for id in ids if id not in used] or ids
        texts = list(dict.fromkeys(line.cells[column] for line in self.table.lines[:_TRIED] if line.cells[column]))
        scores = [sum(options_told(text, self.items[id]) for text in texts) for id in left]
        if max(scores, default=0) and scores.count(max(scores)) == 1:
            return left[scores.index(max(scores))]
        number = self.told[column].number
        placed = [id for id in left if shift is not None and number and self.items[id].number == number - shift]
        return placed[0] if placed else (left[0] if len(left) == 1 else "")

    def _single(self, chosen: Mapping[int, str]) -> bool:
        """Whether every column has one item and no item two columns."""
        seen: dict[str, int] = {}
        for column, id in sorted(chosen.items()):
            if not id:
                self._refuse(column, "列名里的题干与卷上的几道题开头都相同，分不出是哪一道")
                return False
            if id in seen:
                self._refuse(column, f"这一列和第 {seen[id] + 1} 列是同一道题（卷上第 {self.items[id].number} 题）")
                return False
            seen[id] = column
        return True

    def _whole(self, chosen: Mapping[int, str], keys: Keys) -> Answered | None:
        """What is left over: a stem that fits nothing, while a question has no column, is a paper that was changed."""
        have = set(chosen.values())
        missing = min(([i for i in key.items if i.id not in have] for key in keys.forms.values()), key=len)
        strange = [c for c, head in self.told.items() if c not in chosen and head.number is not None] + self.fields
        if missing and strange:
            where = f"卷上第 {missing[0].number} 题没有列"
            self._refuse(strange[0], f"列名里的题干和卷上哪一题都对不上，而{where}")
            return None
        if missing and not tell_missing(
            self.table, [item.number for item in missing], len(have) + len(missing), self.problems
        ):
            return None
        return Answered(items={id: column for column, id in chosen.items()}, heads={**self.told, **self.bare})

    def _refuse(self, column: int, seen: str) -> None:
        self.problems.error(
            self.table.head(column),
            "E503",
            f"“{_short(self.table.header[column])}”：{seen}；{_UNMARKED}",
            "核对平台上的题和卷面是不是一致；改好列名再来。",
        )


def _by_number(
    table: Table,
    heads: Mapping[int, Head],
    taken: Mapping[int, int],
    unread: Sequence[int],
    keys: Keys,
    problems: Problems,
) -> Answered | None:
    """By number alone; one that is not on the paper, or stands twice, says that the numbers are the platform's own.

    Args:
        unread: columns whose heads say nothing; one that holds answers, while a question has no column, is that question's.
    """
    found: dict[int, int] = {}
    last, whole = keys.longest, True
    for column, head in sorted(heads.items()):
        number = head.number or 0
        if not 1 <= number <= last:
            message = f"卷里没有第 {number} 题，最后一题是第 {last} 题"
        elif number in found:
            message = f"第 {number} 题有两列，另一列是第 {found[number] + 1} 列"
        else:
            found[number] = column
            continue
        problems.error(table.head(column), "E503", f"{message}；{_UNMARKED}", _BY_NUMBER)
        whole = False
    for number, column in taken.items():
        if whole and number <= last and number not in found:
            message = f"第 {number} 号是“{_short(table.header[column])}”，不是题：题号是平台自己编的，和卷面错开了"
            problems.error(table.head(column), "E503", f"{message}；{_UNMARKED}", _BY_NUMBER)
            whole = False
    if not found and whole:
        problems.error(table.head(), "E503", "表头里没有题号", "每题一列，列名写题号：1、2、3……")
    if not found or not whole:
        return None
    missing = [number for number in range(1, last + 1) if number not in found]
    lacking = [item for key in keys.forms.values() for item in key.items if item.number in set(missing)]
    strange = next((place for place in unread if _answers(table, place, lacking)), None)
    if strange is not None:
        message = f"“{_short(table.header[strange])}”下面像是答案，看不出是哪一题，而卷上第 {missing[0]} 题没有列；{_UNMARKED}"
        problems.error(table.head(strange), "E503", message, "列名写题号：1、2、3……；不是答案的，删去这一列。")
        return None
    if missing and not tell_missing(table, missing, last, problems):
        return None
    return Answered(numbers=found, heads=heads)


def _answers(table: Table, column: int, items: Sequence[KeyItem]) -> bool:
    """Whether all that stands in a column, for most people, can be the answer to one of the items that are chosen from."""
    texts = [line.cells[column] for line in table.lines[:_TRIED] if line.cells[column]]
    chosen = [item for item in items if item.type.chosen]
    return 2 * len(texts) > len(table.lines[:_TRIED]) and any(_all_read(set(texts), item) for item in chosen)


def _all_read(texts: set[str], item: KeyItem) -> bool:
    try:
        return all(not read_cell(in_letters(text, item), item.question).empty for text in texts)
    except Unreadable:
        return False


def tell_missing(table: Table, numbers: list[int], count: int, problems: Problems) -> bool:
    """An E503 for questions without a column; whether the others of ``count`` are to be marked, these counting as not answered.

    Where most have none, what has been read as questions is something else.
    """
    if 2 * len(numbers) > count:
        message = f"{count} 道题里只有 {count - len(numbers)} 道有列；{_UNMARKED}"
        problems.error(table.head(), "E503", message, "每题一列，列名写题号：1、2、3……；一人一行。")
        return False
    named = "、".join(map(str, numbers[:20])) + (" 等" if len(numbers) > 20 else "")
    problems.error(
        table.head(),
        "E503",
        f"缺少第 {named} 题的列，共 {len(numbers)} 列；这些题都按没有作答算",
        "补上这些列，再评一次。",
    )
    return True


def taken_numbers(table: Table, columns: list[int], read: Mapping[int, Head]) -> dict[int, int]:
    """Numbers that heads of people's fields bear: ``1、您的姓名`` is 1."""
    return {
        head.number: column
        for column in columns
        if (head := read.get(column)) is not None and head.number is not None and head_words(table.header[column])
    }


def _short(text: str) -> str:
    plain = " ".join(text.split())
    return plain if len(plain) <= _SHOWN else plain[:_SHOWN] + "…"
