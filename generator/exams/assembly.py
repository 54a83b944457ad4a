"""Assembly: the one paper that a blueprint, a bank and a seed make, as an exact optimum.

Any paper that meets the blueprint would do, so the seed decides: each item has a weight from the hash of seed and id, and
the heaviest paper wins.  The same seed therefore gives the same paper on every machine, and another seed another one.
"""

from collections.abc import Iterable, Sequence

from generator.exams.demands import demands, fixed
from generator.exams.eligible import Eligible, eligible_items
from generator.exams.paper import Paper, PaperSection
from generator.exams.plan import plan_problems, type_problems
from generator.exams.scale import difficulty_of
from generator.exams.shortage import shortages
from generator.exams.shuffle import FIRST, order_key, turned
from generator.exams.sifting import Choice, Program
from generator.exams.solver import NODES, GaveUp, Row
from generator.kinds.blueprint import Blueprint
from generator.library import Library
from generator.problems import Problem, Problems
from generator.questions.bank import Bank


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
    drawn = blueprint.seed if seed is None else seed
    found = first_choice(blueprint, library, bank, problems, drawn)
    return None if found is None else arranged(blueprint, drawn, (found[0][place] for place in found[1].columns))


def first_choice(
    blueprint: Blueprint, library: Library, bank: Bank, problems: Problems, seed: int
) -> tuple[tuple[Eligible, ...], Choice] | None:
    """All candidates, and those of them that make the paper of ``seed``; None where a problem was reported."""
    wrong = plan_problems(blueprint, library, bank)
    if wrong:
        problems.extend(wrong)
        return None
    pool = eligible_items(blueprint, library, bank, seed)
    try:
        chosen = Program(len(pool), rows(blueprint, pool)).heaviest([candidate.weight for candidate in pool])
    except GaveUp:
        problems.extend([_unsettled(blueprint)])
        return None
    if chosen is None:
        problems.extend(shortages(blueprint, library, bank, pool))
        return None
    return pool, chosen


def _unsettled(blueprint: Blueprint) -> Problem:
    message = f"组卷方案“{blueprint.title}”的要求太紧，搜索了 {NODES} 个节点还没有凑出一套，也没有证明凑不出"
    return Problem(blueprint.at, "E501", message, "放宽平均难度的区间，或者减少配额。")


def rows(blueprint: Blueprint, pool: Sequence[Eligible], level: tuple[int, int] | None = None) -> list[Row]:
    """Everything a paper of ``pool`` must keep to; columns are places in ``pool``.

    ``level``: least and greatest sum of the difficulties of its items, in ten-thousandths.
    """
    found = [*(demand.row for demand in demands(blueprint, pool)), *fixed(blueprint, pool)]
    if level is not None:
        terms = tuple((column, float(c.takes * difficulty_of(c.item))) for column, c in enumerate(pool))
        found.append(Row(terms, *level))
    return found


def planned(library: Library, bank: Bank, problems: Problems) -> None:
    """What is wrong with the blueprints that are not published, and what the bank lacks for them; assembling tells it of the others.

    Of one for another day only that its types exist: the bank is of the library's day.
    """
    for plan in library.of("blueprint", Blueprint):
        if not plan.publish:
            drawable(plan, library, bank, problems)


def drawable(plan: Blueprint, library: Library, bank: Bank, problems: Problems) -> None:
    """What is wrong with one blueprint, and what the bank lacks for it: any paper will do, so none is weighed."""
    if plan.as_of not in (None, library.as_of):
        problems.extend(type_problems(plan))
        return
    if wrong := plan_problems(plan, library, bank):
        problems.extend(wrong)
        return
    pool = eligible_items(plan, library, bank, plan.seed)
    try:
        if not Program(len(pool), rows(plan, pool)).possible():
            problems.extend(shortages(plan, library, bank, pool))
    except GaveUp:
        problems.extend([_unsettled(plan)])


def published_papers(library: Library, bank: Bank, problems: Problems) -> tuple[Paper, ...]:
    """The papers of all blueprints that are published, in library order; those with problems are left out."""
    plans = [plan for plan in library.of("blueprint", Blueprint) if plan.publish]
    papers = (assemble(plan, library, bank, problems) for plan in plans)
    return tuple(paper for paper in papers if paper is not None)


def arranged(
    blueprint: Blueprint, seed: int, chosen: Iterable[Eligible], form: str = FIRST, alone: bool = True
) -> Paper:
    """Arrange what was chosen; the order within a section, and in later forms that of options, is a shuffle by hash."""
    inside: dict[int, list[Eligible]] = {}
    for candidate in chosen:
        inside.setdefault(candidate.section, []).append(candidate)
    sections = []
    for index, plan in enumerate(blueprint.sections):
        shuffle = f"{blueprint.id}/{seed}/{index}/order"
        items = sorted((c.item for c in inside[index]), key=order_key(shuffle, form))
        shown = tuple(turned(item, f"{shuffle}/{form}") if form != FIRST else item for item in items)
        sections.append(PaperSection(plan.title, plan.type, plan.points, shown))
    return Paper(blueprint, seed, tuple(sections), form, alone)
