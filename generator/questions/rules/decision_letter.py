"""Chain on a document: which errors does this decision letter hold?  (决定书找错)

Source:  a finding of a Situation, written up as a decision letter in which some of four things are wrong.
Parts:   the errors; what else might have followed; by when to appeal or to pay; what delay costs.
Wrong:   what the letter has right.  A period that a later part asks for is not in the letter.
Refused: fines that are no range of yuan; laws of which the periods are not held; fewer than three parts.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from functools import partial

from generator.kinds import BasisValue
from generator.legal.money import format_yuan
from generator.library import Library
from generator.questions.chained import FEWEST, Chain, Evidence, Part
from generator.questions.facts.days import limit_of
from generator.questions.facts.told import Told, told
from generator.questions.item import Claim, Item, Option, Rule, Skip, rank
from generator.questions.parts import delay_part, gathered, measures_part, period_part, premise, staff_part
from generator.questions.writing.making import Subject, finish, validity
from generator.questions.writing.phrases import article

ID = "decision-letter"
_MOST = 4
_PERIODS = {
    "paying": ("行政处罚法 第67条第3款", ("10日", "30日", "7日"), "缴款的期限写错了"),
    "review": ("行政复议法 第20条第1款", ("30日", "15日", "90日"), "申请行政复议的期限写错了"),
    "suing": ("行政诉讼法 第46条第1款", ("3个月", "12个月", "2个月"), "起诉的期限写错了"),
}


@dataclass(frozen=True, slots=True)
class Point:
    """One thing of the letter: how it stands there, whether it is wrong, the option that says so, and why."""

    text: str
    wrong: bool
    option: str
    why: str
    basis: BasisValue


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield one chain or skip per finding, in library order."""
    for one in told(library):
        if isinstance(one, Told):
            yield _ask(library, one)


def _ask(library: Library, one: Told) -> Item | Skip:
    seed, at = f"{ID}/{one.id}", one.situation.place("findings", one.number)
    asked = "review" if rank(seed, "asked") % 2 else "paying"
    points = _points(library, one, asked, seed)
    if isinstance(points, str):
        return Skip(at, points)
    first = _errors(one, points)
    sum_ = (12, 15, 20, 30, 40)[rank(seed, "sum") % 5] * 10_000
    others, reasons = gathered(
        [
            partial(period_part, library, asked, seed),
            partial(measures_part if rank(seed, "more") % 2 else staff_part, library, one, seed),
            partial(delay_part, library, sum_, seed),
        ],
        _MOST - 1,
    )
    parts = (first, *others)
    basis = tuple(dict.fromkeys(cited for part in parts for cited in part.basis))
    if len(parts) < FEWEST or validity(library, basis) is None:
        return Skip(at, f"只问得出 {len(parts)} 小题：{'；'.join(reasons)}")
    subject = Subject(
        rule=ID, id=one.id, basis=basis, topics=one.situation.topics, at=at, conduct=one.conduct.id,
        audience=one.situation.audience,
        facts=(
            f"situation/{one.situation.id}", f"penalty/{one.entry.id}/{one.case.index}", f"penalty/{one.entry.id}/ladder",
            "limit/paying", "limit/review", "limit/suing", "limit/delay",
        ),
    )  # fmt: skip
    wrong = [point for point in points.values() if point.wrong]
    explanation = (
        f"查实的是：{one.conduct.title.rstrip('。；，')}（{article(library, one.penalty.basis)}）。{one.finding.because}"
        + "".join(point.why for point in wrong)
    )
    stem = "下面是一份行政处罚决定书的节录。查实的事实以决定书所写的为准，按现行有效的法律审核，行政法规、规章和地方规定另有不同的不作考虑。"
    return finish(
        library,
        subject,
        "chain",
        stem,
        (),
        explanation,
        0.3,
        Chain(evidence=(_letter(one, points, seed), *one.sheet(seed)), parts=parts),
    )


