"""What the API's files hold, as JSON Schema: the records' own models with what the API adds to them."""

from collections.abc import Mapping
from typing import Annotated, Any

from pydantic import BaseModel, ConfigDict, Field

from generator.kinds import Record
from generator.kinds.conduct import Conduct
from generator.kinds.regulation import Regulation
from generator.library.schemas import DIALECT

#: What is left out of a record: whose place in the content says nothing outside this project.
OWN = frozenset({"confirmed"})

Day = Annotated[str, Field(pattern=r"^\d{4}-\d{2}-\d{2}$")]
TextDay = Annotated[
    str, Field(pattern=r"^(\d{4}-\d{2}-\d{2}|undated)$", description="施行日期；文本没有写明的是 undated")
]
State = Annotated[str, Field(pattern="^(in_force|not_yet|repealed)$", description="现行、尚未施行、已废止")]
Url = Annotated[str, Field(description="本站的页面，相对网站的根")]


class _Part(BaseModel):
    model_config = ConfigDict(extra="forbid")


class RegulationEntry(_Part):
    """A regulation in the index."""

    id: str
    title: str
    rank: str
    state: State
    effective: Day
    texts: list[TextDay] = Field(description="手边的文本，各是哪一天施行的")


class ConductEntry(_Part):
    """A conduct in the index."""

    id: str
    title: str
    topics: list[str]


class Items(_Part):
    """Where the bank lies."""

    file: str
    schema_: str = Field(alias="schema")
    count: int = Field(ge=0)


class Index(_Part):
    """``index.json``."""

    version: int = Field(ge=1, description="改得让读它的程序读不了时加一")
    as_of: Day = Field(description="按哪一天的法律状态")
    name: str
    url: str = Field(description="网站的网址，以 / 结尾；内容里没有写明的是空的")
    schemas: dict[str, str] = Field(description="各种文件的结构在哪里")
    regulations: list[RegulationEntry]
    conducts: list[ConductEntry]
    items: Items


class Edition(_Part):
    """A text of law at hand."""

    effective: TextDay
    source: str = Field(description="文本的来源")
    sha256: str = Field(description="各条文字的摘要")
    articles: int = Field(ge=0)
    missing: list[int] = Field(description="这份文本缺的条")
    akn: str = Field(description="Akoma Ntoso 文件，相对网站的根")


class ArticleEntry(_Part):
    """An article of a regulation; what is not at hand is left out."""

    key: str = Field(pattern=r"^\d+(-\d+)?$", description="条号；第一百二十条之一是 120-1")
    url: Url
    heading: str = Field("", description="条旨，本站自己的话")
    digest: str = Field("", description="要点，本站自己的话，不是法律原文")
    text: str = Field("", description="手边文本的原文，一款或者一项一行")
    cited_by: list[str] = Field([], description="引用它的记录：种类/编号")


class RegulationExtra(_Part):
    """What a regulation's file has beside the record."""

    state: State
    url: Url
    legislation: dict[str, Any] = Field(description="schema.org/Legislation")
    texts: list[Edition]
    articles: list[ArticleEntry]


class ConductExtra(_Part):
    """What a conduct's file has beside the record."""

    url: Url


def api_schemas() -> Mapping[str, dict[str, Any]]:
    """Name of a sort of file (index, regulation, conduct) → its schema."""
    return {
        "index": {"$schema": DIALECT, **Index.model_json_schema()},
        "regulation": _with(Regulation, RegulationExtra),
        "conduct": _with(Conduct, ConductExtra),
    }


def _with(record: type[Record], extra: type[_Part]) -> dict[str, Any]:
    """The schema of a record as it is written, and of what stands beside it in the same file."""
    schema = record.model_json_schema(mode="serialization")
    added = extra.model_json_schema()
    kept = {name: value for name, value in schema["properties"].items() if name not in OWN}
    return {
        "$schema": DIALECT,
        **schema,
        "description": added["description"],
        "properties": kept | added["properties"],
        "required": [*schema.get("required", ()), *added["required"]],
        "$defs": {**schema.get("$defs", {}), **added.get("$defs", {})},
    }
