"""The fields of a document, and what a word in each of them weighs (BM25F).

Saturation and length penalty were measured on the bare text of a code of 1,242 articles with 146 queries, for recall in
the first five: penalty 0.2 to 0.4 finds 93, 0.75 (the textbook's) 87, because an article that lists thirty kinds of
conduct is long and right; saturation between 0.6 and 2 moves three queries.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from generator.search.documents import Document
from generator.search.tokens import normalise

_ORDER = re.compile("号令[0-9]+")

SATURATION = 0.8  # k1 of BM25: how soon the second mention of a word stops counting


@dataclass(frozen=True, slots=True)
class Field:
    """One field: a new one is one line in ``FIELDS``.

    Attributes:
        name: what it holds.
        weight: of a word.
        length_penalty: how far length counts against it (b of BM25, 0 to 1).
        read: document and its own title, normalised → what stands there, normalised.
        alone: single characters are searchable too, so that a query of one character finds titles.
        sounds: initials of pinyin are searchable instead of words.
    """

    name: str
    weight: float
    length_penalty: float
    read: Callable[[Document, str], str] = field(compare=False)
    alone: bool = False
    sounds: bool = False


def _names(document: Document) -> str:
    return normalise(" / ".join(document.aliases))


def _sounded(document: Document, title: str) -> str:
    return f"{title} / {normalise(document.heading)} / {_names(document)}"


FIELDS = (
    Field("number", 12.0, 0.0, lambda document, title: normalise(document.article)),
    Field("title", 3.0, 0.3, lambda document, title: title, alone=True),
    Field("heading", 3.0, 0.3, lambda document, title: normalise(document.heading), alone=True),
    Field("aliases", 3.0, 0.2, lambda document, title: _names(document), alone=True),
    Field("digest", 1.3, 0.3, lambda document, title: normalise(document.digest)),
    Field("text", 1.0, 0.3, lambda document, title: normalise(f"{document.text} / {document.words}")),
    Field("sounds", 2.0, 0.3, _sounded, sounds=True),
)


def regulation_names(documents: tuple[Document, ...]) -> dict[str, tuple[str, ...]]:
    """Normalised names of each regulation that documents belong to, the longest first.

    The document whose title is that of the regulation lends its aliases.
    """
    names: dict[str, set[str]] = {d.regulation: set() for d in documents if d.regulation}
    for title, known in names.items():
        known.update((title, title.removeprefix("中华人民共和国")))
    for document in documents:
        if document.title in names and not document.article:
            names[document.title].update(document.aliases)
    return {title: tuple(sorted(_written(known), key=lambda n: (-len(n), n))) for title, known in names.items()}


def _written(names: set[str]) -> set[str]:
    """Normalised, and of the number of an order (国务院令第682号) also what is left of it where it is spoken of: 682号令."""
    written = {normalise(name).strip() for name in names} - {""}
    return written | {number for name in written for number in _ORDER.findall(name)}


def own_title(document: Document, names: Mapping[str, tuple[str, ...]]) -> str:
    """The normalised title without the names of the document's regulation, which its thousand neighbours share."""
    title = normalise(document.title)
    if document.title == document.regulation:
        return title
    for name in names.get(document.regulation, ()):
        title = title.replace(name, " ")
    return title


def contents(document: Document, names: Mapping[str, tuple[str, ...]]) -> tuple[str, ...]:
    """Normalised text of each of FIELDS, without line breaks."""
    title = own_title(document, names)
    return tuple(one.read(document, title).replace("\n", " ") for one in FIELDS)
