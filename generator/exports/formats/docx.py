"""Word: the paper with its answer card, the key with reasons, the audit sheet; for papers drawn for candidates, files to print them all."""

from generator.exams.paper import Exam
from generator.exports.base import EXAM, Format, Outcome, Source, Wishes
from generator.exports.docx.shell import BadTemplate
from generator.exports.docx.write import docx_of
from generator.exports.papers.files import printed
from generator.library import Library
from generator.problems import Place, Problem


def export(library: Library, source: Source, wishes: Wishes) -> Outcome:
    """``paper.docx``, ``key.docx``, ``audit.docx`` for each form; ``papers.docx``, ``keys.docx``, ``audit.docx`` where drawn."""
    assert isinstance(source, Exam)
    try:
        return Outcome(printed(library, source, "docx", lambda found: docx_of(found, library.as_of, wishes.template)))
    except BadTemplate as reason:
        hint = "用 Word 另存为 .docx 再试；不用模板的，去掉 --template。"
        return Outcome(problems=(Problem(Place("--template"), "E812", f"模板用不了：{reason}", hint),))


FORMAT = Format("docx", "Word 试卷、参考答案与审题表", EXAM, export)
