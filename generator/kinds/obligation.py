"""An obligation (企业义务): what an enterprise must do, by when, and what it must keep."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from generator.kinds._base import Basis, Bool, Record, Ref, Text
from generator.kinds._kind import FIRMS, Asked, Audit, Kind, Search, Words


class Obligation(Record):
    """A duty of an enterprise.

    Attributes:
        title: what to do, in plain words.
        industries: whom it concerns; empty for all.
        exclusive: the articles, or the words of the duty, speak of these industries alone: it surely concerns no other.
        trigger: when the duty arises.
        deadline: by when, where there is a day.
        frequency: how often, where it returns.
        record: what to write down or keep.
        retention: how long to keep it.
        basis: articles that set it.
        breach: conduct when it is not done.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "要做什么，用平常话写",
        "industries": "哪些行业；不写就是各行各业",
        "exclusive": "条文只管这些行业，别的行业一定没有这项义务",
        "topics": "专题",
        "trigger": "什么情况下要做",
        "deadline": "什么时候以前",
        "frequency": "多久一次",
        "record": "要记什么、存什么",
        "retention": "保存多久",
        "basis": "规定它的条文",
        "breach": "不做会构成的违法行为",
    }

    title: Text
    industries: tuple[Ref("industry"), ...] = ()  # type: ignore[valid-type]
    exclusive: Bool = False
    topics: tuple[Ref("topic"), ...] = ()  # type: ignore[valid-type]
    trigger: Text | None = None
    deadline: Text | None = None
    frequency: Text | None = None
    record: Text | None = None
    retention: Text | None = None
    basis: Annotated[tuple[Basis, ...], Field(min_length=1)]
    breach: tuple[Ref("conduct"), ...] = ()  # type: ignore[valid-type]


KIND = Kind(
    "obligation",
    "企业义务",
    "content/obligations",
    Obligation,
    short="义务",
    address="obligations/#{id}",
    page="obligations",
    search=Search(
        label="企业义务",
        order=8,
        audience=(FIRMS,),
        topics=("topics",),
        digest=Words(("trigger", "deadline", "frequency", "record", "retention"), "；"),
    ),
    asked=Asked(),
    audited=Audit(
        says=Words(("title", "trigger", "deadline", "frequency", "record", "retention"), "｜"),
        own_words=("title", "trigger", "record"),
        periods=("deadline", "frequency", "retention"),
    ),
)
