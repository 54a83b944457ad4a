"""The duties of a trade as its page tells them: which, in what order, under what heading, at what price."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from generator.kinds.circumstance import SORTS, Circumstance, Sort
from generator.kinds.guide import Guide
from generator.kinds.industry import Industry
from generator.kinds.obligation import Moment, Obligation
from generator.library import Library
from generator.site.costs import Cost, cost

#: Heading, what it means, the moments that stand under it, and how many are shown before the rest is folded.
HEADINGS: tuple[tuple[str, str, str, tuple[Moment, ...], int], ...] = (
    ("now", "现在就做", "没做就是违法", ("先办", "平时"), 6),
    ("dated", "到日子要做", "记在日历上", ("到日子",), 3),
    ("event", "遇到这些事，马上做", "没遇到不用做", ("遇到时",), 3),
    ("before", "动工、扩产以前", "没有新项目的跳过", ("动工以前",), 2),
)


@dataclass(frozen=True, slots=True)
class Duty:
    """A duty with its price, and whether the guide itself names it."""

    obligation: Obligation
    cost: Cost
    named: bool


@dataclass(frozen=True, slots=True)
class Part:
    """The duties under one heading: those shown, and those folded away until asked for."""

    id: str
    title: str
    says: str
    first: tuple[Duty, ...]
    rest: tuple[Duty, ...]


def guide_of(library: Library, industry: Industry) -> Guide | None:
    """The guide written for a trade; the first where there are several."""
    return next((one for one in library.of("guide", Guide) if one.industry == industry.id), None)


def guide_path(library: Library, industry: Industry) -> str:
    """Where the page of a trade stands: that of its guide, else one of its own that no guide has."""
    guide = guide_of(library, industry)
    if guide:
        return f"guides/{guide.id}"
    taken = library.get("guide", industry.id) is not None
    return f"guides/industry-{industry.id}" if taken else f"guides/{industry.id}"


def concerns(industry: Industry, obligation: Obligation) -> bool:
    """Whether a duty may fall on the trade: it names it, or names none and arises from what the trade may do."""
    if obligation.industries:
        return industry.id in obligation.industries
    activities = obligation.when.activities
    return not activities or bool(set(activities) & set(industry.may))


def parts_of(library: Library, industry: Industry, named: Sequence[str] = ()) -> tuple[Part, ...]:
    """The duties of a trade by heading, those that its guide names first and in its order, then the dearest first."""
    place = {id: number for number, id in enumerate(named)}
    obligations = [one for one in library.of("obligation", Obligation) if one.id in place or concerns(industry, one)]
    duties = [Duty(one, cost(library, one), one.id in place) for one in obligations]

    def order(duty: Duty) -> tuple[bool, int, bool, int]:
        own = bool(duty.obligation.industries)
        return (not duty.named, place.get(duty.obligation.id, 0), not own, -duty.cost.order)

    parts = []
    for id, title, says, moments, shown in HEADINGS:
        under = sorted((duty for duty in duties if duty.obligation.when.moment in moments), key=order)
        if under:
            parts.append(Part(id, title, says, tuple(under[:shown]), tuple(under[shown:])))
    return tuple(parts)


def choices_of(library: Library, parts: Sequence[Part]) -> dict[Sort, tuple[Circumstance, ...]]:
    """What an owner can choose: the circumstances that tell these duties apart, by sort, in the order of the content."""
    asked = {id for duty in _all(parts) for ids in duty.obligation.when.named().values() for id in ids}
    found = [one for one in library.of("circumstance", Circumstance) if one.id in asked]
    sizes = {one.sort for one in found}
    whole = [one for one in library.of("circumstance", Circumstance) if one in found or _alternative(one, sizes)]
    return {sort: chosen for sort in SORTS if (chosen := tuple(one for one in whole if one.sort == sort))}


def _alternative(one: Circumstance, sorts: set[Sort]) -> bool:
    """Of a class and of a size one is either this or that: where one is asked, all are shown."""
    return one.sort in ("许可", "规模") and one.sort in sorts


def _all(parts: Sequence[Part]) -> Iterator[Duty]:
    for part in parts:
        yield from (*part.first, *part.rest)
