"""Sounds of Chinese text by pypinyin, which is asked only where a sound is needed.

Its tables take longer to read than all the rest of a command's start.
"""

import re
from collections.abc import Iterable

_WORD = re.compile(r"[a-z0-9]+")


def slug(title: str, longest: int) -> str:
    """An id from a title: its syllables joined by hyphens, cut at a syllable to at most ``longest`` characters.

    The same title always gives the same id; one without a letter or sound gives ``""``.
    """
    from pypinyin import lazy_pinyin  # noqa: PLC0415

    made = ""
    for syllable in _WORD.findall(" ".join(lazy_pinyin(title)).lower()):
        joined = f"{made}-{syllable}" if made else syllable
        if len(joined) > longest:
            break
        made = joined
    return made


def phrases(text: str) -> Iterable[str]:
    """The text cut into the phrases whose readings are known as phrases."""
    from pypinyin.seg.simpleseg import seg  # noqa: PLC0415

    cut: Iterable[str] = seg(text)
    return cut


def first_letters(phrase: str) -> str:
    """The initial of each character's sound, read as in this phrase (重点 -> zd, 重新 -> cx)."""
    from pypinyin import Style, lazy_pinyin  # noqa: PLC0415

    return "".join(lazy_pinyin(phrase, style=Style.FIRST_LETTER))


def syllables(phrase: str) -> list[str]:
    """The sound of each character, read as in this phrase; what has none stands as it is."""
    from pypinyin import lazy_pinyin  # noqa: PLC0415

    return list(lazy_pinyin(phrase))
