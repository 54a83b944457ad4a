"""The folder of an exam: every form in every format, and a manifest that says what it is made of."""

import hashlib
import json
from pathlib import Path

from generator.exams.paper import Exam, Paper
from generator.exports.base import FORMATS
from generator.library import Library
from generator.questions.bank import Bank
from generator.questions.lock import lock_text

MANIFEST = "manifest.json"
#: Raised when a change of the manifest or of key.json would mislead those who read the old one.
VERSION = 1


def bundle(library: Library, bank: Bank, exam: Exam) -> dict[str, bytes]:
    """File name → content; the same exam gives the same bytes.  The manifest comes last."""
    files: dict[str, bytes] = {}
    forms = []
    for paper in exam.papers:
        own = _files(library, paper)
        files |= own
        forms.append(
            {
                "form": paper.form,
                "difficulty": round(paper.difficulty, 4),
                "key": f"key{paper.suffix}.json",
                "files": list(own),
                "items": [item.id for item in paper.items],
            }
        )
    manifest = {
        "version": VERSION,
        "blueprint": exam.blueprint.id,
        "title": exam.blueprint.title,
        "seed": exam.seed,
        "as_of": library.as_of.isoformat(),
        "drawn": exam.drawn,
        "repeats": exam.repeats,
        "least_repeats": exam.bound,
        "proven": exam.proven,
        "difficulty_spread": round(exam.spread, 4),
        "bank": {"items": len(bank.items), "sha256": _digest(lock_text(bank).encode())},
        "forms": forms,
        "sha256": {name: _digest(content) for name, content in files.items()},
    }
    text = json.dumps(manifest, ensure_ascii=False, indent=1) + "\n"
    return {**files, MANIFEST: text.encode()}


def bundled(folder: Path) -> frozenset[str] | None:
    """Names of the files that ``pufa exam`` wrote into ``folder``, by its manifest; None where it has no such manifest."""
    try:
        digests = json.loads((folder / MANIFEST).read_text(encoding="utf-8"))["sha256"]
        return frozenset({MANIFEST, *digests.keys()})
    except (OSError, ValueError, KeyError, TypeError, AttributeError, RecursionError):
        return None


def _files(library: Library, paper: Paper) -> dict[str, bytes]:
    """The paper in every format, its form in the file names: paper.md is paper-B.md."""
    found = {}
    for form in FORMATS.all():
        for name, content in form.export(library, paper).items():
            stem, _, ending = name.partition(".")
            found[f"{stem}{paper.suffix}.{ending}"] = content
    return found


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
