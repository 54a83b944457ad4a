"""What the Code changed: fines of an old article and of the new one that took its place, each tied to the conduct and tier
that it concerns today.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.kinds import BasisValue
from generator.kinds.concordance import AmountChange, Concordance
from generator.kinds.penalty import Fine
from generator.library import Library
from generator.library.remember import once
from generator.library.wording import ORDINARY
from generator.questions.facts.amounts import FineOf, fines, size
from generator.questions.facts.related import key
from generator.questions.writing.phrases import doing

#: Articles that say which law applies when the law has changed, by the regulation that repeals.
CHANGE = {"eco-code": 1057}
#: Articles that repeal and say from which day, by the regulation that repeals.
REPEALS = {"eco-code": 1242}
#: Conditions that a label may name.
_CONDITION = re.compile(r"情节严重|情节较轻|拒不改正|逾期不改正|造成严重后果")
_FIGURE = re.compile(r"[一二三四五六七八九十百千]+万?元")
#: Words of a summary which say that the new article takes in more than the old one.
_WIDER = re.compile(
    r"列入|增列|写进来|写明.*也|扩大|扩为|不限于|不再以.*为条件|也要管|也适用|同样处罚|统一|通用|同罚|合为|并入|合在"
)
_DOUBT = re.compile(r"逐案|可能属于|能否适用")
#: Words of a summary that speak of more than fines: beside a fine that fell, and beside one that rose.
_AGAINST = {
    -1: re.compile(r"责令|停产|停业|关闭|吊销|拘留|没收|逐案"),
    1: re.compile(r"不再写|不再规定|降低|减轻|取消|改为可以|逐案"),
}


@dataclass(frozen=True)
class Change:
    """A fine before and after.

    Attributes:
        row: the row of the concordance.
        index: its place among the row's amounts.
        old, new: the fines.
        before: the old article.
        case: the tier that sets the new fine for a conduct that the row names.
    """

    row: Concordance
    index: int
    old: Fine
    new: Fine
    before: BasisValue
    case: FineOf

    @property
    def after(self) -> BasisValue:
        """The new article."""
        return self.case.entry.penalty.basis

    @property
    def amount(self) -> AmountChange:
        """The change as the row has it."""
        return self.row.amounts[self.index]

    @property
    def id(self) -> str:
        """``<row>/<place>``."""
        return f"{self.row.id}/{self.index}"

    @property
    def facts(self) -> tuple[str, ...]:
        """The change, and the new fine, which it gives away."""
        entry = self.case.entry.id
        return f"concordance/{self.row.id}/amounts/{self.index}", f"penalty/{self.case.id}", f"penalty/{entry}/ladder"

    @cached_property
    def label(self) -> str:
        """Which case, in brackets: （报告书，一般情形）."""
        return f"（{self.amount.label.replace(' ', '，')}）"

    @property
    def doing(self) -> str:
        """The conduct in words."""
        return doing(self.case.entry.conduct)

    @property
    def within(self) -> str:
        """What bounds the comparison where the new article takes in more than the old one did; empty where it does not."""
        return "只看旧条文已经规定的范围，" if _WIDER.search(self.row.summary) else ""

    @property
    def moved(self) -> int | None:
        """1 where the fine rose, -1 where it fell, 0 where it stayed; None where its form changed or its bounds part ways."""
        return _moved(self.amount)


@once
def changes(library: Library) -> tuple[Change, ...]:
    """Every change of which both fines are known and the new one is that of a conduct of the row, in library order.

    Only rows whose old law is repealed and whose note has no doubt.  The label must fit the tier, and all tiers that it
    fits must stand in one article; of several conducts the first stands for all.
    """
    return tuple(_changes(library))


def _changes(library: Library) -> Iterator[Change]:
    by_conduct: dict[str, list[FineOf]] = {}
    for case in fines(library):
        by_conduct.setdefault(case.entry.conduct.id, []).append(case)
    for row in library.of("concordance", Concordance):
        if row.old is None or library.status(row.old.regulation).state != "repealed" or _DOUBT.search(row.note or ""):
            continue
        new = {key(basis) for basis in row.new}
        for index, amount in enumerate(row.amounts):
            cases = [
                case
                for id in row.conducts
                for case in by_conduct.get(id, ())
                if case.fine == amount.new and key(case.entry.penalty.basis) in new and _fits(case, amount.label)
            ]
            if amount.old and amount.new and len({key(case.entry.penalty.basis) for case in cases}) == 1:
                yield Change(row, index, amount.old, amount.new, row.old, cases[0])


def _fits(case: FineOf, label: str) -> bool:
    """Whether the label may speak of the tier: its condition, its category and on whom it falls, where they say any."""
    words = label.split()
    said = set(_CONDITION.findall(label))
    if _FIGURE.search(label) or said != {case.tier.condition} - {ORDINARY}:
        return False
    category = case.tier.category
    if category and not any(word in category or category in word for word in words):
        return False
    target = case.entry.penalty.target
    for word in ("人员", "其他生产经营者"):
        if (word in label) != (word in target):
            return False
    return not ("个人" in words and target != "个人")


def unasked(library: Library) -> Iterator[tuple[Concordance, int]]:
    """Changes of which both fines are known and which ``changes`` leaves out, as row and place."""
    known = {change.id for change in changes(library)}
    for row in library.of("concordance", Concordance):
        for index, amount in enumerate(row.amounts):
            if row.old and amount.old and amount.new and f"{row.id}/{index}" not in known:
                yield row, index


def one_way(row: Concordance) -> int | None:
    """1 where every fine of the row rose, -1 where every one fell, None where neither is certain.

    A fine that is new counts as risen, one that is gone as fallen.  A reservation in the note leaves it to the case, and so
    does a summary that tells of other measures which went the other way.
    """
    moves = {_moved(amount) for amount in row.amounts} - {0}
    if row.relation not in {"raised", "lowered"} or row.note or moves not in ({1}, {-1}):
        return None
    way = 1 if moves == {1} else -1
    return None if _AGAINST[way].search(row.summary) else way


def _moved(amount: AmountChange) -> int | None:
    """1 for a fine that rose or is new, -1 for one that fell or is gone, 0 for one that stayed, None where it is both."""
    if amount.old is None or amount.new is None:
        return 1 if amount.new else -1
    if amount.old.range is None or amount.new.range is None:
        return None
    (low, high), (low_now, high_now) = size(amount.old), size(amount.new)
    ways = {(now > was) - (now < was) for was, now in ((low, low_now), (high, high_now))} - {0}
    return None if len(ways) > 1 else ways.pop() if ways else 0
