"""Doubts about penalties of one place, quotas and points that name regulations, and numbers of another thing."""

import datetime
from types import MappingProxyType
from typing import Any

import pytest

from generator.auditing.article import Text
from generator.auditing.checks import choices, complete, links, named, same_place, units
from generator.auditing.official import Official
from generator.kinds._tier import Tier
from generator.kinds.conduct import Conduct
from generator.kinds.power_item import PowerItem
from generator.kinds.regulation import Regulation
from generator.kinds.report import Report
from generator.library import Library

DAY = datetime.date(2026, 11, 29)
UNIT = {"id": "unit", "authority": ["甲部门", "乙部门"], "target": "单位", "tiers": [{"measures": ["责令改正"]}]}
PERSON = {**UNIT, "id": "person", "target": "个人"}


def conduct(*penalties: dict[str, Any]) -> Conduct:
    basis = {"basis": {"regulation": "lake-law", "article": 4, "paragraph": 1}}
    return Conduct.model_validate(
        {"id": "act", "title": "某行为", "topics": ["water"], "penalties": [{**one, **basis} for one in penalties]}
    )


@pytest.mark.parametrize(
    ("other", "what"),
    [
        (PERSON, []),
        ({**PERSON, "authority": ["甲部门"]}, ["机关 unit person 乙部门"]),
        ({**PERSON, "authority": ["公安机关"]}, []),
        (
            {**PERSON, "authority": ["甲部门及其派出机构", "甲部门", "乙部门"]},
            ["机关 person 甲部门", "机关 unit person 甲部门及其派出机构"],
        ),
        ({**PERSON, "target": "单位和个人"}, ["处罚对象 unit 单位 person 单位和个人"]),
        ({**PERSON, "tiers": [{"measures": ["警告"]}]}, ["没有写 unit person 警告", "没有写 unit person 责令改正"]),
    ],
)
def test_penalties_of_one_place_go_together(other: dict[str, Any], what: list[str]) -> None:
    library = Library(DAY, records=MappingProxyType({"conduct": (conduct(UNIT, other),)}))
    assert [one.what for one in same_place.run(library, Official({}))] == what


def regulation(**fields: Any) -> Regulation:
    versions = [{"adopted": datetime.date(2016, 12, 23), "effective": datetime.date(2017, 1, 1)}]
    whole = {"id": "lake-law", "title": "湖泊保护条例", "rank": "行政法规", "issuer": "某机关", "source": "虚构"}
    return Regulation.model_validate({**whole, "versions": versions, **fields})


@pytest.mark.parametrize(
    ("note", "found"),
    [
        ("自2017-01-01起施行。", 0),
        ("2016年12月23日公布，末次修改 2020-05-05。", 0),
        ("自2017年1月2日起施行。", 1),
        ("2016-12-22公布。", 1),
    ],
)
def test_a_remark_tells_days_of_its_regulation(note: str, found: int) -> None:
    library = Library(DAY, records=MappingProxyType({"regulation": (regulation(note=note),)}))
    assert [one.problem.code for one in named.run(library, Official({}))] == ["E616"] * found


@pytest.mark.parametrize(("title", "found"), [("湖泊保护条例执行情况", 0), ("档案整理", 1)])
def test_a_point_names_its_regulations(title: str, found: int) -> None:
    points = [{"title": title, "text": "见上。", "regulations": ["lake-law"]}]
    report = Report.model_validate(
        {"id": "r", "title": "报告", "body": "bureau", "year": 2019, "summary": "概要", "documents": points}
    )
    library = Library(DAY, records=MappingProxyType({"regulation": (regulation(),), "report": (report,)}))
    assert [one.problem.code for one in named.run(library, Official({}))] == ["E627"] * found


def test_a_number_counts_what_it_counts_in_the_law() -> None:
    law = units._counts(
        "应当自收到之日起三日内报告，处五万元以上十万元以下罚款；停工超过三个月的，五日内说明，每年检查二次。"
    )
    said = [
        words
        for value, unit, words in units._said("五个月不开工，三日内报告，十万元，第5条，查二次")
        if unit not in law[value]
    ]
    assert said == ["五个月"]


def test_a_period_is_that_of_the_likest_clause() -> None:
    law = "人民法院应当自受理之日起七日内作出裁定；不予执行的，应当在五日内送达行政机关。"
    assert not list(units._of_another("自受理之日起七日内作出裁定，五日内送达行政机关", law))
    assert len(list(units._of_another("自受理之日起五日内作出裁定", law))) == 1


def test_a_joint_before_the_approval_leaves_a_choice() -> None:
    text = "责令其停止生产，或者报经有批准权的政府批准，责令停业、关闭"
    assert choices._joined(text, text.index("停止生产") + 4, text.index("责令停业"))
    assert not choices._joined("责令改正，没收违法所得", 4, 5)


def test_a_measure_is_found_at_each_of_its_places() -> None:
    text = "没收违法所得，并处罚款；无法退运的，没收产品；拒不恢复原状的，代为恢复"
    spans = list(complete._spans("没收违法所得", text))
    assert [text[start:end] for start, end in spans] == ["没收违法所得"]
    assert complete._IF.match(text, text.index("恢复原状"))
    assert not complete._IF.match(text, text.index("没收产品"))


@pytest.mark.parametrize(("article", "found"), [(4, []), (5, ["罚则 act"])])
def test_a_power_to_punish_rests_on_what_punishes(article: int, found: list[str]) -> None:
    power = PowerItem.model_validate(
        {
            "id": "fine", "title": "对某行为的处罚", "power_type": "处罚", "body": "bureau", "duties": ["罚"], "conducts": ["act"],
            "basis": [{"regulation": "lake-law", "article": article}],
        }
    )  # fmt: skip
    library = Library(DAY, records=MappingProxyType({"conduct": (conduct(UNIT),), "power-item": (power,)}))
    assert [one.what for one in links._punished(library)] == found


def test_a_choice_given_twice_is_the_one_that_has_the_sum() -> None:
    text = Text(
        "由公安机关给予警告或者处以100元以上300元以下罚款；船舶的，由港务部门给予警告或者处以200元以上500元以下罚款；没收船舶，并处1000元以下罚款。"
    )
    tiers = [
        Tier.model_validate({"one_of": [measure, "罚款"], "fine": {"range": span}})
        for measure, span in (
            ("警告", {"min": 200, "max": 500}),
            ("警告", {"min": 100, "max": 300}),
            ("没收船舶", {"max": 1000}),
            ("警告", {"max": 1000}),
        )
    ]
    assert [bool(choices._not_given(tier, text)) for tier in tiers] == [False, False, True, True]
