"""Assembly: the one paper that a blueprint, a bank and a seed make, as an exact optimum.

Any paper that meets the blueprint would do, so the seed decides: each item has a weight from the hash of seed and id, and
the heaviest paper wins.  The same seed therefore gives the same paper on every machine, and another seed another one.
"""

from collections.abc import Iterable

from generator.exams.candidates import Candidate, candidates, reduced
from generator.exams.demands import conflicts, demands
from generator.exams.paper import Paper, PaperSection
from generator.exams.plan import plan_problems
from generator.exams.shortage import shortages
from generator.exams.solver import choose
from generator.kinds.blueprint import Blueprint
from generator.library import Library
from generator.problems import Problems
from generator.questions.bank import Bank
from generator.questions.item import rank


def assemble(
    blueprint: Blueprint, library: Library, bank: Bank, problems: Problems, seed: int | None = None
) -> Paper | None:
    """Assemble the paper of a blueprint: counts, quotas and difficulty met, no item twice, no fact asked twice.

    Args:
        blueprint: what the paper must hold.
        library: resolved at the day whose law the paper asks.
        bank: the items to draw from, all in force on that day; invented ones may be drawn and stay marked.
        problems: E502 where the blueprint itself is wrong (or is for another day), E501 where the bank cannot meet it.
        seed: draws another paper than the blueprint's own seed does.

    Returns:
        The paper; None where a problem was reported.
    """
    wrong = plan_problems(blueprint, library)
    if wrong:
        problems.extend(wrong)
        return None
    drawn = blueprint.seed if seed is None else seed
    pool = candidates(blueprint, bank, drawn)
    fewer = reduced(blueprint, pool)
    rows = [*(demand.row for demand in demands(blueprint, fewer)), *conflicts(fewer)]
    chosen = choose([candidate.weight for candidate in fewer], rows)
    if chosen is None:
        problems.extend(shortages(blueprint, library, bank, pool))
        return None
    return _paper(blueprint, drawn, [fewer[column] for column in sorted(chosen)])


def published_papers(library: Library, bank: Bank, problems: Problems) -> tuple[Paper, ...]:
    """The papers of all blueprints that are published, in library order; those with problems are left out."""
    plans = [plan for plan in library.of("blueprint", Blueprint) if plan.publish]
    papers = (assemble(plan, library, bank, problems) for plan in plans)
    return tuple(paper for paper in papers if paper is not None)


def _paper(blueprint: Blueprint, seed: int, chosen: Iterable[Candidate]) -> Paper:
    """Arrange what was chosen; the order within a section is a shuffle by hash."""
    inside: dict[int, list[Candidate]] = {}
    for candidate in chosen:
        inside.setdefault(candidate.section, []).append(candidate)
    sections = []
    for index, plan in enumerate(blueprint.sections):
        shuffle = f"{blueprint.id}/{seed}/{index}/order"
        items = sorted((c.item for c in inside[index]), key=lambda item: (rank(shuffle, item.id), item.id))
        sections.append(PaperSection(plan.title, plan.type, plan.points, tuple(items)))
    return Paper(blueprint, seed, tuple(sections))
