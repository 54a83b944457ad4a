"""A library whose texts of law are those of an official copy, where the copy has them."""

from collections.abc import Iterator
from dataclasses import replace

from generator.auditing.official import Official
from generator.library import Library
from generator.texts import TextArticle, TextOfLaw


def with_official(library: Library, official: Official) -> Library:
    """The library with the texts in force on its day taken from ``official``; those that the copy lacks stay as they were."""
    found = {id: (text,) for id, text in _texts(library, official)}
    return replace(library, editions={**library.editions, **found})


def _texts(library: Library, official: Official) -> Iterator[tuple[str, TextOfLaw]]:
    for regulation in library.regulations:
        edition = official.edition(regulation, library.as_of)
        if edition is None or not edition.articles:
            continue
        articles = tuple(TextArticle(one.number, one.suffix, one.path, one.text) for one in edition.articles.values())
        yield (
            regulation.id,
            TextOfLaw(
                regulation.id, edition.title, edition.source, edition.adopted, edition.effective, articles,
                tuple(number for number in range(1, edition.last + 1) if (number, 0) not in edition.articles),
            ),
        )  # fmt: skip
