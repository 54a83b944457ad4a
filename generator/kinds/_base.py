"""What all kinds share: text that is safe, references that can be checked, citations, and the Record.

A field's type says what the library must check: ``Ref("unit")`` is the id of a unit, ``Basis`` an article of a regulation.
"""

import datetime
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Annotated, Any, ClassVar

from pydantic import (
    AfterValidator,
    BaseModel,
    ConfigDict,
    Field,
    GetJsonSchemaHandler,
    PrivateAttr,
    Strict,
    ValidationInfo,
    field_validator,
    model_validator,
)
from pydantic.functional_validators import BeforeValidator
from pydantic.json_schema import JsonSchemaValue
from pydantic_core import CoreSchema, PydanticCustomError

from generator.legal.basis import CitationError, article_key, format_locus, parse_citation
from generator.legal.days import is_sensible
from generator.problems import Place
from generator.reading import Marked, is_reserved
from generator.reading.characters import UNSEEN, fold

_MARKUP = re.compile(r"<\s*[/!?a-zA-Z]|&#|&[a-zA-Z]+;|javascript\s*:|vbscript\s*:|data\s*:\s*text/html", re.IGNORECASE)


def _safe(text: str) -> str:
    """Refuse markup, scripts and characters that are not seen; strip the ends."""
    found = _MARKUP.search(text)
    if found:
        raise PydanticCustomError("markup", "文本含 HTML 或脚本：{found}", {"found": text[found.start() :][:20]})
    if UNSEEN.search(text):
        raise PydanticCustomError("control", "文本含看不见的字符")
    stripped = text.strip()
    if not stripped:
        raise PydanticCustomError("blank", "文本是空的")
    return stripped


def _relative(text: str, info: ValidationInfo) -> str:
    if text.startswith(("/", "\\", "~")) or ".." in re.split(r"[/\\]", text) or re.match(r"[a-zA-Z][\w+.-]*:", text):
        raise PydanticCustomError("climbs", "路径越出项目：{path}", {"path": text[:60]})
    exists = (info.context or {}).get("exists")
    if exists and not exists(text):
        raise PydanticCustomError("absent", "docs/ 里没有文件 {path}", {"path": text[:60]})
    return text


def _web(text: str) -> str:
    if not re.match(r"https?://[^\s\"'<>]+$", text):
        raise PydanticCustomError("url", "网址应以 https:// 或 http:// 开头")
    return text


Text = Annotated[str, Field(max_length=4000), AfterValidator(_safe)]
#: Where whole articles stand.
LongText = Annotated[str, Field(max_length=20000), AfterValidator(_safe)]


def _sensible(day: datetime.date) -> datetime.date:
    if not is_sensible(day):
        raise PydanticCustomError("day", "日期应在 1900 年到 2100 年之间")
    return day


def _folded(value: Any) -> Any:
    """An id in one form, whatever widths it was typed in."""
    return fold(value).strip() if isinstance(value, str) else value


def _nameable(text: str) -> str:
    if is_reserved(text):
        raise PydanticCustomError("reserved", "Windows 保留了“{id}”这个名字，不能作编号", {"id": text})
    return text


SLUG = r"^[a-z0-9]+(-[a-z0-9]+)*$"
Slug = Annotated[str, Field(pattern=SLUG, max_length=80), AfterValidator(_nameable), BeforeValidator(_folded)]
#: Greatest figure there is, one million millions: a greater one is a slip of the pen.
MOST = 10**12
Int = Annotated[int, Strict(), Field(ge=-MOST, le=MOST)]
Bool = Annotated[bool, Strict()]
Date = Annotated[datetime.date, Strict(), AfterValidator(_sensible)]
Number = Annotated[float, Strict(), Field(allow_inf_nan=False, ge=-MOST, le=MOST)]
#: A path below the project's docs/ folder; that the file exists is checked where the context says how.
ProjectPath = Annotated[Text, AfterValidator(_relative)]
Url = Annotated[Text, AfterValidator(_web)]


