"""Calendars (RFC 5545) by icalendar: whole days with an alarm.  assets/js/core/ics.js writes the same, held by a test.

The UID of a day is its id, and SEQUENCE rises with the day of the law, so that whoever imports a later file has the old days
renewed and none twice.
"""

import datetime
from collections.abc import Iterable
from dataclasses import dataclass

from icalendar import Alarm, Calendar, Event, vRecur, vText

from generator.exports.fragments import visible

_EPOCH = datetime.date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Day:
    """A day of a calendar.

    Attributes:
        id: stable; of one id only the latest stands in a calendar.
        day: the first time.
        title, text: what is shown.
        rule: how it returns, as RFC 5545 writes it; empty where it does not.
        alarm: days between the alarm and the day.
    """

    id: str
    day: datetime.date
    title: str
    text: str
    rule: str = ""
    alarm: int = 2


def ics_of(days: Iterable[Day], stamp: datetime.date, name: str = "") -> bytes:
    """The days as a calendar file.

    Args:
        days: in order.
        stamp: the day that the file is of.
        name: what the calendar is called.
    """
    whole = Calendar()
    whole.add("version", "2.0")
    whole.add("prodid", "-//pufa//deadlines//ZH")
    whole.add("calscale", "GREGORIAN")
    if name:
        whole.add("x-wr-calname", vText(visible(name)))
    for day in days:
        whole.add_component(_event(day, stamp))
    return bytes(whole.to_ical(sorted=False))


def _event(day: Day, stamp: datetime.date) -> Event:
    event, alarm, title = Event(), Alarm(), visible(day.title)
    event.add("uid", f"{day.id}@pufa")
    event.add("dtstamp", datetime.datetime.combine(stamp, datetime.time(), datetime.UTC))
    event.add("sequence", (stamp - _EPOCH).days)
    event.add("dtstart", day.day)
    event.add("dtend", day.day + datetime.timedelta(days=1))
    if day.rule:
        event.add("rrule", vRecur.from_ical(day.rule))
    event.add("summary", title)
    event.add("description", visible(day.text))
    event.add("transp", "TRANSPARENT")
    alarm.add("action", "DISPLAY")
    alarm.add("description", f"还有{'两' if day.alarm == 2 else f' {day.alarm} '}天，{title}")
    alarm.add("trigger", datetime.timedelta(days=-day.alarm))
    event.add_component(alarm)
    return event
