"""Word files (docx): paragraphs with the numbers that Word gives them, and tables, of answers or of questions."""

import re
from collections.abc import Iterator
from itertools import groupby

from lxml import etree

from generator.importing.archive import open_archive
from generator.importing.files import read_bytes
from generator.importing.questions.base import File, QuestionForm, Raw
from generator.importing.questions.columns import questions_of
from generator.importing.questions.numbered import Numbering
from generator.importing.questions.written.lines import Grid, Line, Piece
from generator.importing.questions.written.options import PICTURE, STANDS_OUT
from generator.importing.questions.written.read import read as read_paper
from generator.importing.readers.word import blocks_of, body_of, columns_of, text_of
from generator.legal.characters import fold

#: Values of a run's look that set nothing apart.
_PLAIN = frozenset({"auto", "none", "false", "off", "0", "000000", "black"})
#: Room for an answer as text has it.
_LINED = "____"
_OPTION = re.compile(r"\s*[（(]?\s*[A-Ha-h]\s*[)）.．、:：]\s*\S")


def read(file: File) -> tuple[Raw, ...] | None:
    """Its questions: those of its paragraphs, then those that stand in tables."""
    archive = open_archive(read_bytes(file.path), "word/document.xml")
    body, w = body_of(archive)
    pieces, asked = list[Piece](), list[Raw]()
    for piece in _pieces(body, w, Numbering.of(archive)):
        found = questions_of(piece.rows, piece.where) if isinstance(piece, Grid) else []
        asked += found
        pieces += [] if found else [piece]
    return (*read_paper(pieces), *asked)


def _pieces(body: etree._Element, w: str, numbering: Numbering) -> Iterator[Piece]:
    """Paragraphs are counted from 1, empty ones too, those within tables not."""
    paragraphs = tables = 0
    for block in blocks_of(body, w):
        if block.tag == f"{w}p":
            paragraphs += 1
            text = fold(_shown(block, w).replace("\u3000", "\t")).text + (PICTURE if _pictured(block) else "")
            mark = numbering.mark(block, w)
            yield Line(f"段{paragraphs}", f"{mark}{text}" if text.strip() else "")
        else:
            tables += 1
            yield Grid(f"表{tables}", tuple(_row(row, w) for row in block.findall(f"{w}tr")))


def _pictured(paragraph: etree._Element) -> bool:
    """Whether a picture stands in a paragraph."""
    return any(etree.QName(part).localname in ("blip", "imagedata") for part in paragraph.iter(etree.Element))


def _shown(paragraph: etree._Element, w: str) -> str:
    """A paragraph's words, with a sign behind each option that is set apart by its look."""
    text = text_of(paragraph, w)
    parts = [(text_of(run, w), run) for run in paragraph.iter(f"{w}r")]
    if "".join(said for said, _ in parts) == text:
        parts = [(_LINED if _blank_on_line(said, run, w) else said, run) for said, run in parts]
        text = "".join(said for said, _ in parts)
    runs = [(said, _apart(run, w)) for said, run in parts]
    if (
        STANDS_OUT in text
        or not any(apart for said, apart in runs if said.strip())
        or "".join(r for r, _ in runs) != text
    ):
        return text.replace(STANDS_OUT, "")
    whole = all(apart for said, apart in runs if said.strip())
    found = ""
    for apart, group in groupby(runs, key=lambda run: run[1]):
        said = "".join(part for part, _ in group)
        option = apart and said.strip() and (whole or _OPTION.match(said))
        found += f"{said.rstrip()}{STANDS_OUT}{said[len(said.rstrip()) :]}" if option else said
    return found


def _blank_on_line(text: str, run: etree._Element, w: str) -> bool:
    """Whether a run is room for an answer: blanks that are underlined."""
    line = run.find(f"{w}rPr/{w}u")
    return len(text) > 1 and not text.strip() and line is not None and line.get(f"{w}val", "single") not in _PLAIN


def _apart(run: etree._Element, w: str) -> bool:
    """Whether a run is set apart from plain text: coloured, highlighted, bold or underlined."""

    def said(name: str) -> str | None:
        found = run.find(f"{w}rPr/{w}{name}")
        return None if found is None else found.get(f"{w}val", "true")

    look = said("color"), said("highlight"), said("b"), said("u")
    return any(value is not None and value.lower() not in _PLAIN for value in look)


def _row(row: etree._Element, w: str) -> tuple[str, ...]:
    """Texts of the cells; one that spans several columns stands in each of them."""
    cells: list[str] = []
    for cell in row.findall(f"{w}tc"):
        text = fold("\n".join(text_of(part, w) for part in cell.iter(f"{w}p")).strip()).text
        cells += [text] * min(columns_of(cell, w), 100)
    return tuple(cells)


FORM = QuestionForm("word", "Word 文档", (".docx",), read)
