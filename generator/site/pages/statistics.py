"""Yearly data: charts drawn while building, a table below each, and the reports they come from."""

from collections.abc import Iterator
from itertools import groupby

from generator.kinds.report import Report
from generator.kinds.statistic import Statistic
from generator.site.charts import change, chart
from generator.site.context import Context
from generator.site.page import Page, PageKind
from generator.site.templates import render

SECTION = "年度数据"


def generate(context: Context) -> Iterator[Page]:
    """Yield the page of all figures and one per report."""
    library = context.library
    figures = library.of("statistic", Statistic)
    reports = library.of("report", Report)
    ordered = sorted(figures, key=lambda s: s.group)
    groups = [
        (name, [(metric, series, chart(metric, series), change(series)) for metric, series in _series(list(group))])
        for name, group in groupby(ordered, key=lambda s: s.group)
    ]
    body = render(
        "statistics.html",
        "statistics",
        library,
        groups=groups,
        reports=reports,
    )
    yield Page("statistics", "年度数据", body, "执法、督察与普法的年度数字，逐项说明口径和来源", SECTION)
    for report in reports:
        path = f"reports/{report.id}"
        named = [s for id in report.statistics if isinstance(s := library.get("statistic", id), Statistic)]
        body = render("report.html", path, library, report=report, figures=_series(named))
        yield Page(path, report.title, body, report.summary, SECTION)


def _series(group: list[Statistic]) -> list[tuple[str, list[Statistic]]]:
    """Figures of one group by metric, each in order of period."""
    names = list(dict.fromkeys(statistic.metric for statistic in group))
    return [(name, sorted((s for s in group if s.metric == name), key=lambda s: s.period)) for name in names]


PAGE = PageKind("statistics", "年度数据", generate)
