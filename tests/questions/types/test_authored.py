"""What a person writes must be a question of the type it names."""

import pytest

from generator.kinds.question import Question
from generator.questions.types import all_types, editor_values, named

OPTION = {"text": "甲", "why": "乙"}
RIGHT = {**OPTION, "correct": True}
FILE = "quizzes/questions/own.yml"


def question(change: dict[str, object]) -> Question:
    fields = {"id": "q", "stem": "问", "explanation": "答", "basis": ["甲法 第1条"], "topics": ["t"], **change}
    return Question.model_validate(fields)


@pytest.mark.parametrize(
    ("change", "good"),
    [
        ({"type": "judge", "answer": True}, True),
        ({"type": "judge"}, False),
        ({"type": "judge", "answer": True, "options": [RIGHT]}, False),
        ({"type": "single", "options": [RIGHT, OPTION, OPTION]}, True),
        ({"type": "single", "options": [RIGHT, RIGHT, OPTION]}, False),
        ({"type": "single", "options": [RIGHT, OPTION]}, False),
        ({"type": "single", "options": [RIGHT, OPTION, OPTION], "answer": True}, False),
        ({"type": "multiple", "options": [RIGHT, RIGHT, OPTION]}, True),
        ({"type": "multiple", "options": [RIGHT, RIGHT]}, False),
        ({"type": "multiple", "options": [RIGHT, RIGHT, OPTION], "answer": True}, False),
        ({"type": "blank", "options": []}, False),
        ({"type": "blank", "stem": "交＿＿＿＿元", "blanks": [{"accepted": ["十", "10"]}]}, True),
        ({"type": "blank", "stem": "交＿＿＿＿元、＿＿＿＿元", "blanks": [{"accepted": ["十"]}]}, False),
        ({"type": "blank", "stem": "交＿＿＿＿元", "blanks": [{"accepted": ["十"]}], "answer": True}, False),
    ],
)
def test_the_key_of_a_question_fits_its_type(change: dict[str, object], good: bool) -> None:
    assert (named(str(change["type"])).misfit(question(change)) is None) is good


def test_what_fits_no_type_is_said_where_it_stands(project) -> None:
    project.replace(FILE, "type: judge\n  stem: 新的规定", "type: jugde\n  stem: 新的规定")
    project.bank()
    assert [str(p).split(" ")[:2] for p in project.problems] == [[f"{FILE}:12:9:", "E204"]]
    assert "是不是 judge" in str(next(iter(project.problems)))


def test_an_answer_of_another_type_is_said_where_it_stands(project) -> None:
    project.replace(FILE, "answer: true\n  explanation: 法典第1057条。", "explanation: 法典第1057条。")
    project.bank()
    assert [(p.code, p.at.line) for p in project.problems] == [("E403", 11)]


def test_editors_offer_the_types_there_are() -> None:
    values = editor_values()
    assert values["item-type"] == tuple(type.id for type in all_types())
    assert {"single", "multiple", "judge", "blank", "chain"} <= set(values["hand-item-type"])
    assert not {"match", "order", "calc", "case"} & set(values["hand-item-type"])
