"""The leaflet of a must-know list: its articles, what has to be applied first."""

from generator.exports.papers.document import Document
from generator.kinds.must_know import LEVELS, Mastery, MustKnow
from generator.library import Library
from generator.site.badges import badges
from generator.site.handouts.asking import taught_by
from generator.site.handouts.leaflet import Bullet, Group, Leaflet, document_of
from generator.site.urls import url_of


def must_know(library: Library, record: MustKnow) -> Document:
    """The leaflet of ``record``."""
    groups = []
    for level, word in reversed(tuple(LEVELS.items())):
        listed = [one for one in record.articles if one.level == level]
        points = tuple(_point(library, one) for one in listed)
        if points:
            groups.append(Group(f"要{word}的", points, len(points), least=3, unit="条"))
    laws = {one.basis.regulation for one in record.articles}
    return document_of(
        library,
        Leaflet(
            record.title + badges(library, record),
            record.gist,
            tuple(groups),
            taught_by(library, laws, record.audience),
            url_of("must-know", record),
        ),
    )


def _point(library: Library, mastery: Mastery) -> Bullet:
    cited = library.cite(mastery.basis)
    return Bullet(f"{cited}　{mastery.why}" if mastery.why else cited)
