"""Nobody passes who knows no law: what test-wise solvers get right, rule by rule and paper by paper."""

import os
from collections.abc import Mapping
from statistics import mean

import pytest

from generator.library import Library
from generator.questions.authored import RULE_ID
from generator.questions.bank import Bank
from tests.questions._made import made
from tests.questions.testwise import STRATEGIES, Found, naive_bayes, scored
from tests.questions.testwise_papers import POINTS, gains

FEWEST = 10  # items of a rule below which a share means nothing
ABOVE = 0.10


@pytest.fixture(scope="module", params=STRATEGIES)
def answered(request: pytest.FixtureRequest, bank: Bank) -> dict[str, Found]:
    """What a solver gets right of the whole bank, by rule and type."""
    return scored(bank.items, STRATEGIES[request.param])


def test_no_rule_is_answered_without_law(answered: dict[str, Found]) -> None:
    assert not convicted(answered, by_hand=False)


def test_authored_questions_are_not_answered_without_law(answered: dict[str, Found]) -> None:
    assert not convicted(answered, by_hand=True)


def convicted(found: Mapping[str, Found], by_hand: bool) -> dict[str, Found]:
    """Rules and types that give themselves away; of questions by hand, or of all others."""
    return {
        rule: f
        for rule, f in found.items()
        if rule.startswith(f"{RULE_ID}/") == by_hand and f.count >= FEWEST and f.low > f.chance + ABOVE
    }


def test_a_rule_that_tells_is_convicted() -> None:
    """The solvers themselves: names that are always right, and keys that repeat the stem."""
    often = [
        made(f"a/{n}", "生态环境主管部门", ["海关", "公安机关", "税务机关"], stem=f"第{n}件事归谁管：")
        for n in range(60)
    ]
    found = scored(often, STRATEGIES["most_often_true"])["a/single"]
    assert found.low > 0.9
    said = [
        made(f"b/{n}", f"甲{n}乙类船舶", [f"丙{n}", f"丁{n}", f"戊{n}"], stem=f"甲{n}乙类船舶归哪里：")
        for n in range(60)
    ]
    assert scored(said, STRATEGIES["from_the_stem"])["b/single"].low > 0.9
    assert scored(said, naive_bayes)["b/single"].low > 0.9


@pytest.mark.slow
def test_no_paper_is_passed_without_law(library: Library, bank: Bank) -> None:
    """Of papers of each blueprint, learned from all items but the paper's: at most six points above blind.

    The mean of as many draws as tell it from luck; ``PUFA_DRAWS`` for another number, ``python -m tests.bench testwise`` for fifty.
    """
    gained = {id: mean(of) for id, of in gains(library, bank, int(os.environ.get("PUFA_DRAWS", "12"))).items()}
    assert {id: round(more, 2) for id, more in gained.items() if more > POINTS} == {}
