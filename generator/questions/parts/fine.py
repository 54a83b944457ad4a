"""How high the fine is, with the fines of what the situation might have been beside it."""

from collections import Counter

from generator.kinds.penalty import ORDINARY
from generator.library import Library
from generator.library.remember import once
from generator.questions.chained import Part
from generator.questions.facts.amounts import case_data, fines, rivals, whose
from generator.questions.facts.targets import overlap, phrase
from generator.questions.facts.told import Told
from generator.questions.facts.told import told as all_told
from generator.questions.item import Claim, Option
from generator.questions.parts.making import WRONG
from generator.questions.writing.making import around
from generator.questions.writing.phrases import article, called, doing, law

_SERIOUS = "情节严重"
#: How a tier begins that its consequence decides.
_CAUSED = "造成"


def fine_part(library: Library, told: Told, seed: str) -> Part | str:
    """How high the fine is; the fines of what the situation might have been stand beside it.  Else why it can't be asked."""
    case = told.case
    if len(_certain(library, told)) > 1:
        return "同一行为、对象和情形有几种罚款"
    siblings = {finding.conduct for finding in told.situation.findings} | set(told.situation.rivals)
    candidates = rivals(library, case, seed)
    near = [one for one in candidates if one.entry.conduct.id in siblings]
    common = _asked_for(library)
    others = near + sorted((one for one in candidates if one not in near), key=lambda one: -common[one.text])
    lower = [one for one in others if one.size < case.size]
    higher = [one for one in others if one.size > case.size]
    below = around(len(lower), len(higher), WRONG, f"{seed}/fine")
    if below is None:
        return "形式、大小相近而又确定不适用的罚款不足"
    shown = sorted([case, *lower[:below], *higher[: WRONG - below]], key=lambda one: one.size)
    where = article(library, told.penalty.basis)
    options = tuple(
        Option(one.text, one is case, f"{where}对这一情形规定的幅度。" if one is case else whose(library, one, case))
        for one in shown
    )
    stem = f"{premise(told)}依照{law(library, told.penalty.basis)}，对{phrase(told.penalty.target, told.conduct)}罚款的法定幅度是："
    named = called(told.penalty, told.case.tier)
    tail = f"，{named}" if named else ""
    return Part(
        stem, options, f"{where}：{doing(told.conduct, case.tier)}{tail}，罚款幅度为{case.text}。",
        (told.penalty.basis,), claim=Claim("fine", case_data(case)),
    )  # fmt: skip


@once
def _asked_for(library: Library) -> Counter[str]:
    """Amounts that are right for some situation, and of how many: what is often right stands often among the wrong, too."""
    return Counter(one.case.text for one in all_told(library))


def _certain(library: Library, told: Told) -> set[str]:
    """The fines of this very tier: a tier of another category is another case, and the facts told tell which it is."""
    tier = told.case.tier
    return {
        one.text
        for one in fines(library)
        if one.entry.conduct.id == told.conduct.id
        and (one.tier.condition, one.tier.category) == (tier.condition, tier.category)
        and overlap(one.entry.penalty.target, told.penalty.target)
    }


def premise(told: Told) -> str:
    """What the facts leave to the authority, said: that the case is no serious one and had not the consequence of another tier."""
    others = [tier for tier in told.penalty.tiers if tier.condition != told.finding.tier]
    serious = any(tier.condition == _SERIOUS for tier in others)
    caused = decided_by_consequence(told) if told.finding.tier == ORDINARY else []
    said = (["尚不属于情节严重"] if serious else []) + [f"没有{condition}" for condition in caused]
    return f"经认定，{'，也'.join(said)}。" if said else ""


def decided_by_consequence(told: Told) -> list[str]:
    """The consequences for which another tier of the penalty sets a fine of its own, each once."""
    tiers = [tier for tier in told.penalty.tiers if tier.fine and tier.condition != told.finding.tier]
    return list(dict.fromkeys(tier.condition for tier in tiers if tier.condition.startswith(_CAUSED)))
