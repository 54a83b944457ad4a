"""How stems name the ordinary case: by what it is not, but never by denying a denial."""

import pytest
from pydantic import TypeAdapter

from generator.kinds.conduct import Conduct
from generator.kinds.penalty import Penalty
from generator.questions.writing.phrases import called, doing, ordinarily


def penalty(*conditions: str) -> Penalty:
    """A penalty with an ordinary tier and one tier a condition."""
    tiers: list[dict[str, object]] = [{"fine": {"range": {"min": 1, "max": 2}}}]
    tiers += [{"condition": text, "fine": {"range": {"min": 2, "max": 3}}} for text in conditions]
    raw = {"id": "one", "basis": "eco-code 1", "authority": ["某部门"], "target": "单位", "tiers": tiers}
    return TypeAdapter(Penalty).validate_python(raw)


@pytest.mark.parametrize(
    ("conditions", "expected"),
    [
        ((), ""),
        (("情节严重",), "尚不属于情节严重的"),
        (("情节较轻",), "不属于情节较轻的"),
        (("属于船员",), "不属于船员的"),
        (("拒不改正", "情节严重"), "尚不属于拒不改正、情节严重的"),
        (("没有违法所得或者违法所得不足50万元",), "违法所得达到50万元的"),
        (("没有违法所得或者违法所得不足五十万元", "拒不改正"), "违法所得达到50万元，尚不属于拒不改正的"),
        (("货值金额不足十万元",), "货值金额达到10万元的"),
        (("没有违法所得",), "有违法所得的"),
        (("无法退运",), "能够退运的"),
        (("不具备封井或者回填能力",), "具备封井或者回填能力的"),
        (("致使设施不能正常发挥作用",), "尚不属于致使设施不能正常发挥作用的"),
    ],
)
def test_the_ordinary_case_never_denies_a_denial(conditions: tuple[str, ...], expected: str) -> None:
    """A sum not reached is told as the sum reached."""
    one = penalty(*conditions)
    assert ordinarily(one, one.tiers[0]) == expected
    assert called(one, one.tiers[0]) == expected.removesuffix("的")


def test_conditions_too_long_to_name_are_left_out_where_none_has_a_fine_of_its_own() -> None:
    """不属于条文另行规定的其他情形的 says nothing to a reader, and the fine is the same whatever follows besides."""
    long = ("拒不改正", "造成环境污染的", "逾期不采取治理措施，需要指定单位代为履行的")
    fined = penalty(*long)
    assert ordinarily(fined, fined.tiers[0]) == "不属于条文另行规定的其他情形的"
    tiers = [
        fined.tiers[0],
        *(tier.model_copy(update={"fine": None, "measures": ("责令停产整治",)}) for tier in fined.tiers[1:]),
    ]
    bare = fined.model_copy(update={"tiers": tuple(tiers)})
    assert ordinarily(bare, bare.tiers[0]) == ""


@pytest.mark.parametrize(
    ("title", "category", "expected"),
    [
        ("造成环境污染事故", "重大环境污染事故", "造成重大环境污染事故"),
        ("无证从事收集、利用经营活动", "利用经营活动", "无证从事收集、利用经营活动（利用经营活动）"),
        (
            "无证从事收集、利用废物经营活动",
            "收集废物的经营活动",
            "无证从事收集、利用废物经营活动（收集废物的经营活动）",
        ),
        ("未批先建", "报告表", "未批先建（报告表）"),
        ("未批先建", None, "未批先建"),
    ],
)
def test_a_category_that_ends_as_the_title_stands_in_its_place(title: str, category: str | None, expected: str) -> None:
    """One sentence, not the same words twice."""
    raw = penalty().model_dump() | {"tiers": [{"fine": {"range": {"min": 1, "max": 2}}, "category": category}]}
    other = {"fine": {"range": {"min": 1, "max": 2}}, "category": "别的"}
    one = TypeAdapter(Penalty).validate_python({**raw, "tiers": [*raw["tiers"], other]})
    conduct = Conduct.model_construct(title=title, penalties=(one,))
    assert doing(conduct, one.tiers[0]) == expected


def test_a_condition_that_only_adds_is_not_named() -> None:
    """尚不属于逾期不拆除 made of 1109 a fine before the time to pull down was over, which its words do not settle."""
    one = penalty("逾期不拆除", "情节严重")
    adding = one.tiers[1].model_copy(update={"adds": True, "fine": None, "measures": ("强制拆除",)})
    assert (
        ordinarily(one.model_copy(update={"tiers": (one.tiers[0], adding, one.tiers[2])}), one.tiers[0])
        == "尚不属于情节严重的"
    )
