"""A document to print, said in blocks that know nothing of Word or PDF."""

import re
from dataclasses import dataclass
from typing import Literal

#: Named styles; what each is for.  A person restyles a paper by these names.
STYLES = (
    "试卷标题",
    "试卷副标题",
    "考试说明",
    "注意事项标题",
    "注意事项",
    "大题",
    "答题要求",
    "题干",
    "材料",
    "材料标题",
    "材料正文",
    "选项",
    "小问",
    "答案",
    "解析",
    "表格文字",
    "表格居中",
)
#: Styles of what is handed out at the door: few words, large.
LEAFLET_STYLES = ("宣传单标题", "宣传单副标题", "宣传单小标题", "宣传单要点", "宣传单说明")
#: Styles of official letters and reports (公文).
LETTER_STYLES = ("公文标题", "公文主送", "公文小标题", "公文正文", "公文落款")
Page = Literal["sealed", "portrait", "landscape", "leaflet", "letter"]
_STRESS = re.compile(r"\*\*(.+?)\*\*")


@dataclass(frozen=True, slots=True)
class Run:
    """Text of one look."""

    text: str
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Para:
    """A paragraph in a named style; ``keep`` holds it on one page with what follows."""

    style: str
    runs: tuple[Run, ...]
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Options:
    """Options with their letters, in one, two or four columns."""

    texts: tuple[str, ...]
    columns: int
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Table:
    """A table.

    Attributes:
        rows: cells as text; the first row is repeated on every page where ``head``.
        widths: of the columns, in shares of the page's.
        ruled: whether it has lines.
        keep: hold it on one page with what follows; its rows never break across pages anyway.
        high: rows have room for handwriting.
        centred: what stands in a cell stands in its middle.
        over: paragraphs in a frame above the rows and as wide as all of them, the first of them a title.
        inset: it stands below a stem, set in as options are.
        down: row and column, from 0, of cells that go on with the one above.
    """

    rows: tuple[tuple[str, ...], ...]
    widths: tuple[int, ...]
    head: bool = False
    ruled: bool = True
    keep: bool = False
    high: bool = False
    centred: bool = False
    over: tuple[str, ...] = ()
    inset: bool = False
    down: frozenset[tuple[int, int]] = frozenset()


@dataclass(frozen=True, slots=True)
class Room:
    """Lines to write on."""

    lines: int
    keep: bool = False


@dataclass(frozen=True, slots=True)
class Code:
    """A QR code of an address, with paragraphs on its left."""

    address: str
    beside: tuple[Para, ...]
    keep: bool = False


@dataclass(frozen=True, slots=True)
class NewPage:
    """What follows begins a page."""


Block = Para | Options | Table | Room | Code | NewPage


@dataclass(frozen=True, slots=True)
class Document:
    """A document.

    Attributes:
        title: for the document's properties.
        foot: what the foot of each page says before its number.
        blocks: in order.
        page: ``sealed`` has 密封线 on the binding side; ``landscape`` is for wide tables; ``leaflet`` is filled to its edges,
            ``letter`` has the margins of 公文.
        number: the candidate's number where it is known, to stand beside 密封线.
    """

    title: str
    foot: str
    blocks: tuple[Block, ...]
    page: Page = "portrait"
    number: str = ""


def plain(text: str) -> tuple[Run, ...]:
    """Text as it is."""
    return (Run(text),)


def stressed(text: str) -> tuple[Run, ...]:
    """Text in which what stands between double asterisks is stressed."""
    parts = _STRESS.split(text)
    return tuple(Run(part, bool(place % 2)) for place, part in enumerate(parts) if part)
