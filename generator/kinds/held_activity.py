"""A held activity (普法活动记录): a line of the log of what was done to teach the law."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from generator.kinds._base import Date, Int, Record, Ref, Text
from generator.kinds._kind import Kind, No


class HeldActivity(Record):
    """Something that was held under an education duty.

    Attributes:
        title: what; where it is the title of a planned activity, it is that one.
        duty: the duty under which it was held.
        held_on: the day.
        where, audience: where, and who came.
        people: how many were reached.
        materials: what was handed out or shown.
        photos: names of photographs that prove it; they lie with the office.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "活动名称；与计划里的同名，就算办了那一项",
        "duty": "属于哪一项普法责任",
        "held_on": "举办的日期",
        "where": "在哪里",
        "audience": "面向谁",
        "people": "多少人",
        "materials": "用了、发了什么材料",
        "photos": "照片的文件名，照片由本单位存着",
    }

    title: Text
    duty: Ref("education-duty")  # type: ignore[valid-type]
    held_on: Date
    where: Text | None = None
    audience: Text | None = None
    people: Annotated[Int, Field(ge=0, le=100_000_000)] | None = None
    materials: tuple[Text, ...] = ()
    photos: tuple[Annotated[Text, Field(pattern=r"^[^、；\n]+$")], ...] = ()


KIND = Kind(
    "held-activity",
    "普法活动记录",
    "content/activities",
    HeldActivity,
    sourced=False,
    short="活动",
    address="plan/#{id}",
    page="education",
    search=No("从普法计划进入"),
    asked=No("活动不陈述法律"),
    audited=No("活动不陈述法律"),
    own=True,
)
