"""What ``pufa mark`` and ``pufa results`` share: the keys and the answers."""

import datetime
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Annotated

import typer

from generator.commands._base import (
    FAULTY,
    AsOf,
    Quiet,
    Root,
    blueprint_named,
    finish,
    paper_at,
    project,
    report,
    today,
)
from generator.exams.forms import assemble_exam
from generator.exams.paper import Exam
from generator.exams.paper_file import exam_of
from generator.exports.bundle import bank_digest
from generator.exports.formats.json import export as key_files
from generator.library import Library, build_library
from generator.problems import Problems
from generator.reading.table import Table, read_tables
from generator.site.compile import compile_bank
from generator.sitting.anonymous import anonymous
from generator.sitting.candidates import Sitting
from generator.sitting.columns import is_answer_header
from generator.sitting.corrections import Correction, Uncorrectable, corrected
from generator.sitting.keys import Keys, exam_folder, keys_of, read_keys
from generator.sitting.marker import mark_tables
from generator.sitting.marking import Half
from generator.sitting.merging import Keep, merged
from generator.sitting.roster import held_against, read_roster


@dataclass(frozen=True, slots=True)
class SittingOptions:
    """What both commands are asked: which exam, whose answers, and how they count."""

    blueprint: Annotated[
        str,
        typer.Argument(metavar="组卷方案", help="方案编号，即 quizzes/blueprints 里的 id；写了 --paper 的不写这一项"),
    ]
    rest: Annotated[
        list[Path] | None,
        typer.Argument(
            metavar="答卷…", help="CSV、xlsx 或 xls，一人一行，一题一列；可以有几个文件", show_default=False
        ),
    ] = None
    root: Root = Path(".")
    as_of: AsOf = None
    papers: Annotated[
        Path | None,
        typer.Option(
            "--papers",
            metavar="目录",
            help="pufa exam 写出的文件夹，从中取答案；不写就照方案重新组卷",
            show_default=False,
        ),
    ] = None
    paper: Annotated[
        Path | None,
        typer.Option(
            "--paper", metavar="试卷文件", help="组卷网页保存的试卷文件，照它的题目和题库评分", show_default=False
        ),
    ] = None
    seed: Annotated[
        int | None, typer.Option("--seed", metavar="整数", help="重新组卷用的种子，默认照方案", show_default=False)
    ] = None
    half_whole: Annotated[
        bool,
        typer.Option("--half-whole", help="漏选得一半时取整数分，同问卷星：1 分及以下的题不得分，其余一半进位到整数"),
    ] = False
    anonymous: Annotated[bool, typer.Option("--anonymous", help="不写姓名和考号，人少的单位合并")] = False
    roster: Annotated[
        Path | None,
        typer.Option("--roster", metavar="名单", help="应考的人；名单上没有答卷的按缺考记", show_default=False),
    ] = None
    retake: Annotated[
        list[Path] | None,
        typer.Option("--retake", metavar="答卷", help="补考或又一次考试的答卷，可以写几次", show_default=False),
    ] = None
    keep: Annotated[Keep, typer.Option("--keep", help="考了几次的算哪一次")] = Keep.BEST
    void: Annotated[
        list[str] | None,
        typer.Option("--void", metavar="题号", help="这一题作废：人人给满分，不进逐题统计", show_default=False),
    ] = None
    key: Annotated[
        list[str] | None, typer.Option("--key", metavar="题号=答案", help="这一题的答案改为", show_default=False)
    ] = None
    also_right: Annotated[
        list[str] | None,
        typer.Option("--also-right", metavar="题号=答案", help="这一题这样答也算对", show_default=False),
    ] = None
    quiet: Quiet = False

    @property
    def answers(self) -> list[Path]:
        """The files of answers; a paper file says itself what is marked, so that no blueprint stands before them."""
        rest = list(self.rest or ())
        found = rest if self.paper is None else [Path(self.blueprint), *rest]
        if not found:
            raise typer.BadParameter("缺少参数：答卷文件，CSV、xlsx 或 xls")
        return found

    @property
    def corrections(self) -> tuple[Correction, ...]:
        """Corrections of the keys: changed keys first, so that further answers stand beside those."""
        found = [Correction("key", *_halves("--key", text)) for text in self.key or ()]
        found += [Correction("also", *_halves("--also-right", text)) for text in self.also_right or ()]
        return (*found, *(Correction("void", where.strip()) for where in self.void or ()))


def _halves(option: str, text: str) -> tuple[str, str]:
    where, sign, value = text.partition("=")
    if not sign or not where.strip() or not value.strip():
        raise typer.BadParameter(f"{option} 写成 题号=答案，比如 12=C；“{text}”不是")
    return where.strip(), value.strip()


@dataclass(frozen=True, slots=True)
class MarkedSitting:
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


