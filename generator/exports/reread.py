"""An exam read back from the folder that ``pufa exam`` wrote, so that it can be exported once more in another format.

The manifest and the ``key.json`` files say all that a paper is; nothing is drawn again, whatever has become of the content.
"""

import dataclasses
import datetime
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.exams.paper import Exam, Paper, PaperSection
from generator.exports.bundle import MANIFEST, NotWhole, read_bundle
from generator.gate import raising
from generator.kinds.blueprint import Blueprint
from generator.problems import Place, Problems
from generator.questions.item import Item
from generator.questions.serial import item_of

_HINT = "用 pufa exam 写出的原文件夹；文件改动过的，重新组卷。"


def read_exam(folder: Path, problems: Problems) -> tuple[Exam, datetime.date] | None:
    """The exam in ``folder`` and the day at which its law was taken; None with an E505 where it is not as it was written."""
    at = Place(f"{folder.name}/{MANIFEST}")
    try:
        manifest, keys = read_bundle(folder)
        with raising(NotWhole, "清单或答案文件不合格式"):
            return _exam(manifest, keys), datetime.date.fromisoformat(manifest["as_of"])
    except NotWhole as reason:
        problems.error(at, "E505", str(reason), _HINT)
    return None


def _exam(manifest: Mapping[str, Any], keys: Sequence[Mapping[str, Any]]) -> Exam:
    drawn = bool(manifest["drawn"])
    alone = len(keys) == 1 and not drawn
    papers = tuple(_paper(key, alone) for key in keys)
    return Exam(
        papers[0].blueprint,
        int(manifest["seed"]),
        papers,
        int(manifest["repeats"]),
        int(manifest["least_repeats"]),
        drawn,
        bool(manifest["proven"]),
    )


def _paper(key: Mapping[str, Any], alone: bool) -> Paper:
    plan, items = key["blueprint"], [(entry["section"], _item(entry)) for entry in key["items"]]
    sections = tuple(
        PaperSection(
            str(head["title"]),
            str(head["type"]),
            float(head["points"]),
            tuple(item for section, item in items if section == place),
        )
        for place, head in enumerate(key["sections"], 1)
    )
    blueprint = Blueprint.model_validate(
        {
            **{name: plan[name] for name in ("id", "title", "audience", "minutes", "pass_mark", "marking", "sample")},
            "instructions": plan.get("instructions", ()),
            "sections": [{"title": s.title, "type": s.type, "points": s.points, "count": s.count} for s in sections],
        }
    )
    return Paper(blueprint, int(key["seed"]), sections, str(key["form"]), alone)


def _item(entry: Mapping[str, Any]) -> Item:
    return dataclasses.replace(item_of(entry)[0], at=_place(str(entry["at"])))


def _place(text: str) -> Place:
    file, line, column = text.rsplit(":", 2)
    return Place(file, int(line), int(column))
