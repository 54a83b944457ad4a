"""Solvers that know no law: what they get right, an item gives away.

Each takes the items it may learn from and returns a score for every option of an item, the higher the likelier it is right.
The first eight do what candidates do; the last is a naive Bayes over the look of options and stems, learned from other items.
It shares nothing with ``generator.questions.guessing``, which is what it holds to account.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from hashlib import sha256
from math import log, sqrt

from generator.questions import types
from generator.questions.item import Item

Scores = list[float]
Solver = Callable[[Item], Scores]
Strategy = Callable[[Sequence[Item]], Solver]
FOLDS = 5
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_DAY = re.compile(r"(\d{4})年(\d+)月(\d+)日")
_SUM = re.compile(r"(\d+(?:\.\d+)?)([万亿]?)")


def parts(items: Sequence[Item]) -> Iterator[Item]:
    """What a candidate chooses in: items, and parts of chains, under the rule of their chain."""
    for item in items:
        for part in types.of(item).decided(item):
            if types.of(part).chosen:
                yield part


def stem(item: Item) -> str:
    """The question itself, without the material of its situation."""
    return item.stem.rpartition("\n")[2]


def pairs(text: str) -> set[str]:
    plain = _NUMBER.sub("#", text)
    return {plain[at : at + 2] for at in range(len(plain) - 1)}


def size(text: str) -> float:
    day = _DAY.fullmatch(text)
    if day:
        return float(int(day[1]) * 10_000 + int(day[2]) * 100 + int(day[3]))
    return sum(float(n) * {"": 1, "万": 1e4, "亿": 1e8}[unit] for n, unit in _SUM.findall(text))


def judged(item: Item) -> bool:
    return not types.of(item).lettered


# ---- what candidates do ----


def most_often_true(known: Sequence[Item]) -> Solver:
    """The text that has most often been right beside wrong in the same rule."""
    right, used = Counter(), Counter()
    for item in known:
        for option in item.options:
            used[item.rule, option.text] += 1
            right[item.rule, option.text] += option.correct
    return lambda item: [(right[item.rule, o.text] + 0.25) / (used[item.rule, o.text] + 1) for o in item.options]


def plausible(known: Sequence[Item]) -> Solver:
    """The text that is right most often anywhere: 生态环境主管部门."""
    right = Counter(option.text for item in known for option in item.options if option.correct)
    return lambda item: [float(right[option.text]) for option in item.options]


def mirrored(_: Sequence[Item]) -> Solver:
    """One of those that share most of their words with the others."""
    return lambda item: [
        float(sum(len(pairs(o.text) & pairs(other.text)) for other in item.options if other is not o))
        for o in item.options
    ]


def from_the_stem(_: Sequence[Item]) -> Solver:
    """The one that shares most characters with the stem."""
    return lambda item: [len(pairs(o.text) & pairs(stem(item))) / (1 + len(pairs(o.text))) for o in item.options]


def trade_words(known: Sequence[Item]) -> Solver:
    """As ``from_the_stem``, rare words first: what is said of ships goes with ships."""
    common = Counter(pair for item in known for pair in pairs(stem(item)))
    return lambda item: [
        sum(1 / (1 + common[pair]) for pair in pairs(o.text) & pairs(stem(item))) for o in item.options
    ]


def middle(_: Sequence[Item]) -> Solver:
    """The middle amount."""

    def solve(item: Item) -> Scores:
        sizes = [size(option.text) for option in item.options]
        return [-abs(sum(s < own for s in sizes) - sum(s > own for s in sizes)) + own / 1e12 for own in sizes]

    return solve


def largest(_: Sequence[Item]) -> Solver:
    """The largest amount."""
    return lambda item: [size(option.text) for option in item.options]


def longest(_: Sequence[Item]) -> Solver:
    """The longest text; of statements, that those with 一律, 必须, 任何 are false."""

    def solve(item: Item) -> Scores:
        if judged(item):
            return [
                float(bool(re.search("一律|必须|任何|都|只", item.stem)) == (o.text == "错误")) for o in item.options
            ]
        return [float(len(option.text)) for option in item.options]

    return solve


# ---- what is learned ----


def signs(item: Item, place: int) -> set[str]:
    own = item.options[place].text
    if judged(item):
        return {f"{own} {pair}" for pair in pairs(stem(item))}
    texts = [option.text for option in item.options]
    sizes, shared = [size(text) for text in texts], [len(pairs(text) & pairs(stem(item))) for text in texts]
    return {
        f"= {own}",
        f"at {place}/{len(texts)}",
        f"long {sum(len(t) < len(own) for t in texts)}",
        f"size {sum(s < sizes[place] for s in sizes)}",
        f"stem {sum(s < shared[place] for s in shared)}",
        *(f"has {pair}" for pair in pairs(own)),
    }


class Bayes:
    """What options of the same rule look like, right and wrong; a solver that can learn and forget items."""

    def __init__(self, known: Sequence[Item] = ()) -> None:
        self._seen: dict[str, dict[bool, Counter[str]]] = defaultdict(lambda: {True: Counter(), False: Counter()})
        self._total: dict[str, Counter[bool]] = defaultdict(Counter)
        self.learn(known)

    def learn(self, items: Sequence[Item], times: int = 1) -> None:
        """Count the items in; with ``times`` -1, out again."""
        for item in items:
            name = f"{item.rule}/{item.type}"
            for place, option in enumerate(item.options):
                counts = self._seen[name][option.correct]
                for sign in signs(item, place):
                    counts[sign] += times
                self._total[name][option.correct] += times

    def __call__(self, item: Item) -> Scores:
        name = f"{item.rule}/{item.type}"
        yes, no, counts = self._seen[name][True], self._seen[name][False], self._total[name]
        prior = 0.0 if types.of(item).sole or judged(item) else log((counts[True] + 1) / (counts[False] + 1))
        return [
            prior
            + sum(
                log((yes[s] + 0.5) / (counts[True] + 1)) - log((no[s] + 0.5) / (counts[False] + 1))
                for s in sorted(signs(item, place))
                if yes[s] + no[s] > 1
            )
            for place in range(len(item.options))
        ]


def naive_bayes(known: Sequence[Item]) -> Solver:
    """What options of the same rule look like, right and wrong."""
    return Bayes(known)


STRATEGIES: dict[str, Strategy] = {
    each.__name__: each
    for each in (
        most_often_true,
        plausible,
        mirrored,
        from_the_stem,
        trade_words,
        middle,
        largest,
        longest,
        naive_bayes,
    )
}


# ---- what they are worth ----


@dataclass(frozen=True)
class Found:
    """How many of how many a strategy gets right, and by chance."""

    right: float
    count: int
    chance: float

    @property
    def low(self) -> float:
        """Lower 95% bound of the share (Wilson)."""
        share, z = self.right / self.count, 1.959964
        middle = share + z * z / (2 * self.count)
        half = z * sqrt(share * (1 - share) / self.count + z * z / (4 * self.count**2))
        return (middle - half) / (1 + z * z / self.count)


def fold(item: Item) -> int:
    """Of items that ask the same and have the same key all or none are learned from: that would be knowing the question."""
    asked = stem(item) + "".join(sorted(option.text for option in item.options if option.correct))
    return sha256(asked.encode()).digest()[0] % FOLDS


def picked(item: Item, scores: Scores) -> list[bool]:
    """The options taken: the likeliest; of several, all that are likelier right than wrong, and two at least."""
    order = sorted(range(len(scores)), key=lambda place: (-scores[place], item.options[place].text))
    if types.of(item).sole or judged(item):
        taken = set(order[:1])
    else:
        taken = set(order[: max(2, sum(score > 0 for score in scores))])
    return [place in taken for place in range(len(scores))]


def scored(items: Sequence[Item], strategy: Strategy) -> dict[str, Found]:
    """Rule and type → what the strategy gets right of items it has not learned from; of several, option by option."""
    asked = list(parts(items))
    groups: dict[str, list[tuple[float, float]]] = defaultdict(list)
    base: dict[str, Counter[bool]] = defaultdict(Counter)
    for item in asked:
        base[f"{item.rule}/{item.type}"].update(option.correct for option in item.options)
    for number in range(FOLDS):
        solve = strategy([item for item in asked if fold(item) != number])
        for item in (item for item in asked if fold(item) == number):
            name = f"{item.rule}/{item.type}"
            taken = picked(item, solve(item))
            if types.of(item).sole or judged(item):
                ok = any(t and o.correct for t, o in zip(taken, item.options, strict=True))
                groups[name].append((float(ok), 1 / len(item.options)))
            else:
                same = sum(t == o.correct for t, o in zip(taken, item.options, strict=True)) / len(item.options)
                groups[name].append((same, max(base[name].values()) / base[name].total()))
    return {
        name: Found(sum(r for r, _ in found), len(found), sum(c for _, c in found) / len(found))
        for name, found in groups.items()
    }
