"""Names of bodies that may turn out to be one body never stand beside each other."""

import pytest

from generator.questions.facts import powers


@pytest.mark.parametrize(
    ("one", "other", "may"),
    [
        ("公安机关", "消防救援机构", True),  # one family
        ("教育行政部门", "公安机关", False),
        ("渔业主管部门", "自然资源主管部门", False),
        ("海警机构", "渔政机构", True),
        ("公安机关", "公安机关交通管理部门", True),  # the one is in the other
        ("教育行政部门", "县级以上地方人民政府确定的部门", True),  # the local government names it
        ("教育行政部门", "有关主管部门", True),
        ("教育行政部门", "城市管理部门", True),  # takes powers over
        ("教育行政部门", "卫生行政主管部门", True),  # a name of before the reform
    ],
)
def test_whether_two_names_may_be_one_body(one: str, other: str, may: bool) -> None:
    assert powers.may_coincide(one, other) == powers.may_coincide(other, one) == may
    assert powers.apart((one,), (other,)) != may


def test_the_bodies_of_the_state_are_read_once_and_none_is_empty() -> None:
    assert len(powers.families()) > 10
    assert all(powers.families())
    assert powers.keywords("农业农村主管部门") == ("农业农村",)
    assert powers.keywords("某某机关") == ()
