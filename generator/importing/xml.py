"""XML from files of strangers: no entities, no network, no document type, no more elements than a long law has."""

import re

from lxml import etree

from generator.importing.base import MAX_TAGS, Refused

_DECLARED = "文件里声明了外部实体，不读；用 Excel、Word 或 WPS 打开后另存"
_ENCODING = re.compile(rb"^[^<]{0,8}<\?xml[^>]{0,200}?encoding\s*=\s*[\"']([A-Za-z0-9._-]+)", re.IGNORECASE)
_ENCODINGS = (b"UTF-8", b"UTF-16", b"UTF8", b"US-ASCII", b"ASCII", b"GB2312", b"GBK", b"GB18030")


def parse(content: bytes) -> etree._Element:
    """The root of a document.

    Raises:
        Refused: it declares a document type (where attacks by entities begin), is no XML, or has more elements than anybody reads.
    """
    reject(content)
    parser = etree.XMLParser(resolve_entities=False, no_network=True, load_dtd=False, huge_tree=False)
    try:
        root = etree.fromstring(content, parser)
    except (etree.XMLSyntaxError, ValueError):
        raise Refused("文件损坏，读不出内容；用 Word、WPS 打开后另存") from None
    if root.getroottree().docinfo.doctype:
        raise Refused(_DECLARED)
    return root


def reject(content: bytes) -> None:
    """Refuse XML that declares a document type or entities, hides them in an encoding of its own, or holds too many elements.

    Args:
        content: a part, or how it begins.
    """
    seen = content.replace(b"\0", b"")  # UTF-16 and UTF-32, with and without a mark
    if b"<!DOCTYPE" in seen[:4096].upper() or b"<!ENTITY" in seen.upper():
        raise Refused(_DECLARED)
    encoding = _ENCODING.search(seen[:512])
    if encoding and encoding[1].upper() not in _ENCODINGS:
        raise Refused("文件的编码不是 UTF-8，不读；用 Excel、Word 或 WPS 打开后另存")
    if seen.count(b"<") > MAX_TAGS:
        raise Refused(f"内容的层次过多（超过 {MAX_TAGS // 10_000} 万个标记），不读；分成几个文件")
