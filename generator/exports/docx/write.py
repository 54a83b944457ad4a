"""Documents as a docx."""

import datetime
from collections.abc import Sequence

from generator.exports.docx.blocks import body
from generator.exports.docx.pages import Part, end_of, parts_of, section, text_width
from generator.exports.docx.shell import shell
from generator.exports.docx.styles import SEAL
from generator.exports.fragments import fill
from generator.exports.papers.document import Document
from generator.keeping.package import packed


def docx_of(documents: Sequence[Document], day: datetime.date, template: bytes | None = None) -> bytes:
    """One docx that holds the documents, each from an odd page on with pages of its own numbers.

    Args:
        documents: one at least.
        day: stands as the day on which it was written.
        template: a docx whose styles are taken.

    Raises:
        BadTemplate: ``template`` is no docx.
    """
    frame = shell(template)
    text = ""
    parts: list[Part] = []
    for place, document in enumerate(documents):
        own = parts_of(document, place, len(documents) == 1, frame.styles[SEAL])
        parts += own
        text += body(document.blocks, frame.styles, text_width(document.page))
        ends = section(document, own, not place)
        last = place == len(documents) - 1
        if len(documents) > 1:
            mark = fill("docx/bookmark", id=place, name=end_of(place))
            text += fill("docx/section-end", style=frame.styles["表格文字"], section="" if last else ends, mark=mark)
    whole = {
        "[Content_Types].xml": _listed(frame.types, "docx/override", parts),
        **frame.parts,
        "docProps/core.xml": fill("docx/core", title=documents[0].title, day=day.isoformat()).encode(),
        "word/_rels/document.xml.rels": _listed(frame.relations, "docx/relationship", parts),
        "word/document.xml": fill("docx/document", blocks=text, section=ends).encode(),
        **{f"word/{part.name}": part.content.encode() for part in parts},
    }
    return packed(whole)


def _listed(cut: tuple[str, str], fragment: str, parts: Sequence[Part]) -> bytes:
    """A list of the package's parts with the headers and footers added."""
    added = (fill(fragment, name=part.name, kind=part.kind, id=part.id) for part in parts)
    return (cut[0] + "".join(added) + cut[1]).encode()
