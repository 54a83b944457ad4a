"""A procedure (程序): the steps of an act of enforcement, who takes them, and by when."""

from typing import Annotated

from pydantic import Field

from generator.kinds._base import Basis, Bool, Kind, Model, Record, Ref, Text


class Step(Model):
    """One step.

    Attributes:
        title: what happens.
        actor: who does it.
        time_limit: by when, in the words of the article.
        basis: article that says so.
        document: what is written.
        fixed: the articles fix that this step comes after the one before it.
    """

    title: Text
    actor: Text | None = None
    time_limit: Text | None = None
    basis: tuple[Basis, ...] = ()
    document: Text | None = None
    fixed: Bool = False


class Procedure(Record):
    """Steps from beginning to end.

    Attributes:
        title: name as shown.
        summary: when it is used.
        steps: in order.
        topics: topics it belongs to.
    """

    title: Text
    summary: Text | None = None
    steps: Annotated[tuple[Step, ...], Field(min_length=2)]
    topics: tuple[Ref("topic"), ...] = ()  # type: ignore[valid-type]


KIND = Kind("procedure", "程序", "content/procedures", Procedure)
