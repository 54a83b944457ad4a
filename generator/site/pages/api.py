"""For programs: the content as static JSON files, texts of law as Akoma Ntoso, and llms.txt; docs/api.md says what stands where."""

import json
from collections.abc import Iterable, Iterator, Mapping
from typing import Any

from generator.kinds import BasisValue, Record
from generator.kinds.conduct import Conduct
from generator.kinds.regulation import Regulation
from generator.library import Library
from generator.library.schemas import schema_text
from generator.site import urls
from generator.site.akoma import akoma
from generator.site.api_schema import OWN, api_schemas
from generator.site.context import Context
from generator.site.legislation import legislation
from generator.site.page import Asset, PageKind
from generator.site.urls import BANK, BANK_SCHEMA
from generator.texts import TextOfLaw

#: Raised where a program that reads the files would break.
VERSION = 1
FOLDER = f"api/v{VERSION}"
_SCHEMAS = f"{FOLDER}/schema"


def generate(context: Context) -> Iterator[Asset]:
    """Yield the files."""
    library, schemas = context.library, api_schemas()
    yield Asset("llms.txt", _llms(library).encode())
    files = {
        "regulations": [_summary(library, one) for one in library.regulations],
        "conducts": [{"id": one.id, "title": one.title, "topics": list(one.topics)} for one in library.conducts],
        "items": {"file": BANK, "schema": BANK_SCHEMA, "count": len(context.bank.items)},
    }
    yield _file(
        "index",
        {
            "version": VERSION,
            "as_of": library.as_of.isoformat(),
            "name": library.site.name,
            "url": base_of(library),
            "schemas": {name: f"{_SCHEMAS}/{name}.json" for name in schemas},
            **files,
        },
    )
    for name, schema in schemas.items():
        yield Asset(f"{_SCHEMAS}/{name}.json", schema_text(schema).encode())
    for regulation in library.regulations:
        yield _file(f"regulations/{regulation.id}", _regulation(library, regulation))
        for text in library.editions.get(regulation.id, ()):
            yield Asset(f"{FOLDER}/akn/{regulation.id}/{text.day}.xml", akoma(regulation, text))
    for conduct in library.conducts:
        yield _file(f"conducts/{conduct.id}", _conduct(library, conduct))


def _file(name: str, data: Mapping[str, Any]) -> Asset:
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Asset(f"{FOLDER}/{name}.json", f"{text}\n".encode())


def _plain(record: Record) -> dict[str, Any]:
    """A record as JSON, as content files have it; what it leaves out is left out."""
    return record.model_dump(mode="json", exclude_defaults=True, exclude=set(OWN))


def _summary(library: Library, regulation: Regulation) -> dict[str, Any]:
    status = library.status(regulation.id)
    return {
        "id": regulation.id,
        "title": regulation.title,
        "rank": regulation.rank,
        "state": status.state,
        "effective": status.version.effective.isoformat(),
        "texts": [one.day for one in library.editions.get(regulation.id, ())],
    }


def _regulation(library: Library, regulation: Regulation) -> dict[str, Any]:
    text = library.texts.get(regulation.id)
    return {
        **_plain(regulation),
        "state": library.status(regulation.id).state,
        "url": urls.url_of("regulation", regulation),
        "legislation": legislation(library, regulation),
        "texts": [_edition(regulation, one) for one in library.editions.get(regulation.id, ())],
        "articles": [_article(library, regulation.id, key, text) for key in _keys(library, regulation, text)],
    }


def _edition(regulation: Regulation, text: TextOfLaw) -> dict[str, Any]:
    return {
        "effective": text.day,
        "source": text.source,
        "sha256": text.sha256,
        "articles": len(text.articles),
        "missing": list(text.missing),
        "akn": f"{FOLDER}/akn/{regulation.id}/{text.day}.xml",
    }


def _keys(library: Library, regulation: Regulation, text: TextOfLaw | None) -> Iterable[str]:
    held = {one.key: (one.number, one.suffix) for one in library.articles_of(regulation.id)}
    held |= {one.key: (one.number, one.suffix) for one in text.articles} if text else {}
    return sorted(held, key=lambda key: held[key])


def _article(library: Library, regulation: str, key: str, text: TextOfLaw | None) -> dict[str, Any]:
    official = text.by_key.get(key) if text else None
    number, _, suffix = key.partition("-")
    basis = BasisValue(regulation=regulation, article=int(number), suffix=int(suffix or 0))
    record = library.article(basis)
    found: dict[str, Any] = {"key": key, "url": urls.article_url(basis)}
    if record is not None:
        found |= {"heading": record.heading, "digest": record.digest}
    if official is not None:
        found |= {"text": official.text}
    cited = {(one.kind, one.record.id) for one in library.cited_by(regulation, key) if one.kind != "question"}
    return found | ({"cited_by": [f"{kind}/{id}" for kind, id in sorted(cited)]} if cited else {})


def _conduct(library: Library, conduct: Conduct) -> dict[str, Any]:
    return {**_plain(conduct), "url": urls.url_of("conduct", conduct)}


def base_of(library: Library) -> str:
    """The address that the site is served from, with a slash at its end; empty where it is not known."""
    url = library.site.url or ""
    return url if not url or url.endswith("/") else f"{url}/"


def _llms(library: Library) -> str:
    """What the site holds and where, for programs that read it as people do."""
    base = base_of(library)
    lines = [
        f"# {library.site.name}",
        "",
        f"> {library.site.summary}" if library.site.summary else f"> 依据 {library.as_of} 的法律状态。",
        "",
        "条文要点是本站自己的话，不是法律原文；引用法律请以公布机关的正式文本为准。标有“示例”的内容是教学虚构。",
        "",
        "## 页面",
        "",
        *(f"- [{title}]({base}{path}): {said}" for title, path, said in _PLACES),
        "",
        "## 数据",
        "",
        f"- [索引]({base}{FOLDER}/index.json): 法规、违法行为、题目各有哪些，版本 {VERSION}",
        f"- [法规和条文]({base}{FOLDER}/regulations/): 每部一个文件，名称是编号加 .json",
        f"- [违法行为]({base}{FOLDER}/conducts/): 禁止和处罚的依据、罚款幅度",
        f"- [题目]({base}{BANK}): 题库，结构见 {BANK_SCHEMA}",
        f"- [结构]({base}{FOLDER}/index.json): 各种文件的 JSON Schema 在 {_SCHEMAS}/，索引的 schemas 列出",
        "",
    ]
    return "\n".join(lines)


_PLACES = (
    ("法律法规", "regulations/", "现行与已废止的法规，条文要点和原文"),
    ("违法行为与处罚", "conducts/", "每种行为的依据、罚则和裁量"),
    ("新旧条文对照", "concordance/", "旧法的条文现在在哪里"),
    ("企业指南", "guides/", "按行业：要做什么、什么时候以前、不做的后果"),
)
PAGE = PageKind("api", "数据接口", generate)
