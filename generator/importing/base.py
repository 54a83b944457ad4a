"""What every reader of files is: bytes in, lines of text out, or a refusal in words."""

from collections import Counter
from collections.abc import Callable
from dataclasses import dataclass, field

from generator.registry import Slot

#: Largest file that is read, in bytes; the longest statute in Word takes about 400,000.
MAX_BYTES = 50_000_000
#: Most lines or paragraphs, and most elements of XML or HTML; the Code has some 4,000 and 100,000.
MAX_LINES, MAX_TAGS = 100_000, 1_000_000


class Refused(Exception):
    """A file that is not read; the message is Chinese and says why and what to do."""


@dataclass(frozen=True, slots=True)
class Text:
    """The text of a file.

    Attributes:
        lines: without line ends; one paragraph a line where the form knows paragraphs.
        folded: what ``legal.characters.fold`` changed, in all lines.
        notes: what else was done, in Chinese.
        offsets_kept: whether columns count as in the file itself.
    """

    lines: tuple[str, ...]
    folded: Counter[str] = field(default_factory=Counter)
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reader:
    """A form of file.

    Attributes:
        id: ``word``, ``markdown`` …
        title: as people call it.
        suffixes: ends of file names, lower case, with the dot.
        read: content → paragraphs, unfolded; raises ``Refused``.
    """

    id: str
    title: str
    suffixes: tuple[str, ...]
    read: Callable[[bytes], tuple[str, ...]] = field(compare=False)


#: Where forms of file are added.
IMPORTERS = Slot("pufa.importers", "generator.importing.readers", "READER", Reader)
