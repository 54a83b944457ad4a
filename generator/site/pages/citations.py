"""引用核对: the page on which somebody's own text is pasted and every citation in it judged; nothing leaves the browser."""

import json
from collections.abc import Iterator

from generator.library import Library
from generator.site.context import Context
from generator.site.judging import browser_data
from generator.site.page import Asset, Page, PageKind
from generator.site.templates import render

PATH = "citations"
#: What the page judges by; loaded when somebody is about to paste.
_KNOWN = f"{PATH}/known.json"


def generate(context: Context) -> Iterator[Page | Asset]:
    """Yield the page, and what it judges by."""
    library = context.library
    data = json.dumps(browser_data(library), ensure_ascii=False, separators=(",", ":"))
    body = render("citations.html", PATH, library, known=_KNOWN, held=len(library.texts), example=_example(library))
    yield Page(PATH, "引用核对", body, "粘贴文书、通知、讲稿，逐处核对引用的法条：在不在、是否有效、数额对不对", "法规")
    yield Asset(_KNOWN, data.encode())


def _example(library: Library) -> str:
    """How somebody might cite, by an article of the project's own; empty where no conduct is punished by one."""
    bases = (penalty.basis for conduct in library.conducts for penalty in conduct.penalties)
    basis = next(bases, None)
    return f"例如：依据《{library.name_of(basis)}》{basis.locus}，处以……" if basis else ""


PAGE = PageKind("citations", "引用核对", generate)
