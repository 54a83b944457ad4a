"""Calendars, read back by a parser."""

import datetime

from icalendar import Calendar

from generator.exports.ical import Day, ics_of

DAY = datetime.date(2026, 11, 28)
TITLE = "缴款，最迟；今天, 快;\\"


def test_a_parser_takes_days_as_they_are() -> None:
    day = Day("duty/a", datetime.date(2026, 12, 31), TITLE, "一\n二" + "很长的说明" * 30, "FREQ=MONTHLY;INTERVAL=3", 7)
    whole = ics_of([day], DAY, "餐饮")
    assert all(len(line) <= 75 for line in whole.split(b"\r\n"))
    read = Calendar.from_ical(whole)
    (event,) = read.walk("VEVENT")
    assert str(read["X-WR-CALNAME"]) == "餐饮"
    assert str(event["UID"]) == "duty/a@pufa"
    assert event["DTSTART"].dt == datetime.date(2026, 12, 31)
    assert event["DTEND"].dt == datetime.date(2027, 1, 1)
    assert str(event["SUMMARY"]) == TITLE
    assert str(event["DESCRIPTION"]) == "一\n二" + "很长的说明" * 30
    assert event["RRULE"].to_ical() == b"FREQ=MONTHLY;INTERVAL=3"
    (alarm,) = event.walk("VALARM")
    assert alarm["TRIGGER"].dt == datetime.timedelta(days=-7)
    assert event.errors == []


def test_a_later_file_renews_the_days_of_an_earlier() -> None:
    day = Day("duty/a", DAY, "甲", "乙")
    first, then = (
        Calendar.from_ical(ics_of([day], DAY + datetime.timedelta(days=n))).walk("VEVENT")[0] for n in (0, 30)
    )
    assert first["UID"] == then["UID"]
    assert int(first["SEQUENCE"]) < int(then["SEQUENCE"])
    assert first["DTSTAMP"].dt < then["DTSTAMP"].dt
