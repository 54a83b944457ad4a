"""Where a citation of a record leads in the official texts."""

import datetime
from collections.abc import Iterable
from dataclasses import replace

from generator.auditing.article import OfficialArticle, Text
from generator.auditing.official import Official
from generator.kinds import BasisValue, Record
from generator.library import Library


def day_of(library: Library, record: Record) -> datetime.date:
    """The day for which a record speaks: its own, else the library's."""
    return record.as_of or library.as_of


def article_of(library: Library, official: Official, record: Record, basis: BasisValue) -> OfficialArticle | None:
    """The official article that ``basis`` names on the record's day; None where the copy holds none (E601, E602)."""
    edition = official.cited(library.regulation(basis.regulation), basis, day_of(library, record))
    return edition.articles.get((basis.article, basis.suffix)) if edition else None


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
