"""The analysis as JSON: figures to four places, and no candidate in it."""

import json
from typing import Any

from generator.sitting.analysis.advice import Advice
from generator.sitting.analysis.items import ItemRow
from generator.sitting.analysis.reliability import Reliability
from generator.sitting.analysis.results import Analysis, UnitRow

PLACES = 4


def analysis_json(found: Analysis) -> bytes:
    """The whole analysis, in the order of the page."""
    key = found.key
    document = {
        "blueprint": key.blueprint,
        "title": key.title,
        "seed": key.seed,
        "as_of": key.as_of,
        "marking": key.marking,
        "half": found.sitting.half,
        "total": float(key.total),
        "pass_mark": float(key.pass_mark),
        "sample": key.sample,
        "present": found.present,
        "absent": found.absent,
        "mean": _figure(found.mean),
        "median": _figure(found.median),
        "deviation": _figure(found.deviation),
        "passed": _figure(found.passed),
        "corrected_mean": _figure(found.corrected_mean),
        "corrections": list(found.sitting.corrections),
        "sections": [
            {"title": row.title, "nominal": _figure(row.nominal), "effective": _figure(row.effective)}
            for row in found.sections
        ],
        "seconds": found.times
        and {
            "people": found.times.people,
            "median": _figure(found.times.median),
            "quick": _figure(found.times.quick),
            "slow": _figure(found.times.slow),
        },
        "histogram": list(found.histogram),
        "forms": [{"form": name, **_reliability(row)} for name, row in found.forms],
        "items": [_item(row, advice) for row, advice in found.items],
        "topics": [{"topic": topic, "share": _figure(share)} for topic, share in found.topics],
        "units": [_unit(found, unit) for unit in found.units],
    }
    return (json.dumps(document, ensure_ascii=False, indent=1, allow_nan=False) + "\n").encode()


def _reliability(row: Reliability) -> dict[str, Any]:
    return {
        "people": row.people,
        "items": row.items,
        "mean": _figure(row.mean),
        "deviation": _figure(row.deviation),
        "alpha": _figure(row.alpha),
        "alpha_interval": [_figure(row.low), _figure(row.high)],
        "standard_error": _figure(row.error),
    }


def _item(row: ItemRow, advice: tuple[Advice, ...]) -> dict[str, Any]:
    return {
        "id": row.item.id,
        "label": row.label,
        "type": row.item.type.id,
        "points": float(row.item.points),
        "people": row.people,
        "share": _figure(row.share),
        "right": _figure(row.right),
        "empty": _figure(row.empty),
        "deviation": _figure(row.deviation),
        "discrimination": _figure(row.discrimination),
        "upper": _figure(row.upper),
        "lower": _figure(row.lower),
        "options": [
            {
                "text": option.text,
                "correct": option.correct,
                "count": option.count,
                "upper": _figure(option.upper),
                "lower": _figure(option.lower),
            }
            for option in row.options
        ],
        "wrong": [{"answer": answer, "count": count} for answer, count in row.wrong],
        "advice": [{"word": one.word, "text": one.text, "grave": one.grave} for one in advice],
    }


def _unit(found: Analysis, unit: UnitRow) -> dict[str, Any]:
    shares = {
        topic: _figure(share) for (topic, _), share in zip(found.topics, unit.topics, strict=True) if share is not None
    }
    head = {"unit": unit.name, "people": unit.people, "share": _figure(unit.share), "passed": _figure(unit.passed)}
    return {**head, "topics": shares}


def _figure(value: float | None) -> float | None:
    return None if value is None else round(value, PLACES) + 0.0  # + 0.0 turns -0.0 into 0.0
