"""pufa results: item analysis of a sitting, as a page and as JSON."""

import hashlib
from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from generator.commands._base import Command, finish, not_the_root, progress, project, taking
from generator.commands._sitting import SittingOptions, mark_answers, unnamed
from generator.keeping import Kind, write_file, write_folder
from generator.questions.difficulty import DIFFICULTY_FILE, FEWEST, NoFigures, read_sittings, sittings_text
from generator.sitting.analysis.data import analysis_json
from generator.sitting.analysis.measured import measured
from generator.sitting.analysis.page import analysis_page
from generator.sitting.analysis.results import Analysis, analyse

_OWN = ("index.html", "analysis.json")


@taking(SittingOptions)
def run(
    asked: SittingOptions,
    update_difficulty: Annotated[
        bool, typer.Option("--update-difficulty", help="把实测难度写进 quizzes/difficulty.json，以后组卷照它")
    ] = False,
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="目录", help="分析写到哪里", callback=not_the_root)
    ] = Path("results"),
) -> None:
    """Analyse what could be marked, write page and JSON, and tell what was wrong with the rest."""
    with progress(asked.quiet) as tell:
        marked = mark_answers(asked, tell)
        if not marked.sitting.present:
            finish(marked.problems)
            raise typer.BadParameter("没有人作答，没有可以分析的")
        if asked.anonymous:
            marked = unnamed(marked)
        tell("分析")
        found = analyse(marked.sitting)
        page = analysis_page(found, marked.topic, named=not asked.anonymous)
    folder = out / marked.name
    write_folder(folder, {"index.html": page, "analysis.json": analysis_json(found)}, Kind("成绩分析目录", _written))
    if update_difficulty:
        _update(project(asked.root) / DIFFICULTY_FILE, _digest((*asked.answers, *(asked.retake or ()))), found)
    advised = sum(1 for _, advice in found.items if advice)
    grave = sum(1 for _, advice in found.items if any(one.grave for one in advice))
    print(f"分析已写入 {folder}/index.html：{found.present} 人，{len(found.items)} 题。")
    print(f"平均 {found.mean:.2f} 分，及格率 {found.passed:.1%}；{advised} 题有建议，其中 {grave} 题答案存疑。")
    print("".join(f"{note}\n" for note in marked.notes), end="")
    finish(marked.problems)


def _digest(answers: Sequence[Path]) -> str:
    """Names the sitting: the same answers, in whatever order of files, count once however often they are analysed."""
    files = sorted(hashlib.sha256(path.read_bytes()).hexdigest() for path in answers if path.is_file())
    return hashlib.sha256("".join(files).encode()).hexdigest()[:16]


def _written(folder: Path) -> tuple[str, ...] | None:
    """What an earlier run wrote; None where not all of it is there."""
    return _OWN if all((folder / name).is_file() for name in _OWN) else None


def _update(path: Path, sitting: str, found: Analysis) -> None:
    """Add the sitting to the file beside what other sittings told."""
    rows = measured(row for row, _ in found.items)
    count = 0

    def text() -> bytes:
        nonlocal count
        try:
            sittings = read_sittings(path) if path.is_file() else {}
        except NoFigures as reason:
            raise typer.BadParameter(f"{DIFFICULTY_FILE} 读不了（{reason}）；改正或删去它再来") from None
        sittings[sitting] = rows
        count = len(sittings)
        return sittings_text(sittings).encode()

    write_file(path, text)
    print(f"实测难度已写入 {DIFFICULTY_FILE}（{count} 次考试）；满 {FEWEST} 人次的题从此照实测。")


COMMAND = Command(
    "results",
    "成绩分析：难度、区分度、选项分布、信度、各单位没掌握的内容，写成一个网页。",
    (
        "pufa results annual-study 答卷.xlsx --papers papers",
        "pufa results annual-study 甲队.csv 乙队.csv --papers papers --anonymous",
        "pufa results annual-study 答卷.xlsx --papers papers --update-difficulty",
    ),
    run,
)
