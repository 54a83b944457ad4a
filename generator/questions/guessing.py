"""Items that somebody who knows no law would answer from having seen the others: they are left out of the bank.

Within a rule an option can tell by itself whether it is right: a text that nearly always is, the middle one of three amounts,
the one that rises.  What such signs are worth is counted over all other items of the rule; the items that they give away
most clearly go, a few at a time, until the signs say little more than chance.  Nothing but the items themselves decides.
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from math import ceil, log

from generator.questions import types
from generator.questions.base_rates import skewed
from generator.questions.item import Item, Option, rank

MANY = 20  # items of a rule, or of a topic, from which habits are counted
FEWEST = 8  # items of a rule below which signs mean nothing
LEAVE = 0.05  # share of items above chance that signs may still get right
_AT_ONCE = 0.04  # share of the items that go before signs are counted anew
_SEEN = 3  # options that must bear a sign before it counts
_FIGURE = re.compile(r"\d+(?:\.\d+)?")
_PLACES = {"万": 10_000.0, "亿": 100_000_000.0}
_AMOUNT = re.compile(r"(\d+(?:\.\d+)?)(万|亿)?")

Signs = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Asked:
    """An item: the signs of each option, which are right, and how much each habit of guessing likes them."""

    item: str
    sort: str
    options: tuple[tuple[Signs, bool], ...]
    likings: tuple[tuple[float, ...], ...]

    @property
    def alone(self) -> int | None:
        """The place of the one that is right; None where several may be."""
        right = [place for place, (_, right) in enumerate(self.options) if right]
        return right[0] if len(right) == 1 else None


@dataclass(frozen=True, slots=True)
class Known:
    """What signs get right of an item, or of a part of one.

    Attributes:
        item, rule, type: ids; of a part, of the item that it belongs to, and the type as which it is marked.
        whole: whether it is the item itself.
        right, chance: share of it that is right by signs, and by chance.
        margin: how much signs prefer what is right.
    """

    item: str
    rule: str
    type: str
    whole: bool
    right: float
    chance: float
    margin: float


def known(items: Sequence[Item]) -> Iterator[Known]:
    """For each item and part in which one chooses, what the others of its rule and sort tell of it; nothing is left out."""
    groups: dict[tuple[str, str, bool], list[tuple[str, _Asked]]] = defaultdict(list)
    for item in items:
        for part in types.of(item).decided(item):
            if types.of(part).chosen:
                groups[item.rule, part.type, part.id == item.id].append((item.id, _whole(part)))
    for (rule, sort, whole), own in groups.items():
        options = [right for _, one in own for _, right in one.options]
        commoner = max(sum(options), len(options) - sum(options)) / len(options)
        margins = _margins([one for _, one in own])
        for place, (id, one) in enumerate(own):
            chance = commoner if one.alone is None else 1 / len(one.options)
            above, margin = margins[place]
            yield Known(id, rule, sort, whole, min(1.0, above + chance), chance, margin)


def _spoken(item: Item) -> tuple[Signs, ...]:
    """Of a statement its words, for either verdict."""
    words = sorted(_pairs(_FIGURE.sub("#", item.stem)))
    return tuple(tuple(f"{option.text} {pair}" for pair in words) for option in item.options)


def given_away(items: Sequence[Item], by_topic: bool = True) -> frozenset[str]:
    """Ids of the items to leave out, whichever rule made them.  Parts of chains stay: a situation is read, not guessed.

    First what signs give away, rule by rule and sort by sort, then items with texts that tell still (``base_rates.skewed``),
    then topic by topic: a rule that tells little of its items may tell most of those of one subject, of which papers are made.

    Args:
        items: whatever could be asked.
        by_topic: look at topics too; a small bank has too few items of each to tell a habit from what its few facts are.
    """
    groups: dict[tuple[str, str], list[_Asked]] = defaultdict(list)
    for item in items:
        for asked in _asked(item):
            groups[item.rule, asked.sort].append(asked)
    out: set[str] = set()
    for asked_of_sort in groups.values():
        left = [asked for asked in asked_of_sort if asked.item not in out]
        out |= _by_habit(left)
        out |= _telling([asked for asked in left if asked.item not in out], "text ")
        out |= _telling([asked for asked in left if asked.item not in out])
    out |= _skewed([item for item in items if item.id not in out])
    if by_topic:
        out |= _of_topics([item for item in items if item.id not in out])
    return frozenset(out)


def _of_topics(items: Sequence[Item]) -> set[str]:
    """Items that go until of no topic the questions of one type are known by signs, statements by their words included."""
    topics = {item.id: item.topics for item in items}
    groups: dict[tuple[str, str], list[_Asked]] = defaultdict(list)
    for item in items:
        if types.of(item).chosen:
            groups[item.rule, item.type].append(_whole(item))
    found = {name: _ranked(asked) for name, asked in groups.items() if len(asked) >= MANY}
    out: set[str] = set()
    while True:
        inside: dict[tuple[str, str], list[tuple[float, str, float]]] = defaultdict(list)
        for (_, sort), ranked in found.items():
            for one in ranked:
                for topic in topics[one[1]]:
                    inside[topic, sort].append(one)
        going: set[str] = set()
        for of in inside.values():
            if len(of) >= MANY and sum(above for _, _, above in of) > LEAVE * len(of):
                going.update(id for _, id, _ in sorted(of)[: ceil(_AT_ONCE * len(of))])
        if not going:
            return out
        out |= going
        for name, ranked in found.items():
            if any(id in going for _, id, _ in ranked):
                groups[name] = [one for one in groups[name] if one.item not in out]
                found[name] = _ranked(groups[name])


def _ranked(asked: list[_Asked]) -> list[tuple[float, str, float]]:
    """For each: by how much signs prefer what is right, negative; its item; how far they bring it above chance."""
    return [(-margin, asked[place].item, above) for place, (above, margin) in _margins(asked).items()]


def _whole(item: Item) -> _Asked:
    signs_of = signs(item) if types.of(item).lettered else _spoken(item)
    return _Asked(item.id, item.type, tuple(zip(signs_of, (o.correct for o in item.options), strict=True)), ())


def _asked(item: Item) -> Iterable[_Asked]:
    for part in types.of(item).decided(item):
        type = types.of(part)
        if part.id == item.id and type.chosen and type.lettered:
            told = tuple(zip(signs(part), (o.correct for o in part.options), strict=True))
            yield _Asked(item.id, part.type, told, _likings(part))


def signs(item: Item) -> tuple[Signs, ...]:
    """What can be seen of each option without law: its text, its place, its length, its size and what it has from the stem."""
    asked = item.stem.rpartition("\n")[2]
    sizes = [_size(option.text) for option in item.options]
    lengths = [len(option.text) for option in item.options]
    shared = [len(_pairs(option.text) & _pairs(asked)) for option in item.options]
    return tuple(
        (
            f"text {option.text}",
            f"frame {_FIGURE.sub('#', option.text)}",
            *(f"has {pair}" for pair in sorted(_pairs(option.text)) if not _FIGURE.search(pair)),
            f"place {place} of {len(item.options)}",
            f"length {_order(lengths, place)}",
            f"size {_order(sizes, place)}" if any(sizes) else "",
            f"shared {_order(shared, place)}",
            f"way {_way(option.text)}",
            f"mirrored {_mirrored(item.options, place)}",
        )
        for place, option in enumerate(item.options)
    )


def _likings(item: Item) -> tuple[tuple[float, ...], ...]:
    """What candidates go by, habit by habit: words of the stem, the largest, the smallest, the middle, the longest, the likest."""
    asked = _pairs(item.stem.rpartition("\n")[2])
    texts = [_pairs(option.text) for option in item.options]
    sizes = [_size(option.text) for option in item.options]
    return (
        tuple(len(text & asked) / (1 + len(text)) for text in texts),
        tuple(float(len(text & asked)) for text in texts),
        tuple(sizes),
        tuple(-size for size in sizes),
        tuple(-float(abs(sum(s < own for s in sizes) - sum(s > own for s in sizes))) for own in sizes),
        tuple(float(len(option.text)) for option in item.options),
        tuple(float(sum(len(own & other) for other in texts)) for own in texts),
    )


def _by_habit(asked: list[_Asked]) -> set[str]:
    """Items with one right option that go until no habit gets more right than signs may: those it is surest of."""
    out: set[str] = set()
    for habit in range(len(asked[0].likings) if len(asked) >= MANY else 0):
        left = [one for one in asked if one.item not in out and one.alone is not None]
        hits = {one.item: _hit(one, habit) for one in left}
        sure = sorted((one.item for one in left if hits[one.item] == 1), key=lambda id: rank("habit", id))
        chance = {one.item: 1 / len(one.options) for one in left}
        for id in sure:
            if len(hits) < FEWEST or sum(hits.values()) - sum(chance[i] for i in hits) <= LEAVE * len(hits):
                break
            out.add(id)
            del hits[id]
    return out


def _hit(one: _Asked, habit: int) -> float:
    """The share that is right of what the habit likes best."""
    liked = one.likings[habit]
    best = [place for place, value in enumerate(liked) if value == max(liked)]
    return (one.alone in best) / len(best)


def _telling(asked: list[_Asked], only: str = "") -> set[str]:
    """Items of one rule and sort that go until signs, or those that begin with ``only``, get few more right than chance."""
    if only:
        told = [
            tuple((tuple(s for s in of if s.startswith(only)), right) for of, right in one.options) for one in asked
        ]
        asked = [replace(one, options=options) for one, options in zip(asked, told, strict=True)]
    out: set[str] = set()
    while len(asked) >= FEWEST:
        margins = _margins(asked)
        known = sum(share for share, _ in margins.values()) / len(margins)
        if known <= LEAVE:
            break
        worst = sorted(margins, key=lambda place: (-margins[place][1], asked[place].item))
        gone = {asked[place].item for place in worst[: ceil(_AT_ONCE * len(asked))]}
        out |= gone
        asked = [one for one in asked if one.item not in gone]
    return out


def _margins(asked: Sequence[_Asked]) -> dict[int, tuple[float, float]]:
    """For each: how far signs bring it above chance, and by how much they prefer what is right."""
    counts: dict[str, list[int]] = defaultdict(lambda: [0, 0])
    totals = [0, 0]
    for one in asked:
        _count(counts, totals, one, 1)
    found = {}
    for place, one in enumerate(asked):
        _count(counts, totals, one, -1)
        scores = [(_score(counts, totals, of), right) for of, right in one.options]
        found[place] = _alone(scores) if sum(right for _, right in scores) == 1 else _several(scores, totals)
        _count(counts, totals, one, 1)
    return found


def _count(counts: dict[str, list[int]], totals: list[int], one: _Asked, by: int) -> None:
    for of, right in one.options:
        totals[right] += by
        for sign in of:
            counts[sign][right] += by


def _score(counts: dict[str, list[int]], totals: Sequence[int], of: Signs) -> float:
    """Log odds of right, one sign beside the other; above 0 where it is likelier than of any option."""
    wrong, right = totals[0] + 2, totals[1] + 2
    return sum(
        log((counts[sign][1] + 1) / right) - log((counts[sign][0] + 1) / wrong)
        for sign in of
        if sign and sum(counts[sign]) >= (1 if len(of) == 1 else _SEEN)
    )


def _alone(scores: Sequence[tuple[float, bool]]) -> tuple[float, float]:
    """One is right: taken the likeliest, a tie shared."""
    best = max(score for score, _ in scores)
    likely = [right for score, right in scores if score == best]
    own = next(score for score, right in scores if right)
    others = max(score for score, right in scores if not right)
    return sum(likely) / len(likely) - 1 / len(scores), own - others


def _several(scores: Sequence[tuple[float, bool]], totals: Sequence[int]) -> tuple[float, float]:
    """Several may be right: each taken for itself; chance is what is commoner."""
    odds = log((totals[1] + 1) / (totals[0] + 1))
    chance = max(totals) / sum(totals) if sum(totals) else 1.0
    known = sum((score + odds > 0) == right for score, right in scores) / len(scores)
    return known - chance, sum(score if right else -score for score, right in scores) / len(scores)


def _skewed(items: Sequence[Item]) -> set[str]:
    """Items that go until no text of their rule tells."""
    out: set[str] = set()
    while found := skewed([item for item in items if item.id not in out]):
        for one in found:
            odd = one.right * 2 > one.used
            bearing = sorted(
                item.id
                for item in items
                if item.rule == one.rule and item.id not in out and _bears(item, one.text, odd)
            )
            out.update(bearing[: ceil(len(bearing) * 0.1)])
    return out


def _bears(item: Item, text: str, right: bool) -> bool:
    return any(o.text == text and o.correct == right for part in types.of(item).decided(item) for o in part.options)


def _order(values: Sequence[float], place: int) -> str:
    """How many lie below and above."""
    own = values[place]
    return f"{sum(value < own for value in values)}/{sum(value > own for value in values)}"


def _size(text: str) -> float:
    return sum(float(number) * _PLACES.get(unit, 1.0) for number, unit in _AMOUNT.findall(text))


def _way(text: str) -> str:
    """由甲改为乙: up, down or neither."""
    before, _, after = text.partition("改为")
    return "" if not after else "up" if _size(before) < _size(after) else "down"


def _mirrored(options: Sequence[Option], place: int) -> int:
    """How many others have the same figures."""
    own = sorted(_FIGURE.findall(options[place].text))
    return sum(sorted(_FIGURE.findall(other.text)) == own for at, other in enumerate(options) if own and at != place)


def _pairs(text: str) -> set[str]:
    return {text[at : at + 2] for at in range(len(text) - 1)}
