"""The year's plan of teaching the law, unit by month, what was held, and the log."""

from collections.abc import Iterator

from generator.kinds.held_activity import HeldActivity
from generator.kinds.unit import Unit
from generator.library.plan import STATES, Planned, held_in, plan
from generator.lists.year import plan_workbook
from generator.site.context import Context
from generator.site.page import Asset, Page, PageKind
from generator.site.templates import render

SECTION = "普法责任"
MONTHS = tuple(range(1, 13))


def generate(context: Context) -> Iterator[Page | Asset]:
    """Yield the page and its workbook; nothing where nobody has a duty to teach."""
    library = context.library
    year = library.as_of.year
    lines = plan(library, year)
    if not lines:
        return
    log = library.of("held-activity", HeldActivity)
    body = render(
        "plan.html",
        "plan",
        library,
        year=year,
        months=MONTHS,
        columns=(*MONTHS, 0),
        states=STATES,
        lines=sorted(lines, key=lambda line: line.state != "overdue"),
        units=_units(lines),
        log=sorted(log, key=lambda one: one.held_on, reverse=True),
        held=held_in(library, year),
    )
    yield Page("plan", "普法计划", body, f"{year}年各单位每个月要办哪些普法活动，办了哪些，哪些逾期", SECTION)
    yield Asset(f"plan/plan-{year}.xlsx", plan_workbook(library, year))


def _units(lines: tuple[Planned, ...]) -> list[tuple[Unit, dict[int, list[Planned]]]]:
    """Each unit with its lines by month; those of any time of the year under nought."""
    found: dict[str, tuple[Unit, dict[int, list[Planned]]]] = {}
    for line in lines:
        _, by_month = found.setdefault(line.unit.id, (line.unit, {}))
        for month in line.months or (0,):
            by_month.setdefault(month, []).append(line)
    return list(found.values())


PAGE = PageKind("plan", "普法计划", generate)
