"""Markdown that people wrote: what it costs to convert, and where its links and images lead."""

import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from html.parser import HTMLParser

import markdown

#: Extensions that guides are written in.
EXTENSIONS = ("tables", "sane_lists", "def_list", "fenced_code")
#: Opening brackets in one paragraph and in one text: the converter looks for the end of each through all that follows.
MOST_IN_PARAGRAPH, MOST_IN_TEXT = 1_000, 20_000
#: Headings and rules without an empty line between them, and fences that none closes: it goes through all that follows, too.
MOST_BREAKS, MOST_OPEN = 1_000, 1_000
#: Bars in a line, and times its backticks: each column of a table is a cell, and each bar is looked for in all code.
MOST_BARS, MOST_BARRED = 1_000, 100_000
#: Lists and quotes within one another.
DEEPEST = 20
_OPENING = re.compile(r"[\[<(]")
_MARKER = re.compile(r"[ \t]*(?:(?:[-*+]|\d+[.)])[ \t]+|>[ \t]?)")
_BREAK = re.compile(r" {0,3}(?:#{1,6}|=+ *$|-+ *$|(?:[-*_] *){3,}$)")
_FENCE = re.compile(r"^ {0,3}(`{3,}|~{3,})")
#: Attributes from which a browser loads, or to which it goes.
_LEADING = {
    "href", "src", "srcset", "imagesrcset", "poster", "data", "action", "formaction", "background", "ping", "xlink:href",
    "style", "content", "manifest", "codebase", "archive", "profile", "dynsrc", "lowsrc", "srcdoc",
}  # fmt: skip
_CODE = {"script", "style"}
_OUTWARD = re.compile(
    r"(?:(?<![\w.+-])(?:https?|ftp|wss?):[/\\]*|(?<![:\w/\\])[/\\]{2,})[^\s\"'<>(),;]+", re.IGNORECASE
)
_IN_CODE = re.compile(r"(?:https?|ftp|wss?):[/\\]{2}[^\s\"'<>(),;]+|(?<=[\"'(])//[^\s\"'<>(),;]+", re.IGNORECASE)
#: Addresses that a style sheet loads from; what it says of namespaces loads nothing.
_IN_STYLE = re.compile(
    r"""(?:(?<!@namespace )url\(\s*["']?|@import\s+["'])\s*((?:(?:https?|ftp):[/\\]*|[/\\]{2,})[^\s"'<>(),;]+)""",
    re.IGNORECASE,
)
#: Addresses that a script has as text; names of namespaces lead nowhere.
_IN_SCRIPT = re.compile(
    r"""["'`]\s*(?!https?://www\.w3\.org/(?:1998|1999|2000)/)((?:(?:https?|ftp|wss?):[/\\]{2}|//)[^\s"'`<>(),;$]+)""",
    re.IGNORECASE,
)
_REMARK = re.compile(r"/\*.*?\*/", re.DOTALL)
_IN_FILE = {".css": _IN_STYLE, ".js": _IN_SCRIPT, ".mjs": _IN_SCRIPT}
_HOST = re.compile(r"(?:[a-z]+:)?[/\\]*(?:[^/\\?#@]*@)?(\[[^\]]*\]|[^/\\?#:]*)", re.IGNORECASE)


def too_much(text: str) -> tuple[int, str] | None:
    """What of a text would take a converter without end: its line, from 1, and what it is; None where nothing would."""
    total = count = breaks = opened = 0
    for number, line in enumerate(_outside_fences(text), 1):
        depth, bars, here = _depth(line), line.count("|"), len(_OPENING.findall(line))
        count = count + here if line.strip() else 0
        breaks = breaks + bool(_BREAK.match(line)) if line.strip() else 0
        total += here
        opened += bool(_FENCE.match(line))
        barred = bars * line.count("`") > MOST_BARRED
        for much, told in (
            (depth > DEEPEST, f"列表和引用套了 {depth} 层，上限 {DEEPEST} 层"),
            (breaks > MOST_BREAKS, f"有 {breaks:,} 行标题或分隔线连着，中间没有空行，上限 {MOST_BREAKS:,} 行"),
            (opened > MOST_OPEN, f"有 {opened:,} 处代码块没有结尾，上限 {MOST_OPEN:,} 处"),
            (bars > MOST_BARS, f"一行里有 {bars:,} 根竖线，上限 {MOST_BARS:,} 根"),
            (barred, f"一行里有 {bars:,} 根竖线又有许多反引号，两个数相乘的上限是 {MOST_BARRED:,}"),
            (count > MOST_IN_PARAGRAPH, f"一段里有 {count:,} 个左括号，上限 {MOST_IN_PARAGRAPH:,} 个"),
            (total > MOST_IN_TEXT, f"全文有 {total:,} 个左括号，上限 {MOST_IN_TEXT:,} 个"),
        ):
            if much:
                return number, told
    return None


