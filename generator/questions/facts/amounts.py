"""Fines as options: what can stand beside what, in which order, and which fines are true for a case.

A case is a conduct, a target, a category and a condition.  A fine is true for it when any penalty of the conduct, or of
conduct that breaks the same article, can lead to it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import TypeAlias

from generator.kinds.penalty import Fine, Tier
from generator.legal.money import Amount, PerUnit
from generator.library import Library
from generator.library.model import PenaltyOf
from generator.library.remember import once
from generator.library.wording import fine_text
from generator.questions.facts.related import Key, key, related
from generator.questions.facts.targets import overlap, phrase
from generator.questions.item import rank
from generator.questions.writing.phrases import article, called, doing, quoted

#: Form, base or unit, and which bounds are open.
Shape: TypeAlias = tuple[str, str, bool, bool, bool]
#: The bound of a fine that has no upper one.
ENDLESS = Decimal("Infinity")
FARTHEST = 25  # a distractor's upper bound is at most so many times the key's, or so small a part of it


@dataclass(frozen=True, slots=True)
class FineOf:
    """A tier that sets a fine.

    Attributes:
        entry: the penalty it stands in.
        index: its index there, from 0.
        fine: the fine itself.
        text: the amount as an option.
        shape, size: see the functions of these names.
    """

    entry: PenaltyOf
    index: int
    fine: Fine
    text: str
    shape: Shape
    size: tuple[Decimal, Decimal]

    @property
    def tier(self) -> Tier:
        """The tier itself."""
        return self.entry.penalty.tiers[self.index]

    @property
    def whole(self) -> str:
        """The amount as explanations tell it, with what a base too small counts as."""
        return fine_text(self.fine)

    @property
    def id(self) -> str:
        """``<conduct>/<penalty>/<tier>``."""
        return f"{self.entry.id}/{self.index}"


@once
def fines(library: Library) -> tuple[FineOf, ...]:
    """Every tier with a fine that has an amount of its own, in library order, of law in force."""
    return tuple(_fines(library))


def _fines(library: Library) -> Iterator[FineOf]:
    for entry in library.penalties:
        if library.in_force(entry.penalty.basis):
            for index, tier in enumerate(entry.penalty.tiers):
                if tier.fine and tier.fine.measured:
                    yield FineOf(entry, index, tier.fine, amount_text(tier.fine), shape(tier.fine), size(tier.fine))


def amount_text(fine: Fine) -> str:
    """The amount as an option: without the deemed base, which would mark one option out among others."""
    if fine.multiple and fine.deemed:
        fine = fine.model_copy(update={"multiple": fine.multiple.model_copy(update={"deemed": None})})
    return fine_text(fine)


def shape(fine: Fine) -> Shape:
    """Form, base or unit, which bounds are open, and whether they are one: fines of one shape can stand side by side.

    A fixed sum beside ranges shows at a glance that it was set elsewhere.
    """
    value = _value(fine)
    of = value.unit if isinstance(value, PerUnit) else fine.base
    return type(value).__name__, of, value.min is None, value.max is None, value.min == value.max


def size(fine: Fine) -> tuple[Decimal, Decimal]:
    """Sort key: lower bound, then upper; an open one counts as nought or endless."""
    value = _value(fine)
    return Decimal(value.min or 0), ENDLESS if value.max is None else Decimal(value.max)


def _value(fine: Fine) -> Amount:
    """Its amount.  Raises ValueError for a fine without one of its own (``measured``)."""
    if fine.value is None:
        raise ValueError("按日连续处罚和依照其他法律的罚款没有自己的幅度")
    return fine.value


def comparable(one: FineOf, other: FineOf) -> bool:
    """Whether the fines have one shape and are of like size, so that neither is absurd beside the other."""
    if one.shape != other.shape:
        return False
    a, b = (max(bound for bound in case.size if bound != ENDLESS) for case in (one, other))
    return max(a, b) <= FARTHEST * max(min(a, b), Decimal(1))


def same_case(one: Tier, other: Tier) -> bool:
    """Whether both tiers apply to one case: same condition, and categories that don't exclude each other."""
    return one.condition == other.condition and (
        one.category is None or other.category is None or one.category == other.category
    )


def truths(library: Library, case: FineOf) -> frozenset[str]:
    """Texts of all fines that the conduct of ``case`` can lead to for its target, category and condition."""
    return _fitting(library, case, [case.entry.conduct.id])


