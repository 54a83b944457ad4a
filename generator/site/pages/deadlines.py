"""Time limits: enter the day on which something happened, and see until when what can be done; counted as the law counts."""

import json
from collections.abc import Iterator
from dataclasses import dataclass

from generator.kinds.occasion import Occasion
from generator.kinds.procedure import Limit, Procedure
from generator.legal.deadlines import Calendar, national
from generator.legal.periods import parse_period
from generator.library import Library
from generator.site.context import Context
from generator.site.page import Page, PageKind
from generator.site.templates import render


@dataclass(frozen=True, slots=True)
class Run:
    """A period that runs from an occasion, and the procedure that it stands in."""

    procedure: Procedure
    limit: Limit

    @property
    def data(self) -> str:
        """What the browser counts by, as JSON."""
        period = parse_period(self.limit.period)
        working = self.limit.in_working_days
        return json.dumps(
            {"amount": period.amount, "unit": period.unit, "working": working, "moves": bool(self.limit.moved)},
            ensure_ascii=False,
        )


def generate(context: Context) -> Iterator[Page]:
    """Yield the page."""
    library = context.library
    occasions = library.of("occasion", Occasion)
    body = render(
        "deadlines.html",
        "deadlines",
        library,
        groups=[(one, runs_of(library, one)) for one in occasions],
        calendar=calendar_data(national()),
        years=(national().first, national().last),
    )
    yield Page("deadlines", "算期限", body, "填上收到文书的日子，算出听证、缴款、复议、起诉最迟哪一天", "企业指南")


def runs_of(library: Library, occasion: Occasion) -> list[Run]:
    """The periods that run from an occasion, in the order of the content."""
    procedures = library.of("procedure", Procedure)
    return [Run(one, limit) for one in procedures for limit in one.limits if limit.since == occasion.id]


def calendar_data(known: Calendar) -> str:
    """The calendar as JSON, for core/deadlines.js."""
    return json.dumps(
        {
            "first": known.first,
            "last": known.last,
            "holidays": sorted(day.isoformat() for day in known.holidays),
            "workdays": sorted(day.isoformat() for day in known.workdays),
        }
    )


PAGE = PageKind("deadlines", "算期限", generate)
