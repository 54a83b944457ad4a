"""pufa import questions: questions that trainers have, read, judged by the law in force, and kept as authored questions."""

import json
import sys
from pathlib import Path
from typing import Annotated

import typer

from generator.auditing.at_hand import with_official
from generator.auditing.official import read_official
from generator.commands._base import AsOf, Command, Quiet, Root, finish, not_the_root, progress, project, today
from generator.importing.base import Refused
from generator.intake.report import book, data, lines
from generator.intake.taking import TakenFile, take
from generator.intake.writing import write
from generator.keeping import write_file
from generator.library import Library, build_library
from generator.problems import Place, Problem, Problems, Severity
from generator.questions.bank import asked
from generator.questions.item import Item

_CODES = {
    **dict.fromkeys(("duplicate-in-file", "numbering-broken", "answer-by-look", "answer-without-question"), "W843"),
    **dict.fromkeys(
        (
            *(
                "citation-repealed",
                "citation-not-yet",
                "no-option-right-now",
                "key-against-article",
                "citation-elsewhere",
                "two-options-right",
            ),
            *("amount-against-article", "no-such-article", "no-such-paragraph", "no-such-item"),
        ),
        "E842",
    ),
}
_HINTS = {
    "E841": "在原文件里补上或者改正，再读一次。",
    "E842": "对照现行条文改正；报告的“改为”一列有能算出的新答案和新依据。",
    "W843": "删去重复的一题，或者改正题号。",
}


def run(
    files: Annotated[
        list[Path], typer.Argument(metavar="文件…", help="题目：docx、txt、md、xlsx、xls、csv、gift、Moodle 的 xml")
    ],
    root: Root = Path("."),
    as_of: AsOf = None,
    into: Annotated[
        Path | None,
        typer.Option(
            "--into", metavar="目录", help="把题目写成自编题，通常是项目里的 quizzes/questions", callback=not_the_root
        ),
    ] = None,
    report: Annotated[
        Path | None, typer.Option("--report", metavar="文件", help="逐题意见写成 xlsx：保留、改正、删去、人工看")
    ] = None,
    official: Annotated[
        Path | None, typer.Option("--official", metavar="目录", help="官方文本所在目录；不写就用 texts/ 里的和内容里的")
    ] = None,
    as_json: Annotated[bool, typer.Option("--json", help="每个文件印一行 JSON")] = False,
    quiet: Quiet = False,
) -> None:
    """Read and judge every file, then write what is asked for."""
    if report is not None and report.suffix.lower() != ".xlsx":
        raise typer.BadParameter("报告是 Excel 文件，文件名要以 .xlsx 结尾", param_hint="--report")
    problems, taken = Problems(), list[TakenFile]()
    with progress(quiet) as tell:
        tell("读取内容")
        library = build_library(project(root), today(as_of), Problems())
        if official is not None:
            library = with_official(library, read_official(official, problems))
        tell("汇集题库")
        bank = [made for _, made in asked(library, Problems()) if isinstance(made, Item)]
        for path in files:
            try:
                taken.append(take(library, bank, path, tell, taken))
            except Refused as refused:
                problems.error(Place(path.as_posix()), "E841", str(refused), "照提示另存或者改正以后再读。")
    for file in taken:
        _tell(library, file, as_json, problems)
    if into is not None:
        for path in write(library, into, taken):
            print(f"写出 {path}", file=sys.stderr)
    if report is not None and taken:
        write_file(report, book(library, taken))
        print(f"逐题意见：{report}", file=sys.stderr)
    finish(problems)


def _tell(library: Library, file: TakenFile, as_json: bool, problems: Problems) -> None:
    if as_json:
        print(json.dumps(data(library, file), ensure_ascii=False))
    else:
        for line in lines(library, file):
            print(line)
    for one in file.questions:
        for fault in one.judged.problems:
            code = _CODES.get(fault.kind, "E841")
            at = Place(file.path.as_posix(), cell=fault.where or one.judged.question.where)
            severity = Severity.WARNING if code.startswith("W") else Severity.ERROR
            problems.extend([Problem(at, code, fault.says, _HINTS[code], severity)])


COMMAND = Command(
    "import questions",
    "题目：读入 Word、文本、Excel、考试平台、GIFT、Moodle 的题，逐题对照现行法，写成自编题和逐题意见。",
    (
        "pufa import questions 历年考题.docx",
        "pufa import questions 题库.xlsx --report 意见.xlsx",
        "pufa import questions 题库/*.docx --into quizzes/questions",
    ),
    run,
)
