"""A statistic (年度数据): one figure of one period, with what it counts."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from generator.kinds._base import Bool, Number, Record, Ref, Text
from generator.kinds._kind import Kind, No


class Statistic(Record):
    """A figure.

    Attributes:
        metric: what is counted; the same words for every period, so that periods can be compared.
        counts: what exactly the figure counts, and what it leaves out.
        period: a year, or a span such as 2016–2019.
        value, unit: the figure and its unit.
        approx: the source says about.
        body: unit whose figure it is.
        group: figures shown together.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "metric": "统计什么；各期用同样的词才能比较",
        "counts": "究竟数了什么，没数什么",
        "period": "年份，或 2016–2019 这样的期间",
        "value": "数值",
        "unit": "计量单位",
        "approx": "来源写的是约数",
        "body": "哪个单位的数据",
        "group": "与哪些数据一起显示",
    }

    metric: Text
    counts: Text | None = None
    period: Annotated[str, Field(pattern=r"^(19|20)[0-9]{2}([–-](19|20)[0-9]{2})?$")]
    value: Number
    unit: Text
    approx: Bool = False
    body: Ref("unit") | None = None  # type: ignore[valid-type]
    group: Text

    @property
    def title(self) -> str:
        """Metric and period."""
        return f"{self.metric}（{self.period}）"


KIND = Kind(
    "statistic",
    "年度数据",
    "content/statistics",
    Statistic,
    short="数据",
    address="statistics/#{id}",
    page="statistics",
    search=No("从年度数据进入"),
    asked=No("数据不陈述法律"),
    audited=No("数据不陈述法律"),
    own=True,
)
