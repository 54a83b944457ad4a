"""What stands in one clause with an amount follows with it: no measure of the clause is left out of the tier.

Nor of a tier that differs from another by its category alone (报告书, 报告表), nor the tier that orders what a later one finds undone.
"""

import re
from collections.abc import Iterator

from generator.auditing.article import OfficialArticle, Text
from generator.auditing.checks._base import Check, Doubt, doubt
from generator.auditing.governing import IN_CHARGE, acting_from, amount_places
from generator.auditing.likeness import bigrams
from generator.auditing.lookup import with_articles
from generator.auditing.official import Official
from generator.auditing.sorts import MEASURES
from generator.kinds.penalty import ORDINARY
from generator.library import Library, PenaltyOf

_STOPS = "；。\n"
#: Whom a penalty falls on in general terms: what an article orders for them is not told from what it orders for others.
_GENERAL = re.compile(r"^(?:单位|个人|单位和个人|直接负责的主管人员和其他直接责任人员)$")
#: What opens a measure, and the share of the pairs of letters behind it that a tier must have to tell it.
_OPENS = r"(?:责令|没收|禁止|吊销|暂扣|撤销|扣押)"
_MEASURE = re.compile(rf"{_OPENS}(?P<what>.*)")
_TELLS = 0.5
#: Measures on one and the same thing that differ by their verb: 暂扣证书 is not told by 吊销证书.
_TAKES = re.compile(r"没收|吊销|暂扣|撤销|扣押")
#: Conditions under which something ordered before has not been done.
_UNDONE = re.compile(r"^(?:逾期|拒不|限期内)")


def run(library: Library, official: Official) -> Iterator[Doubt]:
    """Yield E626 for each measure that stands in the clause of a tier's amount and in none of what the tier leads to."""
    for entry, article in with_articles(library, official, library.penalties):
        for index, missing in _missing(entry, article):
            what = f"没有写 {entry.penalty.id} 第{index + 1}档 {missing}"
            at = entry.conduct.place("penalties", entry.index, "tiers", index)
            message = f"：{library.cite(entry.penalty.basis)}在这一金额的同一句里写了"
            yield doubt(entry.conduct, what, at, "E626", message)


def _missing(entry: PenaltyOf, article: OfficialArticle) -> Iterator[tuple[int, str]]:
    said: list[tuple[int, str]] = []
    for index, text, places in amount_places(entry.penalty, article):
        ours = "；".join(_ours(entry, index))
        condition = entry.penalty.tiers[index].condition
        people = bool(IN_CHARGE.search(entry.penalty.target))
        clauses = [_clause(text, place, condition, people) for place in places]
        for name, there, told in MEASURES:
            if all(re.search(there, clause) for clause in clauses) and not re.search(told, ours):
                yield index, name
                said.append((index, told))
    yield from _ordered(entry, article)
    for index, measure in _of_another_category(entry):
        if not any(at == index and re.search(told, measure) for at, told in said):
            yield index, measure
    yield from _first_tier(entry, article)


def _of_another_category(entry: PenaltyOf) -> Iterator[tuple[int, str]]:
    """What a tier of the same condition leads to in another category, and the tier does not."""
    tiers = entry.penalty.tiers
    for index, tier in enumerate(tiers):
        alike = [one for one in tiers if one.condition == tier.condition and one.category != tier.category]
        for measure in dict.fromkeys(measure for one in alike for measure in one.every_measure):
            if measure not in tier.every_measure and all(measure in one.every_measure for one in alike):
                yield index, f"{measure}（别的类别有）"


def _first_tier(entry: PenaltyOf, article: OfficialArticle) -> Iterator[tuple[int, str]]:
    """The order that the first tier finds undone, where no tier under the article orders anything and the name doesn't say so."""
    first = entry.penalty.tiers[0]
    part = article.part(entry.penalty.basis.paragraph, entry.penalty.basis.item) or article.whole
    before = part.text.partition(first.condition)[0].rpartition("由")[2]
    if not _UNDONE.match(first.condition) or "责令" not in before or "责令" in entry.conduct.title:
        return
    under = [one for one in entry.conduct.penalties if one.basis.whole == entry.penalty.basis.whole]
    if not any("责令" in measure for one in under for tier in one.tiers for measure in tier.every_measure):
        yield 0, f"{first.condition}以前的责令"


def _ordered(entry: PenaltyOf, article: OfficialArticle) -> Iterator[tuple[int, str]]:
    """For tiers that have no amount: what the article orders in the clause of their condition, and they don't."""
    basis = entry.penalty.basis
    part = article.part(basis.paragraph, basis.item) or article.whole
    for index, tier in enumerate(entry.penalty.tiers):
        if (
            tier.fine
            or tier.detention
            or tier.ban
            or tier.damages
            or tier.condition == ORDINARY
            or part.text.count(tier.condition) != 1
        ):
            continue
        after = part.text.partition(f"{tier.condition}的，")[2]
        told = "；".join(_ours(entry, index))
        ours = frozenset(bigrams(told))
        for piece in re.split(
            f"，|直至|或者(?=(?:由[^，；。]{{1,10}}?)?{_OPENS})", re.split(f"[{_STOPS}：]", after)[0]
        ):
            found = _MEASURE.search(piece.removesuffix("的处罚"))
            # whose it is stands before 的, and is told by the target: 吊销违法船舶所有人的有关证书
            asked = frozenset(bigrams(found["what"].rpartition("的")[2])) if found else frozenset()
            taken = _TAKES.match(found[0]) if found else None
            if found and (len(asked & ours) < _TELLS * len(asked) or (taken and taken[0] not in told)):
                yield index, found[0][:16]


def _ours(entry: PenaltyOf, index: int) -> Iterator[str]:
    """All that the tier leads to, with what adds to it, with what another body does by the article, with what falls in the same
    case on others whom the article names (船长、责任船员), and where people are fined, with what falls on their unit."""
    penalty = entry.penalty
    yield penalty.referral or ""
    added = [tier for at, tier in enumerate(penalty.tiers) if tier.adds and at != index]
    for tier in (*penalty.stack(index), *added):
        yield from tier.every_measure
    people = IN_CHARGE.search(penalty.target) or penalty.target == "个人"
    condition = penalty.tiers[index].condition
    for one in entry.conduct.penalties:
        if one.basis.whole != penalty.basis.whole:
            continue
        if people or one.authority != penalty.authority:
            yield from (measure for tier in one.tiers for measure in tier.every_measure)
        elif one.target != penalty.target and not _GENERAL.search(one.target):
            yield from (m for tier in one.tiers if tier.condition == condition for m in tier.every_measure)


def _clause(text: Text, place: int, condition: str, people: bool) -> str:
    """The clause of an amount, from who acts on; for a tier with a condition from behind the condition on.

    What falls on people who answer for a unit belongs to them alone.
    """
    whole = text.text
    start = max(whole.rfind(stop, 0, place) for stop in _STOPS) + 1
    ends = [end for stop in _STOPS if (end := whole.find(stop, place)) >= 0]
    if not people and (staff := re.search(rf"，对[^，；。]*(?:{IN_CHARGE.pattern})", whole[place:])):
        ends.append(place + staff.start())
    clause = whole[start : min(ends, default=len(whole))]
    opened = clause.find(condition) + len(condition) if condition != ORDINARY and condition in clause else 0
    return clause[max(opened, acting_from(clause), 0) :]


CHECK = Check("kept_measures", "同一句里的措施没有漏", ("E626",), run)
