"""Documents as a PDF."""

import datetime
from collections.abc import Sequence
from functools import cache

import typst

from generator.exports.papers.document import Document
from generator.exports.typeset.data import data_of
from generator.exports.typeset.fonts import Faces, faces
from generator.templating import ASSETS


class Unset(Exception):
    """Typst warned: something would not be printed as it stands.  In its words."""


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
    compiler = _compiler(found)
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


@cache
def _compiler(found: Faces) -> typst.Compiler:
    """One compiler for all documents, so that fonts are opened once."""
    return typst.Compiler(_template(), font_paths=found.found, ignore_system_fonts=True)
