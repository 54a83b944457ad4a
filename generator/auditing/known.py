"""What is known of the text of an article without a copy of the law to audit by: the text at hand, else what the records tell.

Of a place of which neither tells, nothing is known, and nothing is guessed.
"""

from collections.abc import Iterable, Mapping

from generator.auditing.article import OfficialArticle, Text
from generator.kinds import BasisValue
from generator.kinds.regulation import Regulation
from generator.library import Library
from generator.library.model import PenaltyOf
from generator.library.remember import once
from generator.library.wording import fine_text


def official(library: Library, regulation: Regulation, key: str) -> OfficialArticle | None:
    """An article of the text at hand, to be held against, a 款 or 项 a line; None where there is none.

    Copies break lines within a 款; ``TextArticle.lines`` has joined them.
    """
    text = library.official(regulation.id, key)
    if text is None:
        return None
    whole = "\n".join(line.text for line in text.lines) or text.text
    return OfficialArticle(regulation.title, text.number, text.suffix, text.path, whole)


def part_of(library: Library, basis: BasisValue) -> Text | None:
    """What a cited article says, with the 款 that it speaks of: the official text, else what the records know; None of neither."""
    article = official(library, library.regulation(basis.regulation), basis.key)
    if article is not None:
        return article.reach(basis.paragraph, basis.item)
    return recorded(library, basis)


def recorded(library: Library, basis: BasisValue) -> Text | None:
    """What the records know of a place, where they tell what it says.

    The digest of its article, and the fines under that; without a digest the fines recorded under the very place, as of an
    article of which the records name but some 项 nobody knows what the others say.
    """
    record = library.article(basis)
    under = library.penalties_under(basis.regulation, basis.key)
    if record is not None and record.digest:
        return Text("；".join([record.digest, *_fines(under)]))
    near = [one for one in under if _lies_in(one.penalty.basis, basis)]
    if basis.item and not near:
        return recorded_item(library, basis.regulation, basis.key, basis.item)
    if near and not basis.item and not basis.paragraph:
        near = list(under)
    fines = _fines(near)
    return Text("；".join(fines)) if fines else None


def recorded_item(library: Library, regulation: str, key: str, item: int) -> Text | None:
    """What the records know of a 项 of an article, whichever its 款."""
    fines = _fines(one for one in library.penalties_under(regulation, key) if one.penalty.basis.item == item)
    return Text("；".join(fines)) if fines else None


def _lies_in(place: BasisValue, asked: BasisValue) -> bool:
    return (place.paragraph or 0) == (asked.paragraph or 0) and (place.item or 0) == (asked.item or 0)


def _fines(under: Iterable[PenaltyOf]) -> list[str]:
    """Each fine, with the condition that it falls under, which may name a sum too: 违法所得不足五十万元的."""
    return [
        f"{tier.condition or ''}，{fine_text(tier.fine)}".lstrip("，")
        for one in under
        for tier in one.penalty.tiers
        if tier.fine
    ]


@once
def places_cited(library: Library) -> Mapping[tuple[str, str], tuple[frozenset[int], frozenset[int]]]:
    """Which 款 and 项 of an article of today's text records cite: (regulation, key) → their numbers."""
    found: dict[tuple[str, str], tuple[set[int], set[int]]] = {}
    for citing in library.citations():
        if citing.basis.version:  # an earlier text has numbers of its own
            continue
        paragraphs, items = found.setdefault((citing.basis.regulation, citing.basis.key), (set(), set()))
        paragraphs.update(filter(None, [citing.basis.paragraph]))
        items.update(filter(None, [citing.basis.item]))
    return {place: (frozenset(paragraphs), frozenset(items)) for place, (paragraphs, items) in found.items()}
