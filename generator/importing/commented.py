"""A copy of a Word file with comments at places in its text."""

import datetime
import io
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from docx import Document
from docx.oxml.ns import qn
from docx.text.paragraph import Paragraph
from docx.text.run import Run

from generator.importing.base import Refused
from generator.keeping.package import packed, unpacked

AUTHOR, INITIALS = "pufa 引文核对", "普法"


@dataclass(frozen=True, slots=True)
class Remark:
    """A comment.

    Attributes:
        line, start: where in the lines that the file was read as, both from 0.
        surface: the words it is about, as they stand there.
        text: what it says.
    """

    line: int
    start: int
    surface: str
    text: str


def commented(content: bytes, lines: Sequence[str], remarks: Iterable[Remark], day: datetime.date) -> bytes:
    """The file with a comment for each remark, dated ``day``; nothing else in it changes.

    A remark is found again by its words: the n-th time that they stand in the lines is the n-th time in the paragraphs.

    Raises:
        Refused: Word's library can't open the file.
    """
    try:
        document = Document(io.BytesIO(content))
    except Exception as error:
        raise Refused("这份 Word 文件写不进批注；用 Word 或 WPS 另存为普通的 docx 后再试") from error
    paragraphs = [list(_own(Paragraph(element, document))) for element in document.element.body.iter(qn("w:p"))]
    read = [(runs, "".join(run.text for run in runs)) for runs in paragraphs]
    for remark in remarks:
        before = sum(line.count(remark.surface) for line in lines[: remark.line])
        before += lines[remark.line][: remark.start].count(remark.surface)
        runs = _runs(read, remark.surface, before)
        if runs:
            comment = document.add_comment(runs, text=remark.text, author=AUTHOR, initials=INITIALS)
            comment._comment_elm.set(qn("w:date"), f"{day.isoformat()}T00:00:00Z")
    out = io.BytesIO()
    document.save(out)
    return packed(unpacked(out.getvalue()))  # without the hour at which the library wrote it


def _runs(paragraphs: Iterable[tuple[list[Run], str]], surface: str, before: int) -> list[Run]:
    """Of paragraphs' runs and text, the runs in which the words stand for the time after ``before`` times; none where they are not found."""
    for runs, text in paragraphs:
        if before >= (count := text.count(surface)):
            before -= count
            continue
        start = -1
        for _ in range(before + 1):
            start = text.index(surface, start + 1)
        return list(_overlapping(runs, start, start + len(surface)))
    return []


def _own(paragraph: Paragraph) -> Iterator[Run]:
    """Its runs, those of links too."""
    for part in paragraph.iter_inner_content():
        yield from [part] if isinstance(part, Run) else part.runs


def _overlapping(runs: Sequence[Run], start: int, end: int) -> Iterator[Run]:
    at = 0
    for run in runs:
        if at < end and at + len(run.text) > start:
            yield run
        at += len(run.text)
