"""Pages that every site has and any project may replace with its own docs/<name>.md: about, and for trainers."""

from collections.abc import Iterator

from generator.site.context import Context
from generator.site.page import Page, PageKind
from generator.site.templates import render
from generator.templating import ASSETS

#: Name of the file in assets/help and of the page → title, description, section.
PAGES = {
    "about": ("关于本站", "内容从哪里来，时间怎么算，发现错误找谁", ""),
    "trainers": ("怎么组卷", "在网页上组卷、发卷、评卷，正式考试怎么保密", "练习与考试"),
}


def generate(context: Context) -> Iterator[Page]:
    """Yield the pages; they do not depend on the content."""
    for name, (title, description, section) in PAGES.items():
        text = (ASSETS / "help" / f"{name}.md").read_text(encoding="utf-8")
        yield Page(
            name, title, render("help.html", name, context.library, title=title, text=text), description, section
        )


PAGE = PageKind("help", "说明", generate)
