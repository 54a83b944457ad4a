"""A guide (合规指南): what an industry has to know, as Markdown with front matter."""

from collections.abc import Mapping
from hashlib import sha256
from typing import Annotated, Any, ClassVar

from pydantic import AfterValidator, BeforeValidator, Field
from pydantic_core import PydanticCustomError

from generator.kinds._base import Model, Record, Ref, Text
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


class Check(Model):
    """A question of the self-test, which an owner answers with 做到了, 没做到 or 没有这回事.

    Attributes:
        says: how it is where all is well, in plain words.
        duties: what is not done where it is not so.
    """

    SAYS: ClassVar[Mapping[str, str]] = {"says": "做好了是什么样，用平常话写", "duties": "没做到的，缺的是哪些义务"}

    says: Text
    duties: tuple[Ref("obligation"), ...] = ()  # type: ignore[valid-type]

    @property
    def key(self) -> str:
        """What a tick is kept under: other words are another question."""
        return sha256(self.says.encode()).hexdigest()[:12]


def _as_check(value: Any) -> Any:
    """A line that is words alone."""
    return {"says": value} if isinstance(value, str) else value


class Guide(Record):
    """A compliance guide.

    Attributes:
        title: name as shown.
        industry: whom it addresses.
        summary: am I meant, in one or two sentences.
        obligations: what must be done.
        conducts: the commonest breaches, most usual first.
        checklist: the self-test; a line is words alone, or says which duties stand behind it.
        related: other guides.
        body: Markdown, sanitised where it is shown.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "指南名称",
        "industry": "给哪个行业",
        "summary": "一两句话说清是不是在说我",
        "obligations": "要做的事",
        "conducts": "最常见的违法行为，最常见的在前",
        "checklist": "自测清单，一条一句平常话，或者写明 says 和 duties",
        "related": "相关的指南",
        "body": "正文",
    }

    title: Text
    industry: Ref("industry")  # type: ignore[valid-type]
    summary: Text
    obligations: tuple[Ref("obligation"), ...] = ()  # type: ignore[valid-type]
    conducts: tuple[Ref("conduct"), ...] = ()  # type: ignore[valid-type]
    checklist: tuple[Annotated[Check, BeforeValidator(_as_check, json_schema_input_type=Text | Check)], ...] = ()
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
        text=Words(("checklist.says", "body"), "\n"),
        aliases=("industry.title", "industry.aliases"),
    ),
    asked=No("指南转述别处的内容"),
    audited=No("正文由 guides 一项核对"),
)
