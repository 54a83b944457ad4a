"""What somebody without law, who has learned all other items, gains on whole papers over who guesses blindly."""

from collections.abc import Sequence
from statistics import mean

from generator.exams.assembly import assemble
from generator.exams.paper import Paper
from generator.kinds.blueprint import Blueprint
from generator.library import Library
from generator.problems import Problems
from generator.questions import types
from generator.questions.bank import Bank
from generator.questions.item import Item, rank
from tests.questions.testwise import Bayes, Solver, parts, picked

#: Points of a hundred that may be gained in the mean.
POINTS = 6.0
_TURNS = 8  # blind guesses a paper


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


def gains(library: Library, bank: Bank, draws: int, only: Sequence[str] = ()) -> dict[str, list[float]]:
    """Id of each blueprint, or of ``only`` these → points above blind on its papers, draw by draw.

    Learned from all items but the paper's.
    """
    solver = Bayes(list(parts(bank.items)))
    gained = {}
    for plan in [one for one in library.of("blueprint", Blueprint) if not only or one.id in only]:
        found = []
        for seed in range(draws):
            paper = assemble(plan, library, bank, Problems(), seed)
            assert paper is not None, (plan.id, seed)
            inside = list(parts([item for section in paper.sections for item in section.items]))
            solver.learn(inside, -1)
            chance = mean(points(paper, blind(f"{seed}/{turn}")) for turn in range(_TURNS))
            found.append(points(paper, solver) - chance)
            solver.learn(inside)
        gained[plan.id] = found
    return gained
