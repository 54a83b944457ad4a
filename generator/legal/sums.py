"""Sums of statutory language, found in running text.

处十万元以上一百万元以下的罚款, 货值金额一倍以上五倍以下, 每辆五千元, 不足五万元的，以五万元计算.  The audit compares what a
record says with what stands in the article, so every sum of the text has to be seen, and a sum that is only a
condition (违法所得五十万元以上的) must not pass for a fine.
"""

import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from generator.legal.money import Deemed, Multiple, PerUnit, Range, Rate, Sum, Threshold
from generator.legal.numerals import CHINESE, DIGITS, NUMBER, STARTS, TO, lift, parse_decimal, tidy


@dataclass(frozen=True, slots=True)
class Mention:
    """One sum in a text: ``text[start:end]`` in code points, its value, and the base it is taken of, if any."""

    start: int
    end: int
    value: Sum
    base: str = ""


@dataclass(frozen=True, slots=True)
class _Token:
    start: int
    end: int
    kind: Literal["yuan", "times", "percent"]
    low: Decimal
    high: Decimal
    bound: str


_TOKEN = re.compile(
    rf"(?P<equal>等值)(?P<from>以[上下])|(?:人民币)?{STARTS}(?:(?P<low>{NUMBER})\s*{TO}\s*)?(?:"
    rf"(?P<yuan>{NUMBER})\s*[元圆](?!化|素|月|旦)(?:人民币)?|(?P<times>{NUMBER})\s*倍"
    rf"|(?P<scale>[百千万])分之(?P<part>{NUMBER})|(?P<percent>{NUMBER})\s*(?P<sign>[%％‰]))"
    r"\s*(?P<bound>以上|以下|以内)?(?:[（(]含[^）)]{0,4}[）)])?"
)
_TENTH, _HUNDREDTH = Decimal("0.1"), Decimal("0.01")
_PERCENT = {"百": Decimal(1), "千": _TENTH, "万": _HUNDREDTH, "%": Decimal(1), "％": Decimal(1), "‰": _TENTH}
_PER_UNIT = re.compile(
    rf"每(?P<unit>[^\s，。；：、每处罚{DIGITS}{CHINESE}]{{1,6}}?)(?:另?并?(?:处以?|罚款?|为|按))?(?:人民币)?$",
    re.DOTALL,
)
_RELATION = re.compile(r"(不足|不满|未达到?|(?<!不)(?<!不得)低于|(?<!不)(?<!不得)少于|(?<!不)(?<!不得)超过)$")
_LIMIT_WORD = re.compile(r"(?:不得?(?=[超高低少])|(?=最))(超过|高于|低于|少于|最高额为)$")
_ASSUMED = re.compile(r"(?:或者没有[^，。；]{1,10})?的?，?(?:均?以|按照?)")
_CONDITION = re.compile(r"的(?=[，；。、：\s]|$|或者|且|，)")
_MEASURED = re.compile(r"(?:违法所得|货值金额|金额|数额|经营额|价值|损失)(?:的?数额)?(?:累计)?[在达]?(?:人民币)?$")
_MARKER = re.compile(r"^\s*[（(][^）)]{1,3}[）)]\s*|\s+$")
_BASE = re.compile(r"(?:处以?(?![置理罚])|按照?|或者|没有|[，；。：\n])")

#: The patterns, for the page's twin (assets/js/core/sums.js), which has no others.
PATTERNS = {
    "token": _TOKEN,
    "per": _PER_UNIT,
    "relation": _RELATION,
    "limit": _LIMIT_WORD,
    "assumed": _ASSUMED,
    "condition": _CONDITION,
    "measured": _MEASURED,
    "to": re.compile(rf"\s*{TO}\s*"),
    "to_between": re.compile(rf"\s*[、，]?{TO}?\s*"),
    "counts": re.compile(r"计算?|认定"),
}


def find_fines(text: str) -> list[Mention]:
    """Find every sum, rate and multiple of a statutory text, in order and without overlap.

    Args:
        text: one article or sentence, Chinese or Arabic figures.

    Returns:
        Mentions; fixed sums have equal bounds.  Numerals that are malformed and sums with a fraction of a yuan
        are left out, since no bound could be named for them.
    """
    tokens = [token for match in _TOKEN.finditer(text) if (token := _token(match))]
    mentions: list[Mention] = []
    at = 0
    while at < len(tokens):
        token = tokens[at]
        following = tokens[at + 1] if at + 1 < len(tokens) else None
        if following and (deemed := _deemed(text, token, following)):
            mentions.append(deemed)
            at += 2
        elif following and _pairs(text, token, following):
            mentions += _range(text, token, following)
            at += 2
        else:
            mentions += _single(text, token)
            at += 1
    return mentions


