"""How the working of a discretion benchmark is written; assets/js/core/discretion.js writes the same."""

import math
from decimal import Decimal
from fractions import Fraction

from generator.legal.money import format_yuan
from generator.legal.numerals import format_decimal

_CENTS = 100


def percent_words(value: Fraction) -> str:
    """12.5%; at most two places, halves up."""
    return f"{_two_places(value)}%"


def fraction_words(value: Fraction) -> str:
    """1/3 of the whole for 33⅓ per cent."""
    return str(value / 100)


def share_words(value: Fraction, *, times: bool) -> str:
    """3倍, or 5% for 1/20."""
    return f"{_two_places(value)}倍" if times else percent_words(value * 100)


def sum_words(yuan: Fraction) -> str:
    """20万元; 12345.5元; 约33333.33元 where two places do not hold it."""
    if yuan.denominator == 1:
        return format_yuan(int(yuan))
    about = "" if (yuan * _CENTS).denominator == 1 else "约"
    return f"{about}{_two_places(yuan)}元"


def span_words(least: Fraction, most: Fraction) -> str:
    """20万元; 12万元以上16万元以下; 1万元以下 where it begins with nothing."""
    if least == most:
        return sum_words(most)
    return f"{sum_words(least)}以上{sum_words(most)}以下" if least else f"{sum_words(most)}以下"


def _two_places(value: Fraction) -> str:
    return format_decimal(Decimal(math.floor(value * _CENTS + Fraction(1, 2))) / _CENTS)
