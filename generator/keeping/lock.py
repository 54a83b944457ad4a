"""One at a time: a lock of the system's, which ends with the process that holds it, however that ends."""

import errno
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from filelock import lock_descriptor

from generator.gate import Refusal, printable
from generator.keeping.beside import lock_of
from generator.problems import Place, Problem

_STEP = 0.05
#: Systems and network disks without locks; work goes on as it did before there were any.
_NO_LOCKS = {errno.ENOLCK, errno.ENOSYS, errno.EOPNOTSUPP, errno.ENOTSUP}


@contextmanager
def alone(target: Path, wait: float) -> Iterator[None]:
    """Hold the lock of ``target``, whose folder exists.

    Args:
        target: with links followed.
        wait: seconds to wait for another that holds it.

    Raises:
        Refusal: another holds it for longer, E703.
        OSError: the lock can't be made, as in a folder that can't be written to.
    """
    path = lock_of(target)
    held = _locked(path)
    left = wait
    while held is None:
        if left <= 0:
            message = f"另一个 pufa 正在写 {printable(str(target))}"
            raise Refusal(Problem(Place(printable(target.name)), "E703", message, "等它结束再来，或者换一个 --out。"))
        time.sleep(_STEP)
        left -= _STEP
        held = _locked(path)
    try:
        yield
    finally:
        _release(path, held)


def _locked(path: Path) -> int | None:
    """A descriptor that holds the lock; None where another does.

    The file goes when its holder is done, so a lock counts only while its file still stands at ``path``.
    """
    descriptor = os.open(path, os.O_RDWR | os.O_CREAT | getattr(os, "O_NOFOLLOW", 0), 0o666)
    try:
        got = lock_descriptor(descriptor, blocking=False)
    except OSError as error:
        if error.errno in _NO_LOCKS:
            return descriptor
        os.close(descriptor)
        raise
    if got and _same(path, descriptor):
        return descriptor
    os.close(descriptor)
    return None


def _same(path: Path, descriptor: int) -> bool:
    try:
        return os.path.samestat(path.stat(), os.fstat(descriptor))
    except OSError:
        return False


def _release(path: Path, descriptor: int) -> None:
    try:
        path.unlink(missing_ok=True)
    except OSError:  # Windows removes no file that is open
        os.close(descriptor)
        try:
            path.unlink(missing_ok=True)
        except OSError:
            return
        return
    except BaseException:  # the command is ended here: its lock goes before it
        with suppress(OSError):
            path.unlink(missing_ok=True)
        raise
    os.close(descriptor)
