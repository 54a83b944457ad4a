"""An item as blocks of a document: what its type says of it, in order, all on one page."""

import dataclasses
import itertools
import re
from collections.abc import Iterator, Sequence

from generator.exports.papers.document import Block, NewPage, Options, Para, Room, Run, Table, plain, stressed
from generator.exports.papers.measure import HEADING, PAGE, height, printed
from generator.questions import blocks, types
from generator.questions.item import BLANK, Item, letter

#: Space for a letter or a mark behind a stem.
SPACE = "（　　）"
_HAS_SPACE = re.compile(r"（[\s　]*）")
#: A blank as print has it, so that no line breaks within.
_HELD = "_" * 10
#: Half characters of a line of options, and how many columns are tried, most first.
_LINE = 82
_COLUMNS = (4, 2)
_GAP = 3
_FEWEST_LINES, _MOST_LINES = 3, 10  # to write on
_INSET = 78  # half characters of a line below a stem


def question(number: int, item: Item) -> tuple[Block, ...]:
    """The item with its number, kept together."""
    type = types.of(item)
    parts = type.paper(item, number)
    marked = any(isinstance(slot, blocks.Cell) for slot in type.card(item, number))
    groups: list[list[Block]] = [[]]
    for place, part in enumerate(parts):
        if _begins(parts, place):
            groups.append([])
        groups[-1] += _blocks(part, parts[place - 1] if place else None, marked)
    return tuple(block for group in groups for block in together(fitted(group)))


def fitted(group: Sequence[Block]) -> list[Block]:
    """The blocks with as many lines to write on as one page has room for, the longest shortened first."""
    found = list(group)
    over = sum(map(height, found)) - (PAGE - HEADING)
    while over > 0:
        rooms = [place for place, block in enumerate(found) if isinstance(block, Room) and block.lines > _FEWEST_LINES]
        if not rooms:
            break
        longest = max(rooms, key=lambda place: found[place].lines)  # type: ignore[union-attr]
        before = found[longest]
        assert isinstance(before, Room)
        found[longest] = dataclasses.replace(before, lines=before.lines - 1)
        over -= height(before) - height(found[longest])
    return found


def _begins(parts: Sequence[blocks.Block], place: int) -> bool:
    """Whether a group of its own begins here: a further question on a situation, which stands with its first one."""
    stems = [at for at, part in enumerate(parts) if isinstance(part, blocks.Stem)]
    first = parts[0]
    return isinstance(first, blocks.Stem) and first.holds and place in stems[2:]


def together(found: Sequence[Block]) -> tuple[Block, ...]:
    """The blocks, each but the last held on one page with the next."""
    held = [block if isinstance(block, NewPage) else dataclasses.replace(block, keep=True) for block in found[:-1]]
    return (*held, *found[-1:])


def _blocks(part: blocks.Block, before: blocks.Block | None, marked: bool) -> Iterator[Block]:
    """One block of an item.

    Args:
        before: the block before it.
        marked: the answer is a mark on the card, so that a stem wants a place for its letter.
    """
    match part:
        case blocks.Stem():
            yield from _stem(part, marked and not part.holds)
        case blocks.Sheet():
            yield _sheet(part)
        case blocks.Choices(texts):
            yield options(texts)
        case blocks.Pairs(left, right):
            yield _pairs(left, right)
        case blocks.Space(label, space):
            yield Para("小问", plain(label + space))
        case blocks.Ask():
            yield asked(part)
        case blocks.Room(lines):
            marks = round(before.marks) if isinstance(before, blocks.Ask) else 0
            yield Room(min(max(lines, marks), _MOST_LINES))


def _stem(stem: blocks.Stem, marked: bool) -> Iterator[Block]:
    """The stem with its label, each further line a paragraph of its own."""
    text = stem.text.replace(BLANK, _HELD)
    space = stem.space or (SPACE if marked and not _HAS_SPACE.search(text) else "")
    first, *rest = [line for line in text.splitlines() if line.strip()] or [""]
    label = stem.label + ("（示例）" if stem.sample else "")
    yield Para("题干", (*plain(label), *stressed(first), *(() if rest else _run(space))))
    for place, line in enumerate(rest, 1):
        yield Para("材料", (*stressed(line), *(_run(space) if place == len(rest) else ())))


def _sheet(sheet: blocks.Sheet) -> Table:
    """A piece of evidence in a frame: its title and text, and its table below."""
    rows = (*((sheet.head,) if sheet.head else ()), *sheet.rows)
    return Table(rows, _wide(rows), centred=True, over=(sheet.title, *sheet.lines))


def _wide(rows: tuple[tuple[str, ...], ...]) -> tuple[int, ...]:
    """Widths of the columns, by their longest cells, none under half of an even share."""
    longest = [max(8.0, *map(printed, column)) for column in zip(*rows, strict=True)]
    least = sum(longest) / (2 * len(longest)) if longest else 0
    return tuple(round(max(found, least)) for found in longest) or (1,)


def _run(text: str) -> tuple[Run, ...]:
    return plain(text) if text else ()


def asked(ask: blocks.Ask) -> Para:
    """A question on what a stem told, with its marks."""
    return Para("小问", plain(f"{ask.label}{ask.text.replace(BLANK, _HELD)}（{ask.marks:g} 分）"))


def options(texts: tuple[str, ...]) -> Options:
    """Options with letters, in as many columns as the longest leaves room for."""
    lettered = tuple(f"{letter(place)}．{one_line(text)}" for place, text in enumerate(texts))
    return Options(lettered, columns(lettered))


def columns(texts: tuple[str, ...]) -> int:
    """Four, two or one."""
    longest = max(map(printed, texts), default=0)
    return next((count for count in _COLUMNS if longest + _GAP <= _LINE // count), 1)


def _pairs(left: tuple[str, ...], right: tuple[str, ...]) -> Table:
    one = [f"{place}．{one_line(text)}{SPACE}" for place, text in enumerate(left, 1)]
    two = [f"{letter(place)}．{one_line(text)}" for place, text in enumerate(right)]
    rows = tuple(itertools.zip_longest(one, two, fillvalue=""))
    return Table(rows, _shares(one), ruled=False, inset=True)


def _shares(left: list[str]) -> tuple[int, int]:
    """Widths of the two columns: the left one as wide as its longest text, within bounds."""
    share = min(max(round(100 * (max(map(printed, left), default=1) + 4) / _INSET), 25), 60)
    return (share, 100 - share)


def one_line(text: str) -> str:
    """Text without line breaks."""
    return " ".join(text.split())