def _depth(line: str) -> int:
    """Levels of lists and quotes that a line opens, by its markers or by its indent."""
    depth, at = 0, 0
    while match := _MARKER.match(line, at):
        depth, at = depth + 1, match.end()
    indent = len(line) - len(line.lstrip(" \t"))
    width = len(line[:indent].expandtabs(4))
    return max(depth, width // 4 if depth else 0)


def _outside_fences(text: str) -> Iterator[str]:
    """The lines of a text, those of closed blocks of code empty."""
    lines = text.split("\n")
    last = {line.strip(): number for number, line in enumerate(lines)}  # where none follows, none is looked for
    at = 0
    while at < len(lines):
        fence = _FENCE.match(lines[at])
        end = _closing(lines, at, fence[1]) if fence and last.get(fence[1], -1) > at else None
        if end is None:
            yield lines[at]
            at += 1
        else:
            yield from [""] * (end - at + 1)
            at = end + 1


def _closing(lines: list[str], start: int, fence: str) -> int | None:
    return next((at for at in range(start + 1, len(lines)) if lines[at].strip() == fence), None)


def outward(text: str, more: Sequence[str] = ()) -> Iterator[tuple[int, str, str]]:
    """Links and images of a Markdown text that lead to a host: line from 1, the address as written, the host.

    Args:
        text: one that is not ``too_much``.
        more: extensions that the text is converted with, too: they give pictures other sources, and find some where there is
            none without them.
    """
    found = _in_markup(markdown.markdown(text, extensions=list(EXTENSIONS)))
    if more:
        found += _in_markup(markdown.markdown(text, extensions=list(dict.fromkeys((*EXTENSIONS, *more)))))
    yield from _placed(text, found)


def usable(extensions: Iterable[str]) -> tuple[str, ...]:
    """Those of the extensions of the converter that are there and work without settings."""
    found = []
    for name in extensions:
        with suppress(Exception):  # the builder says what is wrong with it
            markdown.Markdown(extensions=[name])
            found.append(name)
    return tuple(found)


def outward_file(text: str, suffix: str) -> Iterator[tuple[int, str, str]]:
    """The same of a page, a picture in SVG, a style sheet or a script, which stand on the site as they are.

    Args:
        text: of the file.
        suffix: of its name, with the dot, in lower case.
    """
    finder = _IN_FILE.get(suffix)
    yield from _placed(text, finder.findall(_REMARK.sub("", text)) if finder else _in_markup(text))


def _in_markup(text: str) -> list[str]:
    finder = _Finder()
    finder.feed(text)
    return finder.found


def _placed(text: str, addresses: Iterable[str]) -> Iterator[tuple[int, str, str]]:
    for address in dict.fromkeys(addresses):
        host = host_of(address)
        if host:
            yield text.count("\n", 0, max(text.find(address), 0)) + 1, address, host


def host_of(address: str) -> str:
    """The host of an address as a browser reads it, in lower case; empty where it has none."""
    match = _HOST.match(address)
    return match[1].lower().rstrip(".") if match else ""


class _Finder(HTMLParser):
    """Collects addresses with a host from what a browser would load or go to."""

    def __init__(self) -> None:
        super().__init__()
        self.found: list[str] = []
        self._code = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self._code = tag in _CODE
        for name, value in attrs:
            if name in _LEADING or name.startswith("on"):
                plain = re.sub(r"[\t\n\r]", "", value or "")
                self.found += _OUTWARD.findall(plain)

    def handle_endtag(self, tag: str) -> None:
        self._code = False

    def handle_data(self, data: str) -> None:
        if self._code:
            self.found += _IN_CODE.findall(data)