def mark_answers(asked: SittingOptions, tell: Callable[[str], None]) -> MarkedSitting:
    """Find the keys, read the answers, mark them.  Ends the command where there are no keys or nobody to mark."""
    problems = Problems()
    answers = asked.answers
    if asked.paper is not None:
        if asked.papers is not None or asked.seed is not None:
            raise typer.BadParameter("--paper 已经定了题，不能再用 --papers 和 --seed")
        library, keys = _told(asked.paper, asked.root, asked.as_of, tell)
    elif asked.papers is None:
        library, keys = _assembled(asked.blueprint, asked.root, asked.as_of, asked.seed, tell)
    else:
        library, found = _printed(asked.blueprint, asked.root, asked.as_of, asked.papers, problems)
        if found is None:
            finish(problems)
            raise typer.Exit(FAULTY)
        keys = found
    tell("评分")
    batches = [("首次", answers), *((path.name, [path]) for path in asked.retake or ())]
    read = [
        (name, [(path, read_tables(path, problems, is_answer_header)) for path in paths]) for name, paths in batches
    ]
    tables = [(name, [table for _, one in files for table in one.tables]) for name, files in read]
    sitting = _remarked(asked, keys, tables, problems)
    if not sitting.candidates:
        finish(problems)
        raise typer.BadParameter("答卷里没有可以评的考生")
    listed = read_roster(asked.roster, problems) if asked.roster is not None else None
    if asked.roster is not None and listed is not None:
        sitting = held_against(sitting, listed, asked.roster.name, problems)
    notes = tuple(f"{path.name}：{one.done}。" for _, files in read for path, one in files if one.done)
    return MarkedSitting(library, sitting, problems, notes)


def _remarked(
    asked: SittingOptions, keys: Keys, tables: Sequence[tuple[str, Sequence[Table]]], problems: Problems
) -> Sitting:
    """Everybody marked, and where keys are corrected marked again, with the score before beside the score after."""
    half: Half = "whole" if asked.half_whole else "exact"

    def marked(by: Keys, told: Problems) -> Sitting:
        return merged([(name, mark_tables(batch, by, told, half)) for name, batch in tables], asked.keep)

    try:
        better = corrected(keys, asked.corrections)
    except Uncorrectable as reason:
        raise typer.BadParameter(str(reason)) from None
    after = marked(better, problems)
    if not asked.corrections:
        return after
    before = {one.identity: one.score for one in marked(keys, Problems()).candidates}
    people = tuple(replace(one, before=before.get(one.identity)) for one in after.candidates)
    return replace(after, candidates=people, corrections=tuple(one.told for one in asked.corrections))


def unnamed(marked: MarkedSitting) -> MarkedSitting:
    """The same without names."""
    return replace(marked, sitting=anonymous(marked.sitting))


def _assembled(
    blueprint: str, root: Path, as_of: datetime.date | None, seed: int | None, tell: Callable[[str], None]
) -> tuple[Library, Keys]:
    """Assemble the blueprint once more; the same content, day and seed give the papers that were printed."""
    problems = Problems()
    library, bank = compile_bank(project(root), today(as_of), problems, tell)
    plan = blueprint_named(library, blueprint)
    exam = assemble_exam(plan, library, bank, problems, seed, None, tell)
    return library, _keys(exam, library, problems)


def _told(paper: Path, root: Path, as_of: datetime.date | None, tell: Callable[[str], None]) -> tuple[Library, Keys]:
    """The papers that a paper file tells of, with the keys that the bank has."""
    made, problems = paper_at(paper), Problems()
    library, bank = compile_bank(project(root), today(as_of), problems, tell)
    exam = exam_of(made, paper.name, library, bank, bank_digest(bank), problems)
    keys = _keys(exam, library, problems)
    report(problems)
    return library, keys


def _keys(exam: Exam | None, library: Library, problems: Problems) -> Keys:
    """The keys of an exam; ends the command where there is none, or what was wrong blocks it."""
    if exam is None or problems.blocking():
        finish(problems)
        raise typer.Exit(FAULTY)
    documents = (json.loads(key_files(library, paper)["key.json"]) for paper in exam.papers)
    return keys_of(documents, exam.drawn)


def _printed(
    blueprint: str, root: Path, as_of: datetime.date | None, papers: Path, problems: Problems
) -> tuple[Library, Keys | None]:
    folder = exam_folder(papers, blueprint)
    if folder is None:
        raise typer.BadParameter(
            f"{papers} 里没有“{blueprint}”的试卷，或者不止一套；指到 pufa exam 写出的那个文件夹（里面有 manifest.json）"
        )
    content = Problems()  # what is wrong with the content is for pufa check to say; only titles are wanted here
    library = build_library(project(root), today(as_of), content)
    return library, read_keys(folder, blueprint, problems)
