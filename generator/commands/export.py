"""pufa export: the bank, or the papers that stand in a folder, in one format."""

import datetime
import difflib
from collections.abc import Callable, Iterable, Mapping
from pathlib import Path
from typing import Annotated, get_args

import typer

from generator.commands._base import FAULTY, AsOf, Command, Quiet, Root, finish, progress, project, today
from generator.commands._formats import SkipUnsupported, Template, format_named, template_of
from generator.exports.base import Format, Outcome, Source, Wishes
from generator.exports.bundle import MANIFEST
from generator.exports.reread import read_exam
from generator.keeping import write_files
from generator.kinds.question import Thought
from generator.library import Library, build_library
from generator.problems import Problems
from generator.questions import types as item_types
from generator.questions.bank import Bank, rule_titles
from generator.questions.item import Item
from generator.site.compile import compile_bank

_BANK = "bank"


def run(  # noqa: PLR0913, PLR0917 - each is an option of the command line
    source: Annotated[str, typer.Argument(metavar="来源", help="bank 是题库；或者 pufa exam 写出的文件夹")],
    format: Annotated[str, typer.Option("--format", "-f", metavar="格式", help="写成什么，例如 docx、chaoxing、xlsx")],
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="文件", help="写到哪里；有几个文件的，名字由它加上卷别和用途")
    ],
    root: Root = Path("."),
    as_of: AsOf = None,
    topic: Annotated[
        list[str] | None, typer.Option("--topic", metavar="专题", help="题库：只要这个专题的题，可以写几次")
    ] = None,
    rule: Annotated[
        list[str] | None, typer.Option("--rule", metavar="规则", help="题库：只要这条规则的题，可以写几次")
    ] = None,
    type: Annotated[
        list[str] | None, typer.Option("--type", metavar="题型", help="题库：只要这种题型，可以写几次")
    ] = None,
    thought: Annotated[
        list[str] | None, typer.Option("--thought", metavar="层次", help="题库：只要这个层次（记忆、理解、应用）的题")
    ] = None,
    template: Template = None,
    skip_unsupported: SkipUnsupported = False,
    quiet: Quiet = False,
) -> None:
    """Write the source in the format, whole or not at all."""
    problems = Problems()
    form = format_named(format, _BANK if source == _BANK else "exam")
    wishes = Wishes(template_of(template), skip_unsupported)
    with progress(quiet) as tell:
        if source == _BANK:
            found: tuple[Library, Source] = _bank(root, as_of, (topic, rule, type, thought), problems, tell)
        else:
            found = _exam(Path(source), root, (topic, rule, type, thought), problems)
        tell(f"写{form.title}")
        outcome = form.export(*found, wishes)
    problems.extend(outcome.problems)
    finish(problems)
    for path in _written(out, form, outcome):
        print(path)


def _bank(
    root: Path,
    as_of: datetime.date | None,
    narrow: tuple[list[str] | None, ...],
    problems: Problems,
    tell: Callable[[str], None],
) -> tuple[Library, Source]:
    """The bank, with only what the options ask for: ids or titles of topics, rules, types and levels of thought."""
    library, bank = compile_bank(project(root), today(as_of), problems, tell)
    finish(problems)
    items = bank.items
    told: tuple[tuple[str, Mapping[str, str], Callable[[Item], Iterable[str]]], ...] = (
        ("专题", {record.id: record.label for record in library.all("topic")}, lambda item: item.topics),
        ("规则", rule_titles(), lambda item: (item.rule,)),
        ("题型", item_types.titles(), lambda item: (item.type,)),
        ("层次", {name: name for name in get_args(Thought)}, lambda item: (item.thought,)),
    )
    for names, (what, known, of) in zip(narrow, told, strict=True):
        if names:
            wanted = _known(names, known, what)
            items = tuple(item for item in items if not wanted.isdisjoint(of(item)))
    if not items:
        raise typer.BadParameter("没有符合这些条件的题")
    return library, Bank(items)


def _known(names: list[str], known: Mapping[str, str], what: str) -> set[str]:
    """The ids that are meant by ids or titles; wrong use, with the nearest, where one is neither."""
    titles = {title: id for id, title in known.items()}
    for name in names:
        if name not in known and name not in titles:
            near = difflib.get_close_matches(name, [*known, *titles], n=1)
            hint = f"是不是 {near[0]}？" if near else f"可用：{'、'.join(known)}"
            raise typer.BadParameter(f"没有{what}“{name}”；{hint}")
    return {name if name in known else titles[name] for name in names}


def _exam(folder: Path, root: Path, narrow: tuple[list[str] | None, ...], problems: Problems) -> tuple[Library, Source]:
    """The exam in the folder, and the library as it stood on the exam's day."""
    if any(narrow):
        raise typer.BadParameter("--topic、--rule、--type、--thought 只用来从题库里挑题；试卷是整份导出的")
    if not (folder / MANIFEST).is_file():
        raise typer.BadParameter(f"{folder} 不是 pufa exam 写出的文件夹（里面没有 {MANIFEST}）；要导出题库，写 bank")
    read = read_exam(folder, problems)
    if read is None:
        finish(problems)
        raise typer.Exit(FAULTY)
    exam, day = read
    return _library(root, day, {item for paper in exam.papers for item in paper.items}), exam


def _library(root: Path, day: datetime.date, items: set[Item]) -> Library:
    content = Problems()  # what is wrong with the content is for pufa check to say; only names are wanted here
    library = build_library(project(root), day, content)
    known = {record.id for record in library.all("regulation")}
    missing = sorted({basis.regulation for item in items for basis in item.basis} - known)
    if missing:
        raise typer.BadParameter(f"内容里没有试卷所引的法规 {'、'.join(missing)}；在出卷的那个项目里运行")
    return library


def _written(out: Path, form: Format, outcome: Outcome) -> list[Path]:
    """Write each file whole; the first takes the name asked for."""
    first = outcome.files[0]
    base, _, ending = first.name.rpartition(".")
    base = base.split("-")[0]
    endings = {file.name.rpartition(".")[2] for file in outcome.files}
    if out.suffix.removeprefix(".") not in endings:
        raise typer.BadParameter(f"{form.title}的文件名要以 .{ending} 结尾，例如 {out.stem or form.id}.{ending}")
    whole = {out.parent / _name(out.stem, base, file.name): file.content for file in outcome.files}
    write_files(whole)
    return list(whole)


def _name(wanted: str, base: str, name: str) -> str:
    """paper-B.docx as 考试-B.docx, key-B.docx as 考试-key-B.docx."""
    stem, _, ending = name.rpartition(".")
    rest = stem.removeprefix(base) if stem.split("-")[0] == base else f"-{stem}"
    return f"{wanted}{rest}.{ending}"


COMMAND = Command(
    "export",
    "导出：把题库，或者已经组好的试卷，写成 Word、Excel 或考试平台的导入文件。",
    (
        "pufa export bank --format xlsx --out 题库.xlsx",
        "pufa export bank --format chaoxing --topic water --type single --out 水.xlsx",
        "pufa export papers/annual-study-2026 --format docx --out 年度考试.docx",
        "pufa export papers/annual-study-2026 --format wjx --out 年度考试.txt --skip-unsupported",
    ),
    run,
)
