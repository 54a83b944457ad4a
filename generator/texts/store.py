"""The folder ``texts/`` of a project: one JSON file for each text that was imported.  A project may keep it out of git."""

import datetime
import json
from collections.abc import Iterable
from pathlib import Path
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from generator.gate import content, gate
from generator.keeping import write_file
from generator.kinds.regulation import Regulation
from generator.problems import Place, Problems
from generator.reading import below, is_folder, leads_out, relative
from generator.texts.cleaning import digest, missing
from generator.texts.model import TextArticle, TextOfLaw

FOLDER = "texts"
_MAX_BYTES = 20_000_000


class _Article(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    number: Annotated[int, Field(ge=1, le=9999)]
    suffix: Annotated[int, Field(ge=0, le=99)] = 0
    path: tuple[str, ...] = ()
    text: str


class _File(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)
    regulation: Annotated[str, Field(pattern=r"^[a-z0-9]+(-[a-z0-9]+)*$")]
    title: str
    source: str
    adopted: datetime.date | None = None
    effective: datetime.date | None = None
    sections: bool = False
    articles: Annotated[tuple[_Article, ...], Field(min_length=1)]


def write_text(folder: Path, text: TextOfLaw) -> Path:
    """Write a text as ``<regulation>.<day>.json``, with the day from which it holds where that is known, whole or not at all; its path."""
    file = _File(
        regulation=text.regulation,
        title=text.title,
        source=text.source,
        adopted=text.adopted,
        effective=text.effective,
        sections=text.sections,
        articles=tuple(_Article(number=a.number, suffix=a.suffix, path=a.path, text=a.text) for a in text.articles),
    )
    name = f"{text.regulation}.{text.effective}" if text.effective else text.regulation
    path = folder / f"{name}.json"
    write_file(path, (json.dumps(file.model_dump(mode="json"), ensure_ascii=False, indent=1) + "\n").encode())
    return path


def read_store(root: Path, regulations: Iterable[Regulation], problems: Problems) -> dict[str, tuple[TextOfLaw, ...]]:
    """The texts in a project's folder, by regulation, those of earlier days first; a Problem (E804) for each file that can't be used."""
    known = {regulation.id: regulation for regulation in regulations}
    found: dict[str, dict[datetime.date, TextOfLaw]] = {}
    folder = root / FOLDER
    if not is_folder(root, folder, problems) or leads_out(root, folder, problems):
        return {}
    named = sorted(
        below(root, folder, problems), key=lambda path: "." in path.stem
    )  # one with a day goes before one without
    for path in named:
        if path.parent != folder or path.suffix != ".json" or path.name.startswith("."):
            continue
        if leads_out(root, path, problems):
            continue
        place = Place(relative(root, path))
        file = _read(path, place, problems)
        if file is None:
            continue
        regulation = known.get(file.regulation)
        if regulation is None:
            problems.warning(
                place,
                "W805",
                f"项目里没有编号为“{file.regulation}”的法规，这份文本没有采用",
                "先在 content/regulations 登记这部法规。",
            )
            continue
        text = _text(file, regulation)
        editions = found.setdefault(file.regulation, {})
        editions[text.effective or datetime.date.min] = (
            text  # always with a day: an undated one counts as the last version
        )
    return {id: tuple(editions[day] for day in sorted(editions)) for id, editions in found.items()}


def _read(path: Path, at: Place, problems: Problems) -> _File | None:
    hint = "重新运行 pufa import law，或者删去这个文件。"
    with gate(at, problems, "E804", hint, "不是 pufa import law 写出的法规文本"):
        return _File.model_validate_json(content(path, _MAX_BYTES))
    return None


def _text(file: _File, regulation: Regulation) -> TextOfLaw:
    articles = tuple(TextArticle(a.number, a.suffix, a.path, a.text) for a in file.articles)
    version = next((one for one in regulation.versions if one.effective == file.effective), regulation.versions[-1])
    return TextOfLaw(
        file.regulation,
        file.title,
        file.source,
        file.adopted,
        version.effective if file.effective is None else file.effective,
        articles,
        missing(articles, version.articles),
        digest(articles),
        file.sections,
    )
