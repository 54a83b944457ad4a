"""Where the matter of a repealed article may stand now, by likeness of text and by its neighbourhood: proposals for people to check.

What the articles around it, and those that it cites, are known to have become says where to look: a law that replaces others
keeps most of their order, and cites itself as they did themselves.
"""

import re
from collections.abc import Collection, Iterator, Mapping
from dataclasses import dataclass

from generator.legal.alignment import likened, normal
from generator.legal.basis import split_key

#: Likeness below which nothing is proposed; what the neighbourhood adds to it.
_LEAST, _NEAR, _CITED = 0.2, 0.05, 0.1
#: How many articles before and after count as neighbours, and how far from what they became.
_AROUND, _WITHIN = 2, 4
_CITES = re.compile(r"第(\d+)条")

#: Id of a law and key of an article.
Place = tuple[str, str]


@dataclass(frozen=True, slots=True)
class Proposal:
    """An article that may have taken the place of another.

    Attributes:
        key: of the new article.
        likeness: of the two texts, 0 to 1.
    """

    key: str
    likeness: float


def proposals(
    old: Mapping[Place, str],
    new: Mapping[str, str],
    known: Mapping[Place, Collection[str]],
    asked: Collection[Place],
) -> dict[Place, Proposal]:
    """The likeliest successor of each article that is asked for; none where no text is like enough.

    Args:
        old: texts of the repealed laws, each in order.
        new: key → text of the law that took their place.
        known: what articles are known to have become; what is known of the article itself is not looked at.
        asked: articles of ``old``.
    """
    names = {f"{law} {key}": (law, key) for law, key in old}
    cites = {key: set(_CITES.findall(normal(text))) for key, text in new.items()}
    around = dict(_neighbours(old, known))
    found = {}
    wanted = {f"{law} {key}" for law, key in asked}
    for name, like in likened({f"{law} {key}": text for (law, key), text in old.items()}, new, wanted):
        place = names[name]
        law = place[0]
        cited = {new for key in _CITES.findall(normal(old[place])) for new in known.get((law, key), ())}

        def score(
            key: str, like: Mapping[str, float] = like, cited: set[str] = cited, near: set[int] = around[place]
        ) -> float:
            close = any(abs(_number(key) - number) <= _WITHIN for number in near)
            return like[key] + (_NEAR if close else 0) + (_CITED if cited & cites[key] else 0)

        best = max(like, key=lambda key: (score(key), -_number(key)), default="")
        if best and like[best] >= _LEAST:
            found[place] = Proposal(best, round(like[best], 3))
    return found


def _neighbours(old: Mapping[Place, str], known: Mapping[Place, Collection[str]]) -> Iterator[tuple[Place, set[int]]]:
    """Each article with the numbers of what those around it became."""
    order = list(old)
    for at, place in enumerate(order):
        near = (*order[max(0, at - _AROUND) : at], *order[at + 1 : at + 1 + _AROUND])
        yield place, {_number(key) for one in near if one[0] == place[0] for key in known.get(one, ())}


def _number(key: str) -> int:
    return split_key(key)[0]
