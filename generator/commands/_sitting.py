"""What ``pufa mark`` and ``pufa results`` share: the keys and the answers."""

import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from generator.commands._base import blueprint_named, finish, project, today
from generator.exams.forms import assemble_exam
from generator.exports.formats.json import FORMAT as KEY
from generator.library import Library, build_library
from generator.problems import Problems
from generator.reading.table import read_tables
from generator.site.compile import compile_project
from generator.sitting.anonymous import anonymous
from generator.sitting.candidates import Sitting
from generator.sitting.columns import is_answer_header
from generator.sitting.keys import Keys, exam_folder, keys_of, read_keys
from generator.sitting.marker import mark_tables
from generator.sitting.marking import Half

Plan = Annotated[str, typer.Argument(metavar="组卷方案", help="方案编号，即 quizzes/blueprints 里的 id")]
Answers = Annotated[
    list[Path],
    typer.Argument(metavar="答卷…", help="CSV 或 xlsx，一人一行，一题一列；可以有几个文件", show_default=False),
]
Papers = Annotated[
    Path | None,
    typer.Option(
        "--papers", metavar="目录", help="pufa exam 写出的文件夹，从中取答案；不写就照方案重新组卷", show_default=False
    ),
]
Seed = Annotated[
    int | None, typer.Option("--seed", metavar="整数", help="重新组卷用的种子，默认照方案", show_default=False)
]
Anonymous = Annotated[bool, typer.Option("--anonymous", help="不写姓名和考号，人少的单位合并")]
Wjx = Annotated[
    bool, typer.Option("--half-whole", help="漏选得一半时取整数分，同问卷星：1 分及以下的题不得分，其余一半进位到整数")
]


@dataclass(frozen=True, slots=True)
class Marked:
    """What both commands go on with.

    Attributes:
        library: for titles of topics.
        sitting: everybody with their marks.
        problems: what was wrong with tables and answers.
        notes: what was done to the cells of each file before they were read, in words.
    """

    library: Library
    sitting: Sitting
    problems: Problems
    notes: tuple[str, ...] = ()

    def topic(self, id: str) -> str:
        """Title of a topic; its id where the library holds it no more."""
        record = self.library.get("topic", id)
        return str(getattr(record, "title", id))

    @property
    def name(self) -> str:
        """Name of the folder that results go to."""
        first = self.sitting.keys.first
        return f"{first.blueprint}-{first.seed}"


def mark_answers(
    blueprint: str,
    answers: Sequence[Path],
    root: Path,
    as_of: object,
    papers: Path | None,
    seed: int | None,
    half_whole: bool,
    tell: Callable[[str], None],
) -> Marked:
    """Find the keys, read the answers, mark them.  Ends the command where there are no keys or nobody to mark."""
    problems = Problems()
    if papers is None:
        library, keys = _assembled(blueprint, root, as_of, seed, tell)
    else:
        library, found = _printed(blueprint, root, as_of, papers, problems)
        if found is None:
            finish(problems)
            raise typer.Exit(1)
        keys = found
    tell("评分")
    read = [read_tables(path, problems, is_answer_header) for path in answers]
    half: Half = "whole" if half_whole else "exact"
    sitting = mark_tables((table for one in read for table in one.tables), keys, problems, half)
    if not sitting.candidates:
        finish(problems)
        raise typer.BadParameter("答卷里没有可以评的考生")
    notes = tuple(f"{path.name}：{one.done}。" for path, one in zip(answers, read, strict=True) if one.done)
    return Marked(library, sitting, problems, notes)


def unnamed(marked: Marked) -> Marked:
    """The same without names."""
    return replace(marked, sitting=anonymous(marked.sitting))


def _assembled(
    blueprint: str, root: Path, as_of: object, seed: int | None, tell: Callable[[str], None]
) -> tuple[Library, Keys]:
    """Assemble the blueprint once more; the same content, day and seed give the papers that were printed."""
    problems = Problems()
    context = compile_project(project(root), today(as_of), problems, tell)  # type: ignore[arg-type]
    plan = blueprint_named(context.library, blueprint)
    exam = assemble_exam(plan, context.library, context.bank, problems, seed, None, tell)
    if exam is None or problems.blocking():
        finish(problems)
        raise typer.Exit(1)
    documents = (json.loads(KEY.export(context.library, paper)["key.json"]) for paper in exam.papers)
    return context.library, keys_of(documents, exam.drawn)


def _printed(
    blueprint: str, root: Path, as_of: object, papers: Path, problems: Problems
) -> tuple[Library, Keys | None]:
    folder = exam_folder(papers, blueprint)
    if folder is None:
        raise typer.BadParameter(
            f"{papers} 里没有“{blueprint}”的试卷，或者不止一套；指到 pufa exam 写出的那个文件夹（里面有 manifest.json）"
        )
    content = Problems()  # what is wrong with the content is for pufa check to say; only titles are wanted here
    library = build_library(project(root), today(as_of), content)  # type: ignore[arg-type]
    return library, read_keys(folder, blueprint, problems)
