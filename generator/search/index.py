"""The index as files: what a static host serves and assets/js/core/search.js reads."""

import json
from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from typing import Any

from generator.search.documents import FILTERS, Document
from generator.search.fields import contents, regulation_names
from generator.search.initials import spellings
from generator.search.packing import pack_runs
from generator.search.postings import FULL, collect
from generator.search.shards import ARTICLE, OWN, REGULATION, Name, nameable, pack_shards
from generator.search.tokens import HAN, normalise
from generator.search.words import BARE, INTENTS, KINDS, RANK, STOP

CHUNK_BYTES = 2048  # of documents in one file; a query loads as many files as it has results, or fewer
_MOST_CHUNKS = 4096
_EXCERPT = 1000  # characters of a document that excerpts are cut from
_VERSION = 1


def build_index(
    documents: Sequence[Document],
    synonyms: Mapping[str, Sequence[str]] | None = None,
    kinds: Mapping[str, str] | None = None,
    unasked: Iterable[str] = (),
) -> dict[str, bytes]:
    """All files of the index.

    Args:
        documents: in the order in which equals are to be listed; neighbours share a file.
        synonyms: what people write -> what the texts write instead (工地 -> 施工); applied to queries, not to texts.
        kinds: a document's kind -> what readers see of it; a kind that is not named is shown as it is.
        unasked: words that ask nothing in a query, beside those of every field.

    Returns:
        Path under the index's folder -> bytes: ``index.json``, ``p/*.bin`` (postings), ``f/*.bin`` (filters) and
        ``d/*.json`` (what is shown).  The same documents give the same bytes.

    Raises:
        ValueError: two documents have one url.
    """
    rows = tuple(documents)
    if len({document.url for document in rows}) < len(rows):
        raise ValueError("two documents have one url")
    names = regulation_names(rows)
    postings = collect([contents(document, names) for document in rows], [document.boost for document in rows])
    filters, columns = _filters(rows)
    size, chunks = _chunks(rows)
    shards = pack_shards(postings, _names(rows, names))
    meta = {
        "version": _VERSION,
        "documents": len(rows),
        "shards": len(shards),
        "chunk": size,
        "full": FULL,
        "rank": RANK,
        "kinds": dict(kinds or {}),
        "shown": [*SHOWN, "further"],
        "runs": _runs(rows),
        "factors": KINDS,
        "bare": BARE,
        "intents": INTENTS,
        "filters": filters,
        "stop": sorted({*STOP, *map(normalise, unasked)} - {""}, key=lambda word: (-len(word), word)),
        "synonyms": _synonyms(synonyms or {}),
    }
    return {"index.json": _json(meta), **shards, **columns, **chunks}


def _synonyms(synonyms: Mapping[str, Sequence[str]]) -> list[tuple[str, list[str]]]:
    """Pairs, because an object of JavaScript would put keys that look like numbers first; each with what its own words stand for."""
    known = {
        normalise(word).strip(): [normalise(other).strip() for other in others] for word, others in synonyms.items()
    }
    whole = {
        word: list(dict.fromkeys([*others, *(further for other in others for further in known.get(other, ()))]))
        for word, others in known.items()
    }
    return [(word, others) for word, others in sorted(whole.items()) if word]


def _json(value: Any) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()


def _names(documents: Sequence[Document], regulations: Mapping[str, Sequence[str]]) -> list[Name]:
    """Names that a query may hold: of documents by themselves, and of the regulations they belong to.

    The document of a regulation itself has the second only: a short name (噪声法) may stand in other words (噪声法律责任).
    """
    found: dict[tuple[str, int], list[int]] = defaultdict(list)
    members: dict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        titles = () if document.article else (document.title,)
        own = () if document.title == document.regulation else (*titles, *document.aliases)
        for name in dict.fromkeys(normalise(text).strip() for text in own):
            found[name, OWN].append(number)
        members[document.regulation].append(number)
    for title, texts in regulations.items():
        spelled = [word for text in texts if HAN.fullmatch(text) for word in spellings(text)]
        for text in dict.fromkeys((*texts, *spelled)):
            found[text, REGULATION] = sorted({*found[text, REGULATION], *members[title]})
    named = [
        Name(text, of, tuple(numbers))
        for (text, of), numbers in found.items()
        if nameable(text) or (of == REGULATION and text.isascii() and text.isalpha())
    ]
    return [*named, *_articles(documents)]


