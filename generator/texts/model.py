"""The text of a law as pages show it."""

import datetime
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import cached_property

from generator.legal.basis import article_key
from generator.legal.structure import Piece, read_structure


@dataclass(frozen=True, slots=True)
class Line:
    """A 款, 项 or 目 of an article.

    Attributes:
        paragraph, item, subitem: numbers from 1; 0 above the 项 and the 目.
        text: its words.
    """

    paragraph: int
    item: int
    subitem: int
    text: str

    def anchor(self, key: str) -> str:
        """Its place on the page: ``a1095-k1``, ``a1095-k1-x2`` (款 and 项)."""
        item = f"-x{self.item}" if self.item else ""
        return f"a{key}-k{self.paragraph}{item}" + (f"-m{self.subitem}" if self.subitem else "")


@dataclass(frozen=True)
class TextArticle:
    """One article.

    Attributes:
        number, suffix: 第一百二十条之一 is 120 and 1.
        path: titles of 编, 章 and 节 above it, as the copy has them.
        text: one 款 or 项 a line, without the article's number.
    """

    number: int
    suffix: int
    path: tuple[str, ...]
    text: str

    @property
    def key(self) -> str:
        """As anchors name it: ``1095``, ``120-1``."""
        return article_key(self.number, self.suffix)

    @cached_property
    def lines(self) -> tuple[Line, ...]:
        """Its 款 and 项 in order."""
        first, *others = self.text.split("\n")
        source = ["试", f"第一条 {first}", *others]
        return tuple(_lines(source, read_structure(source).pieces))


def _lines(source: list[str], pieces: tuple[Piece, ...]) -> Iterator[Line]:
    """Each 款, 项 and 目 once: what goes on in the next line of the copy belongs to it."""
    found: dict[tuple[int, int, int], list[str]] = {}
    for piece in pieces:
        words = source[piece.line][piece.start : piece.end].strip()
        if piece.locus and words:
            place = (piece.locus.paragraph, piece.locus.item, piece.locus.subitem)
            found.setdefault(place, []).append(words)
    for (paragraph, item, subitem), parts in found.items():
        yield Line(paragraph, item, subitem, "".join(parts))


@dataclass(frozen=True)
class TextOfLaw:
    """The text of one regulation.

    Attributes:
        regulation: its id.
        title: as the copy has it.
        source: which copy it is, as a page says it.
        adopted, effective: dates of this text, as the copy has them.
        articles: in order.
        missing: numbers that the records count and the copy lacks.
        sha256: digest of the articles, so that a page can say which text it shows.
        sections: its parts are numbered 一、二、三、 instead of 第一条: a decision without articles.
    """

    regulation: str
    title: str
    source: str
    adopted: datetime.date | None
    effective: datetime.date | None
    articles: tuple[TextArticle, ...]
    missing: tuple[int, ...] = ()
    sha256: str = ""
    sections: bool = False

    @property
    def day(self) -> str:
        """How its address and a list of editions name it: the day from which it holds."""
        return self.effective.isoformat() if self.effective else "undated"

    @cached_property
    def words(self) -> dict[str, str]:
        """Key → text of the article, in order."""
        return {article.key: article.text for article in self.articles}

    @cached_property
    def by_key(self) -> dict[str, TextArticle]:
        """Key → article."""
        return {article.key: article for article in self.articles}


def edition_on(editions: Sequence[TextOfLaw], day: datetime.date) -> TextOfLaw:
    """Of the texts of one regulation, earlier ones first, that which holds on a day; the first where none does yet."""
    begun = [one for one in editions if one.effective is None or one.effective <= day]
    return begun[-1] if begun else editions[0]
