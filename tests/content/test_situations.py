"""Chains of this repository's own situations: every sort of part is asked, and decided anew."""

import re
from collections import defaultdict
from dataclasses import replace

import pytest

from generator.library import Library
from generator.questions.chained import chain_of
from generator.questions.evaluate import verdicts
from generator.questions.item import Item
from generator.questions.rules import decision_letter, penalty_notice, situation

RULES = (situation, decision_letter, penalty_notice)


@pytest.fixture(scope="module")
def chains(library: Library) -> list[Item]:
    return [item for rule in RULES for item in rule.generate(library) if isinstance(item, Item)]


def asked(chains: list[Item]) -> dict[str, list[tuple[Item, int]]]:
    found: dict[str, list[tuple[Item, int]]] = defaultdict(list)
    for item in chains:
        for number, part in enumerate(chain_of(item).parts):
            assert part.claim is not None
            found[part.claim.ask].append((item, number))
    return found


@pytest.mark.parametrize(
    "ask", ["found", "cited", "authority", "fine", "follows", "custody", "timed", "counted", "exempt", "letter"]
)
def test_every_sort_of_part_is_asked_and_a_turned_key_is_noticed(
    ask: str, chains: list[Item], library: Library
) -> None:
    items = asked(chains)[ask]
    assert items
    for item, number in items[:5]:
        chain = chain_of(item)
        part = chain.parts[number]
        for turned in range(len(part.options)):
            options = tuple(
                replace(option, correct=not option.correct) if place == turned else option
                for place, option in enumerate(part.options)
            )
            parts = (*chain.parts[:number], replace(part, options=options), *chain.parts[number + 1 :])
            found = list(verdicts(library, replace(item, response=replace(chain, parts=parts))))
            assert any(f"第 {number + 1} 小题" in text for text in found), (item.id, turned)


def test_no_option_of_law_in_time_and_of_exemption_is_always_or_never_right(chains: list[Item]) -> None:
    for ask, places in (("timed", (0, 2, 3)), ("exempt", (0, 1, 2, 3))):  # a fine that fell is rare
        right: dict[int, int] = defaultdict(int)
        for item, number in asked(chains)[ask]:
            for place, option in enumerate(chain_of(item).parts[number].options):
                right[place] += option.correct
        assert all(right[place] for place in places), (ask, dict(right))
        assert max(right.values()) < 0.6 * sum(right.values())


def test_the_same_template_has_several_keys(chains: list[Item]) -> None:
    keys = defaultdict(set)
    for item in chains:
        if item.rule == situation.ID:
            keys[item.id.split("/")[1]] |= {o.text for o in chain_of(item).parts[0].options if o.correct}
    assert all(len(found) > 1 for found in keys.values())


def test_no_consequence_is_told_by_its_words(chains: list[Item]) -> None:
    shown: dict[str, list[bool]] = defaultdict(list)
    for item, number in asked(chains)["follows"]:
        for option in chain_of(item).parts[number].options:
            shown[option.text].append(option.correct)
    assert len(shown) == 4
    assert all(0.1 < sum(right) / len(right) < 0.65 for right in shown.values()), {
        text: sum(right) / len(right) for text, right in shown.items()
    }


def test_no_sheet_tells_of_a_day_after_the_visit(chains: list[Item]) -> None:
    """A record of 9月9日 stood beside a visit on 9月7日."""
    late = []
    for item in chains:
        evidence = chain_of(item).evidence
        told = "\n".join([item.stem, *(line for sheet in evidence for line in sheet.lines)])
        visit = re.search(r"2026年(\d+)月(\d+)日", told)
        assert visit
        days = re.findall(
            r"(?<![年\d])(\d{1,2})月(\d{1,2})日",
            "\n".join(cell for sheet in evidence for row in sheet.rows for cell in row),
        )
        late += [(item.id, day) for day in days if (int(day[0]), int(day[1])) > (int(visit[1]), int(visit[2]))]
    assert not late


#: What people and places are called → what a party must be called to have them.
CALLED = {
    "店主": "店|厅|超市|馆|商行",
    "厂长": "厂|公司",
    "校长": "校|学",
    "船长": "船|航|海|公司",
}


def test_whoever_keeps_a_shop_is_a_shop(chains: list[Item]) -> None:
    """A fleet of lorries had a shopkeeper, a gym a shop."""
    strange = []
    for item in chains:
        letter = [line for sheet in chain_of(item).evidence for line in sheet.lines]
        told = "\n".join([item.stem, *letter])
        parties = re.findall(r"某[一-龥]{2,8}", told)
        assert parties
        strange += [
            (item.id, word)
            for word, kinds in CALLED.items()
            if f"{word}说，" in told and not any(re.search(kinds, party) for party in parties)
        ]
    assert strange == []
