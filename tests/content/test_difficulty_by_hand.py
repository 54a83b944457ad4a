"""The estimate of difficulty against sixty items that a person ranked by reading, before the formula was written."""

import json
from collections.abc import Sequence
from pathlib import Path
from statistics import correlation

from generator.questions.bank import Bank

RANKED = Path(__file__).with_name("difficulty_by_hand.jsonl")
FEWEST = 45  # of the sixty that the bank must still have; below that, draw and rank anew
NEEDED = 0.5


def spearman(one: Sequence[float], other: Sequence[float]) -> float:
    """Correlation of ranks, ties sharing their mean rank."""
    return correlation(_ranks(one), _ranks(other))


def _ranks(values: Sequence[float]) -> list[float]:
    ordered = sorted(values)
    return [ordered.index(value) + (ordered.count(value) - 1) / 2 for value in values]


def test_the_estimate_ranks_as_a_reader_does(bank: Bank) -> None:
    ranked = [json.loads(line) for line in RANKED.read_text(encoding="utf-8").splitlines()]
    assert len({one["id"] for one in ranked}) == 60
    assert all(one["why"] and 0 < one["share"] < 1 for one in ranked)
    left = [(1 - one["share"], bank.by_id[one["id"]].difficulty) for one in ranked if one["id"] in bank.by_id]
    assert len(left) >= FEWEST
    assert spearman(*zip(*left, strict=True)) >= NEEDED


def test_ranks_are_compared_and_not_values() -> None:
    assert spearman([1, 2, 3, 4], [1, 10, 100, 1000]) == 1
    assert spearman([1, 2, 3, 4], [4, 3, 2, 1]) == -1
    assert spearman([1, 2, 2, 3], [1, 2, 2, 3]) == 1
