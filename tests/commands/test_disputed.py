"""A wrong key never leaves: every command that makes the bank decides each item again, and stops where the two differ."""

import shutil
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.cli import make_app
from generator.library import Library
from generator.problems import Problems
from generator.questions.item import Item, Skip
from generator.questions.rules import exemption, judge
from generator.site.compile import compile_project
from tests.conftest import MINI, MINI_DAY

REAL = judge.RULE


def turned(item: Item) -> Item:
    """The item with its key on the next option."""
    keys = [option.correct for option in item.options]
    options = zip(item.options, keys[-1:] + keys[:-1], strict=True)
    return replace(item, options=tuple(replace(option, correct=key) for option, key in options))


def wrong(library: Library) -> Iterator[Item | Skip]:
    for made in REAL.generate(library):
        yield made if isinstance(made, Skip) else turned(made)


@pytest.fixture
def faulty(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(judge, "RULE", replace(REAL, generate=wrong))


@pytest.mark.usefixtures("faulty")
@pytest.mark.parametrize("command", ["check", "bank", "build"])
def test_wrong_key_stops_the_command_and_names_the_item(command: str, tmp_path: Path) -> None:
    project = tmp_path / "mini"
    shutil.copytree(MINI, project)
    before = sorted(path for path in tmp_path.rglob("*"))
    out = ["--out", str(tmp_path / "site")] if command == "build" else []
    result = CliRunner().invoke(make_app(), [command, "-p", str(project), "--as-of", f"{MINI_DAY}", "-q", *out])
    assert result.exit_code == 1
    assert "E401 题目 judge/" in result.output
    assert "的答案与另行判定不一致" in result.output
    assert sorted(path for path in tmp_path.rglob("*")) == before


def test_rule_that_says_nothing_that_can_be_decided_is_noticed(monkeypatch: pytest.MonkeyPatch) -> None:
    def silent(library: Library) -> Iterator[Item | Skip]:
        for made in real(library):
            yield made if isinstance(made, Skip) else replace(made, claim=None)

    real = exemption.RULE.generate
    monkeypatch.setattr(exemption, "RULE", replace(exemption.RULE, generate=silent))
    problems = Problems()
    compile_project(MINI, MINI_DAY, problems)
    assert {p.message.split(" ")[1].split("/")[0] for p in problems if p.code == "E401"} == {"exemption"}
