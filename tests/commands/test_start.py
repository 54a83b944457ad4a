"""How the command line starts: what was typed is loaded and no other command with its libraries."""

import re
import subprocess
import sys
from importlib.metadata import version

import pytest
from typer.testing import CliRunner

from generator.cli import make_app
from generator.commands._base import COMMANDS
from tests.conftest import ROOT


def test_a_command_is_called_as_its_module_is() -> None:
    assert [command.name for command in COMMANDS.all() if COMMANDS.named(command.name) is not command] == []


@pytest.mark.parametrize("words", [["check"], ["blueprint", "list"], ["schema"]])
def test_a_command_loads_no_other(words: list[str]) -> None:
    code = f"import sys; from generator.cli import make_app; make_app({words!r}); print(*sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    loaded = {name.rpartition(".")[2] for name in done.stdout.split() if name.startswith("generator.commands.")}
    assert {name for name in loaded if not name.startswith("_")} == {"_".join(words)}


@pytest.mark.parametrize("words", [["list", "--help"], ["import", "law", "--help"], ["check", "--nope"]])
def test_it_reads_the_same_alone(words: list[str]) -> None:
    alone, among = (CliRunner().invoke(app, words, prog_name="pufa") for app in (make_app(words), make_app()))
    assert (alone.exit_code, alone.output) == (among.exit_code, among.output)


@pytest.mark.parametrize("words", [["chekc"], ["_base"], ["import", "lwa"], ["../check"]])
def test_an_unknown_command_is_told_in_chinese(words: list[str]) -> None:
    done = CliRunner().invoke(make_app(words), words, prog_name="pufa")
    assert done.exit_code == 2
    assert "没有这个命令" in done.output
    assert not re.search("Did you|No such", done.output)


def test_the_version_is_told() -> None:
    assert CliRunner().invoke(make_app(["--version"]), ["--version"]).output == f"pufa {version('pufa')}\n"
