"""The amounts of a penalty, found in the words of the law."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.auditing.article import OfficialArticle, Text
from generator.auditing.stands import clause_before, condition_before, places
from generator.kinds.penalty import ORDINARY, Ban, Detention, Fine, Penalty, Tier
from generator.legal import money, sums
from generator.legal.periods import Mention, Period

#: What stands between the laws that set the amount of a fine, and after them.
_AND_OTHERS = re.compile(r"、|和|[《》]|等?(?:有关)?(?:法律|行政法规|法规|法律法规)?(?:的规定)?$")
_CLOSE = 8  # characters between a span of days and the word 拘留


@dataclass(frozen=True, slots=True)
class Placed:
    """An amount of a tier and where it stands.

    Attributes:
        tier: index of the tier.
        field: ``fine``, ``detention`` or ``ban``.
        place: where in the text; None where the text does not hold it, or only before the amount of an earlier tier.
        elsewhere: it stands in the text, but before the amount of an earlier tier.
    """

    tier: int
    field: str
    place: int | None
    elsewhere: bool = False


def place_amounts(penalty: Penalty, text: Text) -> list[Placed]:
    """Find the amounts of all tiers in a text, each no earlier than the one of its kind before it."""
    cursor = {"fine": 0, "detention": 0, "ban": 0}
    found = []
    for index, tier in enumerate(penalty.tiers):
        for name, where in _wanted(tier.fine, tier.detention, tier.ban, text):
            later = [place for place in where if place >= cursor[name]]
            place = next((place for place in later if under(tier, text.text, place)), later[0] if later else None)
            cursor[name] = cursor[name] if place is None else place
            found.append(Placed(index, name, place, bool(where) and not later))
    return found


def under(tier: Tier, text: str, place: int) -> bool:
    """Whether ``place`` stands under the tier's condition; for the general case, under none of the usual ones."""
    if tier.condition == ORDINARY:
        return not condition_before(text, place)
    return tier.condition in clause_before(text, place)


def text_for(penalty: Penalty, article: OfficialArticle) -> tuple[Text, list[Placed]]:
    """The text that the penalty's amounts are held against, and where they stand in it.

    That is the part cited; with the paragraphs that speak of it (有前款规定情形 …) where those hold more of them.
    """
    basis = penalty.basis
    part = article.part(basis.paragraph, basis.item) or article.whole
    found = place_amounts(penalty, part)
    if _missing(found):
        reach = article.reach(basis.paragraph, basis.item)
        wider = place_amounts(penalty, reach)
        if _missing(wider) < _missing(found):
            return reach, wider
    return part, found


def fine_places(fine: Fine, text: Text) -> list[int]:
    """Where a fine stands in a text, in order; empty where it does not."""
    if fine.daily:
        return places("按日连续处罚", text.text) or places("按日", text.text)
    if fine.elsewhere:
        named = all(name in text.text for name in _AND_OTHERS.split(fine.elsewhere) if name)
        return places("罚款", text.text) if named and "依照" in text.text else []
    if fine.deemed and not any(mention.value == fine.deemed for mention in text.sums):
        return []
    return [mention.start for mention in text.sums if _same(fine, mention, text.text)]


def _missing(placed: list[Placed]) -> int:
    return sum(one.place is None for one in placed)


def _wanted(
    fine: Fine | None, detention: Detention | None, ban: Ban | None, text: Text
) -> Iterator[tuple[str, list[int]]]:
    if fine:
        yield "fine", fine_places(fine, text)
    if detention:
        yield "detention", [m.start for m in text.periods if is_detention(detention, m, text.text)]
    if ban:
        yield "ban", _ban_places(ban, text)


def _same(fine: Fine, mention: sums.Mention, text: str) -> bool:
    value = mention.value
    match fine.value:
        case money.Range(low, high):
            return value == money.Range(low or None, high)
        case money.PerUnit(low, high, unit):
            return isinstance(value, money.PerUnit) and (value.min, value.max) == (low, high) and unit in value.unit
        case wanted:
            return value == wanted and _same_base(fine.base, mention.base or text)


def _same_base(ours: str, theirs: str) -> bool:
    ours, theirs = ours.replace("的", ""), theirs.replace("的", "")
    return ours in theirs or theirs in ours


def is_detention(detention: Detention, mention: Mention, text: str) -> bool:
    """Whether a span of a text is the detention, and of detention."""
    low = mention.min or Period(1, "日")
    high = mention.max
    days = high is not None and (low.unit, high.unit) == ("日", "日")
    return (
        days
        and high is not None
        and (low.amount, high.amount) == (detention.min_days, detention.max_days)
        and "拘留" in text[mention.end : mention.end + _CLOSE]
    )


def _ban_places(ban: Ban, text: Text) -> list[int]:
    if ban.years is None:
        return [place for word in ("终身", "永久", "禁止", "不得") for place in places(word, text.text)][:1]
    return [mention.start for mention in text.periods if is_ban(ban, mention)]


def is_ban(ban: Ban, mention: Mention) -> bool:
    """Whether a span of a text is as long as the ban."""
    length, unit = (ban.years, "年") if ban.years else (ban.months, "个月")
    return length is not None and any(p.unit == unit and p.amount == length for p in mention.periods)
