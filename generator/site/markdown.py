"""Markdown that people wrote, as HTML that can do no harm."""

import markdown
import nh3
from markupsafe import Markup

from generator.reading.markdown_text import EXTENSIONS

_TAGS = {
    "p",
    "br",
    "hr",
    "strong",
    "em",
    "del",
    "code",
    "pre",
    "blockquote",
    "ul",
    "ol",
    "li",
    "h2",
    "h3",
    "h4",
    "table",
    "thead",
    "tbody",
    "tr",
    "th",
    "td",
    "a",
    "img",
    "dl",
    "dt",
    "dd",
}
_ATTRIBUTES = {
    "a": {"href", "title"},
    "img": {"src", "alt", "title"},
    "th": {"align"},
    "td": {"align"},
    "h2": {"id"},
    "h3": {"id"},
    "h4": {"id"},
}


def to_html(text: str) -> str:
    """Convert Markdown and keep only harmless tags; no scripts, styles, frames, event handlers or script links."""
    html = markdown.markdown(text, extensions=list(EXTENSIONS), output_format="html")
    html = nh3.clean(html, tags=_TAGS, attributes=_ATTRIBUTES, url_schemes={"http", "https", "mailto", "tel"})
    return html.replace("<th>", '<th scope="col">').replace("<th align", '<th scope="col" align')


def to_words(text: str) -> str:
    """The words of Markdown on one line, without its marks."""
    return Markup(to_html(text)).striptags()
