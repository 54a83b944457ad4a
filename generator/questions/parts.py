"""Parts that chains share: the fine, the other consequences, who else is liable, until when, and what delay costs."""

import datetime
from collections.abc import Callable, Sequence

from generator.kinds import BasisValue
from generator.kinds.penalty import ORDINARY
from generator.library import Library
from generator.questions.chained import Part
from generator.questions.facts.amounts import FineOf, case_data, fines, rivals
from generator.questions.facts.days import after, dated, length, limit_of, served
from generator.questions.facts.measures import kinds_under, measures_of, usual
from generator.questions.facts.targets import overlap, phrase
from generator.questions.facts.told import Told
from generator.questions.item import Claim, Option, draw, rank
from generator.questions.writing.making import around
from generator.questions.writing.phrases import article, called, doing, law, quoted

WRONG = 3
SHOWN = 4
_SERIOUS = "情节严重"
#: Whether the people responsible are fined, and whether they are detained → how an option says it.
STAFF = {
    (True, False): "规定处以罚款，没有规定拘留",
    (False, True): "规定由公安机关处以拘留，没有规定罚款",
    (True, True): "规定处以罚款，也规定由公安机关处以拘留",
    (False, False): "没有规定对他们另外罚款或者拘留",
}


def fine_part(library: Library, told: Told, seed: str) -> Part | str:
    """How high the fine is; the fines of what the situation might have been stand beside it.  Else why it can't be asked."""
    case = told.case
    if len(_certain(library, told)) > 1:
        return "同一行为、对象和情形有几种罚款"
    siblings = {finding.conduct for finding in told.situation.findings} | set(told.situation.rivals)
    candidates = rivals(library, case, seed)
    near = [one for one in candidates if one.entry.conduct.id in siblings]
    others = near + [one for one in candidates if one not in near]
    lower = [one for one in others if one.size < case.size]
    higher = [one for one in others if one.size > case.size]
    below = around(len(lower), len(higher), WRONG, f"{seed}/fine")
    if below is None:
        return "形式、大小相近而又确定不适用的罚款不足"
    shown = sorted([case, *lower[:below], *higher[: WRONG - below]], key=lambda one: one.size)
    where = article(library, told.penalty.basis)
    options = tuple(
        Option(one.text, one is case, f"{where}对这一情形规定的幅度。" if one is case else _of(library, told, one))
        for one in shown
    )
    stem = f"{premise(told)}依照{law(library, told.penalty.basis)}，对{phrase(told.penalty.target, told.conduct)}罚款的法定幅度是："
    named = called(told.penalty, told.case.tier)
    tail = f"，{named}" if named else ""
    return Part(
        stem, options, f"{where}：{doing(told.conduct, case.tier)}{tail}，罚款幅度为{case.text}。",
        (told.penalty.basis,), claim=Claim("fine", case_data(case)),
    )  # fmt: skip


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


def _of(library: Library, told: Told, other: FineOf) -> str:
    where = article(library, other.entry.penalty.basis)
    if other.entry.id == told.entry.id:
        return f"这是同一罚则{quoted(called(other.entry.penalty, other.tier))}的幅度（{where}）。"
    if other.entry.conduct.id == told.conduct.id:
        return f"这是同一行为对{phrase(other.entry.penalty.target, other.entry.conduct)}的幅度（{where}）。"
    return f"这是{quoted(doing(other.entry.conduct))}的幅度（{where}）。"


def premise(told: Told) -> str:
    """What the facts leave to the authority, said: that the case is no serious one."""
    knows = any(tier.condition == _SERIOUS for tier in told.penalty.tiers)
    return "经认定，尚不属于情节严重。" if knows and told.finding.tier != _SERIOUS else ""


