"""Documents as data for the Typst template: blocks in groups, each of which stands on one page."""

import dataclasses
import json
import re
from collections.abc import Iterator, Sequence
from typing import Any

from generator.exports.codes import svg
from generator.exports.fragments import visible
from generator.exports.papers.document import Block, Code, Document, NewPage, Options, Para, Room, Table
from generator.exports.papers.measure import PAGE, height
from generator.exports.typeset.fonts import Faces

#: Ids and paths in a cell may break behind their strokes.
_STROKE, _AFTER = re.compile(r"[/.\-_](?=.)"), "\\g<0>\u200b"


def data_of(documents: Sequence[Document], faces: Faces) -> str:
    """The documents as JSON."""
    fonts = {"song": [faces.song, faces.hei], "hei": [faces.hei, faces.song], "fang": [faces.fang, faces.song]}
    return json.dumps(
        _seen({"fonts": fonts, "documents": [_document(document) for document in documents]}), ensure_ascii=False
    )


def _document(document: Document) -> dict[str, Any]:
    return {
        "title": document.title,
        "foot": document.foot,
        "page": document.page,
        "number": document.number,
        "groups": list(_groups(document.blocks)),
    }


def _groups(blocks: Sequence[Block]) -> Iterator[dict[str, Any]]:
    """Runs of blocks that are held together: up to the first that is not held to the next."""
    group: list[Block] = []
    for block in blocks:
        group.append(block)
        if isinstance(block, NewPage) or not block.keep:
            yield _group(group)
            group = []
    if group:
        yield _group(group)


def _group(group: Sequence[Block]) -> dict[str, Any]:
    pages = any(isinstance(block, NewPage) for block in group)
    # what is higher than a page by estimate may break, for it fits on none
    return {"whole": not pages and sum(map(height, group)) <= PAGE, "blocks": [_block(block) for block in group]}


def _block(block: Block) -> dict[str, Any]:
    names = {Para: "para", Options: "options", Table: "table", Room: "room", Code: "code", NewPage: "page"}
    found = {"kind": names[type(block)], **dataclasses.asdict(block)}
    if isinstance(block, Table):
        found.pop("down")  # lists alone have such cells, and those are no PDF
        found["rows"] = [[_STROKE.sub(_AFTER, cell) for cell in row] for row in block.rows]
    elif isinstance(block, Code):
        found["svg"] = svg(block.address)
    return found


def _seen(value: Any) -> Any:
    """The same without characters that no document can hold."""
    if isinstance(value, str):
        return visible(value)
    if isinstance(value, dict):
        return {name: _seen(part) for name, part in value.items()}
    return [_seen(part) for part in value] if isinstance(value, (list, tuple)) else value
