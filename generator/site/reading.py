"""Where the text of a law is read: on one page, or a long one by its parts."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.kinds.regulation import Regulation, Section
from generator.library import Library
from generator.library.remember import once
from generator.site.pieces import in_pieces
from generator.texts import TextArticle, TextOfLaw

#: Articles up to which a law is read on one page, and its parts need not be folded.
WHOLE = 130
#: Bytes of text on one page; a part that is longer is read in pieces of about one length.
PIECE = 60_000
_AROUND = 200  # bytes that stand around the words of an article


@dataclass(frozen=True, slots=True)
class Part:
    """What one page holds.

    Attributes:
        path: address below the site's root.
        title: of the part; the law's name where it is the whole.
        articles: in order.
    """

    path: str
    title: str
    articles: tuple[TextArticle, ...]


def parts_of(library: Library, text: TextOfLaw) -> tuple[Part, ...]:
    """The pages of a text: one for a short law, one for each 章 (or 编 without 章) of a long one; pieces of what is too long for a page."""
    regulation = library.regulation(text.regulation)
    today = text == library.texts.get(text.regulation)
    base = address_of(library, text)
    spans = list(_leaves(regulation.outline)) if today and len(text.articles) > WHOLE else []
    if not spans:
        return tuple(_pieces(Part(base, regulation.name, text.articles), base, ""))
    parts: list[Part] = []
    for title, (first, last) in spans:
        held = tuple(article for article in text.articles if first <= article.number <= last)
        if held:
            parts += _pieces(Part(f"{base}/{first}-{last}", title, held), base, title)
    return tuple(parts)


def address_of(library: Library, text: TextOfLaw) -> str:
    """Where a text is found, however many pages it has: that page itself, or one that lists them and leads on to an article's."""
    today = text == library.texts.get(text.regulation)
    return f"regulations/{text.regulation}/text" + ("" if today else f"/{text.day}")


def _pieces(part: Part, base: str, title: str) -> Iterator[Part]:
    """The part, or where it is too long for a page its pieces, each called by its articles."""
    sizes = [len(article.text.encode()) + _AROUND for article in part.articles]
    if sum(sizes) <= PIECE:
        yield part
        return
    for articles in in_pieces(part.articles, sizes, PIECE):
        first, last = articles[0].key, articles[-1].key
        span = f"第{articles[0].number}–{articles[-1].number}条"
        yield Part(f"{base}/{first}-{last}", f"{title}（{span}）" if title else span, tuple(articles))


def _leaves(sections: Sequence[Section], above: tuple[str, ...] = ()) -> Iterator[tuple[str, tuple[int, int]]]:
    """The parts of an outline down to 章, each with the titles above it and its span."""
    for section in sections:
        path = (*above, section.title)
        if section.children and "节" not in section.children[0].title.split(" ")[0]:
            yield from _leaves(section.children, path)
        else:
            yield " · ".join(path), section.articles


def texts_of(library: Library, regulation: Regulation) -> dict[str, str]:
    """Key of each article whose text is at hand → path of the page where it is read; empty where there is no text."""
    return _texts_of(library, regulation.id)


@once
def _texts_of(library: Library, regulation: str) -> dict[str, str]:
    text = library.texts.get(regulation)
    return pages_of(library, text) if text else {}


def pages_of(library: Library, text: TextOfLaw) -> dict[str, str]:
    """Key of each article of a text → path of the page where it is read."""
    return {article.key: part.path for part in parts_of(library, text) for article in part.articles}
