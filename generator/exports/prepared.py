"""What the page fills downloads from: for each format the shell of its files, and for each item the rows that the format writes for it.

Nothing of a format is described here.  Its own export writes the whole bank as one paper, under a title and points that stand for those
of any paper, and what it wrote is taken apart: what depends on the paper becomes a sign that the page puts the paper's own in for.
"""

import html
import itertools
import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType

from generator.exams.paper import Exam, Paper, PaperSection
from generator.exports.base import File, Format, Outcome, Wishes
from generator.exports.rows import count_of
from generator.exports.support import held
from generator.exports.turning import Turned, filled, is_turned, orders, shared, template
from generator.exports.workbook import LONGEST
from generator.keeping.package import unpacked
from generator.kinds.blueprint import Blueprint
from generator.library import Library
from generator.questions.item import Item

#: Signs for what a paper says: its title, the number of a row, points, all rows, and between the last two how many rows more than there are.
TITLE, NUMBER, POINTS, ROWS, COUNT, END = "\ue000", "\ue001", "\ue002", "\ue003", "\ue004", "\ue005"
#: Points under which everything is written, and written again, so that what they are in can be told.
_POINTS, _OTHERS = 907.5, 613.5
#: How many rows a shell is written with, and written again.
_FEW, _MORE = 11, 12
#: Characters of a title that a format may write in another way.
_ODD = tuple(chr(code) for code in (*range(33, 48), *range(58, 65), *range(91, 97), *range(123, 127)))
_ROW = re.compile(r'<row r="\d+">(.*?)</row>', re.DOTALL)
_CELL = re.compile(
    r'<c r="([A-Z]+)\d+" s="(\d+)"(?: t="inlineStr"><is><t xml:space="preserve">(.*?)</t></is>|><v>(.*?)</v>)</c>',
    re.DOTALL,
)
#: Why an item is left to the command: a cell was cut, or what changes in it is more than its number and points.
_TANGLED = "这道题太长，要由命令写"
_BETWEEN = "\n\n"  # rows of a file of text

#: What stands in a cell: text with signs, the same in every form of a paper, or changing with the order of options.
Told = str | Turned
#: A cell: letter of its column, style, text or figure, and whether it is a figure.
Cell = tuple[str, int, Told, bool]
#: A row: the cells of a workbook, or the text of a file of text; and one in which nothing changes with the order of options.
Row = tuple[Cell, ...] | Told
Plain = tuple[tuple[str, int, str, bool], ...] | str


@dataclass(frozen=True, slots=True)
class Shell:
    """A file without its rows.

    Attributes:
        name: of the file, as the format calls it.
        parts: of a package, name → text, in order; of a file of text the one part ``""``.  Signs stand for what the paper says.
        place: the part that the rows go into.
        head: how many rows stand above them.
        title: character of a title → how the format writes it, where in another way.
    """

    name: str
    parts: Mapping[str, str]
    place: str
    head: int
    title: Mapping[str, str]


@dataclass(frozen=True, slots=True)
class Prepared:
    """A format as the page needs it: its shells, and for each item its rows for each of them, or why it can't be written.

    Attributes:
        fixed: items that are told in the order of the bank alone, though later forms turn them.
    """

    shells: tuple[Shell, ...]
    rows: Mapping[str, tuple[tuple[Row, ...], ...]]
    unfit: Mapping[str, str]
    fixed: frozenset[str] = frozenset()


def prepared(form: Format, library: Library, items: Sequence[Item]) -> Prepared:
    """The shells of ``form`` and what it writes for each item.

    Args:
        form: one that writes a paper's items as rows of workbooks or blocks of text, one after the other.
        items: those of the bank.
    """
    written = _exported(form, library, items)
    unfit = dict(written.left_out)
    kept = [item for item in items if item.id not in unfit]
    if not kept:
        return Prepared((), MappingProxyType({}), unfit)
    counts = [count_of(item, held(form.id, item.type)) for item in kept]
    later = _exported(form, library, [kept[0], *kept], _OTHERS)
    single = next((item for item, count in zip(kept, counts, strict=True) if count == 1), kept[0])
    few, more = (_exported(form, library, [single] * count) for count in (_FEW, _MORE))
    titles = _exported(form, library, [single], title=TITLE + TITLE.join(_ODD) + TITLE)
    rows: dict[str, list[tuple[Row, ...]]] = {item.id: [] for item in kept}
    shells = []
    for place, file in enumerate(written.files):
        shell = _shell(few.files[place], more.files[place], titles.files[place])
        one = _rows(file, shell.head)
        two = _rows(later.files[place], shell.head)[counts[0] :]
        found = [_slotted(a, b, at, counts[0]) for at, (a, b) in enumerate(zip(one, two, strict=True), 1)]
        ends = list(itertools.accumulate(counts))
        for item, end, count in zip(kept, ends, counts, strict=True):
            own = [row for row in found[end - count : end] if row is not None]
            rows[item.id].append(tuple(own))
            if len(own) < count:
                unfit[item.id] = _TANGLED
        shells.append(shell)
    fit = {id: tuple(each) for id, each in rows.items() if id not in unfit}
    fixed: set[str] = set()
    for id, told in _turned(form, library, [item for item in kept if item.id in fit and is_turned(item)], fit, shells):
        if told is None:
            fixed.add(id)
        else:
            fit[id] = told
    return Prepared(tuple(shells), MappingProxyType(fit), unfit, frozenset(fixed))


