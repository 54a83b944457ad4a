"""The leaflet of a trade: what to do now, on which days, when something happens, and what it costs not to."""

from collections.abc import Iterator

from generator.exports.papers.document import Document, Run
from generator.kinds._kind import FIRMS
from generator.kinds.conduct import Conduct
from generator.kinds.guide import Guide
from generator.kinds.industry import Industry
from generator.library import Library
from generator.site.badges import badges
from generator.site.costs import NONE
from generator.site.duties import Duty, Part, guide_of, guide_path, parts_of
from generator.site.handouts.asking import unpunished, whom_to_ask
from generator.site.handouts.leaflet import Bullet, Group, Leaflet, document_of

_PICKED = {"lists", "permits", "sizes"}
#: Part of a guide's page → how many of its duties a leaflet shows at most.
_MOST = {"now": 6, "dated": 3, "event": 3, "before": 2}
#: … and how many at least.
_LEAST = {"now": 4}


def trade(library: Library, industry: Industry) -> Document:
    """The leaflet of ``industry``, from its duties and, where there is one, its guide."""
    guide = guide_of(library, industry)
    parts = parts_of(library, industry, guide.obligations if guide else ())
    conducts = list(dict.fromkeys(_conducts(library, guide, parts)))
    groups = [group_of(library, part) for part in parts]
    return document_of(
        library,
        Leaflet(
            f"{industry.title}要做什么",
            guide.summary if guide else library.site.name,
            tuple(group for group in (*groups, unpunished(library, conducts)) if group.points),
            whom_to_ask(library, list(dict.fromkeys(_conducts(library, guide, parts, 1))), FIRMS),
            f"{guide_path(library, industry)}/",
        ),
    )


def group_of(library: Library, part: Part) -> Group:
    """A part of a guide's page as a group of points."""
    duties = (*part.first, *part.rest)
    shown = shown_of(part)
    points = tuple(point_of(library, duty) for duty in shown)
    return Group(part.title, points, len(points), least=_LEAST.get(part.id, 1), more=len(duties) - len(shown))


def shown_of(part: Part) -> tuple[Duty, ...]:
    """The duties worth the paper: those that the guide names or that are the trade's own, then those that need no list, permit
    or size, which few of a trade have.
    """
    duties = (*part.first, *part.rest)
    near = [one for one in duties if one.named or one.obligation.industries]
    wide = [one for one in duties if one not in near and not _PICKED & one.obligation.when.named().keys()]
    return (*near, *wide)[: _MOST[part.id]]


def point_of(library: Library, duty: Duty) -> Bullet:
    """A duty: what, by when or on what occasion, at what price, under which article."""
    one, cost = duty.obligation, duty.cost
    days = "；".join(text for text in (one.deadline, one.frequency) if text)
    when = "。".join(text for text in (days, one.trigger) if text)
    price = "，".join(text for text in (cost.text, cost.beside) if text)
    basis = Run(library.cite(one.basis[0]) + badges(library, one))
    last = (basis,) if cost.text == NONE else (Run(f"不做：{price}　", bool(cost.order)), basis)
    lines = (*(((Run(when),),) if when else ()), last)
    return Bullet(one.title, lines)


def _conducts(
    library: Library, guide: Guide | None, parts: tuple[Part, ...], each: int | None = None
) -> Iterator[Conduct]:
    """What the guide is about and what the duties shown are breached by; of each duty so many, where it is to count once."""
    shown = [duty.obligation.breach[:each] for part in parts for duty in shown_of(part)]
    for ids in (guide.conducts if guide else (), *shown):
        for id in ids:
            if isinstance(found := library.get("conduct", id), Conduct):
                yield found
