"""Item types, one file each, found by their constant ``TYPE``."""

import difflib
from collections.abc import Iterable, Mapping
from functools import cache
from types import MappingProxyType

from generator.questions.item import Item
from generator.questions.types._balance import Balance
from generator.questions.types._base import Cite, ItemType
from generator.registry import Slot

__all__ = ["Balance", "Cite", "ItemType", "all_types", "answer", "editor_values", "named", "of", "titles", "unknown"]


#: Where item types are added.
ITEM_TYPES = Slot("pufa.item_types", "generator.questions.types", "TYPE", ItemType)


@cache
def _by_id() -> Mapping[str, ItemType]:
    found = ITEM_TYPES.all()
    return MappingProxyType({type.id: type for type in sorted(found, key=lambda type: type.place)})


def all_types() -> tuple[ItemType, ...]:
    """Every item type, in the order in which people list them."""
    return tuple(_by_id().values())


def named(id: str) -> ItemType:
    """The type of an id.  Raises KeyError where there is none."""
    return _by_id()[id]


def of(item: Item) -> ItemType:
    """The type of an item."""
    return _by_id()[item.type]


def titles() -> dict[str, str]:
    """Id of every type and what people call it."""
    return {type.id: type.title for type in all_types()}


def editor_values() -> dict[str, tuple[str, ...]]:
    """Which ids a file may name as a type, for ``library.schemas``: of any type, and of those that people write by hand."""
    return {
        "item-type": tuple(titles()),
        "hand-item-type": tuple(type.id for type in all_types() if type.by_hand),
    }


def unknown(field: str, written: str, known: Iterable[str]) -> tuple[str, str]:
    """Message and hint for a file that names a type that there is none of."""
    names = tuple(known)
    near = difflib.get_close_matches(written, names, n=1)
    hint = f"是不是 {near[0]}？" if near else "从允许的取值里选一个。"
    return f"{field} 的取值“{written}”不在允许之列：{'、'.join(names)}", hint


def answer(item: Item) -> str:
    """The key of an item in a line: ``ABD``, 正确, ``30日；两年``, ``1-C 2-A`` …"""
    return of(item).answer(item)
