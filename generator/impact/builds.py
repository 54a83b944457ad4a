"""What changed between two builds of a site, by the files that it keeps for programs (docs/api.md); as lines and as an Atom feed."""

import hashlib
import json
import uuid
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from lxml import etree
from lxml.builder import ElementMaker

from generator.gate import content
from generator.legal.basis import format_key
from generator.reading.characters import seen

_MOST_BYTES = 200_000_000
_API = "api/v1"
#: What says nothing of the content itself: who else cites it, where it stands in the files, what is estimated of a question.
_ASIDE = ("cited_by", "at", "articles", "legislation", "texts", "difficulty", "cluster", "asks", "tells", "facts")
_STATES = {"in_force": "现行有效", "not_yet": "尚未施行", "repealed": "已废止"}
_ATOM = "http://www.w3.org/2005/Atom"
_E = ElementMaker(namespace=_ATOM, nsmap={None: _ATOM})
#: Longest stem of a question in a line.
_SHOWN = 40


@dataclass(frozen=True, slots=True)
class Built:
    """What a build tells of itself.

    Attributes:
        name, as_of: of the site.
        url: where it is served from; empty where that is not known.
        things: (sort, id) → title, address below the site's root, and the record.
    """

    name: str
    as_of: str
    url: str
    things: Mapping[tuple[str, str], tuple[str, str, Mapping[str, Any]]]


@dataclass(frozen=True, slots=True)
class Difference:
    """A thing that is not the same in two builds.

    Attributes:
        sort: 法规, 条文, 违法行为 or 题目.
        id, title: which one.
        what: 新增, 删去 or 改了; of a regulation also how it stands now.
        url: below the site's root; empty where it has no page.
    """

    sort: str
    id: str
    title: str
    what: str
    url: str


def read_build(folder: Path) -> Built:
    """Read a built site.

    Raises:
        Exception: whatever a folder that is no site of this version, or a damaged one, brings about.
    """
    return built_of(lambda name: content(folder / name, _MOST_BYTES))


def built_of(file: Callable[[str], bytes]) -> Built:
    """The same of a site whose files are had by their names below its root.

    Raises:
        Exception: as ``read_build``.
    """

    def _json(name: str) -> Any:
        return json.loads(file(name))

    index = _json(f"{_API}/index.json")
    things: dict[tuple[str, str], tuple[str, str, Mapping[str, Any]]] = {}
    for row in index["regulations"]:
        law = _json(f"{_API}/regulations/{_name(row['id'])}.json")
        things["法规", law["id"]] = (law["title"], law["url"], law)
        for article in law["articles"]:
            title = f"{law.get('short_title') or law['title']} {format_key(article['key'])}"
            things["条文", f"{law['id']}/{article['key']}"] = (title, article["url"], article)
    for row in index["conducts"]:
        conduct = _json(f"{_API}/conducts/{_name(row['id'])}.json")
        things["违法行为", conduct["id"]] = (conduct["title"], conduct["url"], conduct)
    for item in _json("data/bank.json")["items"]:
        things["题目", item["id"]] = (item["stem"][:_SHOWN], "", item)
    return Built(str(index["name"]), str(index["as_of"]), str(index.get("url") or ""), things)


def differences(old: Built, new: Built) -> Iterator[Difference]:
    """Everything that was added, changed or taken away: in the order of the new build, what is gone last."""
    for (sort, id), (title, url, record) in new.things.items():
        before = old.things.get((sort, id))
        if before is None:
            yield Difference(sort, id, title, "新增", url)
        elif before[2].get("state") != record.get("state"):
            now = _STATES.get(str(record.get("state")), "")
            yield Difference(sort, id, title, f"改了：现在是{now}", url)
        elif _plain(before[2]) != _plain(record):
            yield Difference(sort, id, title, "改了", url)
    for (sort, id), (title, _, _) in old.things.items():
        if (sort, id) not in new.things:
            yield Difference(sort, id, title, "删去", "")


def feed(new: Built, found: list[Difference], at: str = "") -> bytes:
    """An Atom feed of the differences, dated by the new build's day; the same differences give the same bytes.

    ``at`` is where the feed stands in the site, for those who keep it to find it again; empty where it is kept elsewhere.
    """
    day = f"{new.as_of}T00:00:00Z"
    entries = [
        _E.entry(
            _E.title(seen(f"{one.sort} {one.what}：{one.title}")),
            _E.id(_urn(new.as_of, one.sort, one.id, one.what, json.dumps(_plain(_record(new, one)), sort_keys=True))),
            _E.updated(day),
            *([_E.link(href=f"{new.url}{one.url}")] if new.url and one.url else []),
            _E.content(seen(f"{one.sort}“{one.title}”（{one.id}）{one.what}。"), type="text"),
        )
        for one in found
    ]
    whole = _E.feed(
        _E.title(seen(f"{new.name}：内容的变化")),
        _E.id(_urn(new.name)),
        _E.updated(day),
        _E.author(_E.name(seen(new.name))),
        *([_E.link(href=new.url)] if new.url else []),
        *([_E.link(href=f"{new.url}{at}", rel="self")] if new.url and at else []),
        *entries,
    )
    document: bytes = etree.tostring(whole, xml_declaration=True, encoding="UTF-8", pretty_print=True)
    return document


def _record(built: Built, one: Difference) -> Mapping[str, Any]:
    found = built.things.get((one.sort, one.id))
    return found[2] if found else {}


def _urn(*parts: str) -> str:
    digest = hashlib.sha256("\0".join(parts).encode()).digest()
    return uuid.UUID(bytes=digest[:16], version=5).urn


def _plain(record: Mapping[str, Any]) -> dict[str, Any]:
    return {name: value for name, value in record.items() if name not in _ASIDE}


def _name(id: object) -> str:
    """An id as the name of a file: nothing that leads out of the folder."""
    text = str(id)
    if not text or any(mark in text for mark in "/\\\0") or text.startswith("."):
        raise ValueError(f"编号“{text}”不对")
    return text
