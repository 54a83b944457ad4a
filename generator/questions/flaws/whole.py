"""Flaws of the bank as a whole: twins, and keys that stand in one place or judge one way too often."""

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping, Sequence
from math import ceil, sqrt

from generator.questions.item import Item

_ALIKE = 0.9  # share of character pairs that two stems have in common
_SMALLEST = 40  # items below which a share means nothing


def twins(items: Sequence[Item]) -> Mapping[str, str]:
    """Id of each item that repeats an earlier one → id of that one.

    Twins have one type, one key and stems of which at least nine tenths of the character pairs agree; or one id.
    """
    found: dict[str, str] = {}
    stems = [_pairs(item.stem) for item in items]
    common = Counter(pair for pairs in stems for pair in pairs)
    groups: dict[tuple[str, ...], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, (item, pairs) in enumerate(zip(items, stems, strict=True)):
        right = [o.text for o in item.options if o.correct] or [item.answer]
        group = groups[item.type, *sorted(_plain(text) for text in right)]
        telling = _telling(pairs, common)
        near = sorted({other for pair in telling for other in group.get(pair, ())})
        first = next((other for other in near if _alike(pairs, stems[other])), None)
        if first is not None:
            found[item.id] = items[first].id
            continue
        for pair in telling:
            group[pair].append(number)
    return found


def _telling(pairs: frozenset[str], common: Mapping[str, int]) -> list[str]:
    """The rarest pairs of a stem, so many that a stem which is alike must have one of them among its own.

    Of two stems alike, neither lacks more than a tenth of the other's pairs, so that the rarest tenth and one more meet.
    """
    lacking = len(pairs) - ceil(_ALIKE * len(pairs))
    return sorted(pairs, key=lambda pair: (common[pair], pair))[: lacking + 2]


def bank_flaws(items: Sequence[Item]) -> list[str]:
    """What is out of balance: places of keys among four options, and 判断 true and false."""
    single = [item for item in items if item.type == "single" and len(item.options) == 4]
    places = Counter(item.answer for item in single)
    flaws = _uneven("单选题答案的位置", "ABCD", places, len(single))
    several = [item for item in items if item.type == "multiple" and len(item.options) == 4]
    marked = Counter(letter for item in several for letter in item.answer)
    judge = [item for item in items if item.type == "judge"]
    flaws += _uneven("多选题正确项的位置", "ABCD", marked, marked.total())
    return flaws + _uneven("判断题的正误", ("正确", "错误"), Counter(item.answer for item in judge), len(judge))


def _uneven(what: str, values: Iterable[str], counts: Counter[str], total: int) -> list[str]:
    """Shares further from even than chance and a tolerance of five hundredths allow (three standard errors)."""
    names = list(values)
    if total < _SMALLEST:
        return []
    even = 1 / len(names)
    allowed = 0.05 + 3 * sqrt(even * (1 - even) / total)
    return [
        f"{what}失衡：{name} 占 {counts[name] / total:.0%}，应近 {even:.0%}"
        for name in names
        if abs(counts[name] / total - even) > allowed
    ]


def _plain(text: str) -> str:
    return re.sub(r"[^\w%]", "", text)


def _pairs(stem: str) -> frozenset[str]:
    plain = _plain(stem)
    return frozenset(plain[i : i + 2] for i in range(len(plain) - 1)) or frozenset({plain})


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _ALIKE * len(one | other)
