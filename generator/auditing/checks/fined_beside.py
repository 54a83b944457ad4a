"""A row of old and new leaves out no provision that fined the same conduct.

Every line of another regulation that names conduct to be fined is held against the old provision, or against the new one
where the matter is said to be new.  What reads much the same must stand in ``also``, or in ``unlike`` once a person has read
it and found it to be other conduct.
"""

import math
import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

from generator.auditing.article import OfficialArticle
from generator.auditing.checks._base import Check
from generator.auditing.lookup import article_of, day_of
from generator.auditing.official import Official
from generator.kinds import BasisValue
from generator.kinds.concordance import Concordance
from generator.library import Library
from generator.problems import Problem

#: Likeness from which a line must be read, between 0 and 1: below it hardly one in five is the same conduct.
ALIKE = 0.55
_FEWEST = 4  # pairs of characters that a line needs to be held against others
#: Words that every penal article has.
_COMMON = re.compile(
    r"违反本[法条例办规定]+规定|有下列(?:行为|情形)之一的?|由[^，。；]{2,60}?(?=责令|处|没收|给予|吊销|依)|责令改正|责令停止违法行为"
    r"|限期改正|处以?[^，。；]*罚款|依法|\W"
)
_ITEM = re.compile(r"[（(][一二三四五六七八九十]+[）)]")
Pairs = frozenset[str]


@dataclass(frozen=True)
class _Line:
    """One line of a provision beside, with the pairs of characters it is held by."""

    regulation: str
    article: str
    locus: str
    pairs: Pairs


class _Pool:
    """The lines to hold others against, found by the pairs they have."""

    def __init__(self, lines: Sequence[_Line]) -> None:
        self.lines = lines
        self.having: dict[str, list[int]] = {}
        for number, line in enumerate(lines):
            for pair in line.pairs:
                self.having.setdefault(pair, []).append(number)
        self.weights = [self.weight(line.pairs) for line in lines]

    def weight(self, pairs: Iterable[str]) -> float:
        """What the pairs count together: rare ones more."""
        return sum(math.log(1 + len(self.lines) / (1 + len(self.having.get(pair, ())))) for pair in pairs)

    def like(self, pairs: Pairs) -> Iterator[_Line]:
        """Lines that share so much with ``pairs`` that a person must read them, in order of the library."""
        shared: dict[int, float] = {}
        for pair in sorted(pairs):
            weight = self.weight((pair,))
            for number in self.having.get(pair, ()):
                shared[number] = shared.get(number, 0.0) + weight
        own = self.weight(pairs)
        for number in sorted(shared):
            if 2 * shared[number] / (own + self.weights[number]) >= ALIKE:
                yield self.lines[number]


def run(library: Library, official: Official) -> Iterator[Problem]:
    """Yield E619 for a provision that reads like the row's own and is named in neither ``also`` nor ``unlike``."""
    rows = [row for row in library.of("concordance", Concordance) if row.old or row.relation == "new"]
    if not rows:
        return
    pool = _Pool(list(_pool(library, official, rows[0])))
    for row in rows:
        known = {(b.regulation, b.key) for b in (*(beside.basis for beside in row.also), *row.unlike, *row.new)}
        found: dict[tuple[str, str], _Line] = {}
        for pairs in _own(library, official, row):
            for line in pool.like(pairs):
                if (line.regulation, line.article) not in known:
                    found.setdefault((line.regulation, line.article), line)
        for line in found.values():
            cited = f"{library.regulation(line.regulation).name}{line.locus}"
            message = f"{cited}写的行为与{library.cite(row.old or row.new[0])}相近，没有写进 also"
            yield Problem(row.at, "E619", message, "读原文：也罚这一行为的写进 also，不是一回事的写进 unlike。")


def _pool(library: Library, official: Official, row: Concordance) -> Iterator[_Line]:
    """Lines of regulations of the whole country that were in force beside the old law, repealed with it left out."""
    day = day_of(library, row)
    replaced = {r.old.regulation for r in library.of("concordance", Concordance) if r.old}
    successors = {basis.regulation for r in library.of("concordance", Concordance) for basis in r.new}
    for regulation in library.regulations:
        if regulation.region or regulation.id in replaced | successors:
            continue
        edition = official.edition(regulation, day)
        for article in edition.articles.values() if edition else ():
            basis = BasisValue(regulation=regulation.id, article=article.number, suffix=article.suffix)
            for text in _lines(article, article.text):
                pairs = _pairs(text)
                if len(pairs) >= _FEWEST:
                    yield _Line(regulation.id, basis.key, basis.locus, pairs)


def _own(library: Library, official: Official, row: Concordance) -> Iterator[Pairs]:
    """The lines of the row's own provisions."""
    for basis in (row.old,) if row.old else row.new:
        article = article_of(library, official, row, basis)
        if article is None:
            continue
        part = article.part(basis.paragraph, basis.item)
        text = part.text if part else article.text
        lines: Sequence[str] = text.split("\n")[-1:] if basis.item else list(_lines(article, text))
        yield from (pairs for line in lines if len(pairs := _pairs(line)) >= _FEWEST and "罚款" in article.text)


def _lines(article: OfficialArticle, text: str) -> Iterator[str]:
    """Lines that name conduct to be fined: items of a penal article, and paragraphs with a fine that have no items."""
    if "罚款" in article.text:
        for line in text.split("\n"):
            if not line.rstrip().endswith("：") and ("罚款" in line or _ITEM.match(line)):
                yield line


def _pairs(text: str) -> Pairs:
    text = _COMMON.sub("", text)
    return frozenset(text[start : start + 2] for start in range(len(text) - 1))


CHECK = Check("fined_beside", "新旧对照没有漏掉同时处罚这一行为的其他规定", ("E619",), run)
