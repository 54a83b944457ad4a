"""Which document holds which token, and how much that counts: the inverted index, in numpy arrays.

A loop in Python over ten million pairs of characters takes minutes; here each field of some thousand documents is one
array of code points, a token is one integer, and the rest is sorting.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.search.fields import FIELDS, SATURATION, Field
from generator.search.initials import sound_tokens
from generator.search.tokens import HAN_RANGES, WORD

FULL = 200  # the byte for a word that saturates at boost 1; leaves room for a boost of 1.275
_DOC_BITS = 12
_BATCH = 1 << _DOC_BITS  # documents worked on at a time; bounds memory
_CODE_POINT_BITS = max(high for _, high in HAN_RANGES).bit_length()
_WORD_BIT = np.int64(1 << (2 * _CODE_POINT_BITS))

Ints = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Postings:
    """The inverted index.

    Attributes:
        tokens: all tokens; token ``i`` owns the rows ``starts[i]`` to ``starts[i + 1]``.
        starts: int64, one longer than ``tokens``.
        documents: uint32, rising within each token.
        impacts: uint8, 1 to 255: saturated weight times boost, FULL for 1.
    """

    tokens: list[str]
    starts: Ints
    documents: NDArray[np.uint32]
    impacts: NDArray[np.uint8]


def collect(contents: Sequence[Sequence[str]], boosts: Sequence[float]) -> Postings:
    """Count the tokens of all documents.

    Args:
        contents: for each document the normalised text of each of FIELDS, without line breaks.
        boosts: a factor for each document.
    """
    words: dict[str, int] = {}
    norms = [_norms(field, [row[i] for row in contents]) for i, field in enumerate(FIELDS)]
    keys, documents, impacts = [np.empty(0, np.int64)], [np.empty(0, np.uint32)], [np.empty(0, np.uint8)]
    for first in range(0, len(contents), _BATCH):
        last = min(first + _BATCH, len(contents))
        batch = contents[first:last]
        columns = [(field, [row[i] for row in batch], norms[i][first:last]) for i, field in enumerate(FIELDS)]
        both, weights = _merged(columns, words)
        inside = both & ((1 << _DOC_BITS) - 1)
        saturated = weights / (weights + SATURATION) * np.asarray(boosts[first:last])[inside]
        keys.append(both >> _DOC_BITS)
        documents.append((inside + first).astype(np.uint32))
        impacts.append(np.clip(np.rint(saturated * FULL), 1, 255).astype(np.uint8))
    return _by_token(np.concatenate(keys), np.concatenate(documents), np.concatenate(impacts), list(words))


def _norms(field: Field, texts: list[str]) -> NDArray[np.float64]:
    """Weight of one mention in each document: less where the field is longer than its like."""
    lengths = np.array([len(text) for text in texts], dtype=np.float64)
    average = lengths[lengths > 0].mean() if lengths.any() else 1.0
    return field.weight / (1 - field.length_penalty + field.length_penalty * lengths / average)


def _merged(
    columns: list[tuple[Field, list[str], NDArray[np.float64]]], words: dict[str, int]
) -> tuple[Ints, NDArray[np.float64]]:
    """Distinct ``token << 12 | document`` of a batch, sorted, with the weights of all mentions added up."""
    found, weights = [], []
    for field, texts, norms in columns:
        for keys, rows in _sounds(texts, words) if field.sounds else _mentions(texts, words, field.alone):
            found.append(keys << _DOC_BITS | rows)
            weights.append(norms[rows])
    both, weight = np.concatenate(found), np.concatenate(weights)
    order = np.argsort(both, kind="stable")
    both, weight = both[order], weight[order]
    starts = np.flatnonzero(np.diff(both, prepend=-1))
    return both[starts], np.add.reduceat(weight, starts) if len(starts) else weight


def _mentions(texts: list[str], words: dict[str, int], alone: bool) -> Iterator[tuple[Ints, Ints]]:
    """(token keys, rows of documents) of one field: pairs, single characters, words."""
    joined = "\n".join(texts)
    points = np.frombuffer(joined.encode("utf-32-le", "surrogatepass"), dtype=np.uint32).astype(np.int64)
    rows = np.cumsum(points == ord("\n"))
    han = _is_han()[points]
    pairs = np.flatnonzero(han[:-1] & han[1:])
    yield points[pairs] << _CODE_POINT_BITS | points[pairs + 1], rows[pairs]
    padded = np.concatenate(([False], han, [False]))
    singles = np.flatnonzero(han if alone else han & ~padded[:-2] & ~padded[2:])
    yield points[singles], rows[singles]
    matches = [(words.setdefault(m[0], len(words)), m.start()) for m in WORD.finditer(joined)]
    numbers, places = np.array(matches, dtype=np.int64).reshape(-1, 2).T
    yield numbers | _WORD_BIT, rows[places]


def _sounds(texts: list[str], words: dict[str, int]) -> Iterator[tuple[Ints, Ints]]:
    matches = [(words.setdefault(t, len(words)), row) for row, text in enumerate(texts) for t in sound_tokens(text)]
    numbers, rows = np.array(matches, dtype=np.int64).reshape(-1, 2).T
    yield numbers | _WORD_BIT, rows


def _is_han() -> NDArray[np.bool_]:
    table = np.zeros(0x110000, dtype=np.bool_)
    for low, high in HAN_RANGES:
        table[low : high + 1] = True
    return table


def _by_token(keys: Ints, documents: NDArray[np.uint32], impacts: NDArray[np.uint8], words: list[str]) -> Postings:
    order = np.argsort(keys, kind="stable")  # stable keeps documents rising within a token
    keys = keys[order]
    starts = np.flatnonzero(np.diff(keys, prepend=-1))
    tokens = [_spelled(key, words) for key in keys[starts].tolist()]
    return Postings(tokens, np.append(starts, len(keys)), documents[order], impacts[order])


def _spelled(key: int, words: list[str]) -> str:
    if key & int(_WORD_BIT):
        return words[key ^ int(_WORD_BIT)]
    first, second = key >> _CODE_POINT_BITS, key & ((1 << _CODE_POINT_BITS) - 1)
    return (chr(first) if first else "") + chr(second)
