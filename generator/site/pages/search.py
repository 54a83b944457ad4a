"""The search page, and the static index that it and the search field read."""

import json
from collections.abc import Callable, Iterator, Mapping
from typing import get_args

from generator.kinds.article import Article
from generator.kinds.regulation import Rank
from generator.legal.numerals import format_number
from generator.library import Library
from generator.search.documents import FILTERS
from generator.search.index import build_index
from generator.search.initials import initials
from generator.site.context import Context
from generator.site.documents import documents, found_kinds
from generator.site.page import Asset, Page, PageKind
from generator.site.templates import render

_TITLES = {"kind": "类别", "topic": "专题", "rank": "位阶", "status": "状态", "audience": "对象", "sample": "标识"}


def generate(context: Context) -> Iterator[Page | Asset]:
    """Yield the page and the files of the index."""
    library = context.library
    found = documents(context)
    kinds = {kind.name: search.label for kind, search in found_kinds()}
    names = {topic.id: topic.title for topic in library.topics}
    labels = {
        name: {
            value: {"kind": kinds, "topic": names}.get(name, {}).get(value, value)
            for value in sorted(
                {v for document in found for v in document.filters.get(name, ())}, key=_place(name, kinds, names)
            )
        }
        for name in FILTERS
    }
    body = render(
        "search.html",
        "search",
        library,
        labels=json.dumps(labels, ensure_ascii=False),
        titles=_TITLES,
        advice=json.dumps(_advice(library), ensure_ascii=False),
    )
    yield Page("search", "搜索", body, "搜索条文、违法行为、责任单位、指南和术语")
    site = library.site
    for name, content in sorted(build_index(found, site.synonyms, kinds, site.unasked).items()):
        yield Asset(f"search/{name}", content)


def _advice(library: Library) -> list[str]:
    """How to search, with examples of the project's own: what the home page offers, one of its articles."""
    words = [word for word in library.site.tries if not any(mark.isdigit() for mark in word)]
    said = f"，例如{''.join(f'“{word}”' for word in words[:2])}" if words else ""
    lines = [f"用日常的话也可以{said}。", "只留下关键的两三个字。"]
    article = next(iter(library.of("article", Article)), None)
    if article is not None:
        law = library.regulation(article.regulation)
        name = min((law.name, *law.aliases), key=len)
        formal = f"第{format_number(article.number)}条"
        lines.append(f"找条文可以写“{name}{article.number}”或“{name}{formal}”。")
    letters = f"，例如 {''.join(initials(words[0]))}" if words else ""
    return [*lines, f"也可以用拼音首字母{letters}。"]


def _place(name: str, kinds: Mapping[str, str], topics: Mapping[str, str]) -> Callable[[str], tuple[int, str]]:
    """The order in which a filter's values stand: topics and kinds as elsewhere on the site, the highest rank of law first."""
    order = {"kind": list(kinds), "topic": list(topics), "rank": list(get_args(Rank))}.get(name, [])
    return lambda value: (order.index(value) if value in order else len(order), value)


PAGE = PageKind("search", "搜索", generate)