@dataclass(frozen=True, slots=True)
class RefTo:
    """Marks a field as the id of a record of the named kind."""

    kind: str


def Ref(kind: str) -> Any:
    """The type of a field that holds the id of a record of ``kind``."""
    return Annotated[Slug, RefTo(kind)]


#: Equal parts with fields that a list may hold: sections of a paper may be alike, hundreds are a slip.
_MANY = 50


class Model(BaseModel):
    """Base of everything that is read: unknown fields refused, values frozen."""

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)

    #: Field → what to write there, in Chinese; editors show it.
    SAYS: ClassVar[Mapping[str, str]] = {}

    @classmethod
    def __get_pydantic_json_schema__(cls, schema: CoreSchema, handler: GetJsonSchemaHandler) -> JsonSchemaValue:
        """The schema with a description of each field; its English docstring is for programmers."""
        made = handler(schema)
        own = handler.resolve_ref_schema(made)
        own.pop("description", None)
        told = {name: text for base in reversed(cls.__mro__) for name, text in getattr(base, "SAYS", {}).items()}
        for name, field in own.get("properties", {}).items():
            field.pop("title", None)
            within = [part["description"] for part in field.get("anyOf", ()) if "description" in part]
            if text := told.get(name, next(iter(within), "")):  # a test holds that all have one
                field["description"] = text
        return made

    @field_validator("*", mode="after")
    @classmethod
    def _once(cls, value: Any) -> Any:
        """Refuse a list that says the same thing twice, or many times where its parts have fields and rules of their own."""
        if isinstance(value, tuple) and len(value) > 1 and isinstance(value[0], str | Model):
            plain = isinstance(value[0], str | _Basis)
            found: dict[Any, list[int]] = {}
            for at, part in enumerate(value, 1):
                found.setdefault(part if plain else repr(part), []).append(at)
            again = next((places for places in found.values() if len(places) > (1 if plain else _MANY)), None)
            if again:
                raise PydanticCustomError("twice", "第 {at} 项与第 {first} 项相同", {"at": again[1], "first": again[0]})
        return value


#: Longest citation, in characters; the longest title of a statute has about 60.
MAX_CITATION = 200


def _cited(value: Any, info: ValidationInfo) -> Any:
    """Turn a written citation into Basis fields, its title into the id of a regulation."""
    if isinstance(value, str):
        if len(value) > MAX_CITATION:
            raise PydanticCustomError("citation", "引文写法不对：太长，一处引文只引一条")
        try:
            cited = parse_citation(value)
        except CitationError as error:
            raise PydanticCustomError("citation", "引文写法不对：{reason}", {"reason": str(error)}) from None
        value = {
            "regulation": cited.title,
            "article": cited.article,
            "suffix": cited.suffix,
            "paragraph": cited.paragraph,
            "item": cited.item,
        }
    context = info.context or {}
    if not isinstance(value, dict) or not isinstance(value.get("regulation"), str):
        return value
    if text := context.get("text"):  # which text of which regulation
        regulation, version = text(value["regulation"], value.get("version"))
        return {**value, "regulation": regulation, "version": version}
    if resolve := context.get("resolve"):
        return {**value, "regulation": resolve(value["regulation"])}
    return value


