"""Where a citation of a record leads in the official texts."""

import datetime
from collections.abc import Iterable, Iterator
from dataclasses import replace
from typing import Any

from generator.auditing.article import OfficialArticle, Text
from generator.auditing.official import Official
from generator.kinds import BasisValue, Record
from generator.kinds.article import Article
from generator.library import Library, PenaltyOf


def day_of(library: Library, record: Record) -> datetime.date:
    """The day for which a record speaks: its own, else the library's."""
    return record.as_of or library.as_of


def article_of(library: Library, official: Official, record: Record, basis: BasisValue) -> OfficialArticle | None:
    """The official article that ``basis`` names on the record's day; None where the copy holds none (E601, E602)."""
    edition = official.cited(library.regulation(basis.regulation), basis, day_of(library, record))
    return edition.articles.get((basis.article, basis.suffix)) if edition else None


def with_articles(
    library: Library, official: Official, entries: Iterable[PenaltyOf]
) -> Iterator[tuple[PenaltyOf, OfficialArticle]]:
    """The penalties, each with the official article that it rests on; those of which the copy holds none are left out."""
    for entry in entries:
        article = article_of(library, official, entry.conduct, entry.penalty.basis)
        if article is not None:
            yield entry, article


def with_digests(library: Library, official: Official) -> Iterator[tuple[Article, str, OfficialArticle]]:
    """The articles that have a digest, with it and the official article; those of which the copy holds none are left out."""
    for record in library.of("article", Article):
        if record.digest and library.get("regulation", record.regulation) is not None:
            edition = official.edition(library.regulation(record.regulation), day_of(library, record))
            if edition and (article := edition.articles.get((record.number, record.suffix))):
                yield record, record.digest, article


def part_of(library: Library, official: Official, record: Record, basis: BasisValue) -> Text | None:
    """The 款 or 项 that ``basis`` names, else None."""
    article = article_of(library, official, record, basis)
    return article.part(basis.paragraph, basis.item) if article else None


def parts_of_articles(
    library: Library, official: Official, record: Record, bases: Iterable[BasisValue]
) -> list[OfficialArticle]:
    """As ``texts_of``, each article with no more than the 款 and 项 cited."""
    found = []
    for basis in bases:
        article = article_of(library, official, record, basis)
        part = article.part(basis.paragraph, basis.item) if article else None
        if article and part:
            found.append(article if part is article.whole else replace(article, text=part.text))
    return list(dict.fromkeys(found))


def texts_of(
    library: Library, official: Official, record: Record, bases: Iterable[BasisValue]
) -> list[OfficialArticle]:
    """The official articles of several citations, those the copy lacks left out, each once."""
    found = (article_of(library, official, record, basis) for basis in bases)
    return list(dict.fromkeys(article for article in found if article is not None))


def beside(record: Record, place: tuple[str | int, ...]) -> tuple[BasisValue, ...]:
    """The citations of the smallest part of the record that holds the place and has any."""
    parts: list[Any] = [record]
    for step in place:
        parts.append(parts[-1][step] if isinstance(step, int) else getattr(parts[-1], step))
    for part in reversed(parts):
        if basis := getattr(part, "basis", None):
            return basis if isinstance(basis, tuple) else (basis,)
    return ()
