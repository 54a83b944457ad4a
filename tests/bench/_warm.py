"""A process that has the libraries imported and forks for each run of pytest: ``python -m tests.bench._warm FOLDER``.

Python, pytest, numpy and the others take longer to start than most tests take to run.  What is changed (the package and its
tests) is imported by the fork alone, from the folder.  One order a line comes in as JSON, one answer a line goes out.
"""

import contextlib
import importlib
import json
import os
import resource
import signal
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import asdict, dataclass, field
from pathlib import Path
from typing import Any

import pytest
from hypothesis import Phase, settings

CHOSEN = (
    "-m",
    "not slow and not browser",
    "-p",
    "no:cacheprovider",
    "-p",
    "no:randomly",
    "-p",
    "no:xdist",
    "--no-header",
)
NOTHING = 5  # what pytest says where it found no test
MISUSED = 4
#: Seconds of CPU that any test may take beyond so many times its own.
LONGER = (3.0, 5.0)
ASLEEP = 20  # a run may take so many times its CPU on the clock: the machine may be busy


@dataclass(frozen=True, slots=True)
class Order:
    """Which tests are to be run, in which order.

    Attributes:
        tests: the tests; they go first.
        beside: whether the other tests of their files are run after them.
        left_out: tests that aren't run.
        cpu: seconds of CPU after which the run is stopped.
        first: whether it ends with the first test that fails.
        seconds: what tests take as the code is; one that takes many times as long is stopped, and has failed.
    """

    tests: tuple[str, ...]
    beside: bool = True
    left_out: tuple[str, ...] = ()
    cpu: float = 60
    first: bool = True
    seconds: Mapping[str, float] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Outcome:
    """How a run ended: whether it failed, by which tests (none: at import, or out of time), in how many seconds of CPU."""

    failed: bool
    by: tuple[str, ...]
    cpu: float


class Chosen:
    """A plugin of pytest: the tests of an order, no shrinking of examples that fail, and who failed."""

    def __init__(self, order: Order, told: Path) -> None:
        self.order = order
        self.told = told

    def pytest_configure(self) -> None:
        """Hypothesis looks for the smallest example that fails; whether there is one is enough."""
        with contextlib.suppress(Exception):
            settings.register_profile("changed", settings.get_profile("pufa"), phases=(Phase.explicit, Phase.generate))
            settings.load_profile("changed")

    def pytest_collection_modifyitems(self, items: list[pytest.Item]) -> None:
        """The named tests in their order, then the others.  Names may hang on what is changed: those not found are none."""
        place = {test: at for at, test in enumerate(self.order.tests)}
        beside = self.order.beside or not any(item.nodeid in place for item in items)
        items[:] = sorted(
            (i for i in items if i.nodeid not in self.order.left_out and (beside or i.nodeid in place)),
            key=lambda item: place.get(item.nodeid, len(place)),
        )

    @pytest.hookimpl(wrapper=True)
    def pytest_runtest_protocol(self, item: pytest.Item) -> Iterator[None]:
        """What has never ended after many times its own time is stopped there, long before the whole run is."""
        if item.nodeid in self.order.seconds:
            signal.setitimer(signal.ITIMER_VIRTUAL, LONGER[0] + LONGER[1] * self.order.seconds[item.nodeid])
        try:
            return (yield)
        finally:
            signal.setitimer(signal.ITIMER_VIRTUAL, 0)

    def pytest_runtest_logreport(self, report: pytest.TestReport) -> None:
        """Tell the process that waits."""
        if report.failed:
            with self.told.open("a", encoding="utf-8") as file:
                file.write(json.dumps(report.nodeid) + "\n")


def run(order: Order, folder: Path) -> Outcome:
    """Run it in a fork."""
    told, said = folder / "told.txt", folder / "said.txt"
    told.write_text("", encoding="utf-8")
    sys.stdout.flush()
    child = os.fork()
    if not child:
        _in_child(order, folder, told, said)
    status, used = _wait(child, time.monotonic() + ASLEEP * order.cpu)
    code = os.waitstatus_to_exitcode(status)
    if code == MISUSED:
        raise RuntimeError(said.read_text("utf-8", errors="replace")[-2000:])
    by = tuple(dict.fromkeys(json.loads(line) for line in told.read_text("utf-8").splitlines()))
    return Outcome(code not in {0, NOTHING}, by, round(used, 2))


def _in_child(order: Order, folder: Path, told: Path, said: Path) -> None:
    code = 1
    try:
        os.setsid()
        signal.signal(signal.SIGVTALRM, _never_ends)
        resource.setrlimit(resource.RLIMIT_CPU, (int(order.cpu) + 1, int(order.cpu) + 2))
        with said.open("wb") as file:
            os.dup2(file.fileno(), 1)
            os.dup2(file.fileno(), 2)
        os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
        files = sorted({test.partition("::")[0] for test in order.tests})
        stops = ["-x"] if order.first else []
        code = int(
            pytest.main([*CHOSEN, *stops, f"--basetemp={folder / 'temp'}", *files], plugins=[Chosen(order, told)])
        )
    finally:
        os._exit(code)


class NeverEnds(BaseException):
    """A test takes many times as long as it did; no ``except`` of what it tries is to go on with that."""


def _never_ends(number: int, frame: object) -> None:
    raise NeverEnds


def _wait(child: int, until: float) -> tuple[int, float]:
    """Its status and CPU; it and what it started are ended at the latest at ``until``."""
    while True:
        done, status, used = os.wait4(child, os.WNOHANG)
        late = time.monotonic() > until
        if done or late:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(child, signal.SIGKILL)
        if done:
            return status, used.ru_utime + used.ru_stime
        if late:
            _, status, used = os.wait4(child, 0)
            return status, used.ru_utime + used.ru_stime
        time.sleep(0.02)


class Warm:
    """The process, as the bench sees it."""

    def __init__(self, folder: Path, libraries: Sequence[str], env: dict[str, str]) -> None:
        (folder / "libraries.json").write_text(json.dumps(list(libraries)), encoding="utf-8")
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.bench._warm", str(folder)],
            cwd=folder, env=env, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True,
        )  # fmt: skip

    def run(self, order: Order) -> Outcome:
        """Run pytest in a fork of it."""
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(asdict(order)) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline() or '{"error": "the process has ended"}')
        if "error" in answer:
            raise RuntimeError(answer["error"])
        return Outcome(answer["failed"], tuple(answer["by"]), answer["cpu"])

    def close(self) -> None:
        """End it."""
        assert self._process.stdin
        self._process.stdin.close()
        self._process.wait()


def main(folder: Path) -> None:
    """Import the libraries, then run one order after the other."""
    for name in json.loads((folder / "libraries.json").read_text("utf-8")):
        with contextlib.suppress(Exception):
            importlib.import_module(name)
    for line in sys.stdin:
        order = json.loads(line)
        try:
            outcome = asdict(
                run(Order(**{**order, "tests": tuple(order["tests"]), "left_out": tuple(order["left_out"])}), folder)
            )
        except Exception as error:
            outcome = {"error": str(error)}
        print(json.dumps(outcome), flush=True)


if __name__ == "__main__":
    main(Path(sys.argv[1]))
