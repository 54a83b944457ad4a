"""The folder of an exam: every form in the formats asked for, and a manifest that says what it is made of."""

import difflib
import hashlib
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from contextlib import suppress
from functools import cache
from pathlib import Path
from types import MappingProxyType
from typing import Any

from generator.exams.paper import Exam
from generator.exports.base import FORMATS, File, Format, Outcome, Wishes, kind_of
from generator.gate import content, raising
from generator.kinds.blueprint import Blueprint
from generator.library import Library
from generator.problems import Problem
from generator.questions.bank import Bank
from generator.questions.lock import lock_text

MANIFEST = "manifest.json"
#: Raised when a change of the manifest or of key.json would mislead those who read the old one.
VERSION = 1
#: What marking reads, and what people print: written where nobody says what is wanted.
DATA, DEFAULT = "json", ("docx",)
_MAX_BYTES = 50_000_000
_PLAIN = Wishes()


@cache
def formats() -> MappingProxyType[str, Format]:
    """Every format by its id."""
    return MappingProxyType({form.id: form for form in FORMATS.all()})


def wanted_formats(names: Iterable[str]) -> tuple[Format, ...]:
    """The data that marking reads, then the formats named, each once.  Raises KeyError for one that is none."""
    return tuple(formats()[name] for name in dict.fromkeys((DATA, *names)))


def bundle(library: Library, bank: Bank, exam: Exam, wanted: Sequence[Format], wishes: Wishes = _PLAIN) -> Outcome:
    """Every file of the folder; the same exam gives the same bytes.  The manifest comes last.

    Args:
        wanted: the formats, the data among them.
    """
    files: list[File] = []
    problems: list[Problem] = []
    for form in wanted:
        if kind_of(exam) in form.takes:
            outcome = form.export(library, exam, wishes)
            files += outcome.files
            problems += outcome.problems
    return Outcome((*files, File(MANIFEST, _manifest(library, bank, exam, files))), tuple(problems))


def _manifest(library: Library, bank: Bank, exam: Exam, files: Sequence[File]) -> bytes:
    own: dict[str, list[str]] = {paper.form: [] for paper in exam.papers}
    for file in files:
        if file.form is not None:
            own[file.form].append(file.name)
    forms = [
        {
            "form": paper.form,
            "difficulty": round(paper.difficulty, 4),
            "key": f"key{paper.suffix}.json",
            "files": own[paper.form],
            "items": [item.id for item in paper.items],
        }
        for paper in exam.papers
    ]
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
        "bank": {"items": len(bank.items), "sha256": bank_digest(bank)},
        "forms": forms,
        "sha256": {file.name: _digest(file.content) for file in files},
    }
    return (json.dumps(manifest, ensure_ascii=False, indent=1) + "\n").encode()


def bank_digest(bank: Bank) -> str:
    """SHA-256 of the bank's lock: another bank, or the same items with other words, has another."""
    return _digest(lock_text(bank).encode())


def bundled(folder: Path) -> frozenset[str] | None:
    """Names of the files that ``pufa exam`` wrote into ``folder``, by its manifest; None where it has no such manifest."""
    with suppress(Exception):  # whatever stands there in its place is none
        digests = json.loads(content(folder / MANIFEST, _MAX_BYTES))["sha256"]
        return frozenset({MANIFEST, *digests.keys()})
    return None


class NotWhole(ValueError):
    """Why a folder holds no exam as it was written, in Chinese."""


def read_bundle(folder: Path) -> tuple[dict[str, Any], list[Any]]:
    """The manifest of an exam, and its ``key.json`` files in the order of the forms, each as its digest says.

    Raises:
        NotWhole: a file is missing, was changed, or is of another version.
    """
    with raising(NotWhole, "清单或答案文件读不了，或者不合格式"):
        manifest = json.loads(content(folder / MANIFEST, _MAX_BYTES))
        if manifest["version"] != VERSION:
            raise NotWhole(f"清单的版本是 {manifest['version']}，只认得 {VERSION}")
        keys = [json.loads(_checked(folder, str(form["key"]), manifest["sha256"])) for form in manifest["forms"]]
        forms = [form["form"] for form in manifest["forms"]]
        if not forms or len(set(forms)) < len(forms) or [key.get("form", "A") for key in keys] != forms:
            raise NotWhole("清单里的卷与答案文件里的卷不一致")
        return manifest, keys


def _checked(folder: Path, name: str, digests: Mapping[str, str]) -> bytes:
    if Path(name).name != name:
        raise NotWhole(f"答案文件名 {name} 不对")
    written = content(folder / name, _MAX_BYTES)
    if _digest(written) != digests[name]:
        raise NotWhole(f"{name} 与清单里的摘要不一致")
    return written


def _digest(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()


def unknown_formats(plan: Blueprint) -> Iterator[Problem]:
    """E814 for each format of a blueprint that is none, or that takes no exam."""
    for place, name in enumerate(plan.formats):
        form = formats().get(name)
        if form is None or "exam" not in form.takes:
            near = difflib.get_close_matches(name, formats(), n=1)
            hint = f"是不是 {near[0]}？" if near else f"写 {'、'.join(formats())} 之一。"
            yield Problem(plan.place("formats", place), "E814", f"没有格式“{name}”", hint)
