"""The audit: every fact of the library held against the official texts."""

from collections.abc import Iterator

from generator.auditing.checks._base import CHECKS, Check
from generator.auditing.facts import Fact, sample_facts
from generator.auditing.official import Official
from generator.library import Library
from generator.problems import Problem

__all__ = ["Fact", "checks", "sample_facts", "verify"]


def checks() -> tuple[Check, ...]:
    """All checks, those of the house in order of module name, then those of other packages."""
    return CHECKS.all()


def verify(library: Library, official: Official) -> Iterator[Problem]:
    """Run every check.

    Args:
        library: the project's records; problems of its own (missing references …) are the library's to report.
        official: texts as read by :func:`generator.auditing.official.read_official`.

    Yields:
        Problem: E601 to E623, check by check, each in the order of the library.
    """
    for check in checks():
        yield from check.run(library, official)
