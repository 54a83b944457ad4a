"""Problems: what is found twice of one place is told once."""

from generator.problems import Place, Problem, Problems


def test_the_same_problem_of_a_place_is_told_once() -> None:
    problems = Problems()
    for line in (3, 3, 4):
        problems.error(Place("content/a.yml", line, 1), "E616", "日子不对", "改")
    problems.error(Place("content/a.yml", 3, 1), "E616", "日子不对", "再查")
    assert [(one.at.line, one.hint) for one in problems] == [(3, "再查"), (3, "改"), (4, "改")]


def test_problems_that_were_there_from_the_start_count_too() -> None:
    told = Problem(Place("content/a.yml", 3, 1), "E616", "日子不对")
    problems = Problems([told])
    problems.extend([told])
    assert len(problems) == 1
