"""Figures of running text as items show them, in Arabic, and where they stand.

Records keep the numerals of statutes (六十日, 二十万至一百万元, 百分之三); items say 60日, 20万元至100万元, 3%.
"""

import re
from collections.abc import Callable
from dataclasses import dataclass

from generator.legal.money import format_yuan
from generator.legal.numerals import CHINESE, TO, format_decimal, lift, parse_decimal, parse_number

#: What a numeral counts; 一般, 一级, 第三人 and the like are left as they are.
_MEASURE = (
    r"(?:元|倍|日(?![期常程夜元报])|天(?![然气])|个?工作日|个?小时|个月|年(?![度代级份])|周岁"
    r"|人(?![员民口类为身工士])|度(?=以上|以下)|点(?=[到至前后，。、；停]))"
)
_NUMERAL = rf"(?<![{CHINESE}0-9第同某任几数])(?<![上下](?=一))[{CHINESE}]+"
_PERCENT = re.compile(rf"百分之([{CHINESE}]+)")
_PAIR = re.compile(rf"({_NUMERAL})(元?)({TO})([{CHINESE}]+)({_MEASURE})")
_ONE = re.compile(rf"({_NUMERAL})({_MEASURE})")
_QUANTITY = re.compile(
    r"(?:\d+年)?\d+月\d+日|\d+(?:\.\d+)?[万亿]?(?:元|倍|日|天|个?工作日|个?小时|个月|年(?![度代级份月]|\d)|周岁|人(?![员民口])|度|点|%)"
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """A figure with its measure, ``text[start:end]`` of an Arabic text: 60日, 20万元, 3%, 12月4日."""

    start: int
    end: int
    text: str

    @property
    def unit(self) -> str:
        """What is counted: 元, 日, 年, 个月, %, 倍 …; 月日 for a day of the calendar."""
        return "月日" if "月" in self.text and "日" in self.text else re.sub(r"^[\d.]+[万亿]?", "", self.text)


def arabic(text: str) -> str:
    """The text with the numerals that count something in Arabic figures: 五日至十日 is 5日至10日, 两人 is 2人.

    A pair that names its unit once names it twice (二十万至一百万元 is 20万元至100万元), so that either figure stands alone.
    Numerals that are malformed stay.
    """
    text = _PERCENT.sub(_or_as_it_was(lambda m: f"{format_decimal(parse_decimal(m[1]))}%"), text)
    text = _PAIR.sub(_or_as_it_was(_pair), text)
    return _ONE.sub(_or_as_it_was(lambda m: _counted(m[1], m[2])), text)


def quantities(text: str) -> list[Quantity]:
    """Every figure with a measure in a text that ``arabic`` has been over, in order."""
    return [Quantity(m.start(), m.end(), m[0]) for m in _QUANTITY.finditer(text)]


def _pair(match: re.Match[str]) -> str:
    """Both figures with the measure that the second one names; of people, 1至2人 as one says it."""
    low, _, to, high, measure = match.groups()
    value = int(lift(low, high))
    first = format_yuan(value) if measure == "元" else f"{value}{'' if measure == '人' else measure}"
    return f"{first}{to}{_counted(high, measure)}"


def _counted(numeral: str, measure: str) -> str:
    value = parse_number(numeral)
    return format_yuan(value) if measure == "元" else f"{value}{measure}"


def _or_as_it_was(write: Callable[[re.Match[str]], str]) -> Callable[[re.Match[str]], str]:
    def checked(match: re.Match[str]) -> str:
        try:
            return write(match)
        except ValueError:
            return match[0]

    return checked
