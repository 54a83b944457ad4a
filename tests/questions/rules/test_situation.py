"""Chains of situations: what they ask turns on the facts, not on the template, and days are counted as articles count them."""

import datetime
from dataclasses import replace

import pytest

from generator.library import Library
from generator.questions.chained import chain_of
from generator.questions.evaluate import verdicts
from generator.questions.facts.days import after
from generator.questions.item import Item


def by_number(items, rule: str) -> dict[str, Item]:
    return {item.id.removeprefix(f"{rule}/"): item for item in items(rule)}


def right(item: Item, part: int) -> list[str]:
    return [option.text for option in chain_of(item).parts[part].options if option.correct]


def asked(item: Item, ask: str) -> list[str]:
    """What is right in the part that asks so."""
    return next(
        right(item, number)
        for number, part in enumerate(chain_of(item).parts)
        if part.claim is not None and part.claim.ask == ask
    )


def test_the_same_template_has_another_key_where_the_facts_lie_otherwise(items) -> None:
    found = by_number(items, "situation")
    assert right(found["yard/1"], 0) == ["没有采取防范措施，造成危险废物流失"]
    assert right(found["yard/2"], 0) == ["没有开展自行监测"]
    assert asked(found["yard/1"], "fine") == ["20万元以上200万元以下"]
    assert asked(found["yard/2"], "fine") == ["2万元以上20万元以下"]
    texts = {option.text for option in chain_of(found["yard/1"]).parts[0].options}
    assert {"没有开展自行监测", "销售噪声超过限值的产品"} & texts


def test_a_situation_tells_facts_that_matter_and_some_that_do_not(items) -> None:
    item = by_number(items, "situation")["yard/1"]
    assert "酸液顺着沟淌到了墙外" in item.stem
    assert ("门口有一棵树。" in item.stem) != ("天很热。" in item.stem)
    assert "{" not in item.stem + chain_of(item).evidence[0].text
    assert chain_of(item).evidence[0].rows == (("桶", "1"),)


def test_chains_are_application_and_share_facts_with_what_they_ask(items) -> None:
    item = by_number(items, "situation")["yard/1"]
    assert item.thought == "应用"
    assert "penalty/leakage/offender/0" in item.facts
    assert "situation/yard" in item.facts


def test_a_letter_has_an_error_and_something_right(items) -> None:
    letters = items("decision-letter")
    assert letters
    for item in letters:
        options = chain_of(item).parts[0].options
        assert 0 < sum(option.correct for option in options) < len(options)
        assert "决定罚款" in chain_of(item).evidence[0].text


def test_a_notice_has_an_error_and_something_right_and_rights_as_it_says(items) -> None:
    notices = items("penalty-notice")
    assert notices
    for item in notices:
        chain = chain_of(item)
        said = {option.text: option.correct for option in chain.parts[0].options}
        assert 0 < sum(said.values()) < len(said)
        text = chain.evidence[0].text
        assert "拟决定罚款" in text
        assert said.get("让当事人承担听证的费用", False) == ("费用由你（单位）承担" in text)
        assert said.get("因当事人申辩而加重处罚", False) == ("将加重处罚" in text)
        assert said["要求听证的期限写错了"] == ("起5日内提出" not in text)


def test_a_letter_does_not_say_the_period_that_a_part_asks_for(items) -> None:
    for item in items("decision-letter"):
        text, asked = chain_of(item).evidence[0].text, "".join(part.stem for part in chain_of(item).parts)
        assert ("缴至" in text) != ("缴纳罚款，最迟" in asked)
        assert ("申请行政复议" in text) != ("申请行政复议，最迟" in asked)


@pytest.mark.parametrize("rule", ["situation", "decision-letter", "penalty-notice"])
def test_the_second_evaluator_notices_every_wrong_key(rule: str, items, library: Library) -> None:
    for item in items(rule):
        assert list(verdicts(library, item)) == []
        chain = chain_of(item)
        for number, part in enumerate(chain.parts):
            turned = tuple(replace(option, correct=not option.correct) for option in part.options)
            parts = (*chain.parts[:number], replace(part, options=turned), *chain.parts[number + 1 :])
            assert any(
                f"第 {number + 1} 小题" in text
                for text in verdicts(library, replace(item, response=replace(chain, parts=parts)))
            )


def test_working_days_leave_out_weekends_and_the_first_day() -> None:
    monday = datetime.date(2026, 10, 26)
    assert after(monday, 5, working=True) == datetime.date(2026, 11, 2)
    assert after(monday, 5, working=False) == datetime.date(2026, 10, 31)
    assert after(datetime.date(2026, 10, 30), 1, working=True) == datetime.date(2026, 11, 2)


def test_findings_of_one_conduct_only_are_refused(project) -> None:
    project.add(
        "content/situations/one.yml",
        "- {id: one, title: 一, evidence: 投诉, topics: [air], who: [某厂], scene: 有人来。, asides: [天晴。], findings: "
        "[{conduct: no-monitoring, found: 没有测过甲。, because: 一。}, {conduct: no-monitoring, found: 没有测过乙。, because: 二。}]}\n",
    )
    project.library()
    assert project.codes() == ["E204"]


def test_a_tier_that_the_conduct_does_not_have_is_a_skip(project) -> None:
    project.replace(
        "content/situations/yard.yml", "      recent: true\n", "      recent: true\n      tier: 从来没有的一档\n"
    )
    bank = project.bank()
    assert "situation/yard/1" not in bank.by_id
    assert any("0 种罚款" in skip.reason for rule, skip in bank.skips if rule == "situation")
