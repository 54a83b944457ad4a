"""A topic (专题): what regulations, conduct, items and searches are grouped by."""

from collections.abc import Mapping
from typing import ClassVar

from generator.kinds._base import Bool, Int, Record, Text
from generator.kinds._kind import Kind, No


class Topic(Record):
    """A subject of the field's law, such as 排污许可 or 食品安全.

    Attributes:
        title: name as shown.
        order: place in lists; smaller first.
        summary: one sentence on what it covers.
        general: every body applies its law in its own field (procedure, liability), so that it tells no body or law from
            another.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "专题名称",
        "order": "在列表里的先后，小的在前",
        "summary": "一句话说明包括什么",
        "general": "各机关在自己的领域都适用（执法程序、法律责任等），区别不出机关和法律",
    }

    title: Text
    order: Int = 100
    summary: Text | None = None
    general: Bool = False


KIND = Kind(
    "topic",
    "专题",
    "content/topics",
    Topic,
    sourced=False,
    short="专题",
    address="practice/{id}/",
    page="practice",
    search=No("专题是搜索的筛选项"),
    asked=No("专题不陈述法律"),
    audited=No("专题不陈述法律"),
)
