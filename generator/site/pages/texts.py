"""Reading the law itself: the official text at hand, a long law by its parts, with an anchor for each 条, 款 and 项."""

from collections.abc import Iterator, Sequence

from generator.kinds.regulation import Regulation
from generator.library import Library
from generator.site.context import Context
from generator.site.page import Page, PageKind
from generator.site.reading import Part, address_of, parts_of
from generator.site.templates import render
from generator.texts import TextOfLaw

_SECTION = "法规"


def generate(context: Context) -> Iterator[Page]:
    """Yield the pages of every text."""
    library = context.library
    for regulation in library.regulations:
        for text in library.editions.get(regulation.id, ()):
            parts = parts_of(library, text)
            if len(parts) > 1:
                yield _contents(library, regulation, text, parts)
            for at in range(len(parts)):
                yield _page(library, regulation, text, parts, at)


def _contents(library: Library, regulation: Regulation, text: TextOfLaw, parts: Sequence[Part]) -> Page:
    """The parts of a text, at the address that a short one has: what an article's address names there is led on to."""
    path = address_of(library, text)
    body = render("law-contents.html", path, library, regulation=regulation, parts=parts)
    title = f"{regulation.name}原文" + ("" if text == library.texts[regulation.id] else f"（{text.day} 施行的文本）")
    return Page(path, title, body, f"{regulation.title}的条文原文，分 {len(parts)} 部分", _SECTION)


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
        contents=address_of(library, text),
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
