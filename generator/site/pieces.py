"""What is too long for one page, in pieces of about one length."""

from collections.abc import Sequence
from typing import TypeVar

T = TypeVar("T")


def in_pieces(parts: Sequence[T], sizes: Sequence[int], most: int) -> list[list[T]]:
    """The parts in as many pieces as it takes, none of them empty.

    Args:
        parts: in order.
        sizes: of each part, in bytes.
        most: bytes of a piece, about: a part is never cut.
    """
    count = -(-sum(sizes) // most)
    pieces: list[list[T]] = [[] for _ in range(count)]
    done = 0
    for part, size in zip(parts, sizes, strict=True):
        pieces[done * count // sum(sizes)].append(part)
        done += size
    return [piece for piece in pieces if piece]
