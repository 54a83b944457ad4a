"""Whole texts with what is read of them, place by place: ``structure.txt``, looked over by a person line by line.

What each sort of damage does to one line is in ``test_structure.py``; here everything that a text says of itself is held at
once, so that a place that moves by one shows.
"""

from collections.abc import Iterator
from pathlib import Path

import pytest

from generator.legal.structure import read_structure

WRITTEN = Path(__file__).with_name("structure.txt").read_text(encoding="utf-8")


def texts() -> list[tuple[str, list[str], list[str]]]:
    """Name, lines of the source (behind ``>``) and what is read of them."""
    found = []
    for part in WRITTEN.split("\n== ")[1:]:
        name, *lines = part.rstrip("\n").split("\n")
        source = [line[1:].removeprefix(" ") for line in lines if line.startswith(">")]
        found.append((name, source, [line for line in lines if line and not line.startswith(">")]))
    return found


def told(source: list[str]) -> Iterator[str]:
    """What is read, as structure.txt writes it."""
    text = read_structure(source)
    yield f"题 {text.title or '-'}"
    yield from (f"头 {line}" for line in text.header)
    yield from (f"编 {one.line} {one.rank} {one.title}" for one in text.headings)
    yield from (f"序 {words}" for words in text.preamble)
    for one in (*text.articles, *text.sections):
        yield f"条 {one.line} {one.key} {'＞'.join(one.path) or '-'} {'｜'.join(one.text.splitlines())}"
    yield from (f"附 {line}" for line in text.annexes)
    for piece in text.pieces:
        locus = piece.locus
        place = f" {locus.article}-{locus.suffix} {locus.paragraph}.{locus.item}.{locus.subitem}" if locus else ""
        yield f"段 {piece.line} {piece.start}–{piece.end} {piece.role}{place}{' 接上' if piece.joins else ''}"
    yield from (f"补 {fault.line} {fault.code} {fault.message}" for fault in text.repaired)
    yield from (f"缺 {fault.line} {fault.code} {fault.message}" for fault in text.problems)


@pytest.mark.parametrize(("source", "wanted"), [pytest.param(*rest, id=name) for name, *rest in texts()])
def test_everything_is_where_it_stands(source: list[str], wanted: list[str]) -> None:
    assert list(told(source)) == wanted


def test_texts_of_every_sort_of_damage_are_held() -> None:
    said = {line.split()[2] for *_, wanted in texts() for line in wanted if line[0] in "补缺"}
    assert said == {
        "line-broken", "head-glued", "wrong-character", "number-spaced", "items-unnumbered", "items-run-on", "heading-glued",
        "number-lost", "number-back", "text-lost", "body-empty", "title-missing", "no-articles", "later-book", "annex-missing",
    }  # fmt: skip
