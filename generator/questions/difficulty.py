"""Difficulties as measured: what sittings told, in place of the estimates.

``quizzes/difficulty.json`` is written by ``pufa results --update-difficulty`` and committed by whoever wants it to count;
without the file every difficulty stays an estimate.  It holds ids, counts and shares, and nothing of any candidate.  An item
that was changed since (another stem, other options, another key) is another question: its figures no longer count.
"""

import json
import os
from collections.abc import Mapping
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

from generator.gate import content, raising
from generator.problems import Place, Problems
from generator.questions.bank import Bank
from generator.questions.digests import of_face
from generator.questions.item import Item

DIFFICULTY_FILE = "quizzes/difficulty.json"
#: Fewest answers, over all sittings, from which a difficulty is taken.
FEWEST = 30
_PLACES = 4
_MAX_BYTES = 20_000_000


class NoFigures(ValueError):
    """Why a file holds no measured difficulties, in Chinese."""


@dataclass(frozen=True, slots=True)
class Measured:
    """What a sitting tells of an item: its face, how many answered, and the mean share of its points, 0 to 1."""

    face: str
    count: int
    share: float


def with_measured(bank: Bank, root: Path, problems: Problems) -> Bank:
    """The bank with measured difficulties where the project has them; E404 for a file that can't be read."""
    path = root / DIFFICULTY_FILE
    if not os.path.lexists(path):
        return bank
    try:
        sittings = read_sittings(path)
    except NoFigures as reason:
        problems.error(
            Place(DIFFICULTY_FILE), "E404", f"实测难度读不了：{reason}", "用 pufa results --update-difficulty 重新写。"
        )
        return bank
    return replace(bank, items=tuple(_measured(item, sittings) for item in bank.items))


def _measured(item: Item, sittings: Mapping[str, Mapping[str, Measured]]) -> Item:
    own = [found[item.id] for found in sittings.values() if item.id in found]
    if not own:
        return item
    known = of_face(item)
    own = [entry for entry in own if entry.face == known]
    count = sum(entry.count for entry in own)
    if count < FEWEST:
        return item
    share = sum(entry.share * entry.count for entry in own) / count
    return replace(item, difficulty=round(1 - share, _PLACES))


def read_sittings(path: Path) -> dict[str, dict[str, Measured]]:
    """Digest of a sitting's answers → id of an item → what it told.  Raises NoFigures where the file is none of this kind."""
    with raising(NoFigures, "不合格式"):
        data = json.loads(content(path, _MAX_BYTES))
        return {
            str(sitting): {str(id): _entry(entry) for id, entry in items.items()}
            for sitting, items in data["sittings"].items()
        }


def _entry(entry: Any) -> Measured:
    found = Measured(str(entry["face"]), int(entry["count"]), float(entry["share"]))
    if found.count < 1 or not 0 <= found.share <= 1:
        raise NoFigures("人数或得分率不在范围里")
    return found


def sittings_text(sittings: Mapping[str, Mapping[str, Measured]]) -> str:
    """The file's text: sorted, an item a line, so that a diff reads well."""
    blocks = []
    for sitting in sorted(sittings):
        lines = [
            f"   {json.dumps(id, ensure_ascii=False)}: "
            + json.dumps({"face": own.face, "count": own.count, "share": round(own.share, _PLACES)})
            for id, own in sorted(sittings[sitting].items())
        ]
        blocks.append(f"  {json.dumps(sitting)}: {{\n" + ",\n".join(lines) + "\n  }")
    return '{\n "sittings": {\n' + ",\n".join(blocks) + "\n }\n}\n"
