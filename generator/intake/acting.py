"""Questions that ask which conduct an authority punishes, held against the recorded penalties: each option is a conduct, by its words."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.auditing.likeness import bigrams
from generator.importing.questions.base import Brought
from generator.intake.judged import Judged
from generator.intake.words import plain
from generator.library import Library
from generator.library.remember import once

#: 由公安机关交通管理部门处罚的是: who is asked for.
_ASKED = re.compile(
    r"由(?P<who>[^，。；：、由《》（）]{2,24}?(?:部门|机关|机构|局))(?:依法|负责)?(?:给予|作出|予以|实施|进行)?(?:行政)?(?:处罚|查处|罚款)的"
    r"(?:违法)?(?:行为|情形)?(?:是|有|包括|为)"
)
_NOT = re.compile("(?:不|不是|不属于|不应当?|并非|除了?)$")
_ABOVE = re.compile(r"^(?:(?:设区的市|县|省)级(?:以上)?(?:地方)?|(?:国务院|地方)|所在地)?(?:各级)?(?:人民政府)?的?")
#: How alike an option and a conduct must be, of 1, and by how much less alike the next may be that is looked at too.
_ALIKE, _NEAR = 0.6, 0.15


@dataclass(frozen=True, slots=True)
class _Acts:
    """Who punishes the conduct that an option names.

    Attributes:
        place: of the option.
        right: whether it is the authority asked for.
        who: the authorities.
        cited: the articles.
    """

    place: int
    right: bool
    who: tuple[str, ...]
    cited: str


def hold_by_authority(library: Library, found: Judged) -> None:
    """Say where an option that is no answer is one too, and where an answer is none, by who punishes the conduct."""
    question = found.question
    asked = _ASKED.search(question.stem)
    if asked is None or not question.right or _NOT.search(question.stem[: asked.start()]):
        return
    acts = list(_acts(library, question, _bare(asked["who"])))
    right = [one for one in acts if one.right]
    strange = [one for one in acts if not one.right and one.place in question.right]
    left = [one for one in right if one.place not in question.right]
    letters = "".join(question.labels[one.place] for one in right)
    told = "；".join(
        f"选项 {question.labels[one.place]} 由{'、'.join(one.who)}处罚（{one.cited}）" for one in (*strange, *left)
    )
    if question.sole and left and not strange:
        found.accuse("two-options-right", f"单选题，不止一个选项合于题意：{told}")
    elif strange or left:
        found.accuse("key-against-article", f"答案与处罚机关不合：{told}")
        found.key = letters if len(acts) == len(question.options) and (len(letters) == 1 or not question.sole) else ""


def _acts(library: Library, question: Brought, asked: str) -> Iterator[_Acts]:
    """Those of the options of which it can be told: every conduct that is as like has no other authority."""
    for place, option in enumerate(question.options):
        scores = sorted(((_like(option, names), id) for id, (names, _, _) in _conducts(library).items()), reverse=True)
        if not scores or scores[0][0] < _ALIKE:
            continue
        near = [id for score, id in scores if score >= max(_ALIKE, scores[0][0] - _NEAR)]
        who = tuple(dict.fromkeys(one for id in near for one in _conducts(library)[id][1]))
        fits = [_bare(one) == asked for one in who]
        apart = [_bare(one) not in asked and asked not in _bare(one) for one in who]
        if who and (all(fits) or all(apart)):
            yield _Acts(place, all(fits), who, "、".join(_conducts(library)[scores[0][1]][2]))


def _bare(authority: str) -> str:
    """An authority without the level of government that it is of."""
    return _ABOVE.sub("", authority)


def _like(option: str, names: tuple[frozenset[str], ...]) -> float:
    """How many pairs of letters an option shares with one of the names of a conduct, from 0 to 1."""
    pairs = frozenset(bigrams(plain(option)))
    return max((2 * len(pairs & one) / (len(pairs) + len(one)) for one in names if one or pairs), default=0.0)


@once
def _conducts(library: Library) -> dict[str, tuple[tuple[frozenset[str], ...], tuple[str, ...], tuple[str, ...]]]:
    """Id of each conduct → pairs of letters of its names, who punishes it, and by which articles."""
    found: dict[str, tuple[tuple[frozenset[str], ...], dict[str, None], dict[str, None]]] = {}
    for entry in library.penalties:
        names = tuple(frozenset(bigrams(plain(name))) for name in (entry.conduct.title, *entry.conduct.aliases))
        _, who, cited = found.setdefault(entry.conduct.id, (names, {}, {}))
        who |= dict.fromkeys(entry.penalty.authority)
        cited |= {library.cite(entry.penalty.basis): None}
    return {id: (names, tuple(who), tuple(cited)) for id, (names, who, cited) in found.items()}
