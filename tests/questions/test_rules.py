"""What every rule keeps to, and what each rule asks and refuses on the miniature project."""

import re
from pathlib import Path

import pytest

from generator.library import Library
from generator.questions.authored import RULE_ID
from generator.questions.bank import Bank, rules
from generator.questions.facts.authorities import action
from generator.questions.facts.powers import may_coincide, vague
from generator.questions.item import Item, Skip
from generator.questions.types import all_types, answer, named

DOCS = Path(__file__).parents[2] / "docs" / "rules.md"
CONDUCTS = "content/conducts/conducts.yml"


def key(item: Item) -> str:
    return next(o.text for o in item.options if o.correct)


def texts(item: Item) -> list[str]:
    return [o.text for o in item.options]


def test_every_rule_has_its_section() -> None:
    sections = dict(re.findall(r"^## (\S+) (.+)$", DOCS.read_text(encoding="utf-8"), flags=re.M))
    assert sections == {**{rule.id: rule.title for rule in rules()}, RULE_ID: "自编题"}


def test_the_documented_table_of_thought_is_what_rules_and_types_say() -> None:
    rows = dict(re.findall(r"^\| (记忆|理解|应用) \|(.+)$", DOCS.read_text(encoding="utf-8"), flags=re.M))
    named = {level: set(re.findall(r"[a-z]+(?:-[a-z]+)*", row)) - {"thought"} for level, row in rows.items()}
    ruled = {level: {rule.id for rule in rules() if rule.thought == level and not rule.written} for level in rows}
    assert {level: names - {"case"} for level, names in named.items()} == ruled
    fixed = {type.id for type in all_types() if type.thought == "应用"}
    assert fixed == {"calc", "case", "chain"}
    assert not any(type.thought for type in all_types() if type.id not in fixed)


def test_items_have_the_thought_of_their_type_or_rule(bank: Bank) -> None:
    of = {rule.id: rule.thought for rule in rules()}
    for item in bank.items:
        if item.rule != RULE_ID:
            assert item.thought == (named(item.type).thought or of[item.rule]), item.id


def test_every_rule_asks_something_here(bank: Bank) -> None:
    assert set(bank.by_rule) == {*(rule.id for rule in rules()), RULE_ID}


@pytest.mark.parametrize("rule", rules(), ids=lambda rule: rule.id)
def test_rule_yields_only_its_own_items_with_places(rule, library: Library) -> None:
    for made in rule.generate(library):
        assert made.at.file.startswith("content/")
        assert made.at.line > 0
        if isinstance(made, Skip):
            assert made.reason
        else:
            assert made.rule == rule.id
            assert made.facts
            assert made.explanation.endswith(("。", "）。"))


def test_stems_are_clean_chinese(bank: Bank) -> None:
    for item in bank.items:
        assert not re.search(r"[a-z]{3,}|[{}]", item.stem), item.id
        assert item.stem.endswith(("：", "？", "。")), item.id


def test_difficulty_and_level_agree(bank: Bank) -> None:
    for item in bank.items:
        if item.rule != RULE_ID:
            assert item.level == ("入门" if item.difficulty < 0.4 else "进阶" if item.difficulty < 0.55 else "专业")


class TestPenaltyRange:
    def test_neighbouring_tiers_are_the_distractors(self, bank: Bank) -> None:
        item = bank.by_id["penalty-range/unapproved/builder/1"]
        assert key(item) == "100万元以上1000万元以下"
        assert "情节严重" in item.stem
        assert "（报告书）" in item.stem
        wrong = {o.text: o.why for o in item.options if not o.correct}
        assert "报告表，情节严重" in wrong["50万元以上500万元以下"]
        assert "第1095条" in wrong["50万元以上500万元以下"]

    def test_options_ascend(self, bank: Bank) -> None:
        amounts = [float(re.match(r"[\d.]+", t)[0]) * (10**4 if "万元以上" in t else 1) for t in texts(bank.by_id["penalty-range/fumes/operator/0"])]  # fmt: skip
        assert amounts == sorted(amounts)

    def test_two_true_fines_are_refused(self, project) -> None:
        project.replace(
            CONDUCTS,
            "        - {condition: 拒不改正, measures: [责令停产整治]}",
            "        - {fine: {range: {min: 30000, max: 300000}}}",
        )
        bank = project.bank()
        assert "penalty-range/no-monitoring/unit/0" not in bank.by_id
        assert any("2 种罚款" in skip.reason for rule, skip in bank.skips if rule == "penalty-range")

    def test_fine_of_related_conduct_is_no_distractor(self, project) -> None:
        """When two conducts break one article, the fine of one may be true of the other."""
        before = project.bank().by_id["penalty-range/bad-coal/mine/0"]
        taken = next(o.text for o in before.options if o.text == "20万元以上200万元以下")
        project.replace(CONDUCTS, "prohibited_by: [法典 第475条]", "prohibited_by: [法典 第200条]")
        assert taken not in texts(project.bank().by_id["penalty-range/bad-coal/mine/0"])


