"""Calculation: what fine does a discretion table give?  (裁量计算)

Source:  a Benchmark that sums weights, with levels drawn from its factors; the working is that of discretion/compute.py.
Key:     the sum of the weights, cut at the cap, of the greatest fine of the law, never below the least.  The stem gives the
         weights, which nobody needs by heart; it names the table, its year, and that it awaits alignment with the Code.
When:    a table of law still in force whose amounts the Code keeps: conduct of any day.  A table of repealed law: conduct
         that ended before the repeal, decided after it, where no bound of the Code's fine is lower, so that the law of the
         conduct's day applies beyond dispute (法典 1057).  What was found is made up, so all items are marked as samples.
Refused: tables that lead to a span; that would have to be compared with the Code case by case; that end before the decision.
"""

import datetime
import re
from collections.abc import Iterator
from dataclasses import dataclass
from fractions import Fraction

from generator.discretion.compute import Outcome, compute, legal_bounds
from generator.kinds import BasisValue
from generator.kinds._audience import OFFICIALS
from generator.kinds.benchmark import Benchmark
from generator.kinds.penalty import ORDINARY
from generator.legal.days import month_written
from generator.legal.money import format_range, format_yuan
from generator.library import Library
from generator.library.overhaul import present
from generator.questions.facts.amounts import FineOf, fines
from generator.questions.facts.related import key
from generator.questions.facts.targets import of_staff
from generator.questions.item import BLANK, Blank, Claim, Item, Response, Rule, Skip, choose, rank
from generator.questions.writing.making import Subject, finish
from generator.questions.writing.phrases import article

ID = "discretion"
DRAWN = 3  # items per table, which never meet in a paper
_EITHER = re.compile(r"不足\d+%的按")
_WHOM = re.compile(r"，对(单位|责任人员)$")
_PARTLY = re.compile("^仅")  # levels that contradict what other factors say
_ENDED, _DECIDED = 50, 60  # days before and after the repeal
_STEP = 100_000  # yuan to which sums of the case are rounded
_OLD = (
    "某单位的违法行为是{title}，在{then}终了；{decided}作出处罚决定。{code}的罚款并不较轻，依照{rule}，仍适用行为时的{before}，"
    "罚款幅度为{span}。",
    "{then}终了的违法行为：{title}。{decided}作出处罚决定时，法律已经更替，{code}的罚款并不较轻，按照{rule}仍适用{before}，法定罚款"
    "幅度是{span}。",
)
_NOW = (
    "违法行为：{title}。依照裁量表所依据的{before}，罚款幅度为{span}（{code}的幅度与它相同）。",
    "执法人员查实：{title}。裁量表所依据的{before}规定罚款{span}，{code}的幅度与它相同。",
)
_ASKED = (
    "按照《{document}》{year}年所附裁量表（待与{code_name}衔接）的权重累加模式，{start}查明的情形及其权重：{found}。不考虑其他情节，应当对{whom}罚款{blank}。",
    "用《{document}》{year}年所附的裁量表（待与{code_name}衔接）以权重累加模式裁量，{start}查明的情形及其权重：{found}。没有其他调整情节，对{whom}的罚款数额是{blank}。",
)


