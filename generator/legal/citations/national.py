"""Titles of national laws, so that a bare name in running text is known where a project has no record of the law."""

from functools import cache
from pathlib import Path

_FILE = Path(__file__).resolve().parents[2] / "assets" / "law" / "national-laws.txt"


@cache
def national_laws() -> tuple[str, ...]:
    """Full titles, in order."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    return tuple(line for line in lines if line and not line.startswith("#"))
