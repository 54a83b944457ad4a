"""What is said where no paper can be made."""

from dataclasses import replace

import pytest

from generator.exams.assembly import assemble
from generator.exams.demands import Demand
from generator.exams.shortage import _bounded, _place, _worth_telling
from generator.exams.solver import Row
from generator.kinds.blueprint import Blueprint
from generator.problems import Problems
from generator.questions.item import Option
from tests.exams._bank import bank, blueprint, item, library, said

AIR = [item(f"a{n}", topics=("air",), difficulty=0.3) for n in range(3)]
OTHER = [item(f"o{n}", difficulty=0.3) for n in range(5)]


def refusal(pool, *sections, **more) -> str:
    problems = Problems()
    assert assemble(blueprint(*sections, **more), library(), bank(*pool), problems) is None
    return said(problems)


def test_what_lacks_is_told_where_it_is_asked():
    problems = Problems()
    plan = blueprint({"count": 1}, {"count": 6, "quotas": [{"topic": "air", "min": 1}, {"topic": "water", "min": 2}]})
    assert assemble(plan, library(), bank(*AIR, *OTHER), problems) is None
    assert [one.at for one in problems] == [plan.place("sections", 1, "quotas", 1)]


def test_a_section_says_how_many_it_lacks():
    text = refusal(AIR, {"count": 5, "title": "单项选择题"})
    assert "E501 第一大题“单项选择题”要 5 题，题库里合用的单项选择题有 3 题，缺 2 题" in text


def test_a_quota_says_how_many_it_lacks():
    text = refusal([*AIR, *OTHER], {"count": 6, "quotas": [{"topic": "air", "min": 5}]})
    assert text.count("E501") == 1
    assert "配额“大气”至少要 5 题，题库里合用的有 3 题，缺 2 题" in text


def test_a_rule_is_named_by_its_title():
    text = refusal([*AIR, *OTHER], {"count": 6, "quotas": [{"rule": "authored", "min": 1}]})
    assert "配额“自编题”至少要 1 题，题库里合用的有 0 题，缺 1 题" in text


def test_a_quota_that_must_overflow_is_named():
    text = refusal(AIR, {"count": 3, "quotas": [{"topic": "air", "max": 1}]})
    assert "要 3 题，题库里合用的单项选择题有 3 题，缺 2 题" in text
    assert "与方案的其他要求合在一起凑不齐" in text


def test_quotas_that_do_not_fit_together_never_lack_less_than_nothing():
    water = [item(f"w{n}", topics=("water",)) for n in range(3)]
    text = refusal([*AIR, *water], {"count": 4, "quotas": [{"topic": "air", "min": 3}, {"topic": "water", "min": 3}]})
    assert "缺 2 题" in text
    assert "缺 -" not in text


def test_clashing_facts_are_named():
    pool = [item(f"i{n}", facts=("penalty/x",)) for n in range(4)]
    text = refusal(pool, {"count": 2})
    assert "要 2 题，题库里合用的单项选择题有 4 题，缺 1 题" in text
    assert "考同一事实的题不能同卷" in text
    assert "penalty/x（4 题）" in text


def test_sections_that_compete_are_not_blamed_on_facts():
    text = refusal(OTHER, {"count": 3}, {"count": 3})
    assert "缺 1 题" in text
    assert "同一事实" not in text


def test_a_mean_out_of_reach_says_how_far():
    text = refusal(OTHER, {"count": 3, "difficulty": (0.5, 0.7)})
    assert text.count("E501") == 1
    assert "平均难度要不低于 0.5，合用的 5 题难度在 0.3 与 0.3 之间，凑齐题数后还差 0.2" in text


def test_items_for_others_are_counted():
    pool = [item("a"), item("b", audience=("企业管理人员",))]
    assert "另有 1 题不适用于“执法人员”" in refusal(pool, {"count": 2})


def test_an_empty_bank_is_a_shortage():
    assert "有 0 题，缺 2 题" in refusal([], {"count": 2, "difficulty": (0.4, 0.5)})


