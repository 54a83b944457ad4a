"""On whom a penalty falls, in whatever words a law names them."""

import pytest

from generator.questions.deciders._base import may_be
from generator.questions.facts.targets import of_staff, overlap


@pytest.mark.parametrize(
    ("one", "other", "alike"),
    [
        ("单位", "建设单位", True),
        ("单位", "个人", False),
        ("单位和个人", "机动车驾驶人", True),
        ("广告主", "广告经营者", True),  # nothing tells that a firm is not both
        ("广告主", "单位", True),
        ("广告主", "直接负责的主管人员和其他直接责任人员", False),
        ("提供场所的人", "单位和个人", True),
        ("法定代表人、主要负责人", "单位", False),
        ("法定代表人、主要负责人", "直接责任人员", True),
        ("船长", "船舶的所有人", False),
        ("人员密集场所", "单位", True),  # no staff, though it begins so
        ("人员密集场所", "直接责任人员", False),
    ],
)
def test_who_may_be_the_same_person(one: str, other: str, alike: bool) -> None:
    assert overlap(one, other) is overlap(other, one) is alike
    assert may_be(one, other) is may_be(other, one) is alike


@pytest.mark.parametrize(
    ("target", "staff"),
    [
        ("人员密集场所", False),
        ("直接负责的主管人员和其他直接责任人员", True),
        ("工作人员所在单位", False),
        ("船长", True),
        ("主持编制的主要人员", True),
        ("当事人和其他有关人员", False),  # not of a body
    ],
)
def test_staff_is_told_by_how_a_name_ends(target: str, staff: bool) -> None:
    assert of_staff(target) == staff
