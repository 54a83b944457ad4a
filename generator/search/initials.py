"""Initials of pinyin (未批先建 -> wpxj), so that four keys find what takes twelve to type."""

import re
from functools import lru_cache

from pypinyin import Style, lazy_pinyin

from generator.search.tokens import initial_tokens

_LETTERS = re.compile("[a-z]{2,}")


@lru_cache(maxsize=1 << 14)
def initials(normalised: str) -> tuple[str, ...]:
    """Runs of initials of a text that tokens.normalise() has been through; Latin letters stand for themselves.

    Readings are those of the phrase (重点 -> zd, 重新 -> cx).
    """
    return tuple(_LETTERS.findall("".join(lazy_pinyin(normalised, style=Style.FIRST_LETTER))))


def sound_tokens(normalised: str) -> list[str]:
    """Tokens under which the initials of a name are found."""
    return [token for run in initials(normalised) for token in initial_tokens(run)]
