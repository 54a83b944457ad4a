"""Fines as options: what can stand beside what, in which order, and which fines are true for a case.

A case is a conduct, a target, a category and a condition.  A fine is true for it when any penalty of the conduct, or of
conduct that breaks the same article, can lead to it.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.kinds.penalty import Fine, PerUnit, Share, Span, Tier, Times
from generator.library import Library
from generator.library.model import PenaltyOf
from generator.library.wording import fine_text
from generator.questions.related import related
from generator.questions.targets import overlap

FARTHEST = 25  # a distractor's upper bound is at most so many times the key's, or so small a part of it


@dataclass(frozen=True, slots=True)
class FineOf:
    """A tier that sets a fine, with the penalty it stands in and its index there."""

    entry: PenaltyOf
    index: int
    fine: Fine

    @property
    def tier(self) -> Tier:
        """The tier itself."""
        return self.entry.penalty.tiers[self.index]

    @property
    def id(self) -> str:
        """``<conduct>/<penalty>/<tier>``."""
        return f"{self.entry.id}/{self.index}"


def fines(library: Library) -> Iterator[FineOf]:
    """Yield every tier with a fine other than a daily one, in library order, of law in force."""
    for entry in library.penalties:
        if library.in_force(entry.penalty.basis):
            for index, tier in enumerate(entry.penalty.tiers):
                if tier.fine and not tier.fine.daily:
                    yield FineOf(entry, index, tier.fine)


def amount_text(fine: Fine) -> str:
    """The amount as an option: without the deemed base, which would mark one option out among others."""
    if fine.multiple and fine.multiple.deemed:
        fine = fine.model_copy(update={"multiple": fine.multiple.model_copy(update={"deemed": None})})
    return fine_text(fine)


def shape(fine: Fine) -> tuple[str, str, bool, bool]:
    """Form, base or unit, and which bounds are open: fines of one shape can stand side by side."""
    name, part = _part(fine)
    of = "" if isinstance(part, Span) else part.unit if isinstance(part, PerUnit) else part.base
    return name, of, part.min is None, part.max is None


def size(fine: Fine) -> tuple[float, float]:
    """Sort key: lower bound, then upper; an open one counts as nought or endless."""
    _, part = _part(fine)
    return part.min or 0, float("inf") if part.max is None else part.max


def _part(fine: Fine) -> tuple[str, Span | Share | Times | PerUnit]:
    """The form that the fine has, by name.  Raises ValueError for a daily fine, which has no amount of its own."""
    forms = {"range": fine.range, "rate": fine.rate, "multiple": fine.multiple, "per_unit": fine.per_unit}
    for name, part in forms.items():
        if part is not None:
            return name, part
    raise ValueError("按日连续处罚没有自己的幅度")


def comparable(one: Fine, other: Fine) -> bool:
    """Whether the fines have one shape and are of like size, so that neither is absurd beside the other."""
    if shape(one) != shape(other):
        return False
    a, b = (max(bound for bound in size(fine) if bound != float("inf")) for fine in (one, other))
    return max(a, b) <= FARTHEST * max(min(a, b), 1)


def same_case(one: Tier, other: Tier) -> bool:
    """Whether both tiers apply to one case: same condition, and categories that don't exclude each other."""
    return one.condition == other.condition and (
        one.category is None or other.category is None or one.category == other.category
    )


def truths(library: Library, case: FineOf) -> frozenset[str]:
    """Texts of all fines that the conduct of ``case`` can lead to for its target, category and condition."""
    found = set()
    for entry in library.penalties:
        if entry.conduct.id != case.entry.conduct.id or not overlap(entry.penalty.target, case.entry.penalty.target):
            continue
        found |= {
            amount_text(t.fine) for t in entry.penalty.tiers if t.fine and not t.fine.daily and same_case(t, case.tier)
        }
    return frozenset(found)


def uncertain(library: Library, case: FineOf) -> frozenset[str]:
    """Texts of fines that other conduct, which may be the same act seen otherwise, leads to in the same case.

    Conduct is related when it breaks an article that this conduct breaks too.
    """
    near = {conduct.id for conduct in related(library, case.entry.conduct)}
    return frozenset(
        amount_text(tier.fine)
        for entry in library.penalties
        if entry.conduct.id in near and overlap(entry.penalty.target, case.entry.penalty.target)
        for tier in entry.penalty.tiers
        if tier.fine and not tier.fine.daily and same_case(tier, case.tier)
    )


def distance(case: FineOf, rival: FineOf) -> int:
    """How near a fine lies in the law: 0 same penalty, 1 same conduct, 2 same article, 3 same topic, 4 elsewhere."""
    one, other = case.entry, rival.entry
    if one.id == other.id:
        return 0
    if one.conduct.id == other.conduct.id:
        return 1
    if one.penalty.basis.whole == other.penalty.basis.whole:
        return 2
    return 3 if one.conduct.topics[0] in other.conduct.topics else 4


def rivals(library: Library, case: FineOf, pool: Sequence[FineOf]) -> list[FineOf]:
    """Fines of ``pool`` that are surely wrong for ``case`` and can stand beside its own, each amount once.

    Where several set one amount, the nearest in the law speaks for it.
    """
    out = truths(library, case) | uncertain(library, case)
    found: dict[str, FineOf] = {}
    for rival in sorted(pool, key=lambda r: distance(case, r)):
        text = amount_text(rival.fine)
        if text not in out and comparable(case.fine, rival.fine):
            found.setdefault(text, rival)
    return list(found.values())


def case_data(case: FineOf) -> tuple[tuple[str, str], ...]:
    """What pins the case down, for the claim of an item."""
    return (
        ("conduct", case.entry.conduct.id),
        ("regulation", case.entry.penalty.basis.regulation),
        ("target", case.entry.penalty.target),
        ("category", case.tier.category or ""),
        ("condition", case.tier.condition),
    )
