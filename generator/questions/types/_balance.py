"""How the keys of a type are spread over the bank: where they stand, or how often a statement is true."""

from collections import Counter
from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Balance:
    """Counts of what keys may be.

    Attributes:
        title: what is counted: 单选题答案的位置.
        counts: what a key may be, in order → how often it is.
        even: all are alike likely, so that their shares tell, else the counts themselves.
    """

    title: str
    counts: Mapping[str, int]
    even: bool = True

    @property
    def total(self) -> int:
        """All together."""
        return sum(self.counts.values())


def evenly(title: str, names: str | tuple[str, ...], counts: Counter[str]) -> Balance:
    """All ``names`` with their counts, in order."""
    return Balance(title, {name: counts[name] for name in names})
