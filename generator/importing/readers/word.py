"""Word files (docx), as the national database of laws gives them: paragraphs, tables, breaks; numbers that Word made are lost."""

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


def read(content: bytes) -> tuple[str, ...]:
    """Its paragraphs; a table's row becomes a line between |."""
    archive = open_archive(content, _DOCUMENT)
    root = parse(member(archive, _DOCUMENT))
    space = next((one for one in _SPACES if root.tag == f"{{{one}}}document"), None)
    body = root.find(f"{{{space}}}body") if space else None
    if space is None or body is None:
        raise Refused("不是 Word 文档；用 Word 或 WPS 打开后另存为 docx")
    return tuple(line for block in body for line in _block(block, f"{{{space}}}"))


def _block(block: etree._Element, w: str) -> Iterator[str]:
    if block.tag == f"{w}p":
        yield from _text(block, w).split("\n")
    elif block.tag == f"{w}tbl":
        for row in block.iter(f"{w}tr"):
            cells = [" ".join(_text(p, w) for p in cell.iter(f"{w}p")) for cell in row.findall(f"{w}tc")]
            yield f"| {' | '.join(cell.replace(chr(10), ' ').strip() for cell in cells)} |"
    elif block.tag == f"{w}sdt":
        for content in block.iter(f"{w}sdtContent"):
            for inner in content:
                yield from _block(inner, w)


def _text(paragraph: etree._Element, w: str) -> str:
    """A paragraph's words; what was deleted under tracking, and hidden fields, are none of them."""
    parts = []
    for node in paragraph.iter(f"{w}t", f"{w}tab", f"{w}br", f"{w}cr", f"{w}noBreakHyphen"):
        if any(up.tag in (f"{w}del", f"{w}moveFrom") for up in node.iterancestors()):
            continue
        if node.tag == f"{w}t":
            parts.append(node.text or "")
        else:
            parts.append({"tab": "\u3000", "noBreakHyphen": "-"}.get(etree.QName(node).localname, "\n"))
    return "".join(parts)


READER = Reader("word", "Word 文档", (".docx",), read)
