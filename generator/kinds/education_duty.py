"""An education duty (普法责任清单): which unit teaches which regulations to whom, by what means and when."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import Field

from generator.kinds._base import Basis, Date, Model, ProjectPath, Record, Ref, Text, Url
from generator.kinds._kind import Asked, Audit, Kind, No, Words


class Material(Model):
    """Something to teach with: a title, and where it is (a file below docs/, or a web address)."""

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "材料名称",
        "file": "docs/ 下的文件",
        "url": "网址",
    }

    title: Text
    file: ProjectPath | None = None
    url: Url | None = None


class Activity(Model):
    """Something that was or will be held.

    Attributes:
        title: what.
        when: in words (每年6月5日).
        held_on: the day it was held, once it was.
        place: where.
        audience: who came.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "活动名称",
        "when": "什么时候",
        "place": "在哪里",
        "audience": "面向谁",
        "held_on": "实际举办的日期",
    }

    title: Text
    when: Text | None = None
    held_on: Date | None = None
    place: Text | None = None
    audience: Text | None = None


class EducationDuty(Record):
    """One row of the list of education duties.

    Attributes:
        title: name as shown.
        unit: who teaches.
        regulations: what is taught.
        articles: single articles that matter most.
        audiences: to whom.
        measures: by what means.
        when: when or how often.
        materials, activities: with what, and on what occasions.
        basis: what places the duty on the unit.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "名称",
        "unit": "哪个单位负责",
        "regulations": "讲哪些法规",
        "articles": "重点条文",
        "audiences": "讲给谁听",
        "measures": "用什么方式",
        "when": "什么时候、多久一次",
        "materials": "普法材料",
        "activities": "普法活动",
        "basis": "规定这项责任的条文",
    }

    title: Text
    unit: Ref("unit")  # type: ignore[valid-type]
    regulations: Annotated[tuple[Ref("regulation"), ...], Field(min_length=1)]  # type: ignore[valid-type]
    articles: tuple[Basis, ...] = ()
    audiences: Annotated[tuple[Text, ...], Field(min_length=1)]
    measures: Annotated[tuple[Text, ...], Field(min_length=1)]
    when: Text
    materials: tuple[Material, ...] = ()
    activities: tuple[Activity, ...] = ()
    basis: tuple[Basis, ...] = ()


KIND = Kind(
    "education-duty",
    "普法责任清单",
    "content/education",
    EducationDuty,
    short="普法",
    address="education/#{id}",
    page="education",
    search=No("从普法责任和法规的页面进入"),
    asked=Asked(("education",)),
    audited=Audit(says=Words(("unit.name", "title", "when"), "｜")),
    met=True,
    own=True,
)
