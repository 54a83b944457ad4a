"""Running text that cites: what stands before each citation, line by line, as far as the citation vouches for it.

Guides are written in Markdown and cite at the end of what they say: 处一万元以上十万元以下罚款（法典 第1128条第1款）.  A citation
vouches for the words since the one before it, within its sentence; within the whole of a list item; and within the row of
a table, whose last cell is often the citation.
"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache

from generator.kinds import BasisValue
from generator.kinds.regulation import Regulation
from generator.legal.numerals import INTEGER, parse_number

_PARAGRAPH = rf"第\s*(?P<paragraph>{INTEGER})\s*款"
_ITEM = rf"第?\s*[（(]\s*(?P<item>{INTEGER})\s*[）)]\s*项"
_ARTICLE = rf"第\s*(?P<article>{INTEGER})\s*条(?:\s*之\s*(?P<suffix>{INTEGER}))?"
_LOCUS = re.compile(rf"{_ARTICLE}(?:\s*{_PARAGRAPH})?(?:\s*{_ITEM})?")
#: What may go on a citation: another article, 款 or 项 of the same law (第44条、第45条; 第1款、第2款).
_MORE = (_LOCUS, re.compile(rf"{_PARAGRAPH}(?:\s*{_ITEM})?"), re.compile(_ITEM))
_AND = re.compile(r"\s*(?:、|和|以及|及|与)\s*")
_MARKER = re.compile(r"\s*(?:[-*+]|\d+[.)])\s+")
_RULE = re.compile(r"[\s|:-]+")
_SHOWN = 20  # characters of what stands before a number, for a message
_SENTENCE = re.compile(r"[^。！？]*[。！？]?")


@dataclass(frozen=True, slots=True)
class Claim:
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


def names_of(regulations: tuple[Regulation, ...]) -> dict[str, str]:
    """Title, short title and aliases → id, without 中华人民共和国; those that mean several regulations are left out."""
    found: dict[str, set[str]] = {}
    for one in regulations:
        for name in filter(None, (one.title, one.short_title, *one.aliases)):
            found.setdefault(name.removeprefix("中华人民共和国"), set()).add(one.id)
    return {name: ids.pop() for name, ids in found.items() if len(ids) == 1}


def nameless(text: str, names: Mapping[str, str]) -> Iterator[tuple[int, str]]:
    """Articles mentioned without a regulation that ``names`` holds: line from 0, and the words before and with the number."""
    law = _law(names)
    for number, line in enumerate(text.split("\n")):
        told = [(start, end) for start, end, _ in _runs(line, law, names)]
        for locus in _LOCUS.finditer(line):
            if not any(start <= locus.start() < end for start, end in told):
                words = re.split(r"[（，。；：|]", line[: locus.start()])[-1]
                yield number, f"{words[-_SHOWN:]}{locus[0]}".strip()


def mentions(text: str, names: Mapping[str, str]) -> Iterator[tuple[int, int, BasisValue]]:
    """Every citation of a text, in order: where it begins and ends, and what it cites (第44条、第45条 are two)."""
    for run in _cited(text, _law(names), names):
        yield from run


def claims(text: str, names: Mapping[str, str]) -> Iterator[Claim]:
    """Every claim of a text in Markdown, in order.

    Args:
        text: the body.
        names: name of a regulation → id, as :func:`names_of` gives them.

    Yields:
        Claim: of a table's row one for all that it cites, else one for each citation or run of citations.
    """
    law = _law(names)
    for block in _blocks(text):
        if block.text.startswith("|"):
            yield from _row(block, law, names)
            continue
        at = 0
        for piece in [block.text] if block.whole else _SENTENCE.findall(block.text):
            done = 0
            for start, end, bases in _runs(piece, law, names):
                line = block.line + block.text.count("\n", 0, at + done + _blank(piece[done:start]))
                yield Claim(line, piece[done:start].replace("\n", ""), bases)
                done = end
            at += len(piece)


def _law(names: Mapping[str, str]) -> re.Pattern[str]:
    """A regulation's name before an article; the longest that fits, 生态环境法典 before 法典."""
    return _before_article(tuple(names))


@lru_cache(maxsize=8)  # the names of a library, asked for with every text
def _before_article(names: tuple[str, ...]) -> re.Pattern[str]:
    longest_first = "|".join(re.escape(name) for name in sorted(names, key=lambda name: (-len(name), name)))
    return re.compile(rf"[《〈]?(?:中华人民共和国)?(?P<law>{longest_first or '(?!)'})[》〉]?\s*(?=第)")


def _row(block: _Block, law: re.Pattern[str], names: Mapping[str, str]) -> Iterator[Claim]:
    runs = list(_runs(block.text, law, names))
    words = block.text
    for start, end, _ in reversed(runs):
        words = words[:start] + words[end:]
    if runs:
        yield Claim(block.line, words, tuple(basis for _, _, bases in runs for basis in bases))


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


def _runs(
    text: str, law: re.Pattern[str], names: Mapping[str, str]
) -> Iterator[tuple[int, int, tuple[BasisValue, ...]]]:
    """Runs of citations: where each begins and ends, and what it cites."""
    for run in _cited(text, law, names):
        yield run[0][0], run[-1][1], tuple(basis for _, _, basis in run)


def _cited(text: str, law: re.Pattern[str], names: Mapping[str, str]) -> Iterator[list[tuple[int, int, BasisValue]]]:
    """Runs of citations, each as (start, end, what it cites); the first of a run has the regulation's name."""
    at = 0
    while named := law.search(text, at):
        at = named.end()
        locus = _LOCUS.match(text, at)
        basis = _basis(names[named["law"]], locus, None) if locus else None
        if basis is None or locus is None:
            continue
        run, at = [(named.start(), locus.end(), basis)], locus.end()
        while joined := _AND.match(text, at):
            more = next((found for pattern in _MORE if (found := pattern.match(text, joined.end()))), None)
            basis = _basis(names[named["law"]], more, run[-1][2]) if more else None
            if basis is None or more is None:
                break
            run.append((more.start(), more.end(), basis))
            at = more.end()
        yield run


def _basis(regulation: str, locus: re.Match[str], before: BasisValue | None) -> BasisValue | None:
    """The place that a match names; what it leaves out (第2款 alone) is that of the one before.  None for odd numerals."""
    given = locus.groupdict()
    try:
        numbers = {name: parse_number(figure) for name, figure in given.items() if figure}
    except ValueError:
        return None
    if "article" not in numbers and before is not None:
        paragraph = {"paragraph": before.paragraph} if before.paragraph and "paragraph" not in numbers else {}
        numbers = {"article": before.article, "suffix": before.suffix, **paragraph, **numbers}
    try:
        return BasisValue(regulation=regulation, **numbers)
    except ValueError:
        return None


def _blank(text: str) -> int:
    return len(text) - len(text.lstrip())
