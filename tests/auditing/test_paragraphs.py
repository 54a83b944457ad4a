"""The paragraph cited is the one that is about it, not its neighbour in the article."""

from pathlib import Path

import pytest

from generator.auditing.checks.paragraphs import CHECK
from generator.auditing.official import read_official
from generator.problems import Problems
from tests.auditing.conftest import NEW, RECORDS, TEXTS, write_official, write_project

TWO = "国务院水库主管部门主管全国的水库观测工作。\n县级以上地方水库主管部门主管本行政区域的水库观测工作。"
UNIT = "- {id: keeper, name: 水库局, unit_class: 部门, acts_as: [水库主管部门], source: 虚构}"
ROW = "- {{id: lead, unit: keeper, topic: water, duty: 主管本行政区域的水库观测工作, role: lead, basis: [水库法 第5条{part}]}}"


@pytest.mark.parametrize(("part", "asked"), [("第2款", 0), ("第1款", 1), ("", 0)])
def test_a_neighbour_that_is_more_like_it_is_asked_about(tmp_path: Path, part: str, asked: int) -> None:
    official = read_official(write_official(tmp_path / "texts", {**TEXTS, (NEW, 5, ""): TWO}), Problems())
    row = ROW.format(part=part)
    library = write_project(tmp_path / "project", {**RECORDS, "units/all": UNIT, "responsibilities/all": row})
    found = list(CHECK.run(library, official))
    assert len(found) == asked
    assert all("第2款更像这里说的事" in one.problem.message for one in found)
