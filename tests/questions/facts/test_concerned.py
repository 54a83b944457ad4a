"""Within how many days a court or an authority must act is for officials; a right that runs out is for everyone."""

import pytest

from generator.kinds.procedure import Limit
from generator.questions.facts.concerned import concerned


@pytest.mark.parametrize(
    ("says", "officials"),
    [
        ("人民法院应当自立案之日起5日内把起诉状副本发送被告", True),
        ("行政机关对不予执行的裁定有异议的，可以自收到裁定之日起15日内向上一级人民法院申请复议", True),
        ("适用简易程序的，行政案件应当自立案之日起45日内审结", True),
        ("当事人要求听证的，应当在行政机关告知后5日内提出", False),
        ("直接向人民法院起诉的，应当自知道或者应当知道作出行政行为之日起6个月内提出", False),
        ("申请行政机关履行法定职责，行政机关自接到申请之日起2个月内不履行的，可以起诉", False),
        ("行政机关没有告知复议权利的，申请期限自知道或者应当知道行政行为内容之日起，最长不得超过1年", False),
    ],
)
def test_whom_a_period_concerns(says: str, officials: bool) -> None:
    """A manager need not know when a court sends a copy."""
    assert bool(concerned(Limit.model_construct(says=says))) == officials
