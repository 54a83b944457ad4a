"""The roll of candidates for whom papers are drawn."""

from pathlib import Path

import pytest

from generator.exams.roll import numbered_roll, read_roll
from generator.problems import Problems


def read(folder: Path, text: str) -> tuple[tuple[str, ...], list[str]]:
    path = folder / "名单.csv"
    path.write_text(text, encoding="utf-8")
    problems = Problems()
    return read_roll(path, problems), [str(problem).split("\n")[0] for problem in problems]


def test_numbers_in_the_order_of_the_file(tmp_path: Path) -> None:
    text = '部门名单\n序号,准考证号,姓名\n1,0102,甲\n2,"B-7",乙\n3,张三,丙\n'
    assert read(tmp_path, text) == (("0102", "B-7", "张三"), [])


def test_what_can_t_be_used_is_told_and_the_others_count(tmp_path: Path) -> None:
    numbers, told = read(tmp_path, f"考号\nA1\na1\n../x\n-1\n{'9' * 41}\n{'9' * 40}\nA2\nA1\n")
    assert numbers == ("A1", "9" * 40, "A2")
    assert [line.split(" ", 2)[1] for line in told] == ["E504"] * 5
    assert "考号“a1”重复（首见第 2 行，不分大小写）" in told[0]
    assert "考号“../x”不能用" in told[1]
    assert told[0].startswith("名单.csv:3")


@pytest.mark.parametrize(("text", "says"), [("考号\n", "名单里没有考生"), ("姓名\n甲\n", "E503"), ("", "E503")])
def test_a_file_that_is_no_roll(tmp_path: Path, text: str, says: str) -> None:
    numbers, told = read(tmp_path, text)
    assert numbers == ()
    assert any(says in line for line in told)


def test_numbers_without_a_roll() -> None:
    assert numbered_roll(3) == ("001", "002", "003")
    assert numbered_roll(1000)[::999] == ("0001", "1000")


def test_a_number_that_is_too_long_is_told_by_its_beginning(tmp_path: Path) -> None:
    _, (told,) = read(tmp_path, f"考号\n{'12345' * 9}\n")
    assert f"考号“{'12345' * 8}”不能用" in told
