"""A conduct (违法行为): what somebody does against the law, and what follows."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.kinds._base import Basis, Bool, Record, Ref, Text
from generator.kinds._kind import FIRMS, STAFF, Asked, Audit, Kind, Search, Words
from generator.kinds.penalty import Penalty

#: Which provision goes first where other conduct is the same act under other law: its own, or the texts don't settle it.
Prevails = Literal["beside", "unclear"]
#: What is said where the texts don't settle it.
BOTH_STAND = "并存，适用时核对"


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
        beside: conduct under other law that is the same act, wholly or in part (法典 beside 条例).
        daily: fines day by day (``Provides.daily``) fall on it beyond doubt, so that a calculation may ask them.
        prevails: which goes first, as far as the texts say: ``beside`` where the other sets the higher fine or one as high
            (法典 1055, 行政处罚法 29) or this one gives way in words; ``unclear`` where they don't settle it.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "做了什么，用平常话写",
        "aliases": "俗称，人们平常的叫法",
        "actor": "什么人会做",
        "prohibited_by": "禁止它或者规定义务的条文",
        "penalties": "罚则，每个对象和机关一项",
        "topics": "专题，最主要的在前",
        "industries": "主要涉及的行业；不写就是各行各业",
        "do": "怎样做才合法，用自己的话写",
        "daily": "按日连续处罚无疑适用于它，可以出计算题",
        "beside": "别的规定也罚的同一行为（或者其中一部分）：写那条违法行为的编号",
        "prevails": "哪一处优先：beside 是以那里的为准（罚款不比这里低，或者这里写明从其规定），unclear 是并存、适用时核对",
    }

    title: Text
    aliases: tuple[Text, ...] = ()
    actor: Text | None = None
    prohibited_by: tuple[Basis, ...] = ()
    penalties: Annotated[tuple[Penalty, ...], Field(min_length=1)]
    topics: Annotated[tuple[Ref("topic"), ...], Field(min_length=1)]  # type: ignore[valid-type]
    industries: tuple[Ref("industry"), ...] = ()  # type: ignore[valid-type]
    do: tuple[Text, ...] = ()
    daily: Bool = False
    beside: tuple[Ref("conduct"), ...] = ()  # type: ignore[valid-type]
    prevails: Prevails | None = None

    @property
    def asked(self) -> bool:
        """Whether questions may rest on it: not where other law stands beside it, nor where its text awaits alignment."""
        return not (self.beside or self.awaits_alignment)

    @property
    def gives_way(self) -> str:
        """Ids of the conducts that go first; empty where none does."""
        return " ".join(self.beside) if self.prevails == "beside" else ""

    @model_validator(mode="after")
    def _weighed(self) -> "Conduct":
        if bool(self.beside) != bool(self.prevails):
            raise PydanticCustomError(
                "prevails", "写了 beside 的，用 prevails 写哪一处优先；没有 beside 的不写 prevails"
            )
        if self.id in self.beside:
            raise PydanticCustomError("prevails", "beside 写的是另一行为，不是自己")
        return self

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
        yields="gives_way",
        boost=1.15,
    ),
    asked=Asked(("penalty",)),
    audited=Audit(says=Words(("title", "actor", "do"), "｜"), own_words=("title", "do")),
)
