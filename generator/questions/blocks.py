"""What an item is on paper, as blocks without a format: exports and the site know these and never a type.

A type of item says in blocks what a candidate reads (``ItemType.paper``), where the answer goes (``ItemType.card``) and what
the key says (``ItemType.key``); a format has one way to show each block.  All texts are plain: what stands between double
asterisks in the text of a ``Stem`` is bold, nothing else is markup.
"""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Stem:
    """What is asked, or the situation that several questions share.

    Attributes:
        label: what stands before it: ``12．``; ``12～14．`` where it bears several numbers.
        text: may hold line breaks and bold.
        sample: rests on an invented record, which is to be said.
        space: what follows on the same line to be filled in: （　　）, or nothing.
        holds: it is a situation; it and the sheets that follow stand together on one page, with the first question if they can.
    """

    label: str
    text: str
    sample: bool = False
    space: str = ""
    holds: bool = False


@dataclass(frozen=True, slots=True)
class Sheet:
    """A piece of evidence (a record, a ledger page, a label, a letter): in a frame of its own, never broken across pages.

    Attributes:
        title: what it is.
        lines: its text, a paragraph each.
        head, rows: a table below the text; both empty where it has none.
    """

    title: str
    lines: tuple[str, ...] = ()
    head: tuple[str, ...] = ()
    rows: tuple[tuple[str, ...], ...] = ()


@dataclass(frozen=True, slots=True)
class Choices:
    """Options to choose from or to put in order, lettered from A."""

    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Pairs:
    """Two columns to be paired: the left one numbered, each with a space for a letter, the right one lettered from A."""

    left: tuple[str, ...]
    right: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Space:
    """A line of its own to be filled in: 先后：（　　　　　　）."""

    label: str
    space: str


@dataclass(frozen=True, slots=True)
class Ask:
    """A question on what a stem told: ``（1）`` or ``13．``, and the marks it earns."""

    label: str
    text: str
    marks: float


@dataclass(frozen=True, slots=True)
class Room:
    """Empty lines to write on, for formats that have paper to spare."""

    lines: int


#: What stands on a paper.
Block = Stem | Sheet | Choices | Pairs | Space | Ask | Room


@dataclass(frozen=True, slots=True)
class Cell:
    """A place of the answer card that is marked: its number and the marks to choose among (A B C D, 正确 错误)."""

    number: int
    marks: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Letters:
    """A place of the answer card for so many letters in a row."""

    number: int
    count: int


@dataclass(frozen=True, slots=True)
class Written:
    """A place of the answer card that is written in.

    Attributes:
        number: of the question.
        spaces: to be filled in, in order: ``1－（　　）``, ``＿＿＿＿``.
        note: what is to be known where it is not filled in here.
    """

    number: int
    spaces: tuple[str, ...]
    note: str = ""


#: What stands on an answer card.
Spot = Cell | Letters | Written


@dataclass(frozen=True, slots=True)
class Answer:
    """The key of an item in a line, with the reason; ``answer`` is empty where lines of their own say it."""

    label: str
    answer: str
    explanation: str
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Accepted:
    """What else is taken in a blank, from 1."""

    blank: int
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Reason:
    """An option again, and why it is right or wrong."""

    label: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class Credit:
    """A point of a model answer, the marks it earns, and the articles it rests on, as people cite them."""

    text: str
    marks: float
    basis: tuple[str, ...] = ()


#: What stands in a key.
KeyLine = Answer | Accepted | Reason | Ask | Credit
