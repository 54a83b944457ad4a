"""The order that a procedure claims can be followed, and every limit is one period that its sentence says."""

import pytest
from pydantic import ValidationError

from generator.kinds.procedure import Limit, Procedure

BASIS = {"regulation": "some-law", "article": 6}


def procedure(*steps: dict[str, object]) -> Procedure:
    return Procedure.model_validate({"id": "x", "title": "审批", "source": "s", "steps": steps})


def limit(says: str, period: str) -> Limit:
    return Limit.model_validate({"says": says, "period": period, "basis": BASIS})


def test_preceding_steps_are_the_one_before_and_those_named() -> None:
    made = procedure(
        {"key": "asked", "title": "申请"},
        {"title": "公告"},
        {"title": "受理", "after": ["asked"]},
        {"title": "决定", "fixed": True, "after": ["asked"]},
    )
    assert [made.preceding(number) for number in range(4)] == [(), (), (0,), (0, 2)]


@pytest.mark.parametrize(
    "steps",
    [
        [{"title": "申请", "fixed": True}, {"title": "决定"}],
        [{"title": "申请", "after": ["late"]}, {"key": "late", "title": "决定"}],
        [{"key": "same", "title": "申请"}, {"key": "same", "title": "决定"}],
    ],
)
def test_order_that_cannot_be_followed_is_refused(steps: list[dict[str, object]]) -> None:
    with pytest.raises(ValidationError):
        procedure(*steps)


def test_limit_says_its_period_once() -> None:
    assert limit("管理局应当自受理之日起20个工作日内决定", "20个工作日").working is None


@pytest.mark.parametrize(
    ("says", "period"),
    [
        ("管理局应当自受理之日起20日内决定", "30日"),
        ("管理局应当自受理之日起20日内决定，延长不得超过20日", "20日"),
        ("管理局应当自受理之日起20日内决定，延长不得超过10日", "20日"),
        ("管理局应当自受理之日起20日内决定", "20日内"),
        ("管理局应当及时决定", "及时"),
    ],
)
def test_limit_that_is_not_one_period_is_refused(says: str, period: str) -> None:
    with pytest.raises(ValidationError):
        limit(says, period)


def test_a_period_that_says_working_days_itself_needs_no_other_article() -> None:
    """However the record puts it, the article stands once, and pages never say that weekends count."""
    said = {"says": "应当在5个工作日内决定", "period": "5个工作日", "basis": BASIS}
    for one in (Limit.model_validate(said), Limit.model_validate({**said, "working": BASIS})):
        assert one.in_working_days
        assert one.says_working is None
        assert one.bases == (one.basis,)
    meant = Limit.model_validate(
        {"says": "应当在5日内决定", "period": "5日", "basis": BASIS, "working": {**BASIS, "article": 85}}
    )
    assert meant.in_working_days
    assert [basis.article for basis in meant.bases] == [6, 85]
    assert not limit("应当在5日内决定", "5日").in_working_days
