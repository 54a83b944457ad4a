"""The bench of changed code: what it changes, which tests it tries, and what it makes of their outcome."""

from dataclasses import replace
from pathlib import Path

import pytest

pytest.importorskip("cosmic_ray", reason="make mutants")

from tests.bench import _mutants, code_mutants
from tests.bench._mutants import Mutant
from tests.bench._warm import Order
from tests.conftest import ROOT

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


def test_the_star_before_what_is_given_by_name_is_no_multiplication(tmp_path: Path) -> None:
    (tmp_path / "x.py").write_text("def f(a, *, b):\n    return a * b\n", encoding="utf-8")
    changed = {
        mutant.applied("def f(a, *, b):\n    return a * b\n") for mutant in _mutants.sample(tmp_path, ["x.py"], 9, 1)
    }
    assert len(changed) == 1
    assert all(text.startswith("def f(a, *, b):\n") for text in changed)


def test_a_statement_is_reached_by_its_own_lines() -> None:
    source = "def f(x):\n    if (x\n            > 1):\n        return x\n    return 0\n"
    assert _mutants.reached_by(source, 3) == range(2, 4)
    assert _mutants.reached_by(source, 4) == range(4, 5)


def test_tests_that_run_the_line_are_tried_and_all_where_it_is_shared() -> None:
    lines = {"x.py": {"1": [""], "2": ["t.py::a"], "3": ["t.py::b"]}}
    source = "X = 1\nY = 2\nZ = 3\n"

    def tried(line: int) -> list[str]:
        return code_mutants.tests_of(Mutant("x.py", line, "core/NumberReplacer", 0), source, lines)

    assert [tried(line) for line in (1, 2, 3)] == [["t.py::a", "t.py::b"], ["t.py::a"], ["t.py::b"]]
    assert code_mutants.tests_of(Mutant("y.py", 1, "core/NumberReplacer", 0), source, lines) == []
    # a module of names alone runs in its import and nowhere else: any test may rest on it
    named = {**lines, "y.py": {"1": [""]}}
    assert code_mutants.tests_of(Mutant("y.py", 1, "core/NumberReplacer", 0), source, named) == ["t.py::a", "t.py::b"]


def test_what_is_quick_goes_first_and_what_takes_too_long_is_not_tried() -> None:
    seconds = {"a.py::1": 0.3, "b.py::1": 0.2, "a.py::2": 0.02, "a.py::3": 39.9, "c.py::1": 0.01}
    covered = {"failed": ["c.py::1"], "seconds": seconds, "lines": {"x.py": {"1": list(seconds)}}}
    order = code_mutants.order_of(Mutant("x.py", 1, "core/NumberReplacer", 0), "X = 1\n", covered)
    assert order.tests == ("a.py::2", "a.py::1")
    assert (order.left_out, order.beside) == (("c.py::1",), False)
    assert order.cpu == pytest.approx(15 + 3 * 0.32)  # three times what they take as the code is, and the start


CONFTEST = """from hypothesis import settings
settings.register_profile("pufa", derandomize=True)
"""
TESTS = """from m import f

def test_f():
    {}

def test_other():
    assert f(1) == 3
"""


@pytest.mark.slow
def test_a_change_is_noticed_or_not_and_the_module_is_as_before(tmp_path: Path) -> None:
    copy = code_mutants.Copy.__new__(code_mutants.Copy)
    copy.root, copy._warm = tmp_path, None
    source = "def f(x):\n    return x + 2\n"
    settings = '[tool.pytest.ini_options]\npythonpath = ["."]\nmarkers = ["slow", "browser"]\n'
    (tmp_path / "pyproject.toml").write_text(settings, encoding="utf-8")
    (tmp_path / "conftest.py").write_text(CONFTEST, encoding="utf-8")
    (tmp_path / "tests").symlink_to(ROOT / "tests")
    (tmp_path / "m.py").write_text(source, encoding="utf-8")
    mutant = Mutant("m.py", 2, "core/ReplaceBinaryOperator_Add_Sub", 0)
    chosen = Order(("test_m.py::test_f",), beside=False, cpu=5)
    said = []
    for test in ("assert f(2) == 4", "assert f(3)", "assert f(3)", "while f(1) < 3: pass"):
        (tmp_path / "test_m.py").write_text(TESTS.format(test), encoding="utf-8")
        result = copy.attempt(mutant, replace(chosen, beside=len(said) == 2, cpu=1 if len(said) == 3 else 9))
        said.append((result.state, result.by))
        assert result.diff == "-    return x + 2\n+    return x - 2"
        assert (tmp_path / "m.py").read_text("utf-8") == source
    copy.close()
    assert said == [
        ("killed", "test_m.py::test_f"),
        ("survived", ""),
        ("killed", "test_m.py::test_other"),
        ("killed", ""),  # it never ends
    ]
    never = replace(chosen, cpu=60, seconds={"test_m.py::test_f": 0.0})
    (tmp_path / "test_m.py").write_text(TESTS.format("while f(1) < 3: pass"), encoding="utf-8")
    stopped = copy.attempt(mutant, never)
    assert (stopped.state, stopped.by) == ("killed", "test_m.py::test_f")
    assert stopped.seconds < 30
    copy.close()
    assert copy.attempt(mutant, Order(())).state == "unreached"
