"""Review by FSRS: the site's scheduler beside PyPI's ``fsrs``, over any course of reviews."""

import datetime
from collections.abc import Iterator

import pytest
from fsrs import Card, Rating, Scheduler
from hypothesis import given, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page

from tests.site.ui._core import run, scripts

pytestmark = pytest.mark.browser

START = datetime.datetime(2026, 11, 24, 12, tzinfo=datetime.UTC)
#: Whole days only, as the site counts them.
THEIRS = Scheduler(learning_steps=(), relearning_steps=(), enable_fuzzing=False)
COURSES = st.lists(st.tuples(st.integers(0, 400), st.integers(1, 4)), min_size=1, max_size=12)
OURS = """
  return x.map((course) => {
    let trace = null;
    return course.map(([days, grade]) => {
      trace = m.seen(trace, grade, days);
      return [trace.stability, trace.difficulty, m.interval(trace), m.recall(trace, 30)];
    });
  });"""


@pytest.fixture(scope="module")
def page(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with scripts(chromium, tmp_path_factory.mktemp("fsrs")) as opened:
        yield opened


def theirs(course: list[tuple[int, int]]) -> Iterator[tuple[float, float, int, float]]:
    """Stability, difficulty, days until the next look, and the chance of recall after thirty days."""
    card, now = Card(), START
    for days, grade in course:
        now += datetime.timedelta(days=days)
        card, _ = THEIRS.review_card(card, Rating(grade), now)
        assert card.stability is not None
        assert card.difficulty is not None
        later = THEIRS.get_card_retrievability(card, now + datetime.timedelta(days=30))
        yield card.stability, card.difficulty, (card.due - now).days, later


@settings(max_examples=5)
@given(st.lists(COURSES, min_size=20, max_size=40))
def test_any_course_of_reviews_is_scheduled_as_by_fsrs(page: Page, courses: list[list[tuple[int, int]]]) -> None:
    for course, found in zip(courses, run(page, "fsrs", OURS, courses), strict=True):
        wanted = list(theirs(course))
        assert [row[2] for row in found] == [row[2] for row in wanted], course
        for row, expected in zip(found, wanted, strict=True):
            assert row == pytest.approx(expected, rel=1e-9), course


def test_known_intervals(page: Page) -> None:
    """Right, right, wrong, right, wrong on the same day, right."""
    course = [(0, 3), (2, 3), (11, 1), (1, 3), (0, 1), (1, 3)]
    assert [row[2] for row in run(page, "fsrs", OURS, [course])[0]] == [2, 11, 2, 4, 1, 2]
