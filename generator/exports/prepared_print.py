"""What the page prints papers from: the shells of the Word files, and of each item its blocks, its places on the card and its key.

Nothing is laid out here: what papers, keys and cards say is asked from those that write them, under signs in place of what only a paper
knows; ``assets/js/core/word.js`` puts the blocks together and ``assets/js/core/docx.js`` writes them, a twin of ``exports/docx/blocks.py``.
"""

import datetime
import json
import re
from collections.abc import Mapping
from functools import cache
from typing import Any

from generator.exams.paper import Paper, PaperSection
from generator.exports.docx.blocks import body
from generator.exports.docx.pages import text_width
from generator.exports.docx.shell import shell
from generator.exports.docx.styles import ANSWER_LINE, OPTIONS, PLAIN_TABLE, RULED_TABLE, STRONG
from generator.exports.docx.write import docx_of
from generator.exports.fragments import source
from generator.exports.papers import card, key, paper
from generator.exports.papers.document import Block, Document, NewPage, Options, Page, Para, Room, Run, Table, plain
from generator.exports.papers.question import question
from generator.exports.prepared import END, NUMBER, TITLE
from generator.exports.turning import Turned, filled, is_turned, orders, template
from generator.keeping.package import unpacked
from generator.kinds.blueprint import Blueprint
from generator.library import Library
from generator.questions import types
from generator.questions.blocks import Cell
from generator.questions.digests import of_data
from generator.questions.item import Item
from generator.questions.serial import item_data

#: Signs, beside those of ``exports/prepared``: where the blocks go, what a paper's head says, and a whole number that is written with its point.
BODY, MINUTES, TOTAL, PASS, AUDIENCE, CODE, COUNT, TEXT, FLOAT = (chr(0xE010 + place) for place in range(9))
#: Most sections whose table of scores is prepared.
SECTIONS = 20
#: Numbers under which an item is written so that its number can be told from other figures, and the short one under which that is tried.
_ONE, _TWO, _SHORT = 700, 800, 1
#: Fragments that blocks are written with.
_FRAGMENTS = (
    "apart", "bold", "break", "cell", "column", "gap", "head", "height", "keep", "new-page", "paragraph", "row", "run", "space", "span", "strong",
    "tab", "table",
)  # fmt: skip
_TANGLED = "这道题的排版随题号变，要由命令写"


def frame(library: Library) -> dict[str, Any]:
    """What all papers share: shells, styles, fragments, and the blocks of heads, as plain data."""
    papers = [_paper(count) for count in range(1, SECTIONS + 1)]
    heads = [paper.paper_document(library, one).blocks for one in papers]
    first = papers[0]
    pages: dict[str, Page] = {"paper": "sealed", "key": "portrait"}
    return {
        "shells": _shared({name: _shell(page, library.as_of) for name, page in pages.items()}),
        "wide": {name: text_width(page) for name, page in pages.items()},
        "styles": dict(shell(None).styles),
        "looks": {"options": OPTIONS, "line": ANSWER_LINE, "strong": STRONG, "ruled": RULED_TABLE, "plain": PLAIN_TABLE},
        "fragments": {name: source(f"docx/{name}") for name in _FRAGMENTS},
        "head": [coded(block) for block in heads[0][:3]],
        "scores": [coded(blocks[3]) for blocks in heads],
        "notes": coded(heads[0][4]),
        "opening": {f"{int(some)}{int(here)}{int(filled)}": list(paper.opening(some, here, filled)) for some, here, filled in _EVERY},
        "card": [coded(block) for block in card.head(first)],
        "key": [coded(block) for block in key.head(library, first)],
        "reasons": coded(key.REASONS),
        "graded": [type.id for type in types.all_types() if type.graded],
    }  # fmt: skip


_EVERY = tuple((some, here, filled) for some in (False, True) for here in (False, True) for filled in (False, True))


def _paper(sections: int) -> Paper:
    """A paper of nothing but signs."""
    fields: dict[str, Any] = {"id": CODE, "title": TITLE, "audience": AUDIENCE, "minutes": MINUTES}
    plan = _Plan.model_construct(**fields, pass_mark=_Sign(PASS), sections=(), instructions=())
    each = PaperSection(TEXT, types.all_types()[0].id, 1.0, ())
    return _Signed(plan, 0, (each,) * sections)


class _Sign(float):
    """A figure that writes itself as a sign."""

    def __new__(cls, sign: str) -> "_Sign":
        """A figure of no account."""
        made = super().__new__(cls, 0.0)
        made.sign = sign
        return made

    sign: str

    def __format__(self, spec: str) -> str:
        """The sign."""
        return self.sign


class _Plan(Blueprint):
    """A blueprint whose total is a sign."""

    @property
    def total(self) -> float:
        """The sign."""
        return _Sign(TOTAL)


