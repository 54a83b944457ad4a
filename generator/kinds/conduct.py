"""A conduct (违法行为): what somebody does against the law, and what follows."""

from typing import Annotated

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.kinds._base import Basis, Kind, Record, Ref, Text
from generator.kinds.penalty import Penalty


class Conduct(Record):
    """An unlawful conduct.

    Attributes:
        title: what is done, in plain words.
        aliases: everyday names (未批先建, 偷排).
        actor: who can commit it (建设单位, 餐饮服务业经营者 …).
        prohibited_by: articles that forbid it or set the duty it breaks.
        penalties: what follows, one entry per target and authority.
        topics: first the one it belongs to most.
        industries: whom it mostly concerns; empty for all.
        do: in own words, how to stay within the law.
    """

    title: Text
    aliases: tuple[Text, ...] = ()
    actor: Text | None = None
    prohibited_by: tuple[Basis, ...] = ()
    penalties: Annotated[tuple[Penalty, ...], Field(min_length=1)]
    topics: Annotated[tuple[Ref("topic"), ...], Field(min_length=1)]  # type: ignore[valid-type]
    industries: tuple[Ref("industry"), ...] = ()  # type: ignore[valid-type]
    do: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _distinct(self) -> "Conduct":
        ids = [penalty.id for penalty in self.penalties]
        if len(set(ids)) < len(ids):
            raise PydanticCustomError("duplicate", "同一行为下罚则编号重复")
        return self


KIND = Kind("conduct", "违法行为", "content/conducts", Conduct)
