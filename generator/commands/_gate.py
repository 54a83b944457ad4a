"""The gate of the command line: nothing that goes wrong within a command ends in a traceback."""

import functools
import os
import sys
import traceback
from collections.abc import Callable
from pathlib import Path

import click
import typer

from generator.commands._base import FAULTY
from generator.gate import Refusal, named, printable, words
from generator.keeping import Occupied
from generator.problems import Place, Problem

#: Set, faults of the program are shown with all that led to them, for those who mend it.
SHOW = "PUFA_TRACEBACK"


def guarded(run: Callable[..., None]) -> Callable[..., None]:
    """The function of a command, whose faults are told as Problems: exit code 1, or 2 for wrong use."""

    @functools.wraps(run)
    def within(*arguments: object, **options: object) -> None:
        try:
            run(*arguments, **options)
        except (click.ClickException, click.exceptions.Exit, click.Abort, BrokenPipeError):
            raise
        except Occupied as reason:
            raise typer.BadParameter(str(reason)) from None
        except Exception as error:  # the one place where all exceptions are meant
            if os.environ.get(SHOW) and not isinstance(error, Refusal):
                raise
            print(problem_of(error), file=sys.stderr)
            raise typer.Exit(FAULTY) from None

    return within


def problem_of(error: Exception) -> Problem:
    """What is told of an exception that a command let through."""
    if isinstance(error, Refusal):
        return error.problem
    if isinstance(error, OSError):
        at = Place(named(error, ".", Path()))
        return Problem(at, "E101", f"读写不了：{words(error)}", "检查文件是否存在、是否有权限、磁盘是否已满。")
    frames = traceback.extract_tb(error.__traceback__)
    where = f"{_module(frames[-1].filename)} 第 {frames[-1].lineno} 行" if frames else "?"
    message = f"程序出错（{type(error).__name__}：{printable(str(error))[:200]}；{where}）"
    return Problem(Place("."), "E704", message, f"这是程序的毛病，请告诉维护的人；设 {SHOW}=1 再运行可看到经过。")


def _module(file: str) -> str:
    """The file of a module as it stands in the package, without the folders of this machine."""
    parts = Path(file).parts
    start = max((at for at, part in enumerate(parts) if part in {"generator", "site-packages"}), default=-1)
    return "/".join(parts[start:] if start >= 0 else parts[-1:])
