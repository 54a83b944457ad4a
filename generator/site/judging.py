"""What the page needs to judge somebody's document as ``pufa cite --check`` does: how law is cited, and what is known of each law.

Patterns, names, articles, sums and successors are worked out here, so that the page's scripts only read the document.
"""

import re
from collections.abc import Iterator, Mapping
from decimal import Decimal
from itertools import groupby
from typing import Any

from generator.auditing.article import OfficialArticle, Text
from generator.auditing.document import DROPPED, FINE, SENTENCE, begins, ended, instead
from generator.auditing.known import official, places_cited, recorded, recorded_item
from generator.kinds import BasisValue
from generator.kinds.concordance import Concordance
from generator.kinds.regulation import Regulation
from generator.legal import money, sums
from generator.legal.basis import split_key
from generator.legal.citations import Names, grammar
from generator.legal.numerals import format_decimal
from generator.legal.structure.patterns import HEAD
from generator.library import Library
from generator.library.names import known_names

#: The head of an article that the document itself has.
_OWN_HEAD = re.compile(rf"[\s#*>]*{HEAD.pattern}(?:[ \u3000\t]+|$)")
_NAMES = (
    "STARTERS BETWEEN TITLE SELF THAT ITS UNNAMED ADVICE BOOK_BEFORE MADE_BEHIND PRIVATE NO_LAW_BEFORE LIST_TITLE SORT MARKED NEAR FAR RULES THAT_PLACE SAME RELATIVE ABBREVIATION REPEALED LAW_TITLE ISSUED AUTHORITY BARE_END BEFORE_NAME"
    " ELIDED_RANGE RANGE_SIGN GOES_ON CITED_BEFORE CITED_AFTER NUMBER_RE CHAPTER_RE ARTICLE_RE ARTICLE_AFTER_RE PARAGRAPH_RE PARAGRAPH_AFTER_RE ITEM_RE ITEM_AFTER_RE LOWER_RE SUBITEM_RE AND_RE TO_RE"
    " ELIDED_ARTICLES_RE ELIDED_PARAGRAPHS_RE ELIDED_ITEMS_RE ITEM_SHORT_AFTER ABBREVIATIONS ABBREVIATED COLUMN RULE_OF_TABLE"
)


def browser_data(library: Library) -> dict[str, Any]:
    """All of it, as core/judge.js takes it."""
    names = known_names(library)
    titles = sorted(set(names.titles.values()))
    return {
        "patterns": {name: browser_pattern(getattr(grammar, name)) for name in _NAMES.split()}
        | {"OWN_HEAD": browser_pattern(_OWN_HEAD)},
        "generic": sorted(grammar.GENERIC),
        "titles": titles,
        "names": _other_names(names, titles),
        "sums": {name: browser_pattern(pattern) for name, pattern in sums.PATTERNS.items()},
        "sentence": browser_pattern(SENTENCE),
        "fines": browser_pattern(FINE),
        "laws": {regulation.title: _law(library, regulation) for regulation in library.regulations},
    }


def browser_pattern(pattern: re.Pattern[str]) -> str:
    """The same pattern as JavaScript writes it under the flag u."""
    return pattern.pattern.replace("(?P<", "(?<").replace('\\"', '"')


def value_of(value: money.Sum) -> str:
    """A sum as core/sums.js has it: sort, low, high and unit, ``yuan|10000|50000|``."""
    match value:
        case money.Range(low, high):
            return f"yuan|{_figure(low)}|{_figure(high)}|"
        case money.PerUnit(low, high, unit):
            return f"each|{_figure(low)}|{_figure(high)}|{unit}"
        case money.Rate(low, high):
            return f"percent|{_figure(low)}|{_figure(high)}|"
        case money.Multiple(low, high):
            return f"times|{_figure(low)}|{_figure(high)}|"
        case money.Deemed(below, deemed):
            return f"deemed|{_figure(below)}|{_figure(deemed)}|"
        case money.Threshold(relation, amount):
            return f"threshold|{_figure(amount)}||{relation}"


def _figure(value: Decimal | int | None) -> str:
    return "" if value is None else format_decimal(Decimal(value))


def _other_names(names: Names, titles: list[str]) -> dict[str, int]:
    """Names that are not the plain titles themselves → place of the title."""
    places = {title: place for place, title in enumerate(titles)}
    own = set(Names.of((title, ()) for title in titles).titles)
    return {name: places[title] for name, title in sorted(names.titles.items()) if name not in own}


