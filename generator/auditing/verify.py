"""The audit: every fact of the library held against the official texts."""

from collections.abc import Collection, Container, Iterator

from generator.auditing.checks._base import CHECKS, Check
from generator.auditing.facts import Fact, sample_facts
from generator.auditing.official import Official
from generator.library import Library
from generator.problems import Problem

__all__ = ["Fact", "checks", "sample_facts", "verify"]


def checks() -> tuple[Check, ...]:
    """All checks, those of the house in order of module name, then those of other packages."""
    return CHECKS.all()


def verify(
    library: Library, official: Official, only: Collection[str] | None = None, needless: bool | None = None
) -> Iterator[Problem]:
    """Run every check.

    Args:
        library: the project's records; problems of its own (missing references …) are the library's to report.
        official: texts as read by :func:`generator.auditing.official.read_official`.
        only: ids of the checks to run; all where None.
        marks: whether to tell marks that answer no doubt; where None, only when all checks run, since the others may ask for them.
        needless: whether to tell of persons' words that answer no doubt; where None, if all checks run, for each asks some.

    Yields:
        Problem: E601 to E629 and E631, check by check, each in the order of the library; then E630 for each person's word that
        answers no doubt.  A doubt that a person has answered is no problem.
    """
    answered: set[tuple[int, str]] = set()
    for check in checks():
        if only is not None and check.id not in only:
            continue
        for found in check.run(library, official):
            if isinstance(found, Problem):
                yield found
            elif any(mark.what == found.what for mark in found.record.confirmed):
                answered.add((id(found.record), found.what))
            else:
                yield found.problem
    if needless or (needless is None and only is None):
        yield from _needless(library, answered)


def _needless(library: Library, answered: Container[tuple[int, str]]) -> Iterator[Problem]:
    for records in library.records.values():
        for record in records:
            for index, mark in enumerate(record.confirmed):
                if (id(record), mark.what) not in answered:
                    at = record.place("confirmed", index)
                    yield Problem(
                        at, "E630", f"没有哪项核对在问“{mark.what}”", "事实改过的，重新核对后改写；不再需要的，删去。"
                    )
