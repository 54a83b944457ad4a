"""What a letter of the authority says of a case, right or wrong: the law and article, the sum, the periods."""

from collections.abc import Mapping
from dataclasses import dataclass

from generator.kinds import BasisValue
from generator.legal.days import day_written
from generator.legal.money import format_yuan
from generator.library import Library
from generator.questions.chained import Part
from generator.questions.facts.days import SET_BY, limit_of
from generator.questions.facts.targets import of_staff
from generator.questions.facts.told import Told
from generator.questions.item import Claim, Option, rank
from generator.questions.writing.phrases import article, doing

#: What a letter says of a period: how it is got wrong, and the option that says so.
PERIODS = {
    "paying": (("10日", "30日", "7日"), "缴款的期限写错了"),
    "review": (("30日", "15日", "90日"), "申请行政复议的期限写错了"),
    "hearing-asked": (("3日", "10日", "15日"), "要求听证的期限写错了"),
    "suing": (("3个月", "12个月", "2个月"), "起诉的期限写错了"),
}


@dataclass(frozen=True, slots=True)
class Spot:
    """One thing of the letter: how it stands there, whether it is wrong, the option that says so, and why."""

    text: str
    wrong: bool
    option: str
    why: str
    basis: BasisValue


def law_point(library: Library, one: Told, wrong: bool, seed: str) -> Spot | None:
    """The law and the article; where wrong, the old law's, or those of what the facts would be if they lay otherwise."""
    own = one.penalty.basis
    name = f"《{library.regulation(own.regulation).name}》{own.whole.locus}"
    old = next(
        (
            row.old
            for row in library.concordances(own)
            if row.old and library.status(row.old.regulation).state == "repealed"
        ),
        None,
    )
    if old is not None and one.finding.recent and rank(seed, "old") % 2:
        cited = f"《{library.regulation(old.regulation).name}》{old.whole.locus}"
        until = library.status(old.regulation).version.repealed_on
        gone = f"{library.regulation(old.regulation).name}已在{day_written(until)}废止" if until else ""
        why = (
            f"{gone}，行为在那以后，应当依照{article(library, own)}。"
            if wrong
            else f"依据是现行的{article(library, own)}。"
        )
        return Spot(cited if wrong else name, wrong, "所依据的法律在行为发生时已经废止", why, own)
    others = [
        entry.penalty.basis
        for conduct in (*(finding.conduct for finding in one.situation.findings), *one.situation.rivals)
        for entry in library.penalties_of(conduct)
        if not of_staff(entry.penalty.target)
        and any(tier.fine for tier in entry.penalty.tiers)
        and (entry.penalty.basis.regulation, entry.penalty.basis.key)
        not in {(penalty.basis.regulation, penalty.basis.key) for penalty in one.conduct.penalties}
    ]
    if not others:
        return None
    other = others[rank(seed, "article") % len(others)]
    cited = f"《{library.regulation(other.regulation).name}》{other.whole.locus}"
    why = (
        f"{article(library, other)}处罚的是另一种行为，应当依照{article(library, own)}。"
        if wrong
        else f"处罚这一行为的正是{article(library, own)}。"
    )
    return Spot(cited if wrong else name, wrong, "所依据的条文处罚的不是这一行为", why, own)


def besides(library: Library, one: Told) -> str:
    """What is left out of account: rules below statutes, or, where such a rule penalises the act, all but this one."""
    statute = library.regulation(one.penalty.basis.regulation).rank == "法律"
    return f"{'' if statute else '其他'}行政法规、规章和地方规定另有不同的不作考虑。"


def sum_point(library: Library, one: Told, wrong: bool, seed: str) -> Spot | str:
    """The sum; where wrong, above or below what the law allows.  Why there is none, where the fine is no range of yuan."""
    fine = one.case.fine.range
    if fine is None or fine.min is None or fine.max is None:
        return "罚款不是有上下限的数额"
    low, high = int(fine.min), int(fine.max)
    inside = [low + (high - low) * part // 10 for part in (1, 2, 3)]
    outside = [high * 12 // 10, high * 15 // 10, low * 6 // 10, low * 8 // 10]
    choices = outside if wrong else inside
    sum_ = choices[rank(seed, "amount") % len(choices)]
    why = f"法定幅度是{one.case.text}（{article(library, one.penalty.basis)}），罚款{format_yuan(sum_)}{'在幅度以外' if wrong else '在幅度以内'}。"
    return Spot(format_yuan(sum_), wrong, "罚款的数额不在这一行为的法定幅度以内", why, one.penalty.basis)


def period_point(library: Library, name: str, wrong: bool, seed: str) -> Spot | None:
    """The period of ``name``; where wrong, another one.  None where the library does not hold it."""
    slips, option = PERIODS[name]
    held = limit_of(library, SET_BY[name])
    if held is None:
        return None
    right = held[1].period
    text = slips[rank(seed, name) % len(slips)] if wrong else right
    why = f"{article(library, held[1].basis)}：期限是{right}，{'不是' + text if wrong else '写得对'}。"
    return Spot(text, wrong, option, why, held[1].basis)


def explained(library: Library, one: Told, points: Mapping[str, Spot]) -> str:
    """What was found, and why each wrong point of the letter is wrong."""
    wrong = "".join(point.why for point in points.values() if point.wrong)
    return f"查实的是：{doing(one.conduct)}（{article(library, one.penalty.basis)}）。{one.finding.because}{wrong}"


def error_part(stem: str, one: Told, points: Mapping[str, Spot]) -> Part:
    """The part that asks for the errors, an option for each point."""
    options = tuple(Option(point.option, point.wrong, point.why) for point in points.values())
    wrong = [point.why for point in points.values() if point.wrong]
    claim = Claim(
        "letter",
        (
            ("conduct", one.conduct.id), ("target", one.penalty.target), ("condition", one.case.tier.condition),
            ("category", one.case.tier.category or ""),
        ),
    )  # fmt: skip
    basis = tuple(dict.fromkeys(point.basis for point in points.values()))
    return Part(stem, options, "".join(wrong), basis, several=True, claim=claim)
