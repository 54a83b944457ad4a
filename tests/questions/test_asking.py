"""One sum is one sum, however it is asked: told as new, to be judged, to be chosen."""

from dataclasses import replace

from generator.questions.asking import amounts, numbers
from generator.questions.item import Option
from tests.questions._made import made

RANGE = "2万元以上20万元以下"


def test_a_sum_has_one_writing_in_every_kind_of_item() -> None:
    """A paper held 1086's range to choose beside a false one of the same range to judge, and 1178's twice as 由…改为…."""
    chosen = made("penalty-range/a", RANGE, ["1万元以上10万元以下"])
    changed = made("what-changed/a", f"由5万元以上50万元以下改为{RANGE}", [f"维持{RANGE}不变"])
    judged = replace(
        made("judge/a", "x", ["y"]), type="judge", stem="没有安装监测设备，对单位处5万元以上50万元以下的罚款。",
        options=(Option("正确", False), Option("错误", True)),
        explanation=f"法典第1086条：罚款幅度为{RANGE}；题中改成了5万元以上50万元以下。",
    )  # fmt: skip
    assert amounts(chosen) == amounts(changed) == amounts(judged) == (RANGE,)


def test_of_a_change_to_be_judged_the_sum_that_is_now_counts() -> None:
    stated = replace(
        made("what-changed/b", "x", ["y"]), type="judge", stem="罚款上限由20万元提高到50万元。",
        options=(Option("正确", True), Option("错误", False)), explanation=f"罚款幅度过去是1万元以上20万元以下，现在是{RANGE}。",
    )  # fmt: skip
    assert set(amounts(stated)) <= {RANGE}


def test_a_change_from_a_multiple_is_an_amount_too() -> None:
    """由所需处置费用的3倍以上5倍以下改为… was none, and a paper on hazardous waste held a quarter of amounts."""
    text = "由所需处置费用的3倍以上5倍以下改为200万元以上500万元以下"
    assert amounts(made("what-changed/c", text, ["维持200万元以上500万元以下不变"])) == ("200万元以上500万元以下",)


def test_two_numbers_of_articles_are_numbers_of_articles() -> None:
    assert numbers(made("x/cited", "违反第9条，依照第42条处罚", ["违反第9条，依照第43条处罚"])) == 1
    assert numbers(made("x/words", "违反第9条的规定，应当改正", ["没有违反"])) == 0
