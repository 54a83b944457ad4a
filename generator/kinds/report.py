"""A report (年度报告): what a body reported for a year: figures, problems and measures, retold in own words."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from generator.kinds._base import Date, Int, Model, Record, Ref, Text, Url
from generator.kinds._kind import Kind, No


class Entry(Model):
    """A numbered point: a short title and what it says."""

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "标题",
        "text": "内容",
        "regulations": "涉及的法规",
    }

    title: Text
    text: Text
    regulations: tuple[Ref("regulation"), ...] = ()  # type: ignore[valid-type]


class Report(Record):
    """A yearly report.

    Attributes:
        title: name as shown.
        body: who reported.
        year: the year reported on.
        dated: the day it bears; ``published`` the day it appeared.
        statistics: figures it gives.
        documents: lists and rules it names, with date and status.
        problems, measures: as it numbers them.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "报告名称",
        "body": "哪个单位的报告",
        "year": "报告的年份",
        "dated": "落款日期",
        "published": "公布日期",
        "url": "网址",
        "summary": "一两句话的概要",
        "statistics": "报告给出的数据",
        "documents": "报告提到的清单和制度",
        "problems": "存在的问题，照报告编号",
        "measures": "打算采取的措施，照报告编号",
    }

    title: Text
    body: Ref("unit")  # type: ignore[valid-type]
    year: Annotated[Int, Field(ge=1979, le=2100)]
    dated: Date | None = None
    published: Date | None = None
    url: Url | None = None
    summary: Text
    statistics: tuple[Ref("statistic"), ...] = ()  # type: ignore[valid-type]
    documents: tuple[Entry, ...] = ()
    problems: tuple[Entry, ...] = ()
    measures: tuple[Entry, ...] = ()


KIND = Kind(
    "report",
    "年度报告",
    "content/reports",
    Report,
    short="报告",
    address="reports/{id}/",
    page="statistics",
    search=No("从年度数据进入"),
    asked=No("报告不陈述法律"),
    audited=No("报告不陈述法律"),
    own=True,
)
