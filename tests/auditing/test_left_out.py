"""The exception that stands with a rule, or behind its stop, is missed where a text tells the rule without it."""

from typing import Any, TypeVar

import pytest

from generator.auditing.checks import left_out
from generator.auditing.own_texts import OwnText
from generator.kinds import Model
from generator.kinds.article import Article
from generator.kinds.obligation import Obligation
from generator.kinds.procedure import Limit, Procedure

LAW = (
    "编制报告书的水库，取水单位应当在报批前征求公众意见，但是涉及国家秘密的除外。"
    "因救灾确需取水的，不受前款限制。\n"
    "水库主管部门应当自受理之日起六十日内作出决定；但是法律规定的期限少于六十日的除外。\n"
    "水库主管部门应当自立案之日起九十日内处罚。法律、法规另有规定的，从其规定。\n"
    "人民法院应当在六个月内判决。有特殊情况需要延长的，由上级法院批准。"
)


M = TypeVar("M", bound=Model)


def _bare(model: type[M], **fields: Any) -> M:
    """A record of which nothing else is said."""
    return model.model_construct(**{**dict.fromkeys(model.model_fields), **fields})


def _digest(text: str) -> list[str]:
    record = Article.model_construct(id="a", heading="取水", digest=text)
    return list(left_out._beside_rule(OwnText("article", record, ("digest",), text, LAW)))


def _limit(text: str) -> list[str]:
    record = Procedure.model_construct(id="p", limits=(_bare(Limit, says=text),))
    own = OwnText("procedure", record, ("limits", 0, "says"), text, LAW)
    return [*left_out._beside_period(own), *left_out._beside_rule(own)]


@pytest.mark.parametrize(
    ("text", "missed"),
    [
        ("报告书报批前，取水单位征求公众意见。", True),
        ("报告书报批前，取水单位征求公众意见，国家秘密除外。", False),
        ("报告书报批前，取水单位征求公众意见；国家秘密除外。", False),  # told in the next sentence
        ("报告书报批前，取水单位征求公众意见，涉及国家秘密就免了。", False),  # in other words
        ("救灾取水随时都行。", False),  # another rule
    ],
)
def test_the_exception_of_the_rule_that_a_digest_tells(text: str, missed: bool) -> None:
    assert bool(_digest(text)) == missed


@pytest.mark.parametrize(
    ("text", "missed"),
    [
        ("自受理之日起60日内作出决定", True),
        ("自受理之日起60日内作出决定，法律规定更短的除外", False),
        ("自立案之日起90日内处罚", True),
        ("自立案之日起90日内处罚，法律、法规另有规定的除外", False),
        ("一般自立案之日起90日内处罚", False),
        ("六个月内判决", True),
        ("六个月内判决，经批准延长的除外", False),
    ],
)
def test_the_exception_beside_a_period(text: str, missed: bool) -> None:
    assert bool(_limit(text)) == missed


def test_a_duty_may_leave_the_exception_to_its_trigger() -> None:
    title = "报告书报批前征求公众意见"
    for trigger, missed in (("项目要编报告书", True), ("项目要编报告书，国家秘密除外", False)):
        record = _bare(Obligation, id="o", title=title, trigger=trigger)
        assert bool(list(left_out._beside_rule(OwnText("obligation", record, ("title",), title, LAW)))) == missed