@pytest.mark.parametrize(
    ("section", "words"),
    [
        ({"quotas": [{"rule": "who-act"}]}, "没有出题规则“who-act”\n    提示：是不是 who-acts？"),
        ({"quotas": [{"rule": "zzz"}]}, "可用的规则：applicable-law、authored、case"),
        ({"quotas": [{"topic": "air", "min": 2}]}, "配额至少要 2 题，大题“单选”一共只有 1 题"),
        ({"difficulty": (0.6, 0.4)}, "平均难度 0.6 至 0.4 不成区间"),
        ({"difficulty": (0.6, 1.4)}, "不成区间"),
        ({"difficulty": (-0.1, 0.4)}, "平均难度 -0.1 至 0.4 不成区间"),
        ({"count": 9, "quotas": [{"difficulty": (0.6, 0.4), "min": 1}]}, "配额的难度不成区间"),
        ({"count": 9, "quotas": [{"difficulty": (0.6, 1.1), "min": 1}]}, "配额的难度不成区间"),
        ({"count": 9, "quotas": [{"difficulty": (-0.6, 0.1), "min": 1}]}, "配额的难度不成区间"),
        ({"quotas": [{"audience": "执法人", "min": 1}]}, "没有适用于“执法人”的题\n    提示：是不是 执法人员？"),
    ],
)
def test_a_blueprint_wrong_in_itself(section, words):
    text = refusal(AIR, section)
    assert "E502" in text
    assert words in text


def test_demands_that_clash_are_named_together():
    pool = [item(f"i{n}", topics=("air",) if n < 3 else ("water",)) for n in range(8)]
    quotas = [{"topic": "air", "min": 3}, {"topic": "water", "min": 3}, {"topic": "water", "max": 5}]
    text = refusal(pool, {"count": 5, "quotas": quotas})
    assert "不能同时满足：第一大题“单选”要 5 题；第一大题“大气”至少 3 题；第一大题“水”至少 3 题" in text
    assert "至多 5" not in text


def test_a_clash_stands_where_its_first_demand_is_written():
    pool = [item(f"i{n}", topics=("air",) if n < 3 else ("water",)) for n in range(8)]
    quotas = [{"topic": "air", "min": 3}, {"topic": "water", "min": 3}]
    problems = Problems()
    plan = blueprint({"count": 1}, {"count": 5, "quotas": quotas})
    assert assemble(plan, library(), bank(*pool, item("o")), problems) is None
    (clash,) = (one for one in problems if "不能同时满足" in one.message)
    assert "第二大题" in clash.message
    assert clash.at == plan.place("sections", 1)


def test_what_the_whole_paper_asks_is_told():
    pool = [*AIR, *OTHER]
    text = refusal(pool, {"count": 6}, limits=[{"topic": "air", "min": 4}])
    assert "全卷“大气”至少 4 题，题库里合用的有 3 题，缺 1 题" in text
    over = refusal(AIR, {"count": 3}, limits=[{"topic": "air", "max": 1}])
    assert "不能同时满足：第一大题“单选”要 3 题；全卷“大气”至多 1 题" in over


def test_a_span_of_difficulty_is_named():
    text = refusal(OTHER, {"count": 3, "quotas": [{"difficulty": (0.6, 0.9), "min": 1}]})
    assert "配额“难度 0.6 至 0.9”至少要 1 题，题库里合用的有 0 题，缺 1 题" in text


def test_a_mean_that_does_not_fit_the_rest_is_told_with_it():
    easy = [item(f"e{n}", topics=("air",), difficulty=0.2) for n in range(3)]
    hard = [item(f"h{n}", difficulty=0.8) for n in range(3)]
    quotas = [{"topic": "air", "min": 3}]
    low = refusal([*easy, *hard], {"count": 3, "quotas": quotas, "difficulty": (0.5, 1.0)})
    assert "不能同时满足：第一大题“单选”要 3 题；第一大题“大气”至少 3 题；第一大题平均难度不低于 0.5" in low
    high = refusal([*easy, *hard], {"count": 3, "quotas": [{"topic": "air", "max": 0}], "difficulty": (0.0, 0.5)})
    assert "平均难度不高于 0.5" in high


@pytest.mark.parametrize(
    ("sections", "more", "path"),
    [
        (({"count": 1}, {"count": 9}), {}, ("sections", 1, "count")),
        (({"count": 1}, {"count": 4, "difficulty": (0.5, 0.7)}), {}, ("sections", 1, "difficulty")),
        (({"count": 6},), {"limits": [{"rule": "authority", "min": 1}, {"topic": "air", "min": 4}]}, ("limits", 1)),
        (({"count": 2},), {"thought": [{"thought": "应用", "min": 1}]}, ("thought", 0)),
        (({"count": 2},), {"include": ["a1", "a2", "o1"]}, ("include", 0)),
    ],
)
def test_each_lack_stands_where_it_is_asked(sections, more, path):
    problems = Problems()
    plan = blueprint(*sections, **more)
    assert assemble(plan, library(), bank(*AIR, *OTHER), problems) is None
    told = [one for one in problems if "不能同时满足" not in one.message]
    assert plan.place(*path) in {one.at for one in told} or path[0] == "include"
    assert all(one.code == "E501" for one in told)


