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
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Literal

from generator.legal.numerals import INTEGER, parse_number

#: What became of an article: word for word the same; the same but for numbers and marks of writing; reworded; the rest as named.
Change = Literal["same", "formal", "changed", "split", "merged", "added", "removed"]

#: Least likeness of two articles that are one; for those with the same number, less will do.
_LIKE, _LIKE_SAME_NUMBER = 0.45, 0.25
#: Least share of a remaining article that stands in another for it to be a part of that one.
_PART = 0.6
#: Unchanged runs shorter than this, between two changes, are told with them.
_ISLAND = 2

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
    weight = _weights([*old.values(), *new.values()])
    before = {key: _vector(text, weight) for key, text in old.items()}
    after = {key: _vector(text, weight) for key, text in new.items()}
    match = _matched(before, after)
    taken = {mine: theirs for theirs, (mine, _) in match.items()}
    parts = _parts(after, set(after) - set(taken), before, set(match))
    merged = _parts(before, set(before) - set(match), after, set(taken))
    rows: list[Pair] = []
    for theirs, (mine, likeness) in match.items():
        olds = sorted([theirs, *(key for key, host in merged.items() if host == mine)], key=list(old).index)
        news = sorted([mine, *(key for key, host in parts.items() if host == theirs)], key=list(new).index)
        change: Change = "split" if len(news) > 1 else "merged" if len(olds) > 1 else _change(old[theirs], new[mine])
        rows.append(Pair(tuple(olds), tuple(news), change, round(likeness, 3)))
    rows += [Pair((), (key,), "added", 0.0) for key in new if key not in taken and key not in parts]
    gone = [Pair((key,), (), "removed", 0.0) for key in old if key not in match and key not in merged]
    return tuple(_ordered(rows, gone, list(old), list(new)))


def compared(old: tuple[str, ...], new: tuple[str, ...], before: Mapping[str, str], after: Mapping[str, str]) -> Pair:
    """The row of articles that are known to belong together, however they read.

    Args:
        old, new: keys; none in ``new`` where nothing took the place.
        before, after: key → text; keys without a text are compared as empty.
    """
    one, other = ("\n".join(texts.get(key, "") for key in keys) for keys, texts in ((old, before), (new, after)))
    weight = _weights([one, other])
    mine, theirs = _vector(one, weight), _vector(other, weight)
    likeness = sum(value * theirs.get(pair, 0.0) for pair, value in mine.items())
    change: Change = "removed" if not new else "split" if len(new) > 1 else _change(one, other)
    return Pair(old, new, change, round(likeness, 3))


def normal(text: str) -> str:
    """A text without what is only a way of writing: spaces, widths, marks, and numerals of articles in characters."""
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text.translate(_MARKS)))
    return _NUMBER.sub(_figure, plain)


def words(old: str, new: str) -> tuple[Piece, ...]:
    """What changed between two texts, run by run; joined, ``both`` and ``old`` give the old text, ``both`` and ``new`` the new."""
    found: list[Piece] = []
    matcher = difflib.SequenceMatcher(None, old, new, autojunk=False)
    codes = _without_islands(matcher.get_opcodes())
    for tag, i, j, k, m in codes:
        if tag == "equal":
            found.append(Piece("both", old[i:j]))
        else:
            found += [Piece(side, text) for side, text in (("old", old[i:j]), ("new", new[k:m])) if text]  # type: ignore[arg-type]
    return tuple(found)


def _without_islands(codes: Iterable[tuple[str, int, int, int, int]]) -> list[tuple[str, int, int, int, int]]:
    """Changes that lie beside one another, or about a run too short to be read, as one."""
    joined: list[tuple[str, int, int, int, int]] = []
    pending = list(codes)
    for place, (tag, i, j, k, m) in enumerate(pending):
        inner = 0 < place < len(pending) - 1
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


def _weights(texts: Sequence[str]) -> dict[str, float]:
    seen: Counter[str] = Counter()
    for text in texts:
        seen.update(set(_pairs(text)))
    return {pair: math.log(1 + len(texts) / count) for pair, count in seen.items()}


def _vector(text: str, weight: Mapping[str, float]) -> dict[str, float]:
    """Weights of its pairs, of length 1."""
    raw = {pair: count * weight[pair] for pair, count in _pairs(text).items()}
    length = math.sqrt(sum(value * value for value in raw.values())) or 1.0
    return {pair: value / length for pair, value in raw.items()}


def _matched(
    before: Mapping[str, Mapping[str, float]], after: Mapping[str, Mapping[str, float]]
) -> dict[str, tuple[str, float]]:
    """Old key → new key and likeness, one to one, the likest first; where two are as like, the nearer in order."""
    where: dict[str, list[tuple[str, float]]] = {}
    for key, vector in after.items():
        for pair, value in vector.items():
            where.setdefault(pair, []).append((key, value))
    places = {key: place for place, key in enumerate(after)}
    ranked: list[tuple[float, int, str, str]] = []
    for place, (theirs, vector) in enumerate(before.items()):
        like: dict[str, float] = {}
        for pair, value in vector.items():
            for mine, other in where.get(pair, ()):
                like[mine] = like.get(mine, 0.0) + value * other
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


def _parts(
    own: Mapping[str, Mapping[str, float]],
    left: set[str],
    hosts: Mapping[str, Mapping[str, float]],
    able: set[str],
) -> dict[str, str]:
    """Which of the articles that are left stand for the most part in a matched one of the other text: key → that one's key."""
    found = {}
    for key in own:
        if key not in left:
            continue
        total = sum(value * value for value in own[key].values())
        if not total:
            continue
        share, host = max(
            (
                (sum(value * value for pair, value in own[key].items() if pair in vector) / total, host)
                for host, vector in hosts.items()
                if host in able
            ),
            default=(0.0, ""),
        )
        if share >= _PART:
            found[key] = host
    return found


def _ordered(rows: Sequence[Pair], gone: Sequence[Pair], old: list[str], new: list[str]) -> Iterator[Pair]:
    """Rows by the new text's order; each removed article after the row that holds the article before it."""
    placed = sorted(rows, key=lambda row: new.index(row.new[0]))
    after: dict[str, list[Pair]] = {}
    kept = {key for row in rows for key in row.old}
    for row in gone:
        earlier = [key for key in old[: old.index(row.old[0])] if key in kept]
        after.setdefault(earlier[-1] if earlier else "", []).append(row)
    yield from after.get("", ())
    for row in placed:
        yield row
        for key in row.old:
            yield from after.get(key, ())
