"""The shell of a Word document: everything but its text.  python-docx makes it, once for each template."""

import io
import re
import zipfile
from collections.abc import Mapping
from dataclasses import dataclass
from functools import lru_cache
from types import MappingProxyType

import docx
from docx.oxml import OxmlElement
from docx.oxml.ns import qn

from generator.exports.docx.styles import add_styles
from generator.gate import raising
from generator.keeping.package import unpacked

_RELATIONS, _TYPES = "word/_rels/document.xml.rels", "[Content_Types].xml"
_MOST_BYTES = 50_000_000
#: What the schema wants before the mirrored margins.
_BEFORE = frozenset(
    qn(f"w:{name}")
    for name in (
        *("writeProtection", "view", "zoom", "removePersonalInformation", "removeDateAndTime"),
        *("doNotDisplayPageBoundaries", "displayBackgroundShape", "printPostScriptOverText"),
        *("printFractionalCharacterWidth", "printFormsData", "embedTrueTypeFonts", "embedSystemFonts"),
        *("saveSubsetFonts", "saveFormsData"),
    )
)
_THUMBNAIL = re.compile(rb'<Relationship [^>]*metadata/thumbnail"[^>]*/>')


class BadTemplate(ValueError):
    """Why a file is no template, in Chinese."""


@dataclass(frozen=True)
class Shell:
    """A document without its text.

    Attributes:
        parts: name → bytes, but for the body, headers, footers and properties.
        styles: name of a style → its id.
        relations, types: the lists of parts, cut where further ones go.
    """

    parts: Mapping[str, bytes]
    styles: Mapping[str, str]
    relations: tuple[str, str]
    types: tuple[str, str]


@lru_cache(maxsize=16)  # one for each kind of page, and as many for a template or two
def shell(template: bytes | None, page: str = "portrait") -> Shell:
    """The shell with our styles, those of the kind of ``page`` too, on python-docx's empty document or on a bureau's own.

    Raises:
        BadTemplate: ``template`` is no docx that python-docx reads.
    """
    document = docx.Document() if template is None else _opened(template)
    add_styles(document, template is None, page)
    styles = {style.name: style.style_id for style in document.styles if style.name}
    _settings(document)
    for child in list(document.element.body):
        document.element.body.remove(child)
    written = io.BytesIO()
    document.save(written)
    return _cut(unpacked(written.getvalue()), styles)


def _opened(template: bytes) -> docx.document.Document:
    with raising(BadTemplate, "不是 Word 的 .docx 文件，或者已经损坏"):
        with zipfile.ZipFile(io.BytesIO(template)) as package:
            if sum(entry.file_size for entry in package.infolist()) > _MOST_BYTES:
                raise BadTemplate("模板过大")
        return docx.Document(io.BytesIO(template))


def _settings(document: docx.document.Document) -> None:
    """Pages are bound like a book's: what is left on odd ones is right on even ones."""
    settings = document.settings
    settings.odd_and_even_pages_header_footer = True
    for language in settings.element.findall(qn("w:themeFontLang")):
        language.set(qn("w:val"), "en-US")
        language.set(qn("w:eastAsia"), "zh-CN")
    if settings.element.find(qn("w:mirrorMargins")) is None:
        place = sum(child.tag in _BEFORE for child in settings.element)
        settings.element.insert(place, OxmlElement("w:mirrorMargins"))


def _cut(parts: dict[str, bytes], styles: dict[str, str]) -> Shell:
    relations, types = parts.pop(_RELATIONS).decode(), parts.pop(_TYPES).decode()
    for name in ("word/document.xml", "docProps/core.xml", "docProps/thumbnail.jpeg"):
        parts.pop(name, None)
    parts["_rels/.rels"] = _THUMBNAIL.sub(b"", parts["_rels/.rels"])
    return Shell(
        MappingProxyType(parts),
        MappingProxyType(styles),
        _split(relations, "</Relationships>"),
        _split(types, "</Types>"),
    )


def _split(text: str, end: str) -> tuple[str, str]:
    before, _, after = text.rpartition(end)
    return before, end + after
