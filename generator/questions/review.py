"""What a person should read next: how far signs without law answer each rule, and the items that are likeliest to want mending.

Nothing here keeps an item out of the bank (``guessing`` does that); it tells whoever has an evening where to begin.
"""

from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from generator.library import Library
from generator.questions import types
from generator.questions.asking import amounts, articles
from generator.questions.facts.mastery import rarity
from generator.questions.guessing import Known, known
from generator.questions.item import Item

EACH = 4  # items that a reason puts on the list
_FEWEST = 8  # items of a rule and sort below which a share says nothing
_LONG = 180  # characters from which on a question by itself is slow to read


@dataclass(frozen=True, slots=True)
class Score:
    """How many items, or parts, of a rule and type signs without law answer.

    Attributes:
        rule, type: ids; of parts of chains the type as which they are marked.
        count: items or parts.
        right: share that is answered from what the others of the rule look like; of several options option by option.
        chance: share that anybody gets right who knows nothing.
    """

    rule: str
    type: str
    count: int
    right: float
    chance: float


@dataclass(frozen=True, slots=True)
class ToRead:
    """An item to be read, and why it is on the list."""

    item: Item
    why: str


def scores(items: Sequence[Item]) -> tuple[Score, ...]:
    """One for each rule and type that has enough of them, those that give most away first."""
    groups: dict[tuple[str, str], list[Known]] = defaultdict(list)
    for one in known(items):
        groups[one.rule, one.type].append(one)
    found = [
        Score(rule, type, len(own), _mean(one.right for one in own), _mean(one.chance for one in own))
        for (rule, type), own in groups.items()
        if len(own) >= _FEWEST
    ]
    return tuple(sorted(found, key=lambda score: (score.chance - score.right, score.rule, score.type)))


def _mean(values: Iterator[float]) -> float:
    all_of = list(values)
    return sum(all_of) / len(all_of)


def to_read(library: Library, items: Sequence[Item]) -> tuple[ToRead, ...]:
    """A few items for each reason, each item once, in an order that depends on the items alone."""
    found: dict[str, ToRead] = {}
    for why, chosen in _reasons(library, items):
        new = [item for item in chosen if item.id not in found]
        found |= {item.id: ToRead(item, why) for item in new[:EACH]}
    return tuple(found.values())


def _reasons(library: Library, items: Sequence[Item]) -> Iterator[tuple[str, list[Item]]]:
    sure = {one.item: one.margin for one in known(items) if one.whole and one.right == 1}
    yield "不懂法律、照选项的样子最有把握猜对", _by(items, lambda item: sure.get(item.id, 0.0))
    cited = Counter(article for item in items for article in articles(item))
    yield (
        "所依据的条文问得最多，看是不是换着话问同一件事",
        _by(items, lambda item: max(map(cited.__getitem__, articles(item)), default=0)),
    )
    yield (
        "要背的数额，条文却没有清单、义务、职权用到，看值不值得问",
        _by(
            items,
            lambda item: (
                bool(amounts(item)) * min(rarity(library, basis) for basis in item.basis) if item.basis else 0.0
            ),
        ),
    )
    yield "估计最难，看是难在法律还是难在说法", _by(items, lambda item: item.difficulty)
    yield (
        "单独一题而题干最长，看读不读得完",
        _by(items, lambda item: len(item.stem) if types.of(item).chosen and len(item.stem) > _LONG else 0),
    )
    twice = Counter(item.cluster for item in items)
    yield "同一个决定性的事实有几题，看哪一题问得最好", _by(items, lambda item: twice[item.cluster] - 1)


def _by(items: Sequence[Item], worth: Callable[[Item], float]) -> list[Item]:
    """Items of some worth, the greatest first and of each rule and conduct the first only."""
    ranked = sorted(((worth(item), item) for item in items), key=lambda pair: (-pair[0], pair[1].id))
    seen: set[tuple[str, str]] = set()
    found = []
    for value, item in ranked:
        about = (item.rule, item.conduct or (articles(item) or [item.id])[0])
        if value > 0 and about not in seen:
            seen.add(about)
            found.append(item)
    return found


def by_thought(items: Sequence[Item]) -> Mapping[str, Counter[str]]:
    """Rule → level of thought → items."""
    found: dict[str, Counter[str]] = defaultdict(Counter)
    for item in items:
        found[item.rule][item.thought] += 1
    return dict(sorted(found.items()))


def by_topic(library: Library, items: Sequence[Item]) -> Mapping[str, Counter[str]]:
    """Topic, in the order of the library → level of thought → items; an item with several topics counts in each."""
    return {topic.id: Counter(item.thought for item in items if topic.id in item.topics) for topic in library.topics}


def by_article(items: Sequence[Item]) -> Counter[tuple[str, str]]:
    """Regulation and article → items that rest on it."""
    return Counter(
        place for item in items for place in dict.fromkeys((basis.regulation, basis.key) for basis in item.basis)
    )


def by_cluster(items: Sequence[Item]) -> Counter[str]:
    """Decisive fact → items that turn on it; no two of them meet in a paper."""
    return Counter(item.cluster for item in items)
