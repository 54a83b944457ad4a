"""What is said of an authority that is not the article's own."""

import pytest

from generator.auditing.checks.governed import _not_by
from generator.auditing.governing import body_in


@pytest.mark.parametrize(
    ("name", "acting", "message"),
    [
        ("食品监督管理部门", "由县级以上人民政府食品监督管理部门责令改正", "写的是“县级以上人民政府食品监督管理部门”"),
        ("食品监督管理部门", "由设区的市级以上人民政府食品监督管理部门责令改正", "写的是“设区的市级以上人民政府食品监督管理部门”"),
        ("外汇管理部门", "由国务院外汇管理部门责令改正", "写的是“国务院外汇管理部门”"),
        ("公安机关", "由县级以上人民政府食品监督管理部门责令改正", "不由“公安机关”作出"),
        ("人民政府", "由县级人民政府确定的监督管理部门责令改正", "不由“人民政府”作出"),
    ],
)  # fmt: skip
def test_a_name_without_its_level_is_told_apart_from_another_body(name: str, acting: str, message: str) -> None:
    assert message in _not_by(name, [acting], "试验法 第3条")[0]


@pytest.mark.parametrize(
    ("text", "who"),
    [
        ("由甲部门或者乙部门责令其改正：\n（一）违反第三条的，丙部门可以处以", "丙部门可以处以"),
        ("由甲部门责令改正，情节严重的，可以处以", "甲部门责令改正"),
        ("由甲部门责令改正；当事人可以处理", "甲部门责令改正"),
        ("由甲部门责令改正；拒不改正的，乙机构可以", "乙机构可以"),
    ],
)
def test_who_may_act_is_named_without_a_preposition_too(text: str, who: str) -> None:
    assert body_in(text) == who
