"""Whether what a candidate wrote into a blank is what its key says, however figures and units are written.

20万元 is 200000元 and 二十万元; 30日 is 三十日, 30天 and 三十日内 (how a period is bounded is the stem's business); 两年 is 2年; other
words must agree but for spaces, punctuation and width.
``tests/vectors/answers.json`` holds this together with ``assets/js/core/answers.js``; change both or none.
"""

import re
import unicodedata
from decimal import Decimal

from generator.legal.numerals import format_decimal, parse_decimal
from generator.questions.item import Blank

_FIGURES = "0-9.,〇零一二三四五六七八九十百千万亿两点"
_SUM = re.compile(
    rf"(?P<percent>百分之)?(?P<figure>[{_FIGURES}]+)个?(?P<unit>元|%|倍|日|天|工作日|月|年|小时|分|条|项|人|次|名)?(?:以?内|以?前)?"
)
_NOISE = re.compile(r"[\s，。、；：！？“”‘’（）()《》〈〉【】\[\],;:!?\"'·—-]")
_MIXED = re.compile(r"(\d+(?:\.\d+)?)([亿万千百]?)")
_UNITS = {"亿": 10**8, "万": 10**4, "千": 1000, "百": 100, "": 1}
_SAME = {"天": "日"}


def fills(blank: Blank, given: str) -> bool:
    """Whether ``given`` is one of the accepted writings, or another writing of the same figure and unit."""
    return bool(given.strip()) and normal(given) in {normal(accepted) for accepted in blank.accepted}


def normal(text: str) -> str:
    """One form for all writings of the same: ``200000 元``, ``2 年``, or the words without spaces and punctuation."""
    plain = unicodedata.normalize("NFKC", text).strip().rstrip("。.")
    found = _SUM.fullmatch(re.sub(r"\s", "", plain))
    if found:
        try:
            value = _value(found["figure"].replace(",", ""))
        except ValueError:
            return _words(plain)
        unit = "%" if found["percent"] else found["unit"] or ""
        return f"{format_decimal(value)} {_SAME.get(unit, unit)}".strip()
    return _words(plain)


def _value(figure: str) -> Decimal:
    """As ``parse_decimal``, and figures with several units among digits: 12万5千."""
    parts = _MIXED.findall(figure)
    if len(parts) > 1 and "".join(number + unit for number, unit in parts) == figure:
        return sum((Decimal(number) * _UNITS[unit] for number, unit in parts), Decimal(0))
    return parse_decimal(figure)


def _words(text: str) -> str:
    return _NOISE.sub("", text).casefold()
