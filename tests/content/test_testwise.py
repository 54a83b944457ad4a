"""Nobody passes who knows no law: what test-wise solvers get right, rule by rule and paper by paper."""

import os
from collections.abc import Mapping, Sequence
from statistics import mean

import pytest

from generator.exams.assembly import assemble
from generator.exams.paper import Paper
from generator.kinds.blueprint import Blueprint
from generator.library import Library
from generator.problems import Problems
from generator.questions import types
from generator.questions.authored import RULE_ID
from generator.questions.bank import Bank
from generator.questions.item import Item, rank
from tests.questions._made import made
from tests.questions.testwise import STRATEGIES, Bayes, Found, Solver, naive_bayes, parts, picked, scored

FEWEST = 10  # items of a rule below which a share means nothing
ABOVE = 0.10
POINTS = 6.0


@pytest.mark.parametrize("name", STRATEGIES)
def test_no_rule_is_answered_without_law(name: str, bank: Bank) -> None:
    found = scored(bank.items, STRATEGIES[name])
    assert not convicted(found, by_hand=False)


@pytest.mark.parametrize("name", STRATEGIES)
def test_authored_questions_are_not_answered_without_law(name: str, bank: Bank) -> None:
    assert not convicted(scored(bank.items, STRATEGIES[name]), by_hand=True)


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


def points(paper: Paper, solve: Solver) -> float:
    """Points of a hundred that the solver's answers earn, by the paper's own rule of marking."""
    earned = total = 0.0
    for section in paper.sections:
        for item in section.items:
            worth = section.points
            total += (types.of(item).worth(item) or worth * types.of(item).takes(item)) or 0.0
            for part in parts([item]):
                earned += worth * share(part, picked(part, solve(part)), paper.blueprint.marking)
    return 100 * earned / total


def share(item: Item, taken: Sequence[bool], marking: str) -> float:
    right = [option.correct for option in item.options]
    if list(taken) == right:
        return 1.0
    within = any(taken) and all(r or not t for t, r in zip(taken, right, strict=True))
    return 0.5 if within and marking == "half" and not types.of(item).sole else 0.0


def blind(seed: str) -> Solver:
    """Any option as likely as any other."""
    return lambda item: [rank(f"{seed}/{item.id}/{option.text}", "blind") / 2**64 - 0.5 for option in item.options]


@pytest.mark.slow
def test_no_paper_is_passed_without_law(library: Library, bank: Bank) -> None:
    """Of papers of each blueprint, learned from all items but the paper's: at most six points above blind.

    The mean of as many draws as tell it from luck; ``PUFA_DRAWS`` for another number.
    """
    gained = {}
    solver = Bayes(list(parts(bank.items)))
    for plan in library.of("blueprint", Blueprint):
        found = []
        for seed in range(int(os.environ.get("PUFA_DRAWS", "8"))):
            paper = assemble(plan, library, bank, Problems(), seed)
            assert paper is not None, (plan.id, seed)
            inside = list(parts([item for section in paper.sections for item in section.items]))
            solver.learn(inside, -1)
            chance = mean(points(paper, blind(f"{seed}/{turn}")) for turn in range(8))
            found.append(points(paper, solver) - chance)
            solver.learn(inside)
        gained[plan.id] = round(mean(found), 2)
    assert {id: gain for id, gain in gained.items() if gain > POINTS} == {}