def measures_part(library: Library, told: Told, seed: str) -> Part | str:
    """What else the article has for it, light or serious; what it does not have stands beside it."""
    basis, conduct = told.penalty.basis.whole, told.conduct
    key = f"{seed}/measures"
    own: dict[str, str] = {}
    for measure in sorted(measures_of(conduct, basis), key=lambda m: rank(key, m.text)):
        if measure.kind and measure.kind not in {"改正", "罚款", *own}:
            own[measure.kind] = (
                measure.text if measure.condition == ORDINARY else f"{measure.condition}的，{measure.text}"
            )
    known = kinds_under(library, basis)
    other = [m for m in usual(library, basis.regulation) if m.kind not in known and m.kind not in {"改正", "罚款"}]
    right = list(own.values())[: SHOWN - 1]
    wrong = draw(other, SHOWN - len(right), key, key=lambda m: m.text)
    if not right or len(right) + len(wrong) < SHOWN:
        return "除改正和罚款外，措施凑不够选项"
    where = article(library, basis)
    options = [Option(text, True, f"{where}有此规定。") for text in right]
    for measure in wrong:
        there = f"那是{article(library, measure.basis)}里别的行为的后果"
        options.append(Option(measure.text, False, f"{where}没有写；{there}。"))
    claim = Claim("measures", (("conduct", conduct.id), ("regulation", basis.regulation), ("article", basis.key)))
    return Part(
        "处罚这一行为的条文，除责令改正和罚款以外，还规定了（不论情节轻重）：",
        tuple(sorted(options, key=lambda option: rank(f"{key}/order", option.text))),
        f"{where}对这一行为规定的还有{'、'.join(map(quoted, right))}。",
        (basis,), several=True, claim=claim,
    )  # fmt: skip


def staff_part(library: Library, told: Told, seed: str) -> Part | str:
    """What the people responsible in the unit face, without any further condition."""
    if "个人" in told.penalty.target or told.penalty.target == "其他生产经营者":
        return "处罚的不都是单位"
    own = [(p, tier) for p in told.conduct.penalties if "责任人员" in p.target for tier in p.tiers]
    if any(p.basis.whole != told.penalty.basis.whole for p, _ in own):
        return "对责任人员的处罚在别的条文里"
    now = [(p, tier) for p, tier in own if tier.condition == ORDINARY and (tier.detention or tier.fine)]
    if len({id(p) for p, _ in now}) != len({id(p) for p, _ in own}):
        return "对责任人员的处罚另有条件，或者不止一种"
    if not now and rank(seed, "asked of staff") % 5:
        return "这一条没有写对责任人员的处罚，五回只问一回，免得总是这一个答案"
    fined, held = (any(getattr(tier, name) for _, tier in now) for name in ("fine", "detention"))
    right = STAFF[fined, held]
    basis = now[0][0].basis if now else told.penalty.basis
    said = f"{article(library, basis)}{right}"
    options = tuple(Option(text, text == right, f"{said}。") for text in STAFF.values())
    return Part(
        f"{premise(told)}对单位直接负责的主管人员和其他直接责任人员，处罚这一行为的那一条：",
        tuple(sorted(options, key=lambda option: rank(f"{seed}/staff", option.text))),
        f"{said}。", (basis,), claim=Claim("staff", (("conduct", told.conduct.id), ("article", basis.key))),
    )  # fmt: skip


#: What is asked of a period: the article that sets it, how the paper came, and what is to be done by when.
PERIODS: dict[str, tuple[str, str, str]] = {
    "hearing-asked": (
        "行政处罚法 第64条第（一）项",
        "拟罚款的数额属于较大数额，处罚前的告知书于{day}送达，写明可以要求听证。要求听证，最迟在：",
        "要求听证",
    ),
    "serving": (
        "行政处罚法 第61条第1款",
        "处罚决定在{day}宣告，当事人不在场。决定书最迟在哪一天送达：",
        "送达",
    ),
    "paying": (
        "行政处罚法 第67条第3款",
        "处罚决定书于{day}送达，没有获准延期或者分期。缴纳罚款，最迟在：",
        "缴纳罚款",
    ),
    "review": (
        "行政复议法 第20条第1款",
        "处罚决定书于{day}送达，写明了复议的权利和期限。申请行政复议，最迟在：",
        "申请行政复议",
    ),
}


def period_part(library: Library, name: str, seed: str) -> Part | str:
    """By when at the latest: the period counted as its article counts it, and as people count it wrongly."""
    cited, stem, what = PERIODS[name]
    held = limit_of(library, cited)
    if held is None:
        return f"没有收录{cited}的期限"
    limit = held[1]
    count, working = length(limit), limit.working is not None
    day = served(count, working, f"{seed}/{name}")
    if day is None:
        return "这段时间里数不到不碰节假日的日子"
    right = after(day, count, working)
    wrong = _miscounted(day, count, working, right)
    lower = [one for one in wrong if one[0] < right]
    higher = [one for one in wrong if one[0] > right]
    below = around(len(lower), len(higher), WRONG, f"{seed}/{name}")
    if below is None:
        return "数错的日子不足"
    rule = f"{article(library, limit.basis)}：{limit.says}"
    how = f"；这里的“日”是工作日（{article(library, limit.working)}）" if limit.working else "；按日历日数，周末也算"
    chosen = sorted(
        [
            (right, f"从次日起数满{limit.period}{how}。"),
            *_near(lower, right)[:below],
            *_near(higher, right)[: WRONG - below],
        ]
    )
    options = tuple(Option(_short(one), one == right, why) for one, why in chosen)
    claim = Claim("counted", (("basis", cited), ("from", day.isoformat()), ("what", what)))
    return Part(stem.format(day=dated(day)), options, f"{rule}{how}。", (limit.basis,), claim=claim)


