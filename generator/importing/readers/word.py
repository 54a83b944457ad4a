"""Word files (docx), as the national database of laws gives them: paragraphs, tables, breaks; numbers that Word made are lost."""

import zipfile
from collections.abc import Iterator

from lxml import etree

from generator.importing.archive import member, open_archive
from generator.importing.base import Reader, Refused
from generator.importing.xml import parse

_DOCUMENT = "word/document.xml"
#: The namespace of ordinary files and of those saved as Strict Open XML.
_SPACES = (
    "http://schemas.openxmlformats.org/wordprocessingml/2006/main",
    "http://purl.oclc.org/ooxml/wordprocessingml/main",
)
#: Ticks and crosses that Word writes as signs of a font: font and place in it → the sign.
_SYMBOLS = {
    **dict.fromkeys((("Wingdings", "FC"), ("Wingdings 2", "50")), "√"),
    **dict.fromkeys((("Wingdings", "FB"), ("Wingdings 2", "4F")), "×"),
    **dict.fromkeys((("Wingdings", "FE"), ("Wingdings 2", "52")), "☑"),
    **dict.fromkeys((("Wingdings", "FD"), ("Wingdings 2", "53")), "☒"),
}


def read(content: bytes) -> tuple[str, ...]:
    """Its paragraphs; a table's row becomes a line between |."""
    body, w = body_of(open_archive(content, _DOCUMENT))
    return tuple(line for block in blocks_of(body, w) for line in _lines(block, w))


def body_of(archive: zipfile.ZipFile) -> tuple[etree._Element, str]:
    """The body of a document, and the namespace of its elements, in braces.

    Raises:
        Refused: it is no document of Word.
    """
    root = parse(member(archive, _DOCUMENT))
    space = next((one for one in _SPACES if root.tag == f"{{{one}}}document"), None)
    body = root.find(f"{{{space}}}body") if space else None
    if space is None or body is None:
        raise Refused("不是 Word 文档；用 Word 或 WPS 打开后另存为 docx")
    return body, f"{{{space}}}"


def blocks_of(body: etree._Element, w: str) -> Iterator[etree._Element]:
    """Paragraphs and tables of a body in order, those within content controls too."""
    for block in body:
        if block.tag == f"{w}sdt":
            for content in block.findall(f"{w}sdtContent"):
                yield from blocks_of(content, w)
        elif block.tag in (f"{w}p", f"{w}tbl"):
            yield block


def columns_of(cell: etree._Element, w: str) -> int:
    """How many columns of its table a cell takes."""
    span = cell.find(f"{w}tcPr/{w}gridSpan")
    text = span.get(f"{w}val", "") if span is not None else ""
    return int(text) or 1 if text.isdecimal() and len(text) < 5 else 1


def _lines(block: etree._Element, w: str) -> Iterator[str]:
    if block.tag == f"{w}p":
        yield from text_of(block, w).split("\n")
        return
    for row in block.iter(f"{w}tr"):
        cells = [" ".join(text_of(p, w) for p in cell.iter(f"{w}p")) for cell in row.findall(f"{w}tc")]
        yield f"| {' | '.join(cell.replace(chr(10), ' ').strip() for cell in cells)} |"


def text_of(paragraph: etree._Element, w: str) -> str:
    """A paragraph's words; what was deleted under tracking, and hidden fields, are none of them."""
    parts = []
    for node in paragraph.iter(f"{w}t", f"{w}tab", f"{w}br", f"{w}cr", f"{w}noBreakHyphen", f"{w}sym"):
        if any(up.tag in (f"{w}del", f"{w}moveFrom") for up in node.iterancestors()):
            continue
        if node.tag == f"{w}t":
            parts.append(node.text or "")
        elif node.tag == f"{w}sym":
            parts.append(_SYMBOLS.get((node.get(f"{w}font", ""), node.get(f"{w}char", "").upper()[-2:]), ""))
        else:
            parts.append({"tab": "\u3000", "noBreakHyphen": "-"}.get(etree.QName(node).localname, "\n"))
    return "".join(parts)


READER = Reader("word", "Word 文档", (".docx",), read)
