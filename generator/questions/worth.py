"""What is worth asking: of each topic two fifths of the items apply the law to what happened; recall beyond that is left out.

What goes is only what is known by heart, and first what is worth least: a fact that another such item asks already, then
amounts, which are looked up, before words and periods; of these the articles that the fewest records turn to.  What people wrote stays.

No fact is asked by heart or by sense more than a few times over: who has met the scale of one article in six questions
knows the seventh without the law.
"""

from collections import Counter
from collections.abc import Sequence
from math import floor

from generator.library import Library
from generator.questions.asking import asks_amount, cluster, right
from generator.questions.authored import RULE_ID
from generator.questions.facts.mastery import rarity
from generator.questions.item import Item, rank

SHARE = 0.4  # a quarter is asked for; a smaller bank that is worth it beats a larger one
FULL = 100  # items of a topic below which none is spared
SAME = 3  # questions that ask one fact, those that apply it aside
ENOUGH = 1_000  # items of a bank below which papers need every one, however often a fact is asked
_RECALL, _APPLIED = "记忆", "应用"


def beyond(library: Library, items: Sequence[Item]) -> frozenset[str]:
    """Ids of the items to leave out, topic by topic in the order of the library, until so much of each is application."""
    twice = _twice([item for item in items if _spare(item)])
    order = sorted(
        (item for item in items if _spare(item)),
        key=lambda item: (
            item.id not in twice,
            not asks_amount(item),
            -max(rarity(library, basis) for basis in item.basis),
            rank("worth", item.id),
        ),
    )
    out: set[str] = set()
    for topic in library.topics:
        inside = [item for item in items if topic.id in item.topics]
        applied = sum(item.thought == _APPLIED for item in inside)
        left = sum(item.id not in out for item in inside)
        if len(inside) >= FULL:
            going = [item.id for item in order if topic.id in item.topics and item.id not in out]
            out.update(going[: max(0, left - floor(applied / SHARE))])
    return frozenset(out)


def repeated(items: Sequence[Item]) -> frozenset[str]:
    """Ids of the items to leave out because as many as are worth it ask the same decisive fact.

    Which stay is told by hash; of statements those whose verdict is rarer in their rule, so that the rest stay in balance.
    """
    facts: dict[str, list[Item]] = {}
    for item in sorted(items, key=lambda item: rank("same", item.id)):
        if item.thought != _APPLIED and item.rule != RULE_ID:
            facts.setdefault(cluster(item), []).append(item)
    verdicts = Counter((item.rule, right(item)) for same in facts.values() if len(same) <= SAME for item in same)
    out: set[str] = set()
    for _, same in sorted(facts.items()):
        left = list(same)
        for _ in range(SAME if len(same) > SAME else 0):
            stays = min(left, key=lambda item: verdicts[item.rule, right(item)])
            verdicts[stays.rule, right(stays)] += 1
            left.remove(stays)
        out.update(item.id for item in left if len(same) > SAME)
    return frozenset(out)


def _spare(item: Item) -> bool:
    return item.thought == _RECALL and item.rule != RULE_ID


def _twice(items: Sequence[Item]) -> set[str]:
    """Items that ask a fact which one before them asks, in an order by hash; the tiers of one penalty are facts apart."""
    seen: set[str] = set()
    found: set[str] = set()
    for item in sorted(items, key=lambda item: rank("twice", item.id)):
        own = {fact for fact in item.facts if not fact.endswith("/ladder")}
        if own & seen:
            found.add(item.id)
        seen |= own
    return found
