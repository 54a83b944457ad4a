"""What every decider is, and how texts of items are read again."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from generator.kinds.penalty import ORDINARY, Fine, Penalty, Tier
from generator.kinds.procedure import Limit, Procedure
from generator.legal import money, sums
from generator.library import Library
from generator.library.remember import once
from generator.questions.item import Claim, Item
from generator.questions.said import Said
from generator.registry import Slot

Amount = tuple[str, float, float, str]
ENDLESS = float("inf")


#: True, False, or None where it can't be decided, which counts as a disagreement.
Decide = Callable[[Library, Claim, Said, Item], bool | None]


@dataclass(frozen=True, slots=True)
class Decider:
    """Decides what items of one claim say.

    Attributes:
        ask: the claim's ``ask``.
        decide: finds one thing said true or false, from the library alone.
    """

    ask: str
    decide: Decide = field(compare=False)


#: Where deciders are added.
DECIDERS = Slot("pufa.deciders", "generator.questions.deciders", "DECIDER", Decider, key="ask")


def penalties(library: Library, claim: Claim) -> list[Penalty]:
    """The penalties of the conduct that the claim is about."""
    return [entry.penalty for entry in library.penalties_of(claim.get("conduct") or "")]


def who_acts(library: Library, found: list[Penalty], penalty: str | None, names: set[str]) -> bool | None:
    """Whether the bodies named are those of the ``penalty`` among those ``found`` for a conduct; None where some of them hold
    power over it beside others.
    """
    if any(names == _each(p.authority) for p in found if p.id == penalty):
        return True
    holding = _each(tuple(name for p in found for name in (*p.authority, p.referral or "")))
    holding |= _each(tuple(name for p in found for name in library.authorities_under(p.basis)))
    holding |= {name for unit in library.units if holding & set(unit.acts_as) for name in unit.acts_as}
    return None if names & holding else False


def _each(names: tuple[str, ...]) -> set[str]:
    """Every name alone: 新闻出版、广播电视主管部门 is one body in a record, and reads as two in a list."""
    return set("、".join(names).split("、"))


@once
def limit(library: Library, cited: str) -> Limit | None:
    """The period that an article sets, by its citation; None where no procedure holds it."""
    limits = (limit for procedure in library.of("procedure", Procedure) for limit in procedure.limits)
    return next((limit for limit in limits if library.cite(limit.basis) == cited), None)


def amount(fine: Fine) -> Amount:
    """Form, bounds and base of a fine, to compare with what a text says."""
    return mentioned(fine.value, fine.base) or ("日", 0, 0, "")


def mentioned(value: object, base: str) -> Amount | None:
    """A sum read from a text, to compare with ``amount``; ``base`` is what the text says it is taken of."""
    if not isinstance(value, money.Amount):
        return None
    form = {money.PerUnit: "每", money.Range: "元", money.Rate: "%", money.Multiple: "倍"}[type(value)]
    of = value.unit if isinstance(value, money.PerUnit) else "" if form == "元" else base
    return form, float(value.min or 0), ENDLESS if value.max is None else float(value.max), of


def equal(shown: Amount | None, amount: Amount) -> bool:
    """Whether a sum read from a text is the given one; the text may say more or less of the base."""
    return shown is not None and shown[:3] == amount[:3] and (amount[3] in shown[3] or shown[3] in amount[3])


def amounts_in(text: str) -> list[Amount | None]:
    """Every sum of a text, in order."""
    return [mentioned(found.value, found.base or text) for found in sums.find_fines(text)]


def may_be(target: str, other: str) -> bool:
    """Whether one person can be both, by the words: 人员 is staff, 个人 and 驾驶人 are people, 单位 and 监测机构 are bodies.

    Words that tell none of these (广告主, 提供场所的人) may be anybody but staff.
    """
    return target == other or bool(_sorts(target) & _sorts(other))


_GENERAL = {
    "个人": {"people"}, "机动车驾驶人": {"people"}, "单位": {"body"}, "建设单位": {"body"}, "施工单位": {"body"},
    "技术单位": {"body"}, "维修单位": {"body"}, "监测机构": {"body"}, "其他生产经营者": {"operator"},
}  # fmt: skip
#: Staff, where a name ends so: 主管人员, but not 人员密集场所.
_STAFF = re.compile(r"(?:人员|负责人|代表人|主持人|船长|船员)(?=$|[、，和或及（])")


def _sorts(target: str) -> set[str]:
    if _STAFF.search(target):
        return {"staff"}
    if "所有人" in target:  # of a ship or a vehicle: a person or a body
        return {"people", "body"}
    return _GENERAL.get(target, {"people", "body", "operator"})


def in_effect(penalty: Penalty, index: int) -> list[Tier]:
    """The tier, and where it adds to a lower one, that one, without the fine, detention and ban that the tier sets anew."""
    tier = penalty.tiers[index]
    fitting = [t for t in penalty.tiers[:index] if None in (t.category, tier.category) or t.category == tier.category]
    if not tier.adds:
        return [tier]
    if isinstance(tier.adds, str):
        lower = [t for t in fitting if t.condition == tier.adds]
    else:
        lower = [t for t in fitting if not t.adds and t.condition == ORDINARY] or [t for t in fitting if not t.adds]
    kept = {name: None for name in ("fine", "detention", "ban") if getattr(tier, name) is not None}
    return [tier, *(below.model_copy(update=kept) for below in lower[-1:])]


def article_key(text: str) -> str | None:
    """``95`` or ``133-1`` for 第95条 and 第133条之一; None where the text is anything else."""
    found = re.fullmatch(r"第(\d+)条(?:之(\S+))?", text)
    return None if found is None else found[1] if not found[2] else f"{found[1]}-{found[2]}"


def date(text: str) -> datetime.date | None:
    """The first date that a text names, as 2026年8月15日; None where it names none."""
    found = re.search(r"(\d{4})年(\d{1,2})月(\d{1,2})日", text)
    return datetime.date(int(found[1]), int(found[2]), int(found[3])) if found else None
