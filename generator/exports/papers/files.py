"""Which documents an exam is printed as, and what their files are called; how they are written is the format's."""

from collections.abc import Callable, Iterable, Iterator, Sequence

from generator.exams.paper import Exam, Paper
from generator.exports.base import File
from generator.exports.papers.audit import audit_document, audit_of_all
from generator.exports.papers.document import Document
from generator.exports.papers.key import glance_document, key_document
from generator.exports.papers.paper import paper_document
from generator.library import Library

Written = Callable[[Sequence[Document]], bytes]
#: Candidates whose papers stand in one file; more go into further files.
_TOGETHER = 200


def printed(
    library: Library,
    exam: Exam,
    ending: str,
    written: Written,
    each: Callable[[Written, Iterable[Sequence[Document]]], Iterable[bytes]] = map,
) -> tuple[File, ...]:
    """Paper, key and audit sheet of each form; of papers drawn for candidates all papers in one file, and all answers in another.

    Args:
        ending: of the file names.
        written: documents → the content of a file that holds them.
        each: applies it to the documents of each file; a pool's ``map`` where that may be done side by side.
    """
    names: list[tuple[str, str | None]] = []

    def documents() -> Iterator[Sequence[Document]]:
        for name, form, found in _drawn(library, exam) if exam.drawn else _forms(library, exam):
            names.append((f"{name}.{ending}", form))
            yield found

    made = tuple(each(written, documents()))
    return tuple(File(name, content, form) for (name, form), content in zip(names, made, strict=True))


def _forms(library: Library, exam: Exam) -> Iterator[tuple[str, str | None, Sequence[Document]]]:
    for paper in exam.papers:
        for name, document in _form(library, paper):
            yield f"{name}{paper.suffix}", paper.form, [document]


def _form(library: Library, paper: Paper) -> Iterator[tuple[str, Document]]:
    yield "paper", paper_document(library, paper)
    yield "key", key_document(library, paper)
    yield "audit", audit_document(library, paper)


def _drawn(library: Library, exam: Exam) -> Iterator[tuple[str, str | None, Sequence[Document]]]:
    """All papers in one file to print, all answers in another, and each item once to be checked."""
    chunks = [exam.papers[start : start + _TOGETHER] for start in range(0, len(exam.papers), _TOGETHER)]
    for place, papers in enumerate(chunks, 1):
        suffix = f"-{place}" if len(chunks) > 1 else ""
        yield f"papers{suffix}", None, [paper_document(library, paper, paper.form) for paper in papers]
        yield f"keys{suffix}", None, [glance_document(library, paper) for paper in papers]
    yield "audit", None, [audit_of_all(library, exam)]
