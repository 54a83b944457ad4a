"""Numbers as bytes: varints (seven bits a byte, low first, the high bit says that more follow) and runs of documents."""

from collections.abc import Iterable, Iterator

import numpy as np
from numpy.typing import NDArray

Bytes = NDArray[np.uint8]


def varint(value: int) -> bytes:
    """One number, 0 or more."""
    out = bytearray()
    while value > 0x7F:
        out.append(value & 0x7F | 0x80)
        value >>= 7
    out.append(value)
    return bytes(out)


def read_varint(data: bytes, at: int) -> tuple[int, int]:
    """The number that begins at byte ``at``, and the place after it."""
    value = shift = 0
    while True:
        byte = data[at]
        at += 1
        value |= (byte & 0x7F) << shift
        if byte < 0x80:
            return value, at
        shift += 7


def pack_rows(gaps: NDArray[np.int64], bytes_after: Bytes) -> tuple[Bytes, NDArray[np.int64]]:
    """Each gap as a varint followed by its byte.

    Returns:
        The packed rows, and where each row begins (one more than rows, the last being the end).
    """
    sizes = np.ones(len(gaps), dtype=np.int64)
    for bits in (7, 14, 21, 28):
        sizes += gaps >= 1 << bits
    ends = np.cumsum(sizes + 1)
    begins = np.concatenate(([0], ends))
    packed = np.zeros(begins[-1], dtype=np.uint8)
    packed[ends - 1] = bytes_after
    for position in range(int(sizes.max(initial=0))):
        rows = np.flatnonzero(sizes > position)
        more = np.where(sizes[rows] > position + 1, 0x80, 0)
        packed[begins[rows] + position] = (gaps[rows] >> 7 * position) & 0x7F | more
    return packed, begins


def pack_runs(documents: Iterable[int]) -> bytes:
    """Rising document numbers as runs: how many to leave out, how many to take, and again."""
    runs: list[list[int]] = []  # [start, end)
    for document in documents:
        if runs and runs[-1][1] == document:
            runs[-1][1] += 1
        else:
            runs.append([document, document + 1])
    ends = [0, *(end for _, end in runs)]
    return b"".join(
        varint(start - before) + varint(end - start) for before, (start, end) in zip(ends, runs, strict=False)
    )


def read_runs(data: bytes) -> Iterator[range]:
    """The runs that pack_runs() wrote."""
    at = end = 0
    while at < len(data):
        gap, at = read_varint(data, at)
        length, at = read_varint(data, at)
        yield range(end + gap, end + gap + length)
        end += gap + length
