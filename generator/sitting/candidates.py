"""Candidates with their marks, and everybody of a sitting."""

from dataclasses import dataclass
from decimal import Decimal

from generator.sitting.key import Key
from generator.sitting.keys import Keys
from generator.sitting.marking import Given, Half


@dataclass(frozen=True, slots=True)
class Mark:
    """What one answer earned.  Candidates who wrote the same to the same question share it.

    Attributes:
        given: the answer.
        points: earned.
        right: whether in every part.
        fault: why the cell could not be read; empty else.
        chosen: of choices, a bit for each option that was chosen, by its rank in ``KeyItem.ranks``.
    """

    given: Given
    points: Decimal
    right: bool
    fault: str = ""
    chosen: int = 0


@dataclass(frozen=True, slots=True)
class Attempt:
    """One of several sittings of a candidate: the table it stands in, its score, whether they were absent."""

    source: str
    score: Decimal
    absent: bool


@dataclass(frozen=True, slots=True)
class Candidate:
    """A candidate who is marked.

    Attributes:
        number, name, unit: as the table has them; empty where it has none.
        key: of the form they sat.
        marks: one for each item of the form.
        score: their sum.
        absent: gave no answer at all.
        seconds: that they took, where the table tells.
        before: the score by the keys as they were printed, where keys were corrected.
        known_by: the name, where the number is but a running one.
        attempts: of those who sat more than once, each in turn; the marks are those of the one that counts.
    """

    number: str
    name: str
    unit: str
    key: Key
    marks: tuple[Mark, ...]
    score: Decimal
    absent: bool = False
    seconds: int | None = None
    attempts: tuple[Attempt, ...] = ()
    before: Decimal | None = None
    known_by: str = ""

    @property
    def identity(self) -> str:
        """What they are known by in every table of the exam."""
        return self.known_by or self.number

    @property
    def passed(self) -> bool:
        """Whether the pass mark was reached."""
        return not self.absent and self.score >= self.key.pass_mark


@dataclass(frozen=True, slots=True)
class Sitting:
    """Everybody who sat an exam, or was to.

    Attributes:
        keys: of all forms.
        half: how half of the points was rounded.
        candidates: in the order of the tables.
        corrections: of the keys, in words.
    """

    keys: Keys
    half: Half
    candidates: tuple[Candidate, ...]
    corrections: tuple[str, ...] = ()

    @property
    def present(self) -> tuple[Candidate, ...]:
        """Those who gave an answer."""
        return tuple(candidate for candidate in self.candidates if not candidate.absent)
