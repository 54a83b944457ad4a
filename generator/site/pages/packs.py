"""What was taken from content packs, what the project has in its place, and what it does without."""

from collections.abc import Iterator

from generator.kinds import kind_named
from generator.library.packs._base import Named
from generator.site.context import Context
from generator.site.page import Page, PageKind
from generator.site.templates import render

SECTION = "法规"


def generate(context: Context) -> Iterator[Page]:
    """Yield the page; nothing where the project takes no pack."""
    library = context.library
    if not library.packs:
        return

    def rows(names: tuple[Named, ...]) -> list[tuple[str, list[tuple[str, object]]]]:
        """Kind's title → id and, where the library holds it, the record."""
        found: dict[str, list[tuple[str, object]]] = {}
        for kind, id in names:
            found.setdefault(kind, []).append((id, library.get(kind, id)))
        return [(kind_named(kind).title, some) for kind, some in found.items()]

    parts = [
        (
            taken,
            [
                ("本单位换掉的", rows(taken.replaced)),
                ("去掉了外地依据或引用的，请读一遍", rows(taken.cut)),
                ("没有取用的", rows(taken.left_out)),
            ],
        )
        for taken in library.packs
    ]
    body = render("packs.html", "packs", library, parts=parts)
    yield Page("packs", "内容包", body, "哪些内容取自内容包，哪些是本单位换掉的、没有取用的", SECTION)


PAGE = PageKind("packs", "内容包", generate)
