"""Two texts of one law laid side by side: which article became which, and which words changed.

An amendment keeps, rewords, moves, splits, merges, drops and adds articles, and every later number shifts with it.  Articles
are matched by the pairs of characters that they share, rarer pairs counting for more, as words are weighed in retrieval
(tf-idf and cosine); what remains is held to be part of an article that was split or merged where most of it stands there.
"""

import difflib
import math
import re
import unicodedata
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import accumulate
from typing import Literal

import numpy as np

from generator.legal.numerals import INTEGER, NUMBER, parse_number

#: What became of an article: word for word the same; the same but for numbers and marks of writing; reworded; the rest as named.
Change = Literal["same", "formal", "changed", "split", "merged", "added", "removed"]

#: Least likeness of two articles that are one; for those with the same number, less will do.
_LIKE, _LIKE_SAME_NUMBER = 0.45, 0.25
#: Likeness that is none: two texts of law always share some words.
_FAINT = 0.1
#: Least share of a remaining article that stands in another for it to be a part of that one.
_PART = 0.6
#: Unchanged runs shorter than this, between two changes, are told with them.
_ISLAND = 2

#: What is told as changed or not as a whole: a figure, or else a character.
_UNIT = re.compile(rf"百分之{NUMBER}|{NUMBER}[%％]?|.", re.DOTALL)
_NUMBER = re.compile(rf"第({INTEGER})(?=[编章节条款项])")
_MARKS = str.maketrans(
    {"“": '"', "”": '"', "‘": "'", "’": "'", "，": ",", "；": ";", "：": ":", "（": "(", "）": ")", "、": ","}
)


@dataclass(frozen=True, slots=True)
class Pair:
    """A row of the comparison.

    Attributes:
        old, new: keys of the articles (``12``, ``12-1``); none where it was added or removed, several where one was split
            or merged.
        change: what became of it.
        likeness: 0 to 1.
    """

    old: tuple[str, ...]
    new: tuple[str, ...]
    change: Change
    likeness: float

    @property
    def moved(self) -> bool:
        """Whether its number is another."""
        return bool(self.old and self.new) and self.old != self.new


@dataclass(frozen=True, slots=True)
class Piece:
    """A run of words: in both texts, only in the old, or only in the new."""

    side: Literal["both", "old", "new"]
    text: str


