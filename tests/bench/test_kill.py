"""Each command brought down five times while it writes; ``python -m tests.bench kill`` does it fifty times."""

import signal
import subprocess
import sys
from pathlib import Path

import pytest

from tests.bench._fault import run
from tests.bench.kill import ACTIONS, SCENES, Stage
from tests.conftest import ROOT


@pytest.mark.slow
@pytest.mark.parametrize("command", SCENES)
def test_a_command_that_is_brought_down_loses_nothing(command: str, tmp_path: Path) -> None:
    """In a process of its own: the runs are forked, and one forked from a process in which Typst has begun its threads hangs."""
    kill = (sys.executable, "-m", "tests.bench", "kill", command, "--tries", str(len(ACTIONS)), "--seed", "7")
    done = subprocess.run(
        (*kill, "--state", tmp_path / "state.json"), check=False, cwd=ROOT, capture_output=True, text=True
    )
    assert (done.returncode, done.stdout.split()) == (0, [command, str(len(ACTIONS)), "tries,", "0", "lost"]), done


def test_a_run_that_is_killed_at_once_is_a_run(tmp_path: Path) -> None:
    done = run(tmp_path, ("init", tmp_path / "new"), limit=0)
    assert (done.code, done.stderr, done.writes) == (-signal.SIGKILL, "", 0)
    assert not (tmp_path / "new").exists()


def test_a_loss_is_seen(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The bench itself: what is neither old nor new is told."""
    stage = Stage("init", tmp_path)
    monkeypatch.setattr(stage, "old", {"out/new/a": "x"})
    monkeypatch.setattr(stage, "new", {"out/new/a": "y"})
    assert "neither the old result nor the new one is whole" in stage.attempt(0, seed=1)
