"""Ids of records that a list adds: words of their own in pinyin, never one that is taken."""

from collections.abc import Collection

from generator.lists.layout import Data, Layout, listed
from generator.reading.pinyin import slug

_WORDS = 8
_LONGEST = 60  # characters of what a name gives


def fresh_id(layout: Layout, data: Data, taken: Collection[str]) -> str:
    """The unit's id, where the list is one of units, and the first words of what names the record."""
    name = next((str(text) for field in reversed(layout.keys) for text in listed(data, field) if text), "")
    made = slug(name[:_WORDS], _LONGEST) or layout.id
    unit = str(data.get(layout.unit) or "") if layout.unit else ""
    stem = f"{unit}-{made}" if unit else made
    number, found = 1, stem
    while found in taken:
        number += 1
        found = f"{stem}-{number}"
    return found