def aligned(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[Pair, ...]:
    """The rows of two texts, in the order of the new one, removed articles where they stood.

    Args:
        old, new: key of an article → its text, in order.
    """
    before, after = _vectors(old, new)
    match = _matched(before, after)
    went = {theirs: mine for theirs, (mine, _) in match.items()}
    came = {mine: theirs for theirs, mine in went.items()}
    merged, parts = _parts(before, went, after, came), _parts(after, came, before, went)
    olds, news = _grouped(old, went | merged), _grouped(new, came | parts)
    rows: list[Pair] = []
    for theirs, (mine, likeness) in match.items():
        one, other = olds[mine], news[theirs]
        change: Change = "split" if len(other) > 1 else "merged" if len(one) > 1 else _change(old[theirs], new[mine])
        rows.append(Pair(one, other, change, round(likeness, 3)))
    rows += [Pair((), (key,), "added", 0.0) for key in new if key not in came and key not in parts]
    return tuple(_ordered(rows, old, new))


def compared(old: tuple[str, ...], new: tuple[str, ...], before: Mapping[str, str], after: Mapping[str, str]) -> Pair:
    """The row of articles that are known to belong together, however they read.

    Args:
        old, new: keys; none in ``new`` where nothing took the place.
        before, after: key → text; keys without a text are compared as empty.
    """
    one, other = ("\n".join(texts.get(key, "") for key in keys) for keys, texts in ((old, before), (new, after)))
    mine, theirs = (vectors[""] for vectors in _vectors({"": one}, {"": other}))
    likeness = sum(value * theirs.get(pair, 0.0) for pair, value in mine.items())
    change: Change = "removed" if not new else "split" if len(new) > 1 else _change(one, other)
    return Pair(old, new, change, round(likeness, 3))


def likened(
    old: Mapping[str, str], new: Mapping[str, str], asked: Collection[str]
) -> Iterator[tuple[str, dict[str, float]]]:
    """Of two texts, each article of the old one that is asked for, with those of the new that are like it: key → 0 to 1."""
    before, after = _vectors(old, new)
    yield from _likened({key: before[key] for key in old if key in asked}, after)


def normal(text: str) -> str:
    """A text without what is only a way of writing: spaces, widths, marks, and numerals of articles in characters."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text.translate(_MARKS)))
    return _NUMBER.sub(_figure, plain)


def words(old: str, new: str) -> tuple[Piece, ...]:
    """What changed between two texts, run by run; joined, ``both`` and ``old`` give the old text, ``both`` and ``new`` the new.

    A figure changes as a whole: 20万 became 30万, and no 2 became a 3.
    """
    found: list[Piece] = []
    before, after = _UNIT.findall(old), _UNIT.findall(new)
    at, then = ([0, *accumulate(map(len, units))] for units in (before, after))
    matcher = difflib.SequenceMatcher(None, before, after, autojunk=False)
    codes = [(tag, at[i], at[j], then[k], then[m]) for tag, i, j, k, m in matcher.get_opcodes()]
    for tag, i, j, k, m in _without_islands(codes):
        found += [Piece("both", old[i:j])] if tag == "equal" else [Piece("old", old[i:j]), Piece("new", new[k:m])]
    return tuple(piece for piece in found if piece.text)


def _without_islands(codes: Sequence[tuple[str, int, int, int, int]]) -> list[tuple[str, int, int, int, int]]:
    """Changes that lie beside one another, or about a run too short to be read, as one."""
    joined: list[tuple[str, int, int, int, int]] = []
    for place, (tag, i, j, k, m) in enumerate(codes):
        inner = 0 < place < len(codes) - 1
        short = tag == "equal" and inner and j - i < _ISLAND
        if joined and joined[-1][0] != "equal" and (tag != "equal" or short):
            _, first, _, third, _ = joined[-1]
            joined[-1] = ("replace", first, j, third, m)
        else:
            joined.append(("replace" if short else tag, i, j, k, m))
    return joined


def _figure(found: re.Match[str]) -> str:
    try:
        return f"第{parse_number(found[1])}"
    except ValueError:
        return found[0]


def _change(old: str, new: str) -> Change:
    if old == new:
        return "same"
    return "formal" if normal(old) == normal(new) else "changed"


def _pairs(text: str) -> Counter[str]:
    plain = re.sub(r"[\W\d_]", "", normal(text))
    return Counter(plain[at : at + 2] for at in range(len(plain) - 1))


#: Key of an article → the weights of its pairs of characters, of length 1.
_Vectors = Mapping[str, Mapping[str, float]]


def _vectors(old: Mapping[str, str], new: Mapping[str, str]) -> tuple[_Vectors, _Vectors]:
    """Both texts' articles by the pairs of characters in them; the fewer articles have a pair, the more it weighs."""
    before, after = ({key: _pairs(text) for key, text in texts.items()} for texts in (old, new))
    seen = Counter(pair for counts in (*before.values(), *after.values()) for pair in counts)
    weight = {pair: math.log(1 + (len(before) + len(after)) / count) for pair, count in seen.items()}

    def vector(counts: Counter[str]) -> dict[str, float]:
        raw = {pair: count * weight[pair] for pair, count in counts.items()}
        length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
        return {pair: value / length for pair, value in raw.items()}

    one, other = ({key: vector(counts) for key, counts in texts.items()} for texts in (before, after))
    return one, other


def _having(vectors: _Vectors) -> dict[str, list[tuple[str, float]]]:
    """Pair → the articles that have it, with its weight there."""
    found: dict[str, list[tuple[str, float]]] = {}
    for key, vector in vectors.items():
        for pair, value in vector.items():
            found.setdefault(pair, []).append((key, value))
    return found


def _likened(before: _Vectors, after: _Vectors) -> Iterator[tuple[str, dict[str, float]]]:
    """Each article with those of the other text that are like it at all, and how like they are."""
    keys = list(after)
    places = {key: place for place, key in enumerate(keys)}
    having = {
        pair: (np.array([places[key] for key, _ in held]), np.array([value for _, value in held]))
        for pair, held in _having(after).items()
    }
    for theirs, vector in before.items():
        like = np.zeros(len(keys))
        for pair, value in vector.items():
            if pair in having:
                held, values = having[pair]
                like[held] += value * values
        yield theirs, {keys[place]: float(like[place]) for place in np.flatnonzero(like >= _FAINT)}


def _matched(before: _Vectors, after: _Vectors) -> dict[str, tuple[str, float]]:
    """Old key → new key and likeness, one to one, the likest first; where two are as like, the nearer in order."""
    places = {key: place for place, key in enumerate(after)}
    ranked: list[tuple[float, int, str, str]] = []
    for place, (theirs, like) in enumerate(_likened(before, after)):
        for mine, value in like.items():
            if value >= (_LIKE_SAME_NUMBER if mine == theirs else _LIKE):
                ranked.append((-round(value, 6), abs(places[mine] - place), theirs, mine))
    found: dict[str, tuple[str, float]] = {}
    used: set[str] = set()
    for value, _, theirs, mine in sorted(ranked):
        if theirs not in found and mine not in used:
            found[theirs] = (mine, -value)
            used.add(mine)
    return {key: found[key] for key in before if key in found}


def _parts(own: _Vectors, matched: Collection[str], others: _Vectors, hosts: Collection[str]) -> dict[str, str]:
    """Which articles that are not matched stand for the most part in a matched one of the other text: key → that one's key."""
    having = _having({key: others[key] for key in hosts})
    found = {}
    for key, vector in own.items():
        if key in matched:
            continue
        shares: dict[str, float] = {}
        for pair, value in vector.items():
            for host, _ in having.get(pair, ()):
                shares[host] = shares.get(host, 0.0) + value * value
        share, host = max(((share, host) for host, share in shares.items()), default=(0.0, ""))
        if share >= _PART:
            found[key] = host
    return found


def _grouped(keys: Iterable[str], hosts: Mapping[str, str]) -> dict[str, tuple[str, ...]]:
    """The keys in their order by what ``hosts`` says each belongs to."""
    found: dict[str, tuple[str, ...]] = {}
    for key in keys:
        if key in hosts:
            found[hosts[key]] = (*found.get(hosts[key], ()), key)
    return found


def _ordered(rows: Sequence[Pair], old: Iterable[str], new: Iterable[str]) -> Iterator[Pair]:
    """Rows by the new text's order; each article that is in none, and so was removed, after the row of the one before it."""
    places = {key: place for place, key in enumerate(new)}
    kept = {key for row in rows for key in row.old}
    gone: dict[str, list[Pair]] = {}
    before = ""
    for key in old:
        if key in kept:
            before = key
        else:
            gone.setdefault(before, []).append(Pair((key,), (), "removed", 0.0))
    yield from gone.get("", ())
    for row in sorted(rows, key=lambda row: places[row.new[0]]):
        yield row
        for key in row.old:
            yield from gone.get(key, ())
