"""How like the articles of a law are to what is said in own words: BM25 over character bigrams.

A citation that names the wrong article of the right law has an article, a date and often a number that fit.  What does not fit
are the words: the right one is nearly always among the articles of its law that share most of them with the statement.
"""

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache, cached_property

import numpy as np
from numpy.typing import NDArray

_WORD = re.compile(r"[一-龥a-zA-Z0-9]+")
_SATURATION, _LENGTH = 1.2, 0.6

Key = tuple[int, int]


def bigrams(text: str) -> Iterable[str]:
    """The pairs of letters of a text that stand side by side; none across a stop."""
    for run in _WORD.findall(text):
        yield from (run[at : at + 2] for at in range(len(run) - 1))


@dataclass(frozen=True)
class Likeness:
    """The articles of one text of a law, by what they share with a statement.

    Attributes:
        place: (number, suffix) → row.
        holding: bigram → rows that hold it, and how often.
        damp: by row, what of a longer article counts less.
    """

    place: Mapping[Key, int]
    holding: Mapping[str, Sequence[tuple[int, int]]]
    damp: NDArray[np.float64]

    @classmethod
    def of(cls, texts: Mapping[Key, str]) -> "Likeness":
        """Of the articles' texts by (number, suffix)."""
        counts = [Counter(bigrams(text)) for text in texts.values()]
        lengths = [sum(count.values()) for count in counts]
        mean = max(1.0, sum(lengths) / max(1, len(lengths)))
        found: dict[str, list[tuple[int, int]]] = defaultdict(list)
        for row, count in enumerate(counts):
            for gram, times in count.items():
                found[gram].append((row, times))
        damp = _SATURATION * (1 - _LENGTH + _LENGTH * np.array(lengths) / mean)
        return cls({key: row for row, key in enumerate(texts)}, dict(found), damp)

    @cached_property
    def _worth(self) -> Callable[[str], tuple[NDArray[np.intp], NDArray[np.float32]]]:
        """Bigram → rows that hold it and what it is worth in each; of most nobody asks."""
        return cache(self._weighed)

    def _weighed(self, gram: str) -> tuple[NDArray[np.intp], NDArray[np.float32]]:
        rows, times = np.array(self.holding[gram]).T
        weight = np.log(1 + (len(self.place) - len(rows) + 0.5) / (len(rows) + 0.5))
        return rows, (times * (_SATURATION + 1) / (times + self.damp[rows]) * weight).astype(np.float32)

    def scores(self, statement: str) -> NDArray[np.float32]:
        """What each article shares with the statement, by row."""
        found = np.zeros(len(self.place), np.float32)
        for gram in dict.fromkeys(bigrams(statement)):
            if gram in self.holding:
                rows, worth = self._worth(gram)
                found[rows] += worth
        return found

    def near(self, statement: str, key: Key) -> tuple[int, float]:
        """An article's place among all by what they share with the statement, from 1; and its share of what the first has.

        The last place and 0 where it shares nothing.
        """
        found = self.scores(statement)
        own = found[self.place[key]]
        if own <= 0:
            return len(found), 0.0
        return int((found > own).sum()) + 1, float(own / found.max())