def test_a_mean_that_is_far_out_of_reach_says_how_far_too():
    """All three together lack more than a whole item's difficulty."""
    easy = [item(f"e{n}", difficulty=0.05) for n in range(3)]
    text = refusal(easy, {"count": 3, "difficulty": (0.9, 1.0)})
    assert "平均难度要不低于 0.9，合用的 3 题难度在 0.05 与 0.05 之间，凑齐题数后还差 0.85" in text


def test_a_quota_that_what_must_be_asked_overflows_says_by_how_many():
    text = refusal([*AIR, *OTHER], {"count": 3, "quotas": [{"topic": "air", "max": 1}]}, include=["a0", "a1"])
    assert "配额“大气”至多 1 题，要凑齐整卷得多出 1 题" in text
    assert "其余主题或规则的题不够。" in text


@pytest.mark.parametrize(
    ("clash", "worth"),
    [
        ([], False),
        ([("count", 0)], False),
        ([("quota", 0)], False),
        ([("count", 0), ("quota", 0)], True),
        ([("count", 0), ("easiest", 0)], False),
        ([("count", 0), ("hardest", 0)], False),
        ([("easiest", 0), ("hardest", 0)], True),
        ([("count", 0), ("count", 1)], True),
        ([("quota", 0), ("quota", 0)], True),
        ([("count", 0), ("easiest", 0), ("quota", 0)], True),
    ],
)
def test_a_clash_is_told_where_it_says_more_than_one_demand_does(clash, worth):
    assert _worth_telling([Demand(kind, section, Row(())) for kind, section in clash]) is worth


def test_three_facts_are_named_those_of_most_items_first():
    facts = (("z/1", "a/2", "c/4"), ("z/1", "a/2"), ("z/1", "b/3", "c/4"), ("z/1", "b/3"))
    text = refusal([item(f"i{n}", facts=of) for n, of in enumerate(facts)], {"count": 2})
    assert "题因此不够：z/1（4 题）、a/2（2 题）、b/3（2 题）。" in text


@pytest.mark.parametrize(
    ("quota", "words"),
    [
        ({"topic": "air", "min": 2}, "“大气”至少 2 题"),
        ({"topic": "air", "max": 0}, "“大气”至多 0 题"),
        ({"topic": "air", "min": 1, "max": 3}, "“大气”至少 1、至多 3 题"),
        ({"level": "进阶", "topic": "water", "min": 1}, "“水、进阶”至少 1 题"),
    ],
)
def test_the_bounds_of_a_quota_in_words(quota, words):
    plan = blueprint({"count": 3, "quotas": [quota]})
    assert _bounded(library(), plan.sections[0].quotas[0]) == words


@pytest.mark.parametrize(
    ("more", "words"),
    [
        ({"include": ["a9"]}, "题库里没有“a9”\n    提示：题号见 pufa bank --out"),
        ({"ban": ["autored"]}, "题库里没有“autored”\n    提示：是不是 authored？"),
        ({"include": ["j"]}, "必选的题“j”不合任何大题的题型"),
        ({"include": ["a0"], "ban": ["a0"]}, "题“a0”既要选又不准选"),
        ({"include": ["a0"], "ban": ["authority"]}, "题“a0”既要选又不准选"),
    ],
)
def test_what_is_to_be_held_and_left_out_must_be_there_and_not_both(more, words):
    text = refusal([*AIR, item("j", type="judge")], {"count": 2}, **more)
    assert "E502" in text
    assert words in text


def test_bounds_that_can_be_met_are_none_that_are_wrong():
    fine = {
        "count": 2,
        "difficulty": (0.3, 0.3),
        "quotas": [{"difficulty": (0.3, 0.3), "min": 2}, {"difficulty": (0, 1)}],
    }
    problems = Problems()
    assert assemble(blueprint(fine), library(), bank(*AIR), problems) is not None
    assert said(problems) == ""


