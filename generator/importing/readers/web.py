"""Web pages (HTML) saved from an authority's site: the longest run of paragraphs that holds articles, without menus and scripts."""

import re
from collections.abc import Iterator

from lxml import etree, html

from generator.gate import raising
from generator.importing.base import MAX_TAGS, Reader, Refused
from generator.importing.readers import plain

_BLOCKS = frozenset(
    [
        "p",
        "div",
        "h1",
        "h2",
        "h3",
        "h4",
        "h5",
        "h6",
        "li",
        "tr",
        "br",
        "section",
        "article",
        "dd",
        "dt",
        "blockquote",
        "pre",
        "center",
        "table",
        "ul",
        "ol",
        "body",
        "main",
    ]
)
_SKIPPED = frozenset(
    [
        "script",
        "style",
        "nav",
        "header",
        "footer",
        "head",
        "noscript",
        "form",
        "button",
        "select",
        "template",
        "svg",
        "iframe",
    ]
)
#: What stands before the first element, with what a document type declares itself: libxml shows the end of that as text.
_PROLOGUE = re.compile(
    r"\s*(?:<\?xml[^>]*>\s*)?(?:<!--(?:(?!-->).)*-->\s*)*<!DOCTYPE[^>\[]*(?:\[[^\]]*\]\s*)?>",
    re.IGNORECASE | re.DOTALL,
)
_CHARSET = re.compile(rb"charset\s*=\s*[\"']?\s*([A-Za-z0-9_-]+)", re.IGNORECASE)


def read(content: bytes) -> tuple[str, ...]:
    """Its blocks of text, one a line; the page's title first where the text does not begin with one."""
    if not content.strip():
        raise Refused("文件是空的")
    with raising(Refused, "不是网页，或者是空的"):
        root = html.document_fromstring(
            _bare(_decoded(content)), parser=html.HTMLParser(no_network=True, huge_tree=False)
        )
    body = root.find("body")
    lines = [
        re.sub(r"[ \t\r\n]+", " ", line).strip() for line in "".join(_words(root if body is None else body)).split("\n")
    ]
    return tuple(line for line in lines if line)


def _decoded(content: bytes) -> str:
    found = _CHARSET.search(content[:4096])
    if found and found[1].lower() in (b"gb2312", b"gbk", b"gb18030"):
        return content.decode("gb18030", errors="replace")
    return plain.decode(content)


def _bare(text: str) -> str:
    """A page without what stands before its first element."""
    if "<!ENTITY" in text[:100_000].upper():
        raise Refused("网页里声明了实体，不读；用浏览器打开后另存")
    if text.count("<") > MAX_TAGS:
        raise Refused(f"网页的标记超过 {MAX_TAGS // 10_000} 万个，不读；只留正文再存一次")
    declared = _PROLOGUE.match(text)
    return text[declared.end() :] if declared else re.sub(r"^\s*<\?xml[^>]*\?>", "", text)


def _words(element: etree._Element) -> Iterator[str]:
    if not isinstance(element.tag, str):
        return
    tag = element.tag.lower()
    if tag in _SKIPPED:
        return
    if tag in _BLOCKS:
        yield "\n"
    yield re.sub(r"[\r\n]+", "" if tag != "pre" else "\n", element.text or "")
    for child in element:
        yield from _words(child)
        if child.tail:
            yield re.sub(r"[\r\n]+", "", child.tail)
    if tag in _BLOCKS:
        yield "\n"


READER = Reader("web", "网页", (".html", ".htm", ".xhtml"), read)
