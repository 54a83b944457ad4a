"""What the Code changed: fines of an old article and of the new one that took its place, each tied to the conduct and tier
that it concerns today, to the act that both fall on, and to what applied beside the old article.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from generator.kinds import BasisValue
from generator.kinds.concordance import AmountChange, Concordance
from generator.kinds.conduct import Conduct
from generator.kinds.penalty import ORDINARY, Fine
from generator.library import Library
from generator.library.remember import once
from generator.questions.facts.amounts import FineOf, fines, size
from generator.questions.facts.applied import Applied, Unsure, apart, now, then
from generator.questions.facts.related import key
from generator.questions.writing.phrases import doing, ordinarily

#: Conditions that a label may name.
_CONDITION = re.compile(r"情节严重|情节较轻|拒不改正|逾期不改正|造成严重后果")
_FIGURE = re.compile(r"[一二三四五六七八九十百千]+万?元")
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
        old, new: the fines of the old article and the new.
        before: the old article.
        case: the tier that sets the new fine for a conduct that the row names.
        act: what is done, told so that both articles fall on it.
        then: what applied while the old law stood: the old article, or a provision beside it that fined the act more; else
            why that can't be told.
        now: likewise under the new law.
    """

    row: Concordance
    index: int
    old: Fine
    new: Fine
    before: BasisValue
    case: FineOf
    act: str
    then: Applied | Unsure
    now: Applied | Unsure

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
        """Which case, in brackets: （报告书，尚不属于情节严重）; where the old article had one fine for all cases, this is said."""
        case = _case(self.case, self.amount.label)
        cases = self.row.amounts  # also those that are fined no more: the new article divides them all the same
        undivided = len(cases) > 1 and all(amount.old == self.old for amount in cases)
        if undivided and self._told_by_act:
            return ""
        if undivided:
            return f"（新规定分档，这里指“{case or '没有另外情形'}”；旧规定不分档）"
        return f"（{case}）" if case else ""

    @property
    def _told_by_act(self) -> bool:
        """Whether the label only names which act it is, which ``act`` tells whole: no tier, no category, nobody in particular."""
        tier, target = self.case.tier, self.case.entry.penalty.target
        divided = tier.condition != ORDINARY or ORDINARY in self.amount.label or tier.category is not None
        return bool(self.amount.act) and not divided and self.amount.label not in {target, "企业事业单位"}

    @property
    def doing(self) -> str:
        """The act in words, with what takes it out of the reach of other provisions in brackets."""
        return f"{self.act}（{outside}）" if (outside := apart(self.row, self.amount.label)) else self.act

    @property
    def unsure(self) -> str:
        """Why it can't be told what applied then or applies now; empty where it can."""
        return next((one.why for one in (self.then, self.now) if isinstance(one, Unsure)), "")

    @property
    def was(self) -> Fine:
        """The fine that applied while the old law stood.  Only where nothing is unsure."""
        return self.then.fine if isinstance(self.then, Applied) else self.old

    @property
    def beside(self) -> BasisValue | None:
        """The provision beside the old article that applied instead of it; None where the old article itself did."""
        return self.then.basis if isinstance(self.then, Applied) and self.then.beside else None

    @property
    def moved(self) -> int | None:
        """1 where the fine rose, -1 where it fell, 0 where it stayed; None where its form changed or its bounds part ways."""
        return _moved(self.was, self.new)


def _case(case: FineOf, label: str) -> str:
    """Which case a label means, in the law's words: 一般情形 is none of them, 尚不属于情节严重的 is."""
    plain = ordinarily(case.entry.penalty, case.tier).removesuffix("的") if ORDINARY in label else ""
    words = [plain if word == ORDINARY else word for word in label.split()]
    return "，".join(word for word in words if word)


@dataclass(frozen=True)
class Unasked:
    """A fine before and after of which nothing is asked, and why."""

    row: Concordance
    index: int
    why: str


def changes(library: Library) -> tuple[Change, ...]:
    """Every change of which both fines are known and the new one is that of a conduct of the row, in library order.

    Only rows whose old law is repealed, beside which no unread text stood, and whose note has no doubt.  The label must fit the tier, all tiers that it fits
    must stand in one article, and the act that both articles fall on must be known.
    """
    return tuple(one for one in _all(library) if isinstance(one, Change))


def unasked(library: Library) -> tuple[Unasked, ...]:
    """Changes of which both fines are known and which ``changes`` leaves out."""
    return tuple(one for one in _all(library) if isinstance(one, Unasked))


