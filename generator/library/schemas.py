"""JSON Schemas of content files, for editors that complete and check while one writes."""

import json
from collections.abc import Mapping, Sequence
from typing import Any

from generator.kinds import Kind, kinds
from generator.kinds._site import Site

DIALECT = "https://json-schema.org/draft/2020-12/schema"


def schema_text(schema: dict[str, Any]) -> str:
    """A schema as the text of its file; the same schema gives the same bytes."""
    return json.dumps(schema, ensure_ascii=False, indent=2, sort_keys=True) + "\n"


def schemas(values: Mapping[str, Sequence[str]] | None = None) -> dict[str, dict[str, Any]]:
    """The schema of a file of each kind, by the kind's name; ``site`` is that of content/site.yml.

    Args:
        values: what a field may be whose values a layer above knows, by the name that the field gives as ``x-pufa``.
    """
    found = {kind.name: _file_schema(kind) for kind in kinds()}
    found["site"] = {"$schema": DIALECT, **Site.model_json_schema()}
    return {name: _filled(schema, values or {}) for name, schema in found.items()}


def _filled(schema: Any, values: Mapping[str, Sequence[str]]) -> Any:
    """The schema with the values of those fields."""
    if isinstance(schema, list):
        return [_filled(entry, values) for entry in schema]
    if not isinstance(schema, dict):
        return schema
    plain = {name: _filled(entry, values) for name, entry in schema.items() if name != "x-pufa"}
    known = values.get(schema["x-pufa"]) if isinstance(schema.get("x-pufa"), str) else None
    return plain if known is None else {**plain, "enum": list(known)}


def _file_schema(kind: Kind) -> dict[str, Any]:
    """A list of records, or defaults with records; for Markdown, the front matter of the one record."""
    record = kind.model.model_json_schema(mode="validation", ref_template="#/$defs/{model}")
    definitions = record.pop("$defs", {})
    name = kind.model.__name__
    head: dict[str, Any] = {"$schema": DIALECT, "title": kind.title}
    if kind.form == "markdown":
        record["properties"].pop("body", None)
        return {**head, **record, "title": kind.title, "$defs": definitions}
    # A record beside defaults may leave out what the defaults give, so nothing is required of it here.
    partial = {key: value for key, value in record.items() if key != "required"}
    several = {"type": "array", "items": {"$ref": f"#/$defs/{name}"}}
    with_defaults = {
        "type": "object",
        "properties": {
            "defaults": {**partial, "description": "下面各条共有的字段；某一条另写的，以那一条为准"},
            "records": {"type": "array", "items": partial, "description": "一条一条的记录"},
        },
        "required": ["records"],
        "additionalProperties": False,
    }
    return {**head, "anyOf": [several, with_defaults], "$defs": {**definitions, name: record}}
