"""Conditions for no penalty, and whether the authority has a choice."""

import datetime
from collections import Counter

from generator.questions.types import answer

FILE = "content/exemptions/pond.yml"


def right(item) -> set[str]:
    return {o.text for o in item.options if o.correct}


def wrong(item) -> set[str]:
    return {o.text for o in item.options if not o.correct}


def test_conditions_of_others_are_the_distractors(bank) -> None:
    item = bank.by_id["exemption/pond-first/conditions"]
    assert right(item) <= {"初次违法", "后果轻微", "马上纠正"}
    assert wrong(item) == {"拿得出证据", "证据证明没有过错"}
    assert "生态环境法典第1056条第2款" in item.stem
    assert "可以不予处罚" in item.stem


def test_like_condition_and_protected_areas_are_no_distractors(bank) -> None:
    """属于首次违法 means 初次违法; 不在自然保护区内 may hold beyond its row."""
    for item in bank.by_rule["exemption"]:
        assert "不在自然保护区内" not in wrong(item)
    assert "属于首次违法" not in wrong(bank.by_id["exemption/pond-first/conditions"])


def test_condition_that_the_stem_tells_is_no_option(bank) -> None:
    """当天打开净化器 repeats 净化器 of the stem."""
    item = bank.by_id["exemption/pond-fumes/conditions"]
    assert right(item) == {"属于首次违法", "没有群众投诉"}


def test_list_is_named_with_its_day_and_ends_with_it(bank) -> None:
    item = bank.by_id["exemption/pond-coal/conditions"]
    assert "试验省不予处罚目录（试环〔2022〕1号所附，2022年1月施行）" in item.stem
    assert "待与法典衔接" in item.explanation
    assert item.valid_until == datetime.date(2027, 1, 1)


def test_effect_is_told_or_exchanged(bank) -> None:
    told = {"应当不予处罚": "must", "由机关裁量": "may"}
    effects = {"first": "may", "proof": "must", "fumes": "must", "coal": "may", "noise": "must"}
    effects = {name: effect for name, effect in effects.items() if f"exemption/pond-{name}/effect" in bank.by_id}
    assert {"first", "proof", "coal"} <= set(effects)
    for name, effect in effects.items():
        item = bank.by_id[f"exemption/pond-{name}/effect"]
        stated = {kind for words, kind in told.items() if words in item.stem}
        assert answer(item) == ("正确" if stated == {effect} else "错误")
        assert ("题中改成了" in item.explanation) is (answer(item) == "错误")


def test_no_list_is_told_by_the_effect_stated(bank) -> None:
    """One list said must 15 times of 17: 应当不予处罚 was true, 由机关裁量 false, whatever the conditions."""
    listed = [item for item in bank.by_rule["exemption"] if "目录" in item.stem and item.id.endswith("/effect")]
    effects = Counter(("应当不予处罚" in item.stem) is (answer(item) == "正确") for item in listed)
    assert effects[True] == effects[False] > 0


def test_alternatives_and_periods_are_refused(bank) -> None:
    assert "exemption/pond-noise/conditions" not in bank.by_id
    assert not [i for i in bank.by_rule["exemption"] if "pond-late" in i.id]


def test_changed_effect_turns_the_answer(project) -> None:
    before = project.bank().by_id["exemption/pond-proof/effect"]
    project.replace(FILE, "all_of: [拿得出证据, 证据证明没有过错]\n  effect: must", "all_of: [拿得出证据, 证据证明没有过错]\n  effect: may")  # fmt: skip
    after = project.bank().by_id["exemption/pond-proof/effect"]
    assert before.stem != after.stem or answer(before) != answer(after)


def test_list_out_of_force_is_refused(project) -> None:
    project.replace("content/regulations/pond.yml", "repealed_on: 2027-01-01", "repealed_on: 2026-10-01")
    assert not [i for i in project.bank().by_rule["exemption"] if i.id.split("/")[1] in {"pond-fumes", "pond-coal"}]


def test_one_without_articles_tells_nothing_and_stops_no_other(project) -> None:
    before = project.bank().by_rule["exemption"]
    project.replace(FILE, "- id: pond-first", "- id: pond-bare\n  title: 池塘里的事\n  all_of: [拿不出别的来, 五天里改正]\n  effect: must\n  source: 虚构\n- id: pond-first")  # fmt: skip
    bank = project.bank()
    assert [item.id for item in bank.by_rule["exemption"]] == [item.id for item in before]
    assert not any({"拿不出别的来", "五天里改正"} & wrong(item) for item in bank.by_rule["exemption"])
