"""How long a period is, altered to another real period in the same unit: limits of procedures, bans from a trade."""

import re
from collections.abc import Iterator

from generator.kinds.procedure import Limit, Procedure
from generator.legal.periods import Period, parse_period
from generator.library import Library
from generator.library.model import PenaltyOf
from generator.library.remember import once
from generator.library.wording import ban_text
from generator.questions.facts.concerned import concerned
from generator.questions.facts.targets import phrase
from generator.questions.item import Claim, Skip, choose, rank
from generator.questions.statements._base import Statement, Statements
from generator.questions.writing.making import Subject, of_penalty, validity
from generator.questions.writing.phrases import article, clauses, condition, dated_article, doing, whole

_LIMITS = ("依照{where}，{says}。", "{where}规定：{says}。", "按照{where}的规定，{says}。")
_BANS = (
    "{case}，{where}规定{target}{ban}。",
    "依照{where}，{case}，{target}{ban}。",
    "{told}。依照{where}，{target}{ban}。",
)
_FARTHEST = 5  # another period is at most so many times this one, or so small a part: nobody takes 90日 for 7日
_LETTERS = {"日": "d", "个月": "m", "年": "y", "小时": "h", "工作日": "w"}


def statements(rule: str, library: Library) -> Iterator[Statement | Skip]:
    """One for each limit of a procedure, each sentence once, then one for each ban with another length in its penalty."""
    seen: set[str] = set()
    for procedure in library.of("procedure", Procedure):
        for index, limit in enumerate(procedure.limits):
            if limit.says not in seen:
                seen.add(limit.says)
                yield _limit(rule, library, procedure, index)
    for entry in library.penalties:
        for index, tier in enumerate(entry.penalty.tiers):
            if tier.ban and tier.ban.length and library.in_force(entry.penalty.basis):
                yield _ban(rule, library, entry, index)


def _limit(rule: str, library: Library, procedure: Procedure, index: int) -> Statement | Skip:
    limit = procedure.limits[index]
    at = procedure.place("limits", index)
    if validity(library, limit.bases) is None:
        return Skip(at, "依据没有施行")
    period = parse_period(limit.period)
    name = f"{limit.basis.regulation}-{limit.basis.key}-{period.amount}{_LETTERS[period.unit]}"
    before = [parse_period(other.period) for other in procedure.limits[:index] if other.basis.key == limit.basis.key]
    name += f"-{before.count(period) + 1}" if period in before else ""
    subject = Subject(
        rule=rule, id=f"{procedure.id}/{name}/period", basis=limit.bases, topics=procedure.topics, at=at,
        facts=(f"procedure/{procedure.id}/{name}", f"period/{limit.basis.regulation}/{limit.basis.key}/{period}"),
        sample=procedure.sample, claim=Claim("period", (("procedure", procedure.id),)), audience=concerned(limit),
    )  # fmt: skip
    other = _other(library, limit, subject.key)
    if other is None:
        return Skip(at, "没有同一单位的其他期限可供改换")
    where = dated_article(library, limit.basis)
    stem = choose(_LIMITS, subject.key)
    shown = other.period
    return Statement(
        subject,
        stem.format(where=where, says=limit.says),
        stem.format(where=where, says=limit.says.replace(limit.period, shown)),
        ((("says", limit.says),), (("says", limit.says.replace(limit.period, shown)),)),
        f"{where}：{limit.says}"
        + (f"，“日”指工作日（{article(library, limit.says_working)}）" if limit.says_working else ""),
        f"题中把{limit.period}改成了{shown}；{article(library, other.basis)}规定的是：{other.says}",
        0.7 if other.basis.regulation == limit.basis.regulation else 0.4,
    )


def _other(library: Library, limit: Limit, seed: str) -> Limit | None:
    """Another limit of the same unit and another length not far from it, of the same law first, then by rank.

    Where the period is a condition (N年内被发现的，应当), it is longer: with a shorter one the statement would stay true.
    """
    own = parse_period(limit.period)
    alike = _by_unit(library).get(own.unit, [])
    found = [other for other in alike if 1 / _FARTHEST <= parse_period(other.period).amount / own.amount <= _FARTHEST]
    found = [other for other in found if parse_period(other.period).amount != own.amount]
    if re.search(
        rf"{re.escape(limit.period)}内[^，。]*的，", limit.says
    ):  # what is found within two years is within five
        found = [other for other in found if parse_period(other.period).amount > own.amount]
    return min(
        found,
        key=lambda o: (o.basis.regulation != limit.basis.regulation, rank(seed, f"{o.basis.key}{o.says}")),
        default=None,
    )


@once
def _by_unit(library: Library) -> dict[str, list[Limit]]:
    found: dict[str, list[Limit]] = {}
    for procedure in library.of("procedure", Procedure):
        for limit in procedure.limits:
            if library.in_force(limit.basis):
                found.setdefault(parse_period(limit.period).unit, []).append(limit)
    return found


def _ban(rule: str, library: Library, entry: PenaltyOf, index: int) -> Statement | Skip:
    tier = entry.penalty.tiers[index]
    about = (("conduct", entry.conduct.id), ("penalty", entry.penalty.id), ("condition", tier.condition))
    made = of_penalty(rule, entry, index, Claim("ban-years", about))
    others = [
        other for other in entry.penalty.tiers if other.ban and tier.ban and _alike(other.ban.length, tier.ban.length)
    ]
    if tier.ban is None or len(others) != 1 or "前款" in tier.ban.trade:
        return Skip(made.at, "这一罚则没有另一种禁业期限可供改换，或者业务要看前款")
    other = others[0]
    assert tier.ban.length is not None
    assert other.ban is not None
    assert other.ban.length is not None
    where = article(library, entry.penalty.basis)
    case = clauses(doing(entry.conduct, tier), condition(entry.conduct, entry.penalty, tier))
    words = {"case": case, "told": whole(case), "where": where, "target": phrase(entry.penalty.target, entry.conduct)}
    stem = choose(_BANS, f"{made.key}/period")
    return Statement(
        made.named(f"{made.id}/period"),
        stem.format(**words, ban=ban_text(tier)),
        stem.format(**words, ban=ban_text(other)),
        ((("length", str(tier.ban.length)),), (("length", str(other.ban.length)),)),
        f"{where}：{case}，{words['target']}{ban_text(tier)}",
        f"题中改成了{other.ban.length}，那是“{other.condition}”的期限",
        1.0,
    )


def _alike(one: Period | None, other: Period | None) -> bool:
    """Whether the two can stand for one another in a statement: another length in the same unit."""
    return one is not None and other is not None and one.unit == other.unit and one.amount != other.amount


STATEMENTS = Statements("period", statements)
