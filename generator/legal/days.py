"""Days as people write them: one form, and years in which this country's law and those who write it live."""

import datetime
import re

from generator.legal.numerals import INTEGER, parse_number

#: A day of the year as texts have it: 8月15日, 八月十五日; the groups hold month and day.
DAY_OF_YEAR = re.compile(rf"(?<!\d)({INTEGER})月({INTEGER})日")

EARLIEST, LATEST = datetime.date(1900, 1, 1), datetime.date(2100, 12, 31)
_FORM = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")


def is_sensible(day: datetime.date) -> bool:
    """Whether a day lies in the years that anything here can be about."""
    return EARLIEST <= day <= LATEST


def read_day(text: str) -> datetime.date:
    """The day that ``text`` names, written as 2026-08-15.

    Raises:
        ValueError: it is written otherwise (2026-W48-6, 20260815), is no day, or lies outside the years; says so in Chinese.
    """
    if not _FORM.fullmatch(text):
        raise ValueError("应写成 2026-08-15")
    try:
        day = datetime.date.fromisoformat(text)
    except ValueError:
        raise ValueError("没有这一天，应写成 2026-08-15") from None
    if not is_sensible(day):
        raise ValueError(f"应在 {EARLIEST.year} 年到 {LATEST.year} 年之间")
    return day


def day_written(day: datetime.date) -> str:
    """2026年8月15日."""
    return f"{month_written(day)}{day.day}日"


def day_spaced(day: datetime.date) -> str:
    """2026 年 8 月 15 日, as pages set figures among Chinese words."""
    return f"{day.year} 年 {day.month} 月 {day.day} 日"


def month_written(day: datetime.date) -> str:
    """2026年8月."""
    return f"{day.year}年{day.month}月"


def days_of_year(text: str) -> set[tuple[int, int]]:
    """Month and day of every day of the year that a text names; what no number can be read from is none."""
    days = set()
    for month, day in DAY_OF_YEAR.findall(text):
        try:
            days.add((parse_number(month), parse_number(day)))
        except ValueError:
            continue
    return days
