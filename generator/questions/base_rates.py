"""Base rates: option texts that tell by themselves whether they are right, to anyone who has seen enough items of a rule."""

from collections import Counter, defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from math import sqrt

from generator.questions import types
from generator.questions.item import Item

OFTEN = 30  # uses within a rule below which a share means nothing
_LOW, _HIGH = 0.10, 0.60  # shares of right between which a text tells too little to help
_Z = 1.959964  # of a 95% interval, two-sided


@dataclass(frozen=True, slots=True)
class Skewed:
    """An option text whose truth can be guessed within its rule.

    Attributes:
        rule: id of the rule.
        text: the option.
        right, used: items in which it is right, and in which it stands at all.
    """

    rule: str
    text: str
    right: int
    used: int


def skewed(items: Sequence[Item]) -> tuple[Skewed, ...]:
    """Texts used ``OFTEN`` or more in a rule that are right wholly under 10% or over 60%, by rule, most used first.

    Wholly means the 95% interval of the share (Wilson's).  Parts of a chain count as items of its rule; the verdicts of
    types whose options are no letters (正确, 错误) are left aside, as are options that are matched or put in order.
    """
    used: dict[str, Counter[str]] = defaultdict(Counter)
    right: dict[str, Counter[str]] = defaultdict(Counter)
    for rule, text, correct in _options(items):
        used[rule][text] += 1
        right[rule][text] += correct
    found = [
        Skewed(rule, text, right[rule][text], count)
        for rule, texts in used.items()
        for text, count in texts.items()
        if count >= OFTEN and _tells(right[rule][text], count)
    ]
    return tuple(sorted(found, key=lambda one: (one.rule, -one.used, one.text)))


def interval(right: int, used: int) -> tuple[float, float]:
    """Wilson's 95% interval of the share ``right / used``; ``used`` is at least 1."""
    share, weight = right / used, _Z * _Z / used
    middle = (share + weight / 2) / (1 + weight)
    half = _Z * sqrt(share * (1 - share) / used + weight / (4 * used)) / (1 + weight)
    return max(0.0, middle - half), min(1.0, middle + half)


def _tells(right: int, used: int) -> bool:
    low, high = interval(right, used)
    return high < _LOW or low > _HIGH


def _options(items: Sequence[Item]) -> Iterator[tuple[str, str, bool]]:
    for item in items:
        for part in types.of(item).decided(item):
            type = types.of(part)
            if type.chosen and type.lettered:
                yield from ((item.rule, option.text, option.correct) for option in part.options)
