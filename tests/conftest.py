"""What tests of several folders share: the browser, the miniature project, and its site built once a session."""

import datetime
import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from filelock import FileLock
from hypothesis import settings
from playwright.sync_api import Browser

from generator.library import Library, build_library
from generator.problems import Problem, Problems
from tests import browser

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
def content() -> tuple[Library, Problems]:
    """The library of this repository's own content, with what was found in it.  Neither is to be changed."""
    problems = Problems()
    return build_library(ROOT, CONTENT_DAY, problems), problems


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


def run_pufa(*arguments: object, cwd: Path | None = None) -> subprocess.CompletedProcess[str]:
    """Run the command line as people do, in a process of its own."""
    return subprocess.run(
        [sys.executable, "-m", "generator", *map(str, arguments)],
        cwd=cwd or ROOT,
        env={**os.environ, "PYTHONPATH": str(ROOT), "COLUMNS": "200", "NO_COLOR": "1"},
        capture_output=True,
        text=True,
        timeout=300,
        check=False,
    )


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
