"""Blueprints looked at on a day before the law of which they ask, or after its end: no paper can be had, and nothing is wrong with them.

A site is to be had as of any day, and still on the morning after a law lapsed that nobody has replaced yet.
"""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import replace

from generator.legal.days import day_written
from generator.library import Library
from generator.problems import Problem, Severity


def out_of_time(library: Library, problems: Iterable[Problem]) -> Iterator[Problem]:
    """The problems of blueprints as the library's day has them.

    Where records rest on a law that is not in force yet, or that ended with nothing in its place, its questions are not there,
    and that a paper lacks them is no fault of the paper: E501 becomes a warning, W507, which names the law.  Everything else
    stays as it is.
    """
    why = _why(library)
    for problem in problems:
        if why and problem.code == "E501":
            said, hint = why
            message = f"{problem.message}；{said}，这份卷没有组"
            yield replace(problem, code="W507", message=message, hint=hint, severity=Severity.WARNING)
        else:
            yield problem


def _why(library: Library) -> tuple[str, str] | None:
    """What is said of the law on which most records rest and which is out of its time, and what to do; None where none is."""
    counts: Counter[str] = Counter()
    for citing in library.citations():
        id = citing.basis.regulation
        if library.get("regulation", id) is None or (citing.kind == "concordance" and citing.role == "old"):
            continue
        status = library.status(id)
        if library.standing(citing.basis).state == "not_yet" or (status.state == "repealed" and not status.repealed_by):
            counts[id] += 1
    if not counts:
        return None
    id = max(counts, key=lambda id: counts[id])
    name, status = library.regulation(id).name, library.status(id)
    if status.state == "not_yet":
        return f"《{name}》在 {library.as_of} 还没有施行", "按这一天的法律看网站时不用管。"
    since = f"自{day_written(status.version.repealed_on)}起" if status.version.repealed_on else ""
    hint = "录入取代它的规定，或者改组卷方案；只是按这一天看网站时不用管。"
    return f"《{name}》{since}废止，依据它的题不再出", hint
