"""Documents as a docx."""

import datetime
from collections.abc import Sequence

from generator.exports.codes import png
from generator.exports.docx.blocks import body, code_id
from generator.exports.docx.pages import Part, end_of, parts_of, section, text_width
from generator.exports.docx.shell import shell
from generator.exports.docx.styles import SEAL
from generator.exports.fragments import fill
from generator.exports.papers.document import Code, Document
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
    frame = shell(template, documents[0].page)
    codes = sorted({one.address for document in documents for one in document.blocks if isinstance(one, Code)})
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
        "[Content_Types].xml": _listed(frame.types, parts, "docx/override", codes, "docx/picture-type"),
        **frame.parts,
        "docProps/core.xml": fill("docx/core", title=documents[0].title, day=day.isoformat()).encode(),
        "word/_rels/document.xml.rels": _listed(
            frame.relations, parts, "docx/relationship", codes, "docx/picture-relationship"
        ),
        "word/document.xml": fill("docx/document", blocks=text, section=ends).encode(),
        **{f"word/{part.name}": part.content.encode() for part in parts},
        **{f"word/media/{code_id(address)}.png": png(address) for address in codes},
    }
    return packed(whole)


def _listed(cut: tuple[str, str], parts: Sequence[Part], fragment: str, codes: Sequence[str], picture: str) -> bytes:
    """A list of the package's parts with the headers, footers and QR codes added."""
    added = [fill(fragment, name=part.name, kind=part.kind, id=part.id) for part in parts]
    added += [fill(picture, id=code_id(address)) for address in codes]
    return (cut[0] + "".join(added) + cut[1]).encode()
