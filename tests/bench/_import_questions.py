"""Files of questions, imported by the real content and held against what each must give."""

import datetime
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from generator.importing.base import Refused
from generator.intake.report import data
from generator.intake.taking import take
from generator.library import build_library
from generator.problems import Problems
from tests.conftest import ROOT

#: What is called otherwise there.
_TYPES = {"multi": "multiple"}


def questions(folder: Path, expected: Mapping[str, Any], day: str) -> tuple[list[str], list[str]]:
    """What does not hold, and a line for each file: questions, what must hold and what is good to have, of how many."""
    library = build_library(ROOT, datetime.date.fromisoformat(day), Problems())
    faults, lines = list[str](), list[str]()
    for name, wanted in expected.items():
        try:
            found = data(library, take(library, (), folder / name, lambda _: None))
        except Refused as refused:
            faults.append(f"{name}: refused: {refused}")
            continue
        wrong = list(_file(wanted, found))
        faults += [f"{name}: {text}" for level, text in wrong if level == "must"]
        count = Counter(level for level, _ in _points(wanted))
        missed = Counter(level for level, _ in wrong)
        told = "、".join(f"{level} {max(0, count[level] - missed[level])}/{count[level]}" for level in ("must", "good"))
        lines.append(f"{name}: {found['form']}, {found['questions']} questions, {told}")
    return faults, lines


def _points(wanted: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    """Level and name of everything that is asked of a file."""
    for record in wanted["records"]:
        yield "must", "read"
        yield record["status_level"], "status"
        yield from ((problem["level"], problem["kind"]) for problem in record["problems"])


def _file(wanted: Mapping[str, Any], found: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    if found["questions"] != wanted["questions"]:
        yield "must", f"{found['questions']} questions, not {wanted['questions']}"
    if wanted.get("fully_right") and found["problems"]:
        yield "must", f"problems in a file that is right: {found['problems']}"
    for one, other in zip(wanted["records"], found["records"], strict=False):
        for level, text in _record(one, other):
            yield level, f"{one['index']}: {text}"


def _record(wanted: Mapping[str, Any], found: Mapping[str, Any]) -> Iterator[tuple[str, str]]:
    for name in ("where", "number_printed", "option_texts", "key_read"):
        if wanted[name] != found[name]:
            yield "must", f"{name} is {found[name]}, not {wanted[name]}"
    if _TYPES.get(wanted["type"], wanted["type"]) != found["type"]:
        yield "must", f"type is {found['type']}, not {wanted['type']}"
    accepted = {wanted["status"], wanted.get("status_also_accepted")}
    if found["status"] not in accepted or found["report"] != wanted["report"]:
        yield wanted["status_level"], f"{found['status']} {found['report']}, not {wanted['status']} {wanted['report']}"
    told = {(problem["where"], problem["kind"]) for problem in found["problems"]}
    asked = {(problem["where"], problem["kind"]): problem["level"] for problem in wanted["problems"]}
    yield from ((level, f"not told: {place}") for place, level in asked.items() if place not in told)
    if not asked and told:
        yield "must", f"told of a place that is right: {told}"
