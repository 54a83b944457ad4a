"""The words of an article that reach a cited item: its own, and those of later paragraphs that speak of it (有前款第二项情形的 …)."""

import re
from collections.abc import Collection, Iterable, Iterator

from generator.auditing.article import OfficialArticle, Paragraph
from generator.kinds import BasisValue
from generator.legal.numerals import CHINESE, parse_number

_NUMERAL = rf"[{CHINESE}]+"
_PARAGRAPHS = re.compile(
    rf"(?<!除)前(?P<back>[两二三四])?款(?!所列(?:机构|单位))|(?<!除)(?<!除本条)(?:(?<!条)|(?<=本条))第(?P<first>{_NUMERAL})款(?:至第(?P<last>{_NUMERAL})款)?"
)
_ITEMS = re.compile(rf"第(?P<first>{_NUMERAL})项(?:至第(?P<last>{_NUMERAL})项)?")
_BUT = re.compile(rf"除(?:第{_NUMERAL}项[、至和或者]*)+(?:以外|外)")
_CLAUSE = re.compile(r"[^；。\n]*[；。\n]?")


def paragraphs_spoken_of(at: int, text: str) -> set[int]:
    """Which paragraphs (from 0) the text of paragraph ``at`` speaks of."""
    found: set[int] = set()
    for match in _PARAGRAPHS.finditer(text):
        if match["first"]:
            first = parse_number(match["first"])
            found |= set(range(first - 1, parse_number(match["last"]) if match["last"] else first))
        else:
            found |= {at - back for back in range(1, parse_number(match["back"] or "一") + 1)}
    return found


def speaks_of(clause: str, item: int) -> bool:
    """Whether a clause holds for an item: it names the item, all but others, or no item at all."""
    excepted = _BUT.search(clause)
    named = _numbers(_ITEMS.finditer(clause.replace(excepted[0], "") if excepted else clause))
    if excepted and item in _numbers(_ITEMS.finditer(excepted[0])):
        return item in named
    return bool(excepted) or not named or item in named


def pieces(article: OfficialArticle, bases: Collection[BasisValue]) -> str:
    """The words that reach any of the citations, all of one article, in order: a line for each paragraph or item."""
    own = {at: _own(one, at, bases) for at, one in enumerate(article.paragraphs)}
    cited = {at for at, lines in own.items() if lines}
    items = {basis.item for basis in bases if basis.item}
    found: list[str] = []
    for at, one in enumerate(article.paragraphs):
        reached = bool(items) and bool(paragraphs_spoken_of(at, one.lead) & (cited - {at}))
        if at in cited and not reached:
            found += own[at]
        elif at in cited or paragraphs_spoken_of(at, one.lead) & cited:
            clauses = _CLAUSE.findall(one.lead)
            found.append("".join(c for c in clauses if not items or any(speaks_of(c, item) for item in items)))
    return "\n".join(found)


def clause_of_item(text: str, place: int, item: int | None) -> bool:
    """Whether the clause of ``place`` holds for the item cited; true where no item is."""
    start = max(text.rfind(stop, 0, place) for stop in "；。\n") + 1
    line = text[text.rfind("\n", 0, place) + 1 : place]
    spoken = paragraphs_spoken_of(1, line)
    return item is None or not spoken or speaks_of(text[start:place], item)


def _own(paragraph: Paragraph, at: int, bases: Iterable[BasisValue]) -> list[str]:
    lines: dict[str, None] = {}
    for basis in bases:
        if basis.paragraph not in (None, at + 1) or (basis.item and basis.item not in paragraph.items):
            continue
        lines[paragraph.lead] = None
        lines |= dict.fromkeys([paragraph.items[basis.item]] if basis.item else paragraph.items.values())
    return list(lines)


def _numbers(matches: Iterator[re.Match[str]]) -> set[int]:
    found: set[int] = set()
    for match in matches:
        first = parse_number(match["first"])
        found |= set(range(first, (parse_number(match["last"]) if match["last"] else first) + 1))
    return found
