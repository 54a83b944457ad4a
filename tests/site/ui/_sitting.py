"""Answer files marked by the page and by the command, in one form in which they can be held against each other."""

import base64
import json
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from playwright.sync_api import Page

from generator.problems import Problem, Problems, Severity
from generator.reading.table import read_tables
from generator.site.pages.scripts import type_table
from generator.site.results_words import results_words
from generator.sitting.analysis.data import analysis_json
from generator.sitting.analysis.results import analyse
from generator.sitting.columns import is_answer_header
from generator.sitting.keys import Keys
from generator.sitting.marker import mark_tables
from generator.sitting.marking import Half

_MARK = """
  const { TYPES } = await import("/js/types/index.js");
  const { openWords } = await import("/js/core/sitting/words.js");
  const { keysOf } = await import("/js/core/sitting/key.js");
  const { isAnswerHeader } = await import("/js/core/sitting/heads.js");
  const { readTables } = await import("/js/core/reading/table.js");
  const { Problems } = await import("/js/core/sitting/problems.js");
  const { analyse } = await import("/js/core/sitting/analysis.js");
  const words = openWords(x.words);
  const keys = keysOf(x.keys, TYPES);
  return Promise.all(x.files.map(async ([name, content]) => {
    const problems = new Problems();
    const bytes = Uint8Array.from(atob(content), (letter) => letter.charCodeAt(0));
    const { tables, done } = await readTables(name, bytes, problems, (row) => isAnswerHeader(words, row));
    const sitting = m.markTables(tables, keys, { words, problems, half: x.half });
    const { candidates } = sitting;
    const { key: _, items, ...found } = candidates.some(({ absent }) => !absent) ? analyse(sitting, words) : { items: [] };
    return {
      done,
      figures: { ...found, items: items.map(({ item, lettered, ...row }) => ({ id: item.id, type: item.typeId, points: item.points, ...row })) },
      people: candidates.map(({ number, name, unit, key, marks, score, absent, seconds, passed }) =>
        [number, name, unit, key.form, score, absent, seconds, passed, marks.map(({ points, right, fault, chosen }) => [points, right, fault, chosen])]),
      problems: problems.list.map(({ at, code, message, hint, grave }) => [at.file, at.line ?? 0, at.column ?? 0, code, message, hint, grave]),
    };
  }));"""

#: What an analysis says of the paper, which the page takes from the key.
_PAPER = {
    "blueprint", "title", "seed", "as_of", "marking", "half", "total", "pass_mark", "sample", "corrections",
}  # fmt: skip
_ROUNDED = 0.5e-4 + 1e-9


@dataclass(frozen=True, slots=True)
class Told:
    """What either side says of a file: what was done to its cells, everybody with their marks, what was wrong, and the analysis."""

    done: str
    people: list[Any]
    problems: list[Any]
    figures: dict[str, Any] = field(compare=False)


def prepare(root: Path) -> None:
    """Put the table of item types beside the scripts in ``root``."""
    (root / "js" / "types" / "index.js").write_text(type_table(), encoding="utf-8")


def by_page(
    page: Page, files: Sequence[Path], documents: Sequence[tuple[str, str]], half: Half = "exact"
) -> list[Told]:
    """What the page makes of answer files; ``documents`` are names and texts of what ``pufa exam`` wrote."""
    given = {
        "words": results_words(),
        "keys": [{"name": name, "text": text} for name, text in documents],
        "files": [(path.name, base64.b64encode(path.read_bytes()).decode()) for path in files],
        "half": half,
    }
    body = f'async (x) => {{ const m = await import("/js/core/sitting/marker.js"); {_MARK} }}'
    return [Told(**{**one, "problems": sorted(one["problems"])}) for one in page.evaluate(body, given)]


def by_command(path: Path, keys: Keys, half: Half = "exact") -> Told:
    """What the command makes of an answer file."""
    problems = Problems()
    read = read_tables(path, problems, is_answer_header)
    sitting = mark_tables(read.tables, keys, problems, half)
    people = [
        [
            one.number, one.name, one.unit, one.key.form, float(one.score), one.absent, one.seconds, one.passed,
            [[float(mark.points), mark.right, mark.fault, mark.chosen] for mark in one.marks],
        ]
        for one in sitting.candidates
    ]  # fmt: skip
    figures = json.loads(analysis_json(analyse(sitting))) if sitting.present else {"items": []}
    return Told(read.done, json.loads(json.dumps(people)), sorted(map(_problem, problems)), figures)


def differing(page: Any, command: Any, at: str = "") -> Iterator[str]:
    """Where figures of the page are others than the command's, which are rounded to four places; what only the page has is passed over."""
    if isinstance(command, dict):
        for name, value in command.items():
            if isinstance(page, dict) and name in page:
                yield from differing(page[name], value, f"{at}/{name}")
            elif name not in _PAPER:
                yield f"{at}/{name}: missing"
    elif isinstance(command, list) and isinstance(page, list) and len(page) == len(command):
        for place, pair in enumerate(zip(page, command, strict=True)):
            yield from differing(*pair, f"{at}/{place}")
    elif isinstance(command, float) and isinstance(page, int | float):
        if abs(page - command) > _ROUNDED:
            yield f"{at}: {page} {command}"
    elif page != command:
        yield f"{at}: {page} {command}"


def _problem(one: Problem) -> list[Any]:
    return [one.at.file, one.at.line, one.at.column, one.code, one.message, one.hint, one.severity is Severity.ERROR]
