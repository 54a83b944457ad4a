"""What every decider is, and how texts of items are read again."""

import datetime
import re
from collections.abc import Callable
from dataclasses import dataclass, field

from generator.kinds.penalty import Fine, Penalty
from generator.legal.money import Multiple, PerUnit, Range, Rate, find_fines
from generator.library import Library
from generator.questions.item import Claim, Item
from generator.questions.said import Said

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


def penalties(library: Library, claim: Claim) -> list[Penalty]:
    """The penalties of the conduct that the claim is about."""
    return [entry.penalty for entry in library.penalties_of(claim.get("conduct") or "")]


def amount(fine: Fine) -> Amount:
    """Form, bounds and base of a fine, to compare with what a text says."""
    for form, part in (("元", fine.range), ("%", fine.rate), ("倍", fine.multiple), ("每", fine.per_unit)):
        if part is not None:
            of = str(getattr(part, "base", None) or getattr(part, "unit", ""))
            return form, float(part.min or 0), ENDLESS if part.max is None else float(part.max), of
    return "日", 0, 0, ""


def mentioned(value: object, base: str) -> Amount | None:
    """A sum read from a text, to compare with ``amount``; ``base`` is what the text says it is taken of."""
    forms: tuple[tuple[type, str], ...] = ((PerUnit, "每"), (Range, "元"), (Rate, "%"), (Multiple, "倍"))
    form = next((name for kind, name in forms if isinstance(value, kind)), None)
    if form is None or not isinstance(value, Range | Rate | Multiple | PerUnit):
        return None
    of = value.unit if isinstance(value, PerUnit) else "" if form == "元" else base
    return form, float(value.min or 0), ENDLESS if value.max is None else float(value.max), of


def equal(shown: Amount | None, amount: Amount) -> bool:
    """Whether a sum read from a text is the given one; the text may say more or less of the base."""
    return shown is not None and shown[:3] == amount[:3] and (amount[3] in shown[3] or shown[3] in amount[3])


def amounts_in(text: str) -> list[Amount | None]:
    """Every sum of a text, in order."""
    return [mentioned(found.value, found.base or text) for found in find_fines(text)]


def may_be(target: str, other: str) -> bool:
    """Whether one person can be both, by the words: 人员 is staff, 个人 and 驾驶人 are people, 单位 and 机构 are bodies."""
    return bool(_sorts(target) & _sorts(other))


def _sorts(target: str) -> set[str]:
    if "人员" in target:
        return {"staff"}
    if "所有人" in target:  # of a ship or a vehicle: a person or a body
        return {"people", "body"}
    words = {"个人": "people", "驾驶人": "people", "单位": "body", "机构": "body", "经营者": "operator"}
    return {sort for word, sort in words.items() if word in target}


def article_key(text: str) -> str | None:
    """``95`` or ``133-1`` for 第95条 and 第133条之一; None where the text is anything else."""
    found = re.fullmatch(r"第(\d+)条(?:之(\S+))?", text)
    return None if found is None else found[1] if not found[2] else f"{found[1]}-{found[2]}"


def date(text: str) -> datetime.date | None:
    """The first date that a text names, as 2026年8月15日; None where it names none."""
    found = re.search(r"(\d{4})年(\d{1,2})月(\d{1,2})日", text)
    return datetime.date(int(found[1]), int(found[2]), int(found[3])) if found else None
