"""Data published with the site: the JSON Schema of the question bank's export."""

from collections.abc import Iterator

from generator.library.schemas import schema_text
from generator.questions.serial import bank_schema
from generator.site.context import Context
from generator.site.page import Asset, PageKind


def generate(context: Context) -> Iterator[Asset]:
    """Yield the schema; it does not depend on the content."""
    yield Asset("data/bank.schema.json", schema_text(bank_schema()).encode("utf-8"))


PAGE = PageKind("data", "数据格式", generate)
