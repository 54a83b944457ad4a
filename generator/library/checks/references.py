"""Every record that a field names exists."""

import difflib
from collections.abc import Iterator

from generator.kinds import kinds
from generator.library.checks._base import LibraryCheck
from generator.library.links import Loose, references
from generator.library.model import Library
from generator.problems import Problem


def run(library: Library, loose: Loose) -> Iterator[Problem]:
    """E301: a field names a record that does not exist; not of one whose own fault is told."""
    titles = {kind.name: kind.title for kind in kinds()}
    sound = (
        named for kind, records in library.records.items() for record in records for named in references(kind, record)
    )
    for reference in (*sound, *loose.references):
        named = (reference.kind, reference.id)
        if library.get(*named) is None and named not in loose.broken:
            yield Problem(
                reference.at,
                "E301",
                f"没有编号为“{reference.id}”的{titles[reference.kind]}",
                _like(reference.id, [r.id for r in library.all(reference.kind)]),
            )


def _like(name: str, names: list[str]) -> str:
    close = difflib.get_close_matches(name, names, n=1, cutoff=0.6)
    return f"是不是 {close[0]}？" if close else "先登记这条记录，或改正编号。"


CHECK = LibraryCheck("references", "指向的记录都在", ("E301",), run)
