"""pufa mark: scores, a sheet for each candidate, and a workbook, from a table of answers."""

import json
import re
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Annotated

import typer

from generator.commands._base import Command, endings_asked, finish, not_the_root, progress, taking
from generator.commands._sitting import MarkedSitting, SittingOptions, mark_answers, unnamed
from generator.exports.typeset.write import UNPRINTED, why_unprinted
from generator.gate import content
from generator.keeping import Kind, write_folder
from generator.reading import is_reserved
from generator.sitting.scores.book import scores_book
from generator.sitting.scores.data import scores_json
from generator.sitting.scores.sheet import sheet
from generator.sitting.scores.slips import WRITERS, file_names, slips

_MAX_BYTES = 200_000_000
_UNSAFE = re.compile(r"[^0-9A-Za-z\u4e00-\u9fff_-]")


@taking(SittingOptions)
def run(
    asked: SittingOptions,
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="目录", help="成绩写到哪里", callback=not_the_root)
    ] = Path("marks"),
    formats: Annotated[
        str, typer.Option("--formats", metavar="格式", help="成绩单的格式：docx、pdf，逗号隔开")
    ] = "docx",
) -> None:
    """Mark what can be marked, write it, and tell what was wrong with the rest."""
    endings = endings_asked(formats, WRITERS)
    with progress(asked.quiet) as tell:
        marked = mark_answers(asked, tell)
        if asked.anonymous:
            marked = unnamed(marked)
        tell("写成绩单")
        try:
            files = _files(marked, endings)
        except UNPRINTED as error:
            marked.problems.extend([why_unprinted(error, "--formats")])
            finish(marked.problems)
            raise  # E813 always blocks
    folder = out / marked.name
    write_folder(folder, files, Kind("成绩目录", _written))
    printed = "、".join(name for ending in endings for name in file_names(len(marked.sitting.candidates), ending)[:1])
    print(f"成绩已写入 {folder}：results.xlsx、results.json，{printed} 是打印用的成绩单，candidates/ 里每人一份。")
    print("\n".join((_summary(marked), *marked.notes)))
    finish(marked.problems)


def _files(marked: MarkedSitting, endings: Sequence[str]) -> dict[str, bytes]:
    """What is written, by name.  Raises UNPRINTED where a PDF can't be."""
    sitting = marked.sitting
    names = _file_names(candidate.number for candidate in sitting.candidates)
    sheets = {
        f"candidates/{name}.md": sheet(candidate, marked.topic)
        for name, candidate in zip(names, sitting.candidates, strict=True)
    }
    printed = {
        name: made for ending in endings for name, made in slips(sitting.candidates, marked.topic, ending).items()
    }
    return {"results.json": scores_json(sitting), "results.xlsx": scores_book(sitting), **printed, **sheets}


def _written(folder: Path) -> frozenset[str] | None:
    """Names of the files that an earlier run wrote, by its results.json; None where there is none."""
    with suppress(Exception):  # whatever stands there in its place is none
        results = json.loads(content(folder / "results.json", _MAX_BYTES))
        names = list(_file_names(str(candidate["number"]) for candidate in results["candidates"]))
        printed = [name for ending in WRITERS for name in file_names(len(names), ending)]
        return frozenset({"results.json", "results.xlsx", *printed, *(f"candidates/{name}.md" for name in names)})
    return None


def _file_names(numbers: Iterable[str]) -> Iterator[str]:
    """The numbers as file names that every system takes, no two alike."""
    used: set[str] = set()
    for number in numbers:
        plain = _UNSAFE.sub("_", number)
        plain = f"_{plain}" if not plain or is_reserved(plain) else plain
        name, again = plain, 2
        while name.lower() in used:
            name, again = f"{plain}-{again}", again + 1
        used.add(name.lower())
        yield name


def _summary(marked: MarkedSitting) -> str:
    present, first = marked.sitting.present, marked.sitting.keys.first
    absent = len(marked.sitting.candidates) - len(present)
    told = f"评了 {len(present)} 人" + (f"，缺考 {absent} 人" if absent else "")
    if not present:
        return f"{told}。"
    mean = sum(float(candidate.score) for candidate in present) / len(present)
    passed = sum(candidate.passed for candidate in present)
    return f"{told}；平均 {mean:.2f} 分（满分 {first.total}），及格 {passed} 人（{passed / len(present):.1%}）。"


COMMAND = Command(
    "mark",
    "评分：按答卷（CSV、xlsx 或 xls）给每个考生评分，写出成绩表和带解析的成绩单。",
    (
        "pufa mark annual-study 答卷.xlsx --papers papers",
        "pufa mark annual-study 答卷.csv --seed 7 --as-of 2026-11-24",
        "pufa mark annual-study 答卷.xlsx --papers papers --half-whole --anonymous",
        "pufa mark annual-study 答卷.xlsx --papers papers --roster 名单.xlsx --retake 补考.xlsx",
        "pufa mark annual-study 答卷.xlsx --papers papers --void 3 --key 12=C",
        "pufa mark annual-study 答卷.xlsx --papers papers --formats docx,pdf",
        "pufa mark --paper 年度学法-1.json 答卷.xlsx",
    ),
    run,
)
