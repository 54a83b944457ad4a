"""The bodies of the state by what they are called, whatever the project's field: ``assets/law/bodies.txt``."""

from collections.abc import Mapping
from functools import cache
from pathlib import Path

_FILE = Path(__file__).resolve().parents[1] / "assets" / "law" / "bodies.txt"


@cache
def families() -> tuple[frozenset[str], ...]:
    """Tasks that one local department may hold together, or of which one name takes in the other."""
    return tuple(frozenset(words) for words in _lines("一家"))


@cache
def former() -> frozenset[str]:
    """Names of before a reform, in texts not mended since: the task is another body's now, which the text does not say."""
    return frozenset(word for words in _lines("旧称") for word in words)


@cache
def matters() -> Mapping[str, tuple[str, ...]]:
    """The matter by which a text names a body (生态环境), and the words that laws of all years have for it."""
    return {matter: tuple(words) for matter, *words in _lines("认名")}


def _lines(sign: str) -> list[list[str]]:
    lines = (
        line.split() for line in _FILE.read_text(encoding="utf-8").splitlines() if line and not line.startswith("#")
    )
    return [words for first, *words in lines if first == sign]
