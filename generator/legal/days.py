"""Days as people write them: one form, and years in which this country's law and those who write it live."""

import datetime
import re

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
