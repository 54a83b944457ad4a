"""What every export format is: a pure function from an exam or the bank to files, or to Problems that say why not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from generator.exams.paper import Exam, Paper
from generator.library import Library
from generator.problems import Problem
from generator.questions.bank import Bank
from generator.registry import Slot

#: What is exported: the papers of an exam, or items of the bank.
Source = Exam | Bank


@dataclass(frozen=True, slots=True)
class Wishes:
    """What the person who exports asks for.

    Attributes:
        template: a docx whose styles the paper takes; None for our own.
        skip_unsupported: leave out, and name, the items that a format can't hold, instead of refusing.
    """

    template: bytes | None = None
    skip_unsupported: bool = False


@dataclass(frozen=True, slots=True)
class File:
    """A file of an export.

    Attributes:
        name: without a folder; the name of the form stands in it where there are several.
        content: its bytes.
        form: the form it belongs to; None where it belongs to all.
    """

    name: str
    content: bytes
    form: str | None = None


@dataclass(frozen=True, slots=True)
class Outcome:
    """What an export gives: files, and what is to be said about them.  No files where a problem is an error.

    Attributes:
        left_out: id of each item that was not written, as was wished → why.
    """

    files: tuple[File, ...] = ()
    problems: tuple[Problem, ...] = ()
    left_out: Mapping[str, str] = field(default_factory=dict)

    @property
    def named(self) -> Mapping[str, bytes]:
        """File name → content."""
        return {file.name: file.content for file in self.files}


@dataclass(frozen=True, slots=True)
class Format:
    """A format that papers or the bank are written in.

    Attributes:
        id: stable slug, as ``--format`` takes it.
        title: what people call it.
        takes: ``exam``, ``bank`` or both.
        export: library, source and wishes → outcome; the same input gives the same bytes.
    """

    id: str
    title: str
    takes: frozenset[str]
    export: Callable[[Library, Source, Wishes], Outcome] = field(compare=False)


#: Where formats are added.
FORMATS = Slot("pufa.formats", "generator.exports.formats", "FORMAT", Format)
EXAM, BANK = frozenset({"exam"}), frozenset({"bank"})
BOTH = EXAM | BANK


def kind_of(source: Source) -> str:
    """``exam`` or ``bank``."""
    return "exam" if isinstance(source, Exam) else "bank"


def each_form(made: Callable[[Library, Paper], Mapping[str, bytes]]) -> Callable[[Library, Source, Wishes], Outcome]:
    """An export that writes what ``made`` gives for each paper, its form in the file names: paper.md is paper-B.md."""

    def export(library: Library, source: Source, _: Wishes) -> Outcome:
        assert isinstance(source, Exam)
        return Outcome(per_form(source, lambda paper: made(library, paper)))

    return export


def per_form(exam: Exam, made: Callable[[Paper], Mapping[str, bytes]]) -> tuple[File, ...]:
    """The files that ``made`` gives for each paper, its form in their names."""
    found = []
    for paper in exam.papers:
        for name, content in made(paper).items():
            stem, _, ending = name.rpartition(".")
            found.append(File(f"{stem}{paper.suffix}.{ending}", content, paper.form))
    return tuple(found)
