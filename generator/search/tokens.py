"""Words of a text, for the index and for the query: assets/js/core/tokens.js does the same, character for character.

Chinese has no spaces, and segmenters disagree on terms of law, so a run of Han characters counts as its pairs (bigrams).
Latin and digit words stay whole.  The number of an article is one token (``#1095``) in whatever form it was written.
tests/vectors/tokens.json holds the two languages together.
"""

import re
from collections.abc import Iterator

from generator.legal.numerals import parse_number
from generator.reading.characters import fold

#: 的 binds other words and is no part of one, so it separates.
HAN_RANGES = ((0x3007, 0x3007), (0x3400, 0x4DBF), (0x4E00, 0x7683), (0x7685, 0x9FFF), (0x20000, 0x3FFFF))
_HAN = "".join(f"{chr(low)}-{chr(high)}" for low, high in HAN_RANGES)
_WORD = r"[0-9a-z\u00df-\u024f\u0370-\u03ff\u0400-\u04ff]+(?:\.[0-9]+)*"
_TOKEN = re.compile(rf"#[0-9-]+|{_WORD}|[{_HAN}]+")
HAN = re.compile(f"[{_HAN}]+")
WORD = re.compile(rf"#[0-9-]+|{_WORD}")

_D = "[一二三四五六七八九]"
_BELOW_HUNDRED = f"(?:{_D}?十{_D}?|{_D})"
_AFTER_HUNDRED = f"(?:零{_D}|{_D}十{_D}?)?"
_AFTER_THOUSAND = f"(?:零{_D}十{_D}?|零{_D}|{_D}百{_AFTER_HUNDRED})?"
_COUNTED = f"(?:{_D}千{_AFTER_THOUSAND}|{_D}百{_AFTER_HUNDRED}|{_BELOW_HUNDRED})"
_NUMERAL = f"(?:[0-9]{{1,4}}|{_COUNTED}|{_D}[〇零一二三四五六七八九]{{1,3}})"
_ARTICLE = re.compile(f"(第 *)?(?<![0-9])({_NUMERAL}) *条(?:之({_BELOW_HUNDRED}))?")
_BARE = re.compile(rf"(?<![^ \n\t])({_NUMERAL})(?![^ \n\t])")
_DIGITS_AT_EDGE = re.compile(rf"(?<![0-9a-z.#-])([0-9]{{1,4}})(?![0-9a-z.{_HAN}])")
#: A figure with its unit: 十五日 and 15天, 二十万元 and 200000元 are one; a day is a day, a sum counts in 万元 where it can.
_FIGURES = "〇零一二三四五六七八九十百千两"
_UNIT = "个?(?:日|天|工作日|年|月|小时|周)|[万亿]?元|[倍吨]|分贝"
_QUANTITY = re.compile(f"(?<![0-9.{_FIGURES}])({_COUNTED})(?={_UNIT})")
_TEN_THOUSANDS = re.compile("(?<![0-9.])([0-9]+)0000元")
_DAYS = re.compile("(?<=[0-9])天")
_LETTERS = re.compile("(?<![0-9a-z.#-])[a-z]{2,}(?![0-9a-z.])")


def normalise(text: str) -> str:
    """Fold widths, radicals and case, without what can't be seen, and write every article number as `` #1095 `` or `` #120-1 ``,
    every figure with a unit in Arabic.

    Safe on many texts joined by newlines: nothing it does reaches across one.
    """
    folded = fold(text).lower().replace("#", " ")
    counted = _QUANTITY.sub(_arabic, _ARTICLE.sub(_marked, folded))
    return _DAYS.sub("日", _TEN_THOUSANDS.sub(r"\1万元", counted))


def _arabic(match: re.Match[str]) -> str:
    return str(parse_number(match[1]))


def _marked(match: re.Match[str]) -> str:
    ordinal, number, suffix = match.groups()
    if not ordinal and len(number) == 1 and not number.isdigit():
        return match[0]  # 一条 (a strip of something) is no article
    tail = f"-{parse_number(suffix)}" if suffix else ""
    return f" #{parse_number(number)}{tail} "


def tokens(text: str) -> list[str]:
    """All tokens of a document's text, in order, with repetition.  ``text`` is any string."""
    return list(split(normalise(text)))


def split(normalised: str) -> Iterator[str]:
    """Tokens of a text that normalise() has been through."""
    for run in _TOKEN.findall(normalised):
        if HAN.match(run) and len(run) > 1:
            yield from (run[i : i + 2] for i in range(len(run) - 1))
        else:
            yield run


def query_tokens(normalised: str) -> list[str]:
    """Distinct tokens of a query that normalise() has been through, with what only queries mean.

    A bare number may be an article's (1095, 一千零九十五); bare letters may be initials of pinyin (wpxj).
    """
    numbers = [*_DIGITS_AT_EDGE.findall(normalised), *_BARE.findall(normalised)]
    articles = [f"#{parse_number(number)}" for number in numbers]
    initials = [token for word in _LETTERS.findall(normalised) if len(set(word)) > 1 for token in initial_tokens(word)]
    return list(dict.fromkeys([*split(normalised), *articles, *initials]))


def initial_tokens(letters: str) -> list[str]:
    """Tokens of a string of pinyin initials: its first two letters, and every three in a row."""
    return [f"~^{letters[:2]}", *(f"~{letters[i : i + 3]}" for i in range(len(letters) - 2))]


def shard_of(token: str, shards: int) -> int:
    """The shard that holds a token: FNV-1a over its code points, modulo a power of two."""
    value = 0x811C9DC5
    for character in token:
        value = ((value ^ ord(character)) * 0x01000193) & 0xFFFFFFFF
    return (value ^ (value >> 15)) & (shards - 1)
