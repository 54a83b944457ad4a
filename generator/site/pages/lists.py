"""The office's lists to take away: each as Excel, to print, keep and read back, and as Word."""

from collections.abc import Iterator

from generator.lists.layout import LAYOUTS
from generator.lists.printing import FORMATS
from generator.site.context import Context
from generator.site.page import Asset, PageKind
from generator.site.urls import list_file


def generate(context: Context) -> Iterator[Asset]:
    """Yield the files of each list that has records."""
    for layout in LAYOUTS.all():
        if context.library.all(layout.id):
            for form, write in FORMATS.items():
                yield Asset(list_file(layout.id, form), write(context.library, layout, ""))


PAGE = PageKind("lists", "清单的下载", generate)
