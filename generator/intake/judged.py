"""A brought question with what was found of it."""

from dataclasses import dataclass, field
from typing import Literal

from generator.importing.questions.base import Brought, Fault
from generator.intake.changes import Change
from generator.intake.grounds import Ground
from generator.kinds import BasisValue

Status = Literal["valid", "outdated-citation", "outdated", "wrong", "unreadable"]
Advice = Literal["keep", "correct", "drop", "by hand"]


@dataclass(slots=True)
class Judged:
    """A brought question and what was found of it.

    Attributes:
        question: as read.
        status, advice: the verdict.
        problems: what is wrong, those of its file first.
        reasons: for people, in Chinese.
        grounds: its citations.
        bases: articles in force that it rests on, as cited or as the concordance has them now.
        changes: of repealed articles.
        proposed: an article that may be its basis, where it cites none.
        key: letters that would be right under the law in force; empty where it can't be told, or is as said.
        repeats: id of the bank's item that it repeats.
        again: place, from 0, of the earlier question of the file that it repeats.
        flaws: what the bank's checks have against it.
    """

    question: Brought
    status: Status = "valid"
    advice: Advice = "keep"
    problems: list[Fault] = field(default_factory=list)
    reasons: list[str] = field(default_factory=list)
    grounds: tuple[Ground, ...] = ()
    bases: tuple[BasisValue, ...] = ()
    changes: tuple[Change, ...] = ()
    proposed: BasisValue | None = None
    key: str = ""
    repeats: str = ""
    again: int | None = None
    flaws: tuple[str, ...] = ()

    def accuse(self, kind: str, says: str) -> None:
        """Add a problem, and its words to the reasons."""
        self.problems.append(Fault(kind, says))
        self.reasons.append(says)
