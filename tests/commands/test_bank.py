"""The lock tells in words what a change of content does to the questions, and a changed key wants a yes."""

import json
import shutil
from pathlib import Path

import pytest
from typer.testing import CliRunner, Result

from generator.cli import make_app

MINI = Path(__file__).parents[1] / "fixtures" / "mini"


def bank(project: Path, *arguments: str) -> Result:
    return CliRunner().invoke(make_app(), ["bank", "-q", "-p", str(project), "--as-of", "2026-11-24", *arguments])


@pytest.fixture
def project(tmp_path: Path) -> Path:
    """A project with a lock and a bank written out, in which an amount is then changed."""
    project = tmp_path / "mini"
    shutil.copytree(MINI, project)
    assert bank(project).exit_code == 0
    assert bank(project, "--out", str(tmp_path / "old.json")).exit_code == 0
    changed = 0
    for path in (project / "content" / "conducts").glob("*.yml"):
        text = path.read_text(encoding="utf-8")
        changed += text.count("max: 50000}")
        path.write_text(text.replace("max: 50000}", "max: 40000}"), encoding="utf-8")
    assert changed
    return project


def test_a_changed_key_is_named_and_wants_a_yes(project: Path) -> None:
    lock = project / "quizzes" / "bank.lock.json"
    before = lock.read_bytes()
    checked = bank(project, "--check")
    assert checked.exit_code == 1
    assert "题库比锁改变答案" in checked.output
    refused = bank(project)
    assert refused.exit_code == 1
    assert "现在的答案：" in refused.output
    assert "--accept" in refused.output
    assert lock.read_bytes() == before
    assert bank(project, "--accept").exit_code == 0
    assert bank(project, "--check").exit_code == 0


def test_against_an_earlier_bank_stem_old_and_new_key_are_told(project: Path) -> None:
    old = project.parent / "old.json"
    told = bank(project, "--against", str(old))
    assert told.exit_code == 0, told.output
    lines = told.output.splitlines()
    at = next(place for place, line in enumerate(lines) if line.startswith("答案变了："))
    assert lines[at + 1].startswith("  题干：")
    assert any(line.startswith("  原答案：") for line in lines[at:])
    assert any(line.startswith("  现答案：") for line in lines[at:])
    first = {item["id"]: item for item in json.loads(old.read_text(encoding="utf-8"))["items"]}
    assert lines[at].removeprefix("答案变了：") in first


@pytest.mark.parametrize("text", ["{", "[]", '{"items": [1]}', '{"items": [{"id": "a"}]}'])
def test_a_file_that_is_no_bank_is_told_of(project: Path, text: str) -> None:
    file = project.parent / "no.json"
    file.write_text(text, encoding="utf-8")
    told = bank(project, "--against", str(file))
    assert told.exit_code == 1
    assert "E402 对比的题库读不了" in told.output


def test_a_sample_stands_beside_the_law(project: Path) -> None:
    one = bank(project, "--sample", "5", "--seed", "1")
    assert one.exit_code == 0
    assert one.output.count("\n## ") + one.output.startswith("## ") == 5
    assert "只有摘要" in one.output
    assert "没有登记就取水" in one.output
    assert "&#58;" not in one.output
    assert bank(project, "--sample", "5", "--seed", "1").output == one.output
    assert bank(project, "--sample", "5", "--seed", "2").output != one.output
    assert bank(project, "--sample", "0").exit_code == 2
