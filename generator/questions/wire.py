"""The parts of an item as JSON: the one description that writes them, reads them back and makes their schema."""

import datetime
from collections.abc import Callable
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from generator.kinds import BasisValue
from generator.questions.item import Blank, CaseQuestion, Option, Point, Response

Text = Annotated[str, Field(min_length=1)]
Whole = Annotated[int, Field(ge=1)]
Place = Annotated[int, Field(ge=0)]
Marks = Annotated[int | float, Field(gt=0)]


class Data(BaseModel):
    """An object with exactly these fields, in this order."""

    model_config = ConfigDict(extra="forbid", frozen=True)


class BasisData(Data):
    """An article of law, with the title that people know the law by."""

    regulation: Annotated[Text, Field(description="法规编号")]
    title: Annotated[Text, Field(description="法规全称")]
    article: Whole
    suffix: Annotated[int, Field(ge=0, description="之几；没有则为 0")]
    paragraph: Whole | None
    item: Whole | None
    version: Annotated[datetime.date | None, Field(description="引的是从前的文本：那个文本的施行日期")] = None

    @property
    def value(self) -> BasisValue:
        """The citation without the title."""
        return BasisValue(**self.model_dump(exclude={"title"}))


class OptionData(Data):
    """An option."""

    text: Text
    correct: bool
    why: Annotated[str, Field(description="为什么对，或者错在哪里")]

    @property
    def value(self) -> Option:
        """The option."""
        return Option(self.text, self.correct, self.why)


class BlankData(Data):
    """A blank."""

    accepted: Annotated[tuple[Text, ...], Field(min_length=1, description="算对的写法，第一个是参考答案")]
    why: str


class PointData(Data):
    """A point of a model answer."""

    text: Text
    marks: Marks
    basis: tuple[BasisData, ...]


class StepData(Data):
    """A question of a case."""

    ask: Text
    marks: Marks
    points: Annotated[tuple[PointData, ...], Field(min_length=1)]


class ResponseData(Data):
    """What is asked for besides choosing, of the types that pufa brings."""

    prompts: Annotated[tuple[Text, ...], Field(description="连线题的左栏；右栏是 options")] = ()
    sequence: Annotated[
        tuple[Place, ...],
        Field(description="连线题：左栏每项对应的选项序号；排序题：选项的正确先后；序号从 0 起"),
    ] = ()
    blanks: Annotated[tuple[BlankData, ...], Field(description="填空题和计算题的空，依次")] = ()
    steps: Annotated[tuple[StepData, ...], Field(description="案例题的各问")] = ()


def response_data(response: Response, cited: Callable[[BasisValue], BasisData]) -> ResponseData:
    """A response as data; ``cited`` gives an article its title."""
    return ResponseData(
        prompts=response.prompts,
        sequence=response.sequence,
        blanks=tuple(BlankData(accepted=blank.accepted, why=blank.why) for blank in response.blanks),
        steps=tuple(
            StepData(
                ask=step.ask,
                marks=step.marks,
                points=tuple(
                    PointData(text=p.text, marks=p.marks, basis=tuple(map(cited, p.basis))) for p in step.points
                ),
            )
            for step in response.steps
        ),
    )


def response_of(data: ResponseData) -> Response:
    """The response that ``data`` was made of."""
    return Response(
        prompts=data.prompts,
        sequence=data.sequence,
        blanks=tuple(Blank(blank.accepted, blank.why) for blank in data.blanks),
        steps=tuple(
            CaseQuestion(step.ask, tuple(Point(p.text, p.marks, tuple(b.value for b in p.basis)) for p in step.points))
            for step in data.steps
        ),
    )
