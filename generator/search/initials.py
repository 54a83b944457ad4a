"""Sounds of names: initials of pinyin (未批先建 -> wpxj), so that four keys find what takes twelve to type, and whole syllables."""

import re
from functools import lru_cache

from generator.reading import pinyin
from generator.search.tokens import initial_tokens, syllable_tokens

_LETTERS = re.compile("[a-z]{2,}")
_SYLLABLE = re.compile("[a-z]+")
_READ = re.compile(r"[^\x00-\x7f]+")


def initials(normalised: str) -> tuple[str, ...]:
    """Runs of initials of a text that tokens.normalise() has been through; Latin letters stand for themselves.

    Readings are those of the phrase (重点 -> zd, 重新 -> cx).
    """
    return tuple(_LETTERS.findall(_READ.sub(lambda run: _of_run(run[0]), normalised)))


def sound_tokens(normalised: str) -> list[str]:
    """Tokens under which the sounds of a name are found: its initials, and its syllables two by two."""
    tokens = [token for run in initials(normalised) for token in initial_tokens(run)]
    return tokens + [token for run in _spoken(normalised) for token in syllable_tokens(run)]


def spellings(name: str) -> tuple[str, ...]:
    """How a name is typed in letters alone: its syllables in one word, and its initials where they are no two letters."""
    spoken = _spoken(name)
    whole = "".join(spoken[0]) if len(spoken) == 1 else ""
    return tuple(word for word in (whole, *initials(name)) if len(word) > 2)


def _spoken(normalised: str) -> list[list[str]]:
    """Runs of syllables; what is no Chinese character ends one."""
    runs: list[list[str]] = []
    for match in _READ.finditer(normalised):
        runs.append([])
        for syllable in (one for phrase in pinyin.phrases(match[0]) for one in _syllables(phrase)):
            if _SYLLABLE.fullmatch(syllable):
                runs[-1].append(syllable)
            else:
                runs.append([])
    return runs


@lru_cache(maxsize=1 << 12)
def _of_run(text: str) -> str:
    """A heading stands in the title too, so runs come twice."""
    return "".join(map(_of_phrase, pinyin.phrases(text)))


@lru_cache(maxsize=1 << 16)
def _of_phrase(phrase: str) -> str:
    """Looking a reading up takes most of the time, and laws use few words."""
    return pinyin.first_letters(phrase)


@lru_cache(maxsize=1 << 16)
def _syllables(phrase: str) -> tuple[str, ...]:
    return tuple(pinyin.syllables(phrase))
