"""How often a duty returns, read from the words of its days: 每年3月15日前, 自季度终了之日起十五日内, 每年一次; and in which months.

A rhythm has a day where the words name one; 每年 and 定期 alone name none, and whoever reminds of them says so.
"""

import calendar
import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.legal.numerals import parse_number

_N = r"([0-9０-９]{1,2}|[一二三四五六七八九十两]{1,3})"
_BY = r"(?:以前|之前|前|以内|内|止)"
#: Month and day of a reminder that has no day of its own.
_ANCHOR = (1, 10)
_MONTHS, _LONGEST = 12, 31


@dataclass(frozen=True, slots=True)
class Rhythm:
    """A day that returns.

    Attributes:
        months: how many lie between two such days.
        month: one of the months it falls in, 1 to 12.
        day: of the month; where the month is shorter, its last.
        fixed: the words name the day; else it is a reminder's own.
    """

    months: int
    month: int
    day: int
    fixed: bool

    def first(self, since: datetime.date) -> datetime.date:
        """The first such day that is not before ``since``."""
        place = since.year * _MONTHS + since.month - 1
        place += (self.month - 1 - place) % min(self.months, _MONTHS)
        while (found := self._in(place)) < since:
            place += min(self.months, _MONTHS)
        return found

    def _in(self, place: int) -> datetime.date:
        year, month = place // _MONTHS, place % _MONTHS + 1
        return datetime.date(year, month, min(self.day, calendar.monthrange(year, month)[1]))

    @property
    def rule(self) -> str:
        """The same as a rule of iCalendar (RFC 5545): FREQ=MONTHLY;INTERVAL=3."""
        yearly, rest = divmod(self.months, _MONTHS)
        freq, times = ("YEARLY", yearly) if not rest else ("MONTHLY", self.months)
        return f"FREQ={freq}" + (f";INTERVAL={times}" if times > 1 else "")


def read_rhythm(text: str) -> Rhythm | None:
    """The rhythm that the words name, those with a day before those without; None where they name none."""
    for pattern, made in _FIXED:
        for match in pattern.finditer(text):
            found = made(*map(parse_number, match.groups()))
            if 1 <= found.month <= _MONTHS and 1 <= found.day <= _LONGEST:
                return found
    for pattern, months in _LOOSE:
        said = pattern.search(text)
        if said:
            count = months or parse_number(said[1]) * _MONTHS
            return reminded(count) if count else None
    return None


def reminded(months: int) -> Rhythm:
    """The rhythm of what returns after so many months on no day in particular."""
    return Rhythm(months, *_ANCHOR, fixed=False)


def months_in(text: str) -> tuple[int, ...]:
    """The months that words speak of, in order: 每年6月5日前后 is (6,), 六月至八月 is (6, 7, 8), 每季度 is (3, 6, 9, 12); none for 全年."""
    found: set[int] = set()
    for match in _MONTH.finditer(text):
        low, high = parse_number(match[1] or match[3]), parse_number(match[2] or match[3])
        found.update(month for month in range(low, high + 1) if 1 <= month <= _MONTHS)
    for words, months in _SEASONS:
        if words.search(text):
            found.update(months)
    return tuple(sorted(found))


def years_in(text: str) -> tuple[int, ...]:
    """The years that words name: 2019年12月 is (2019,)."""
    return tuple(int(year) for year in re.findall(r"(?<!\d)((?:19|20)\d{2})年", text))


_MONTH = re.compile(f"{_N}月?份?(?:至|到|—|-|～){_N}月|(?<![0-9一二三四五六七八九十]){_N}月")
#: Words for several months → those months, or the last of each part of the year.
_SEASONS: tuple[tuple[re.Pattern[str], tuple[int, ...]], ...] = (
    (re.compile(r"每个?月|按月"), tuple(range(1, 13))),
    (re.compile(r"每个?季度?|按季"), (3, 6, 9, 12)),
    (re.compile(r"每半年|上、?下半年"), (6, 12)),
    (re.compile(r"上半年"), (6,)),
    (re.compile(r"下半年|年底|年末"), (12,)),
    (re.compile(r"第一季度"), (3,)),
    (re.compile(r"第二季度"), (6,)),
    (re.compile(r"第三季度"), (9,)),
    (re.compile(r"第四季度"), (12,)),
)
_Made = Callable[..., Rhythm]
_FIXED: tuple[tuple[re.Pattern[str], _Made], ...] = (
    (re.compile(f"每年(?:的)?{_N}月{_N}日{_BY}"), lambda month, day: Rhythm(12, month, day, True)),
    (re.compile(f"每年(?:的)?{_N}月底{_BY}"), lambda month: Rhythm(12, month, 31, True)),
    (re.compile(f"每个?月(?:的)?{_N}日{_BY}"), lambda day: Rhythm(1, 1, day, True)),
    (re.compile(f"季度(?:终了|结束)(?:之日起|后的?){_N}日{_BY}"), lambda day: Rhythm(3, 1, day, True)),
    (re.compile(f"月份?(?:终了|结束)(?:之日起|后的?){_N}日{_BY}"), lambda day: Rhythm(1, 1, day, True)),
    (re.compile(f"年度?(?:终了|结束)(?:之日起|后的?){_N}日{_BY}"), lambda day: Rhythm(12, 1, day, True)),
    (re.compile(f"年度?(?:终了|结束)(?:之日起|后的?){_N}个月{_BY}"), lambda month: Rhythm(12, month, 31, True)),
)
_LOOSE: tuple[tuple[re.Pattern[str], int], ...] = (
    (re.compile(r"每半年|每六个月"), 6),
    (re.compile(r"每个?季度?|按季"), 3),
    (re.compile(r"每个?月|按月"), 1),
    (re.compile(f"每{_N}年"), 0),
    (re.compile(r"每年|年度|按年|逐年|每一年"), 12),
)
