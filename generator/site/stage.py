"""The stage: the site's pages as a plain tree of Markdown, for builders that run no plugins of MkDocs."""

import html
import re
from collections.abc import Iterable
from pathlib import Path

import yaml

from generator.site.page import Asset, Page

#: A heading on a line of its own, as page templates write it.
_HEADING = re.compile(r"^<h([1-3])(?: id=\"([^\"]+)\")?>(.*)</h\1>$")
_TAG = re.compile(r"<[^>]+>")
#: Signs that would mean something in a heading's Markdown.
_SIGN = re.compile(r"([\\`*_{}\[\]#])")
_NAMED = re.compile(r"<(/?)([a-zA-Z][\w-]*)[^>]*?(/?)>")
_COMMENT = re.compile(r"<!--.*?-->|<script\b.*?</script>", re.DOTALL)
#: Elements that every reader of Markdown takes for blocks of HTML.
_BLOCKS = {
    "address", "article", "aside", "blockquote", "details", "div", "dl", "fieldset", "figure", "footer", "form", "header", "hr",
    "main", "nav", "ol", "p", "pre", "section", "table", "ul",
}  # fmt: skip
_VOID = {"br", "hr", "img", "input", "link", "meta", "wbr"}


def write_stage(folder: Path, made: Iterable[Page | Asset]) -> int:
    """Write pages and assets below ``folder`` and return how many files that were."""
    count = 0
    for thing in made:
        if isinstance(thing, Asset):
            _write(folder / thing.path, thing.content)
        else:
            _write(folder / thing.source, to_markdown(thing).encode("utf-8"))
        count += 1
    return count


def to_markdown(page: Page) -> str:
    """A page as Markdown with front matter: headings in Markdown, the rest as HTML blocks that no blank line ends."""
    head = {"title": page.title, **({"description": page.description} if page.description else {})}
    lines = ["---", yaml.safe_dump(head, allow_unicode=True, sort_keys=True).strip(), "---", ""]
    block: list[str] = []
    depth, code, blank, begun = 0, False, "", ""
    for line in page.body.splitlines():
        heading = _HEADING.match(line) if depth == 0 else None  # within an element Markdown is not read
        if code:  # as it is: in <pre> blanks and indents are meant, and an empty line would end the block
            block += [blank + line] if line.strip() else []
            blank = "" if line.strip() else f"{blank}&#10;"
        elif heading:
            level, anchor, text = heading.groups()
            title = _SIGN.sub(r"\\\1", html.unescape(_TAG.sub("", text)))
            lines += [*_raw(block), "", f"{'#' * int(level)} {title}" + (f" {{#{anchor}}}" if anchor else ""), ""]
            block = []
        elif line.strip():
            # A blank line or an indent would end the HTML block or begin a code block.
            block.append(line.strip())
        whole, begun = _cut(begun + line)
        for closing, tag, closed in _NAMED.findall(whole):
            if not closed and tag not in _VOID:
                depth += -1 if closing else 1
                code = (code or tag == "pre") and not (closing and tag == "pre")
    return "\n".join([*lines, *_raw(block)]).rstrip() + "\n"


def _cut(text: str) -> tuple[str, str]:
    """The text up to a tag that only the next line ends, and that tag as far as it goes."""
    at = text.rfind("<")
    return (text, "") if at <= text.rfind(">") else (text[:at], f"{text[at:]}\n")


def _raw(block: list[str]) -> list[str]:
    """Lines of HTML that Markdown leaves alone: in a ``div`` where one of the elements is not known for a block to it."""
    depth, outer = 0, set()
    for closing, tag, closed in _NAMED.findall(_COMMENT.sub("", "\n".join(block))):
        outer |= {tag} if depth == 0 else set()
        if not closed and tag not in _VOID:
            depth += -1 if closing else 1
    return block if outer <= _BLOCKS else ["<div>", *block, "</div>"]


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
