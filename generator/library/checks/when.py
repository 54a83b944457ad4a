"""Each circumstance of a duty is named among those of its sort."""

from collections.abc import Iterator

from generator.kinds.circumstance import Circumstance
from generator.kinds.obligation import WHEN_SORTS, Obligation
from generator.library.checks._base import LibraryCheck
from generator.library.links import Loose
from generator.library.model import Library
from generator.problems import Problem


def run(library: Library, _: Loose) -> Iterator[Problem]:
    """E307: a duty names a circumstance of one sort where those of another stand."""
    for obligation in library.of("obligation", Obligation):
        for field, ids in obligation.when.named().items():
            for place, id in enumerate(ids):
                found = library.get("circumstance", id)
                if isinstance(found, Circumstance) and found.sort != WHEN_SORTS[field]:
                    yield Problem(
                        obligation.place("when", field, place),
                        "E307",
                        f"“{found.title}”属于“{found.sort}”，写在了“{WHEN_SORTS[field]}”里",
                        f"移到 when 的 {_field(found.sort)} 里。",
                    )


def _field(sort: str) -> str:
    return next(field for field, own in WHEN_SORTS.items() if own == sort)


CHECK = LibraryCheck("when", "义务的情形归类正确", ("E307",), run)