class _Basis(Model):
    """A citation: one article of one regulation, down to paragraph and item.

    Attributes:
        regulation: id of the regulation (written by title or alias in content, resolved while reading).
        article, suffix: 第120条之一 is 120 and 1.
        paragraph, item: 款 and 项, where the citation goes so far.
        version: an earlier text of the regulation, by the day on which it took effect; none for the last one.  Content writes
            it with the name (食品安全法（2009年）第84条), or as any day on which that text was in force.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "regulation": "法规的编号、全称、简称或别名",
        "article": "第几条",
        "suffix": "之几：第120条之一写 1",
        "paragraph": "第几款",
        "item": "第几项",
    }

    regulation: str
    article: Annotated[Int, Field(ge=1, le=9999)]
    suffix: Annotated[Int, Field(ge=0, le=999)] = 0
    paragraph: Annotated[Int, Field(ge=1, le=999)] | None = None
    item: Annotated[Int, Field(ge=1, le=999)] | None = None
    version: Date | None = None

    @property
    def key(self) -> str:
        """The article's key within its regulation, as used in anchors: ``1095``, ``120-1``; ``84@2009-06-01`` of an earlier text."""
        key = article_key(self.article, self.suffix)
        return f"{key}@{self.version}" if self.version else key

    @property
    def whole(self) -> "_Basis":
        """The same citation without paragraph and item."""
        return _Basis(regulation=self.regulation, article=self.article, suffix=self.suffix, version=self.version)

    @property
    def locus(self) -> str:
        """第1095条第1款第（二）项, without the regulation's title."""
        return format_locus(self.article, self.suffix, self.paragraph, self.item)

    def __hash__(self) -> int:
        return hash((self.regulation, self.article, self.suffix, self.paragraph, self.item, self.version))


Basis = Annotated[_Basis, BeforeValidator(_cited, json_schema_input_type=str | dict[str, Any])]
BasisValue = _Basis


class Confirmed(Model):
    """A person's word on what a check could not tell: held against the article, and found right.

    Attributes:
        what: what was found right, in the words of the check that asked (条文 生态环境法典第17条); another value needs another word.
        checked: the day somebody looked.
        why: what the article says, in own words, so that the next reader sees why it is right all the same.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "what": "核对的是什么，照抄 verify 报出的引号里的字",
        "checked": "哪天看过条文",
        "why": "条文怎么说，为什么没有错",
    }

    what: Text
    checked: Date
    why: Text


class Record(Model):
    """A piece of content with a name that never changes.

    Attributes:
        id: lower-case ASCII slug, stable for ever.
        source: where the fact comes from; may be left out where the record cites an article.
        sample: invented for teaching; every page and export that shows it says so (示例).
        as_of: the day for which the fact is known to hold, where that is not today.
        checked: the day somebody last held it against its source.
        awaits_alignment: the source is older than the law of today and awaits alignment with it (待与法典衔接).
        note: a remark shown with the record.
        confirmed: what a check asked a person about, and the person found right.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "id": "编号：小写英文、数字和连字符，发布以后不再改",
        "source": "事实的出处；引了条文的可以不写",
        "sample": "为教学虚构的，处处显示“示例”",
        "as_of": "事实只在某天成立的，写那一天",
        "checked": "最近一次与来源核对的日期",
        "awaits_alignment": "来源早于现行法，还没有衔接",
        "note": "随记录显示的备注",
        "confirmed": "verify 问过、看过条文确实没有错的，一处一条；平时不写",
    }

    id: Slug
    source: Text | None = None
    sample: Bool = False
    as_of: Date | None = None
    checked: Date | None = None
    awaits_alignment: Bool = False
    note: Text | None = None
    confirmed: tuple[Confirmed, ...] = ()

    _marked: Marked | None = PrivateAttr(default=None)

    @property
    def at(self) -> Place:
        """Where the record stands."""
        return self._marked.at if self._marked else Place("?")

    def place(self, *path: str | int) -> Place:
        """Where the part of the record at ``path`` stands."""
        return self._marked.place(path) if self._marked else Place("?")

    @property
    def label(self) -> str:
        """What people call the record."""
        return str(getattr(self, "title", None) or getattr(self, "name", None) or self.id)


def ordered(first: str, then: str) -> Any:
    """A model validator: the date in field ``then`` is not before the one in ``first``."""

    def check(self: Any) -> Any:
        a, b = getattr(self, first), getattr(self, then)
        if a and b and b < a:
            raise PydanticCustomError(
                "dates",
                "日期颠倒：{then}（{b}）早于 {first}（{a}）",
                {"first": first, "then": then, "a": str(a), "b": str(b)},
            )
        return self

    return model_validator(mode="after")(check)
