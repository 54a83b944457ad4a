"""A page for each pair of texts: article by article, side by side, the words that changed marked."""

from collections import Counter
from collections.abc import Iterator, Sequence

from markupsafe import Markup, escape

from generator.legal.alignment import words
from generator.library import Library
from generator.library.comparing import CHANGES, Row, Side, side_by_side
from generator.site.comparisons import Comparison, comparisons
from generator.site.context import Context
from generator.site.page import Page, PageKind
from generator.site.pieces import in_pieces
from generator.site.reading import pages_of
from generator.site.templates import render

#: Bytes of both sides on a page, and of what stands around a row.
_MOST, _AROUND = 90_000, 500
#: Most changed rows that are listed above the comparison.
_JUMPS = 60
Shown = tuple[Row, Markup, Markup]
_TAGS = {"both": "", "old": "del", "new": "ins"}


def generate(context: Context) -> Iterator[Page]:
    """Yield the pages."""
    for one in comparisons(context.library):
        yield from _pages(context.library, one)


def _pages(library: Library, one: Comparison) -> Iterator[Page]:
    rows = side_by_side(library, one.old, one.new)
    shown = [(row, *_sides(row, one.old, one.new)) for row in rows]
    sizes = [sum(len(side.encode()) for side in sides) + _AROUND for _, *sides in shown]
    pages = in_pieces(shown, sizes, _MOST) or [[]]
    paths = [one.path if number == 1 else f"{one.path}/{number}" for number in range(1, len(pages) + 1)]
    for number, (path, held) in enumerate(zip(paths, pages, strict=True), start=1):
        body = render(
            "compare.html",
            path,
            library,
            one=one,
            here=path,
            pages=[pages_of(library, text) for text in one.texts],
            rows=held,
            parts=[(other, _span(shown)) for other, shown in zip(paths, pages, strict=True)],
            counts=[(CHANGES[key], n) for key, n in Counter(row.pair.change for row in rows).items()],
            machine=sum(row.machine for row in rows),
            changed=list(changed_rows(paths, pages)),
            CHANGES=CHANGES,
            anchor=anchor,
        )
        title = one.title if len(pages) == 1 else f"{one.title}（{number}／{len(pages)}）"
        yield Page(path, title, body, f"{title}，改动的字词标出来", "法规")


def changed_rows(paths: Sequence[str], pages: Sequence[Sequence[Shown]]) -> Iterator[tuple[str, str, Row]]:
    """Where the rows stand whose words changed: page, anchor, row; none where most did and reading on finds them."""
    rows = [(path, row) for path, held in zip(paths, pages, strict=True) for row, *_ in held]
    found = [(path, row) for path, row in rows if row.pair.change not in ("same", "formal")]
    if len(found) * 2 < len(rows) and len(found) <= _JUMPS:
        yield from ((path, anchor(row), row) for path, row in found)


def anchor(row: Row) -> str:
    """The id of a row: by the old article, of one that is new by the new."""
    return f"o{row.pair.old[0]}" if row.pair.old else f"n{row.pair.new[0]}"


def _span(rows: Sequence[Shown]) -> str:
    """Which articles of the old text stand on a page; of the new one where there are none."""
    old = [key for row, *_ in rows for key in row.pair.old]
    keys = old or [key for row, *_ in rows for key in row.pair.new]
    said = f"第{keys[0]}–{keys[-1]}条" if keys else ""
    return said if old else f"新增的{said}"


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
