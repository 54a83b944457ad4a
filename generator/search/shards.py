"""Postings and names in small files, by hash of the token, so that a query loads only what it asks for.

A shard is: count of terms, then for each its token, in how many documents it stands, and the bytes of its rows; count of
names, then for each its text, what it names, and the bytes of its runs; then all rows, then all runs.  Counts are
varints, strings are UTF-8 after their length.  A row is the gap to the document before, as varint, and the impact.
"""

from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from generator.search.packing import pack_rows, pack_runs, read_runs, read_varint, varint
from generator.search.postings import Postings
from generator.search.tokens import HAN, shard_of

SHARD_BYTES = 1024  # a query loads about as many shards as it has pairs of characters
MOST_SHARDS = 4096
LONGEST = 8192  # rows of a token; a token in more documents tells little, and keeps those where it weighs most

#: What a name names: a document by itself, the regulation that documents belong to, or (``#1095``) articles of a number.
OWN, REGULATION, ARTICLE = 0, 1, 2


@dataclass(frozen=True, slots=True)
class Name:
    """A normalised name, what it names (OWN, REGULATION or ARTICLE), and the documents, rising."""

    text: str
    of: int
    documents: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Term:
    """A token as a shard holds it: documents that have it, and (document, impact) of those kept."""

    frequency: int
    rows: tuple[tuple[int, int], ...]


def pack_shards(postings: Postings, names: Sequence[Name]) -> dict[str, bytes]:
    """Files ``p/000.bin`` and so on; their number is a power of two that makes them about SHARD_BYTES big."""
    frequencies = np.diff(postings.starts)
    kept = _pruned(postings, frequencies)
    documents, lengths = (
        postings.documents[kept].astype(np.int64),
        np.add.reduceat(kept, postings.starts[:-1], dtype=np.int64),
    )
    starts = np.concatenate(([0], np.cumsum(lengths)))
    gaps = np.diff(documents, prepend=0)
    gaps[starts[:-1]] = documents[starts[:-1]]
    packed, begins = pack_rows(gaps, postings.impacts[kept])
    edges = begins[starts].tolist()
    count = shard_count(len(packed) + 6 * len(postings.tokens))
    terms: dict[int, list[tuple[str, int, bytes]]] = defaultdict(list)
    for i in sorted(range(len(postings.tokens)), key=postings.tokens.__getitem__):
        token = postings.tokens[i]
        rows = packed[edges[i] : edges[i + 1]].tobytes()
        terms[shard_of(token, count)].append((token, int(frequencies[i]), rows))
    named: dict[int, list[Name]] = defaultdict(list)
    for name in sorted(names, key=lambda n: (n.text, n.of)):
        for token in name_tokens(name):
            if name not in (held := named[shard_of(token, count)]):
                held.append(name)
    return {shard_path(i): _packed(terms[i], named[i]) for i in range(count)}


def shard_count(size: int) -> int:
    """The power of two that cuts ``size`` bytes into shards of about SHARD_BYTES."""
    count = 1
    while count * SHARD_BYTES < size:
        count *= 2
    return min(count, MOST_SHARDS)


def shard_path(shard: int) -> str:
    """Name of the file of a shard."""
    return f"p/{shard:03x}.bin"


def name_tokens(name: Name) -> tuple[str, ...]:
    """Tokens in whose shards a name stands: its first two characters and its last two, so that one wrong one hides neither; letters and numbers as the word they are."""
    if name.text.isascii():
        return (name.text,)
    last = name.text[-2:]
    return (name.text[:2], last) if HAN.fullmatch(last) else (name.text[:2],)


def nameable(text: str) -> bool:
    """Whether a normalised name can be looked up: it has to begin with a pair of characters."""
    return len(text) > 1 and HAN.fullmatch(text[:2]) is not None


def _pruned(postings: Postings, frequencies: NDArray[np.int64]) -> NDArray[np.bool_]:
    kept = np.ones(len(postings.documents), dtype=np.bool_)
    for i in np.flatnonzero(frequencies > LONGEST).tolist():
        rows = slice(int(postings.starts[i]), int(postings.starts[i + 1]))
        weakest = np.argsort(-postings.impacts[rows].astype(np.int16), kind="stable")[LONGEST:]
        kept[rows.start + weakest] = False
    return kept


def _packed(terms: list[tuple[str, int, bytes]], names: list[Name]) -> bytes:
    head, rows = bytearray(varint(len(terms))), bytearray()
    for token, frequency, packed in terms:
        head += _string(token) + varint(frequency) + varint(len(packed))
        rows += packed
    head += varint(len(names))
    for name in names:
        runs = pack_runs(name.documents)
        head += _string(name.text) + varint(name.of) + varint(len(runs))
        rows += runs
    return bytes(head + rows)


def _string(text: str) -> bytes:
    data = text.encode()
    return varint(len(data)) + data


def read_shard(data: bytes) -> tuple[dict[str, Term], list[Name]]:
    """The terms and names of one shard; the inverse of packing."""
    terms, at = _read_heads(data, 0)
    names, at = _read_heads(data, at)
    found: dict[str, Term] = {}
    for token, frequency, size in terms:
        found[token] = Term(frequency, _read_rows(data[at : at + size]))
        at += size
    known = []
    for text, of, size in names:
        known.append(Name(text, of, tuple(d for run in read_runs(data[at : at + size]) for d in run)))
        at += size
    return found, known


def _read_heads(data: bytes, at: int) -> tuple[list[tuple[str, int, int]], int]:
    count, at = read_varint(data, at)
    heads = []
    for _ in range(count):
        length, at = read_varint(data, at)
        text = data[at : at + length].decode()
        value, at = read_varint(data, at + length)
        size, at = read_varint(data, at)
        heads.append((text, value, size))
    return heads, at


def _read_rows(data: bytes) -> tuple[tuple[int, int], ...]:
    rows, at, document = [], 0, 0
    while at < len(data):
        gap, at = read_varint(data, at)
        document += gap
        rows.append((document, data[at]))
        at += 1
    return tuple(rows)
