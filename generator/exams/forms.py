"""Forms: several papers of one blueprint, alike in difficulty, sharing as few items as can be.

Form A is the paper that the blueprint has by itself.  Each further form is the heaviest paper, by weights of its own, of
those that hold the fewest items of the forms before it and are about as hard as form A.  Where all in all that repeats
more than some forms might, forms are chosen anew beside the others, A too.
"""

from collections.abc import Callable, Sequence

from generator.exams.apart import Desk, pull_apart
from generator.exams.assembly import arranged, first_choice
from generator.exams.eligible import Eligible, weights
from generator.exams.paper import Exam
from generator.exams.sifting import Choice
from generator.kinds.blueprint import Blueprint
from generator.library import Library
from generator.problems import Problems
from generator.questions.bank import Bank
from generator.questions.item import letter


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
    liking = [[c.weight for c in pool], *(weights(blueprint, pool, f"{drawn}/{letter(n)}") for n in range(1, count))]
    desk, chosen, bound = _fewest_repeats(blueprint, pool, first, liking, tell)
    papers = tuple(
        arranged(blueprint, drawn, desk.items(form), letter(number), count == 1) for number, form in enumerate(chosen)
    )
    return Exam(blueprint, drawn, papers, desk.repeats(chosen), bound, proven=all(form.proven for form in chosen))


def _fewest_repeats(
    blueprint: Blueprint,
    pool: Sequence[Eligible],
    first: Choice,
    liking: Sequence[Sequence[int]],
    tell: Callable[[str], None],
) -> tuple[Desk, list[Choice], int]:
    """The forms, one for each set of weights, the desk they come from, and how many repeats any forms must have."""
    best, bound = None, 0
    for harder in (0, 1, -1):
        desk, forms = Desk(blueprint, pool, first, harder), [first]
        for number, liked in enumerate(liking[1:], 2):
            tell(f"组第 {number} 卷")
            forms.append(desk.next_form(liked, forms))
        if best is None and desk.repeats(forms):
            bound = desk.least_repeats(len(forms))
        if desk.repeats(forms) > bound:
            tell("减少各卷之间的重复")
            forms = pull_apart(desk, forms, liking, bound)
        if best is None or desk.repeats(forms) < desk.repeats(best[1]):
            best = desk, forms
        if desk.repeats(forms) == bound:
            break
    assert best is not None
    return *best, bound


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
    desk, papers, proven = Desk(blueprint, pool, first), [], first.proven
    for place, person in enumerate(people, 1):
        tell(f"抽第 {place} 人的卷，共 {len(people)} 人")
        own = desk.any_form(weights(blueprint, pool, f"{drawn}/draw/{person}"))
        papers.append(arranged(blueprint, drawn, desk.items(own), person, alone=False))
        proven = proven and own.proven
    return Exam(blueprint, drawn, tuple(papers), drawn=True, proven=proven)
