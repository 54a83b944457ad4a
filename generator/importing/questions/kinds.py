"""What trainers and platforms call the types of questions: each item type says so itself, and how a question of it is read."""

import re
from collections.abc import Iterator
from functools import cache

from generator.questions import types
from generator.questions.types import ItemType

#: Questions that are called something and read by none; and those of which it is open how many options are right.
OTHER, CHOICE = "other", "choice"
_NEVER_READ = "简答|问答|论述|名词解释|材料分析|阅读理解|主观|写作|essay|cloze"
_OPEN = "选择"
_POINTS = r"[（(\[【]\s*(?:本题|每题|每小题|共)?\s*\d+(?:\.\d+)?\s*分\s*[)）\]】]"
_POINTED = re.compile(rf"^\s*{_POINTS}\s*|\s*{_POINTS}\s*$")


def kind_of(words: str) -> str:
    """The type that words mean: the id of one that is read, ``OTHER``, ``CHOICE``, or nothing."""
    return next((kind for kind, pattern in _patterns() if pattern.search(words)), "")


def type_of(kind: str) -> ItemType | None:
    """The type that ``kind_of`` names; of ``CHOICE``, that with one right option."""
    if kind == CHOICE:
        return brought_by("options")
    return types.named(kind) if kind and kind != OTHER else None


def brought_by(way: str, several: bool = False, told: ItemType | None = None) -> ItemType:
    """The type of questions that are answered in this way: the one told, if it is, else the first in order.

    Args:
        way: as ``ItemType.brought``.
        several: whether all its options may be right.
        told: what the file calls it.
    """
    found = (*([told] if told else []), *types.all_types())
    return next(type for type in found if type.brought == way and type.several == several)


def answered(kind: str) -> str:
    """How questions of the type that ``kind_of`` names are answered, as ``ItemType.brought``."""
    found = type_of(kind)
    return found.brought if found else ""


def in_words(kind: str) -> bool:
    """Whether the type that ``kind_of`` names is answered in words of one's own, and no letter."""
    return kind == OTHER or answered(kind) == "gaps"


@cache
def word() -> str:
    """Any of the words by which types are called, for other patterns."""
    return "|".join(words for _, words in _words())


def unmarked(stem: str) -> tuple[str, str]:
    """A stem without its points and the mark of its type, and the words of that mark: （多选）…, … [单选题] (2分)."""
    words = ""
    for _ in range(3):
        before = stem
        stem = _POINTED.sub("", stem)
        for pattern in _marks():
            if found := pattern.search(stem):
                words = words or found["kind"] or found.groupdict().get("bare") or ""
                stem = stem[: found.start()] + stem[found.end() :]
        if stem == before:
            break
    return stem.strip(), words


def _words() -> Iterator[tuple[str, str]]:
    """What ``kind_of`` says, and the words for it: of types that are read first, those with several right options before others."""
    known = sorted(types.all_types(), key=lambda type: (not type.brought, not type.several, type.place))
    yield from ((type.id if type.brought else OTHER, type.called) for type in known if type.called)
    yield from ((OTHER, _NEVER_READ), (CHOICE, _OPEN))


@cache
def _patterns() -> tuple[tuple[str, re.Pattern[str]], ...]:
    return tuple((kind, re.compile(words, re.IGNORECASE)) for kind, words in _words())


@cache
def _marks() -> tuple[re.Pattern[str], re.Pattern[str]]:
    """The mark of a type before a stem and behind it."""
    mark = rf"[（(\[【〔]\s*(?P<kind>(?:{word()})[^）)\]】〕]{{0,4}})\s*[)）\]】〕]"
    front = rf"^\s*(?:{mark}|(?P<bare>(?:{word()})题?)[:：])\s*"
    return re.compile(front, re.IGNORECASE), re.compile(rf"\s*{mark}\s*$", re.IGNORECASE)
