"""The report counts what the bank holds and names what no item asks."""

from dataclasses import replace

from generator.library import Library
from generator.questions.bank import Bank, rule_titles
from generator.questions.fact_ids import record_named
from generator.questions.report import report
from generator.questions.types import answer


def test_counts_add_up(library: Library, bank: Bank) -> None:
    found = report(library, bank)
    assert found.total == len(bank.items) == sum(found.types.values()) == sum(found.rules.values())
    assert sum(found.levels.values()) == found.total
    assert sum(count for _, _, count in found.skips) == len(bank.skips)
    assert sum(found.cells.values()) == sum(len(item.topics) for item in bank.items)
    assert {rule for rule, _ in found.rules} <= set(rule_titles())


def test_what_loses_its_items_is_named(library: Library, bank: Bank) -> None:
    item = next(item for item in bank.items if item.rule == "procedure-order")
    kind, procedure = record_named(next(fact for fact in item.facts if record_named(fact)[0] == "procedure"))
    assert procedure not in {record.id for record in report(library, bank).unasked.get(kind, ())}
    without = replace(bank, items=tuple(i for i in bank.items if (kind, procedure) not in map(record_named, i.facts)))
    assert procedure in {record.id for record in report(library, without).unasked[kind]}


def test_topics_and_conducts_without_items_are_named(library: Library) -> None:
    found = report(library, Bank())
    assert found.topics == tuple(topic.id for topic in library.topics)
    assert found.conducts == tuple(conduct.id for conduct in library.conducts)
    assert found.lengths is None


def test_verdicts_and_places_are_those_of_the_items(library: Library, bank: Bank) -> None:
    found = report(library, bank)
    judge = [item for item in bank.items if item.type == "judge"]
    assert found.spreads["judge"].counts["正确"] == sum(answer(item) == "正确" for item in judge)
    assert found.spreads["single"].total == sum(item.type == "single" and len(item.options) == 4 for item in bank.items)
