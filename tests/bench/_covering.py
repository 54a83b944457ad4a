"""A plugin of pytest that writes which tests run which lines: ``-p tests.bench._covering`` with ``COVERING=PACKAGE:FILE``.

With it the seconds that each test takes, those of the fixtures that it shares among them, and the tests that fail.

Lines that run while no test does (imports) stand under the name ``""``; those of a fixture that several tests share under
``"*"``, since all of them rest on it.
"""

import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import coverage
import pytest

SHARED = "*"
_package, _, _target = os.environ["COVERING"].partition(":")
_root = Path.cwd()
_trace = coverage.Coverage(data_file=None, source=[str(_root / _package)], messages=False)
_trace.start()


_calls: dict[str, float] = {}
_shared: dict[str, float] = {}
_rests: dict[str, tuple[str, ...]] = {}
_failed: set[str] = set()


def pytest_runtest_logreport(report: pytest.TestReport) -> None:
    """Keep how long the test itself took."""
    if report.failed:
        _failed.add(report.nodeid)
    if report.when == "call":
        _calls[report.nodeid] = report.duration


@pytest.hookimpl(wrapper=True)
def pytest_runtest_protocol(item: pytest.Item) -> Iterator[None]:
    """What runs from here on is run by this test."""
    _trace.switch_context(item.nodeid)
    _rests[item.nodeid] = tuple(getattr(item, "fixturenames", ()))
    try:
        return (yield)
    finally:
        _trace.switch_context("")


@pytest.hookimpl(wrapper=True)
def pytest_fixture_setup(fixturedef: Any, request: pytest.FixtureRequest) -> Iterator[None]:
    """A fixture of a module or the session is made in one test and used in others."""
    if fixturedef.scope == "function":
        return (yield)
    _trace.switch_context(SHARED)
    started = time.perf_counter()
    try:
        return (yield)
    finally:
        _shared[fixturedef.argname] = time.perf_counter() - started
        _trace.switch_context(request.node.nodeid if isinstance(request.node, pytest.Item) else SHARED)


def pytest_sessionfinish() -> None:
    """Write the lines by module with the tests that run them."""
    _trace.stop()
    data = _trace.get_data()
    lines = {
        Path(file).relative_to(_root).as_posix(): {
            str(line): sorted(tests) for line, tests in data.contexts_by_lineno(file).items()
        }
        for file in sorted(data.measured_files())
    }
    seconds = {test: took + sum(_shared.get(name, 0) for name in _rests[test]) for test, took in _calls.items()}
    Path(_target).write_text(
        json.dumps({"lines": lines, "seconds": seconds, "failed": sorted(_failed)}, ensure_ascii=False),
        encoding="utf-8",
    )
