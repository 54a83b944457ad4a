"""Whether what a candidate wrote into a blank is what its key says, however figures and units are written.

20万元 is 200000元 and 二十万元; 30日 is 三十日, 30天 and 三十日内 (how a period is bounded is the stem's business); 两年 is 2年; other
words must agree but for spaces, punctuation and width.  A figure is read strictly: 一千五元 and 二百千元 are words, not sums.
``tests/vectors/answers.json`` and a test with any texts hold this together with ``assets/js/core/answers.js``; change both or
none.
"""

import re
import unicodedata
from collections.abc import Sequence
from decimal import Decimal

from generator.legal.numerals import format_decimal, parse_decimal
from generator.questions.item import Blank

_FIGURES = "0-9.,〇零一二三四五六七八九十百千万亿两点"
_SUM = re.compile(
    rf"(?P<percent>百分之)?(?P<figure>[{_FIGURES}]+)个?(?P<unit>元|%|倍|日|天|工作日|月|年|小时|分|条|项|人|次|名)?(?:以?内|以?前)?"
)
_SPACE = r"\s\ufeff\x1c-\x1f\x85"  # what Python and JavaScript call a space, taken together
_SPACES = re.compile(f"[{_SPACE}]")
_NOISE = re.compile(rf"[{_SPACE}，。、；：！？“”‘’（）()《》〈〉【】\[\],;:!?\"'·—-]")
_MIXED = re.compile(r"([0-9]+(?:\.[0-9]+)?)([亿万千百]?)")
_UNITS = {"亿": 10**8, "万": 10**4, "千": 1000, "百": 100, "": 1}
_SAME = {"天": "日"}
_LONGEST = 20  # characters of a figure; no sum of law is longer


def fills(blank: Blank, given: str) -> bool:
    """Whether ``given`` is one of the accepted writings, or another writing of the same figure and unit."""
    return bool(_SPACES.sub("", given)) and normal(given) in {normal(accepted) for accepted in blank.accepted}


def normal(text: str) -> str:
    """One form for all writings of the same: ``200000 元``, ``2 年``, or the words without spaces and punctuation."""
    plain = _SPACES.sub("", unicodedata.normalize("NFKC", text)).rstrip("。.")
    found = _SUM.fullmatch(plain)
    if found:
        try:
            value = _value(found["figure"].replace(",", ""))
        except ValueError:
            return _words(plain)
        unit = "%" if found["percent"] else found["unit"] or ""
        return f"{format_decimal(value)} {_SAME.get(unit, unit)}".strip()
    return _words(plain)


def _value(figure: str) -> Decimal:
    """As ``parse_decimal``, and figures with several units among digits: 12万5千.  Raises ValueError."""
    if len(figure) > _LONGEST:
        raise ValueError("数过长")
    parts = _MIXED.findall(figure)
    if len(parts) > 1 and "".join(number + unit for number, unit in parts) == figure:
        return _mixed(parts)
    return parse_decimal(figure)


def _mixed(parts: Sequence[tuple[str, str]]) -> Decimal:
    """Every part is less than the unit before it."""
    total, last = Decimal(0), None
    for number, unit in parts:
        part = Decimal(number) * _UNITS[unit]
        if last is not None and part >= last:
            raise ValueError("单位不是由大到小")
        total, last = total + part, _UNITS[unit]
    return total


def _words(text: str) -> str:
    return _NOISE.sub("", text).lower()
