"""Discretion benchmarks: the list, and the table of each."""

from collections.abc import Iterator

from generator.kinds.benchmark import Benchmark
from generator.site.context import Context
from generator.site.page import Page, PageKind, sources_of
from generator.site.templates import render

SECTION = "违法行为"


def generate(context: Context) -> Iterator[Page]:
    """Yield the list and one page per record."""
    library = context.library
    records = library.of("benchmark", Benchmark)
    body = render(
        "cards.html",
        "benchmarks",
        library,
        title="裁量基准",
        lead="在法定幅度内，罚多少怎么定：因素、权重和分档。",
        kind="benchmark",
        records=records,
    )
    yield Page("benchmarks", "裁量基准", body, "在法定幅度内，罚多少怎么定：因素、权重和分档。", SECTION)
    for record in records:
        path = f"benchmarks/{record.id}"
        files = list(sources_of([record.at]))
        yield Page(
            path,
            record.title,
            render("benchmarks.html", path, library, record=record, files=files),
            record.title,
            SECTION,
        )


PAGE = PageKind("benchmarks", "裁量基准", generate)