def _token(match: re.Match[str]) -> _Token | None:
    if match["equal"]:  # 等值以上三倍以下, 等值以下: once the base
        return _Token(match.start(), match.end(), "times", Decimal(1), Decimal(1), match["from"])
    figure = match["yuan"] or match["times"] or match["part"] or match["percent"]
    try:
        high = Decimal(100) if figure == "百" else parse_decimal(figure)  # 百分之百
        low = lift(match["low"], figure) if match["low"] else high
    except ValueError:
        return None
    scale = _PERCENT[match["scale"] or match["sign"]] if match["part"] or match["percent"] else Decimal(1)
    kind: Literal["yuan", "times", "percent"] = "yuan" if match["yuan"] else "times" if match["times"] else "percent"
    if kind == "yuan" and (low % 1 or high % 1):
        return None
    return _Token(match.start(), match.end(), kind, tidy(low * scale), tidy(high * scale), match["bound"] or "")


def _pairs(text: str, first: _Token, second: _Token) -> bool:
    if (first.kind == "yuan") != (second.kind == "yuan") or first.low != first.high or second.low != second.high:
        return False
    gap = text[first.end : second.start]
    if first.bound == "以上":
        return second.bound in ("以下", "以内") and PATTERNS["to_between"].fullmatch(gap) is not None
    return first.bound == "" and second.bound != "以上" and PATTERNS["to"].fullmatch(gap) is not None


def _range(text: str, first: _Token, second: _Token) -> list[Mention]:
    whole = _Token(first.start, second.end, first.kind, first.low, second.high, "range")
    if first.kind == "yuan" and _is_condition(text, whole):
        base = _base(text, first.start)
        return [
            Mention(first.start, first.end, Threshold("以上", int(first.high)), base),
            Mention(second.start, second.end, Threshold("以下", int(second.high)), base),
        ]
    if first.kind != second.kind:  # 百分之五十以上二倍以下: both as multiples
        low, high = (tidy(token.high / 100) if token.kind == "percent" else token.high for token in (first, second))
        return [Mention(first.start, second.end, Multiple(low, high), _base(text, first.start))]
    return [_mention(text, whole, first.low, second.high)]


def _single(text: str, token: _Token) -> list[Mention]:
    before = text[: token.start]
    if limit := _LIMIT_WORD.search(before):
        upper = limit[1] in ("超过", "高于", "最高额为")
        return [_mention(text, token, None if upper else token.high, token.high if upper else None, limit.start())]
    relation = _relation(before)
    if relation and token.kind == "yuan":
        return [
            Mention(token.start - len(relation[1]), token.end, Threshold(relation[0], int(token.high)), relation[2])
        ]
    if token.kind == "yuan" and token.bound and _is_condition(text, token):
        kind: Literal["以上", "以下"] = "以上" if token.bound == "以上" else "以下"
        return [Mention(token.start, token.end, Threshold(kind, int(token.high)), _base(text, token.start))]
    low = None if token.bound in ("以下", "以内") and token.low == token.high else token.low
    return [_mention(text, token, low, None if token.bound == "以上" else token.high)]


def _mention(text: str, token: _Token, low: Decimal | None, high: Decimal | None, start: int | None = None) -> Mention:
    begin = token.start if start is None else start
    if token.kind != "yuan":
        value = (Rate if token.kind == "percent" else Multiple)(low, high)
        return Mention(begin, token.end, value, _base(text, begin))
    bounds = (None if low is None else int(low), None if high is None else int(high))
    if per := _PER_UNIT.search(text[:begin]):
        return Mention(per.start(), token.end, PerUnit(*bounds, per["unit"]))
    return Mention(begin, token.end, Range(*bounds))


def _relation(before: str) -> tuple[Literal["不足", "超过"], str, str] | None:
    """The word that makes the next sum a condition: its meaning, the word itself, and the base before it."""
    match = _RELATION.search(before)
    if not match:
        return None
    return "超过" if match[1] == "超过" else "不足", match[1], _base(before, match.start())


def _deemed(text: str, first: _Token, second: _Token) -> Mention | None:
    relation = _relation(text[: first.start])
    if not relation or relation[0] != "不足" or first.kind != "yuan" or second.kind != "yuan":
        return None
    tail = PATTERNS["counts"].match(text, second.end)
    if not tail or not _ASSUMED.fullmatch(text[first.end : second.start]):
        return None
    start, end = first.start - len(relation[1]), tail.end()
    return Mention(start, end, Deemed(int(first.high), int(second.high)), relation[2])


def _is_condition(text: str, token: _Token) -> bool:
    return bool(_CONDITION.match(text, token.end) or _MEASURED.search(text[: token.start]))


def _base(text: str, start: int) -> str:
    """What the share is taken of: the words between 处 (or a stop) and the figure."""
    words = _BASE.split(text[max(0, start - 80) : start])[-1]
    words = _MARKER.sub("", words).removesuffix("在")
    return words.removesuffix("的").strip()
