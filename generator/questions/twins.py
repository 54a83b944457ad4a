"""Twins: items that ask the same twice."""

import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from math import ceil

from generator.questions import types
from generator.questions.item import Item

_ALIKE = 0.9  # share of character pairs that two stems have in common


def twins(items: Sequence[Item]) -> Mapping[str, str]:
    """Id of each item that repeats an earlier one → id of that one.

    Twins have one type, one key and stems of which at least nine tenths of the character pairs agree; or one id.
    """
    found: dict[str, str] = {}
    stems = [_pairs(item.stem) for item in items]
    common = Counter(pair for pairs in stems for pair in pairs)
    groups: dict[tuple[str, ...], dict[str, list[int]]] = defaultdict(lambda: defaultdict(list))
    for number, (item, pairs) in enumerate(zip(items, stems, strict=True)):
        group = groups[item.type, *sorted(_plain(text) for text in types.of(item).told(item))]
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


def _plain(text: str) -> str:
    return re.sub(r"[^\w%]", "", text)


def _pairs(stem: str) -> frozenset[str]:
    plain = _plain(stem)
    return frozenset(plain[i : i + 2] for i in range(len(plain) - 1)) or frozenset({plain})


def _alike(one: frozenset[str], other: frozenset[str]) -> bool:
    return len(one & other) >= _ALIKE * len(one | other)
