"""What is said of an authority that is not the article's own."""

import pytest

from generator.auditing.checks.governed import _not_by


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
