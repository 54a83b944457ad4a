"""What is read of a question, whatever form of file it stood in, and what a form is."""

from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, TypeVar

from generator.questions import types
from generator.registry import Slot

T = TypeVar("T")
#: Questions that are read of one file at most, and characters of one of them.
MOST, LONGEST = 20_000, 20_000


@dataclass(frozen=True, slots=True)
class Fault:
    """What is wrong with a question as its file has it.

    Attributes:
        kind: stable word: ``no-answer``, ``two-answers``, ``option-missing`` …
        says: in Chinese.
        where: place in the file, where it isn't the question's own.
    """

    kind: str
    says: str
    where: str = ""


@dataclass(frozen=True, slots=True)
class Kept:
    """What our own workbook says of a question beyond what others hold; empty where a file is silent.

    Attributes:
        id: of the authored question.
        whys: why each option is right or wrong.
        basis: citations, in words.
        topics, audience: as people call them.
        level, difficulty: as the record has them; None where not said.
        sample: whether it rests on an invented record.
    """

    id: str = ""
    whys: tuple[str, ...] = ()
    basis: tuple[str, ...] = ()
    topics: tuple[str, ...] = ()
    audience: tuple[str, ...] = ()
    level: str = ""
    difficulty: float | None = None
    sample: bool = False


@dataclass(frozen=True, slots=True)
class Raw:
    """A question as it stands in a file, before anything is made of it.

    Attributes:
        where: place of its stem: 段3, 行11, Sheet1!A5.
        stem: with its blanks, without number and answer.
        options: label (upper case; empty where there is none) and text.
        answers: every answer said of it, as written; several where it is said in several places.
        kind: what the file calls its type; empty where it doesn't say.
        number: as printed.
        explanation: as written.
        right: places of right options, where the form tells them by itself.
        truth: of a statement, likewise.
        blanks: accepted writings of each blank, likewise.
        kept: what else is said.
        faults: what the form found wrong.
    """

    where: str
    stem: str
    options: tuple[tuple[str, str], ...] = ()
    answers: tuple[str, ...] = ()
    kind: str = ""
    number: str = ""
    explanation: str = ""
    right: tuple[int, ...] | None = None
    truth: bool | None = None
    blanks: tuple[tuple[str, ...], ...] = ()
    kept: Kept = field(default_factory=Kept)
    faults: tuple[Fault, ...] = ()


@dataclass(frozen=True, slots=True)
class Brought:
    """A question as it was understood.

    Attributes:
        where, number, explanation, kept: as in ``Raw``.
        type: id of an item type of which questions are read; empty where none could be told.
        stem: as a question of the bank is written: blanks as ``BLANK``, no bracket at its end.
        options: their texts; none for judge.
        labels: their letters as printed.
        right: places of right options.
        truth: of a statement.
        blanks: accepted writings of each blank.
        said: the answer as the file has it: ``ABD``, ``T``, ``F``, the texts of blanks; empty where there is none.
        faults: what is wrong.
    """

    where: str
    number: str
    type: str
    stem: str
    options: tuple[str, ...]
    labels: tuple[str, ...]
    right: tuple[int, ...]
    truth: bool | None
    blanks: tuple[tuple[str, ...], ...]
    said: str | tuple[str, ...]
    explanation: str
    kept: Kept
    faults: tuple[Fault, ...]

    @property
    def answered(self) -> bool:
        """Whether there is a key that can be taken."""
        return bool(self.right or self.blanks) or self.truth is not None

    @property
    def sole(self) -> bool:
        """Whether exactly one of its options may be right."""
        return bool(self.type) and types.named(self.type).sole

    @property
    def judged(self) -> bool:
        """Whether it is a statement, right or wrong."""
        return bool(self.type) and types.named(self.type).judged


@dataclass(frozen=True, slots=True)
class File:
    """A file of questions.

    Attributes:
        path: where it is.
    """

    path: Path
    _made: dict[Callable[[Path], Any], Any] = field(default_factory=dict, compare=False, repr=False)

    def once(self, make: Callable[[Path], T]) -> T:
        """What ``make`` gives for the path, worked out once however many forms ask for it."""
        if make not in self._made:
            self._made[make] = make(self.path)
        made: T = self._made[make]
        return made


@dataclass(frozen=True, slots=True)
class QuestionForm:
    """A form in which questions come.

    Attributes:
        id: ``word``, ``gift``, ``kaoshibao`` …
        title: as people call it.
        suffixes: ends of file names, lower case, with the dot.
        read: the questions in order; None where the file is of another form with the same suffix.  Raises ``Refused``.
        place: forms with a lower place are asked first.
    """

    id: str
    title: str
    suffixes: tuple[str, ...]
    read: Callable[[File], tuple[Raw, ...] | None] = field(compare=False)
    place: int = 5


#: Where forms of questions are added.
QUESTION_FORMS = Slot("pufa.question_forms", "generator.importing.questions.forms", "FORM", QuestionForm)