@dataclass(frozen=True)
class _Setting:
    """In which law a table is used.

    Attributes:
        intro: the first sentences of the stem.
        bases: what the item rests on besides the method.
        case: the tier of the Code that it was held against.
        amount: yuan of the sum that the fine is taken from, where the table has one.
        why: why that law applies; empty where it is the law of today.
    """

    intro: str
    bases: tuple[BasisValue, ...]
    case: FineOf
    amount: int | None = None
    why: str = ""


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield items or one skip per table, in library order."""
    for table in library.of("benchmark", Benchmark):
        refused = _refused(library, table)
        if refused:
            yield Skip(table.at, refused)
            continue
        drawn: set[tuple[str, ...]] = set()
        for number in range(DRAWN):
            yield _ask(library, table, number, drawn)


def _refused(library: Library, table: Benchmark) -> str | None:
    method = library.provision(table.issued_by, "method")
    if table.method != "weight_sum":
        return "幅度罚款的裁量表只给出区间，数额不唯一"
    if method is None or not library.in_force(method):
        return "裁量表没有施行，或者不知道哪一条规定了计算方法"
    if not table.basis or not table.basis_then or not library.in_force(table.basis[0]):
        return "没有写当时的依据，或者没有写现行的依据"
    if _EITHER.search(table.note or ""):
        return "表注写明依另一部法规处罚时另有下限，依哪一部处罚要逐案判断"
    return None


def _ask(library: Library, table: Benchmark, number: int, drawn: set[tuple[str, ...]]) -> Item | Skip:
    seed = f"{ID}/{table.id}/{number}"
    chosen: dict[str | int, str | int] = {}
    for factor in table.factors:
        labels = [level.label for level in factor.levels if not _PARTLY.search(level.label)]
        chosen[factor.title] = labels[rank(seed, factor.title) % len(labels)]
    levels = tuple(str(label) for label in chosen.values())
    if levels in drawn:
        return Skip(table.at, "抽到的情形与这张表的另一题相同")
    drawn.add(levels)
    setting = _setting(library, table, chosen, seed)
    if isinstance(setting, str):
        return Skip(table.at, setting)
    outcome = compute(table, chosen, amount=setting.amount)
    if outcome.amount is None:
        return Skip(table.at, "算出来的不是一个数额")
    method = library.provision(table.issued_by, "method")
    assert method is not None  # refused above
    subject = Subject(
        rule=ID, id=f"{table.id}/{number}", basis=(method, *setting.bases),
        facts=(f"benchmark/{table.id}", f"penalty/{setting.case.id}"), topics=setting.case.entry.conduct.topics,
        at=table.at, conduct=table.conduct, sample=True, claim=Claim("discretion", (("benchmark", table.id),)),
        audience=OFFICIALS,
    )  # fmt: skip
    issued = library.status(table.issued_by).version
    stem = setting.intro + choose(_ASKED, seed).format(
        document=library.regulation(table.issued_by).name, year=(issued.adopted or issued.effective).year, blank=BLANK,
        whom=_whom(table), code_name=present(library).short,
        start=f"裁量起点为{outcome.steps[0].value}，" if table.start else "", found=_found(table, outcome),
    )  # fmt: skip
    why = f"{setting.why}{article(library, method)}：各项权重累加（最高不超过100%），乘以法定最高罚款数额。{_working(outcome)}。"
    answer = Blank((format_yuan(outcome.amount), str(outcome.amount)), why)
    return finish(library, subject, "calc", stem, (), why, 0.3, Response(blanks=(answer,)))


def _title(table: Benchmark) -> str:
    """What was done, without the number of the table and on whom the fine falls."""
    return table.act or _WHOM.sub("", re.sub(r"（[^（）]*）$", "", table.title))


def _whom(table: Benchmark) -> str:
    found = _WHOM.search(re.sub(r"（[^（）]*）$", "", table.title))
    return "责任人员" if found and found[1] == "责任人员" else "该单位"


def _found(table: Benchmark, outcome: Outcome) -> str:
    """The levels as the stem lists them, each with its weight."""
    steps = {step.label: step for step in outcome.steps if step.label in {factor.title for factor in table.factors}}
    return "；".join(
        f"{factor.title}：“{steps[factor.title].expression}”（{steps[factor.title].value}）" for factor in table.factors
    )


def _working(outcome: Outcome) -> str:
    """The steps after the weights: 合计：20%＋5%＝25%；罚款：25% × 100万元＝25万元."""
    steps = list(outcome.steps)
    place = next(number for number, step in enumerate(steps) if step.label == "合计")
    parts = [(f"{step.label}：{step.expression}", step.value) for step in steps[place:-1]]
    return "；".join(
        f"{left}{'' if left.endswith('：') else '，' if right.startswith('按') else '＝'}{right}"
        for left, right in parts
    )


def _setting(library: Library, table: Benchmark, chosen: dict[str | int, str | int], seed: str) -> _Setting | str:
    """The law under which the table is used, or why it can't be used beyond dispute."""
    then = table.basis_then[0]
    words = {"title": _title(table), "before": _cited(library, then)}
    until = library.standing(then).version.repealed_on
    if library.in_force(then):
        case = next((c for c in _cases(library, table) if _same(c, table)), None)
        if case is None or table.base is None:
            return "裁量表的罚款幅度与现行条文不同，不能用于现在的行为"
        intro = choose(_NOW, seed).format(**words, code=article(library, case.entry.penalty.basis), span=case.text)
        return _Setting(intro, (case.entry.penalty.basis.whole, then.whole), case)
    case = next((c for c in _cases(library, table) if _ordinary(c) and _of_category(c, chosen)), None)
    change = library.provision(table.basis[0].regulation, "change")
    if case is None or change is None or until is None:
        return "找不到现行条文对应的一档，无法比较新旧轻重"
    amount = _amount(table, case, seed)
    bounds = legal_bounds(table, amount) if (amount is None) == (table.base is not None) else None
    now = case.fine.range
    if bounds is None or now is None or bounds.least > (now.min or 0) or bounds.most > (now.max or 0):
        return "与现行条文相比不是一律不重，旧案适用哪部法律要逐案比较"
    decided = until + datetime.timedelta(days=_DECIDED)
    ends = library.status(table.issued_by).version.repealed_on
    if ends is not None and decided >= ends:
        return "作出决定时裁量表已经失效"
    intro = choose(_OLD, seed).format(
        **words, then=month_written(until - datetime.timedelta(days=_ENDED)), decided=month_written(decided), rule=article(library, change),
        code=article(library, case.entry.penalty.basis), span=_span(table, amount),
    )  # fmt: skip
    why = f"{article(library, change)}：新规定并不较轻，适用行为时的规定。"
    return _Setting(intro + _sum(table, amount), (change, case.entry.penalty.basis.whole), case, amount, why)


