"""A long law's page is folded by its parts: the articles of a part are loaded when it is opened, and stand together on a page of their own for print."""

import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import groupby

from markupsafe import Markup

from generator.kinds.article import Article
from generator.kinds.regulation import Regulation
from generator.library import Library
from generator.site.page import Asset, Page
from generator.site.reading import WHOLE
from generator.site.templates import render, sections_of

#: Where the parts of long laws lie, and the page with all of a law's articles; as deep below the root as the law's own
#: page, so that one text serves all three.
FOLDER = "articles"


@dataclass(frozen=True, slots=True)
class Fold:
    """A part that is opened in place.

    Attributes:
        anchor: its id on the page.
        title, above: of the section, and of those around it.
        span: its articles, as it is said.
        path: below the site's root, of the file that holds its articles.
        articles: in order.
    """

    anchor: str
    title: str
    above: str
    span: str
    path: str
    articles: tuple[Article, ...]


def whole_path(regulation: Regulation) -> str:
    """Address of the page with all articles of a long law."""
    return f"{FOLDER}/{regulation.id}"


def folds_of(regulation: Regulation, articles: Sequence[Article]) -> tuple[Fold, ...]:
    """The parts of a law by its outline; none where it is short enough to be read as it is, or has no outline."""
    if len(articles) <= WHOLE or not regulation.outline:
        return ()
    groups = groupby(articles, key=lambda article: sections_of(regulation, article.number)[-1:])
    return tuple(_fold(regulation, tuple(held)) for _, held in groups)


def _fold(regulation: Regulation, held: tuple[Article, ...]) -> Fold:
    sections = sections_of(regulation, held[0].number)
    first, last = sections[-1].articles if sections else (held[0].number, held[-1].number)
    return Fold(
        f"s{first}",
        sections[-1].title if sections else "其他条文",
        " › ".join(section.title for section in sections[:-1]),
        f"第{first}–{last}条",
        f"{whole_path(regulation)}/{first}-{last}.json",
        held,
    )


def folded_files(
    library: Library, regulation: Regulation, folds: Sequence[Fold], values: dict[str, object]
) -> Iterator[Page | Asset]:
    """The file of each part, and the page that holds all of them.

    Args:
        values: what the template of an article names.
    """
    path, parts = whole_path(regulation), []
    for fold in folds:
        html = render("articles.html", path, library, regulation=regulation, shown=fold.articles, **values)
        parts.append((fold, Markup(html)))
        yield Asset(fold.path, json.dumps({"html": html}, ensure_ascii=False).encode())
    law = f"regulations/{regulation.id}/"
    body = render(
        "law-whole.html", path, library, regulation=regulation, parts=parts, href_law=law, text=values["text"]
    )
    yield Page(path, f"{regulation.name}：全部条文", body, f"{regulation.title}的全部条文在一页，可以打印", "法规")
