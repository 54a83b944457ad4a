"""Whether a letter of the authority has the fault that an option names: law, article, sum, periods and rights are read out of
it again.
"""

import re

from generator.legal.periods import parse_period
from generator.library import Library
from generator.questions.deciders._base import Decider, amount, limit, penalties
from generator.questions.item import Claim, Item
from generator.questions.said import Said

_CITED = re.compile(
    r"依照《(?P<law>.+?)》第(?P<article>\d+)条.*?，(?:拟)?决定罚款(?P<sum>\d+(?:\.\d+)?)(?P<unit>[万亿]?)元"
)
_UNITS = {"": 1, "万": 10_000, "亿": 100_000_000}
_PERIODS = {
    "缴款": (re.compile(r"之日起(\d+(?:日|个月))内缴至"), "行政处罚法 第67条第3款"),
    "要求听证": (re.compile(r"之日起(\d+日)内提出"), "行政处罚法 第64条第（一）项"),
    "复议": (re.compile(r"之日起(\d+(?:日|个月))内申请行政复议"), "行政复议法 第20条第1款"),
    "起诉": (re.compile(r"之日起(\d+(?:日|个月))内向人民法院起诉"), "行政诉讼法 第46条第1款"),
}


#: What a fault in the rights is called → the words that make it one, and the words that are as they should be.
_RIGHTS = {
    "听证的费用": (r"费用由.{1,6}承担", r"不承担费用"),
    "听证主持人": (r"由本案的调查人员主持", r"非本案调查人员主持"),
    "加重处罚": (r"将加重处罚", r"不因此加重处罚"),
}


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``."""
    cited = _CITED.search(item.stem)
    if cited is None:
        return None
    for word, (pattern, basis) in _PERIODS.items():
        if word in said.text:
            return _period(library, pattern.search(item.stem), basis)
    right = next((ways for word, ways in _RIGHTS.items() if word in said.text), None)
    if right is not None:
        wrong, plain = (bool(re.search(words, item.stem)) for words in right)
        return wrong if wrong != plain else None
    return _case(library, claim, said, cited)


def _case(library: Library, claim: Claim, said: Said, cited: re.Match[str]) -> bool | None:
    own = [penalty for penalty in penalties(library, claim) if penalty.target == claim.get("target")]
    laws = {regulation.id: regulation for regulation in library.regulations if regulation.name == cited["law"]}
    if "废止" in said.text:
        return None if len(laws) != 1 else library.status(next(iter(laws))).state == "repealed"
    if "条文" in said.text:
        keys = {(penalty.basis.regulation, penalty.basis.key) for penalty in own}
        return None if len(laws) != 1 or not keys else (next(iter(laws)), cited["article"]) not in keys
    if "数额" in said.text:
        sum_ = float(cited["sum"]) * _UNITS[cited["unit"]]
        spans = [
            amount(tier.fine) for penalty in own for tier in penalty.tiers
            if tier.fine and tier.fine.range and tier.condition == claim.get("condition") and (tier.category or "") == claim.get("category")
        ]  # fmt: skip
        return None if not spans else not any(low <= sum_ <= high for _, low, high, _ in spans)
    return None


def _period(library: Library, found: re.Match[str] | None, basis: str) -> bool | None:
    own = limit(library, basis)
    if found is None or own is None:
        return None
    return parse_period(found[1]) != parse_period(own.period)


DECIDER = Decider("letter", decide)
