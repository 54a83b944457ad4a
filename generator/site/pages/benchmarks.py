"""Discretion benchmarks: the list, and of each its table, worked examples and a calculator."""

from generator.discretion.compute import weight_words
from generator.kinds.benchmark import Benchmark
from generator.kinds.conduct import Conduct
from generator.library.paths import text_of
from generator.site.calculators import ranges_of, table_json
from generator.site.context import Context
from generator.site.listing import Listing, page_each
from generator.site.workings import workings


def _more(context: Context, record: Benchmark) -> dict[str, object]:
    return {
        "workings": workings(record),
        "share": record.rate or record.multiple,
        "percent": weight_words(record),
        "table": table_json(record),
        "ranges": ranges_of(context.library, record),
    }


def _topic(context: Context, record: Benchmark) -> str:
    """The topic of the conduct that the table is for."""
    conduct = context.library.get("conduct", record.conduct)
    topic = context.library.get("topic", conduct.topics[0]) if isinstance(conduct, Conduct) else None
    return topic.label if topic else ""


PAGE = page_each(
    Listing(
        kind="benchmark",
        path="benchmarks",
        title="裁量基准",
        section="违法行为",
        description="在法定幅度内，罚多少怎么定：因素、权重和分档，附算例，可以试算。",
        template="benchmarks.html",
        taken="裁量基准",
        blurb=lambda library, table: text_of(library, table, "conduct.label"),
        more=_more,
        group=_topic,
    )
)
