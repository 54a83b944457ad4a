"""What tests of several folders share: the browser, the miniature project, and its site built once a session."""

import datetime
import os
import subprocess
from collections.abc import Callable, Iterator
from functools import cache
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings
from playwright.sync_api import Browser

from generator.library import Library, build_library
from generator.problems import Problem, Problems
from generator.questions.bank import Bank, build_bank
from tests import browser
from tests.warm import Warm

ROOT = Path(__file__).resolve().parent.parent
MINI = ROOT / "tests" / "fixtures" / "mini"
#: The day on which the miniature is looked at; its laws and figures are invented around it.
MINI_DAY = datetime.date(2026, 8, 20)

#: The law changes; the content is held at the day it was last checked, so that its tests say the same tomorrow.
CONTENT_DAY = datetime.date(2026, 11, 24)

settings.register_profile("pufa", deadline=None, derandomize=True, print_blob=False)
settings.load_profile("pufa")


@pytest.fixture(scope="session")
def chromium() -> Iterator[Browser]:
    """One headless browser for all tests that need one: Playwright can't start twice in a process."""
    with browser.chromium() as running:
        yield running


@pytest.fixture(scope="session")
def repository() -> Path:
    """The root of this repository."""
    return ROOT


@pytest.fixture(scope="session")
def mini() -> Path:
    """The miniature project: one record of every kind.  Not to be written to."""
    return MINI


@pytest.fixture(scope="session")
def mini_day() -> datetime.date:
    """The day at which the miniature is resolved."""
    return MINI_DAY


@pytest.fixture(scope="session")
def mini_library() -> Library:
    """The miniature's library, without problems."""
    problems = Problems()
    library = build_library(MINI, MINI_DAY, problems)
    assert [str(problem) for problem in problems] == []
    return library


@pytest.fixture(scope="session")
def content_read() -> tuple[Library, Problems]:
    """The library of this repository's own content, with what was found in it.  Neither is to be changed."""
    problems = Problems()
    return build_library(ROOT, CONTENT_DAY, problems), problems


@pytest.fixture(scope="session")
def content_library(content_read: tuple[Library, Problems]) -> Library:
    """That library alone."""
    return content_read[0]


@pytest.fixture(scope="session")
def content_bank(content_read: tuple[Library, Problems]) -> Bank:
    """Its bank; what is found while it is built is added to that of the library."""
    return build_bank(*content_read)


def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Which tests one process runs (``--dist loadgroup``): those of a file, and all that read this repository's own content.

    Else each process would work out the same library, bank and site; that of the content takes longer than most files' tests.
    """
    for item in items if config.pluginmanager.hasplugin("xdist") else ():
        group = "content" if "content_read" in getattr(item, "fixturenames", ()) else item.nodeid.partition("::")[0]
        item.add_marker(pytest.mark.xdist_group(group))


@pytest.fixture
def write(tmp_path: Path) -> Callable[[str, str], Path]:
    """Write a file of a project in the test's own folder: path below it, text."""

    def writer(name: str, text: str) -> Path:
        path = tmp_path / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
        return path

    return writer


@pytest.fixture
def built(tmp_path: Path) -> Callable[..., tuple[Library, list[Problem]]]:
    """Build the library of the project in the test's own folder."""

    def builder(as_of: str = "2026-08-20") -> tuple[Library, list[Problem]]:
        problems = Problems()
        library = build_library(tmp_path, datetime.date.fromisoformat(as_of), problems)
        return library, list(problems)

    return builder


@cache
def warm(*beside: Path) -> Warm:
    """What runs commands, with other packages beside the project."""
    return Warm(environ(*beside))


def environ(*beside: Path) -> dict[str, str]:
    """The environment of a command: what it says is not folded at the width of whoever runs the tests, nor in colours."""
    path = os.pathsep.join(map(str, (ROOT, *beside)))
    return {**os.environ, "PYTHONPATH": path, "COLUMNS": "200", "NO_COLOR": "1"}


def told(done: subprocess.CompletedProcess[bytes]) -> subprocess.CompletedProcess[str]:
    """What a command said, as text."""
    return subprocess.CompletedProcess(done.args, done.returncode, done.stdout.decode(), done.stderr.decode())


def run_pufa(*arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command line as people do, in a process of its own."""
    return told(warm().run(list(map(str, arguments)), cwd or ROOT, environ(), timeout=300))


@pytest.fixture(scope="session")
def pufa() -> Callable[..., subprocess.CompletedProcess[str]]:
    """The command line: arguments → finished process with its output."""
    return run_pufa


def built_once(name: str, tmp_path_factory: pytest.TempPathFactory, *options: object) -> Path:
    """A site that ``pufa build`` writes once for all processes of a run: the first that asks builds it, the others wait."""
    shared = tmp_path_factory.getbasetemp()
    if "PYTEST_XDIST_WORKER" in os.environ:
        shared = shared.parent
    out = shared / name / "site"
    with FileLock(shared / f"{name}.lock"):
        if not out.is_dir():
            done = run_pufa("build", *options, "--out", out)
            assert done.returncode == 0, done.stderr
    return out


@pytest.fixture(scope="session")
def mini_site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The miniature's site as ``pufa build`` writes it."""
    return built_once("mini-site", tmp_path_factory, "-p", MINI, "--as-of", MINI_DAY)
