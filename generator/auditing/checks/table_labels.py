"""The words of a table of discretion stand in the document's table: their numbers, their order, and no span between them is lost.

Weights and spans themselves are held by their numbers elsewhere.  Which circumstance each belongs to is told by the order: from
light to grave, as in the document, whose text comes out of a PDF, so that only what is found there nearly letter by letter is held.
"""

import re
from collections.abc import Iterator
from itertools import pairwise

from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.lookup import day_of
from generator.auditing.official import Official
from generator.auditing.tables import section_of
from generator.kinds.benchmark import Benchmark
from generator.library import Library

_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_MARKS = re.compile(r"[\s，、；：（）()“”/和与的]")
_NUMERAL = re.compile(r"[一二三四五两](?=[次年吨类级种])")
_AS_FIGURE = dict(zip("一二三四五两", "123452", strict=True))
#: Share of a label's pairs of letters that must stand together; letters beyond the label's own among which they may.
_FOUND, _AROUND = 0.8, 4
_EXCLUDES = re.compile(r"“以下”不(?:包括|含)本数")


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E629 for a number of a label, an order of labels, a gap and a bound that the document does not have."""
    for table in library.of("benchmark", Benchmark):
        text = _plain(section_of(official, table))
        if text:
            yield from _figures(table, text)
            yield from _orders(table, text)
        yield from _spans(table)
        yield from _bounds(library, official, table)
    yield from _adjustments(library)


def _figures(table: Benchmark, text: str) -> Iterator[Doubt]:
    numbers = set(_FIGURE.findall(text))
    for path, label in _labels(table):
        if strange := [number for number in _FIGURE.findall(_plain(label)) if number not in numbers]:
            what = f"情形 {label} {'、'.join(strange)}"
            yield doubt(table, what, table.place(*path), "E629", "：文件的这张表里没有这个数")


def _labels(table: Benchmark) -> Iterator[tuple[tuple[str | int, ...], str]]:
    for index, factor in enumerate(table.factors):
        for level, one in enumerate(factor.levels):
            yield ("factors", index, "levels", level), one.label
    for index, cell in enumerate(table.intervals):
        for label in cell.circumstances:
            yield ("intervals", index), label


def _orders(table: Benchmark, text: str) -> Iterator[Doubt]:
    """Pairs of circumstances that follow each other here and stand the other way round in the document."""
    pairs = [(a.label, b.label) for factor in table.factors for a, b in pairwise(factor.levels)]
    for one, other in pairwise(table.intervals):
        both = zip(one.circumstances, other.circumstances, strict=False)
        pairs += [next((pair for pair in both if pair[0] != pair[1]), ("", ""))]
    text = text[max(text.find("裁量权"), text.find(_plain(table.columns[0])) if table.columns else 0, 0) :]
    places = {label: _place(_plain(label), text) for label in {label for pair in pairs for label in pair} if label}
    for before, after in dict.fromkeys(pair for pair in pairs if all(pair)):
        first, second = places[before], places[after]
        alike = _plain(before) in _plain(after) or _plain(after) in _plain(before)  # 一级区, 一级区以外
        if 0 <= second < first - _AROUND and not alike:
            field = "factors" if table.factors else "intervals"
            yield doubt(table, f"先后 {before}、{after}", table.place(field), "E629", "：文件的这张表里先后相反")


def _place(label: str, text: str) -> int:
    """Where a label stands in the text, -1 where it does not, or not so that it can be told."""
    pairs = {label[at : at + 2] for at in range(len(label) - 1)}
    if (exact := text.find(label)) >= 0:
        return exact
    best, place = 0.0, -1
    for at in range(max(1, len(text) - len(label))):
        window = text[at : at + len(label) + _AROUND]
        share = sum(pair in window for pair in pairs) / max(1, len(pairs))
        if share > best:
            best, place = share, at
    return place if best >= _FOUND else -1


def _plain(text: str) -> str:
    return _MARKS.sub("", _NUMERAL.sub(lambda found: _AS_FIGURE[found[0]], text))


def _spans(table: Benchmark) -> Iterator[Doubt]:
    """Spans that do not begin where the one before ends, and a table that does not begin at the least fine."""
    cells = table.intervals
    for index, (before, after) in enumerate(pairwise(cells), 1):
        if before.span.max != after.span.min:
            what = f"不相接 {before.span.max} {after.span.min}"
            yield doubt(table, what, table.place("intervals", index), "E629", "：两档之间不相接，可能漏了一档")
    if cells and table.floor and min(cell.span.min or 0 for cell in cells) > table.floor:
        what = f"最低一档 {min(cell.span.min or 0 for cell in cells)}"
        yield doubt(table, what, table.place("intervals"), "E629", "：高于法定最低额，可能漏了一档")


def _bounds(library: Library, official: Official, table: Benchmark) -> Iterator[Doubt]:
    """Whether 以下 has the number in, where the document that issued the table says so."""
    edition = official.edition(library.regulation(table.issued_by), day_of(library, table))
    texts = [article.text for article in edition.articles.values()] if edition else []
    excludes = any(_EXCLUDES.search(text) for text in texts)
    if texts and table.intervals and table.upper_excluded != excludes:
        what = f"以下{'不含' if table.upper_excluded else '含'}本数"
        yield doubt(table, what, table.place("upper_excluded"), "E629", "：文件不是这样规定的")


def _adjustments(library: Library) -> Iterator[Doubt]:
    """Tables of one document without the adjustment that its others have, and with no word on it."""
    tables = library.of("benchmark", Benchmark)
    for table in tables:
        others = [one for other in tables if other.issued_by == table.issued_by for one in other.adjustments]
        silent = not any(one.title[:4] in (table.note or "") for one in others)
        if others and not table.adjustments and silent:
            yield doubt(table, f"没有调整 {others[0].title[:10]}", table.place("id"), "E629", "：同一文件的其他表有")


CHECK = Check("table_labels", "裁量表各档的数、先后与文件一致，没有漏档", ("E629",), run)
