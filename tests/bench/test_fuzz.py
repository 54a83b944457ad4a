"""Hostile input for two minutes; and the bench itself, which sees what it should see."""

from pathlib import Path

import pytest

from generator.commands import check
from tests.bench import fuzz
from tests.bench._mutations import MUTATIONS, NEVER
from tests.conftest import MINI


@pytest.mark.slow
def test_two_minutes_of_hostile_input_bring_no_crash_no_hang_and_no_nonsense() -> None:
    counts, wrong = fuzz.run(seed=14, seconds=120)
    assert wrong == []
    assert counts["tried"] == counts["refused"] + counts["accepted"] > 20
    assert min(counts["refused"], counts["accepted"]) > 0


def test_a_case_is_drawn_from_its_number_alone(tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    papers.mkdir()
    cases = [[fuzz.draw(1, number, tmp_path / f"{turn}{number}", papers).name for number in range(8)] for turn in "ab"]
    assert cases[0] == cases[1]
    assert len(set(cases[0])) == len(cases[0])


def test_a_crash_and_a_forbidden_acceptance_are_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    def structure_only(seed: int, number: int, root: Path, papers: Path) -> fuzz.Case:
        (root / "project").parent.mkdir(parents=True)
        return fuzz.Case("as it is", ("check", "-p", str(MINI), "--as-of", "2026-08-20", "--quiet"), forbidden=True)

    monkeypatch.setattr(fuzz, "draw", structure_only)
    assert fuzz.attempt(1, 1, tmp_path)[0] == "forbidden"

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr(check, "compile_project", broken)
    outcome, told = fuzz.attempt(1, 1, tmp_path)
    assert outcome == "crashed"
    assert "ZeroDivisionError" in told
    assert len(MUTATIONS) > 5
    assert len(NEVER) > 5