def _law(library: Library, regulation: Regulation) -> dict[str, Any]:
    status = library.status(regulation.id)
    told: dict[str, Any] = {"id": regulation.id, "name": regulation.name, "last": status.version.articles}
    if status.state == "not_yet":
        return told | {"begins": begins(library, regulation), "articles": {}, "simple": []}
    told |= _articles(library, regulation)
    if text := library.texts.get(regulation.id):
        told["lost"] = list(text.missing)  # the other articles are all at hand: another 之一 there is not
    if status.state != "repealed":
        return told
    rows = library.of("concordance", Concordance)
    old = {row.old.key: row.old.whole for row in rows if row.old and row.old.regulation == regulation.id}
    return told | {
        "ended": ended(library, regulation),
        "instead": instead(library, regulation, None),
        "now": {key: _links(library, basis) for key, basis in old.items() if library.successors(basis)},
        "dropped": [key for key, basis in old.items() if instead(library, regulation, basis) == DROPPED],
    }


def _links(library: Library, basis: BasisValue) -> list[list[str]]:
    return [[library.cite(one), one.regulation, one.key] for one in library.successors(basis)]


def _articles(library: Library, regulation: Regulation) -> dict[str, Any]:
    """What is known of a law's articles.

    Returns:
        ``simple``: spans of numbers of articles of one 款 without 项 and sums; ``articles``: key of each other one that is known → how many 项
        each 款 has (their numbers where they are not 1, 2, 3 …; none where no text is at hand), and its sums by the part that
        is cited (none where nothing tells of them).
    """
    text = library.texts.get(regulation.id)
    cited = places_cited(library)
    keys = {article.key for article in library.articles_of(regulation.id)} | (set(text.by_key) if text else set())
    keys |= {key for id, key in cited if id == regulation.id}
    found: dict[str, list[Any]] = {}
    simple: list[int] = []
    for key in sorted(keys, key=split_key):
        article = official(library, regulation, key)
        if article is None:
            places = [sorted(numbers) for numbers in cited.get((regulation.id, key), ((), ()))]
            found[key] = [None, _recorded(library, regulation, key) or None, places]
            continue
        parts, sums = [_items(list(one.items)) for one in article.paragraphs], _sums(article)
        if parts == [0] and not sums and not article.suffix:
            simple.append(article.number)
        else:
            found[key] = [parts, sums]
    return {"articles": found, "simple": list(_spans(simple))}


def _recorded(library: Library, regulation: Regulation, key: str) -> dict[str, list[list[Any]]]:
    """What records say of an article of which no text is at hand: sums by part as in ``_sums``, ``*.2`` for a 项 of any 款, ``*`` for any part."""
    number, suffix = split_key(key)

    def place(paragraph: int | None, item: int | None) -> BasisValue:
        return BasisValue(
            regulation=regulation.id, article=number, suffix=suffix, paragraph=paragraph or None, item=item or None
        )

    whole = place(None, None)
    record = library.article(whole)
    if record is not None and record.digest:
        known = recorded(library, whole)
        return {"*": _told(known) if known else []}
    bases = [one.penalty.basis for one in library.penalties_under(regulation.id, key)]
    parts = {
        f"{one.paragraph or ''}.{one.item or ''}": recorded(library, place(one.paragraph, one.item)) for one in bases
    }
    any_of = {f"*.{one.item}": recorded_item(library, regulation.id, key, one.item) for one in bases if one.item}
    return {part: _told(known) for part, known in {**parts, **any_of}.items() if known}


def _spans(numbers: list[int]) -> Iterator[list[int]]:
    """First and last of each run of numbers that follow one another."""
    for _, run in groupby(enumerate(numbers), lambda pair: pair[1] - pair[0]):
        members = [number for _, number in run]
        yield [members[0], members[-1]]


def _items(numbers: list[int]) -> int | list[int]:
    return len(numbers) if numbers == list(range(1, len(numbers) + 1)) else numbers


def _sums(article: OfficialArticle) -> Mapping[str, list[list[Any]]]:
    """The sums of an article by part: ``.`` for the whole, ``2.`` a 款, ``2.1`` a 项, ``.1`` a 项 of any 款; only parts that differ."""
    whole = _told(article.whole)
    if not whole:
        return {}
    parts = [(paragraph, item) for paragraph, one in enumerate(article.paragraphs, 1) for item in (None, *one.items)]
    asked = dict.fromkeys([*parts, *((None, item) for _, item in parts if item)])
    found = {f"{paragraph or ''}.{item or ''}": _told(article.reach(paragraph, item)) for paragraph, item in asked}
    return {".": whole} | {part: sums for part, sums in found.items() if sums != whole}


def _told(text: Text) -> list[list[Any]]:
    return [[value_of(one.value), text.text[one.start : one.end]] for one in text.sums]
