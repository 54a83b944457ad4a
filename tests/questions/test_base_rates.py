"""Texts that tell by themselves whether they are right are found, within their rule, and only where enough items show it."""

from dataclasses import replace

import pytest

from generator.library import Library
from generator.questions.bank import Bank
from generator.questions.base_rates import OFTEN, interval, skewed
from generator.questions.item import Item, Option
from generator.questions.report import report


@pytest.fixture
def single(bank: Bank) -> Item:
    return next(item for item in bank.items if item.type == "single")


def _items(single: Item, right: int, used: int, rule: str = "measures") -> list[Item]:
    """``used`` items of ``rule`` in which 罚款 stands, ``right`` of them with 罚款 as the key; the others differ each time."""
    return [
        replace(
            single,
            id=f"{rule}/{at}",
            rule=rule,
            options=(
                Option("罚款", at < right, ""),
                *(Option(f"{at}之{n}", at >= right and not n, "") for n in range(3)),
            ),
        )
        for at in range(used)
    ]


@pytest.mark.parametrize(
    ("right", "used", "found"),
    [
        (OFTEN, OFTEN, True),
        (OFTEN - 1, OFTEN - 1, False),  # too few to tell
        (0, OFTEN, False),  # the interval still reaches 11%
        (0, 35, True),
        (71, 102, True),
        (65, 102, False),  # above 60%, but the interval reaches below
        (25, 100, False),
        (1, 100, True),
    ],
)
def test_share_must_lie_wholly_outside(single: Item, right: int, used: int, found: bool) -> None:
    assert [(one.text, one.right, one.used) for one in skewed(_items(single, right, used))] == (
        [("罚款", right, used)] if found else []
    )


def test_each_rule_by_itself(single: Item) -> None:
    even = [*_items(single, 40, 40), *_items(single, 0, 60, "tier")]
    assert [(one.rule, one.right) for one in skewed(even)] == [("measures", 40), ("tier", 0)]


def test_verdicts_are_left_aside(bank: Bank) -> None:
    judge = next(item for item in bank.items if item.type == "judge")
    assert skewed([judge] * 100) == ()


def test_interval_is_wilsons() -> None:
    low, high = interval(8, 10)
    assert (round(low, 4), round(high, 4)) == (0.4902, 0.9433)
    assert interval(0, 40)[0] == 0.0
    assert interval(40, 40)[1] == 1.0


def test_report_names_them(library: Library, single: Item) -> None:
    found = report(library, Bank(tuple(_items(single, 40, 40))))
    assert [one.text for one in found.skewed] == ["罚款"]
