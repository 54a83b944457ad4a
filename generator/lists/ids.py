"""Ids of records that a list adds: words of their own in pinyin, never one that is taken."""

from collections.abc import Collection

from generator.importing.law import slug
from generator.lists.layout import Data, Layout, listed

_WORDS = 8


def fresh_id(layout: Layout, data: Data, taken: Collection[str]) -> str:
    """The unit's id, where the list is one of units, and the first words of what names the record."""
    name = next((str(text) for field in reversed(layout.keys) for text in listed(data, field) if text), layout.id)
    made = slug(name[:_WORDS])
    unit = str(data.get(layout.unit) or "") if layout.unit else ""
    stem = f"{unit}-{made}" if unit else made
    number, found = 1, stem
    while found in taken:
        number += 1
        found = f"{stem}-{number}"
    return found
