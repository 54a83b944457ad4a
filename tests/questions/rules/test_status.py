"""Which laws a decision may still rest on: four side by side, two or three of them asked for."""

from dataclasses import replace

from generator.library import Library
from generator.questions.bank import Bank
from generator.questions.evaluate import verdicts


def test_both_kinds_stand_side_by_side(bank: Bank) -> None:
    items = bank.by_rule["status"]
    assert items
    for item in items:
        assert item.type == "multiple"
        assert len(item.options) == 4
        assert 2 <= sum(option.correct for option in item.options) <= 3
        gone = "引用就错" in item.stem
        for option in item.options:
            ceased = option.text in {
                "《环境影响评价法》",
                "《大气污染防治法》",
                "《噪声污染防治法》",
                "《水污染防治法》",
            }
            assert option.correct == (ceased == gone), (item.id, option.text)


def test_a_law_turned_is_noticed(bank: Bank, library: Library) -> None:
    for item in bank.by_rule["status"]:
        assert list(verdicts(library, item)) == []
        for place in range(len(item.options)):
            options = tuple(
                replace(option, correct=not option.correct) if index == place else option
                for index, option in enumerate(item.options)
            )
            assert list(verdicts(library, replace(item, options=options))), (item.id, place)
