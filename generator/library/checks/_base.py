"""What a check of the library is: one pass over it that yields Problems."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

from generator.library.links import Loose
from generator.library.model import Library
from generator.problems import Problem
from generator.registry import Slot


@dataclass(frozen=True, slots=True)
class LibraryCheck:
    """A check.

    Attributes:
        id: its name, as in the name of the module.
        title: what it looks at, in Chinese.
        codes: the problem codes it can yield.
        run: library, and the links of records that were left out → every problem, in order of the library.
    """

    id: str
    title: str
    codes: tuple[str, ...]
    run: Callable[[Library, Loose], Iterator[Problem]] = field(compare=False)


#: Where checks of the library are added.
CHECKS = Slot("pufa.library_checks", "generator.library.checks", "CHECK", LibraryCheck)
