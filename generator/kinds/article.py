"""An article (条文): what one article says, in the project's own words, with a heading and topics."""

from typing import Annotated, Any

from pydantic import Field, model_validator

from generator.kinds._base import Int, Kind, Record, Ref, Text
from generator.legal.basis import format_article


class Article(Record):
    """One article of a regulation.

    Attributes:
        id: made from regulation, number and suffix; never written.
        regulation: id of its regulation.
        number, suffix: 第120条之一 is 120 and 1.
        heading: a few words that say what it is about.
        digest: what it says, in own words.
        text: the official text, only where a user imported it.
        topics: topics it belongs to, beside those of its regulation.
        keywords: everyday words that people search it by.
    """

    id: Annotated[str, Field(pattern=r"^[a-z0-9-]+/\d+(-\d+)?$")] = ""
    regulation: Ref("regulation")  # type: ignore[valid-type]
    number: Annotated[Int, Field(ge=1)]
    suffix: Annotated[Int, Field(ge=0)] = 0
    heading: Text
    digest: Text | None = None
    text: Annotated[str, Field(max_length=20000)] | None = None
    topics: tuple[Ref("topic"), ...] = ()  # type: ignore[valid-type]
    keywords: tuple[Text, ...] = ()

    @model_validator(mode="before")
    @classmethod
    def _identify(cls, data: Any) -> Any:
        if isinstance(data, dict) and "id" not in data and "number" in data:
            key = f"{data['number']}-{data['suffix']}" if data.get("suffix") else data["number"]
            data = {**data, "id": f"{data.get('regulation')}/{key}"}
        return data

    @property
    def key(self) -> str:
        """Key within the regulation, as in anchors: ``1095``, ``120-1``."""
        return f"{self.number}-{self.suffix}" if self.suffix else str(self.number)

    @property
    def title(self) -> str:
        """第1095条 未批先建的罚则."""
        return f"{format_article(self.number, self.suffix)} {self.heading}"


KIND = Kind("article", "条文", "content/articles", Article, sourced=False)
