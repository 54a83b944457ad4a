"""A circumstance (经营情形): what an owner knows of the enterprise, so that duties can be sorted by it."""

from collections.abc import Mapping
from typing import ClassVar, Literal, TypeAlias, get_args

from generator.kinds._base import Record, Text
from generator.kinds._kind import Kind, No

Sort: TypeAlias = Literal["做什么", "许可", "规模", "在哪里", "名单"]
SORTS: tuple[Sort, ...] = get_args(Sort)


class Circumstance(Record):
    """One thing to choose at the door of the guides.

    Attributes:
        title: in the owner's words, short enough for a button.
        sort: among what it is chosen; of a duty's circumstances one of each sort must be so.
        hint: what it looks like, by examples.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "店主自己的说法，几个字",
        "sort": "属于哪一类：做什么、许可、规模、在哪里、名单",
        "hint": "举几样，店主一看就知道是不是",
    }

    title: Text
    sort: Sort
    hint: Text | None = None


KIND = Kind(
    "circumstance",
    "经营情形",
    "content/circumstances",
    Circumstance,
    sourced=False,
    short="情形",
    address="guides/#circumstance-{id}",
    page="guides",
    search=No("情形在指南里点选，不单独搜"),
    asked=No("情形不陈述法律"),
    audited=No("情形不陈述法律"),
)