class TestAction:
    def test_fine_of_a_graver_case_is_not_said_of_the_ordinary_one(self, project) -> None:
        project.replace(
            CONDUCTS,
            "- {measures: [责令改正], fine: {range: {min: 100000, max: 1000000}}}",
            "- {measures: [责令改正]}\n"
            "        - {condition: 情节严重, measures: [责令停产整治], fine: {range: {min: 100000, max: 1000000}}}",
        )
        conduct = next(c for c in project.library().conducts if c.id == "bad-coal")
        assert action(conduct.penalties[0]) == "责令改正"
        assert action(conduct.penalties[0], sure=False) == "责令改正"

    def test_fine_that_may_be_left_out_is_not_said(self, project) -> None:
        project.replace(
            CONDUCTS,
            "fine: {range: {min: 100000, max: 1000000}}}",
            "fine: {may: true, range: {min: 100000, max: 1000000}}}",
        )
        conduct = next(c for c in project.library().conducts if c.id == "bad-coal")
        assert action(conduct.penalties[0]) == "责令改正"


class TestCondition:
    def test_what_the_title_says_is_not_said_again(self, project) -> None:
        before = project.bank().by_id["judge/unapproved/builder/1"].stem
        assert before.count("情节严重") == 1
        project.replace(CONDUCTS, "title: 环评文件没有报批就开工建设", "title: 环评文件没有报批就开工建设，情节严重")
        assert project.bank().by_id["judge/unapproved/builder/1"].stem.count("情节严重") == 1

    def test_length_of_detention_says_whether_the_case_is_lighter(self, bank: Bank) -> None:
        stems = [bank.by_id[f"liable-person/unapproved/persons/{tier}"].stem for tier in (0, 1)]
        assert "拒不执行，不属于情节较轻的" in stems[0]
        assert "拒不执行，但情节较轻的" in stems[1]


class TestJudge:
    def test_altered_value_is_named(self, bank: Bank) -> None:
        false = [i for i in bank.by_rule["judge"] if answer(i) == "错误"]
        assert false
        assert all("题中" in i.explanation and "改成了" in i.explanation for i in false)

    def test_true_statement_names_nothing_altered(self, bank: Bank) -> None:
        true = [i for i in bank.by_rule["judge"] if answer(i) == "正确"]
        assert true
        assert not [i for i in true if "改成" in i.explanation]

    def test_shares_its_fact_with_the_range(self, bank: Bank) -> None:
        assert bank.by_id["judge/fumes/operator/0"].facts == bank.by_id["penalty-range/fumes/operator/0"].facts


class TestMeasures:
    def test_distractors_are_of_kinds_the_article_does_not_know(self, project) -> None:
        project.replace(CONDUCTS, "measures: [责令停产整治]}", "measures: [责令停产整治, 没收违法所得]}")
        item = project.bank().by_id["measures/no-monitoring/1086"]
        assert not any(o.text.endswith(("停产整治", "没收违法所得")) for o in item.options if not o.correct)

    def test_what_goes_with_every_penalty_is_not_asked(self, bank: Bank) -> None:
        assert bank.by_rule["measures"]
        assert not any(text.endswith(("责令改正", "罚款")) for item in bank.by_rule["measures"] for text in texts(item))
        assert "measures/no-monitoring/1086" not in bank.by_id  # 改正 and 罚款 aside, it has one measure

    def test_condition_does_not_tell(self, bank: Bank) -> None:
        for item in bank.by_rule["measures"]:
            right = any("的，" in o.text for o in item.options if o.correct)
            assert not right or any("的，" in o.text for o in item.options if not o.correct)


class TestOthers:
    def test_detention_is_altered_to_the_other_tier(self, bank: Bank) -> None:
        found = bank.by_rule["liable-person"]
        assert {answer(i) for i in found} == {"正确", "错误"}
        assert any("拒不执行，但情节较轻的" in i.stem for i in found)


@pytest.mark.parametrize(
    "name",
    ["县级以上地方人民政府确定的监督管理部门", "地方人民政府指定的部门", "负有生态环境保护监督管理职责的部门、机构",
     "生态环境等部门", "城市管理部门", "有关主管部门"],
)  # fmt: skip
def test_open_names_are_vague(name: str) -> None:
    assert vague(name)
    assert may_coincide(name, "税务机关")


@pytest.mark.parametrize(
    ("one", "other", "same"),
    [
        ("生态环境主管部门", "市场监督管理部门", False),
        ("公安机关", "公安机关交通管理部门", True),
        ("生态环境主管部门", "省级以上人民政府生态环境主管部门", True),
        ("住房城乡建设主管部门", "城镇排水主管部门", True),
        ("农业农村主管部门", "渔业渔政主管部门", True),
        ("海关", "能源主管部门", False),
    ],
)
def test_coinciding_names(one: str, other: str, same: bool) -> None:
    assert may_coincide(one, other) is same
    assert may_coincide(other, one) is same
