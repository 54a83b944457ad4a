"""Files, written aside and moved into their places: one whole or not at all, several all or none."""

import errno
import os
import shutil
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import ExitStack
from pathlib import Path
from typing import BinaryIO

from generator.keeping.beside import clear, make_folder, mend, new_of, old_of, real, unmake
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
        made = make_folder(target.parent)
        try:
            with alone(target, WAIT):
                mend(target)
                _write(target, content if isinstance(content, bytes) else content())
        except BaseException:
            unmake(made)
            raise


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


def write_files(files: Mapping[Path, bytes | Callable[[], bytes]]) -> None:
    """Write several files, all of them or none: each is written aside first, and where a move fails those before it are put back.

    Only a machine that stops between two moves leaves some of them new and some old, each of them whole.

    Args:
        files: path → content, as in ``write_file``; devices and pipes are taken where there is one file alone.

    Raises:
        Refusal: as in ``write_file``; then every file is as it was.
    """
    if len(files) == 1:
        write_file(*next(iter(files.items())))
        return
    with ExitStack() as stack:
        targets: dict[Path, bytes | Callable[[], bytes]] = {}
        for path, content in sorted(files.items()):  # in one order, so that two runs never wait for each other
            with writing(path):
                target = real(path)
                if target.exists() and not target.is_file():
                    raise IsADirectoryError(errno.EISDIR, os.strerror(errno.EISDIR), str(path))
                made = make_folder(target.parent)
                stack.callback(unmake, made)
                stack.enter_context(alone(target, WAIT))
                mend(target)
                targets[target] = content
        for target, content in targets.items():
            with writing(target):
                stack.callback(clear, new_of(target))
                stack.callback(clear, old_of(target))
                _aside(target, content if isinstance(content, bytes) else content())
        _moved(list(targets))


def _moved(targets: Sequence[Path]) -> None:
    """Move what was written aside into place, all or none."""
    moved: list[Path] = []
    try:
        for target in targets:
            with writing(target):
                if target.exists():
                    shutil.copy2(target, old_of(target))
                new_of(target).replace(target)
                moved.append(target)
    except BaseException:
        for target in moved:
            if old_of(target).exists():
                old_of(target).replace(target)
            else:
                clear(target)
        raise


def _write(target: Path, content: bytes) -> None:
    try:
        _aside(target, content)
        new_of(target).replace(target)
    except BaseException:
        clear(new_of(target))
        raise


def _aside(target: Path, content: bytes) -> None:
    aside = new_of(target)
    with aside.open("xb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())
    if target.exists():
        shutil.copymode(target, aside)
