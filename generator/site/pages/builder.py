"""组卷: the page on which trainers make papers, the page on which a paper is sat, and the bank's items for both."""

import json
from collections.abc import Iterator

from generator.site.context import Context
from generator.site.page import Asset, Page, PageKind
from generator.site.shelf import FOLDER, shelf_files
from generator.site.shelves import addresses
from generator.site.templates import render

SECTION = "练习与考试"


def generate(context: Context) -> Iterator[Page | Asset]:
    """Yield both pages, the index of items and the items."""
    library, bank = context.library, context.bank
    names = json.dumps({topic.id: topic.title for topic in library.topics}, ensure_ascii=False)
    body = render("builder.html", FOLDER, library, total=len(bank.items))
    yield Page(FOLDER, "组卷", body, "自己组卷：选题型、题数和专题，换题，存成文件", SECTION)
    sit = render("paper.html", "paper", library, labels=names)
    yield Page("paper", "答一份试卷", sit, "打开培训师发来的试卷，当作练习来答", SECTION, focused=True)
    yield from shelf_files(library, bank, addresses(library, bank))


PAGE = PageKind("builder", "组卷", generate)
