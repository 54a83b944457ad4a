"""Mock exams: the published papers, and the machine-readable key beside each."""

import json
from collections.abc import Iterator

from generator.exports.formats.json import FORMAT as JSON
from generator.site.context import Context
from generator.site.page import Asset, Page, PageKind, sources_of
from generator.site.templates import render

SECTION = "练习与考试"


def generate(context: Context) -> Iterator[Page | Asset]:
    """Yield a page per published paper, and its key as JSON."""
    library = context.library
    names = {topic.id: topic.title for topic in library.topics}
    for paper in context.papers:
        path = f"exams/{paper.blueprint.id}"
        body = render(
            "exam.html",
            path,
            library,
            paper=paper,
            labels=json.dumps(names, ensure_ascii=False),
            files=list(sources_of([paper.blueprint.at])),
        )
        yield Page(path, paper.blueprint.title, body, f"{paper.blueprint.title}：模拟考试，答完即出成绩与解析", SECTION)
        for name, content in JSON.export(library, paper).items():
            yield Asset(f"{path}/{name}", content)


PAGE = PageKind("exams", "模拟考试", generate)
