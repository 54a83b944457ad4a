"""Under which condition a consequence follows, altered to another one of the article with which no case shares it."""

import re
from collections.abc import Iterator

from generator.kinds.penalty import ORDINARY, Tier
from generator.library import Library
from generator.questions.facts.conditions import Consequence, condition_name, consequences, of_tier, others, told_apart
from generator.questions.flaws.key import cue
from generator.questions.item import Claim, Skip, choose, draw
from generator.questions.statements._base import Statement, Statements
from generator.questions.writing.making import of_penalty
from generator.questions.writing.phrases import article, doing

_CUE = 2  # characters of the consequence that the condition repeats, so that reading tells which belongs to it
_MENDS = re.compile(r"恢复|修复|补救|补种|治理|消除")
_STEMS = (
    "依照{where}，{doing}，{when}，{upon}{ordered}。",
    "{doing}，{when}，{where}规定{upon}{ordered}。",
    "{doing}。依照{where}，{when}，{upon}{ordered}。",
)


def statements(rule: str, library: Library) -> Iterator[Statement | Skip]:
    """One for each consequence that one condition alone has."""
    for one in consequences(library):
        yield _of(rule, library, one)


def _of(rule: str, library: Library, one: Consequence) -> Statement | Skip:
    made = of_penalty(rule, one.entry, one.index, Claim("condition", ()))
    near, _ = others(library, one, f"{made.key}/{one.sort}")
    apart = {condition_name(one.entry.conduct, t) for t in one.entry.penalty.tiers if told_apart(one.tier, t)}
    apart -= {condition_name(one.entry.conduct, t) for t in one.entry.penalty.tiers if _alike(one, t)}
    fitting = [name for name in near if name in apart and not cue(one.bare, [one.name], [name], at_least=_CUE)]
    shown = next(iter(draw(fitting, 1, made.key)), None)
    if shown is None:
        return Skip(made.at, "同一条里没有与这一情形不会并存、又确定不引起这一后果的情形可供改换")
    where = article(library, one.entry.penalty.basis)
    claim = Claim(
        "condition",
        (("conduct", one.entry.conduct.id), ("penalty", one.entry.penalty.id), ("text", one.text)),
    )
    words = {
        "where": where, "doing": doing(one.entry.conduct), "upon": one.upon, "ordered": one.ordered,
    }  # fmt: skip
    stem = choose(_STEMS, f"{made.key}/{one.sort}")
    return Statement(
        made.named(f"{made.id}/{one.sort}-condition", claim),
        stem.format(**words, when=_when(one, one.name)),
        stem.format(**words, when=_when(one, shown)),
        ((("shown", one.name),), (("shown", shown),)),
        f"{where}：{one.sentence}",
        f"题中把“{one.name}”改成了“{shown}”{_instead(one, shown)}",
        0.8,
    )


def _alike(one: Consequence, tier: Tier) -> bool:
    """Whether the tier, too, has mended what was done: 限期修复 in a park is hard to tell from 恢复原状."""
    return bool(_MENDS.search(one.text)) and any(_MENDS.search(text) for text in tier.every_measure)


def _instead(one: Consequence, shown: str) -> str:
    """What the article has for the condition that the stem names."""
    for index, tier in enumerate(one.entry.penalty.tiers):
        if condition_name(one.entry.conduct, tier) == shown:
            leads = "、".join(dict.fromkeys(other.ordered for other in of_tier(one.entry, index)))
            return f"，那时条文规定的是{leads}" if leads else ""
    return ""


def _when(one: Consequence, name: str) -> str:
    """情节严重的; 属于工业噪声的."""
    known = {tier.category: tier.condition for tier in one.entry.penalty.tiers if tier.condition == ORDINARY}
    return f"属于{name}的" if name in known else f"{name}的"


STATEMENTS = Statements("condition", statements)
