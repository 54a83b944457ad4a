"""看成绩: the page on which answers are marked in the browser, and the words by which it knows tables of answers."""

import json
from collections.abc import Iterator

from generator.site.context import Context
from generator.site.page import Asset, Page, PageKind
from generator.site.results_words import results_words
from generator.site.templates import render

_PATH = "results"


def generate(context: Context) -> Iterator[Page | Asset]:
    """Yield the page and its words."""
    library = context.library
    body = render("results.html", _PATH, library)
    yield Page(_PATH, "看成绩", body, "把答卷放进来，看分数和成绩分析；只在这个浏览器里读，不上传", "练习与考试")
    words = {**results_words(), "topics": {topic.id: topic.title for topic in library.topics}}
    yield Asset(f"{_PATH}/words.json", json.dumps(words, ensure_ascii=False, separators=(",", ":")).encode() + b"\n")


PAGE = PageKind("results", "看成绩", generate)