def test_a_limit_of_the_paper_that_what_must_be_asked_overflows_gives_way_to_it():
    text = refusal([*AIR, *OTHER], {"count": 3}, limits=[{"topic": "air", "max": 1}], include=["a0", "a1"])
    assert "全卷“大气”至多 1 题，题库里合用的有 3 题，要凑齐整卷得多出 1 题" in text
    assert "排不进去" not in text


def test_of_two_names_that_are_near_the_nearer_is_proposed():
    assert "提示：是不是 authored？" in refusal(AIR, {"quotas": [{"rule": "author"}]})
    assert "提示：是不是 authored？" in refusal(AIR, {"count": 1}, ban=["author"])
    near = [item("gas-penalty-1"), item("gas-penalty-22")]
    for asked in ("include", "ban"):
        text = refusal([*AIR, *near], {"count": 1}, **{asked: ["gas-penalty-2"]})
        assert "题库里没有“gas-penalty-2”\n    提示：是不是 gas-penalty-22？" in text


def test_each_demand_stands_where_the_blueprint_writes_it(monkeypatch):
    limits = [{"topic": "air", "min": 1}, {"topic": "water", "min": 1}]
    plan = blueprint({"count": 2}, {"count": 2}, limits=limits)
    monkeypatch.setattr(Blueprint, "place", lambda self, *path: path)
    places = {
        kind: _place(plan, Demand(kind, 1, Row(()), 1))
        for kind in ("count", "quota", "include", "whole", "cover", "amounts", "article_numbers", "easiest", "hardest")
    }
    assert places == {
        "count": ("sections", 1, "count"),
        "quota": ("sections", 1, "quotas", 1),
        "include": ("include", 1),
        "whole": ("limits", 1),
        "cover": ("cover",),
        "amounts": ("amounts",),
        "article_numbers": ("article_numbers",),
        "easiest": ("sections", 1, "difficulty"),
        "hardest": ("sections", 1, "difficulty"),
    }


def by_heart(right: str, count: int = 3):
    """Items that ask an article's number, or a sum, by heart."""
    options = (Option(right, True), Option("甲", False))
    return [replace(item(f"n{n}"), options=options) for n in range(count)]


@pytest.mark.parametrize(
    ("field", "right", "words"), [("article_numbers", "第9条", "只问条号"), ("amounts", "3万元", "问数额")]
)
def test_what_is_asked_by_heart_gives_way_before_an_item_lacks_and_else_is_not_told(field, right, words):
    pool = by_heart(right)
    over = refusal(pool, {"count": 3}, per_amount=9, **{field: 0})
    assert f"全卷{words}的至多 0 题，题库里合用的有 3 题，要凑齐整卷得多出 3 题" in over
    assert over.count("E501") == 2
    assert f"这 2 条要求不能同时满足：第一大题“单选”要 3 题；全卷{words}的至多 0 题" in over
    few = refusal(pool, {"count": 5}, per_amount=9, **{field: 0.6})  # three of five may be asked by heart
    assert "缺 2 题" in few
    assert few.count("E501") == 1
    assert words not in few


def test_of_the_limits_of_a_paper_those_are_named_that_the_items_in_question_overflow():
    wrong = (Option("正确", False), Option("错误", True))
    judged = [item(f"t{n}", type="judge") for n in range(2)]
    judged += [replace(item(f"f{n}", type="judge"), options=wrong) for n in range(2)]
    pool = [*by_heart("3万元"), *judged]
    text = refusal(pool, {"count": 3}, {"count": 2, "type": "judge"}, judge_true=[0, 0.5])
    assert "缺 2 题" in text
    assert "这些题不能都进一张卷，题因此不够：同一数额至多问 1 次（per_amount）。" in text
    twice = refusal(by_heart("3万元"), {"count": 3}, per_amount=2)
    assert "题因此不够：同一数额至多问 2 次（per_amount）。" in twice


@pytest.mark.parametrize(
    ("field", "right", "words"), [("article_numbers", "第9条", "只问条号"), ("amounts", "3万元", "问数额")]
)
def test_a_mean_gives_way_before_more_is_asked_by_heart(field, right, words):
    hard = [replace(one, difficulty=0.8) for one in by_heart(right)]
    text = refusal([*hard, *AIR], {"count": 3, "difficulty": (0.7, 1.0)}, per_amount=9, **{field: 0})
    assert "平均难度要不低于 0.7，合用的 6 题难度在 0.3 与 0.8 之间，凑齐题数后还差 0.4" in text
    assert f"全卷{words}的至多 0 题，题库里合用的有" not in text
