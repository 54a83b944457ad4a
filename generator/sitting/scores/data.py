"""The scores as JSON, for programs: one candidate a line."""

import json
from decimal import Decimal
from typing import Any

from generator.sitting.candidates import Candidate, Sitting


def scores_json(sitting: Sitting) -> bytes:
    """What was marked how, and of each candidate the score and item by item the answer and its points."""
    first = sitting.keys.first
    head = {
        "blueprint": first.blueprint,
        "title": first.title,
        "seed": first.seed,
        "as_of": first.as_of,
        "marking": first.marking,
        "half": sitting.half,
        "total": plain(first.total),
        "pass_mark": plain(first.pass_mark),
        "sample": first.sample,
        **({"corrections": list(sitting.corrections)} if sitting.corrections else {}),
    }
    forms = [
        {"form": key.form, "items": [{"id": i.id, "points": plain(i.points), "answer": i.answer} for i in key.items]}
        for key in ({} if sitting.keys.drawn else sitting.keys.forms).values()
    ]
    lines = [json.dumps(_candidate(sitting, candidate), ensure_ascii=False) for candidate in sitting.candidates]
    opened = json.dumps({**head, "drawn": sitting.keys.drawn, "forms": forms}, ensure_ascii=False, indent=1)
    return (opened.removesuffix("\n}") + ',\n "candidates": [\n  ' + ",\n  ".join(lines) + "\n ]\n}\n").encode()


def _candidate(sitting: Sitting, candidate: Candidate) -> dict[str, Any]:
    own = {"items": [item.id for item in candidate.key.items]} if sitting.keys.drawn else {}
    pairs = list(zip(candidate.key.items, candidate.marks, strict=True))
    attempts = [{"source": one.source, "score": plain(one.score), "absent": one.absent} for one in candidate.attempts]
    return {
        "number": candidate.number,
        "name": candidate.name,
        "unit": candidate.unit,
        "form": candidate.key.form,
        "absent": candidate.absent,
        "score": plain(candidate.score),
        "passed": candidate.passed,
        **({"seconds": candidate.seconds} if candidate.seconds is not None else {}),
        **({"before": plain(candidate.before)} if candidate.before is not None else {}),
        **({"attempts": attempts} if attempts else {}),
        **own,
        "given": [item.shown(mark.given) for item, mark in pairs],
        "points": [plain(mark.points) for mark in candidate.marks],
        "faults": {str(item.number): mark.fault for item, mark in pairs if mark.fault},
    }


def plain(points: Decimal) -> int | float:
    """Points as a JSON number: 2, 1.33."""
    return int(points) if points == points.to_integral_value() else float(points)
