"""The leaflet of a conduct: what follows, how to stay within the law, and when one is not punished."""

from generator.exports.papers.document import Document, Run
from generator.kinds._kind import FIRMS
from generator.kinds.conduct import Conduct
from generator.kinds.obligation import Obligation
from generator.library import Library, wording
from generator.site.badges import badges
from generator.site.costs import cost
from generator.site.duties import Duty
from generator.site.gravest import gravest
from generator.site.handouts.asking import unpunished, whom_to_ask
from generator.site.handouts.leaflet import Bullet, Group, Leaflet, document_of
from generator.site.handouts.trade import point_of
from generator.site.urls import url_of

_TIERS, _DUTIES, _DO = 5, 4, 5


def conduct_leaflet(library: Library, conduct: Conduct) -> Document:
    """The leaflet of ``conduct``."""
    duties = [one for one in library.of("obligation", Obligation) if conduct.id in one.breach]
    points = tuple(point_of(library, Duty(one, cost(library, one), True)) for one in duties)
    groups = (
        _penalties(library, conduct),
        Group("这样做就合法", tuple(map(Bullet, conduct.do)), _DO, least=2),
        Group("要做的事", points, _DUTIES),
        unpunished(library, [conduct]),
    )
    names = f"也叫{'、'.join(conduct.aliases)}。" if conduct.aliases else ""
    return document_of(
        library,
        Leaflet(
            conduct.title + badges(library, conduct),
            f"{names}罚款：{gravest(conduct).text}",
            tuple(group for group in groups if group.points),
            whom_to_ask(library, [conduct], FIRMS),
            url_of("conduct", conduct),
        ),
    )


def _penalties(library: Library, conduct: Conduct) -> Group:
    """A point for each tier of each penalty: on whom and when, then what follows, by whom, under which article."""
    points = []
    for penalty in conduct.penalties:
        by = f"{wording.authority_text(penalty)}　{library.cite(penalty.basis)}".strip("　")
        for tier in penalty.tiers:
            follows = "，".join(wording.consequences(tier))
            points.append(Bullet(f"{penalty.target}，{wording.tier_name(tier)}", ((Run(follows, True),), (Run(by),))))
    return Group("做了要付多少", tuple(points), _TIERS, least=2, mark="●", unit="档")
