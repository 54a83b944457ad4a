"""An industry (行业): whom obligations and guides address."""

from collections.abc import Mapping
from typing import ClassVar

from generator.kinds._base import Record, Ref, Text
from generator.kinds._kind import Kind, No


class Industry(Record):
    """A trade that a guide can be written for.

    Attributes:
        title: name as shown.
        aliases: what its people call it, for search.
        may: what an enterprise of the trade may do besides, that brings duties of its own.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "行业名称",
        "aliases": "业内的叫法，供搜索",
        "may": "这一行可能有的情形，供店主点选",
    }

    title: Text
    aliases: tuple[Text, ...] = ()
    may: tuple[Ref("circumstance"), ...] = ()  # type: ignore[valid-type]


KIND = Kind(
    "industry",
    "行业",
    "content/industries",
    Industry,
    sourced=False,
    short="行业",
    address="guides/#{id}",
    page="guides",
    search=No("行业的名称在指南和违法行为里能搜到"),
    asked=No("行业不陈述法律"),
    audited=No("行业不陈述法律"),
)
