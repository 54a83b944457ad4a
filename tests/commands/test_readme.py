"""Both READMEs are true: what they tell to type exists and runs."""

import re
import subprocess
from pathlib import Path

import pytest
from typer.testing import CliRunner

from generator.cli import make_app
from generator.commands._base import COMMANDS as KNOWN

ROOT = Path(__file__).parents[2]
READMES = ("README.md", "README.zh-CN.md")


def fenced(readme: str) -> list[str]:
    text = (ROOT / readme).read_text(encoding="utf-8")
    return [line for block in re.findall(r"```sh\n(.*?)```", text, re.DOTALL) for line in block.splitlines()]


COMMANDS = sorted(command.name for command in KNOWN.all())


def table(readme: str) -> list[tuple[str, str]]:
    """(command, its row) for each row of the table of commands."""
    text = (ROOT / readme).read_text(encoding="utf-8")
    rows = re.findall(r"^\| `pufa ([\w -]+)[^|]*(\|.*)\|$", text, re.MULTILINE)
    return [(next(name for name in COMMANDS if f"{words} ".startswith(f"{name} ")), row) for words, row in rows]


@pytest.mark.parametrize("readme", READMES)
def test_fenced_commands_are_targets_of_make_or_serve_the_site(readme: str) -> None:
    lines = fenced(readme)
    assert lines
    for line in lines:
        if line.startswith("make "):
            assert (
                subprocess.run(["make", "-n", *line.split()[1:]], cwd=ROOT, capture_output=True, check=False).returncode
                == 0
            )
        else:
            assert re.fullmatch(r"python3 -m http\.server \d+ --directory site", line)


def test_both_readmes_tell_the_same_commands() -> None:
    told = [[name for name, _ in table(readme)] for readme in READMES]
    assert told[0] == told[1]
    assert sorted(told[0]) == COMMANDS


@pytest.mark.parametrize("readme", READMES)
def test_options_in_the_table_exist(readme: str) -> None:
    runner = CliRunner()
    for name, row in table(readme):
        shown = runner.invoke(make_app(), [*name.split(), "--help"]).output
        for option in re.findall(r"`(--[a-z-]+)", row):
            assert option in shown, f"{name} has no {option}"


def test_a_project_without_examples_checks_and_builds(tmp_path: Path) -> None:
    project = tmp_path / "bureau"
    here = ["--project", str(project), "--as-of", "2026-11-24"]
    for step in (
        ["init", str(project), "--empty"],
        ["check", "--strict", *here],
        ["bank", *here],
        ["build", *here, "--out", str(project / "site")],
    ):
        done = CliRunner().invoke(make_app(), step)
        assert done.exit_code == 0, f"{step}: {done.output}{done.exception}"
    written = [path.read_text(encoding="utf-8") for path in project.rglob("*.yml")]
    assert not [text for text in written if "环境" in text or "法典" in text]
    assert (project / "content" / "conducts" / "conducts.yml").is_file()


def test_a_new_project_goes_through_every_command_of_the_table(tmp_path: Path) -> None:
    project = tmp_path / "bureau"
    here = ["--project", str(project), "--as-of", "2026-11-24"]
    steps = [
        ["init", str(project)],
        ["check", "--strict", *here],
        ["bank", *here],
        ["bank", "--check", *here],
        ["bank", "--report", *here],
        ["bank", "--out", str(tmp_path / "bank.json"), *here],
        ["exam", "first-paper", "--seed", "3", "--out", str(tmp_path / "papers"), *here],
        ["schema", str(tmp_path / "schemas")],
        ["stage", str(tmp_path / "stage"), *here],
        ["build", "--out", str(tmp_path / "site"), *here],
    ]
    for step in steps:
        done = CliRunner().invoke(make_app(), step)
        assert done.exit_code == 0, f"{step}: {done.output}{done.exception}"
    assert (tmp_path / "site" / "exams" / "first-paper" / "index.html").exists()
    assert {path.name for path in (tmp_path / "papers" / "first-paper-3").iterdir()} == {
        "paper.docx",
        "key.docx",
        "audit.docx",
        "key.json",
        "manifest.json",
    }
    assert (tmp_path / "stage" / "conducts" / "permit-none" / "index.md").exists()