def _cited(library: Library, basis: BasisValue) -> str:
    return f"《{library.regulation(basis.regulation).name}》{basis.locus}"


def _cases(library: Library, table: Benchmark) -> list[FineOf]:
    """Fines in yuan of the table's conduct under the articles it stands on now."""
    now = {key(basis) for basis in table.basis}
    return [
        case
        for case in fines(library)
        if case.entry.conduct.id == table.conduct and key(case.entry.penalty.basis) in now and case.fine.range
    ]


def _same(case: FineOf, table: Benchmark) -> bool:
    return case.fine.range is not None and (case.fine.range.min or 0, case.fine.range.max) == (table.floor, table.base)


def _ordinary(case: FineOf) -> bool:
    return case.tier.condition == ORDINARY and not of_staff(case.entry.penalty.target)


def _of_category(case: FineOf, chosen: dict[str | int, str | int]) -> bool:
    """Whether the tier's category, where it has one, is what a level says: 报告表 for 报告表类."""
    return case.tier.category is None or any(str(label).startswith(case.tier.category) for label in chosen.values())


def _amount(table: Benchmark, case: FineOf, seed: str) -> int | None:
    """A sum of the case for which no bound of the old fine is above the new one, or below which the law counts it as more."""
    now = case.fine.range
    if table.multiple and table.multiple.deemed:
        return table.multiple.deemed.below * (5 + rank(seed, "amount") % 4) // 10
    if table.rate is None or now is None or not table.rate.max:
        return None
    top = Fraction(now.max or 0) * 100 / Fraction(table.rate.max)
    if table.rate.min:
        top = min(top, Fraction(now.min or 0) * 100 / Fraction(table.rate.min))
    return int(top * (30 + rank(seed, "amount") % 60) / 100) // _STEP * _STEP


def _span(table: Benchmark, amount: int | None) -> str:
    share = table.rate or table.multiple
    if share is None:
        return format_range(table.floor or None, table.base)
    sign = "%" if table.rate else "倍"
    return f"{share.base}的{share.min:g}{sign}以上{share.max:g}{sign}以下"


def _sum(table: Benchmark, amount: int | None) -> str:
    """The sum of the case, and how the law counts a small one."""
    share = table.rate or table.multiple
    if share is None or amount is None:
        return ""
    deemed = table.multiple.deemed if table.multiple else None
    rule = f"不足{format_yuan(deemed.below)}的，按{format_yuan(deemed.amount)}计算；" if deemed else ""
    return f"{rule}本案{share.base}为{format_yuan(amount)}。"


RULE = Rule(id=ID, title="裁量计算", generate=generate, thought="应用", steps=2)
