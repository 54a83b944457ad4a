"""The estimate of difficulty against sixty items that a person ranked by reading, without a look at the estimates."""

import json
from collections.abc import Sequence
from pathlib import Path
from statistics import correlation
from typing import Any

from generator.questions.bank import Bank

RANKED = Path(__file__).with_name("difficulty_by_hand.jsonl")
MOST_GONE = 6  # of the sixty that may have left the bank; with more, draw and rank anew
NEEDED = 0.5


def spearman(one: Sequence[float], other: Sequence[float]) -> float:
    """Correlation of ranks, ties sharing their mean rank."""
    return correlation(_ranks(one), _ranks(other))


def _ranks(values: Sequence[float]) -> list[float]:
    ordered = sorted(values)
    return [ordered.index(value) + (ordered.count(value) - 1) / 2 for value in values]


def ranked() -> list[dict[str, Any]]:
    return [json.loads(line) for line in RANKED.read_text(encoding="utf-8").splitlines()]


def test_the_estimate_ranks_as_a_reader_does(bank: Bank) -> None:
    found = ranked()
    assert len({one["id"] for one in found}) == 60
    assert all(one["why"] and 0 < one["share"] < 1 for one in found)
    left = [(1 - one["share"], bank.by_id[one["id"]].difficulty) for one in found if one["id"] in bank.by_id]
    assert spearman(*zip(*left, strict=True)) >= NEEDED


def test_no_ranked_item_vanishes_unsaid(bank: Bank) -> None:
    """One that leaves the bank is marked ``"gone": "why"``: eleven of the first sixty had gone before anybody noticed."""
    missing = {one["id"] for one in ranked() if one["id"] not in bank.by_id}
    gone = {one["id"]: one["gone"] for one in ranked() if "gone" in one}
    assert missing == set(gone)
    assert all(gone.values())
    assert len(gone) <= MOST_GONE


def test_ranks_are_compared_and_not_values() -> None:
    assert spearman([1, 2, 3, 4], [1, 10, 100, 1000]) == 1
    assert spearman([1, 2, 3, 4], [4, 3, 2, 1]) == -1
    assert spearman([1, 2, 2, 3], [1, 2, 2, 3]) == 1
