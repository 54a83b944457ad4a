"""A plugin of pytest that writes which tests run which lines: ``-p tests.bench._covering`` with ``COVERING=PACKAGE:FILE``.

With it the seconds of CPU that each test takes, those of the fixtures that it shares among them; the tests that fail; and
the modules of libraries that were imported, so that they needn't be for each change.

Lines that run while no test does (imports) stand under the name ``""``; those of a fixture that several tests share under
the names of the tests that ask for it.
"""

import json
import os
import sys
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import coverage
import pytest

FIXTURE = "fixture "
OURS = ("generator", "tests", "conftest", "__main__", "coverage", "test_")
_package, _, _target = os.environ["COVERING"].partition(":")
_root = Path.cwd()
_trace = coverage.Coverage(data_file=None, source=[str(_root / _package)], messages=False)
_trace.start()


_calls: dict[str, float] = {}
_shared: dict[str, float] = {}
_rests: dict[str, tuple[str, ...]] = {}
_failed: set[str] = set()
_running: list[str] = []


def spent() -> float:
    """Seconds of CPU of this process and those that it has waited for."""
    return sum(os.times()[:4])


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Keep which tests fail as the code is."""
    if report.failed:
        _failed.add(report.nodeid)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """What runs from here on is run by this test."""
    _trace.switch_context(item.nodeid)
    _running[:] = [item.nodeid]
    _rests[item.nodeid] = tuple(getattr(item, "fixturenames", ()))
    made, started = sum(_shared.values()), spent()
    try:
        return (yield)
    finally:
        _calls[item.nodeid] = spent() - started - (sum(_shared.values()) - made)
        _trace.switch_context("")


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: Any) -> Iterator[None]:
    """A fixture of a module or the session is made in one test and used in others."""
    if fixturedef.scope == "function":
        return (yield)
    _trace.switch_context(FIXTURE + fixturedef.argname)
    started = spent()
    try:
        return (yield)
    finally:
        _shared[fixturedef.argname] = spent() - started
        _trace.switch_context(_running[0])


def pytest_sessionfinish() -> None:
    """Write the lines by module with the tests that run them."""
    _trace.stop()
    data = _trace.get_data()
    resting: dict[str, set[str]] = {}
    for test, names in _rests.items():
        for name in names:
            resting.setdefault(FIXTURE + name, set()).add(test)
    lines = {
        Path(file).relative_to(_root).as_posix(): {
            str(line): sorted({test for found in contexts for test in resting.get(found, {found})})
            for line, contexts in data.contexts_by_lineno(file).items()
        }
        for file in sorted(data.measured_files())
    }
    seconds = {test: took + sum(_shared.get(name, 0) for name in _rests[test]) for test, took in _calls.items()}
    libraries = [name for name in sys.modules if not name.startswith(OURS)]
    Path(_target).write_text(
        json.dumps({"lines": lines, "seconds": seconds, "failed": sorted(_failed), "libraries": libraries}, indent=0),
        encoding="utf-8",
    )
