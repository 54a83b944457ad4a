"""What late payment costs."""

from generator.kinds import BasisValue
from generator.legal.money import format_yuan
from generator.library import Library
from generator.questions.chained import Part
from generator.questions.facts.days import SET_BY, limit_of
from generator.questions.item import Claim, Option, draw, rank
from generator.questions.parts.making import WRONG
from generator.questions.writing.making import around
from generator.questions.writing.phrases import article

#: Fines asked about, in ten thousands of yuan, and days of delay: so many that hardly any sum comes up twice.
_TEN_THOUSANDS, _DAYS = range(2, 81), range(6, 46)


def delay_part(library: Library, seed: str) -> Part | str:
    """What late payment of some fine costs: 3% a day, never more than the fine (行政处罚法 72)."""
    held = limit_of(library, SET_BY["paying"])
    if held is None:
        return "没有收录缴纳罚款的期限"
    basis = BasisValue(regulation=held[1].basis.regulation, article=72, paragraph=1, item=1)
    sum_ = _TEN_THOUSANDS[rank(seed, "sum") % len(_TEN_THOUSANDS)] * 10_000
    days = _DAYS[rank(seed, "delay") % len(_DAYS)]
    right = min(3 * days * sum_ // 100, sum_)

    ways = {
        3 * days * sum_ // 1000: "按千分之三算的。",
        days * sum_ // 100: "按百分之一算的。",
        2 * days * sum_ // 100: "按百分之二算的。",
        5 * days * sum_ // 100: "按百分之五算的。",
        3 * days * sum_ // 100: "没有看上限：加处罚款的数额不得超出罚款的数额。",
        sum_: f"这是上限；{days}日才{3 * days}%，还没有到。",
        6 * days * sum_ // 100: "把每日3%加了一倍。",
        3 * (days - 1) * sum_ // 100: "少算了一日。",
        3 * (days + 1) * sum_ // 100: "多算了一日。",
    }
    wrong = [
        (amount, f"{why[:-1]}，也没有看上限。" if amount > sum_ and "上限" not in why else why)
        for amount, why in ways.items()
        if amount != right and amount % 100 == 0
    ]
    lower = [one for one in wrong if one[0] < right]
    higher = [one for one in wrong if one[0] > right]
    below = around(len(lower), len(higher), WRONG, f"{seed}/delay")
    if below is None:
        return "数错的数额不足"
    how = f"每日3%，{days}日为{3 * days}%" + ("，超过罚款数额的，以罚款数额为限" if 3 * days > 100 else "")
    picked = [*draw(lower, below, seed), *draw(higher, WRONG - below, seed)]
    shown = sorted([(right, f"{how}。"), *picked])
    options = tuple(Option(format_yuan(amount), amount == right, why) for amount, why in shown)
    claim = Claim("surcharge", (("sum", str(sum_)), ("days", str(days))))
    stem = f"另有一份罚款{format_yuan(sum_)}的决定合法有效，当事人没有申请延期、分期，逾期{days}日才缴清。行政机关可以加处的罚款，最多是："
    return Part(stem, options, f"{article(library, basis)}：{how}。", (basis,), claim=claim)
