"""A guide (合规指南): what an industry has to know, as Markdown with front matter."""

from collections.abc import Mapping
from typing import Annotated, ClassVar

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from generator.kinds._base import Record, Ref, Text
from generator.kinds._kind import FIRMS, Kind, No, Search, Words
from generator.reading.characters import UNSEEN
from generator.reading.markdown_text import too_much


def _bearable(text: str) -> str:
    """Refuse what would take the converter without end, and what can't be seen."""
    heavy = too_much(text)
    if heavy:
        raise PydanticCustomError("heavy", "Markdown 过于复杂：{what}", {"what": heavy[1]})
    if UNSEEN.search(text):
        raise PydanticCustomError("control", "文本含看不见的字符")
    return text


class Guide(Record):
    """A compliance guide.

    Attributes:
        title: name as shown.
        industry: whom it addresses.
        summary: am I meant, in one or two sentences.
        obligations: what must be done.
        conducts: the commonest breaches, most usual first.
        checklist: to tick off, in plain words.
        related: other guides.
        body: Markdown, sanitised where it is shown.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "指南名称",
        "industry": "给哪个行业",
        "summary": "一两句话说清是不是在说我",
        "obligations": "要做的事",
        "conducts": "最常见的违法行为，最常见的在前",
        "checklist": "自查清单，用平常话写",
        "related": "相关的指南",
        "body": "正文",
    }

    title: Text
    industry: Ref("industry")  # type: ignore[valid-type]
    summary: Text
    obligations: tuple[Ref("obligation"), ...] = ()  # type: ignore[valid-type]
    conducts: tuple[Ref("conduct"), ...] = ()  # type: ignore[valid-type]
    checklist: tuple[Text, ...] = ()
    related: tuple[Ref("guide"), ...] = ()  # type: ignore[valid-type]
    body: Annotated[str, Field(max_length=200_000), AfterValidator(_bearable)] = ""


KIND = Kind(
    "guide",
    "合规指南",
    "content/guides",
    Guide,
    form="markdown",
    sourced=False,
    short="指南",
    address="guides/{id}/",
    page="guides",
    search=Search(
        label="企业指南",
        order=4,
        audience=(FIRMS,),
        digest="summary",
        text=Words(("checklist", "body")),
        aliases=("industry.title", "industry.aliases"),
    ),
    asked=No("指南转述别处的内容"),
    audited=No("正文由 guides 一项核对"),
)