def _points(library: Library, one: Told, asked: str, seed: str) -> dict[str, Point] | str:
    """The four things of the letter, by name; at least one is wrong and one right."""
    fine = one.case.fine.range
    if fine is None or fine.min is None or fine.max is None:
        return "罚款不是有上下限的数额"
    planted = [bool(rank(seed, f"wrong/{name}") % 2) for name in ("basis", "sum", "other", "suing")]
    if all(planted) or not any(planted):
        planted[rank(seed, "turned") % len(planted)] = not planted[0]
    law = _law_point(library, one, planted[0], seed)
    if law is None:
        return "同一情境的别的事实都在同一条文里处罚，换不了条文"
    other = "paying" if asked == "review" else "review"
    periods = {
        name: _period_point(library, name, wrong, seed)
        for name, wrong in zip((other, "suing"), planted[2:], strict=True)
    }
    if any(point is None for point in periods.values()):
        return "没有收录缴款、复议或者起诉的期限"
    return {
        "basis": law,
        "sum": _sum_point(library, one, int(fine.min), int(fine.max), planted[1], seed),
        **{name: point for name, point in periods.items() if point is not None},
    }


def _law_point(library: Library, one: Told, wrong: bool, seed: str) -> Point | None:
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
        gone = (
            f"{library.regulation(old.regulation).name}已在{until:%Y}年{until.month}月{until.day}日废止"
            if until
            else ""
        )
        why = (
            f"{gone}，行为在那以后，应当依照{article(library, own)}。"
            if wrong
            else f"依据是现行的{article(library, own)}。"
        )
        return Point(cited if wrong else name, wrong, "所依据的法律在行为发生时已经废止", why, own)
    others = [
        entry.penalty.basis
        for conduct in (*(finding.conduct for finding in one.situation.findings), *one.situation.rivals)
        for entry in library.penalties_of(conduct)
        if "人员" not in entry.penalty.target
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
    return Point(cited if wrong else name, wrong, "所依据的条文处罚的不是这一行为", why, own)


def _sum_point(library: Library, one: Told, low: int, high: int, wrong: bool, seed: str) -> Point:
    """The sum; where wrong, above or below what the law allows."""
    inside = [low + (high - low) * part // 10 for part in (1, 2, 3)]
    outside = [high * 12 // 10, high * 15 // 10, low * 6 // 10, low * 8 // 10]
    choices = outside if wrong else inside
    sum_ = choices[rank(seed, "amount") % len(choices)]
    why = f"法定幅度是{one.case.text}（{article(library, one.penalty.basis)}），罚款{format_yuan(sum_)}{'在幅度以外' if wrong else '在幅度以内'}。"
    text = f"{sum_ / 10_000:g}万元" if sum_ >= 10_000 else f"{sum_}元"
    return Point(text, wrong, "罚款的数额不在法定幅度以内", why, one.penalty.basis)


def _period_point(library: Library, name: str, wrong: bool, seed: str) -> Point | None:
    cited, slips, option = _PERIODS[name]
    held = limit_of(library, cited)
    if held is None:
        return None
    right = held[1].period
    text = slips[rank(seed, name) % len(slips)] if wrong else right
    why = f"{article(library, held[1].basis)}：期限是{right}，{'不是' + text if wrong else '写得对'}。"
    return Point(text, wrong, option, why, held[1].basis)


def _errors(one: Told, points: dict[str, Point]) -> Part:
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
    return Part("审核这份决定书，应当指出的问题有：", options, "".join(wrong), basis, several=True, claim=claim)


def _letter(one: Told, points: dict[str, Point], seed: str) -> Evidence:
    who = one.who(seed)
    rights = [f"不服本决定的，可以自收到决定书之日起{points['suing'].text}内向人民法院起诉"]
    if "review" in points:
        rights = [
            f"不服本决定的，可以自收到决定书之日起{points['review'].text}内申请行政复议，也可以自收到决定书之日起{points['suing'].text}内向人民法院起诉"
        ]
    pay = f"罚款自收到决定书之日起{points['paying'].text}内缴至指定的银行。" if "paying" in points else ""
    return Evidence(
        "行政处罚决定书（节录）",
        (
            f"当事人：{who}",
            f"本机关查实：{one.text(seed, asides=False)}{premise(one)}",
            f"上述行为依照{points['basis'].text}的规定，决定罚款{points['sum'].text}。",
            f"{pay}{rights[0]}。",
        ),
    )


RULE = Rule(id=ID, title="决定书找错", generate=generate, thought="应用")
