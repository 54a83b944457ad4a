"""A conduct (违法行为): what somebody does against the law, and what follows."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.kinds._base import Basis, Record, Ref, Text
from generator.kinds._kind import FIRMS, STAFF, Asked, Audit, Kind, Search, Words
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

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "做了什么，用平常话写",
        "aliases": "俗称，如未批先建",
        "actor": "什么人会做",
        "prohibited_by": "禁止它或者规定义务的条文",
        "penalties": "罚则，每个对象和机关一项",
        "topics": "专题，最主要的在前",
        "industries": "主要涉及的行业；不写就是各行各业",
        "do": "怎样做才合法，用自己的话写",
    }

    title: Text
    aliases: tuple[Text, ...] = ()
    actor: Text | None = None
    prohibited_by: tuple[Basis, ...] = ()
    penalties: Annotated[tuple[Penalty, ...], Field(min_length=1)]
    topics: Annotated[tuple[Ref("topic"), ...], Field(min_length=1)]  # type: ignore[valid-type]
    industries: tuple[Ref("industry"), ...] = ()  # type: ignore[valid-type]
    do: tuple[Text, ...] = ()

    @property
    def told(self) -> str:
        """What else it is called, and how to stay within the law."""
        names = f"也叫{'、'.join(self.aliases)}。" if self.aliases else ""
        return names + "".join(self.do)

    @model_validator(mode="after")
    def _distinct(self) -> "Conduct":
        ids = [penalty.id for penalty in self.penalties]
        if len(set(ids)) < len(ids):
            raise PydanticCustomError("duplicate", "同一行为下罚则编号重复")
        return self


KIND = Kind(
    "conduct",
    "违法行为",
    "content/conducts",
    Conduct,
    short="行为",
    address="conducts/{id}/",
    page="conducts",
    search=Search(
        label="违法行为",
        order=1,
        audience=(STAFF, FIRMS),
        digest=Words(("penalties.tiers",), "；", "。", 4),
        text="told",
        words=Words(
            (
                "actor",
                "industries.title",
                "industries.aliases",
                "penalties.authority",
                "penalties.tiers.every_measure",
                "penalties.basis.keywords",
            ),
            once=("penalties.authority", "penalties.basis.keywords"),
        ),
        fixed="处罚 罚款 怎么罚",
        aliases=("aliases",),
        topics=("topics",),
        law="penalties.0.basis",
        boost=1.15,
    ),
    asked=Asked(("penalty",)),
    audited=Audit(says=Words(("title", "actor", "do"), "｜"), own_words=("title", "do")),
)
