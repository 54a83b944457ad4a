"""Who acts: the authority that may punish it, among authorities that surely have no power over it."""

from collections import Counter

from generator.kinds.penalty import Penalty
from generator.library import Library
from generator.library.remember import once
from generator.questions.chained import Part
from generator.questions.facts.authorities import (
    names_text,
    open_powers,
    right_because,
    without_power,
    wrong_because,
)
from generator.questions.facts.told import Told
from generator.questions.facts.told import told as all_told
from generator.questions.flaws.key import cue, longest
from generator.questions.item import Claim, Option, rank
from generator.questions.parts.making import WRONG
from generator.questions.placing import place_key

#: The authority to whom most conduct falls is asked for once in so many times, else its name would be guessed.
_SPARED = 5
_NEAR = 1  # wrong authorities at least that act on conduct of the same topic


def authority_part(library: Library, told: Told, seed: str) -> Part | str:
    """The bodies that the penalty names, as one option."""
    entry = told.entry
    if open_powers(library, entry.conduct):
        return "有权的机关里有不指明具体部门的"
    if _is_common(library, entry.penalty) and rank(seed, "asked of authority") % _SPARED:
        return f"{_common(library)}是最常见的答案，五回只问一回"
    taken = without_power(library, entry, f"{seed}/authority", WRONG, _acting(library))
    right, wrong = names_text(entry.penalty), [names_text(rival.penalty) for rival in taken]
    near = sum(entry.conduct.topics[0] in rival.conduct.topics for rival in taken)
    if near < _NEAR:
        return "同一专题里确定无权的其他机关不足，换成别的专题的一看便知是错"
    if len(taken) < WRONG or longest([right], wrong) or cue(told.text(seed), [right], wrong):
        return "确定无权而又不露痕迹的其他机关不足"
    options = place_key(
        Option(right, True, right_because(library, entry)),
        [Option(names_text(rival.penalty), False, wrong_because(library, rival)) for rival in taken],
        f"{seed}/authority",
    )
    claim = Claim(
        "authority",
        (
            ("conduct", entry.conduct.id),
            ("penalty", entry.penalty.id),
            ("names", "、".join(sorted(entry.penalty.authority))),
        ),
    )
    return Part(
        "依照处罚这一行为的那一条，有权处罚的是：",
        options,
        right_because(library, entry),
        (told.penalty.basis,),
        claim=claim,
    )


@once
def _acting(library: Library) -> frozenset[tuple[str, ...]]:
    """The authorities that are right for some situation: a name that never is would be told by having been seen."""
    return frozenset(one.penalty.authority for one in all_told(library))


@once
def _common(library: Library) -> str:
    """The authority that more penalties name, as the only one, than any other; empty where there are none."""
    alone = Counter(entry.penalty.authority[0] for entry in library.penalties if len(entry.penalty.authority) == 1)
    return max(alone, key=lambda name: (alone[name], name), default="")


def _is_common(library: Library, penalty: Penalty) -> bool:
    common = _common(library)
    return len(penalty.authority) == 1 and common != "" and penalty.authority[0].endswith(common)
