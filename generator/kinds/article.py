"""An article (条文): what one article says, in the project's own words, with a heading and topics."""

import re
from collections.abc import Mapping
from typing import Annotated, Any, ClassVar

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from generator.kinds._base import BasisValue, Int, LongText, Model, Record, Ref, Text
from generator.kinds._kind import FIRMS, STAFF, TRAINERS, Audit, Kind, No, Search, Words
from generator.legal.basis import article_key, format_article

_ID = r"^[a-z0-9-]+/\d{1,4}(-\d{1,3})?$"


class Gap(Model):
    """A term of the digest that a fill-in question may take out, since nothing else can stand in its place.

    Attributes:
        word: the term, as it stands in the digest.
        also: other ways to name the same.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "word": "摘要里要挖空的词，在摘要中恰好出现一次",
        "also": "同样算对的写法",
    }

    word: Text
    also: tuple[Text, ...] = ()


class Article(Record):
    """One article of a regulation.

    Attributes:
        id: made from regulation, number and suffix; never written.
        regulation: id of its regulation.
        number, suffix: 第120条之一 is 120 and 1.
        heading: a few words that say what it is about.
        digest: what it says, in own words.
        gaps: terms of the digest, each standing there once, that fill-in questions ask for.
        text: the official text, only where a user imported it.
        topics: topics it belongs to, beside those of its regulation.
        keywords: everyday words that people search it by.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "id": "由法规和条号得出，不用写",
        "regulation": "属于哪部法规",
        "number": "第几条",
        "suffix": "之几：第120条之一写 1",
        "heading": "几个字说明这一条管什么",
        "digest": "用自己的话写的摘要",
        "gaps": "填空题要挖空的术语",
        "text": "官方原文，只有导入时才有",
        "topics": "专题；不写就随法规",
        "keywords": "人们查这一条时的日常说法",
    }

    id: Annotated[str, Field(pattern=_ID)] = ""
    regulation: Ref("regulation")  # type: ignore[valid-type]
    number: Annotated[Int, Field(ge=1, le=9999)]
    suffix: Annotated[Int, Field(ge=0, le=999)] = 0
    heading: Text
    digest: Text | None = None
    gaps: tuple[Gap, ...] = ()
    text: LongText | None = None
    topics: tuple[Ref("topic"), ...] = ()  # type: ignore[valid-type]
    keywords: tuple[Text, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _identify(cls, data: Any) -> Any:
        if not isinstance(data, dict):
            return data
        number, suffix, regulation = data.get("number"), data.get("suffix") or 0, data.get("regulation")
        made = f"{regulation}/{number}-{suffix}" if suffix else f"{regulation}/{number}"
        if not re.fullmatch(_ID, made):
            return data  # the fields at fault report themselves
        if data.get("id", made) != made:
            raise PydanticCustomError("article_id", "条文的编号由法规和条号得出，不用写 id")
        return {**data, "id": made}

    @model_validator(mode="after")
    def _gaps_stand(self) -> "Article":
        for gap in self.gaps:
            if (self.digest or "").count(gap.word) != 1:
                raise PydanticCustomError("gap", "gaps 里的词应在 digest 里恰好出现一次：{word}", {"word": gap.word})
        return self

    @property
    def key(self) -> str:
        """Key within the regulation, as in anchors: ``1095``, ``120-1``."""
        return article_key(self.number, self.suffix)

    @property
    def basis(self) -> BasisValue:
        """The article as others cite it."""
        return BasisValue(regulation=self.regulation, article=self.number, suffix=self.suffix)

    @property
    def title(self) -> str:
        """第1095条 未批先建的罚则."""
        return f"{format_article(self.number, self.suffix)} {self.heading}"


KIND = Kind(
    "article",
    "条文",
    "content/articles",
    Article,
    sourced=False,
    short="条文",
    address="regulations/{regulation}/#a{key}",
    page="regulations",
    search=Search(
        label="条文",
        order=2,
        audience=(STAFF, FIRMS, TRAINERS),
        title=Words(("regulation.name", "title")),
        heading="heading",
        digest="digest",
        text="text",
        aliases=("keywords",),
        topics=("topics", "regulation.topics"),
        law="basis",
        rank=True,
        fades=True,
    ),
    asked=No("摘要里没有数字和术语的条文没有可问的"),
    audited=Audit(says=Words(("heading", "digest"), "："), own_words=()),
    of_law=True,
)