def uncertain(library: Library, case: FineOf) -> frozenset[str]:
    """Texts of fines that may be true of the case as well.

    Those that other conduct, which may be the same act seen otherwise, leads to in the same case: conduct is related when
    it breaks an article that this conduct breaks too.  And those that the conduct's other penalties set for a target that
    may be the same person, under whatever condition: who sells and who lets the shop are both 单位和个人.
    """
    by_conduct = _by_conduct(library)
    elsewhere = frozenset(
        other.text
        for other in by_conduct.get(case.entry.conduct.id, ())
        if other.entry.id != case.entry.id and overlap(other.entry.penalty.target, case.entry.penalty.target)
    )
    return elsewhere | _fitting(library, case, [conduct.id for conduct in related(library, case.entry.conduct)])


def _fitting(library: Library, case: FineOf, conducts: Sequence[str]) -> frozenset[str]:
    by_conduct = _by_conduct(library)
    return frozenset(
        other.text
        for id in conducts
        for other in by_conduct.get(id, ())
        if overlap(other.entry.penalty.target, case.entry.penalty.target) and same_case(other.tier, case.tier)
    )


@once
def _by_conduct(library: Library) -> dict[str, list[FineOf]]:
    found: dict[str, list[FineOf]] = {}
    for case in fines(library):
        found.setdefault(case.entry.conduct.id, []).append(case)
    return found


def distance(case: FineOf, rival: FineOf) -> int:
    """How near a fine lies in the law: 0 same penalty, 1 same conduct, 2 same article, 3 same topic, 4 elsewhere."""
    one, other = case.entry, rival.entry
    if one.id == other.id:
        return 0
    if one.conduct.id == other.conduct.id:
        return 1
    if key(one.penalty.basis) == key(other.penalty.basis):
        return 2
    return 3 if one.conduct.topics[0] in other.conduct.topics else 4


def rivals(library: Library, case: FineOf, seed: str) -> list[FineOf]:
    """Fines that are surely wrong for ``case`` and can stand beside its own, the nearest in the law first, then by rank.

    Each amount comes once; where several tiers set it, the nearest speaks for it.
    """
    out = truths(library, case) | uncertain(library, case)
    found: dict[str, tuple[int, int, FineOf]] = {}
    for (text, *_), alike in _by_amount(library).items():
        if text not in out and comparable(case, alike[None, None][1]):
            nearest = next(alike[place] for place in _places(case) if place in alike)
            standing = (distance(case, nearest[1]), *nearest)
            found[text] = min(found.get(text, standing), standing, key=lambda f: f[:2])
    return [rival for *_, rival in sorted(found.values(), key=lambda f: (f[0], rank(seed, f[2].text)))]


#: What a place is, and which: a penalty, a conduct, an article or a topic by its id or key; (None, None) is anywhere.
Place: TypeAlias = tuple[str | None, str | Key | None]


def _places(case: FineOf) -> tuple[Place, ...]:
    """The places of ``case`` from near to far, as ``distance`` counts them."""
    entry = case.entry
    return (
        ("penalty", entry.id),
        ("conduct", entry.conduct.id),
        ("article", key(entry.penalty.basis)),
        ("topic", entry.conduct.topics[0]),
        (None, None),
    )


@once
def _by_amount(library: Library) -> dict[tuple[str, Shape, tuple[Decimal, Decimal]], dict[Place, tuple[int, FineOf]]]:
    """Text, shape and size → place → the first fine there, with its number in library order.

    Amounts are few however many penalties set them, so that rivals are found without comparing all with all.
    """
    found: dict[tuple[str, Shape, tuple[Decimal, Decimal]], dict[Place, tuple[int, FineOf]]] = {}
    for number, case in enumerate(fines(library)):
        alike = found.setdefault((case.text, case.shape, case.size), {})
        for place in (*_places(case), *(("topic", topic) for topic in case.entry.conduct.topics)):
            alike.setdefault(place, (number, case))
    return found


def case_data(case: FineOf) -> tuple[tuple[str, str], ...]:
    """What pins the case down, for the claim of an item."""
    return (
        ("conduct", case.entry.conduct.id),
        ("regulation", case.entry.penalty.basis.regulation),
        ("target", case.entry.penalty.target),
        ("category", case.tier.category or ""),
        ("condition", case.tier.condition),
    )


def whose(library: Library, other: FineOf, case: FineOf) -> str:
    """Why a fine is not that of ``case``: whose it is, in which tier and on whom it falls, with its article."""
    entry, where = other.entry, article(library, other.entry.penalty.basis)
    of = called(entry.penalty, other.tier)
    if entry.id == case.entry.id:
        return f"这是同一罚则{quoted(of)}的幅度（{where}）。"
    when = f"在{quoted(of)}时" if of else ""
    whom = phrase(entry.penalty.target, entry.conduct)
    what = "" if entry.conduct.id == case.entry.conduct.id else quoted(doing(entry.conduct))
    return f"这是{what}{when}对{whom}的幅度（{where}）。"
