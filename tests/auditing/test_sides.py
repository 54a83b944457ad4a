"""On which side of a bound a text is, by which word it joins, which days it counts, and what it tells without its approval."""

import pytest

from generator.auditing.approved import no_approval, unapproved
from generator.auditing.bounds import turned_bounds, turned_days, turned_joints
from generator.auditing.meaning import law_of, turned_modes

LAW = (
    "排污单位应当在许可证有效期届满六十日前提出申请；贮存不得超过一年。堆放的，围挡不低于堆放物高度。"
    "处十万元以上一百万元以下的罚款，或者货值一倍以上五倍以下的罚款。开工前公示或者公告，并及时报告。"
    "主管部门应当自收到之日起五个工作日内答复。"
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("届满60日前申请，贮存不超过一年", 0),
        ("届满60日后申请", 1),
        ("贮存不得低于一年", 1),
        ("围挡不高于料堆", 1),
        ("围挡不低于料堆，罚十万元至一百万元", 0),
        ("罚十万元以下", 1),
        ("罚一倍以上三倍以下", 1),
        ("开工后公示", 1),
        ("开工后才公示的，按六十日前没有申请一样处理", 1),
        ("公示以前不开工", 0),
        ("按20万元算，即20万元以上100万元以下", 0),
    ],
)
def test_a_bound_is_on_its_side(text: str, found: int) -> None:
    assert len(list(turned_bounds(text, LAW))) == found, list(turned_bounds(text, LAW))


@pytest.mark.parametrize(
    ("text", "found"),
    [("公示或者公告都行", 0), ("公示并公告", 1), ("公告并及时报告", 0), ("公告，或者及时报告", 1), ("公示和公告", 0)],
)
def test_words_are_joined_as_in_the_law(text: str, found: int) -> None:
    assert len(list(turned_joints(text, LAW))) == found


@pytest.mark.parametrize(
    ("text", "working", "found"),
    [
        ("五个工作日内答复", (), 0),
        ("五日内答复", (), 1),
        ("届满六十个工作日前", (), 1),
        ("届满六十个工作日前", (60,), 0),
    ],
)
def test_days_are_those_of_the_law(text: str, working: tuple[int, ...], found: int) -> None:
    assert len(list(turned_days(text, LAW, frozenset(working)))) == found


APPROVED = (
    "责令改正；情节严重的，报经有批准权的人民政府批准，责令停业、关闭。贮存不得超过一年；情况复杂的，经负责人批准，可以延长三个月。"
    "未经批准，不得转移。"
)


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("情节严重的，报经批准责令停业、关闭。", 0),
        ("情节严重的，责令停业、关闭。", 1),
        ("情节严重的，吊销排污许可证，责令停业、关闭。", 1),
        ("经负责人批准可以延长三个月。", 0),
        ("情况复杂的可以延长三个月。", 1),
        ("延长期限的决定要告知。", 0),
        ("不超过一年，延长的除外。", 1),
        ("不超过一年，经批准延长的除外。", 0),
    ],
)
def test_what_needs_approval_is_told_with_it(text: str, found: int) -> None:
    assert len(list(unapproved(text, APPROVED))) == found


def test_what_the_law_also_lets_be_done_without_needs_none() -> None:
    assert not list(unapproved("责令停业、关闭", APPROVED + "拒不改正的，责令停业、关闭。"))


def test_a_digest_tells_of_an_approval() -> None:
    law = "规划由国务院主管部门编制，报国务院批准。"
    assert list(no_approval("规划由国务院主管部门编。", law))
    assert not list(no_approval("规划由国务院主管部门编，报国务院批准。", law))
    assert not list(no_approval("无证不得转移。", "未经国务院批准，不得转移。"))


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("可以销毁、不能转移登记的东西", 1),
        ("可以先登记保存", 0),
        ("不得分期缴纳罚款", 1),
        ("可以分期缴纳罚款", 0),
        ("申请人应当六十日内申请复议", 1),
    ],
)
def test_first_words_after_a_mode_are_held(text: str, found: int) -> None:
    law = (
        "可以先行登记保存，当事人不得销毁或者转移证据。确有困难的，可以分期缴纳罚款。"
        "申请人可以自知道或者应当知道之日起六十日内申请复议。"
    )
    assert len(list(turned_modes(text, law_of(law)))) == found
