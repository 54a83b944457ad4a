"""A table of discretion in a document that is plain text: found by its number (§3.4.1)."""

import re

from generator.auditing.official import Official
from generator.kinds.benchmark import Benchmark

_NUMBER = re.compile(r"(\d+(?:\.\d+)+)）")


def section_of(official: Official, table: Benchmark) -> str:
    """The text under the number that the title of a table ends with; empty where no document has it."""
    number = _NUMBER.search(table.title)
    found = (_section(paper, number[1]) for paper in official.papers) if number else ()
    return next((section for section in found if section), "")


def _section(paper: str, number: str) -> str:
    found = list(re.finditer(rf"§\s*{re.escape(number)}\s", paper))
    if not found:
        return ""
    end = paper.find("§", found[-1].end())
    return paper[found[-1].end() : end if end > 0 else len(paper)]
