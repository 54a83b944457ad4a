"""The ways in which people write an amount, a period or a share, all written out: platforms compare text."""

import re
from collections.abc import Iterable, Iterator
from decimal import Decimal

from generator.legal.numerals import format_decimal, format_number, parse_decimal
from generator.questions.answers import normal
from generator.questions.item import Blank

_FIGURE = re.compile(
    r"(?P<figure>[0-9０-９.．,，〇零一二三四五六七八九十百千万亿两点]+)(?P<few>个?)(?P<unit>元|%|％|倍|日|天|工作日|月|年|小时|分|条|项|人|次|名)"
)
_SHARE = re.compile(r"百分之(?P<figure>[0-9.〇零一二三四五六七八九十百千万点]+)")
_WAN = Decimal(10_000)
_DAYS = {"日": ("日", "天"), "天": ("日", "天"), "%": ("%", "％"), "％": ("%", "％")}


def written_out(blank: Blank) -> tuple[str, ...]:
    """Every accepted writing, the key's own first, with the other ways to write the same figure and unit.

    What is added means the same to marking as what was accepted: nothing becomes right that was wrong.
    """
    found = dict.fromkeys(blank.accepted)
    meant = {normal(text) for text in blank.accepted}
    for text in blank.accepted:
        for other in _others(text):
            if normal(other) in meant:
                found.setdefault(other)
    return tuple(found)


def _others(text: str) -> Iterator[str]:
    plain = text.strip()
    figure = _FIGURE.fullmatch(plain)
    share = _SHARE.fullmatch(plain)
    try:
        if share:
            yield from _share(parse_decimal(share["figure"]))
        elif figure:
            value = parse_decimal(figure["figure"])
            yield from _share(value) if figure["unit"] in "%％" else _with_unit(value, figure["few"], figure["unit"])
    except ValueError:
        return


def _share(value: Decimal) -> Iterator[str]:
    yield from (f"{format_decimal(value)}%", f"{format_decimal(value)}％")
    if value == value.to_integral_value():
        yield f"百分之{format_number(int(value))}"


def _with_unit(value: Decimal, few: str, unit: str) -> Iterator[str]:
    figures = [*_arabic(value), *_chinese(value, unit)]
    for name in _DAYS.get(unit, (unit,)):
        yield from (f"{figure}{few}{name}" for figure in figures)


def _arabic(value: Decimal) -> Iterator[str]:
    yield format_decimal(value)
    if value >= 1000 and value == value.to_integral_value():
        yield f"{int(value):,}"
    if value >= _WAN:
        yield f"{format_decimal(value / _WAN)}万"
    if value >= _WAN * _WAN:
        yield f"{format_decimal(value / _WAN / _WAN)}亿"


def _chinese(value: Decimal, unit: str) -> Iterable[str]:
    if value != value.to_integral_value():
        return ()
    text = format_number(int(value))
    pair = [f"两{text[1:]}"] if text.startswith("二") and not text.startswith("二十") else []
    return (text, *pair)
