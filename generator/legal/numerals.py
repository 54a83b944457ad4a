"""Numerals of statutes, read and written: 一千零九十五, 二〇二六, 20万, ３.５万.

Law writes its figures in Chinese, people type them in Arabic.  Reading is strict, because a numeral that is nearly
right (一二十, 一千五) is a slip in a citation or an amount, and a guess would hide it.
"""

import re
from decimal import Decimal

DIGITS = "0-9０-９"
CHINESE = "〇零一二两三四五六七八九十百千万亿"

#: Regex fragment (no groups): a whole number, Arabic or Chinese, perhaps with a unit (20万).
INTEGER = rf"(?:[{DIGITS}]+(?:,[{DIGITS}]{{3}})*[十百千]?(?:万亿|[万亿])?|[{CHINESE}]+)"
#: Regex fragment (no groups): a whole number or a decimal (2.5, 3.5万, 二点五).
NUMBER = (
    rf"(?:[{DIGITS}]+(?:,[{DIGITS}]{{3}})*(?:[.．][{DIGITS}]+)?[十百千]?(?:万亿|[万亿])?"
    rf"|[{CHINESE}]+(?:点[〇零一二三四五六七八九]+(?:万亿|[万亿])?)?)"
)

#: Regex fragment: nothing that belongs to a numeral stands before this place, and it is not vague (数十, 几百; but 总数十).
STARTS = rf"(?<![{DIGITS}{CHINESE}.．几])(?<!^数)(?<![\s，。、；：处的达以在近有]数)"
#: Regex fragment (no groups): what joins the two figures of a range without 以上 and 以下.
TO = r"(?:至|到|[-－–—～~]{1,2})"

_FULL_WIDTH = str.maketrans("０１２３４５６７８９．", "0123456789.")
_FIGURES = "零一二三四五六七八九"
_VALUES = {figure: value for value, figure in enumerate(_FIGURES)} | {"〇": 0, "两": 2}
_UNITS = {"十": 10, "百": 100, "千": 1000}
_BIG = {"": 1, "万": 10**4, "亿": 10**8, "万亿": 10**12}
_LIMIT = 10**16
_LONGEST = 40  # characters; no figure of law is longer, and the reader calls itself once per 万 and 亿

_POSITIONAL = re.compile(r"[〇零一二三四五六七八九]+")
_ARABIC = re.compile(r"([0-9]+|[0-9]{1,3}(?:,[0-9]{3})+)(\.[0-9]+)?([十百千]?)(万亿|万|亿)?")
_POINT = re.compile(rf"([{CHINESE}]+)点([〇零一二三四五六七八九]+)(万亿|万|亿)?")
# 两 stands alone or before 百, 千, 万, 亿, nowhere else.
_BAD_LIANG = re.compile(r"[^亿万千零〇]两|两(?![百千万亿]|$)|.两$")


def to_ascii_digits(text: str) -> str:
    """Return ``text`` with full-width digits and the full-width point as ASCII; its length is unchanged."""
    return text.translate(_FULL_WIDTH)


def parse_number(text: str) -> int:
    """Read a whole number.

    Args:
        text: Chinese (一千零九十五), positional (二〇二六), Arabic (1095, １２, 1,095) or mixed (20万).

    Raises:
        ValueError: the text is empty, malformed (一二十, 百百, 十十, 廿) or not whole; the message is Chinese.
    """
    value = parse_decimal(text)
    if value != value.to_integral_value():
        raise ValueError(f"「{text}」不是整数")
    return int(value)


def parse_decimal(text: str) -> Decimal:
    """Read a number that may have a fraction: 2.5, 3.5万, 二点五, and all that :func:`parse_number` reads.

    Raises:
        ValueError: the text is empty or malformed; the message is Chinese.
    """
    plain = to_ascii_digits(text.strip())
    if len(plain) > _LONGEST:
        raise ValueError("数过长")
    if arabic := _ARABIC.fullmatch(plain):
        whole, fraction, unit, big = arabic.groups(default="")
        return tidy(Decimal(whole.replace(",", "") + fraction) * _UNITS.get(unit, 1) * _BIG[big])
    if point := _POINT.fullmatch(plain):
        whole, fraction, big = point.groups(default="")
        figures = "".join(str(_VALUES[figure]) for figure in fraction)
        return tidy(Decimal(f"{_read_chinese(whole)}.{figures}") * _BIG[big])
    return Decimal(_read_chinese(plain))


def tidy(value: Decimal) -> Decimal:
    """The same value without exponent and idle zeros, so that it prints as people write it: 2.50 -> 2.5, 1E+2 -> 100."""
    return Decimal(format_decimal(value))


def format_decimal(value: Decimal) -> str:
    """Write a decimal in Arabic figures: 2.50 -> 2.5, 1E+2 -> 100."""
    text = format(value, "f")
    return text.rstrip("0").rstrip(".") if "." in text else text


def lift(low: str, high: str) -> Decimal:
    """The lower figure of a pair that shares its unit: 三 of 三至五万 is 30000, 五千 of 五千至五万 stays 5000.

    Raises:
        ValueError: either numeral is malformed.
    """
    value, limit = parse_decimal(low), parse_decimal(high)
    for unit in ("亿", "万"):
        if high.endswith(unit) and unit not in low and value * _BIG[unit] <= limit:
            return value * _BIG[unit]
    return value


def format_number(n: int) -> str:
    """Write a whole number as statutes do: 10 -> 十, 110 -> 一百一十, 1095 -> 一千零九十五, 20000 -> 二万.

    Raises:
        ValueError: ``n`` is negative or 10**16 and more.
    """
    if not 0 <= n < _LIMIT:
        raise ValueError(f"{n} 超出中文数字的范围")
    text = _write(n)
    return text[1:] if text.startswith("一十") else text


def _read_chinese(text: str) -> int:
    if len(text) > 1 and _POSITIONAL.fullmatch(text):
        return int("".join(str(_VALUES[figure]) for figure in text))
    if not text or set(text) - set(CHINESE) or _BAD_LIANG.search(text):
        raise ValueError(f"「{text}」不是数")
    value = _evaluate(text)
    # The evaluation is lax; a numeral is well formed when writing its value gives it back.
    plain = text.replace("〇", "零").replace("两", "二")
    plain = plain[1:] if plain.startswith("一十") else plain
    without = re.sub(
        r"(?<=[万亿])零(?=[一二三四五六七八九]千)", "", plain
    )  # 一万零一千 for 一万一千, but 一亿零一千 as it is
    if value >= _LIMIT or format_number(value) not in {plain, without}:
        raise ValueError(f"「{text}」不是规范的数")
    return value


def _evaluate(text: str) -> int:
    for unit in ("亿", "万"):
        if unit in text:
            left, _, right = text.rpartition(unit)
            return _evaluate(left) * _BIG[unit] + _evaluate(right)
    total, digit = 0, 0
    for figure in text:
        if figure in _UNITS:
            total, digit = total + (digit or 1) * _UNITS[figure], 0
        else:
            digit = _VALUES[figure]
    return total + digit


def _write(n: int) -> str:
    for unit in ("亿", "万"):
        high, low = divmod(n, _BIG[unit])
        if high:
            gap = "零" if 0 < low < _BIG[unit] // 10 else ""
            return _write(high) + unit + gap + (_write(low) if low else "")
    for unit, size in (("千", 1000), ("百", 100), ("十", 10)):
        high, low = divmod(n, size)
        if high:
            gap = "零" if 0 < low < size // 10 else ""
            return _FIGURES[high] + unit + gap + (_write(low) if low else "")
    return _FIGURES[n]
