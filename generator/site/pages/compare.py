"""A page for each pair of texts: article by article, side by side, the words that changed marked."""

from collections import Counter
from collections.abc import Iterator

from markupsafe import Markup, escape

from generator.legal.alignment import words
from generator.library import Library
from generator.library.comparing import CHANGES, Row, Side, side_by_side
from generator.site.comparisons import Comparison, comparisons
from generator.site.context import Context
from generator.site.page import Page, PageKind
from generator.site.reading import pages_of
from generator.site.templates import render

_TAGS = {"both": "", "old": "del", "new": "ins"}


def generate(context: Context) -> Iterator[Page]:
    """Yield the pages."""
    for one in comparisons(context.library):
        yield _page(context.library, one)


def _page(library: Library, one: Comparison) -> Page:
    rows = side_by_side(library, one.old, one.new)
    body = render(
        "compare.html",
        one.path,
        library,
        one=one,
        pages=[pages_of(library, text) for text in one.texts],
        rows=[(row, *_sides(row, one.old, one.new)) for row in rows],
        counts=[(CHANGES[key], n) for key, n in Counter(row.pair.change for row in rows).items()],
        machine=sum(row.machine for row in rows),
        CHANGES=CHANGES,
    )
    return Page(one.path, one.title, body, f"{one.title}，改动的字词标出来", "法规")


def _sides(row: Row, old: Side, new: Side) -> tuple[Markup, Markup]:
    """Both texts of a row as HTML; what only one has is marked where the other has a text as well."""
    before = "\n".join(old.words[key] for key in row.pair.old if key in old.words)
    after = "\n".join(new.words[key] for key in row.pair.new if key in new.words)
    if not before or not after or row.pair.change == "same":
        return _lines(str(escape(before))), _lines(str(escape(after)))
    pieces = words(before, after)
    return tuple(  # type: ignore[return-value]
        _lines("".join(_marked(str(escape(one.text)), _TAGS[one.side]) for one in pieces if one.side in ("both", side)))
        for side in ("old", "new")
    )


def _marked(text: str, tag: str) -> str:
    """In a tag, on each of its lines, since a line becomes a paragraph."""
    return "\n".join(f"<{tag}>{line}</{tag}>" if line else "" for line in text.split("\n")) if tag else text


def _lines(html: str) -> Markup:
    return Markup("".join(f"<p>{line}</p>" for line in html.split("\n") if line))


PAGE = PageKind("compare", "文本对照", generate)
