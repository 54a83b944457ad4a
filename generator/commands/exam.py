"""pufa exam: the papers of a blueprint, in the formats asked for, in a folder of their own."""

from collections.abc import Sequence
from pathlib import Path
from typing import Annotated

import typer

from generator.commands._base import (
    AsOf,
    Command,
    Quiet,
    Root,
    blueprint_named,
    finish,
    not_the_root,
    paper_at,
    progress,
    project,
    today,
)
from generator.commands._formats import SkipUnsupported, Template, format_named, template_of
from generator.exams.forms import assemble_exam, draw_exam
from generator.exams.paper import Exam
from generator.exams.paper_file import exam_of
from generator.exams.roll import numbered_roll, read_roll
from generator.exports.base import Format, Outcome, Wishes
from generator.exports.bundle import DEFAULT, bank_digest, bundle, bundled, wanted_formats
from generator.keeping import Kind, write_folder
from generator.kinds.blueprint import Blueprint
from generator.problems import Problems
from generator.site.compile import compile_bank

_MOST_DRAWN = 5000
_FOLDER = Kind("试卷目录", bundled)


def run(  # noqa: PLR0913, PLR0917 - each is an option of the command line
    blueprint: Annotated[
        str | None,
        typer.Argument(metavar="组卷方案", help="方案编号，即 quizzes/blueprints 里的 id", show_default=False),
    ] = None,
    paper: Annotated[
        Path | None,
        typer.Option("--paper", metavar="试卷文件", help="照组卷网页保存的试卷文件出卷，不另选题", show_default=False),
    ] = None,
    root: Root = Path("."),
    as_of: AsOf = None,
    seed: Annotated[
        int | None, typer.Option("--seed", metavar="整数", help="换一个数换一套题，同一个数总是同一套")
    ] = None,
    forms: Annotated[
        int | None, typer.Option("--forms", metavar="整数", min=1, max=26, help="出几套卷（A、B、C……），默认照方案")
    ] = None,
    draw: Annotated[
        str | None,
        typer.Option("--draw", metavar="名单或人数", help="每人一套：考生名单（CSV 或 xlsx，有“考号”一列），或者人数"),
    ] = None,
    formats: Annotated[
        str | None,
        typer.Option(
            "--formats",
            metavar="格式",
            help="写哪几种格式，逗号隔开，例如 docx,pdf,chaoxing；默认照方案",
            show_default=False,
        ),
    ] = None,
    template: Template = None,
    skip_unsupported: SkipUnsupported = False,
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="目录", help="试卷写到哪里", callback=not_the_root)
    ] = Path("papers"),
    quiet: Quiet = False,
) -> None:
    """Assemble the papers and write them with keys, sheets and a manifest."""
    if forms is not None and draw is not None:
        raise typer.BadParameter("--forms 与 --draw 不能同时用：每人一套就不分 A、B 卷")
    if (blueprint is None) == (paper is None):
        raise typer.BadParameter("写一个组卷方案的编号，或者用 --paper 给出试卷文件")
    if paper is not None and (draw is not None or seed is not None):
        raise typer.BadParameter("--paper 已经定了题，不能再用 --draw 和 --seed")
    problems = Problems()
    with progress(quiet) as tell:
        made = None if paper is None else paper_at(paper)
        library, bank = compile_bank(project(root), today(as_of), problems, tell)
        plan = blueprint_named(library, blueprint or "") if made is None else made.blueprint
        wanted = _wanted(formats, plan, problems)
        people = None if draw is None else _people(draw, problems)
        if paper is not None and made is not None:
            exam = exam_of(made, paper.name, library, bank, bank_digest(bank), problems, forms)
        elif people is None:
            exam = assemble_exam(plan, library, bank, problems, seed, forms, tell)
        else:
            exam = draw_exam(plan, library, bank, problems, people, seed, tell)
        outcome = Outcome()
        if exam is not None and not problems.blocking():
            tell("写试卷")
            wishes = Wishes(template_of(template), skip_unsupported)
            outcome = bundle(library, bank, exam, wanted, wishes)
            problems.extend(outcome.problems)
    finish(problems)
    assert exam is not None
    _write(out / f"{plan.id}-{exam.seed}", outcome, _summary(exam, made is not None))


def _wanted(formats: str | None, plan: Blueprint, problems: Problems) -> Sequence[Format]:
    """The formats that the option names, else the blueprint, else what people print."""
    if formats is not None:
        return wanted_formats(format_named(name.strip(), "exam").id for name in formats.split(",") if name.strip())
    return wanted_formats(() if problems.blocking() else plan.formats or DEFAULT)


def _people(draw: str, problems: Problems) -> tuple[str, ...]:
    """Numbers of the candidates: from a roll, or so many."""
    if draw.isdecimal() and not Path(draw).exists():
        if not 1 <= int(draw) <= _MOST_DRAWN:
            raise typer.BadParameter(f"--draw 的人数在 1 与 {_MOST_DRAWN} 之间")
        return numbered_roll(int(draw))
    return read_roll(Path(draw), problems)


def _write(folder: Path, outcome: Outcome, summary: str) -> None:
    """Write the folder and say what stands in it."""
    write_folder(folder, outcome.named, _FOLDER)
    for name in outcome.named:
        print(folder / name)
    print(summary)


def _summary(exam: Exam, told: bool) -> str:
    """What was reached, in a line, with what is proven of it; of papers that a file told, that they are as it says."""
    searched = "" if exam.proven else "没有搜完全部组合，取的是已找到的最好的一套。"
    if told:
        repeats = f"；各卷之间重复 {exam.repeats} 题次" if len(exam.papers) > 1 else ""
        return f"照试卷文件出了 {len(exam.papers)} 套卷，题目符合方案的全部要求，平均难度 {exam.papers[0].difficulty:.2f}{repeats}。"
    if exam.drawn:
        return f"每人一套，共 {len(exam.papers)} 套；各套平均难度相差不超过 {exam.spread:.3f}。{searched}"
    mean = exam.papers[0].difficulty
    if len(exam.papers) == 1:
        return f"平均难度 {mean:.2f}。{searched}"
    proof = (
        "已证明最少" if exam.repeats == exam.bound else f"已证明至少 {exam.bound} 次，差距 {exam.repeats - exam.bound}"
    )
    repeats = f"各卷之间重复 {exam.repeats} 题次（{proof}）"
    return f"{len(exam.papers)} 套卷，平均难度 {mean:.2f}，相差不超过 {exam.spread:.3f}；{repeats}。{searched}"


COMMAND = Command(
    "exam",
    "组卷：按组卷方案选题，写出试卷、参考答案、答题卡和审题表。",
    (
        "pufa exam annual-study",
        "pufa exam annual-study --seed 7 --out papers",
        "pufa exam annual-study --forms 3",
        "pufa exam annual-study --formats docx,pdf,chaoxing",
        "pufa exam annual-study --template 本局公文.docx",
        "pufa exam annual-study --draw 名单.csv",
        "pufa exam --paper 年度学法-1.json --forms 2",
    ),
    run,
)
