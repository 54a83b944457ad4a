"""Forms: several papers of one blueprint, alike in difficulty, sharing as few items as can be.

Form A is the paper that the blueprint has by itself.  Each further form is the heaviest paper, by weights of its own, of
items that no form before it holds; where there are too few of those, of as few used ones as can be, counted first and
held to.  How few repeats any papers could do with is bounded by a linear program over all forms at once: since all forms
keep to the same rows, their mean is a fractional paper, and an item of which it takes more than one K-th repeats.
"""

import math
from collections import Counter
from collections.abc import Callable, Sequence

from generator.exams.assembly import arranged, first_choice, heaviest, rows
from generator.exams.candidates import Candidate, reduced, reweighed
from generator.exams.demands import demands
from generator.exams.paper import Exam
from generator.exams.scale import UNIT, difficulty_of
from generator.exams.solver import Column, Row, choose, maximise
from generator.kinds.blueprint import Blueprint
from generator.library import Library
from generator.problems import Problems
from generator.questions.bank import Bank
from generator.questions.item import letter

#: How far the mean difficulty of a form may lie from that of form A; any two forms then lie within twice as much.
NEAR = 0.01
Chosen = list[Candidate]


def assemble_exam(
    blueprint: Blueprint,
    library: Library,
    bank: Bank,
    problems: Problems,
    seed: int | None = None,
    forms: int | None = None,
    tell: Callable[[str], None] = lambda text: None,
) -> Exam | None:
    """Assemble the forms of a blueprint.

    Args:
        blueprint, library, bank, problems, seed: as ``assembly.assemble`` takes them.
        forms: how many, where not as many as the blueprint says.
        tell: called with what is being done, for people who wait.

    Returns:
        The exam with its forms A, B, C …; None where a problem was reported.
    """
    drawn = blueprint.seed if seed is None else seed
    count = blueprint.forms if forms is None else forms
    found = first_choice(blueprint, library, bank, problems, drawn)
    if found is None:
        return None
    pool, first = found
    chosen = [first]
    for number in range(1, count):
        tell(f"组第 {number + 1} 卷")
        weighed = reweighed(blueprint, pool, f"{drawn}/{letter(number)}")
        chosen.append(_next_form(blueprint, weighed, chosen))
    repeats = _repeats(blueprint, chosen)
    bound = _least_repeats(blueprint, pool, count) if repeats else 0
    papers = tuple(arranged(blueprint, drawn, form, letter(number), count == 1) for number, form in enumerate(chosen))
    return Exam(blueprint, drawn, papers, repeats, bound)


def draw_exam(
    blueprint: Blueprint,
    library: Library,
    bank: Bank,
    problems: Problems,
    people: Sequence[str],
    seed: int | None = None,
    tell: Callable[[str], None] = lambda text: None,
) -> Exam | None:
    """A form of their own for each candidate: it depends on blueprint, bank, seed and the candidate's number alone.

    Args:
        blueprint, library, bank, problems, seed, tell: as in ``assemble_exam``.
        people: numbers of the candidates, without repetition; they name the forms.
    """
    drawn = blueprint.seed if seed is None else seed
    found = first_choice(blueprint, library, bank, problems, drawn)
    if found is None:
        return None
    pool, first = found
    papers = []
    for place, person in enumerate(people, 1):
        tell(f"抽第 {place} 人的卷，共 {len(people)} 人")
        weighed = reweighed(blueprint, pool, f"{drawn}/draw/{person}")
        own = heaviest(blueprint, weighed, _level(first))
        assert own is not None, "the first choice itself keeps to every row"
        papers.append(arranged(blueprint, drawn, own, person, alone=False))
    return Exam(blueprint, drawn, tuple(papers), drawn=True)


def _level(first: Chosen) -> tuple[int, int]:
    """Bounds of the sum of difficulties, in ten-thousandths, for forms as hard as ``first``."""
    total, slack = sum(difficulty_of(c.item) for c in first), round(NEAR * UNIT) * len(first)
    return total - slack, total + slack


def _next_form(blueprint: Blueprint, pool: Sequence[Candidate], before: Sequence[Chosen]) -> Chosen:
    """The heaviest paper with as few items of earlier forms as can be; items that every form must hold don't count."""
    level = _level(before[0])
    used = {c.item.id for form in before for c in form} - set(blueprint.include)
    fresh = [c for c in pool if c.item.id not in used]
    return heaviest(blueprint, fresh, level) or _sparing(
        blueprint, fresh, [c for c in pool if c.item.id in used], level
    )


def _sparing(
    blueprint: Blueprint, fresh: Sequence[Candidate], used: Sequence[Candidate], level: tuple[int, int]
) -> Chosen:
    """First the least number of used items, then the heaviest paper with no more of them."""
    fewer = (*reduced(blueprint, fresh, level=True), *reduced(blueprint, used, level=True))
    again = {c.item.id for c in used}
    limits = rows(blueprint, fewer, level)
    taken = tuple((column, 1.0) for column, c in enumerate(fewer) if c.item.id in again)
    values = maximise([Column(-1.0 if c.item.id in again else 0.0) for c in fewer], limits)
    assert values is not None, "an earlier form itself keeps to every row"
    least = sum(values[column] for column, _ in taken)
    chosen = choose([c.weight for c in fewer], [*limits, Row(taken, high=least)])
    assert chosen is not None
    return [fewer[column] for column in sorted(chosen)]


def _repeats(blueprint: Blueprint, chosen: Sequence[Chosen]) -> int:
    uses = Counter(c.item.id for form in chosen for c in form)
    return sum(count - 1 for id, count in uses.items() if id not in set(blueprint.include))


def _least_repeats(blueprint: Blueprint, pool: Sequence[Candidate], forms: int) -> int:
    """A number of repeats that no ``forms`` papers of ``pool`` can go below."""
    homes: dict[str, list[int]] = {}
    for column, candidate in enumerate(pool):
        homes.setdefault(candidate.item.id, []).append(column)
    columns = [Column(0.0, whole=False) for _ in pool]
    limits = [demand.row for demand in demands(blueprint, pool)]
    for id, places in homes.items():
        if id not in set(blueprint.include):
            over = (len(columns), -1.0)
            columns.append(Column(-1.0, float(forms), whole=False))
            limits.append(Row((*((place, float(forms)) for place in places), over), high=1))
    values = maximise(columns, limits)
    assert values is not None, "papers exist"
    return math.ceil(sum(values[len(pool) :]) - 1e-6)
