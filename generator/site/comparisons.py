"""Which texts are laid side by side on the site: one after another of a regulation, a repealed one and what took its place."""

from collections.abc import Mapping
from dataclasses import dataclass
from itertools import pairwise

from generator.library import Library
from generator.library.comparing import Side, editions_of, successors_in
from generator.library.remember import once
from generator.texts import TextOfLaw


@dataclass(frozen=True, slots=True)
class Comparison:
    """Two texts.

    Attributes:
        path: of its page, below the site's root.
        title: of its page.
        old, new: the texts, as they are compared.
        texts: both, as they are at hand.
    """

    path: str
    title: str
    old: Side
    new: Side
    texts: tuple[TextOfLaw, TextOfLaw]


@once
def comparisons(library: Library) -> tuple[Comparison, ...]:
    """All of them, in library order."""
    found = []
    for regulation in library.regulations:
        id, name = regulation.id, regulation.name
        for older, newer in pairwise(library.editions.get(id, ())):
            old, new = editions_of(id, (older, newer))
            path = f"regulations/{id}/compare/{newer.day}"
            found.append(Comparison(path, f"{name}：{older.day} 与 {newer.day} 的文本", old, new, (older, newer)))
        after = regulation.versions[-1].repealed_by
        if after and id in library.texts and after in library.texts and successors_in(library, id, after):
            both = (library.texts[id], library.texts[after])
            sides = [Side(one.regulation, library.regulation(one.regulation).name, one.words) for one in both]
            title = f"{name}与{library.regulation(after).name}逐条对照"
            found.append(Comparison(f"regulations/{id}/compare/{after}", title, sides[0], sides[1], both))
    return tuple(found)


def comparisons_of(library: Library, regulation: str) -> list[Comparison]:
    """Those that a regulation is in, on either side."""
    return _by_regulation(library).get(regulation, [])


@once
def _by_regulation(library: Library) -> Mapping[str, list[Comparison]]:
    found: dict[str, list[Comparison]] = {}
    for one in comparisons(library):
        for id in dict.fromkeys((one.old.regulation, one.new.regulation)):
            found.setdefault(id, []).append(one)
    return found