def _turned(
    form: Format,
    library: Library,
    items: Sequence[Item],
    fit: Mapping[str, tuple[tuple[Row, ...], ...]],
    shells: Sequence[Shell],
) -> Iterator[tuple[str, tuple[tuple[Row, ...], ...] | None]]:
    """Ids of items whose options later forms turn, with their rows in whatever order; None where these can't be told."""
    if not items:
        return
    told = [orders(item) for item in items]
    counts = [len(fit[item.id][0]) for item in items]
    lists = [*zip(*(signed for signed, _ in told), strict=True), tuple(turned for _, turned in told)]
    written = [_exported(form, library, one) for one in lists]
    later = _exported(form, library, [lists[0][0], *lists[0]], _OTHERS)
    files: list[tuple[Sequence[Plain | None], ...]] = []
    for place, shell in enumerate(shells):
        first, *rest = (_rows(one.files[place], shell.head) for one in written)
        two = _rows(later.files[place], shell.head)[counts[0] :]
        literal = [_slotted(a, b, at, counts[0]) for at, (a, b) in enumerate(zip(first, two, strict=True), 1)]
        files.append((literal, first, *rest))
    start = 0
    for item, (signed, turned), count in zip(items, told, counts, strict=True):
        here = range(start, start + count)
        found = [
            [
                _in_any_order(item, (signed, turned), [each[at] for each in every], row, at + 1)
                for at, row in zip(here, fit[item.id][place], strict=True)
            ]
            for place, every in enumerate(files)
        ]
        start += count
        yield item.id, _whole(found)


def _whole(files: Sequence[Sequence[Row | None]]) -> tuple[tuple[Row, ...], ...] | None:
    made = tuple(tuple(row for row in rows if row is not None) for rows in files)
    return made if all(len(rows) == len(every) for rows, every in zip(made, files, strict=True)) else None


def _in_any_order(
    item: Item, orders: tuple[Sequence[Item], Item], rows: Sequence[Plain | None], written: Row, number: int
) -> Row | None:
    """A row of an item in whatever order; None where it can't be told.

    Args:
        rows: of the item as signs, in the bank's order with signs for its number and points, then in every order; and in one more
            of the item itself.
    """
    if any(row is None for row in rows):
        return None
    texts = [list(_texts_of(row)) for row in (*rows, written) if row is not None]
    if len({len(one) for one in texts}) > 1:
        return None
    signed, turned = orders
    cells = list(zip(*texts, strict=True))
    made = [template(signed, raw, literal, told) for literal, *raw, _, told in cells]
    if None in made:
        return None
    found = shared([one for one in made if one is not None])
    for one, (*_, wanted, _told) in zip(found, cells, strict=True):
        if filled(one, item, turned).replace(NUMBER, str(number)).replace(POINTS, f"{_POINTS:g}") != wanted:
            return None
    if isinstance(written, str):
        return found[0]
    assert not isinstance(written, Turned)
    return tuple((c, s, one, f) for (c, s, _, f), one in zip(written, found, strict=True))


def _texts_of(row: Row) -> Iterator[str]:
    """Texts of a row that is the same in every form."""
    for text in (row,) if isinstance(row, str | Turned) else (cell[2] for cell in row):
        assert isinstance(text, str)
        yield text


