"""Daily fines (按日连续处罚): what they come to, with the working.

The Code (法典 1060) begins with the day after the order to correct and takes the original fine for each day; it does not say up
to which day.  The rules of the ministry that are older than the Code (环境保护主管部门实施按日连续处罚办法 17, 19) end with the
day of the check that finds the discharge going on, that day included: so it is counted here, and a page must say so.
assets/js/core/daily.js computes the same in the browser; tests/vectors/daily.json holds the two together.
"""

import datetime
from dataclasses import dataclass

from generator.discretion.compute import Working
from generator.legal.money import format_yuan

#: More days than this are a slip of the pen.
MOST_DAYS = 3660


@dataclass(frozen=True, slots=True)
class Daily:
    """What daily fines come to.

    Attributes:
        days: how many are fined.
        first: the first of them.
        total: yuan, beside the original fine.
        steps: the working; the last is the result.
    """

    days: int
    first: datetime.date
    total: int
    steps: tuple[Working, ...]


def daily(fine: int, ordered: datetime.date, checked: datetime.date) -> Daily:
    """What daily fines come to.

    Args:
        fine: yuan of the original fine.
        ordered: the day on which the order to correct was served.
        checked: the day of the check that found it going on; it counts.

    Raises:
        ValueError: no fine, or a check that is not after the order or years after it; the message is Chinese.
    """
    if fine < 1:
        raise ValueError("要填原罚款数额（元，大于零的整数）")
    days = (checked - ordered).days
    if days < 1:
        raise ValueError("复查的日子要在责令改正的日子以后")
    if days > MOST_DAYS:
        raise ValueError("两个日子隔得太久，核对年份")
    first = ordered + datetime.timedelta(days=1)
    total = fine * days
    steps = (
        Working("起算", "责令改正之日的次日", first.isoformat()),
        Working("止算", "复查发现那天，当天计入", checked.isoformat()),
        Working("日数", f"{first.isoformat()} 至 {checked.isoformat()}", f"{days}日"),
        Working("按日连续处罚", f"{format_yuan(fine)} × {days}日", format_yuan(total)),
        Working("连原罚款", f"{format_yuan(fine)} ＋ {format_yuan(total)}", format_yuan(fine + total)),
    )
    return Daily(days, first, total, steps)
