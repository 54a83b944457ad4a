"""What the formats of platforms share: a file for each form or for the bank, from rows that each lays out in its own way."""

import datetime
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.exams.paper import Exam, Paper
from generator.exports.base import File, Outcome, Source, Wishes
from generator.exports.papers.words import titled
from generator.exports.rows import Row, rows_of
from generator.exports.sift import marking_problems, outcome, sift
from generator.exports.support import Held
from generator.library import Library
from generator.questions.bank import Bank
from generator.questions.item import Item

#: Points of an item of the bank, where a template wants some.
_ONE = 1.0


@dataclass(frozen=True, slots=True)
class Batch:
    """What goes into one file.

    Attributes:
        title: of the paper, or 题库.
        about: a sentence on it.
        minutes: time allowed; 0 where no paper says.
        day: by whose law the questions are.
        questions: rows with their points.
    """

    title: str
    about: str
    minutes: int
    day: datetime.date
    questions: tuple[tuple[Row, float], ...]


#: Batch → ending of a file name → content.
Layout = Callable[[Batch], Mapping[str, bytes]]


def platform(
    id: str, title: str, checked: Callable[[Row], None], layout: Layout
) -> Callable[[Library, Source, Wishes], Outcome]:
    """The export of a platform.

    Args:
        checked: raises Unfit for a row that the template has no room for.
        layout: a batch → its files.
    """

    def made(library: Library) -> Callable[[Item, Held, float], list[tuple[Row, float]]]:
        def rows(item: Item, cell: Held, points: float) -> list[tuple[Row, float]]:
            found = rows_of(library, item, cell)
            for row in found:
                checked(row)
            return [(row, points) for row in found]

        return rows

    def export(library: Library, source: Source, wishes: Wishes) -> Outcome:
        files: list[File] = []
        problems = marking_problems(id, title, source)
        unfit: dict[str, str] = {}
        for form, suffix, named, minutes, items in _batches(source):
            written, found, left_out = sift(id, title, items, made(library), wishes)
            problems += found
            unfit |= left_out
            rows = [row for rows in written for row in rows]
            about = f"{named}，{len(rows)} 题，按 {library.as_of} 的法律状态"
            batch = Batch(named, about, minutes, library.as_of, tuple(rows))
            if rows:
                files += [File(f"{id}{suffix}.{ending}", content, form) for ending, content in layout(batch).items()]
        return outcome(files, problems, unfit)

    return export


def _batches(source: Source) -> Iterator[tuple[str | None, str, str, int, Sequence[tuple[Item, float]]]]:
    """Form, suffix of file names, title, minutes, items with their points: one for each paper, or one for the bank."""
    if isinstance(source, Bank):
        yield None, "", "题库", 0, [(item, _ONE) for item in source.items]
        return
    assert isinstance(source, Exam)
    for paper in source.papers:
        yield paper.form, paper.suffix, titled(paper), paper.blueprint.minutes, list(_pointed(paper))


def _pointed(paper: Paper) -> Iterator[tuple[Item, float]]:
    for section in paper.sections:
        yield from ((item, section.points) for item in section.items)
