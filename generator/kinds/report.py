"""A report (年度报告): what a body reported for a year: figures, problems and measures, retold in own words."""

from typing import Annotated

from pydantic import Field

from generator.kinds._base import Date, Int, Model, Record, Ref, Text, Url
from generator.kinds._kind import Kind, No


class Point(Model):
    """A numbered point: a short title and what it says."""

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

    title: Text
    body: Ref("unit")  # type: ignore[valid-type]
    year: Annotated[Int, Field(ge=1979, le=2100)]
    dated: Date | None = None
    published: Date | None = None
    url: Url | None = None
    summary: Text
    statistics: tuple[Ref("statistic"), ...] = ()  # type: ignore[valid-type]
    documents: tuple[Point, ...] = ()
    problems: tuple[Point, ...] = ()
    measures: tuple[Point, ...] = ()


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
)
