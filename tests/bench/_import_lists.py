"""Files of lists, read against the real content and held against what each must give."""

import datetime
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.kinds import BasisValue
from generator.library import Library, build_library
from generator.lists.citing import basis_of
from generator.lists.compare import Change
from generator.lists.imported import ReadList, read_list
from generator.lists.layout import layout_named
from generator.problems import Problems
from tests.conftest import ROOT

#: Field of a record's citations, where it is not ``basis``.
_CITED = {"education-duty": "articles", "must-know": "articles", "conduct": "penalties"}


def lists(folder: Path, expected: Mapping[str, Any], day: str) -> tuple[list[str], list[str]]:
    """What does not hold, and a line for each file: how many records and Problems."""
    library = build_library(ROOT, datetime.date.fromisoformat(day), Problems())
    faults, lines = list[str](), list[str]()
    for name, wanted in expected.items():
        kind = wanted["kind"] if not wanted.get("refused") else wanted["kind"].partition("asked for as ")[2].rstrip(")")
        layout, problems = layout_named(kind), Problems()
        if layout is None:
            faults.append(f"{name}: no list is called {kind}")
            continue
        read = read_list(library, layout, [folder / name], problems)
        faults += [f"{name}: {text}" for text in held(library, read, [str(one.at) for one in problems], wanted)]
        lines.append(f"{name}: {read.records} records, {len(problems)} problems, {dict(read.counts)}")
    return faults, lines


def held(library: Library, read: ReadList, places: list[str], wanted: Mapping[str, Any]) -> Iterator[str]:
    """What does not hold of one file: its count of records, the places of its Problems, each record, what changes."""
    if read.records != wanted["records"]:
        yield f"{read.records} records, not {wanted['records']}"
    asked = {problem["where"] for problem in wanted["problems"]}
    must = {problem["where"] for problem in wanted["problems"] if problem["level"] == "must"}
    yield from (f"not told: {where}" for where in sorted(must - set(places)))
    yield from (f"told of a place that is right: {where}" for where in sorted(set(places) - asked))
    rows = {change.place.line: change for change in read.found if change.sort != "gone"}
    for record in wanted.get("record_list", ()):
        change = rows.get(record["row"])
        yield from _record(library, read, change, record) if change else (f"row {record['row']} was not read",)
    if "dry_run" in wanted:
        yield from _changes(read, wanted["dry_run"])


def _record(library: Library, read: ReadList, change: Change, wanted: Mapping[str, Any]) -> Iterator[str]:
    field = _CITED.get(read.layout.id, "basis")
    cited = _cited(library, change.data.get(field) or [])
    for text in wanted.get("basis", ()):
        if basis_of(library, text) not in cited:
            yield f"row {wanted['row']}: {text} was not read"
    for text in (*wanted.get("dropped", ()), *wanted.get("unresolved", ())):
        if basis_of(library, text) in cited:
            yield f"row {wanted['row']}: {text} was taken"
    for name in ("unit", "role", "topic", "duty", "power_type", "body", "when"):
        if name in wanted and change.data.get(name) != wanted[name]:
            yield f"row {wanted['row']}: {name} is {change.data.get(name)}, not {wanted[name]}"
    for name in ("audiences", "measures"):
        if name in wanted and list(change.data.get(name) or []) != wanted[name]:
            yield f"row {wanted['row']}: {name} is {change.data.get(name)}, not {wanted[name]}"


def _cited(library: Library, values: Any) -> set[BasisValue]:
    texts = [one.get("basis", "") if isinstance(one, dict) else one for one in values]
    return {basis_of(library, text) for text in texts if text}


def _changes(read: ReadList, wanted: Mapping[str, Any]) -> Iterator[str]:
    found: dict[str, list[str]] = {}
    for change in read.found:
        found.setdefault(change.sort, []).append(change.id)
    if sorted(found.get("changed", [])) != sorted(one["id"] for one in wanted["changed"]):
        yield f"changed: {found.get('changed')}"
    if sorted(found.get("gone", [])) != sorted(wanted["gone"]):
        yield f"gone: {found.get('gone')}"
    if len(found.get("same", [])) != wanted["unchanged"] or len(found.get("new", [])) != len(wanted["new"]):
        yield f"unchanged {len(found.get('same', []))}, new {found.get('new')}"
