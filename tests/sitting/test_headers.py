"""Which rows can be the header of an answer table."""

import pytest

from generator.problems import Problems
from generator.reading.table import Table
from generator.sitting.columns import find_columns, is_answer_header
from tests.sitting._forms import keys

STEM = "未经批准擅自开工建设的项目由谁责令停止建设"


@pytest.mark.parametrize(
    ("header", "can"),
    [
        (("考号", "1"), True),
        (("考号", "姓名", "1", "2"), True),
        (("考号", STEM), True),
        (("姓名", "单位"), False),
        (("考号", "备注"), False),
        (("1", "2", "3"), False),
        (("序号", "1、这一题", "2、那一题"), True),
        (("序号", "1、这一题"), False),  # a running number alone needs more than one question
        (("序号", STEM), False),
        (("序号", STEM, "夜间施工产生噪声没有公告的最高罚多少"), True),
    ],
)
def test_something_that_tells_candidates_and_questions(header: tuple[str, ...], can: bool) -> None:
    assert is_answer_header(header) is can


def test_a_header_that_tells_no_candidates_apart_says_what_would() -> None:
    problems = Problems()
    assert find_columns(Table("答卷.csv", ("甲", "1", "2"), ()), keys(), problems) is None
    (problem,) = problems
    assert (
        problem.hint
        == "列名写在一行里，考号一列叫 考号、准考证号、考生号、考生编号、考试号、报名号 之一；没有考号的写姓名。"
    )
