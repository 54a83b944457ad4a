"""How long forms take, and how alike and how apart they are, beside a plain greedy pick.

``python -m tests.bench exams``: invented banks of 2,000 items (2 forms of 100) and 10,000 (8 forms of 100); one process,
one thread.  The greedy pick takes, section by section and quota by quota, what the same seed likes best among what was
used least, and looks ahead to nothing; it stands for what one would write in an afternoon.

Exit code 1: over 2 s and 60 s, a quota not met, a fact asked twice in a form, or means more than 0.02 apart.
"""

import argparse
import sys
import time
from collections import Counter
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace

from generator.exams.eligible import Eligible, eligible_items, meets, weights
from generator.exams.forms import assemble_exam
from generator.kinds.blueprint import Blueprint
from generator.problems import Problems
from generator.questions.bank import Bank
from tests.bench import _exam_bank

#: Items, forms, seconds allowed.
CASES = ((2_000, 2, 2.0), (10_000, 8, 60.0))
SPREAD = 0.02
Form = list[Eligible]


@dataclass(frozen=True, slots=True)
class Measured:
    """What came of one way of picking.

    Attributes:
        seconds: by the clock.
        met, asked: quotas, counts and mean difficulties of sections, over all forms.
        twice: facts asked again in the same form.
        repeats: items that stand in an earlier form too, over all forms.
        spread: greatest difference of mean difficulty between two forms.
        bound: repeats that no forms can go below; where it is known.
    """

    seconds: float
    met: int
    asked: int
    twice: int
    repeats: int
    spread: float
    bound: int | None = None

    @property
    def sound(self) -> bool:
        """Whether everything asked is met."""
        return self.met == self.asked and not self.twice and self.spread <= SPREAD + 1e-9


def exact(plan: Blueprint, bank: Bank) -> Measured:
    """The forms that pufa makes."""
    shelf, problems = _exam_bank.library(), Problems()
    start = time.perf_counter()
    exam = assemble_exam(plan, shelf, bank, problems)
    seconds = time.perf_counter() - start
    if exam is None:
        raise SystemExit("\n".join(map(str, problems)))
    places = {(c.section, c.item.id): c for c in eligible_items(plan, shelf, bank, plan.seed)}
    forms = [
        [places[number, item.id] for number, section in enumerate(paper.sections) for item in section.items]
        for paper in exam.papers
    ]
    return measured(plan, forms, seconds, exam.bound)


def greedy(plan: Blueprint, bank: Bank) -> Measured:
    """The forms that a plain greedy pick makes."""
    start = time.perf_counter()
    pool = eligible_items(plan, _exam_bank.library(), bank, plan.seed)
    used: Counter[str] = Counter()
    forms = []
    for number in range(plan.forms):
        liked = [replace(c, weight=w) for c, w in zip(pool, weights(plan, pool, f"{plan.seed}/{number}"), strict=True)]
        form = list(_picked(plan, liked, used))
        used.update(c.item.id for c in form)
        forms.append(form)
    return measured(plan, forms, time.perf_counter() - start)


def _picked(plan: Blueprint, pool: Sequence[Eligible], used: Counter[str]) -> Iterator[Eligible]:
    """One form: for each quota what it lacks, then what fills the section, never past a maximum that is seen in time."""
    facts: set[str] = set()
    for index, section in enumerate(plan.sections):
        have: Counter[int] = Counter()
        taken: set[str] = set()
        here = sorted((c for c in pool if c.section == index), key=lambda c: (used[c.item.id], -c.weight))
        counted = [frozenset(n for n, quota in enumerate(section.quotas) if meets(c, quota)) for c in here]
        full = {n for n, quota in enumerate(section.quotas) if quota.max == 0}
        for goal, quota in (*enumerate(section.quotas), (-1, None)):
            for c, counts in zip(here, counted, strict=True):
                if len(taken) == section.count or (quota and have[goal] >= quota.min):
                    break
                if (quota and goal not in counts) or counts & full or facts.intersection(c.item.facts):
                    continue
                taken.add(c.item.id)
                facts.update(c.item.facts)
                have.update(counts)
                full = {n for n, other in enumerate(section.quotas) if have[n] == other.max}
                yield c


def measured(plan: Blueprint, forms: Sequence[Form], seconds: float, bound: int | None = None) -> Measured:
    """Count anew, from the blueprint alone, what forms keep to."""
    outcomes = [outcome for form in forms for outcome in _outcomes(plan, form)]
    facts = [Counter(fact for c in form for fact in c.item.facts) for form in forms]
    uses = Counter(c.item.id for form in forms for c in form)
    means = [sum(c.item.difficulty for c in form) / len(form) for form in forms]
    return Measured(
        seconds,
        sum(outcomes),
        len(outcomes),
        sum(count - 1 for uses_of in facts for count in uses_of.values()),
        sum(count - 1 for count in uses.values()),
        max(means) - min(means),
        bound,
    )


def _outcomes(plan: Blueprint, form: Form) -> Iterator[bool]:
    for index, section in enumerate(plan.sections):
        here = [c for c in form if c.section == index]
        yield len(here) == section.count
        for quota in section.quotas:
            count = sum(meets(c, quota) for c in here)
            yield quota.min <= count and (quota.max is None or count <= quota.max)
        if section.difficulty:
            low, high = section.difficulty
            mean = sum(c.item.difficulty for c in here) / max(1, len(here))
            yield low - 1e-9 <= mean <= high + 1e-9


def main(arguments: list[str]) -> int:
    """Measure, print a table, and say whether what is promised holds."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench exams", description=__doc__)
    parser.add_argument("--items", type=int, nargs="*", help="only these sizes")
    wanted = parser.parse_args(arguments).items
    kept = True
    print("items  forms  way      seconds  met      facts twice  repeats  at least  spread")
    for size, forms, allowed in CASES:
        if wanted and size not in wanted:
            continue
        bank, plan = _exam_bank.bank(size), _exam_bank.plan(forms)
        ours = exact(plan, bank)
        for name, m in (("pufa", ours), ("greedy", greedy(plan, bank))):
            bound = "" if m.bound is None else m.bound
            print(
                f"{size:<6} {forms:<6} {name:<7} {m.seconds:8.2f}  {m.met:>3}/{m.asked:<4} {m.twice:>11} {m.repeats:>9}"
                f" {bound:>9} {m.spread:>7.4f}"
            )
        kept = kept and ours.sound and ours.seconds <= allowed
    return 0 if kept else 1


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
