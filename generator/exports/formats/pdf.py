"""PDF: the same documents as Word's, with their fonts inside, ready to print."""

from generator.exams.paper import Exam
from generator.exports.base import EXAM, Format, Outcome, Source, Wishes
from generator.exports.papers.files import printed
from generator.exports.typeset.fonts import NoFont
from generator.exports.typeset.write import Unset, pdf_of
from generator.library import Library
from generator.problems import Place, Problem

_HINT = '运行 pip install "pufa[fonts]" 安装随附的字体，或者在系统里安装思源宋体、思源黑体（Debian：apt install fonts-noto-cjk）。'


def export(library: Library, source: Source, _: Wishes) -> Outcome:
    """``paper.pdf``, ``key.pdf``, ``audit.pdf`` for each form; ``papers.pdf``, ``keys.pdf``, ``audit.pdf`` where drawn."""
    assert isinstance(source, Exam)
    at = Place("--format")
    try:
        return Outcome(printed(library, source, "pdf", lambda found: pdf_of(found, library.as_of)))
    except NoFont:
        return Outcome(problems=(Problem(at, "E813", "没有可用的中文字体，PDF 里会印成方框", _HINT),))
    except Unset as warning:
        return Outcome(problems=(Problem(at, "E813", f"排版时有不能照印的内容：{warning}", _HINT),))


FORMAT = Format("pdf", "PDF 试卷、参考答案与审题表", EXAM, export)
