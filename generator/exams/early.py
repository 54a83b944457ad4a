"""Blueprints looked at on a day before the law of which they ask: no paper can be had, and nothing is wrong with them."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.library import Library
from generator.problems import Problem, Severity


def too_early(library: Library, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems of blueprints as the library's day has them.

    Where records rest on a law that is not in force yet, its questions are not there, and that a paper lacks them is no fault:
    E501 becomes a warning, W507, which names the law.  Everything else stays as it is.
    """
    law = _not_yet(library)
    for problem in problems:
        if law and problem.code == "E501":
            message = f"{problem.message}；《{law}》在 {library.as_of} 还没有施行，这份卷没有组"
            yield replace(
                problem, code="W507", message=message, hint="按这一天的法律看网站时不用管。", severity=Severity.WARNING
            )
        else:
            yield problem


def _not_yet(library: Library) -> str | None:
    """The law not in force yet on which most records rest; None where none does."""
    counts: dict[str, int] = {}
    for citing in library.citations():
        id = citing.basis.regulation
        if library.get("regulation", id) is not None and library.standing(citing.basis).state == "not_yet":
            counts[id] = counts.get(id, 0) + 1
    return library.regulation(max(counts, key=lambda id: counts[id])).name if counts else None
