"""Documents as a PDF."""

import datetime
from collections.abc import Sequence
from functools import cache

import typst

from generator.exports.papers.document import Document
from generator.exports.typeset.data import data_of
from generator.exports.typeset.fonts import NoFont, faces
from generator.problems import Place, Problem
from generator.templating import ASSETS

_HINT = '运行 pip install "pufa[fonts]" 安装随附的字体，或者在系统里安装思源宋体、思源黑体（Debian：apt install fonts-noto-cjk）。'


class Unset(Exception):
    """Typst warned: something would not be printed as it stands.  In its words."""


#: What ``pdf_of`` raises.
UNPRINTED = (NoFont, Unset)


def why_unprinted(error: NoFont | Unset, option: str) -> Problem:
    """The Problem of a PDF that can't be written, at the option that asked for it."""
    what = "没有可用的中文字体，PDF 里会印成方框" if isinstance(error, NoFont) else f"排版时有不能照印的内容：{error}"
    return Problem(Place(option), "E813", what, _HINT)


def pdf_of(documents: Sequence[Document], day: datetime.date, system: bool = True) -> bytes:
    """One PDF that holds the documents, each from an odd page on with pages of its own numbers; fonts are embedded.

    Args:
        documents: one at least.
        day: stands as the day on which it was written.
        system: take fonts of the system too.

    Raises:
        NoFont: no font holds Chinese.
        Unset: Typst warned.
    """
    found = faces(system)
    moment = datetime.datetime.combine(day, datetime.time(), datetime.UTC)
    compiler = typst.Compiler(_template(), font_paths=found.found, ignore_system_fonts=True)
    inputs = {"data": data_of(documents, found)}
    # tags for readers on screens would make a file four times as large; papers are for the printer
    made, warnings = compiler.compile_with_warnings(
        input=_template(), format="pdf", sys_inputs=inputs, timestamp=moment, pdf_tags=False
    )
    if warnings:
        raise Unset("；".join(warning.message for warning in warnings))
    assert isinstance(made, bytes)
    return made


@cache
def _template() -> bytes:
    return (ASSETS / "fragments" / "typst" / "document.typ").read_bytes()
