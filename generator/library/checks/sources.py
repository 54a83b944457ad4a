"""Every record says where its fact comes from."""

from collections.abc import Iterator

from generator.kinds import kinds
from generator.library.checks._base import LibraryCheck
from generator.library.links import Loose, citations
from generator.library.model import Library
from generator.problems import Problem


def run(library: Library, _: Loose) -> Iterator[Problem]:
    """E208: a sound record that does not say where its fact comes from."""
    for kind in kinds():
        if not kind.sourced:
            continue
        for record in library.all(kind.name):
            if not (record.source or record.sample or next(citations(kind.name, record), None)):
                message = f"{kind.title}“{record.label[:30]}”没有写来源"
                yield Problem(record.at, "E208", message, "写 source，或写依据的条文；为教学虚构的写 sample: true。")


CHECK = LibraryCheck("sources", "写明来源", ("E208",), run)