def _near(days: Sequence[tuple[datetime.date, str]], right: datetime.date) -> list[tuple[datetime.date, str]]:
    return sorted(days, key=lambda one: abs((one[0] - right).days))


def _short(day: datetime.date) -> str:
    return f"{day.year}年{day.month}月{day.day}日"


def _miscounted(day: datetime.date, count: int, working: bool, right: datetime.date) -> list[tuple[datetime.date, str]]:
    """Days that come out of counting another way, each once, with how."""
    ways: list[tuple[datetime.date, str]] = [
        (after(day, count, not working), "把工作日当成了日历日。" if working else "把日历日当成了工作日。"),
        (after(day, count - 1, working), "把送达、宣告的当天也算进去了。"),
        (after(day, 3, True), "那是三个工作日。"),
        (after(day, 10, False), "那是十日。"),
        (after(day, 7, True), "那是七个工作日。"),
        (after(day, 15, False), "那是十五日。"),
        (after(day, 30, False), "那是三十日。"),
        (after(day, 90, False), "那是九十日。"),
        (after(day, count + 1, working), "多数了一日。"),
    ]
    found: dict[datetime.date, str] = {}
    for one, why in ways:
        if one != right:
            found.setdefault(one, why)
    return list(found.items())


def delay_part(library: Library, sum_: int, seed: str) -> Part | str:
    """What late payment costs: 3% a day, never more than the fine (行政处罚法 72).  ``sum_``: the fine in yuan."""
    held = limit_of(library, PERIODS["paying"][0])
    if held is None:
        return "没有收录缴纳罚款的期限"
    basis = BasisValue(regulation=held[1].basis.regulation, article=72, paragraph=1, item=1)
    days = (8, 12, 15, 20, 25, 38, 45, 60)[rank(seed, "delay") % 8]
    right = min(3 * days * sum_ // 100, sum_)
    ways = {
        3 * days * sum_ // 1000: "按千分之三算的。",
        days * sum_ // 100: "按百分之一算的。",
        2 * days * sum_ // 100: "按百分之二算的。",
        5 * days * sum_ // 100: "按百分之五算的，也没有看上限。",
        3 * days * sum_ // 100: "没有看加处罚款不得超出罚款数额。",
        sum_: "罚款的数额是上限，还没有到。",
        6 * days * sum_ // 100: "把每日3%加了一倍。",
    }
    wrong = [(amount, why) for amount, why in ways.items() if amount != right]
    lower = [one for one in wrong if one[0] < right]
    higher = [one for one in wrong if one[0] > right]
    below = around(len(lower), len(higher), WRONG, f"{seed}/delay")
    if below is None:
        return "数错的数额不足"
    how = f"每日3%，{days}日为{3 * days}%" + ("，超过罚款数额的，以罚款数额为限" if 3 * days > 100 else "")
    picked = [*draw(lower, below, seed), *draw(higher, WRONG - below, seed)]
    shown = sorted([(right, f"{how}。"), *picked])
    options = tuple(Option(_yuan(amount), amount == right, why) for amount, why in shown)
    claim = Claim("surcharge", (("sum", str(sum_)), ("days", str(days))))
    stem = f"另有一份罚款{_yuan(sum_)}的决定合法有效，当事人没有申请延期、分期，逾期{days}日才缴清。行政机关可以加处的罚款，最多是："
    return Part(stem, options, f"{article(library, basis)}：{how}。", (basis,), claim=claim)


def _yuan(amount: int) -> str:
    return f"{amount / 10000:g}万元" if amount % 100 == 0 and amount >= 10000 else f"{amount}元"


Maker = Callable[[], Part | str]


def gathered(makers: Sequence[Maker], most: int) -> tuple[list[Part], list[str]]:
    """The first ``most`` parts that can be made, and why others can't."""
    made: list[Part] = []
    reasons: list[str] = []
    for make in makers:
        found = make() if len(made) < most else ""
        if isinstance(found, Part):
            made.append(found)
        elif found:
            reasons.append(found)
    return made, reasons
