"""Two names swapped in one step, where the system can: so that there is no moment without a site."""

import ctypes
import os
import sys
from collections.abc import Callable
from functools import cache
from pathlib import Path

_AT_FDCWD, _RENAME_EXCHANGE, _RENAME_SWAP = -100, 2, 2


def exchanged(one: Path, other: Path) -> bool:
    """Swap the folders at two names; False where system or disk can't, and then nothing was changed."""
    swap = _swap()
    return swap is not None and swap(os.fsencode(one), os.fsencode(other)) == 0


@cache
def _swap() -> Callable[[bytes, bytes], int] | None:
    if sys.platform == "win32":
        return None
    library = ctypes.CDLL(None, use_errno=True)
    if hasattr(library, "renameat2"):  # Linux
        return lambda one, other: int(library.renameat2(_AT_FDCWD, one, _AT_FDCWD, other, _RENAME_EXCHANGE))
    if hasattr(library, "renamex_np"):  # macOS
        return lambda one, other: int(library.renamex_np(one, other, _RENAME_SWAP))
    return None
