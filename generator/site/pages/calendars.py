"""The days of each trade as a calendar file, to be taken from its guide."""

from collections.abc import Iterator

from generator.exports.ical import ics_of
from generator.kinds.industry import Industry
from generator.site.context import Context
from generator.site.page import Asset, PageKind
from generator.site.reminders import days_of, reminders


def generate(context: Context) -> Iterator[Asset]:
    """Yield a file for each trade, the same as that of ``pufa calendar``."""
    library = context.library
    for industry in library.of("industry", Industry):
        days = days_of(reminders(library, industry), library.as_of)
        yield Asset(f"calendars/{industry.id}.ics", ics_of(days, library.as_of, industry.title))


PAGE = PageKind("calendars", "日历", generate)
