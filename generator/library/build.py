"""Building the library, as a recipe: load, link, check."""

import datetime
from pathlib import Path
from types import MappingProxyType

from generator.library.checks import CHECKS
from generator.library.load import load
from generator.library.model import Library
from generator.problems import Problems


def build_library(root: Path, as_of: datetime.date, problems: Problems) -> Library:
    """Read the project at ``root`` and return its library at ``as_of``.

    Args:
        root: the folder that holds ``content/`` and ``quizzes/``.
        as_of: day for which "in force" is meant; given by the caller, never read from a clock.
        problems: where every fault goes; the library holds what is sound.
    """
    site, records = load(root, problems)
    library = Library(as_of, site, MappingProxyType(records))
    for check in CHECKS:
        problems.extend(check(library))
    return library
