"""Who was to sit, held against who did."""

from pathlib import Path

import pytest

from generator.problems import Problems
from generator.sitting.candidates import Sitting
from generator.sitting.roster import Listed, held_against, read_roster
from tests.sitting._forms import item, keys, options, paper, sit

KEYS = keys(paper(items=(item("q", "single", options("B")),), points=(2.0,)))


def sat(*rows: tuple[str, str, str, str]) -> Sitting:
    return sit(*rows, made=KEYS)[0]


def listed(tmp_path: Path, text: str) -> tuple[tuple[Listed, ...] | None, list[str]]:
    path = tmp_path / "名单.csv"
    path.write_text(text, encoding="utf-8")
    problems = Problems()
    return read_roster(path, problems), [str(one).split("\n")[0] for one in problems]


def test_everybody_with_a_number_or_a_name_is_on_it_once(tmp_path: Path) -> None:
    people, said = listed(tmp_path, "考号,姓名,单位\n001,甲,一队\n002,乙,\n,丙,三队\n001,丁,一队\n,,四队\n,丙,五队\n")
    assert people == (Listed("001", "甲", "一队"), Listed("002", "乙", ""), Listed("", "丙", "三队"))
    assert said == [
        "名单.csv:5:1: E504 名单里“001”重复（首见第 2 行）",
        "名单.csv:7:1: E504 名单里“丙”重复（首见第 4 行）",
    ]


@pytest.mark.parametrize("text", ["", "部门,电话\n一队,1\n"])
def test_a_file_that_is_none_is_held_against_nobody(tmp_path: Path, text: str) -> None:
    people, said = listed(tmp_path, text)
    assert people is None
    assert len(said) == 1


def told(roster: list[Listed], *rows: tuple[str, str, str, str]) -> tuple[list[tuple[str, str, str, bool]], list[str]]:
    problems = Problems()
    found = held_against(sat(*rows), roster, "名单.csv", problems)
    return [(one.number, one.name, one.unit, one.absent) for one in found.candidates], [one.message for one in problems]


def test_names_and_units_come_from_the_roster_and_who_is_missing_is_absent() -> None:
    roster = [Listed("001", "甲", "一队"), Listed("002", "乙", "二队"), Listed("", "丙", "三队")]
    people, said = told(roster, ("001", "", "", "B"), ("009", "丙", "", "A"), ("008", "戊", "", "B"))
    assert people == [
        ("001", "甲", "一队", False), ("009", "丙", "三队", False), ("008", "戊", "", False), ("002", "乙", "二队", True),
    ]  # fmt: skip
    assert said == ["1 人不在名单上：戊", "名单上 1 人没有答卷，按缺考记：乙"]


def test_a_name_that_two_bear_tells_nobody() -> None:
    roster = [Listed("001", "甲", "一队"), Listed("002", "甲", "二队")]
    people, said = told(roster, ("007", "甲", "", "B"))
    assert [one[0] for one in people] == ["007", "001", "002"]
    assert said == ["1 人不在名单上：甲", "名单上 2 人没有答卷，按缺考记：甲、甲"]


@pytest.mark.parametrize(("count", "end"), [(10, "人10"), (11, "人10 等")])
def test_ten_people_are_named_and_no_more(count: int, end: str) -> None:
    roster = [Listed(f"{n:03d}", f"人{n}", "") for n in range(1, count + 1)]
    people, (missing,) = told(roster, ("001", "人1", "", "B"))
    assert len(people) == count
    assert missing.startswith(f"名单上 {count - 1} 人没有答卷")
    rows = [(f"{n}", f"人{n}", "", "B") for n in range(1, count + 1)]
    strange = told([Listed("x", "谁", "")], *rows)[1][0]
    assert strange.startswith(f"{count} 人不在名单上：人1、人2、")
    assert strange.endswith(f"人9、{end}")
