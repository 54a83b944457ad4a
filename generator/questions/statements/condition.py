"""Under which condition a consequence follows, altered to another condition that surely does not lead to it."""

from collections.abc import Iterator

from generator.library import Library
from generator.library.wording import ORDINARY
from generator.questions.facts.conditions import Consequence, consequences, others
from generator.questions.item import Claim, Skip, choose, draw
from generator.questions.statements._base import Statement
from generator.questions.writing.making import of_penalty
from generator.questions.writing.phrases import article, doing

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
    near, far = others(library, one, f"{made.key}/{one.sort}")
    near = [name for name in near if name != ORDINARY]
    shown = next(iter([*draw(near, 1, made.key), *far]), None)
    if shown is None:
        return Skip(made.at, "没有确定不引起这一后果的其他情形可供改换")
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
        f"题中把“{one.name}”改成了“{shown}”",
        0.8 if near else 0.4,
    )


def _when(one: Consequence, name: str) -> str:
    """情节严重的; 属于工业噪声的."""
    known = {tier.category: tier.condition for tier in one.entry.penalty.tiers if tier.condition == ORDINARY}
    return f"属于{name}的" if name in known else f"{name}的"
