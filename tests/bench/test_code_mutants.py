"""The bench of changed code: what it changes, which tests it tries, and what it makes of their outcome."""

from pathlib import Path

import pytest

pytest.importorskip("cosmic_ray", reason="make mutants")

from tests.bench import _mutants, code_mutants
from tests.bench._mutants import Mutant

SOURCE = '''"""甲"""
from dataclasses import dataclass

Words = str | None


@dataclass(frozen=True)
class One:
    至少: int = 3  # 「甲」


def larger(a: int | None, b: int) -> bool | None:
    if a is None:
        return None
    return a > b and "甲" != b
'''


def test_changes_are_of_what_the_module_does() -> None:
    """Not of annotations, decorators and names for types, however many bytes a Chinese letter has."""
    lines = {line for line, _ in _mutants.changes(SOURCE, "x.py")}
    assert lines == {9, 13, 15}


def test_the_sample_hangs_on_the_seed_alone(tmp_path: Path) -> None:
    (tmp_path / "x.py").write_text(SOURCE, encoding="utf-8")
    drawn = [_mutants.sample(tmp_path, ["x.py"], 3, seed) for seed in (1, 1, 2)]
    assert drawn[0] == drawn[1] != drawn[2]
    assert len({(mutant.line, mutant.applied(SOURCE)) for mutant in drawn[0]}) == 3


def test_a_statement_is_reached_by_its_own_lines() -> None:
    source = "def f(x):\n    if (x\n            > 1):\n        return x\n    return 0\n"
    assert _mutants.reached_by(source, 3) == range(2, 4)
    assert _mutants.reached_by(source, 4) == range(4, 5)


def test_tests_that_run_the_line_are_tried_and_all_where_it_is_shared() -> None:
    lines = {"x.py": {"1": [""], "2": ["t.py::a"], "3": ["t.py::b", "*"]}}
    source = "X = 1\nY = 2\nZ = 3\n"

    def tried(line: int) -> list[str]:
        return code_mutants.tests_of(Mutant("x.py", line, "core/NumberReplacer", 0), source, lines, "p")

    assert [tried(line) for line in (1, 2, 3)] == [["t.py::a", "t.py::b"], ["t.py::a"], ["t.py::a", "t.py::b"]]
    assert code_mutants.tests_of(Mutant("y.py", 1, "core/NumberReplacer", 0), source, lines, "p") == []


@pytest.mark.parametrize(
    ("test", "state"), [("assert f(2) == 4", "killed"), ("assert f(3)", "survived"), ("import os", "survived")]
)
def test_a_change_is_noticed_or_not_and_the_module_is_as_before(tmp_path: Path, test: str, state: str) -> None:
    copy = code_mutants.Copy.__new__(code_mutants.Copy)
    copy.root = tmp_path
    source = "def f(x):\n    return x + 2\n"
    (tmp_path / "pyproject.toml").write_text('[tool.pytest.ini_options]\npythonpath = ["."]\n', encoding="utf-8")
    (tmp_path / "m.py").write_text(source, encoding="utf-8")
    (tmp_path / "test_m.py").write_text(f"from m import f\n\ndef test_f():\n    {test}\n", encoding="utf-8")
    mutant = Mutant("m.py", 2, "core/ReplaceBinaryOperator_Add_Sub", 0)
    result = copy.attempt(mutant, ["test_m.py::test_f"], 60)
    assert (result.state, result.diff) == (state, "-    return x + 2\n+    return x - 2")
    assert (tmp_path / "m.py").read_text("utf-8") == source
    assert copy.attempt(mutant, [], 60).state == "unreached"
