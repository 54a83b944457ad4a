"""A single file, written aside and moved into its place."""

import errno
import os
import shutil
import time
from collections.abc import Callable
from pathlib import Path
from typing import BinaryIO

from generator.keeping.beside import clear, make_folder, mend, new_of, real
from generator.keeping.folder import writing
from generator.keeping.lock import alone

#: Seconds to wait for another run that writes the same file; it takes much less than one.
WAIT = 10.0
#: How often, and seconds between, a reader of a pipe is looked for.
_TRIES, _STEP = 20, 0.1


def write_file(path: Path, content: bytes | Callable[[], bytes]) -> None:
    """Write a file whole or not at all, through links, with the rights of the one that it replaces.

    Args:
        path: where to; missing folders are made.  A device is written to as it is, and a pipe that somebody reads.
        content: its bytes; or a function that gives them, called while no other run writes this file, for what depends on
            what stood there before.

    Raises:
        Refusal: it can't be written, E702, or another run holds it, E703.
    """
    with writing(path):
        target = real(path)
        if target.is_dir() or (target.exists() and not target.is_file()):
            with _open_special(target) as file:
                file.write(content if isinstance(content, bytes) else content())
            return
        make_folder(target.parent)
        with alone(target, WAIT):
            mend(target)
            _write(target, content if isinstance(content, bytes) else content())


def _open_special(target: Path) -> BinaryIO:
    """A device or pipe, open for writing.  A pipe that nobody begins to read is refused: it would be waited for without end."""
    at_once = getattr(os, "O_NONBLOCK", 0)
    for _ in range(_TRIES):
        try:
            descriptor = os.open(target, os.O_WRONLY | at_once)
            break
        except OSError as error:
            if error.errno != errno.ENXIO or not target.is_fifo():
                raise
            time.sleep(_STEP)
    else:
        raise OSError(errno.ENXIO, os.strerror(errno.ENXIO), str(target))
    if at_once:
        os.set_blocking(descriptor, True)
    return os.fdopen(descriptor, "wb")


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
