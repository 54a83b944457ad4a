"""What every export format is: a pure function from a paper to files."""

from collections.abc import Callable
from dataclasses import dataclass, field

from generator.exams.paper import Paper
from generator.library import Library
from generator.registry import Slot


@dataclass(frozen=True, slots=True)
class Format:
    """A format that papers are written in.

    Attributes:
        id: stable slug.
        title: what people call it.
        export: library and paper → file name and its bytes; the same paper gives the same bytes.
    """

    id: str
    title: str
    export: Callable[[Library, Paper], dict[str, bytes]] = field(compare=False)


#: Where formats are added.
FORMATS = Slot("pufa.formats", "generator.exports.formats", "FORMAT", Format)
