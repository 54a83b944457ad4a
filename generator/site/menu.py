"""What the menu leaves out: pages that list records of which the project has none."""

from generator.kinds import kinds
from generator.library import Library


def empty_pages(library: Library) -> frozenset[str]:
    """Addresses of pages that would list nothing; they are built all the same, since other pages may lead to them."""
    filled: dict[str, bool] = {}
    for kind in kinds():
        if kind.folder and isinstance(kind.page, str):
            filled[kind.page] = filled.get(kind.page, False) or bool(library.all(kind.name))
    return frozenset(page for page, any_record in filled.items() if not any_record)
