"""How like the articles of a law are to what is said in own words: BM25 over character bigrams.

A citation that names the wrong article of the right law has an article, a date and often a number that fit.  What does not fit
are the words: the right one is nearly always among the articles of its law that share most of them with the statement.
"""

import re
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from functools import cached_property, lru_cache
from operator import add

import numpy as np
from numpy.typing import NDArray

_WORD = re.compile(r"[一-龥a-zA-Z0-9]+")
_SATURATION, _LENGTH = 1.2, 0.6
_HIGH = np.uint32(16)  # a pair of letters is one number: the first above the second

Key = tuple[int, int]


def bigrams(text: str) -> Iterable[str]:
    """The pairs of letters of a text that stand side by side; none across a stop."""
    for run in _WORD.findall(text):
        yield from map(add, run, run[1:])


@dataclass(frozen=True, eq=False)
class Likeness:
    """The articles of one text of a law, by what they share with a statement.

    Attributes:
        place: (number, suffix) → row.
        pairs: each pair of letters that any article has, as a number, in rising order.
        starts: for each pair, where its rows begin in ``rows``; one more at the end.
        rows, worth: the articles that hold a pair, and what it is worth in each.
    """

    place: Mapping[Key, int]
    pairs: NDArray[np.uint32]
    starts: NDArray[np.intp]
    rows: NDArray[np.intp]
    worth: NDArray[np.float64]

    @classmethod
    def of(cls, texts: Mapping[Key, str]) -> "Likeness":
        """Of the articles' texts by (number, suffix)."""
        each = [_pairs(text) for text in texts.values()]
        lengths = np.array([len(one) for one in each], float)
        damp = _SATURATION * (1 - _LENGTH + _LENGTH * lengths / max(1.0, float(lengths.mean()) if each else 1.0))
        every = np.concatenate([np.empty(0, np.uint64), *each]).astype(np.uint64)
        row_of = np.repeat(np.arange(len(each), dtype=np.uint64), [len(one) for one in each])
        held, times = np.unique(every << np.uint64(32) | row_of, return_counts=True)
        rows = (held & np.uint64(0xFFFFFFFF)).astype(np.intp)
        pairs, starts, often = np.unique(
            (held >> np.uint64(32)).astype(np.uint32), return_index=True, return_counts=True
        )
        weight = np.log(1 + (len(each) - often + 0.5) / (often + 0.5))
        worth = times * (_SATURATION + 1) / (times + damp[rows]) * np.repeat(weight, often)
        return cls({key: row for row, key in enumerate(texts)}, pairs, np.append(starts, len(rows)), rows, worth)

    @lru_cache(maxsize=8)  # noqa: B019  (one statement is asked about in several ways, one after the other)
    def scores(self, statement: str) -> NDArray[np.float64]:
        """What each article shares with the statement, by row."""
        asked = np.unique(_pairs(statement))
        at = np.searchsorted(self.pairs, asked, "right") - 1
        at = at[(at >= 0) & (self.pairs[at] == asked)] if len(self.pairs) else at[:0]
        found = [slice(self.starts[one], self.starts[one + 1]) for one in at]
        if not found:
            return np.zeros(len(self.place))
        rows, worth = (np.concatenate([values[one] for one in found]) for values in (self.rows, self.worth))
        return np.bincount(rows, worth, len(self.place)).astype(np.float64)

    def near(self, statement: str, key: Key) -> tuple[int, float]:
        """An article's place among all by what they share with the statement, from 1; and its share of what the first has.

        The last place and 0 where it shares nothing.
        """
        found = self.scores(statement)
        own = found[self.place[key]]
        if own <= 0:
            return len(found), 0.0
        return int((found > own).sum()) + 1, float(own / found.max())

    def ranked(self, statement: str, wider: str, weight: float, most: int) -> list[Key]:
        """The articles that fit a statement best, the best first; of equals the earlier.

        Args:
            statement: what the article is cited for.
            wider: the statement with words from beside it, which count ``weight`` times as much; empty where there are none.
            weight: of the wider statement.
            most: how many.
        """
        found = _share(self.scores(statement))
        if wider and weight:
            found = found + weight * _share(self.scores(wider))
        return [self.keys[row] for row in np.argsort(-found, kind="stable")[:most]]

    @cached_property
    def keys(self) -> tuple[Key, ...]:
        """(number, suffix) by row."""
        return tuple(self.place)


def _share(scores: NDArray[np.float64]) -> NDArray[np.float64]:
    most = scores.max(initial=0.0)
    return scores / most if most > 0 else scores


def _pairs(text: str) -> NDArray[np.uint32]:
    """The pairs of a text as numbers, in order; letters beyond the first plane are no words, and so are in none."""
    letters = np.frombuffer(text.encode("utf-16-le"), np.uint16).astype(np.uint32)
    word = (letters >= ord("一")) & (letters <= ord("龥"))
    for first, last in ("az", "AZ", "09"):
        word |= (letters >= ord(first)) & (letters <= ord(last))
    return (letters[:-1] << _HIGH | letters[1:])[word[:-1] & word[1:]]
