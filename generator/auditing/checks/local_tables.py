"""The tables and the list of a province say what its documents say: each weight, each interval, each day and figure.

The documents are plain texts in the folder of official texts (``*.txt``), as they come out of a PDF; a copy that lacks them has
nothing held.  A table of discretion is found by its number (§3.4.1), a row of the list of minor breaches by the number in the
remark (目录第6项).
"""

import re
from collections.abc import Iterator, Sequence
from decimal import Decimal

from generator.auditing.article import OfficialArticle
from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.lookup import day_of
from generator.auditing.meaning import law_of, turned_denials
from generator.auditing.official import Official
from generator.auditing.strange import strange_numbers
from generator.auditing.tables import section_of
from generator.kinds.benchmark import Benchmark
from generator.kinds.exemption import Exemption
from generator.legal.figures import numbers_in
from generator.legal.numerals import format_decimal
from generator.library import Library

#: The weights at the end of a line: several stand in the first row of a table for several cases (限期改正, 逾期未改正).
_WEIGHTS = re.compile(r"(?:(?<![\d.])(?:\d+(?:\.\d+)?\s*%|\d+/\d+)\s*)+$", re.MULTILINE)
_WEIGHT = re.compile(r"(\d+(?:\.\d+)?)\s*%|(\d+)/(\d+)")
_YUAN = re.compile(r"(\d+(?:\.\d+)?)(万)?元")
_BASE = re.compile(r"×\s*(\d+(?:\.\d+)?)\s*(?:备注\s*)?万")
_ROW = re.compile(r"^\s*(?:\S{1,8}\s+)?(\d{1,3})(?:\s|$)", re.MULTILINE)
_ROWS = re.compile(r"目录第(\d+)项")
_ARTICLE = re.compile(r"第(\d+)条")
#: Numbers of rows, of points and of what is cited: no figures of the list.
_NO_FIGURE = re.compile(
    r"[（(]\d+[）)]|^\s*(?:\S{1,8}\s+)?\d{1,3}(?=\s|$)|第[一二三四五六七八九十百]+[条款项]|《[^》]*》", re.MULTILINE
)
#: A condition of a list of minor breaches says how far it reaches, never what is beyond.
_OVER = re.compile(r"(?<![不未])(?<!没有)超过\s*\d+")
_BESIDE = 11  # lines of a row above and below its number


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E629 for each list of weights, interval, base, adjustment and figure that the document does not hold."""
    for table in library.of("benchmark", Benchmark):
        if section := section_of(official, table):
            yield from _weights(table, section) if table.method == "weight_sum" else _intervals(table, section)
        yield from _adjustments(library, official, table)
    for row in library.of("exemption", Exemption):
        if rows := _ROWS.findall(row.note or ""):
            yield from _listed(
                row, [found for paper in official.papers for n in rows if (found := _row(paper, int(n)))]
            )


def _weights(table: Benchmark, section: str) -> Iterator[Doubt]:
    body = section[max(section.find("裁量权"), 0) :]
    starts, *rows = [_percents(found[0]) for found in _WEIGHTS.finditer(body)] or [[]]
    theirs = [number for row in rows for number in row]
    ours = [_decimal(level.weight) for factor in table.factors for level in factor.levels]
    start = _decimal(table.start)
    known = {(one, *theirs) for one in starts} | {(Decimal(0), *starts, *theirs)}
    if (start, *ours) not in known:
        what = f"权重 {' '.join(map(format_decimal, (start, *ours)))}"
        yield doubt(table, what, table.place("factors"), "E629", f"与文件中的表不同（{len(theirs)} 个数）")
    bases = [Decimal(number) * 10000 for number in _BASE.findall(body)]
    if table.base and bases and Decimal(table.base) not in bases:
        yield doubt(table, f"基数 {table.base}", table.place("base"), "E629", "与文件中的表不同")


def _intervals(table: Benchmark, section: str) -> Iterator[Doubt]:
    sums = _YUAN.findall(re.sub(r"\s", "", section))
    theirs = _once([Decimal(amount) * (10000 if unit else 1) for amount, unit in sums])
    ours: list[Decimal] = []
    for cell in table.intervals:
        ours += [Decimal(bound) for bound in (cell.span.min, cell.span.max) if bound is not None]
    ours = _once(ours)
    if not (_within(ours, theirs) or (ours[-1:] == theirs[-1:] and _within(ours[:-1], theirs))):
        what = f"区间 {' '.join(map(format_decimal, ours))}"
        yield doubt(table, what, table.place("intervals"), "E629", f"与文件中的表不同（{len(theirs)} 个数）")


def _within(ours: Sequence[Decimal], theirs: Sequence[Decimal]) -> bool:
    """Whether the sums stand side by side in the table: a table for several cases ends in one highest sum for all."""
    return any(theirs[at : at + len(ours)] == ours for at in range(len(theirs) - len(ours) + 1))


def _adjustments(library: Library, official: Official, table: Benchmark) -> Iterator[Doubt]:
    for index, one in enumerate(table.adjustments):
        number = _ARTICLE.search(one.title)
        edition = official.edition(library.regulation(table.issued_by), day_of(library, table))
        article = edition.articles.get((int(number[1]), 0)) if edition and number else None
        texts = [article.text] if article else [paper for paper in official.papers if number]
        wanted = {Decimal(abs(one.min_percent)), Decimal(abs(one.max_percent))} - {Decimal(0)}
        if texts and not any(wanted <= numbers_in(text) for text in texts):
            what = f"调整 {one.title} {one.min_percent} {one.max_percent}"
            yield doubt(table, what, table.place("adjustments", index), "E629", "不在文件里")


def _row(paper: str, number: int) -> str:
    """The lines around the number of a row, as far as the rows before and after it reach."""
    lines = paper.split("\n")
    places = [(at, int(found[1])) for at, line in enumerate(lines) if (found := _ROW.match(line))]
    here = next((at for at, n in places if n == number), None)
    return "" if here is None else "\n".join(lines[max(0, here - _BESIDE) : here + _BESIDE + 1])


def _listed(row: Exemption, rows: Sequence[str]) -> Iterator[Doubt]:
    known = [OfficialArticle("", 1, 0, (), _NO_FIGURE.sub(" ", text)) for text in rows]
    law = law_of("\n".join(re.sub(r"\s", "", text) for text in rows))
    for field in ("title", "all_of", "any_of") if rows else ():
        value = getattr(row, field)
        for index, text in enumerate(value if isinstance(value, tuple) else (value,)):
            if strange := strange_numbers(text, known):
                path = (field,) if isinstance(value, str) else (field, index)
                what = f"数字 {' '.join(map(str, path))} {'、'.join(strange)}"
                yield doubt(row, what, row.place(*path), "E629", "不在目录的这一项里")
            turns = [
                *turned_denials(text, law),
                *(f"写了“{words}”，不予处罚的条件说到哪里为止" for words in _OVER.findall(text)),
            ]
            for turn in turns if field != "title" else ():
                path = (field,) if isinstance(value, str) else (field, index)
                what = f"用词 {' '.join(map(str, path))} {turn}"
                yield doubt(row, what, row.place(*path), "E629", "：可能同目录的这一项相反")


def _percents(text: str) -> list[Decimal]:
    """Weights as parts of a hundred, to the third digit: 20% and 1/3."""
    found = (Decimal(m[1]) if m[1] else 100 * Decimal(m[2]) / Decimal(m[3]) for m in _WEIGHT.finditer(text))
    return [_decimal(one) for one in found]


def _decimal(value: object) -> Decimal:
    return round(Decimal(str(float(value))), 3).normalize() + 0  # type: ignore[arg-type]


def _once(numbers: Sequence[Decimal]) -> list[Decimal]:
    return [number for at, number in enumerate(numbers) if at == 0 or number != numbers[at - 1]]


CHECK = Check("local_tables", "地方裁量表、不予处罚目录与文件一致", ("E629",), run)