def _exported(
    form: Format, library: Library, items: Sequence[Item], points: float = _POINTS, title: str = TITLE
) -> Outcome:
    """What the format writes of the items as one paper."""
    section = PaperSection(title, "single", points, tuple(items))
    plan = Blueprint.model_construct(id="p", title=title, audience="", minutes=1, pass_mark=1.0, sections=())
    return form.export(library, Exam(plan, 1, (Paper(plan, 1, (section,)),)), Wishes(skip_unsupported=True))


def _sheet(parts: Mapping[str, str]) -> str:
    """The sheet that the rows go into: the last."""
    return [name for name in parts if name.startswith("xl/worksheets/sheet")][-1]


def _texts(file: File) -> dict[str, str]:
    """The parts of a file as text."""
    if file.name.endswith(".xlsx"):
        return {name: content.decode() for name, content in unpacked(file.content).items()}
    return {"": file.content.decode()}


def _blocks(text: str) -> list[str]:
    """Head and rows of a file of text."""
    return text.removesuffix("\n").split(_BETWEEN)


def _rows(file: File, head: int) -> list[Plain]:
    """What stands below the head."""
    parts = _texts(file)
    if "" in parts:
        return list(_blocks(parts[""])[head:])
    return [tuple(_cells(row)) for row in _ROW.findall(parts[_sheet(parts)])[head:]]


def _cells(row: str) -> Iterator[tuple[str, int, str, bool]]:
    for column, style, text, figure in _CELL.findall(row):
        yield (column, int(style), figure or html.unescape(text), bool(figure))


def _slotted(one: Plain, two: Plain, number: int, ahead: int) -> Plain | None:
    """The row with signs for points and for its number, which is ``ahead`` more in the second writing of it; None where that is not all."""
    if isinstance(one, str) and isinstance(two, str):
        return _text(one, two, number, ahead)
    assert not isinstance(one, str)
    assert not isinstance(two, str)
    pairs = zip(one, two, strict=True)
    cells = [(a, _text(a[2], b[2], number, ahead)) for a, b in pairs]
    return None if any(text is None for _, text in cells) else tuple((c, s, t or "", f) for (c, s, _, f), t in cells)


def _text(one: str, two: str, number: int, ahead: int) -> str | None:
    one, two = one.replace(f"{_POINTS:g}", POINTS), two.replace(f"{_OTHERS:g}", POINTS)
    if len(one) >= LONGEST:  # cut, perhaps, and elsewhere under another number
        return None
    if one == two:
        return one
    for place in (found.start() for found in re.finditer(str(number), one)):
        rest = one[place + len(str(number)) :]
        if two == f"{one[:place]}{number + ahead}{rest}":
            return f"{one[:place]}{NUMBER}{rest}"
    return None


def _shell(few: File, more: File, titles: File) -> Shell:
    """A file without rows, from two that differ in how many they have."""
    one, two = _texts(few), _texts(more)
    if "" in one:
        blocks = _blocks(one[""])
        above = blocks[: len(blocks) - _FEW]
        return Shell(few.name, {"": _BETWEEN.join((*above, ROWS)) + "\n"}, "", len(above), _title(titles))
    place = _sheet(one)
    head = len(_ROW.findall(one[place])) - _FEW
    one[place], two[place] = _emptied(one[place], head), _emptied(two[place], head)
    return Shell(few.name, {name: _counted(text, two[name]) for name, text in one.items()}, place, head, _title(titles))


def _emptied(sheet: str, head: int) -> str:
    """A sheet with a sign in place of the rows below its head."""
    start = list(_ROW.finditer(sheet))[head].start()
    return sheet[:start] + ROWS + sheet[sheet.index("</sheetData>") :]


def _counted(one: str, two: str) -> str:
    """The text with a sign in place of every figure that is how many rows there are, or so many more."""
    if one == two:
        return one
    cut, other = re.split(r"(\d+)", one), re.split(r"(\d+)", two)
    if len(cut) != len(other):
        raise ValueError("a shell that changes with the number of rows")
    return "".join(a if a == b else f"{COUNT}{int(a) - _FEW}{END}" for a, b in zip(cut, other, strict=True))


def _title(file: File) -> dict[str, str]:
    """How the format writes characters of a title; nothing where it writes no title."""
    text = next((text for text in _texts(file).values() if TITLE in text), "")
    found = html.unescape(text) if file.name.endswith(".xlsx") else text
    cut = found.split(TITLE)[1 : len(_ODD) + 1]
    return {odd: given for odd, given in zip(_ODD, cut, strict=True) if odd != given} if cut else {}
