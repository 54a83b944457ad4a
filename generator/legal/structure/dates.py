"""When a text was adopted and from when it holds, as far as its header and its last article say."""

import datetime
import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

_DATE = re.compile(r"([12]\d{3})\s*年\s*(\d{1,2})\s*月\s*(\d{1,2})\s*日")
_FORCE = re.compile(rf"自\s*{_DATE.pattern}\s*起\s*(?:施行|实施|生效|执行)|{_DATE.pattern}\s*(?:起)?(?:施行|生效)")
_AT_ONCE = re.compile(r"自(?:公布|发布|通过|颁布|批准)之日起\s*(?:施行|实施|生效)")


@dataclass(frozen=True, slots=True)
class Dates:
    """The dates of one text.

    Attributes:
        adopted: day of its last adoption, amendment or publication that the header names.
        effective: first day in force; None where the text doesn't say.
        amended: whether the header tells of amendments, so that the date in the last article may be that of the first text.
    """

    adopted: datetime.date | None
    effective: datetime.date | None
    amended: bool


def dates_of(header: Sequence[str], last_articles: Sequence[str]) -> Dates:
    """The dates that a header and the last articles of a text tell."""
    history = " ".join(header)
    known = sorted(_dates(history))
    amended = bool(re.search(r"修正|修订|修改", history))
    said = [date for text in (*last_articles, history) for date in _in_force(text)]
    adopted = known[-1] if known else None
    effective = max(said) if said else None
    if effective is None and adopted and any(_AT_ONCE.search(text) for text in last_articles):
        effective = adopted
    if amended and effective and adopted and effective < adopted:
        effective = None  # the date of the first text; from when the amendment holds is not said
    if adopted and effective and adopted > effective:
        earlier = [date for date in known if date <= effective]
        adopted = earlier[-1] if earlier else None
    return Dates(adopted, effective, amended)


def _dates(text: str) -> Iterator[datetime.date]:
    for year, month, day in _DATE.findall(text):
        if date := _date(year, month, day):
            yield date


def _in_force(text: str) -> Iterator[datetime.date]:
    for found in _FORCE.finditer(text):
        groups = [part for part in found.groups() if part]
        if date := _date(*groups[:3]):
            yield date


def _date(year: str, month: str, day: str) -> datetime.date | None:
    try:
        return datetime.date(int(year), int(month), int(day))
    except ValueError:
        return None
