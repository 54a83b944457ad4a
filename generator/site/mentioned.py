"""Where a text of the site cites a law that the library has: in prose line by line, in a law's own text with all that stands around."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from generator.kinds import BasisValue
from generator.kinds.regulation import Regulation
from generator.legal.citations import Mention, read_mentions
from generator.legal.citations.loci import formal
from generator.library.meant import place_of
from generator.library.model import Library
from generator.library.names import law_ids, law_names
from generator.library.remember import once
from generator.texts import TextArticle

#: Without one of these nothing is cited; most texts cite nothing, and names need not be sought in them.
SEEMS = re.compile(r"第[^第]{1,12}条|《")
#: A text is cited as a whole only by its title in marks.
_WHOLE = frozenset({"title", "title_repealed"})
#: The highest number that an article of a record may have.
_MOST = 9999


@dataclass(frozen=True, slots=True)
class Found:
    """A citation in a line.

    Attributes:
        start, end: columns.
        regulation: id of the law.
        places: each article that is cited, with its 款 and 项 where one is named; none where the law is cited as a whole.
    """

    start: int
    end: int
    regulation: str
    places: tuple[BasisValue, ...]


@once
def in_line(library: Library, line: str, law: str | None) -> tuple[Found, ...]:
    """The citations of a line of prose; several pages show the same lines.

    Args:
        law: title of the law whose digest it is: 本法 and a bare 第三条 are its own.
    """
    mentions = read_mentions([line], law_names(library), law)
    return tuple(found for one in mentions if (found := _found(library, one, law)))


@once
def in_text(library: Library, regulation: str, day: str) -> Mapping[tuple[str, int], tuple[Found, ...]]:
    """Key of an article and place of one of its lines → what the line cites; 前款, 本条 and 前条 are what they are there.

    Args:
        day: which text of the regulation.
    """
    text = next(one for one in library.editions[regulation] if one.day == day)
    title = library.regulation(regulation).title
    lines: list[str] = []
    places: list[
        tuple[str, int, int]
    ] = []  # of each line: article, which of its lines, length of the head put before it
    for article in text.articles:
        for at, line in enumerate(article.lines):
            head = f"{formal(article.number, '条', article.suffix)} " if at == 0 else ""
            lines.append(f"{head}{line.text}")
            places.append((article.key, at, len(head)))
    made: dict[tuple[str, int], list[Found]] = {}
    for mention in read_mentions([title, *lines], law_names(library), title):
        found = _found(library, mention, title) if mention.line else None
        if found:
            key, number, before = places[mention.line - 1]
            moved = Found(found.start - before, found.end - before, found.regulation, found.places)
            made.setdefault((key, number), []).append(moved)
    return {place: tuple(found) for place, found in made.items()}


def _found(library: Library, mention: Mention, own: str | None) -> Found | None:
    regulation = law_ids(library).get(mention.law or "")
    if regulation is None:
        return None
    places = tuple(_places(library, library.regulation(regulation), mention))
    if not places and (mention.kind not in _WHOLE or mention.law == own):
        return None
    return Found(mention.start, mention.end, regulation, places)


def _places(library: Library, regulation: Regulation, mention: Mention) -> Iterator[BasisValue]:
    """The articles of a citation; of a range those that the law has."""
    target, first = mention.target, place_of(regulation.id, mention)
    if first is None:
        return
    yield first
    last = min(library.status(regulation.id).version.articles or target.article_end, _MOST)
    for number in (*range(target.article + 1, min(target.article_end, last) + 1), *target.more):
        yield BasisValue(regulation=regulation.id, article=number)


def part_anchor(article: TextArticle, basis: BasisValue) -> str:
    """The anchor of a 款 or 项 that is cited; that of the article where its text has no such part."""
    for line in article.lines:
        same = basis.paragraph in (None, line.paragraph) and (basis.item or 0) == line.item and not line.subitem
        if same and (basis.paragraph or basis.item):
            return line.anchor(article.key)
    return f"a{article.key}"


@once
def cited_in_texts(library: Library) -> Mapping[tuple[str, str], tuple[BasisValue, ...]]:
    """(regulation, key of an article) → the articles of law whose texts at hand cite it, alone or within a range, in library order.

    Law that is gone cites what is gone only.
    """
    found: dict[tuple[str, str], dict[str, BasisValue]] = {}
    gone = {one.id for one in library.regulations if library.status(one.id).state == "repealed"}
    for own, basis in _crossings(library):
        if own.regulation not in gone or basis.regulation in gone:
            found.setdefault((basis.regulation, basis.key), {})[f"{own.regulation} {own.key}"] = own
    return {place: tuple(those.values()) for place, those in found.items()}


def _crossings(library: Library) -> Iterator[tuple[BasisValue, BasisValue]]:
    """Each article whose text cites another, and the other."""
    for regulation in library.regulations:
        text = library.texts.get(regulation.id)
        if text is None or text.sections:
            continue
        cited = in_text(library, regulation.id, text.day)
        for article in text.articles:
            own = BasisValue(regulation=regulation.id, article=article.number, suffix=article.suffix)
            for at in range(len(article.lines)):
                for found in cited.get((article.key, at), ()):
                    yield from ((own, one) for one in found.places if _key(one) != _key(own))


def _key(basis: BasisValue) -> tuple[str, str]:
    return basis.regulation, basis.key
