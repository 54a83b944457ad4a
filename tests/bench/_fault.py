"""Runs ``pufa`` and brings it down at one of its writes.

Python tells an audit hook of every file that is opened to be written, renamed, made or removed; one of those below a folder,
by its number from 1, is the last.  Actions: ``kill`` (SIGKILL), ``term`` (SIGTERM), ``full`` (this and all later writes find
the disk full), ``count`` (nothing happens).
"""

import errno
import os
import signal
import sys
import tempfile
import time
import traceback
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path
from typing import Any, NoReturn

from generator.__main__ import main as pufa
from generator.cli import make_app

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


@dataclass(frozen=True, slots=True)
class Done:
    """A run that ended: its exit code (minus the signal that ended it), what it wrote to standard error, its writes, seconds."""

    code: int
    stderr: str
    writes: int
    seconds: float


def run(
    folder: Path, arguments: Sequence[object], number: int = 0, action: str = "count", limit: float = 600.0
) -> Done:
    """Run pufa in a process of its own, forked from this one so that it need not import all anew.

    Args:
        folder: below which writes are counted.
        arguments: of pufa.
        number, action: at which write to bring it down, and how.  ``count`` lets it run.
        limit: seconds after which it is killed.
    """
    _loaded()
    with tempfile.TemporaryDirectory(prefix="pufa-told-") as told:
        (Path(told) / "stderr").touch()  # a run may be brought down before it opens it
        started = time.monotonic()
        process = os.fork()
        if process == 0:
            _child(folder, [str(argument) for argument in arguments], number, action, Path(told))
        code = _wait(process, started + limit)
        stderr = (Path(told) / "stderr").read_text(encoding="utf-8", errors="replace")
        count = Path(told) / "count"
        writes = int(count.read_text(encoding="utf-8")) if count.is_file() else 0
        return Done(code, stderr, writes, time.monotonic() - started)


@cache
def _loaded() -> None:
    """Load every command into this process, that the runs forked from it have them: a third of a short run's time."""
    make_app()


def _wait(process: int, ends: float) -> int:
    while True:
        ended, status = os.waitpid(process, os.WNOHANG)
        if ended:
            return os.waitstatus_to_exitcode(status)
        if time.monotonic() > ends:
            os.kill(process, signal.SIGKILL)
            return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])
        time.sleep(0.005)


def _child(folder: Path, arguments: list[str], number: int, action: str, told: Path) -> NoReturn:
    """The run itself; never returns."""
    code = 1
    try:
        with (
            (told / "stderr").open("w", encoding="utf-8") as stderr,
            Path(os.devnull).open("w", encoding="utf-8") as stdout,
        ):
            sys.stdout, sys.stderr, sys.argv = stdout, stderr, ["pufa", *arguments]
            fault = Fault(str(folder), number, action)
            sys.addaudithook(fault.hook)
            try:
                pufa()
            except SystemExit as end:
                code = end.code if isinstance(end.code, int) else 1
            except BaseException:
                traceback.print_exc(file=stderr)
        (told / "count").write_text(str(fault.count), encoding="utf-8")
    finally:
        os._exit(code)
