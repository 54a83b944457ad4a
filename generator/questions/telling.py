"""Facts told and facts asked: what the stem of one item says is no question any more beside it.

An item asks figures of its articles, names (an authority, a term that fills a blank), an article for a conduct, a condition
for a consequence.  It tells what its stem, its evidence and its questions say; what people wrote tells the periods, too, on
which its answer turns (四十天 is too late, of sixty days).  Both are short texts; where an item tells what another asks, the
two must not stand in one paper.
"""

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import replace

from generator.questions import types
from generator.questions.asking import articles, cluster
from generator.questions.item import Item
from generator.questions.writing.quantities import arabic, quantities

_LOCUS = re.compile(r"第\d+条(?:之.)?")
_SHORTEST = 3  # characters of a name that can be told
_PERIODS = frozenset({"日", "天", "个工作日", "个月", "年", "小时"})
#: What is asked of nearly every article, so that saying it says nothing.
_COMMON = frozenset({"正确", "错误", "情节严重", "拒不改正", "罚款", "责令改正", "警告"})


def marked(items: Sequence[Item]) -> tuple[Item, ...]:
    """The items with their cluster, what they ask and what they tell."""
    asked = [frozenset(_asked(item)) for item in items]
    names: dict[str, set[str]] = defaultdict(set)
    for tokens in asked:
        for token in tokens:
            place, sign, name = token.partition(":")
            if sign:
                names[place].add(name)
    return tuple(
        replace(item, cluster=cluster(item), asks=tuple(sorted(own)), tells=tuple(sorted(_told(item, names) - own)))
        for item, own in zip(items, asked, strict=True)
    )


def _asked(item: Item) -> Iterator[str]:
    """``law/article=figure``, ``law/article:name``, ``@conduct:第N条``."""
    for part in types.of(item).decided(item):
        for text in _right(part):
            figures = [quantity.text for quantity in quantities(arabic(text))]
            asked = part.claim.ask if part.claim else ""
            if asked == "cited":
                yield from (f"@{part.conduct}:{locus}" for locus in _LOCUS.findall(text)[-1:])
            elif figures:
                yield from (f"{place}={figure}" for place in articles(part) for figure in figures)
            elif len(text) >= _SHORTEST and text not in _COMMON:
                yield from (f"{place}:{text}" for place in articles(part))


def _right(part: Item) -> list[str]:
    """What is to be known: right options, what fills blanks; of a statement what its explanation says is so."""
    if types.of(part).thought:  # computed, not known
        return []
    if types.of(part).judged:
        return [part.explanation] if quantities(arabic(part.explanation)) else []
    return [option.text for option in part.options if option.correct] + [b.accepted[0] for b in part.response.blanks]


def _told(item: Item, names: Mapping[str, set[str]]) -> set[str]:
    if types.of(item).judged:
        said, sure = item.stem, False  # a statement may be false: its figures are no news, its names may be
    else:
        decided = types.of(item).decided(item)
        said, sure = "\n".join(dict.fromkeys((item.stem, *(part.stem for part in decided)))), True
    said = arabic(said)
    found = {f"@{item.conduct}:{name}" for name in names.get(f"@{item.conduct}", ()) if name in said}
    figures = [quantity.text for quantity in quantities(said)] if sure else []
    for place in articles(item):
        found |= {f"{place}={figure}" for figure in figures}
        found |= {f"{place}:{name}" for name in names.get(place, ()) if name in said}
    return found | set(_turning(item))


def _turning(item: Item) -> Iterator[str]:
    """The periods that the explanations of what people wrote give, without being the answer themselves."""
    for part in types.of(item).decided(item):
        if not (part.claim or types.of(part).judged or types.of(part).thought):
            figures = [q.text for q in quantities(arabic(part.explanation)) if q.unit in _PERIODS]
            yield from (f"{place}={figure}" for place in articles(part) for figure in figures)
