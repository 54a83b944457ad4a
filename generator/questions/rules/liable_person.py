"""True or false: how long is the person liable detained?  (责任人员的拘留)

Source:  a tier with administrative detention.
True:    the days as the law has them.
False:   the days of another tier of the same penalty, which the explanation names.
Refused: penalties with one term of detention only, for which no surely false term is at hand.
"""

from collections.abc import Iterator

from generator.kinds.conduct import Conduct
from generator.kinds.penalty import ORDINARY, Penalty, Tier
from generator.library import Library
from generator.library.model import PenaltyOf
from generator.library.wording import detention_text
from generator.questions.facts.targets import phrase
from generator.questions.item import Claim, Item, Rule, Skip, choose, rank
from generator.questions.writing.making import finish, judge_options, of_penalty, truth
from generator.questions.writing.phrases import article, called, clauses, condition, doing, law, quoted

ID = "liable-person"
_LIGHTER = "情节较轻"
_STEMS = (
    "依照{law}，{case}，对{target}处{days}。",
    "{case}，除依法处罚单位以外，依照{law}对{target}处{days}。",
    "{case}，{law}规定对{target}处{days}。",
)


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield one item or skip per tier with detention, in library order."""
    for entry in library.penalties:
        if library.in_force(entry.penalty.basis):
            for index, tier in enumerate(entry.penalty.tiers):
                if tier.detention:
                    yield _ask(library, entry, index, tier)


def _ask(library: Library, entry: PenaltyOf, index: int, tier: Tier) -> Item | Skip:
    penalty = entry.penalty
    about = (("conduct", entry.conduct.id), ("penalty", penalty.id), ("condition", tier.condition))
    subject = of_penalty(ID, entry, index, Claim("detention", about))
    same = [t for p in entry.conduct.penalties for t in p.tiers if t.detention and t.condition == tier.condition]
    if len({detention_text(t) for t in same}) > 1:
        return Skip(subject.at, "同一情形下有两种拘留期限，正误不定")
    if tier.optional("拘留"):
        return Skip(subject.at, "拘留与别的处罚择一，这一情形未必拘留")
    others = sorted(
        (t for t in penalty.tiers if t.detention and t.detention != tier.detention),
        key=lambda t: rank(subject.key, detention_text(t)),
    )
    if not others:
        return Skip(subject.at, "这一罚则只有一种拘留期限，没有确定不适用的期限可供改换")
    true = truth(subject.key)
    shown = tier if true else others[0]
    case = clauses(doing(entry.conduct, tier), _condition(entry.conduct, penalty, tier))
    target = phrase(penalty.target)
    stems = _STEMS if penalty.target.endswith("责任人员") else _STEMS[::2]
    stem = choose(stems, subject.key).format(
        law=law(library, penalty.basis), case=case, target=target, days=detention_text(shown)
    )
    why = f"{article(library, penalty.basis)}：{case}，对{target}处{detention_text(tier)}"
    if not true:
        why += f"；题中改成了{detention_text(shown)}，那是{quoted(called(penalty, shown))}的期限"
    return finish(library, subject, "judge", stem, judge_options(true, f"{why}。"), f"{why}。", 0.7)


def _condition(conduct: Conduct, penalty: Penalty, tier: Tier) -> str:
    """The condition, and whether the case is a lighter one, on which the length turns.

    The first tier sets the premise of detention at all: a lighter case must meet it too, and the first tier itself is not
    asked without saying that the case is no lighter one.
    """
    premise = penalty.tiers[0].condition
    if premise in {ORDINARY, _LIGHTER}:
        return condition(conduct, penalty, tier)
    said = condition(conduct, penalty, penalty.tiers[0]).removesuffix("的")
    if tier.condition == _LIGHTER:
        return clauses(said, f"{'但' if said else ''}情节较轻的")
    if tier is penalty.tiers[0] and any(other.condition == _LIGHTER for other in penalty.tiers):
        return clauses(said, "不属于情节较轻的")
    return condition(conduct, penalty, tier)


RULE = Rule(id=ID, title="责任人员的拘留", generate=generate)
