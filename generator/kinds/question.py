"""A question (自编题): written by a person where no rule can ask well; goes through the same checks as generated items."""

from typing import Annotated, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.kinds._base import Basis, Bool, Date, Kind, Model, Number, Record, Ref, Text

Level = Literal["入门", "进阶", "专业"]


class QuestionOption(Model):
    """An option: its text, whether it is right, and why it is or is not."""

    text: Text
    correct: Bool = False
    why: Text


class Question(Record):
    """An item written by hand.

    Attributes:
        type: single 单选, multiple 多选 or judge 判断.
        stem: the question; for judge, the statement.
        options: for single and multiple.
        answer: for judge.
        explanation: why, with the article.
        basis: articles it rests on.
        topics, audience, level, difficulty: for blueprints; difficulty from 0 (easy) to 1.
        valid_from: first day for which the key holds, where that is later than the basis.
    """

    type: Literal["single", "multiple", "judge"]
    stem: Text
    options: tuple[QuestionOption, ...] = ()
    answer: Bool | None = None
    explanation: Text
    basis: Annotated[tuple[Basis, ...], Field(min_length=1)]
    topics: Annotated[tuple[Ref("topic"), ...], Field(min_length=1)]  # type: ignore[valid-type]
    conducts: tuple[Ref("conduct"), ...] = ()  # type: ignore[valid-type]
    audience: tuple[Text, ...] = ()
    level: Level = "入门"
    difficulty: Annotated[Number, Field(ge=0, le=1)] = 0.5
    valid_from: Date | None = None

    @model_validator(mode="after")
    def _key(self) -> "Question":
        right = sum(option.correct for option in self.options)
        if self.type == "judge":
            good = self.answer is not None and not self.options
        elif self.type == "single":
            good = right == 1 and len(self.options) >= 3 and self.answer is None
        else:
            good = right >= 2 and len(self.options) > right and self.answer is None
        if not good:
            raise PydanticCustomError(
                "key", "答案与题型不合：单选恰有一个正确项，多选至少两个正确项且有错误项，判断题只写 answer"
            )
        return self

    @property
    def title(self) -> str:
        """The stem."""
        return self.stem


KIND = Kind("question", "自编题", "quizzes/questions", Question)
