"""Every case of the content is worth the same, so that one can stand for another in a paper."""

from generator.kinds.case import Case
from generator.library import Library

MARKS = 20


def test_every_case_is_worth_the_same(library: Library) -> None:
    marks = {
        case.id: sum(p.points for question in case.questions for p in question.answers)
        for case in library.of("case", Case)
    }
    assert marks
    assert {id: total for id, total in marks.items() if total != MARKS} == {}
