"""An item as blocks of a document: what its type says of it, in order, all on one page."""

import dataclasses
import itertools
import re
from collections.abc import Iterator, Sequence

from generator.exports.papers.document import Block, NewPage, Options, Para, Room, Run, Table, plain, stressed, width
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
_MOST_LINES = 10  # to write on


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
    return tuple(block for group in groups for block in together(group))


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
            yield from _sheet(part)
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


def _sheet(sheet: blocks.Sheet) -> Iterator[Block]:
    """A piece of evidence in a frame: its title and text, and its table below."""
    yield Table((("\n".join((sheet.title, *sheet.lines)),),), (1,))
    if sheet.rows:
        rows = (sheet.head, *sheet.rows) if sheet.head else sheet.rows
        yield Table(rows, (1,) * len(rows[0]), centred=True)


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
    longest = max(map(width, texts), default=0)
    return next((count for count in _COLUMNS if longest + _GAP <= _LINE // count), 1)


def _pairs(left: tuple[str, ...], right: tuple[str, ...]) -> Table:
    one = [f"{place}．{one_line(text)}{SPACE}" for place, text in enumerate(left, 1)]
    two = [f"{letter(place)}．{one_line(text)}" for place, text in enumerate(right)]
    return Table(tuple(itertools.zip_longest(one, two, fillvalue="")), _shares(one, two), ruled=False)


def _shares(left: list[str], right: list[str]) -> tuple[int, int]:
    """Widths of the two columns, by their longest texts, neither under a third."""
    one, two = max(map(width, left), default=1), max(map(width, right), default=1)
    share = min(max(round(100 * one / (one + two)), 33), 67)
    return (share, 100 - share)


def one_line(text: str) -> str:
    """Text without line breaks."""
    return " ".join(text.split())
