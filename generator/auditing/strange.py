"""Figures and periods of a record that the law does not hold."""

import re
from collections.abc import Container, Iterator, Sequence
from decimal import Decimal

from generator.auditing.article import OfficialArticle
from generator.legal.figures import numbers_in
from generator.legal.numerals import CHINESE, INTEGER, NUMBER, format_decimal, parse_decimal, parse_number
from generator.legal.periods import Period, find_periods, format_period

#: How often, in the words of a record and of the law.
_TURNS = {
    "每半年": ("每半年", "半年"),
    "每季": ("每季", "按季", "季度"),
    "每年": ("每年", "按年", "年度", "每一年"),
    "每月": ("每月", "按月", "月度"),
    "每周": ("每周", "按周"),
    "每日": ("每日", "每天", "按日", "逐日"),
    "每天": ("每日", "每天", "按日", "逐日"),
}
#: How many of its own parts an article has may be counted: 有下列六种情形.
_COUNTED = re.compile(r"[种类项款条大步]|个(?!月|工作日|小时|季度|自然日|年)|方面|情形")
#: 一 and 两 before these are ways of speaking (合为一条, 两地, 盘点一次, 翻一倍), no figures of law.
_SPOKEN = re.compile(
    rf"(?<![{CHINESE}])[一两](?=[档项条款部种地处份步方者头端块批张本笔件次家户册](?!以上|以下|以内))|翻[一两]倍"
)
_ARTICLE = re.compile(rf"第\s*({INTEGER})\s*条")
_DATE = re.compile(r"(\d{4})年(\d{1,2})月(\d{1,2})日")
#: What is counted → how it is written.
_UNITS: tuple[tuple[str, str], ...] = (
    ("工作日", r"个?工作日"),
    ("日", r"日(?!常)|天(?!然|气)"),
    ("月", r"个月|月"),
    ("年", r"年(?!度|报|级)"),
    ("小时", r"个?小时"),
    ("倍", r"倍"),
    ("元", r"元"),
    ("米", r"米"),
    ("吨", r"吨"),
    ("次", r"次(?!性|生)"),
    ("%", r"%|％"),
)
#: Regex fragment (no groups): what follows a figure of law.
UNIT = "(?:" + "|".join(words for _, words in _UNITS) + ")"
_WITH_UNIT = re.compile(
    rf"百分之(?P<share>{NUMBER})|(?P<number>{NUMBER})\s*(?:"
    + "|".join(f"(?P<u{at}>{words})" for at, (_, words) in enumerate(_UNITS))
    + ")?"
)
#: 日 may be said for 工作日 of a list of both, never the other way round.
_DAY_OF_MONTH = re.compile(r"\d{4}年(?:\d{1,2}月(?:\d{1,2}日)?)?|\d{1,2}月\d{1,2}日")
_ANY_ARTICLE = re.compile(r"第[^，。；]{1,8}[条款项编章节]")
_BEFORE_AND_WITHIN = {"内", "前"}


def strange_numbers(text: str, articles: Sequence[OfficialArticle]) -> list[str]:
    """The numbers of a text that stand in none of the articles, as people write them, in rising order.

    The count of an article's items or paragraphs is no stranger (有下列六种情形).
    """
    text = _SPOKEN.sub("□", text)
    known: set[Decimal] = set()
    for article in articles:
        known |= article.numbers
        if _COUNTED.search(text):
            known |= {Decimal(len(article.paragraphs)), *(Decimal(len(one.items)) for one in article.paragraphs)}
    if _COUNTED.search(text):
        known.add(Decimal(len(articles)))
    return [format_decimal(number) for number in sorted(numbers_in(text) - known)]


def without_references(text: str, numbers: Container[int], days: Container[str]) -> str:
    """The text with its mentions of articles (by number) and of days (2026-08-15) taken out, as far as these are known."""

    def article(match: re.Match[str]) -> str:
        try:
            return "□" if parse_number(match[1]) in numbers else match[0]
        except ValueError:
            return match[0]

    def day(match: re.Match[str]) -> str:
        return "□" if f"{match[1]}-{match[2]:0>2}-{match[3]:0>2}" in days else match[0]

    return _DATE.sub(day, _ARTICLE.sub(article, text))


def strange_periods(text: str, articles: Sequence[OfficialArticle]) -> list[str]:
    """The periods of a text, and how often something returns, that stand in none of the articles."""
    known = [period for article in articles for mention in article.whole.periods for period in mention.periods]
    strange = [
        format_period(period)
        for mention in find_periods(text)
        for period in mention.periods
        if not any(_alike(period, other) for other in known)
    ]
    law = "".join(article.text for article in articles)
    strange += [turn for turn, words in _TURNS.items() if turn in text and not any(word in law for word in words)]
    return list(dict.fromkeys(strange))


def _alike(one: Period, other: Period) -> bool:
    if (one.amount, one.unit) != (other.amount, other.unit):
        return False
    return {one.bound, other.bound} != _BEFORE_AND_WITHIN


def counted(text: str) -> Iterator[tuple[Decimal, str, str]]:
    """Each number of a text, what it counts (empty where no unit follows), and how it is written."""
    text = _ANY_ARTICLE.sub("□", _DAY_OF_MONTH.sub("□", text))
    for match in _WITH_UNIT.finditer(text):
        unit = "%" if match["share"] else next((name for at, (name, _) in enumerate(_UNITS) if match[f"u{at}"]), "")
        try:
            yield parse_decimal(match["share"] or match["number"]), unit, match[0]
        except ValueError:
            continue
