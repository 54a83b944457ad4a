"""Documents as data for the Typst template: blocks in groups, each of which stands on one page."""

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
#: Fields of a table that go as they are.
_PLAIN = ("widths", "head", "ruled", "high", "centred", "inset")


def data_of(documents: Sequence[Document], faces: Faces) -> str:
    """The documents as JSON."""
    fonts = {"song": [faces.song, faces.hei], "hei": [faces.hei, faces.song], "fang": [faces.fang, faces.song]}
    return json.dumps(
        {"fonts": fonts, "documents": [_document(document) for document in documents]}, ensure_ascii=False
    )


def _document(document: Document) -> dict[str, Any]:
    return {
        "title": visible(document.title),
        "foot": visible(document.foot),
        "page": document.page,
        "number": visible(document.number),
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
    """The block field by field: ``dataclasses.asdict`` copies each value, which took as long as setting some papers."""
    match block:
        case Para(style, parts):
            runs = [{"text": visible(run.text), "strong": run.strong} for run in parts]
            return {"kind": "para", "style": style, "runs": runs}
        case Options(texts, columns):
            return {"kind": "options", "texts": [visible(text) for text in texts], "columns": columns}
        case Table():  # without ``down``: lists alone have such cells, and those are no PDF
            said: dict[str, Any] = {name: getattr(block, name) for name in _PLAIN}
            said["over"] = [visible(text) for text in block.over]
            said["rows"] = [[visible(_STROKE.sub(_AFTER, cell)) for cell in row] for row in block.rows]
            return {"kind": "table", **said}
        case Room(lines):
            return {"kind": "room", "lines": lines}
        case Code(address, beside):
            return {"kind": "code", "svg": svg(address), "beside": [_block(para) for para in beside]}
        case NewPage():
            return {"kind": "page"}
