"""The key as JSON: items with answers, points and reasons, for programs that mark or check."""

import json
from collections.abc import Iterator
from typing import Any

from generator.exams.paper import Paper
from generator.exports.base import EXAM, Format, each_form
from generator.exports.papers.words import numbered_sections
from generator.library import Library
from generator.questions.digests import of_data
from generator.questions.serial import item_data


def export(library: Library, paper: Paper) -> dict[str, bytes]:
    """``key.json``: blueprint, seed, form, sections, and each item as in the bank with number, section, points and digest."""
    plan = paper.blueprint
    document = {
        "as_of": library.as_of.isoformat(),
        "blueprint": {
            "id": plan.id,
            "title": plan.title,
            "audience": plan.audience,
            "minutes": plan.minutes,
            "total": plan.total,
            "pass_mark": plan.pass_mark,
            "marking": plan.marking,
            "sample": plan.sample,
            "instructions": list(plan.instructions),
            "at": str(plan.at),
        },
        "seed": paper.seed,
        "form": paper.form,
        "sections": [{"title": s.title, "type": s.type, "points": s.points, "count": s.count} for s in paper.sections],
        "items": list(_items(library, paper)),
    }
    return {"key.json": (json.dumps(document, ensure_ascii=False, indent=1) + "\n").encode()}


def _items(library: Library, paper: Paper) -> Iterator[dict[str, Any]]:
    for index, section, items in numbered_sections(paper):
        for number, item in items:
            data = item_data(library, item)
            head = {"number": number, "section": index, "points": section.points, "sha256": of_data(data)}
            yield {**head, **data}


FORMAT = Format("json", "JSON 答案", EXAM, each_form(export))
