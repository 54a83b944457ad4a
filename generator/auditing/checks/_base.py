"""What a check is: one pass over the library that holds its facts against the official texts."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass

from generator.auditing.official import Official
from generator.kinds import Record
from generator.library import Library
from generator.problems import Place, Problem
from generator.registry import Slot

#: The hint of every doubt, by which problems that a person must only look at are told from the others.
DOUBT_HINT = (
    "写错了就改；对照条文确实没有错的，在记录的 confirmed 里写上（what 照抄引号里的字，checked 写核对的日期）。"
)


@dataclass(frozen=True, slots=True)
class Doubt:
    """What a check can't tell, so that a person must look once; the person's word stands in the record (``confirmed``).

    Attributes:
        record: whose fact it is.
        what: the fact, in few words: another value is another doubt.
        problem: what is reported as long as nobody has confirmed it.
    """

    record: Record
    what: str
    problem: Problem


def doubt(record: Record, what: str, at: Place, code: str, message: str) -> Doubt:
    """A doubt, reported as “what” and the message."""
    return Doubt(record, what, Problem(at, code, f"“{what}”{message}", DOUBT_HINT))


@dataclass(frozen=True, slots=True)
class Check:
    """A check.

    Attributes:
        id: its name, as in the name of the module.
        title: what it looks at, in Chinese.
        codes: the problem codes it can yield.
        run: yields every problem and every doubt it finds, in order of the library; raises nothing.
    """

    id: str
    title: str
    codes: tuple[str, ...]
    run: Callable[[Library, Official], Iterator[Problem | Doubt]]


#: Where checks of facts are added.
CHECKS = Slot("pufa.checks", "generator.auditing.checks", "CHECK", Check)
