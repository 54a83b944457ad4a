"""Runs ``pufa`` and brings it down at one of its writes: ``python _fault.py FOLDER NUMBER ACTION pufa-arguments…``.

Python tells an audit hook of every file that is opened to be written, renamed, made or removed; the one with NUMBER, counted
from 1 among those below FOLDER, is the last.  ACTION: ``kill`` (SIGKILL), ``term`` (SIGTERM), ``full`` (this and all later
writes find the disk full), ``count`` (print to standard error how many there were).
"""

import errno
import os
import signal
import sys
from typing import Any

_WRITES = {"os.rename", "os.remove", "os.mkdir", "os.rmdir", "os.link", "os.symlink", "os.chmod", "os.truncate"}
_FREE = {"os.remove", "os.rmdir", "os.rename"}  # need no room
_OPENED = os.O_WRONLY | os.O_RDWR | os.O_CREAT


class Fault:
    """Counts writes below a folder, and acts at one of them."""

    def __init__(self, folder: str, number: int, action: str) -> None:
        self._folder, self._number, self._action = os.path.realpath(folder), number, action
        self.count = 0

    def hook(self, event: str, arguments: tuple[Any, ...]) -> None:
        """What Python calls before the write."""
        opened = event == "open" and isinstance(arguments[2], int) and bool(arguments[2] & _OPENED)
        writes = opened or event in _WRITES
        if not writes or not isinstance(arguments[0], str | bytes) or not self._below(os.fsdecode(arguments[0])):
            return
        self.count += 1
        if self._action == "full" and self.count >= self._number and event not in _FREE:
            raise OSError(errno.ENOSPC, os.strerror(errno.ENOSPC), os.fsdecode(arguments[0]))
        if self.count == self._number and self._action in {"kill", "term"}:
            os.kill(os.getpid(), signal.SIGKILL if self._action == "kill" else signal.SIGTERM)

    def _below(self, path: str) -> bool:
        """Whether a path lies below the folder; a relative one belongs to a tree that is being removed."""
        return not os.path.isabs(path) or path.startswith(self._folder)


def main(folder: str, number: str, action: str, *arguments: str) -> None:
    """Run pufa with ``arguments``."""
    from generator.__main__ import main as pufa

    fault = Fault(folder, int(number), action)
    sys.argv = ["pufa", *arguments]
    sys.addaudithook(fault.hook)
    try:
        pufa()
    finally:
        if action == "count":
            print(f"writes: {fault.count}", file=sys.stderr)


if __name__ == "__main__":
    main(*sys.argv[1:])
