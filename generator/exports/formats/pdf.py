"""PDF: the same documents as Word's, with their fonts inside, ready to print."""

from concurrent.futures import ThreadPoolExecutor

from generator.exams.paper import Exam
from generator.exports.base import EXAM, Format, Outcome, Source, Wishes
from generator.exports.papers.files import printed
from generator.exports.typeset.write import UNPRINTED, pdf_of, why_unprinted
from generator.library import Library

#: Files set at the same time; each takes memory while it is.
_TOGETHER = 3


def export(library: Library, source: Source, _: Wishes) -> Outcome:
    """``paper.pdf``, ``key.pdf``, ``audit.pdf`` for each form; ``papers.pdf``, ``keys.pdf``, ``audit.pdf`` where drawn."""
    assert isinstance(source, Exam)
    try:
        with ThreadPoolExecutor(
            _TOGETHER
        ) as pool:  # Typst works beside Python; each file is the same whatever runs with it
            return Outcome(printed(library, source, "pdf", lambda found: pdf_of(found, library.as_of), pool.map))
    except UNPRINTED as error:
        return Outcome(problems=(why_unprinted(error, "--format"),))


FORMAT = Format("pdf", "PDF 试卷、参考答案与审题表", EXAM, export)
