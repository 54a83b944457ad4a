"""Running text that cites: what stands before each citation, line by line, as far as the citation vouches for it.

Guides are written in Markdown and cite at the end of what they say: 处一万元以上十万元以下罚款（法典 第1128条第1款）.  A citation
vouches for the words since the one before it, within its sentence; within the whole of a list item; and within the row of
a table, whose last cell is often the citation.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import accumulate

from generator.kinds import BasisValue
from generator.kinds.regulation import Regulation
from generator.legal.citations import Names, read_mentions
from generator.legal.citations.grammar import ARTICLE_RE
from generator.legal.citations.loci import read_place
from generator.legal.citations.model import plain
from generator.library.meant import place_of

#: A citation with a law's name begins a run; another article, 款 or 项 of the same law goes on with it.
_NAMED = {"title_article", "bare_article"}
_MORE = {"list_member", "para_member", "item_member"}
_MARKER = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+")
_RULE = re.compile(r"[\s|:-]+")
_SHOWN = 20  # characters of what stands before a number, for a message
_SENTENCE = re.compile(r"[^。！？]*[。！？]?")


@dataclass(frozen=True, slots=True)
class CitedWords:
    """Words, and the articles cited for them.

    Attributes:
        line: of the text, from 0.
        text: the words, on one line, without the citation.
        bases: what is cited, in order.
    """

    line: int
    text: str
    bases: tuple[BasisValue, ...]


@dataclass(slots=True)
class _Block:
    line: int
    text: str
    whole: bool = False


def names_of(regulations: tuple[Regulation, ...]) -> Names:
    """Titles, short titles and aliases, each for the id of its regulation; those that mean several are left out."""
    found: dict[str, set[str]] = {}
    for one in regulations:
        for name in filter(None, (one.title, one.short_title, *one.aliases)):
            found.setdefault(plain(name), set()).add(one.id)
    return Names({name: ids.pop() for name, ids in found.items() if len(ids) == 1})


def nameless(text: str, names: Names) -> Iterator[tuple[int, str]]:
    """Articles mentioned without a regulation that ``names`` holds: line from 0, and the words before and with the number."""
    for number, line in enumerate(text.split("\n")):
        told = [(start, end) for start, end, _ in _runs(line, names)]
        for article in ARTICLE_RE.finditer(line):
            if not any(start <= article.start() < end for start, end in told):
                words = re.split(r"[（，。；：|]", line[: article.start()])[-1]
                place = read_place(line, article.start())
                end = place.end if place else article.end()
                yield number, f"{words[-_SHOWN:]}{line[article.start() : end]}".strip()


def mentions(text: str, names: Names) -> Iterator[tuple[int, int, BasisValue]]:
    """Every citation of a text, in order: where it begins and ends, and what it cites (第44条、第45条 are two)."""
    for run in _cited(text, names):
        yield from run


def claims(text: str, names: Names) -> Iterator[CitedWords]:
    """Every claim of a text in Markdown, in order.

    Args:
        text: the body.
        names: of regulations, as :func:`names_of` gives them.

    Yields:
        CitedWords: of a table's row one for all that it cites, else one for each citation or run of citations.
    """
    for block in _blocks(text):
        if block.text.startswith("|"):
            yield from _row(block, names)
            continue
        at = 0
        for piece in [block.text] if block.whole else _SENTENCE.findall(block.text):
            done = 0
            for start, end, bases in _runs(piece, names):
                line = block.line + block.text.count("\n", 0, at + done + _blank(piece[done:start]))
                yield CitedWords(line, piece[done:start].replace("\n", ""), bases)
                done = end
            at += len(piece)


def _row(block: _Block, names: Names) -> Iterator[CitedWords]:
    runs = list(_runs(block.text, names))
    words = block.text
    for start, end, _ in reversed(runs):
        words = words[:start] + words[end:]
    if runs:
        yield CitedWords(block.line, words, tuple(basis for _, _, bases in runs for basis in bases))


def _blocks(text: str) -> Iterator[_Block]:
    """Paragraphs, list items and rows of tables; headings say nothing that is cited."""
    block: _Block | None = None
    for number, line in enumerate(text.split("\n")):
        apart = not line.strip() or line.startswith("#") or line.startswith("|")
        item = _MARKER.match(line)
        if block and (apart or item):
            yield block
            block = None
        if line.startswith("|") and not _RULE.fullmatch(line):
            yield _Block(number, line, whole=True)
        elif not apart:
            block = _Block(number, line, bool(item)) if block is None else block
            block.text += f"\n{line}" if block.line != number else ""
    if block:
        yield block


def _runs(text: str, names: Names) -> Iterator[tuple[int, int, tuple[BasisValue, ...]]]:
    """Runs of citations: where each begins and ends, and what it cites."""
    for run in _cited(text, names):
        yield run[0][0], run[-1][1], tuple(basis for _, _, basis in run)


def _cited(text: str, names: Names) -> Iterator[list[tuple[int, int, BasisValue]]]:
    """Runs of citations, each as (start, end, what it cites); the first of a run has the regulation's name."""
    if "条" not in text:
        return
    lines = text.split("\n")
    begins = list(accumulate((len(line) + 1 for line in lines), initial=0))
    run: list[tuple[int, int, BasisValue]] = []
    for mention in read_mentions(lines, names):
        goes_on = run and mention.kind in _MORE
        if run and not goes_on:
            yield run
            run = []
        if goes_on or (mention.kind in _NAMED and mention.law in names.laws):
            at = begins[mention.line]
            if basis := place_of(mention.law or "", mention):
                run.append((at + mention.start, at + mention.end, basis))
    if run:
        yield run


def _blank(text: str) -> int:
    return len(text) - len(text.lstrip())