@once
def _all(library: Library) -> tuple[Change | Unasked, ...]:
    return tuple(_changes(library))


def _changes(library: Library) -> Iterator[Change | Unasked]:
    by_conduct: dict[str, list[FineOf]] = {}
    for case in fines(library):
        by_conduct.setdefault(case.entry.conduct.id, []).append(case)
    for row in library.of("concordance", Concordance):
        if row.old is None:
            continue
        doubted = library.standing(row.old).state != "repealed" or _DOUBT.search(row.note or "")
        for index, amount in enumerate(row.amounts):
            if not (amount.old and amount.new):
                continue
            cases = _cases(row, amount, by_conduct)
            act = _act(library, row, amount)
            if row.unread:
                yield Unasked(row, index, "当时还有的规定没有读到正文，不知道它罚不罚")
            elif doubted:
                yield Unasked(row, index, "写明有疑义，能否适用要逐案判断")
            elif len({key(case.entry.penalty.basis) for case in cases}) != 1:
                yield Unasked(row, index, "没有写违法行为，或者标签对不上唯一的一档，说不清是哪一种情形的罚款")
            elif not act:
                yield Unasked(row, index, "没有用 act 写明新旧条文都管的是什么行为")
            else:
                applied = then(library, row, amount), now(library, row, amount)
                yield Change(row, index, amount.old, amount.new, row.old, cases[0], act, *applied)


def _cases(row: Concordance, amount: AmountChange, by_conduct: dict[str, list[FineOf]]) -> list[FineOf]:
    """Tiers of the row's conducts that set the new fine and that the label fits."""
    new = {key(basis) for basis in row.new}
    return [
        case
        for id in row.conducts
        for case in by_conduct.get(id, ())
        if case.fine == amount.new and key(case.entry.penalty.basis) in new and _fits(case, amount.label)
    ]


def _act(library: Library, row: Concordance, amount: AmountChange) -> str:
    """The act that both articles fall on: as the row tells it; the conduct's title where only the number changed."""
    told = amount.act or row.act
    if told or row.relation != "renumbered" or len(row.conducts) != 1:
        return told or ""
    conduct = library.get("conduct", row.conducts[0])
    return doing(conduct) if isinstance(conduct, Conduct) else ""


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


_MANY = 3  # topics of conduct that no single field has to itself


def topics_of(library: Library, change: Change) -> tuple[str, ...]:
    """The topics of the conduct; of conduct in many fields, the field of the law that the change is from where it is none of them:
    what a project at sea has to plan for is no question of noise.
    """
    own = change.case.entry.conduct.topics
    field = library.regulation(change.row.old.regulation).topics if change.row.old else ()
    return tuple(field[:1]) if len(own) >= _MANY and field and not set(own) & set(field) else own


def rule_of(library: Library, what: str) -> tuple[BasisValue, ...]:
    """The articles in force that settle ``what``, as regulations say (``Provides``)."""
    return tuple(basis for basis in library.provisions(what) if library.in_force(basis))


def one_way(library: Library, row: Concordance) -> int | None:
    """1 where every fine of the row rose, -1 where every one fell, None where neither is certain.

    A fine that is new counts as risen, one that is gone as fallen; one that stayed because a provision beside the old
    article had it already counts as risen, since the new one is no lighter.  A reservation in the note leaves it to the
    case, and so does a summary that tells of other measures which went the other way.
    """
    moves: set[int | None] = set()
    beside = False
    for amount in row.amounts:
        if amount.old is None or amount.new is None:
            moves.add(1 if amount.new else -1)
            continue
        applied = then(library, row, amount)
        if isinstance(applied, Unsure) or isinstance(now(library, row, amount), Unsure):
            return None
        beside = beside or applied.beside
        moves.add(_moved(applied.fine, amount.new))
    if beside and moves <= {0, 1}:
        way = 1
    elif row.relation not in {"raised", "lowered"} or moves - {0} not in ({1}, {-1}):
        return None
    else:
        way = 1 if 1 in moves else -1
    return None if row.note or _AGAINST[way].search(row.summary) else way


def _moved(old: Fine, new: Fine) -> int | None:
    """1 for a fine that rose, -1 for one that fell, 0 for one that stayed, None where it is both or its form changed."""
    if old.range is None or new.range is None:
        return None
    (low, high), (low_now, high_now) = size(old), size(new)
    ways = {(now > was) - (now < was) for was, now in ((low, low_now), (high, high_now))} - {0}
    return None if len(ways) > 1 else ways.pop() if ways else 0
