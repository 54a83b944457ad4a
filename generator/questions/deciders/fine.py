"""Whether a sum is the fine of the case that the claim names."""

from generator.kinds.penalty import Tier
from generator.legal.money import Multiple, PerUnit, Range, Rate, find_fines
from generator.library import Library
from generator.questions.deciders._base import ENDLESS, Amount, Decider, Said, amount, penalties
from generator.questions.item import Claim, Item


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    text = said.text
    conduct = library.get("conduct", claim.get("conduct") or "")
    for words in (conduct.label if conduct else "", claim.get("condition") or ""):
        text = text.replace(words, "") if words else text
    found = find_fines(text)
    if len(found) != 1:
        return None
    shown = _mentioned(found[0].value, found[0].base or text)
    exact, broad = set(), set()
    for penalty in penalties(library, claim):
        for tier in penalty.tiers:
            if tier.fine and not tier.fine.daily and _applies_to(tier, claim):
                broad |= {amount(tier.fine)} if _may_be(penalty.target, claim.get("target") or "") else set()
                exact |= {amount(tier.fine)} if penalty.target == claim.get("target") else set()
    if any(_equal(shown, sum_) for sum_ in exact):
        return True
    return None if any(_equal(shown, sum_) for sum_ in broad) else False


def _applies_to(tier: Tier, claim: Claim) -> bool:
    return tier.condition == claim.get("condition") and (tier.category or "") in {"", claim.get("category")}


def _may_be(target: str, other: str) -> bool:
    """Whether one person can be both, by the words: 人员 is staff, 个人 and 驾驶人 are people, 单位 and 机构 are bodies."""
    return bool(_sorts(target) & _sorts(other))


def _sorts(target: str) -> set[str]:
    if "人员" in target:
        return {"staff"}
    words = {"个人": "people", "驾驶人": "people", "单位": "body", "机构": "body", "经营者": "operator"}
    return {sort for word, sort in words.items() if word in target}


def _mentioned(value: object, base: str) -> Amount | None:
    forms: tuple[tuple[type, str], ...] = ((PerUnit, "每"), (Range, "元"), (Rate, "%"), (Multiple, "倍"))
    form = next((name for kind, name in forms if isinstance(value, kind)), None)
    if form is None or not isinstance(value, Range | Rate | Multiple | PerUnit):
        return None
    of = value.unit if isinstance(value, PerUnit) else "" if form == "元" else base
    return form, float(value.min or 0), ENDLESS if value.max is None else float(value.max), of


def _equal(shown: Amount | None, amount: Amount) -> bool:
    return shown is not None and shown[:3] == amount[:3] and (amount[3] in shown[3] or shown[3] in amount[3])


DECIDER = Decider("fine", decide)
