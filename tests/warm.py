"""The command line in processes that begin with everything imported: one waits, and forks for each command that is run.

``Warm().run(["check"], folder, environ)`` is what ``python -m generator check`` does in a process of its own, without the second
that each of some hundred starts would take for imports.  What waits has run nothing, so that no command finds what another left;
that a command loads no other is held elsewhere, of processes that are really new (``tests/commands/test_start.py``).
"""

import atexit
import contextlib
import gc
import io
import json
import os
import signal
import subprocess
import sys
import tempfile
import time
import traceback
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import NoReturn

ROOT = Path(__file__).resolve().parents[1]


class Warm:
    """A process that waits for commands.

    Args:
        environ: of that process; as its imports read it.
    """

    def __init__(self, environ: Mapping[str, str]) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.warm"],
            cwd=ROOT, env=dict(environ), stdin=subprocess.PIPE, stdout=subprocess.PIPE,
        )  # fmt: skip
        atexit.register(self.close)

    def run(
        self, arguments: Sequence[str], cwd: Path, environ: Mapping[str, str], timeout: float
    ) -> subprocess.CompletedProcess[bytes]:
        """Run a command to its end, as ``subprocess.run`` does with ``capture_output``; ``PYTHONIOENCODING`` of ``environ`` counts.

        Raises:
            subprocess.TimeoutExpired: it took longer than ``timeout`` seconds, and was killed.
        """
        assert self._process.stdin is not None
        assert self._process.stdout is not None
        with tempfile.TemporaryDirectory(prefix="pufa-warm-") as folder:
            out, err = Path(folder) / "out", Path(folder) / "err"
            order = {
                "arguments": list(arguments),
                "cwd": str(cwd),
                "environ": dict(environ),
                "out": str(out),
                "err": str(err),
            }
            self._process.stdin.write(json.dumps({**order, "timeout": timeout}).encode() + b"\n")
            self._process.stdin.flush()
            code = json.loads(self._process.stdout.readline())
            if code is None:
                raise subprocess.TimeoutExpired(list(arguments), timeout)
            return subprocess.CompletedProcess(list(arguments), code, out.read_bytes(), err.read_bytes())

    def close(self) -> None:
        """End the process that waits."""
        with contextlib.suppress(OSError):
            self._process.communicate()


def main() -> None:
    """Import everything, then fork for each order of a line: the code that the command ended with, or null where it took too long."""
    from generator import __main__ as started  # noqa: F401
    from generator.registry import slots

    import generator.mkdocs_plugin  # noqa: F401  isort: skip

    slots()
    gc.collect()
    gc.freeze()
    signal.pthread_sigmask(signal.SIG_BLOCK, {signal.SIGCHLD})
    for line in sys.stdin:
        order = json.loads(line)
        pid = os.fork()
        if pid == 0:
            _run(order)
        print(json.dumps(_ended(pid, order["timeout"])), flush=True)


def _ended(pid: int, timeout: float) -> int | None:
    """The code with which a child ended, negative for a signal; None where it had to be killed."""
    end = time.monotonic() + timeout
    while True:
        found, status = os.waitpid(pid, os.WNOHANG)
        if found:
            return os.waitstatus_to_exitcode(status)
        if time.monotonic() > end:
            os.kill(pid, signal.SIGKILL)
            os.waitpid(pid, 0)
            return None
        signal.sigtimedwait({signal.SIGCHLD}, max(0.0, end - time.monotonic()))


def _run(order: Mapping[str, object]) -> NoReturn:
    """Be the command: its folder, its environment, its streams."""
    code = 1
    try:
        signal.pthread_sigmask(signal.SIG_UNBLOCK, {signal.SIGCHLD})
        os.chdir(str(order["cwd"]))
        os.environ.clear()
        os.environ.update(order["environ"])  # type: ignore[call-overload]
        streams = [os.open(os.devnull, os.O_RDONLY)]
        streams += [os.open(str(order[name]), os.O_WRONLY | os.O_CREAT, 0o600) for name in ("out", "err")]
        for stream, opened in enumerate(streams):
            os.dup2(opened, stream)
        sign = os.environ.get("PYTHONIOENCODING", "utf-8")
        sys.stdin = open(0, encoding=sign, closefd=False)  # noqa: SIM115
        sys.stdout = io.TextIOWrapper(open(1, "wb", closefd=False), encoding=sign)  # noqa: SIM115
        sys.stderr = io.TextIOWrapper(open(2, "wb", closefd=False), sign, "backslashreplace", line_buffering=True)  # noqa: SIM115
        sys.argv = ["pufa", *order["arguments"]]  # type: ignore[misc]
        from generator.__main__ import main as command

        command()
        code = 0
    except SystemExit as ended:
        code = ended.code if isinstance(ended.code, int) else 0 if ended.code is None else 1
        if isinstance(ended.code, str):
            print(ended.code, file=sys.stderr)
    except BaseException:
        traceback.print_exc()
    finally:
        with contextlib.suppress(Exception):
            atexit._run_exitfuncs()
            sys.stdout.flush()
            sys.stderr.flush()
        os._exit(code & 0xFF)


if __name__ == "__main__":
    main()
