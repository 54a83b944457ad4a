"""Daily fines: the days that the article fixes, the sum, and conduct of which the article surely speaks."""

import datetime
import re
from dataclasses import replace

from generator.legal.money import parse_yuan
from generator.questions.answers import fills
from generator.questions.bank import Bank
from generator.questions.evaluate import verdicts
from generator.questions.item import Blank, Item, Response

RIVER = "content/conducts/river.yml"


def days(item: Item) -> int:
    first, last = (datetime.date(*map(int, found)) for found in re.findall(r"(\d+)年(\d+)月(\d+)日", item.stem))
    return (last - first).days


def fine(item: Item) -> int:
    found = re.search(r"[\d.]+万元", item.stem.replace("“", ""))
    assert found
    return parse_yuan(found[0])


def test_sum_runs_from_the_day_after_the_order_to_the_day_of_the_check(bank: Bank) -> None:
    item = bank.by_id["daily-fine/oil/polluter/0"]
    assert 100_000 <= fine(item) <= 1_000_000
    total = fine(item) * days(item)
    blank = item.response.blanks[0]
    assert all(fills(blank, text) for text in (f"{total}元", f"{total // 10000}万元", str(total)))
    assert not fills(blank, f"{total + fine(item)}元")
    assert f"共{days(item)}日" in item.explanation
    assert "第1060条" in item.stem
    assert "原罚款" in item.stem


def test_day_more_is_noticed(library, bank: Bank) -> None:
    item = bank.by_id["daily-fine/oil/polluter/0"]
    total = fine(item) * (days(item) + 1)
    wrong = replace(item, response=Response(blanks=(Blank((f"{total}元",)),)))
    assert list(verdicts(library, wrong))


def test_only_conduct_on_which_daily_fines_fall_beyond_doubt(bank: Bank) -> None:
    assert {item.conduct for item in bank.by_rule["daily-fine"]} == {"oil", "acid"}


def test_two_never_meet_in_a_paper(bank: Bank) -> None:
    one, other = bank.by_rule["daily-fine"]
    assert set(one.facts) & set(other.facts)


def test_fine_outside_the_altered_tier_is_noticed(project) -> None:
    item = project.bank().by_id["daily-fine/oil/polluter/0"]
    project.replace(
        RIVER,
        "fine: {range: {min: 100000, max: 1000000}}}\n          - {condition: 拒",
        "fine: {range: {min: 1000, max: 5000}}}\n          - {condition: 拒",
    )
    assert list(verdicts(project.library(), item))


def test_fine_without_a_span_of_yuan_is_a_skip(project) -> None:
    project.replace(
        RIVER, "fine: {range: {min: 200000, max: 2000000}}", "fine: {multiple: {min: 1, max: 5, base: 货值金额}}"
    )
    bank = project.bank()
    assert "daily-fine/acid/polluter/0" not in bank.by_id
    assert [skip.reason for rule, skip in bank.skips if rule == "daily-fine"] == ["罚款不是定额幅度，或者依据没有施行"]
