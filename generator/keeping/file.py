"""A single file, written aside and moved into its place."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

from generator.keeping.beside import clear, make_folder, mend, new_of, real
from generator.keeping.folder import writing
from generator.keeping.lock import alone

#: Seconds to wait for another run that writes the same file; it takes much less than one.
WAIT = 10.0


def write_file(path: Path, content: bytes | Callable[[], bytes]) -> None:
    """Write a file whole or not at all, through links, with the rights of the one that it replaces.

    Args:
        path: where to; missing folders are made.  A device or a pipe is written to as it is.
        content: its bytes; or a function that gives them, called while no other run writes this file, for what depends on
            what stood there before.

    Raises:
        Refusal: it can't be written, E702, or another run holds it, E703.
    """
    with writing(path):
        target = real(path)
        if target.is_dir() or (target.exists() and not target.is_file()):
            target.write_bytes(content if isinstance(content, bytes) else content())
            return
        make_folder(target.parent)
        with alone(target, WAIT):
            mend(target)
            _write(target, content if isinstance(content, bytes) else content())


def _write(target: Path, content: bytes) -> None:
    aside = new_of(target)
    try:
        with aside.open("xb") as file:
            file.write(content)
            file.flush()
            os.fsync(file.fileno())
        if target.exists():
            shutil.copymode(target, aside)
        aside.replace(target)
    except BaseException:
        clear(aside)
        raise
