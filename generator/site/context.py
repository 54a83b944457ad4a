"""What pages are made from."""

from dataclasses import dataclass

from generator.exams.paper import Paper
from generator.library import Library
from generator.problems import Problem
from generator.questions.bank import Bank


@dataclass(frozen=True)
class Context:
    """Everything that a page may show.

    Attributes:
        library: records, linked and resolved at a date.
        bank: items and skips made from them.
        papers: assembled from the blueprints that are published.
        problems: found on the way, for the table of problems.
    """

    library: Library
    bank: Bank
    papers: tuple[Paper, ...]
    problems: tuple[Problem, ...]
