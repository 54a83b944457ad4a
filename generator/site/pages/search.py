"""The search page, and the static index that it and the search field read."""

import json
from collections.abc import Iterator

from generator.search.documents import FILTERS
from generator.search.index import build_index
from generator.site.context import Context
from generator.site.documents import KINDS, documents
from generator.site.page import Asset, Page, PageKind
from generator.site.templates import render

_TITLES = {"kind": "类别", "topic": "专题", "rank": "位阶", "status": "状态", "audience": "对象"}


def generate(context: Context) -> Iterator[Page | Asset]:
    """Yield the page and the files of the index."""
    library = context.library
    found = documents(context)
    names = {topic.id: topic.title for topic in library.topics}
    labels = {
        name: {
            value: {"kind": KINDS, "topic": names}.get(name, {}).get(value, value)
            for value in sorted({value for document in found for value in document.filters.get(name, ())})
        }
        for name in FILTERS
    }
    body = render("search.html", "search", library, labels=json.dumps(labels, ensure_ascii=False), titles=_TITLES)
    yield Page("search", "搜索", body, "搜索条文、违法行为、责任单位、指南和术语")
    for name, content in sorted(build_index(found, library.site.synonyms).items()):
        yield Asset(f"search/{name}", content)


PAGE = PageKind("search", "搜索", generate)
