"""Keys of parts and statements are spread: no option of a fixed choice is the one to take without reading."""

from collections import Counter

from generator.questions import types
from generator.questions.bank import Bank
from generator.questions.item import Item


def parts_asking(bank: Bank, ask: str) -> list[Item]:
    return [
        part
        for item in bank.items
        if item.type == "chain"
        for part in types.of(item).decided(item)
        if part.claim and part.claim.ask == ask
    ]


def test_no_answer_on_detention_is_usually_right(bank: Bank) -> None:
    parts = parts_asking(bank, "custody")
    right = Counter(option.text for part in parts for option in part.options if option.correct)
    assert len(right) >= 3
    assert max(right.values()) <= 0.6 * len(parts)


def test_what_late_payment_costs_is_asked_of_the_lesser_part_of_letters(bank: Bank) -> None:
    letters = [item for item in bank.items if item.rule == "decision-letter"]
    assert 0 < len(parts_asking(bank, "surcharge")) < 0.7 * len(letters)


def test_the_old_law_is_not_what_a_statement_always_names_rightly(bank: Bank) -> None:
    found = Counter(
        ("应当适用《生态环境法典》" in item.stem, item.options[0].correct)
        for item in bank.items
        if item.rule == "applicable-law" and item.type == "judge"
    )
    for code in (True, False):
        same, other = found[code, True], found[code, False]
        assert max(same, other) <= 0.75 * max(4, same + other), found


def test_a_licence_for_dumping_at_sea_is_offered_beside_marine_conduct_alone(bank: Bank) -> None:
    shown = [
        item
        for item in bank.items
        if item.rule == "measures" and any("倾倒许可证" in option.text for option in item.options)
    ]
    assert shown
    assert {item.id for item in shown if "marine" not in item.topics} == set()


def test_doing_right_is_right_at_times(bank: Bank) -> None:
    said = [
        option.correct
        for item in bank.items
        if item.rule == "authored" and item.type == "single"
        for option in item.options
        if option.text.startswith("做得对")
    ]
    assert 0.2 <= sum(said) / len(said) <= 0.6
