"""What commands share: finding the project, dates, progress, printing problems, exit codes."""

import dataclasses
import datetime
import difflib
import functools
import inspect
import os
import sys
from collections.abc import Callable, Collection, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated, Any, TypeVar

import typer
from rich.console import Console
from rich.progress import Progress as Bar
from rich.progress import SpinnerColumn, TextColumn, TimeElapsedColumn

from generator.exams.paper_file import PaperData, read_paper
from generator.kinds import Record, kind_named
from generator.kinds.blueprint import Blueprint
from generator.legal.days import read_day
from generator.library import Library
from generator.problems import Problems
from generator.registry import Slot

OK, FAULTY, MISUSE = 0, 1, 2
_LISTED = 20  # records named where one is asked for that is not there
R = TypeVar("R", bound=Record)


@dataclass(frozen=True, slots=True)
class Command:
    """A command of the command line.

    Attributes:
        name: as typed; of two words (``import law``) where it stands in a group.
        help: what it does, in Chinese; the first line stands in the list of commands.
        examples: lines shown below the help.
        run: the function; typer reads its parameters.
    """

    name: str
    help: str
    examples: tuple[str, ...]
    run: Callable[..., None]


#: Where commands are added.
COMMANDS = Slot("pufa.commands", "generator.commands", "COMMAND", Command, key="name")


def _date(text: str) -> datetime.date:
    try:
        return read_day(text)
    except ValueError as reason:
        raise typer.BadParameter(f"“{text}”不是日期，{reason}") from None


def taking(options: type[Any]) -> Callable[[Callable[..., None]], Callable[..., None]]:
    """Give a command the fields of a dataclass as its parameters; it gets one value of it, before parameters of its own.

    Args:
        options: a dataclass whose fields are annotated as parameters of a command are.
    """

    def wrapped(run: Callable[..., None]) -> Callable[..., None]:
        shared = [
            inspect.Parameter(
                field.name,
                inspect.Parameter.KEYWORD_ONLY,
                annotation=field.type,
                default=inspect.Parameter.empty if field.default is dataclasses.MISSING else field.default,
            )
            for field in dataclasses.fields(options)
        ]
        own = [
            parameter.replace(kind=inspect.Parameter.KEYWORD_ONLY)
            for parameter in list(inspect.signature(run).parameters.values())[1:]
        ]
        names = {parameter.name for parameter in shared}

        @functools.wraps(run)
        def command(**given: Any) -> None:
            value = options(**{name: given.pop(name) for name in names})
            run(value, **given)

        command.__signature__ = inspect.Signature([*shared, *own])  # type: ignore[attr-defined]
        command.__annotations__ = {parameter.name: parameter.annotation for parameter in (*shared, *own)}
        return command

    return wrapped


Root = Annotated[
    Path, typer.Option("--project", "-p", metavar="目录", help="项目所在目录（含 content/ 与 mkdocs.yml）")
]
AsOf = Annotated[
    Any, typer.Option("--as-of", metavar="日期", parser=_date, help="按哪一天的法律状态，默认今天", show_default=False)
]
Since = Annotated[
    Any, typer.Option("--since", metavar="日期", parser=_date, help="从这一天起，到 --as-of 为止", show_default=False)
]
From = Annotated[
    Any, typer.Option("--from", metavar="日期", parser=_date, help="旧文本：这一天有效的", show_default=False)
]
To = Annotated[Any, typer.Option("--to", metavar="日期", parser=_date, help="新文本：这一天有效的", show_default=False)]
Quiet = Annotated[bool, typer.Option("--quiet", "-q", help="不显示进度")]
Strict = Annotated[bool, typer.Option("--strict", help="警告也算错误")]


def not_the_root(folder: Path | None) -> Path | None:
    """For options that take a folder to write into: any but the system's root, where nobody looks for papers again.

    The root of a drive, as of a stick, is taken.
    """
    if folder is not None:
        whole = Path(os.path.realpath(folder))
        if not whole.name and not whole.drive:
            raise typer.BadParameter(f"{folder} 是整个系统的根目录，不往里面写；换一个自己的目录")
    return folder


def today(as_of: datetime.date | None) -> datetime.date:
    """The given day, or today: the only place, beside the MkDocs adapter, that reads the clock."""
    return as_of or datetime.date.today()  # noqa: DTZ011 - the reader's own calendar day is meant


def project(root: Path) -> Path:
    """The project's folder.  Ends with wrong use where it holds no content."""
    if not (root / "content").is_dir():
        raise typer.BadParameter(f"{root} 里没有 content/ 目录；换到项目目录，或用 --project 指明")
    return root


@contextmanager
def progress(quiet: bool) -> Iterator[Callable[[str], None]]:
    """Yield a function that shows what is being done, on terminals only."""
    console = Console(stderr=True)
    if quiet or not console.is_terminal:
        yield lambda _: None
        return
    columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
    with Bar(*columns, console=console, transient=True) as bar:
        task = bar.add_task("开始")
        yield lambda text: bar.update(task, description=text)


def report(problems: Problems) -> None:
    """Print every problem to standard error."""
    for problem in problems:
        print(problem, file=sys.stderr)


def endings_asked(asked: str, known: Collection[str]) -> tuple[str, ...]:
    """The endings of files that ``--formats`` names, each once; wrong use where one is none of those known."""
    endings = tuple(dict.fromkeys(part.strip() for part in asked.split(",")))
    if unknown := [ending for ending in endings if ending not in known]:
        raise typer.BadParameter(f"没有“{unknown[0]}”这种格式，可以写 {'、'.join(known)}", param_hint="--formats")
    return endings


def finish(problems: Problems, strict: bool = False, told: str = "") -> None:
    """Print problems with a count and what is ``told`` of them besides, and end with exit code 1 where some block."""
    report(problems)
    blocking = problems.blocking(strict)
    if blocking:
        print(f"共 {len(problems)} 个问题，其中 {len(blocking)} 个须改正。{told}", file=sys.stderr)
        raise typer.Exit(FAULTY)
    if len(problems):
        print(f"{len(problems)} 个警告。", file=sys.stderr)


def record_named(library: Library, kind: str, model: type[R], name: str) -> R:
    """The record of ``kind`` with this id, title or other name; wrong use, with what there is, where there is none."""
    records = library.of(kind, model)
    tests: tuple[Callable[[R], bool], ...] = (
        lambda one: one.id == name,
        lambda one: one.label == name,
        lambda one: name in getattr(one, "aliases", ()),
    )
    for test in tests:
        found = next(filter(test, records), None)
        if found is not None:
            return found
    near = records
    if len(records) > _LISTED:
        words = {word: one for one in records for word in (*getattr(one, "aliases", ()), one.label, one.id)}
        within = [word for word in words if name in word]
        close = difflib.get_close_matches(name, words, cutoff=0.3)
        near = tuple({words[word].id: words[word] for word in (*within, *close)}.values())[:_LISTED]
    names = "、".join(f"{one.id}（{one.label}）" for one in near)
    told = "现有" if near is records else "是不是"
    raise typer.BadParameter(f"没有编号为 {name} 的{kind_named(kind).title}；{told}：{names or '无'}")


def blueprint_named(library: Library, id: str) -> Blueprint:
    """The blueprint with this id or title; wrong use, with ids and titles of those there are, where there is none."""
    return record_named(library, "blueprint", Blueprint, id)


def paper_at(path: Path) -> PaperData:
    """What a paper file holds; ends the command where it is none."""
    problems = Problems()
    found = read_paper(path, problems)
    if found is None:
        finish(problems)
        raise typer.Exit(FAULTY)
    return found
