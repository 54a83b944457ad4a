"""The conditions of exemptions: none that the list of minor breaches or the law has is left out, and all or one of them must hold.

A list of minor breaches is a plain text in the folder of official texts (``*.txt``) with one beginning (同时满足下列情形的，不予行政处罚)
for each of its rows, in their order; a copy that lacks it has nothing held.  Of a law, the clause that leads to the effect is held.
"""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.lookup import part_of
from generator.auditing.meaning import grams
from generator.auditing.official import Official
from generator.kinds.exemption import Exemption
from generator.library import Library

_ROWS = re.compile(r"目录第(\d+)项")
#: Where a row of the list says what must hold: all, or one.
_BEGINS = re.compile(
    r"(?:(?P<all>同时满足下列情形)|(?:有|符合|具有)下列情形之一)的?，\s*(?:依法)?(?P<may>可\s*以)?\s*不\s*予"
)
_POINT = re.compile(r"（(\d)）([^（\n]*)")
#: The end of a condition that the PDF breaks in two.
_HARMLESS = re.compile(r"危?\s*害?后果轻微")
#: Share of the letters of a point, of a clause, that a condition must have.
_ALIKE, _ALIKE_CLAUSE = 0.4, 0.3
_PIECE = re.compile(r"[，：\n]|并(?!且)|且")
#: Items, and clauses, that are no condition.
_OTHERS = re.compile(r"其他")
_NONE = re.compile(r"^但|其他|下列情形|不予|不再|予以|行政机关|从轻|处罚|责任")


@dataclass(frozen=True, slots=True)
class Row:
    """A row of a list: whether all points must hold, whether the authority may choose, the first words of each point."""

    every: bool
    may: bool
    points: tuple[str, ...]
    harmless: bool


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E626 for each condition left out, E623 for an effect and a joint (all, one) that the list does not have."""
    lists = [rows for paper in official.papers if (rows := list(_rows(paper)))]
    for exemption in library.of("exemption", Exemption):
        numbers = [int(number) for number in _ROWS.findall(exemption.note or "")]
        rows = [rows[number - 1] for rows in lists for number in numbers if number <= len(rows)]
        for row in rows:
            yield from _of_list(exemption, row)
        if not exemption.issued_by:
            yield from _of_law(library, official, exemption)


def _rows(paper: str) -> Iterator[Row]:
    begun = list(_BEGINS.finditer(paper))
    ends = [*(after.start() for after in begun[1:]), len(paper)]
    for found, end in zip(begun, ends, strict=False):
        text = paper[found.start() : end]
        points: list[str] = []
        for number, words in _POINT.findall(text):
            if int(number) == len(points) + 1:
                points.append(words.strip())
        yield Row(bool(found["all"]), bool(found["may"]), tuple(points), bool(_HARMLESS.search(text)))


def _of_list(exemption: Exemption, row: Row) -> Iterator[Doubt]:
    conditions = (*exemption.all_of, *exemption.any_of)
    at = exemption.place("all_of" if exemption.all_of else "any_of")
    for words in _untold(row.points, conditions, _ALIKE):
        yield doubt(exemption, f"没有写条件 {words}", at, "E626", "：目录的这一项有这个条件")
    if row.harmless and not any("后果轻微" in one for one in conditions):
        yield doubt(exemption, "没有写条件 危害后果轻微", at, "E626", "：目录的这一项有这个条件")
    if row.every == bool(exemption.any_of):
        what = f"条件 {'择一' if exemption.any_of else '同时满足'}"
        yield doubt(exemption, what, at, "E623", "：目录的这一项不是这样写的")
    if exemption.effect != ("may" if row.may else "must"):
        what = f"效果 {exemption.effect}"
        yield doubt(exemption, what, exemption.place("effect"), "E623", "：目录的这一项不是这样写的")


def _of_law(library: Library, official: Official, exemption: Exemption) -> Iterator[Doubt]:
    """The conditions of the law that no condition has the words of, and one of many where the law has none to choose from."""
    conditions = (*exemption.all_of, *exemption.any_of)
    at = exemption.place("all_of" if exemption.all_of else "any_of")
    parts = [(basis, part_of(library, official, exemption, basis)) for basis in exemption.basis]
    for basis, part in parts:
        for piece in _untold(list(_pieces(part.text, conditions)), conditions, _ALIKE_CLAUSE) if part else ():
            what = f"没有写条件 {library.cite(basis)} {piece[:16]}"
            yield doubt(exemption, what, at, "E626", "：条文有这个条件")
    some = any("之一" in part.text for _, part in parts if part)
    if all(part for _, part in parts) and some != bool(exemption.any_of):
        what = f"条件 {'择一' if exemption.any_of else '同时满足'}"
        yield doubt(exemption, what, at, "E623", "：条文不是这样写的")


def _pieces(text: str, conditions: Sequence[str]) -> Iterator[str]:
    """What must hold: the items of a list, or the pieces of the sentence that is most like the conditions."""
    items = re.findall(r"（[一二三四五六七八九十]+）([^（；。\n]+)", text)
    told = "；".join(conditions)
    sentence = max(re.split(r"[。；\n]", text), key=lambda one: _share(told, one))
    for piece in items or _PIECE.split(sentence):
        if len(grams(piece)) > 1 and not (_OTHERS if items else _NONE).search(piece):
            yield piece.strip()


def _untold(points: Sequence[str], conditions: Sequence[str], share: float) -> Iterator[str]:
    """Points for which no condition is left that has so much of their letters: the likest pairs go first."""
    pairs = [(_share(point, one), -at, point, one) for at, point in enumerate(points) for one in conditions]
    told: dict[str, str] = {}
    for like, _, point, one in sorted(pairs, reverse=True):
        if like >= share and point not in told and one not in told.values():
            told[point] = one
    yield from (point for point in points if point not in told)


def _share(words: str, other: str) -> float:
    ours = set(grams(words))
    return len(ours & set(grams(other))) / max(1, len(ours))


CHECK = Check("minor_breaches", "不予处罚的条件没有漏，都要满足还是择一没有写反", ("E623", "E626"), run)
