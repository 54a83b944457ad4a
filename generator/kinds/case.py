"""A case (教学案例): invented facts with questions and model answers, for teaching."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field

from generator.kinds._base import Basis, Model, Number, Record, Ref, Text
from generator.kinds._kind import STAFF, TRAINERS, Asked, Audit, Kind, Search, Words


class AnswerPoint(Model):
    """A point of the model answer, with the marks it earns."""

    SAYS: ClassVar[Mapping[str, str]] = {
        "text": "答案要点",
        "points": "分值",
        "basis": "依据",
    }

    text: Text
    points: Annotated[Number, Field(gt=0)]
    basis: tuple[Basis, ...] = ()


class CaseQuestion(Model):
    """A question on the facts."""

    SAYS: ClassVar[Mapping[str, str]] = {
        "text": "设问",
        "answers": "答案要点",
    }

    text: Text
    answers: Annotated[tuple[AnswerPoint, ...], Field(min_length=1)]


class Case(Record):
    """A case for teaching; always invented.

    Attributes:
        title: name as shown.
        facts: what happened.
        questions: what is asked, with model answers.
        conducts: conduct it turns on.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "sample": "案例都是虚构的，总是 true",
        "title": "案例名称",
        "facts": "案情，一段一行",
        "questions": "设问和答案要点",
        "conducts": "涉及的违法行为",
        "topics": "专题",
    }

    sample: Literal[True] = True
    title: Text
    facts: Annotated[tuple[Text, ...], Field(min_length=1)]
    questions: Annotated[tuple[CaseQuestion, ...], Field(min_length=1)]
    conducts: tuple[Ref("conduct"), ...] = ()  # type: ignore[valid-type]
    topics: tuple[Ref("topic"), ...] = ()  # type: ignore[valid-type]


KIND = Kind(
    "case",
    "教学案例",
    "content/cases",
    Case,
    short="案例",
    address="cases/{id}/",
    page="cases",
    search=Search(
        label="教学案例",
        order=12,
        audience=(STAFF, TRAINERS),
        digest=Words(("facts",), ""),
        topics=("conducts.topics",),
        fixed="案例 案情",
        boost=0.6,
    ),
    asked=Asked(),
    audited=Audit(says=Words(("title", "questions.answers.text"), "｜")),
)