class _Signed(Paper):
    """A paper whose code and counts are signs."""

    code = CODE
    count = COUNT  # type: ignore[assignment]


@cache  # alike for every change that ``pufa serve`` sees
def _shell(page: Page, day: datetime.date) -> dict[str, str]:
    """The parts of a Word file, with signs for its title and its blocks."""
    mark = Para("试卷标题", plain(BODY))
    parts = unpacked(docx_of([Document(TITLE, TITLE, (mark,), page)], day))
    written = body([mark], shell(None).styles)
    return {name: content.decode().replace(written, BODY) for name, content in parts.items()}


def _shared(files: Mapping[str, Mapping[str, str]]) -> dict[str, Any]:
    """Parts that all files have alike, told once, and in ``own`` those that each has for itself."""
    first = next(iter(files.values()))
    alike = {name: text for name, text in first.items() if all(parts.get(name) == text for parts in files.values())}
    own = {file: {name: text for name, text in parts.items() if name not in alike} for file, parts in files.items()}
    return {"alike": alike, "own": own}


def printed(library: Library, item: Item) -> dict[str, Any] | str:
    """An item as plain data: blocks on the paper and in the key, places on the card, answers, and its entry in ``key.json``.

    Returns:
        Why the page can't write it, where its layout depends on its number.
    """
    one, two = (_written(library, item, number) for number in (_ONE, _TWO))
    slotted = _slotted(one, two)
    if slotted is None or _filled(slotted, _SHORT) != _written(library, item, _SHORT):
        return _TANGLED
    data = item_data(library, item)
    entry = _pointed({"sha256": of_data(data), **data})
    if not is_turned(item):
        return {**json.loads(slotted), "entry": entry}
    made = _in_any_order(library, item, slotted)
    if made is None:  # the page prints it in form A alone
        return {**json.loads(slotted), "entry": entry}
    told = made if isinstance(made, str) else [made.text, "".join(made.parts), *made.parts.values()]
    return {"turned": told, "entry": entry}


def _in_any_order(library: Library, item: Item, slotted: str) -> Turned | str | None:
    """What is written of an item whose options later forms turn."""
    signed, turned = orders(item)
    raw = [_written(library, one, _ONE) for one in signed]
    literal = _slotted(raw[0], _written(library, signed[0], _TWO))
    made = None if literal is None else template(signed, raw, literal, slotted)
    if made is None or _filled(filled(made, item, turned), _ONE) != _written(library, turned, _ONE):
        return None
    return made


def _written(library: Library, item: Item, number: int) -> str:
    places = card.on_card(item, number)
    told = {
        "paper": [coded(block) for block in question(number, item)],
        "card": [card.place(slot) for slot in places],
        "filled": any(isinstance(slot, Cell) for slot in places),
        "key": [coded(block) for block in key.reasons(library, number, item)],
        "answers": list(key.answers(library, number, item)),
    }
    return json.dumps(told, ensure_ascii=False)


def _slotted(one: str, two: str) -> str | None:
    """The text with signs in place of the numbers that the item bears; None where the two differ in more than those."""
    cut, other = re.split(r"(\d+)", one), re.split(r"(\d+)", two)
    if len(cut) != len(other):
        return None
    found = []
    for a, b in zip(cut, other, strict=True):
        if a == b:
            found.append(a)
        elif a.isdecimal() and b.isdecimal() and int(b) - int(a) == _TWO - _ONE and 0 <= int(a) - _ONE < _ONE:
            found.append(f"{NUMBER}{int(a) - _ONE}{END}")
        else:
            return None
    return "".join(found)


def _filled(text: str, number: int) -> str:
    return re.sub(f"{NUMBER}(\\d+){END}", lambda sign: str(number + int(sign[1])), text)


def _pointed(value: Any) -> Any:
    """Plain data in which a whole number that is written with a point is told by a sign."""
    if isinstance(value, Mapping):
        return {name: _pointed(one) for name, one in value.items()}
    if isinstance(value, list | tuple):
        return [_pointed(one) for one in value]
    return f"{FLOAT}{value!r}" if isinstance(value, float) and value.is_integer() else value


def coded(block: Block) -> list[Any]:
    """A block as plain data, its kind first.  Raises TypeError for one that no paper has."""
    match block:
        case Para(style, runs, keep):
            return ["para", style, int(keep), *map(_run, runs)]
        case Options(texts, columns, keep):
            return ["options", columns, int(keep), *texts]
        case Table():
            flags = ("head", "ruled", "keep", "high", "centred", "inset")
            held = {name: 1 for name in flags if getattr(block, name)}
            return ["table", block.rows, block.widths, held, block.over]
        case Room(lines, keep):
            return ["room", lines, int(keep)]
        case NewPage():
            return ["page"]
        case _:
            raise TypeError(type(block).__name__)


def _run(run: Run) -> str | list[str]:
    return [run.text] if run.strong else run.text
