"""A miniature project, and ways to alter it: each test says in YAML what it changes."""

import datetime
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from generator.library import Library, build_library
from generator.problems import Problems
from generator.questions.bank import Bank, build_bank

MINI = Path(__file__).parent / "mini"
DAY = datetime.date(2026, 11, 24)


class Project:
    """A copy of the miniature project."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.problems = Problems()

    def replace(self, file: str, old: str, new: str) -> "Project":
        path = self.root / file
        text = path.read_text(encoding="utf-8")
        assert old in text, f"{old!r} is not in {file}"
        path.write_text(text.replace(old, new), encoding="utf-8")
        return self

    def add(self, file: str, text: str) -> "Project":
        path = self.root / file
        before = path.read_text(encoding="utf-8") if path.exists() else ""
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(before + text, encoding="utf-8")
        return self

    def library(self, day: datetime.date = DAY) -> Library:
        self.problems = Problems()
        return build_library(self.root, day, self.problems)

    def bank(self, day: datetime.date = DAY) -> Bank:
        return build_bank(self.library(day), self.problems)

    def codes(self) -> list[str]:
        return [problem.code for problem in self.problems if not problem.code.startswith("W")]


@pytest.fixture
def project(tmp_path: Path) -> Project:
    shutil.copytree(MINI, tmp_path / "p")
    return Project(tmp_path / "p")


@pytest.fixture(scope="session")
def library() -> Library:
    problems = Problems()
    built = build_library(MINI, DAY, problems)
    assert [str(p) for p in problems if not p.code.startswith("W")] == []
    return built


@pytest.fixture(scope="session")
def bank(library: Library) -> Bank:
    problems = Problems()
    built = build_bank(library, problems)
    assert [str(p) for p in problems] == []
    return built


@pytest.fixture
def items(bank: Bank) -> Callable[[str], list]:
    return lambda rule: list(bank.by_rule.get(rule, ()))
