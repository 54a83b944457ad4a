"""Which rows can be the header of an answer table."""

import pytest

from generator.problems import Problems
from generator.reading.table import Line, Table
from generator.sitting.columns import find_columns, is_answer_header
from generator.sitting.heads import read_head, recognise
from tests.sitting._forms import item, keys, options, paper

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


STEMS = ("某厂夜里把废水排进河里，依照水法怎样处罚？", "村民在田里烧秸秆，由谁查处，罚多少？")
TWO = keys(
    paper(
        items=tuple(item(f"q{n}", "single", options("B"), stem=stem) for n, stem in enumerate(STEMS)), points=(1.0, 1.0)
    )
)
CELLS = ("Surname", "First name", "ID number", "State", "Question 1", "Response 1", "Question 2", "Response 2")


@pytest.mark.parametrize(
    ("told", "columns", "says"),
    [
        ([STEMS, STEMS], {"q0": 5, "q1": 7}, []),
        ([STEMS[::-1], STEMS[::-1]], {"q1": 5, "q0": 7}, []),
        ([STEMS, ("", STEMS[1])], {"q0": 5, "q1": 7}, []),
        ([STEMS, STEMS[::-1]], None, ["第 1 号题各人不同（2 种），看来平台打乱了题的次序"]),
    ],
)
def test_stems_in_cells_tell_the_questions_where_all_had_the_same(
    told: list[tuple[str, str]], columns: dict[str, int] | None, says: list[str]
) -> None:
    problems = Problems()
    lines = tuple(Line(n, ("甲", "乙", str(n), "Finished", a, "B", b, "A")) for n, (a, b) in enumerate(told, 2))
    found = find_columns(Table("m.csv", CELLS, lines), TWO, problems)
    assert (found and found.questions.items) == columns
    assert [any(words in str(one) for words in says) for one in problems] == [True] * len(says)


def test_a_number_in_characters_that_is_none_is_a_head_without_one() -> None:
    sheet = recognise(("考号",))
    twelfth, none = read_head("第十二小题", sheet), read_head("第十十小题", sheet)
    assert twelfth is not None
    assert none is not None
    assert (twelfth.number, none.number, none.text) == (12, None, "第十十小题")


def test_numbers_beside_stems_are_refused_where_forms_differ() -> None:
    """Of one form a number without a stem stands where the others do; of two it may be either's."""
    one, two = (item(f"x{n}", "single", options("B"), stem=stem) for n, stem in enumerate(STEMS))
    both = keys(paper("A", (one, two), (1.0, 1.0), alone=False), paper("B", (two, one), (1.0, 1.0), alone=False))
    header = ("考号", "卷别", f"1、{STEMS[0]}", "2")
    lines = (Line(2, ("1", "A", "B", "B")), Line(3, ("2", "B", "B", "A")))
    problems = Problems()
    assert find_columns(Table("答卷.csv", header, lines), both, problems) is None
    assert ["这一列只有题号，别的列有题干" in str(one) for one in problems] == [True]
    single = find_columns(Table("答卷.csv", header, lines), keys(paper("A", (one, two), (1.0, 1.0))), Problems())
    assert single is not None
    assert single.questions.items == {"x0": 2, "x1": 3}
