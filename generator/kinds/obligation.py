"""An obligation (企业义务): what an enterprise must do, by when, and what it must keep."""

from collections.abc import Mapping
from typing import Annotated, ClassVar, Literal, TypeAlias

from pydantic import Field

from generator.kinds._base import Basis, Bool, Model, Record, Ref, Text
from generator.kinds._kind import FIRMS, Asked, Audit, Kind, Search, Words
from generator.kinds.circumstance import Sort

Moment: TypeAlias = Literal["先办", "平时", "到日子", "遇到时", "动工以前"]
#: Field of ``When`` → the sort of circumstances that it names.
WHEN_SORTS: Mapping[str, Sort] = {
    "activities": "做什么",
    "permits": "许可",
    "sizes": "规模",
    "places": "在哪里",
    "lists": "名单",
}


class When(Model):
    """In what circumstances a duty arises: for each sort that is named, one of those named must be so.

    Attributes:
        moment: 先办 (a paper to hold before one may go on), 平时, 到日子 (a day or a rhythm), 遇到时 (once something
            happens), 动工以前 (before building).
        activities, permits, sizes, places, lists: circumstances of that sort; empty where it makes no difference.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "moment": "什么时候轮到它：先办、平时、到日子、遇到时、动工以前",
        "activities": "做这些事之一的才有",
        "permits": "许可证归这几类之一的才有",
        "sizes": "这几种规模之一的才有",
        "places": "在这些地方之一的才有",
        "lists": "在这些名单之一里的才有",
    }

    moment: Moment = "平时"
    activities: tuple[Ref("circumstance"), ...] = ()  # type: ignore[valid-type]
    permits: tuple[Ref("circumstance"), ...] = ()  # type: ignore[valid-type]
    sizes: tuple[Ref("circumstance"), ...] = ()  # type: ignore[valid-type]
    places: tuple[Ref("circumstance"), ...] = ()  # type: ignore[valid-type]
    lists: tuple[Ref("circumstance"), ...] = ()  # type: ignore[valid-type]

    def named(self) -> dict[str, tuple[str, ...]]:
        """Field → ids, of the fields that name any."""
        return {field: ids for field in WHEN_SORTS if (ids := getattr(self, field))}


class Obligation(Record):
    """A duty of an enterprise.

    Attributes:
        title: what to do, in plain words.
        aliases: how people ask for it, for search.
        industries: whom it concerns; empty for all.
        exclusive: the articles, or the words of the duty, speak of these industries alone: it surely concerns no other.
        trigger: when the duty arises, in words.
        when: the same for machines: the circumstances that an owner can tell, and the moment.
        deadline: by when, where there is a day.
        frequency: how often, where it returns.
        record: what to write down or keep.
        retention: how long to keep it.
        basis: articles that set it.
        breach: conduct when it is not done.
        otherwise: what follows when it is not done, where that is no conduct of its own.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "要做什么，用平常话写",
        "aliases": "人们怎么问它，供搜索",
        "industries": "哪些行业；不写就是各行各业",
        "exclusive": "条文只管这些行业，别的行业一定没有这项义务",
        "topics": "专题",
        "trigger": "什么情况下要做",
        "when": "在哪些情形下要做，供店主点选；文字写在 trigger",
        "deadline": "什么时候以前",
        "frequency": "多久一次",
        "record": "要记什么、存什么",
        "retention": "保存多久",
        "basis": "规定它的条文",
        "breach": "不做会构成的违法行为",
        "otherwise": "不做会怎样，不构成违法行为、另有后果的才写",
    }

    title: Text
    aliases: tuple[Text, ...] = ()
    industries: tuple[Ref("industry"), ...] = ()  # type: ignore[valid-type]
    exclusive: Bool = False
    topics: tuple[Ref("topic"), ...] = ()  # type: ignore[valid-type]
    trigger: Text | None = None
    when: When = When()
    deadline: Text | None = None
    frequency: Text | None = None
    record: Text | None = None
    retention: Text | None = None
    basis: Annotated[tuple[Basis, ...], Field(min_length=1)]
    breach: tuple[Ref("conduct"), ...] = ()  # type: ignore[valid-type]
    otherwise: Text | None = None


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
        aliases=("aliases",),
        topics=("topics",),
        digest=Words(("trigger", "deadline", "frequency", "record", "retention"), "；"),
    ),
    asked=Asked(),
    audited=Audit(
        says=Words(("title", "trigger", "deadline", "frequency", "record", "retention"), "｜"),
        own_words=("title", "trigger", "record", "otherwise"),
        periods=("deadline", "frequency", "retention", "otherwise"),
    ),
    met=True,
)
