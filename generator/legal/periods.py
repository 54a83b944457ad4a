"""Periods in statutory language: 七日内, 三十个工作日, 五年内, 十日以上十五日以下拘留.

Dates (2026年8月15日, 二〇二六年, 六月五日), ordinals (第三年) and years as names (上一年度) are not periods.
Words that bound a period are brought to one form: 以内 and 之内 are 内, 不超过 is 以下, 不少于 is 以上.
"""

import re
from dataclasses import dataclass
from typing import Literal, TypeAlias, cast, get_args

from generator.legal.numerals import INTEGER, STARTS, TO, parse_number

Unit: TypeAlias = Literal["日", "个月", "年", "小时", "工作日"]
Bound: TypeAlias = Literal["内", "前", "以上", "以下", ""]

UNITS: tuple[Unit, ...] = get_args(Unit)


@dataclass(frozen=True, slots=True)
class Period:
    """A span of time with what the text says of its bound.  天 is 日, 半年 is 6 个月, 工作日 is a unit of its own."""

    amount: int
    unit: Unit
    bound: Bound = ""

    def __str__(self) -> str:
        return format_period(self)


@dataclass(frozen=True, slots=True)
class Mention:
    """A period in a text, ``text[start:end]`` in code points.

    Attributes:
        min: the shortest time allowed; None for 七日内, 二年以下.
        max: the longest; None for 三年以上.  A plain period (三年) is both.
    """

    start: int
    end: int
    min: Period | None
    max: Period | None

    @property
    def periods(self) -> tuple[Period, ...]:
        """The one or two periods that the text names."""
        return tuple(dict.fromkeys(p for p in (self.min, self.max) if p is not None))


_UNIT = r"(?:个?工作日|个月|个?小时|日(?![期常程夜元报光晒])|天(?![然气津地空])|年(?![度代级龄份轮]|规划|计划)|个半月)"
_QUANTITY = rf"(?P<n>{INTEGER}|半)\s*(?P<unit>{_UNIT})"
_BEFORE = r"(?P<word>不得?(?:超过|多于|长于|少于|低于|短于))?"
_AFTER = r"(?P<bound>以上|以下|以内|之内|内|以前|之前|前(?![款条项往述]))?"
_TOKEN = re.compile(rf"{_BEFORE}{STARTS}(?:(?P<low>{INTEGER})\s*{TO}\s*)?{_QUANTITY}{_AFTER}")
_SINGLE = re.compile(rf"{_BEFORE}{_QUANTITY}{_AFTER}")
# What makes the figure a place in the calendar or in a row, not a span.
_NAMED = re.compile(r"(?:[第同某任单哪]|(?<!以)[上下]|[0-9０-９一二三四五六七八九十]月|最后|公元)\s*$")
_BOUNDS: dict[str, Bound] = {
    "以上": "以上", "以下": "以下", "以内": "内", "之内": "内", "内": "内", "以前": "前", "之前": "前", "前": "前",
}  # fmt: skip
_AT_MOST = ("超过", "多于", "长于")
_FIRST_CALENDAR_YEAR = 1000


def find_periods(text: str) -> list[Mention]:
    """Find every period of a statutory text, in order and without overlap.

    Args:
        text: one article or sentence, Chinese or Arabic figures.

    Returns:
        Mentions.  A range in words (六个月以上一年以下, 三至五年) is one mention with both ends.
    """
    mentions: list[Mention] = []
    for match in _TOKEN.finditer(text):
        mention = _mention(text, match)
        if mention is None:
            continue
        last = mentions[-1] if mentions else None
        if last and (joined := _join(text, last, mention)):
            mentions[-1] = joined
        else:
            mentions.append(mention)
    return mentions


def parse_period(text: str) -> Period:
    """Read one period: 七日内, 30个工作日, 不超过三个月.

    Raises:
        ValueError: the text is no period, or holds more than one; the message is Chinese.
    """
    plain = text.strip()
    match = _SINGLE.fullmatch(plain)
    if not match:
        raise ValueError(f"「{plain}」不是期限，应写作「七日内」「30个工作日」「三年以上」")
    return _period(match["n"], match["unit"], _bound(match))


def format_period(period: Period) -> str:
    """Write a period for the screen: 7日内, 30个工作日, 6个月以上."""
    unit = "个工作日" if period.unit == "工作日" else period.unit
    return f"{period.amount}{unit}{period.bound}"


def _period(numeral: str, unit: str, bound: Bound) -> Period:
    if numeral == "半":
        if unit != "年":
            raise ValueError(f"「半{unit}」不是可计的期限")
        return Period(6, "个月", bound)
    if unit == "个半月":
        raise ValueError(f"「{numeral}{unit}」不是整数的期限")
    plain = {"天": "日", "个小时": "小时", "个工作日": "工作日"}.get(unit, unit)
    return Period(parse_number(numeral), cast(Unit, plain), bound)


def _bound(match: re.Match[str]) -> Bound:
    if word := match["word"]:
        return "以下" if word.endswith(_AT_MOST) else "以上"
    return _BOUNDS.get(match["bound"] or "", "")


def _mention(text: str, match: re.Match[str]) -> Mention | None:
    before = text[: match.start("low") if match["low"] else match.start("n")]
    if _NAMED.search(before):
        return None
    try:
        period = _period(match["n"], match["unit"], _bound(match))
        low = parse_number(match["low"]) if match["low"] else None
    except ValueError:
        return None
    if period.unit == "年" and period.amount >= _FIRST_CALENDAR_YEAR:
        return None
    if low is not None:
        return Mention(match.start(), match.end(), Period(low, period.unit), period)
    return Mention(
        match.start(),
        match.end(),
        None if period.bound in ("内", "以下") else period,
        None if period.bound == "以上" else period,
    )


def _join(text: str, first: Mention, second: Mention) -> Mention | None:
    """Join 十日以上 and 十五日以下, or 三个月 and 一年 with 至 between them."""
    gap = text[first.end : second.start]
    opens = first.max is None and first.min is not None and first.min.bound == "以上"
    closes = second.min is None and second.max is not None
    if opens and closes and re.fullmatch(rf"[、，]?{TO}?", gap):
        return Mention(first.start, second.end, first.min, second.max)
    plain = first.min is not None and first.min == first.max and not first.min.bound
    if plain and second.max is not None and re.fullmatch(TO, gap):
        return Mention(first.start, second.end, first.min, second.max)
    return None
