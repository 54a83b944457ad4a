"""Own words that turn against the article: what is told, and what is only said otherwise."""

import pytest

from generator.auditing.checks import left_out
from generator.auditing.meaning import law_of, turned_denials, turned_modes
from generator.auditing.own_texts import OwnText
from generator.kinds import Record

PERMIT = """行政机关对涉案设施可以先行登记保存，并应当在七日内作出处理决定；当事人不得销毁证据。
单位有下列情形之一的，应当采取以下措施：
（一）停止排放；
（二）报告所在地主管部门。
县级以上地方人民政府可以责令停产、禁止燃放烟花。"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("涉案设施可以先登记保存，七日内应当作出处理决定", False),
        ("涉案设施应当先登记保存", True),
        ("七日内可以作出处理决定", True),
        ("当事人可以销毁证据", True),
        ("当事人应当不销毁证据", False),  # 应当不, said of what is forbidden
        ("单位应当停止排放，报告所在地主管部门", False),  # the items go on from their lead
        ("单位可以停止排放，报告所在地主管部门", True),
        ("政府可以停止燃放烟花", False),  # 禁止 nested in 可以
        ("自知道或者应当知道之日起六十日内", False),
    ],
)
def test_what_is_allowed_or_demanded(text: str, told: bool) -> None:
    assert bool(list(turned_modes(text, law_of(PERMIT)))) is told


DENIED = """病死或者死因不明的畜禽尸体，应当进行无害化处理。
违反本法规定，未按照规定公开排放信息，拒不改正的，责令停产整治；当事人不到场的，邀请见证人到场。"""


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("病死、死因不明的畜禽要无害化处理", False),
        ("病死、死因明的畜禽要无害化处理", True),  # what stands around the denial, without it
        ("没有按规定公开排放信息，拒不改的停产", False),
        ("公开排放信息，拒改的停产", True),
        ("罚款幅度不变；其他内容不变。", False),
        ("罚款幅度变；其他内容不变。", True),
        ("设施要符合标准", False),
        ("设施合标准", True),
        ("在公园里不许排放", False),
        ("在公园里许排放", True),
    ],
)
def test_what_is_denied(text: str, told: bool) -> None:
    assert bool(list(turned_denials(text, law_of(DENIED)))) is told


LIMITED = """任何单位和个人不得在夜间施工，但是抢修作业除外。法律、行政法规另有规定的除外。
被许可人不得转让许可证。"""


@pytest.mark.parametrize(
    ("kind", "text", "missing"),
    [
        ("article", "夜里不得施工，抢修除外，法律法规另有规定的除外；许可证不得转让。", 0),
        ("article", "夜里不得施工；许可证不得转让。", 2),
        ("article", "夜里不得施工，抢修除外，法律法规另有规定的除外。", 1),
        ("obligation", "任何单位和个人夜间不得施工", 2),
        ("obligation", "不得转让许可证", 0),
    ],
)
def test_what_limits_a_rule_is_told(kind: str, text: str, missing: int) -> None:
    record = Record.model_construct(id="one")
    own = OwnText(kind, record, ("title",), text, LIMITED)
    found = [*left_out._exceptions(own), *(left_out._prohibitions(own) if own.whole else ())]
    assert len(found) == missing, found
