"""What a check is: one pass over the library that holds its facts against the official texts."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.auditing.official import Official
from generator.library import Library
from generator.problems import Problem
from generator.registry import Slot


@dataclass(frozen=True, slots=True)
class Check:
    """A check.

    Attributes:
        id: its name, as in the name of the module.
        title: what it looks at, in Chinese.
        codes: the problem codes it can yield.
        run: yields every problem it finds, in order of the library; raises nothing.
    """

    id: str
    title: str
    codes: tuple[str, ...]
    run: Callable[[Library, Official], Iterator[Problem]]


#: Where checks of facts are added.
CHECKS = Slot("pufa.checks", "generator.auditing.checks", "CHECK", Check)
