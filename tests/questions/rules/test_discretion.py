"""Fines by a discretion table: the working, the law it is used under, and when it is not used."""

import datetime

import pytest

from generator.questions.bank import Bank
from generator.questions.evaluate import verdicts
from generator.questions.item import Item
from generator.questions.types import answer

TABLES = "content/benchmarks/river.yml"


def of(bank: Bank, table: str) -> list[Item]:
    return [item for item in bank.by_rule.get("discretion", ()) if item.id.startswith(f"discretion/{table}/")]


def skips(bank: Bank) -> set[str]:
    return {skip.reason for rule, skip in bank.skips if rule == "discretion"}


def test_table_of_repealed_law_is_used_for_conduct_before_the_repeal(bank: Bank) -> None:
    found = of(bank, "oil-table")
    assert found
    for item in found:
        assert "2026年6月" in item.stem
        assert "2026年10月作出处罚决定" in item.stem
        assert "第1057条" in item.stem
        assert "2021年所附" in item.stem
        assert "待与法典衔接" in item.stem
        assert item.sample
        assert item.valid_until == datetime.date(2027, 1, 1)
        assert {b.key for b in item.basis} == {"6", "1057", "1136"}


def test_weights_are_summed_cut_and_taken_of_the_greatest_fine(bank: Bank) -> None:
    for item in of(bank, "oil-table"):
        weights = (
            10
            + 35 * ("排放量：“10吨以上”" in item.stem)
            + 60 * ("“逾期未改正”" in item.stem)
            + 5 * ("“枯水期”" in item.stem)
        )
        fine = max(100_000, min(weights, 100) * 10_000)
        assert item.response.blanks[0].accepted[1] == str(fine)
        assert f"{min(weights, 100)}%" in item.explanation


def test_table_of_law_in_force_with_the_same_amounts_is_used_today(bank: Bank) -> None:
    found = of(bank, "acid-table")
    assert found
    for item in found:
        assert "1057" not in item.stem
        assert "生态环境法典第1136条" in item.stem
        assert "对单位" not in item.stem


def test_draws_of_a_table_differ_and_never_meet(bank: Bank) -> None:
    for table in ("oil-table", "acid-table"):
        found = of(bank, table)
        assert len({item.response for item in found}) == len(found)
        assert len({item.facts[0] for item in found}) == 1


def test_span_is_a_skip(bank: Bank) -> None:
    assert not of(bank, "slag-table")
    assert "幅度罚款的裁量表只给出区间，数额不唯一" in skips(bank)


def test_heavier_old_law_is_a_skip(bank: Bank) -> None:
    """The least fine then was 50,000, the Code's is 20,000: which law is milder is for the case to show."""
    assert not of(bank, "tank-table")
    assert "与现行条文相比不是一律不重，旧案适用哪部法律要逐案比较" in skips(bank)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("    base: 2000000", "    base: 3000000", "裁量表的罚款幅度与现行条文不同，不能用于现在的行为"),
        ("    title: 向河里排放废酸", "    note: 合计不足20%的按20%算。\n    title: 向河里排放废酸", "表注写明依另一部法规处罚时另有下限，依哪一部处罚要逐案判断"),
    ],
    ids=["other-amounts", "other-floor"],
)  # fmt: skip
def test_what_is_not_beyond_dispute_is_a_skip(project, old: str, new: str, reason: str) -> None:
    bank = project.replace(TABLES, old, new).bank()
    assert not of(bank, "acid-table")
    assert reason in skips(bank)


def test_decision_after_the_end_of_the_tables_is_a_skip(project) -> None:
    project.replace("content/regulations/river.yml", "repealed_on: 2027-01-01", "repealed_on: 2026-10-01")
    bank = project.bank(datetime.date(2026, 9, 15))
    assert not of(bank, "oil-table")
    assert "作出决定时裁量表已经失效" in skips(bank)


def test_altered_weight_changes_the_item_and_is_noticed(project) -> None:
    before = of(project.bank(), "oil-table")
    project.replace(TABLES, "    start: 10", "    start: 11")
    library = project.library()
    assert all(list(verdicts(library, item)) for item in before if answer(item) != "100万元")
    assert [answer(i) for i in of(project.bank(), "oil-table")] != [answer(i) for i in before]
