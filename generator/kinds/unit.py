"""A unit (责任单位): a body that answers for environmental protection, and the names under which statutes speak of it."""

from collections.abc import Mapping
from typing import ClassVar

from generator.kinds._base import Record, Ref, Text
from generator.kinds._kind import STAFF, Kind, No, Search


class Unit(Record):
    """A body of the responsibility list.

    Attributes:
        name: name as shown.
        unit_class: class in the responsibility list.
        parent: unit above it.
        acts_as: names of authorities in statutes that mean this unit here (生态环境主管部门 …); what it enforces follows.
        aliases: other names, for search.
        contact: how the public reaches it.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "name": "单位名称",
        "unit_class": "在责任清单里的类别",
        "parent": "上级单位",
        "acts_as": "法条里指它的机关名称；它查处什么由此得出",
        "aliases": "别的叫法，供搜索",
        "contact": "公众怎样联系",
    }

    name: Text
    unit_class: Text
    parent: Ref("unit") | None = None  # type: ignore[valid-type]
    acts_as: tuple[Text, ...] = ()
    aliases: tuple[Text, ...] = ()
    contact: Text | None = None

    @property
    def powers(self) -> str:
        """The authorities that it is; else what class of body."""
        return "、".join(self.acts_as) or self.unit_class


KIND = Kind(
    "unit",
    "责任单位",
    "content/units",
    Unit,
    short="单位",
    address="units/{id}/",
    page="responsibilities",
    search=Search(label="责任单位", order=6, audience=(STAFF,), digest="powers", aliases=("aliases",)),
    asked=No("单位通过职责来问"),
    audited=No("单位不陈述法律"),
    own=True,
)
