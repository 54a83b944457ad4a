"""The answer card (答题卡): a place for each answer that is not given on the paper itself."""

from collections.abc import Iterator

from generator.exams.paper import Paper
from generator.exports.papers.document import Block, NewPage, Para, Table, plain
from generator.exports.papers.measure import width
from generator.exports.papers.words import heading, numbered_sections, titled
from generator.questions import blocks, types
from generator.questions.item import BLANK, Item

_LINE = 84  # half characters of a row
_MOST = 5  # places in a row
_WRITE = "_" * 10


def on_card(item: Item, number: int = 1) -> tuple[blocks.Spot, ...]:
    """The item's places on the card; none where the paper itself has room for the answer."""
    type = types.of(item)
    for block in type.paper(item, number):
        if isinstance(block, blocks.Room) or (isinstance(block, blocks.Stem) and BLANK in block.text):
            return ()
    return type.card(item, number)


def card(paper: Paper) -> Iterator[Block]:
    """The card on a page of its own; nothing where all is answered on the paper."""
    rows = [(index, section, _places(items)) for index, section, items in numbered_sections(paper)]
    if not any(places for _, _, places in rows):
        return
    yield from head(paper)
    for index, section, places in rows:
        if places:
            yield Para("大题", plain(heading(index, section)), keep=True)
            yield _table(places)


def head(paper: Paper) -> Iterator[Block]:
    """What stands above the places."""
    yield NewPage()
    yield Para("试卷标题", plain(f"{titled(paper)}答题卡"), keep=True)
    yield Table((("姓名", "", "考号", "", "卷号", paper.code),), (8, 19, 8, 19, 8, 38), keep=True, high=True)
    yield Para("答题要求", plain("填涂的，用铅笔或者黑色笔把所选的方括号涂满，改动时擦净；书写的，字迹要清楚。"))


def _places(items: tuple[tuple[int, Item], ...]) -> list[str]:
    return [place(slot) for number, item in items for slot in on_card(item, number)]


def place(slot: blocks.Spot) -> str:
    """A place for an answer, as text."""
    match slot:
        case blocks.Cell(number, marks):
            return f"{number}．" + " ".join(f"[{mark}]" for mark in marks)
        case blocks.Letters(number, _):
            return f"{number}．{_WRITE}"
        case blocks.Written(number, spaces, note):
            return f"{number}．" + "　".join((*spaces, note) if note else spaces)


def _table(places: list[str]) -> Table:
    """As many places in a row as the widest leaves room for, five at most."""
    count = max(1, min(_MOST, _LINE // (max(map(width, places)) + 2), len(places)))
    rows = [tuple(places[start : start + count]) for start in range(0, len(places), count)]
    rows[-1] += ("",) * (count - len(rows[-1]))
    return Table(tuple(rows), (1,) * count, ruled=False)
