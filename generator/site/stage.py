"""The stage: the site's pages as a plain tree of Markdown, for builders that run no plugins of MkDocs."""

import html
import re
from collections.abc import Iterable
from pathlib import Path

import yaml

from generator.site.page import Asset, Page
from generator.templating import ASSETS

#: A heading on a line of its own, as page templates write it.
_HEADING = re.compile(r"^<h([1-3])(?: id=\"([^\"]+)\")?>(.*)</h\1>$")
_TAG = re.compile(r"<[^>]+>")
#: Signs that would mean something in a heading's Markdown.
_SIGN = re.compile(r"([\\`*_{}\[\]#])")
_NAMED = re.compile(r"<(/?)([a-zA-Z][\w-]*)[^>]*?(/?)>")
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
    for part in ("css", "js"):
        for path in sorted((ASSETS / part).rglob("*")):
            if path.is_file():
                _write(folder / "assets" / "pufa" / path.relative_to(ASSETS), path.read_bytes())
                count += 1
    return count


def to_markdown(page: Page) -> str:
    """A page as Markdown with front matter: headings in Markdown, the rest as HTML blocks that no blank line ends."""
    head = {"title": page.title, **({"description": page.description} if page.description else {})}
    lines = ["---", yaml.safe_dump(head, allow_unicode=True, sort_keys=True).strip(), "---", ""]
    depth, code = 0, False
    for line in page.body.splitlines():
        heading = _HEADING.match(line) if depth == 0 else None  # within an element Markdown is not read
        if code:
            lines.append(line)  # as it is: in <pre> blanks and indents are meant
        elif heading:
            level, anchor, text = heading.groups()
            title = _SIGN.sub(r"\\\1", html.unescape(_TAG.sub("", text)))
            lines += ["", f"{'#' * int(level)} {title}" + (f" {{#{anchor}}}" if anchor else ""), ""]
        elif line.strip():
            # A blank line or an indent would end the HTML block or begin a code block.
            lines.append(line.strip())
        for closing, tag, closed in _NAMED.findall(line):
            if not closed and tag not in _VOID:
                depth += -1 if closing else 1
                code = (code or tag == "pre") and not (closing and tag == "pre")
    return "\n".join(lines).rstrip() + "\n"


def _write(path: Path, content: bytes) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_bytes(content)
