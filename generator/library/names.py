"""What texts call the regulations that a library has, and which one a name means."""

from collections.abc import Mapping

from generator.legal.citations import Names
from generator.legal.citations.model import plain
from generator.legal.citations.national import national_laws
from generator.library.model import Library
from generator.library.remember import once


def named_laws(library: Library) -> list[tuple[str, tuple[str, ...]]]:
    """The full title of each regulation with its short title and aliases."""
    return [(one.title, tuple(filter(None, (one.short_title, *one.aliases)))) for one in library.regulations]


@once
def law_names(library: Library) -> Names:
    """The names, to look for in texts."""
    return Names.of(named_laws(library))


def known_names(library: Library | None) -> Names:
    """The laws that a project knows by title, short title and alias, and the titles of national laws."""
    known = () if library is None else named_laws(library)
    titles = {title for title, _ in known}
    return Names.of([*known, *(named for named in national_laws() if named[0] not in titles)])


@once
def law_ids(library: Library) -> Mapping[str, str]:
    """Full title → id."""
    return {one.title: one.id for one in library.regulations}


def plain_titles(library: Library) -> Mapping[str, str]:
    """Titles as they are compared with those of files → id."""
    return {plain(one.title): one.id for one in library.regulations}