def _articles(documents: Sequence[Document]) -> Iterator[Name]:
    """``#1095`` and the documents that are an article of that number, of whatever regulation."""
    found: dict[str, list[int]] = defaultdict(list)
    for number, document in enumerate(documents):
        if document.kind == "article" and document.article:
            found[normalise(document.article).strip()].append(number)
    for text, numbers in found.items():
        yield Name(text, ARTICLE, tuple(numbers))


def _runs(documents: Sequence[Document]) -> list[list[Any]]:
    """Kinds of documents as runs of their numbers: ``[kind, first, after the last]``."""
    runs: list[list[Any]] = []
    for number, document in enumerate(documents):
        if runs and runs[-1][0] == document.kind:
            runs[-1][2] = number + 1
        else:
            runs.append([document.kind, number, number + 1])
    return runs


def _filters(documents: Sequence[Document]) -> tuple[dict[str, list[list[Any]]], dict[str, bytes]]:
    """The table ``name -> [[value, documents, bytes], …]``, and for each name a file of the runs of its values in turn."""
    table: dict[str, list[list[Any]]] = {}
    files = {}
    for name in FILTERS:
        holders: dict[str, list[int]] = defaultdict(list)
        for number, document in enumerate(documents):
            for value in dict.fromkeys(document.filters.get(name, ())):
                holders[value].append(number)
        packed = {value: pack_runs(holders[value]) for value in sorted(holders)}
        if packed:
            table[name] = [[value, len(holders[value]), len(runs)] for value, runs in packed.items()]
            files[f"f/{name}.bin"] = b"".join(packed.values())
    return table, files


def _chunks(documents: Sequence[Document]) -> tuple[int, dict[str, bytes]]:
    """How many documents stand in a file, and the files."""
    places = {document.url: number for number, document in enumerate(documents)}
    further = [_further(document, places, documents) for document in documents]
    total = sum(len(_json([*_shown(d, {}), more])) for d, more in zip(documents, further, strict=True))
    size = chunk_size(len(documents), total)
    files = {}
    for first in range(0, len(documents), size):
        regulations: dict[str, int] = {}
        run = range(first, min(first + size, len(documents)))
        shown = [[*_shown(documents[number], regulations), further[number]] for number in run]
        files[f"d/{first // size}.json"] = _json({"regulations": list(regulations), "documents": shown})
    return size, files


def chunk_size(documents: int, size: int) -> int:
    """How many of so many documents, of ``size`` bytes in all, stand in a file: about CHUNK_BYTES, in at most _MOST_CHUNKS files."""
    return max(1, CHUNK_BYTES * documents // max(size, 1), -(-documents // _MOST_CHUNKS))


#: What a result shows, in the order of its row: document and the regulations of its chunk → a value.  ``index.json`` has the
#: names, so that readers find values by name; the regulation is a number in the chunk's own list.
SHOWN: dict[str, Callable[[Document, dict[str, int]], Any]] = {
    "url": lambda document, regulations: document.url,
    "title": lambda document, regulations: document.title,
    "kind": lambda document, regulations: document.kind,
    "regulation": lambda document, regulations: regulations.setdefault(document.regulation, len(regulations)),
    "article": lambda document, regulations: document.article,
    "heading": lambda document, regulations: document.heading,
    "body": lambda document, regulations: "\n".join(filter(None, (document.digest, document.text)))[:_EXCERPT],
    "filters": lambda document, regulations: {
        name: list(document.filters[name]) for name in FILTERS if document.filters.get(name)
    },
}


def _shown(document: Document, regulations: dict[str, int]) -> list[Any]:
    return [value(document, regulations) for value in SHOWN.values()]


def _further(document: Document, places: Mapping[str, int], documents: Sequence[Document]) -> dict[str, Any]:
    """What few documents have: other names, what it costs, and the numbers, addresses and titles of those that took its place.

    Of an article, how many characters of the body are its digest, so that an excerpt says whether it is the law's own words.
    """
    after = [places[url] for url in document.next if url in places]
    told = {
        "aliases": list(document.aliases),
        "fine": document.fine,
        "digest": [min(len(document.digest), _EXCERPT)] if document.kind == "article" else [],
        "next": [[number, documents[number].url, documents[number].title] for number in after],
    }
    return {name: value for name, value in told.items() if value}
