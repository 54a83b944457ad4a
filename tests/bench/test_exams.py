"""The bench of exams measures what it says: what is asked, met and repeated, counted from the blueprint alone."""

from generator.exams.eligible import eligible_items
from tests.bench import _exam_bank, exams


def test_the_invented_bank_is_the_same_each_time_and_as_large_as_asked() -> None:
    one, two = _exam_bank.bank(300), _exam_bank.bank(300)
    assert one.items == two.items
    assert len(one.by_id) == 300
    assert len({fact for item in one.items for fact in item.facts}) < 100


def test_both_ways_are_measured_by_the_same_counts() -> None:
    bank, plan = _exam_bank.bank(900), _exam_bank.plan(2)
    ours, greedy = exams.exact(plan, bank), exams.greedy(plan, bank)
    assert ours.sound
    assert ours.asked == greedy.asked == 2 * (3 + 3 * 8 + 3)
    assert ours.bound is not None
    assert ours.repeats >= ours.bound
    assert greedy.twice == 0


def test_what_is_wrong_with_forms_is_counted() -> None:
    plan = _exam_bank.plan(2)
    pool = eligible_items(plan, _exam_bank.library(), _exam_bank.bank(900), 1)
    form = [next(c for c in pool if c.section == index) for index in range(3)]
    found = exams.measured(plan, [form, [*form, *form]], 1.0)
    assert not found.sound
    assert found.repeats == 6
    assert found.twice >= 3
    assert found.met < found.asked
