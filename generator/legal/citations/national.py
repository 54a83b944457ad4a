"""Titles of national laws, so that a bare name in running text is known where a project has no record of the law."""

from functools import cache
from pathlib import Path

_FILE = Path(__file__).resolve().parents[2] / "assets" / "law" / "national-laws.txt"


@cache
def national_laws() -> tuple[tuple[str, tuple[str, ...]], ...]:
    """Full titles in order, each with what people call it for short."""
    lines = _FILE.read_text(encoding="utf-8").splitlines()
    named = (line.split(" = ") for line in lines if line and not line.startswith("#"))
    return tuple((title, tuple(others[0].split("、")) if others else ()) for title, *others in named)
