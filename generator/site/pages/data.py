"""Data published with the site: the question bank as JSON, and its JSON Schema."""

from collections.abc import Iterator

from generator.library.schemas import schema_text
from generator.questions.serial import bank_json, bank_schema
from generator.site.context import Context
from generator.site.page import Asset, PageKind
from generator.site.urls import BANK, BANK_SCHEMA


def generate(context: Context) -> Iterator[Asset]:
    """Yield the bank and its schema."""
    yield Asset(BANK, bank_json(context.library, context.bank).encode("utf-8"))
    yield Asset(BANK_SCHEMA, schema_text(bank_schema()).encode("utf-8"))


PAGE = PageKind("data", "数据格式", generate)
