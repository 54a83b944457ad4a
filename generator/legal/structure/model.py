"""What a law's text is made of once its structure is known."""

from dataclasses import dataclass
from typing import Literal

from generator.legal.basis import article_key

Role = Literal["title", "header", "preamble", "heading", "paragraph", "item", "subitem", "section", "table", "annex"]


@dataclass(frozen=True, slots=True)
class Locus:
    """A place in the text's own numbering.

    Attributes:
        article: 条; 0 for the numbered sections (一、) of a decision without articles.
        suffix: 之一 is 1; 0 where there is none.
        paragraph: 款, from 1.
        item: 项 below the paragraph, from 1; 0 in the paragraph itself.
        subitem: 目 below the item, from 1; 0 above it.
    """

    article: int
    suffix: int
    paragraph: int = 1
    item: int = 0
    subitem: int = 0

    @property
    def key(self) -> str:
        """The article as anchors name it: ``1095``, ``120-1``."""
        return article_key(self.article, self.suffix)


@dataclass(frozen=True, slots=True)
class Piece:
    """A stretch of the source that plays one part.

    Attributes:
        line: of the source, from 0.
        start, end: columns in that line, in code points; the number of an article or a heading's marks stand before ``start``.
        role: the part it plays.
        locus: where it stands, for paragraphs, items, subitems and sections.
        joins: goes on with the piece before it: one 款 broken over two lines.
    """

    line: int
    start: int
    end: int
    role: Role
    locus: Locus | None = None
    joins: bool = False


@dataclass(frozen=True, slots=True)
class Heading:
    """编, 分编, 章 or 节.

    Attributes:
        rank: 0 for 编, 1 分编, 2 章, 3 节.
        title: 第一章 总则, with one space after the number and none inside the name.
        line: of the source, from 0.
    """

    rank: int
    title: str
    line: int


@dataclass(frozen=True, slots=True)
class Provision:
    """One article.

    Attributes:
        number, suffix: 第一百二十条之一 is 120 and 1.
        path: titles of 编, 章 and 节 above it, outermost first.
        line: where its head stands, from 0.
        text: one 款 or 项 a line, without the number of the article.
    """

    number: int
    suffix: int
    path: tuple[str, ...]
    line: int
    text: str

    @property
    def key(self) -> str:
        """The article as anchors name it: ``1095``, ``120-1``."""
        return article_key(self.number, self.suffix)


@dataclass(frozen=True, slots=True)
class Fault:
    """What can't be repaired, or what was.

    Attributes:
        line: of the source, from 0.
        code: a short name of the kind, for tests and counts: ``number-lost``, ``annex-missing``, ``head-glued`` …
        message: in Chinese, what it is and what was done.
    """

    line: int
    code: str
    message: str


@dataclass(frozen=True, slots=True)
class LawText:
    """A whole text.

    Attributes:
        title: as its first line says; empty where it has none.
        header: the lines between the title and the text: dates and events.
        headings: 编, 章 and 节 in order.
        articles: in the order of the text.
        sections: the numbered sections of a text without articles, as ``Provision`` with path ().
        preamble: paragraphs before the first article.
        annexes: lines of what follows the last article, headed 附件, 附表 …
        pieces: every stretch of the source, in order.
        repaired: what was mended.
        problems: what could not be.
    """

    title: str
    header: tuple[str, ...]
    headings: tuple[Heading, ...]
    articles: tuple[Provision, ...]
    sections: tuple[Provision, ...]
    preamble: tuple[str, ...]
    annexes: tuple[str, ...]
    pieces: tuple[Piece, ...]
    repaired: tuple[Fault, ...]
    problems: tuple[Fault, ...]
