"""Statements altered in one place: whom it falls on, under which condition, 可以, how long."""

import pytest

from generator.kinds.penalty import Tier
from generator.legal.periods import parse_period
from generator.library import Library
from generator.questions.bank import Bank
from generator.questions.evaluate import verdicts
from generator.questions.facts.conditions import told_apart
from generator.questions.item import Item
from generator.questions.statements import condition, period
from generator.questions.statements._base import Statement
from generator.questions.types import answer

RIVER = "content/conducts/river.yml"


def ending(bank: Bank, part: str) -> list[Item]:
    return [item for item in bank.by_rule["judge"] if part in item.id.rsplit("/", 1)[-1]]


@pytest.mark.parametrize("part", ["target", "condition", "choice", "period"])
def test_false_ones_name_what_was_altered(bank: Bank, part: str) -> None:
    found = ending(bank, part)
    assert found
    for item in found:
        assert ("题中" in item.explanation) == (answer(item) == "错误"), item.id


def test_fine_of_the_body_is_said_of_the_person(bank: Bank) -> None:
    item = bank.by_id["judge/false-report/laboratory/0/target"]
    said = "对技术单位处10万元以上50万元以下的罚款" in item.stem
    assert said == (answer(item) == "正确")
    assert "技术单位的罚款幅度为10万元以上50万元以下" in item.explanation


def test_condition_is_exchanged_only_for_one_that_no_case_shares(bank: Bank) -> None:
    item = bank.by_id["judge/unapproved/builder/1/fine-condition"]
    assert ("报告书，情节严重的" in item.stem) == (answer(item) == "正确")
    assert "生态环境法典第1095条：报告书，情节严重的，处100万元以上1000万元以下的罚款" in item.explanation
    # 拒不执行 may be grave too: the one in the other's place would be arguable
    assert "judge/oil/polluter/2/measure-condition" not in bank.by_id


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("造成水污染", "逾期不采取治理措施", False),  # the second follows on the first
        ("拒不改正", "情节严重", False),
        ("造成严重后果", "情节严重", False),
        ("有违法所得", "情节严重", True),
        ("情节较轻", "情节严重", True),
    ],
)
def test_conditions_that_could_stand_for_each_other_are_not_exchanged(one: str, other: str, apart: bool) -> None:
    tiers = [Tier(condition=condition, measures=["责令停业、关闭"]) for condition in (one, other)]
    assert [told_apart(*tiers), told_apart(*reversed(tiers))] == [apart, apart]


@pytest.mark.parametrize(
    ("harm", "built", "exchanged"),
    [
        ("责令限期修复", "责令限期拆除", True),
        ("责令限期修复", "责令限期恢复原状", False),  # whoever harmed a park may be told either way to mend it
        ("责令停业、关闭", "责令限期恢复原状", True),
    ],
)
def test_two_ways_of_mending_are_not_exchanged(project, harm: str, built: str, exchanged: bool) -> None:
    project.replace(
        RIVER, "{condition: 情节严重, measures: [责令停业、关闭]}", f"{{condition: 造成生态破坏, measures: [{harm}]}}"
    )
    project.replace(
        RIVER,
        '{condition: 拒不执行, measures: ["指定有治理能力的单位代为治理，所需费用由违法者承担"]}',
        f"{{condition: 属于违法建设, measures: [{built}]}}",
    )
    made = [made.subject.id for made in condition.statements("judge", project.library()) if isinstance(made, Statement)]
    assert ("oil/polluter/1/measure-condition" in made) is exchanged


def test_choice_follows_the_record(project) -> None:
    bank = project.bank()
    item = bank.by_id["judge/oil/polluter/0/measure-choice-2"]
    assert "责令限制生产、停产整治" in item.stem
    assert ("由执法机关裁量" in item.stem) == (answer(item) == "正确")
    project.replace(
        RIVER,
        "measures: [责令停止违法行为], may: [责令限制生产、停产整治]",
        "measures: [责令停止违法行为, 责令限制生产、停产整治]",
    )
    assert list(verdicts(project.library(), item))
    after = project.bank().by_id[item.id]
    assert ("没有裁量余地" in after.stem) == (answer(after) == "正确")


def test_choice_that_differs_within_the_article_is_a_skip(project) -> None:
    project.replace(
        RIVER,
        "fine: {range: {min: 50000, max: 500000}}",
        "may: [责令停产整治], fine: {range: {min: 50000, max: 500000}}",
    )
    project.replace(
        RIVER, "{condition: 情节严重, measures: [责令停业、关闭]}", "{condition: 情节较轻, measures: [责令停产整治]}"
    )
    project.replace(
        RIVER, "measures: [责令停止违法行为], may: [责令停产整治]", "condition: 情节较轻, may: [责令停产整治]"
    )
    reasons = [skip.reason for rule, skip in project.bank().skips if rule == "judge"]
    assert "同一条对这一措施有的用“可以”，有的没有用" in reasons


def test_period_is_another_real_one(bank: Bank) -> None:
    found = {answer(i): i for i in ending(bank, "period") if i.id.startswith("judge/outlet-approval")}
    for item in found.values():
        own, other = ("30日", "10日") if "eco-code-180" in item.id else ("10日", "30日")
        assert (own in item.stem) == (answer(item) == "正确")
        assert (other in item.stem) == (answer(item) == "错误")


def test_years_of_a_ban(bank: Bank) -> None:
    for tier, years in ((0, 5), (1, 10)):
        item = bank.by_id[f"judge/false-report/persons/{tier}/period"]
        assert (f"{years}年内不得从事水质检测业务" in item.stem) == (answer(item) == "正确")


def test_altered_period_is_noticed(project) -> None:
    items = [i for i in ending(project.bank(), "period") if i.id.startswith("judge/outlet-approval")]
    file = "content/procedures/river.yml"
    project.replace(file, "30日内作出决定, period: 30日", "45日内作出决定, period: 45日")
    library = project.library()
    assert [i.id for i in items if "180" in i.id and list(verdicts(library, i))] == [
        i.id for i in items if "180" in i.id and answer(i) == "正确"
    ]


def test_no_statement_ends_a_sentence_in_the_middle(bank: Bank) -> None:
    """责令改正后拒不改正的 leads on to what follows; before a full stop it is 责令改正后拒不改正."""
    assert [
        item.id for item in bank.by_rule["judge"] if "的。依照" in item.stem or "的。生态环境法典" in item.stem
    ] == []


def test_measure_left_to_the_authority_is_said_so(project) -> None:
    """Else a statement that leaves out 可以 would be half true."""
    id = "judge/unapproved/builder/1/fine-condition"
    project.replace("content/conducts/conducts.yml", "max: 10000000}", "max: 10000000}, may: true")
    assert "可以处100万元以上1000万元以下的罚款" in project.bank().by_id[id].stem


def test_a_period_that_is_a_condition_is_only_made_longer(library: Library) -> None:
    limits = {limit.period: limit for limit in library.get("procedure", "outlet-approval").limits}
    longest = max(limits, key=lambda text: parse_period(text).amount)
    for own, limit in limits.items():
        assert period._other(library, limit, "甲") is not None
        found = limit.model_copy(update={"says": f"自知道之日起{own}内被发现的，应当处理"})
        other = period._other(library, found, "甲")
        if other is not None:
            assert parse_period(other.period).amount > parse_period(own).amount
        assert own == longest or other is not None
