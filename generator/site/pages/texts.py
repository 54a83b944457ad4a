"""Reading the law itself: the official text at hand, a long law by its parts, with an anchor for each 条, 款 and 项."""

from collections.abc import Iterator, Sequence

from generator.kinds.regulation import Regulation
from generator.library import Library
from generator.site.context import Context
from generator.site.page import Page, PageKind
from generator.site.reading import Part, parts_of
from generator.site.templates import render
from generator.texts import TextOfLaw

_SECTION = "法规"


def generate(context: Context) -> Iterator[Page]:
    """Yield the pages of every text."""
    library = context.library
    for regulation in library.regulations:
        for text in library.editions.get(regulation.id, ()):
            parts = parts_of(library, text)
            for at in range(len(parts)):
                yield _page(library, regulation, text, parts, at)


def _page(library: Library, regulation: Regulation, text: TextOfLaw, parts: Sequence[Part], at: int) -> Page:
    part, today = parts[at], text == library.texts[regulation.id]
    body = render(
        "law-text.html",
        part.path,
        library,
        regulation=regulation,
        text=text,
        part=part,
        parts=parts,
        before=parts[at - 1] if at else None,
        after=parts[at + 1] if at + 1 < len(parts) else None,
        records={article.key: article for article in library.articles_of(regulation.id)} if today else {},
        today=today,
        editions=[(one, parts_of(library, one)[0].path) for one in library.editions[regulation.id]],
        status=library.status(regulation.id),
    )
    title = f"{regulation.name}原文" if len(parts) == 1 else f"{regulation.name}原文 · {part.title.split(' · ')[-1]}"
    title += "" if today else f"（{text.day} 施行的文本）"
    return Page(part.path, title, body, f"{regulation.title}的条文原文，每条、款、项都可以引用", _SECTION)


PAGE = PageKind("texts", "法规原文", generate)
