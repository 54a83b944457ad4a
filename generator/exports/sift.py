"""Which items a format takes, in which form, and what is to be said about the others: none is ever lost in silence."""

from collections import Counter
from collections.abc import Callable, Iterable, Mapping, Sequence
from typing import TypeVar

from generator.exams.paper import Exam
from generator.exports.base import File, Outcome, Source, Wishes
from generator.exports.support import Held, held, rule_held
from generator.problems import Place, Problem, Severity
from generator.questions import types
from generator.questions.item import Item

T = TypeVar("T")
R = TypeVar("R")


class Unfit(ValueError):
    """Why an item can't be written, in Chinese."""


def sift(
    format: str,
    title: str,
    items: Iterable[tuple[Item, T]],
    made: Callable[[Item, Held, T], R],
    wishes: Wishes,
) -> tuple[list[R], list[Problem], dict[str, str]]:
    """What ``made`` gives for each item that the format takes, in order; a Problem for each it does not, and why by the item's id.

    Args:
        items: with whatever ``made`` needs beside them.
        made: item, how it is held, what is beside it → a row; raises Unfit.
    """
    rows: list[R] = []
    problems: list[Problem] = []
    unfit: dict[str, str] = {}
    nearest: Counter[tuple[str, str]] = Counter()
    for item, beside in items:
        cell = held(format, item.type)
        try:
            if cell.how == "refused":
                raise Unfit(cell.says)
            rows.append(made(item, cell, beside))
        except Unfit as reason:
            unfit[item.id] = str(reason)
            problems.append(_left_out(title, item, str(reason), wishes.skip_unsupported))
            continue
        if cell.how == "nearest":
            nearest[item.type, cell.says] += 1
    problems += [
        _warning("W815", f"{types.named(type).title} {count} 题在{title}里不是原样：{says}")
        for (type, says), count in nearest.items()
    ]
    return rows, problems, unfit


def marking_problems(format: str, title: str, source: Source) -> list[Problem]:
    """How the paper's rule of marking differs on the platform, where the paper has items with several right options."""
    if not isinstance(source, Exam):
        return []
    marking = source.blueprint.marking
    asked = (part for paper in source.papers for item in paper.items for part in types.of(item).decided(item))
    several = sum(held(format, part.type).form == "multiple" for part in asked)
    cell = rule_held(format, marking)
    if not several or cell.how == "exact":
        return []
    return [_warning("W815", f"多选题 {several} 题在{title}里不是原样：{cell.says}")]


def outcome(files: Sequence[File], problems: Sequence[Problem], unfit: Mapping[str, str]) -> Outcome:
    """The files with the problems, each told once; no files where one of the problems is an error."""
    stops = any(problem.severity is Severity.ERROR for problem in problems)
    return Outcome(() if stops else tuple(files), tuple(dict.fromkeys(problems)), unfit)


def _left_out(title: str, item: Item, reason: str, skipped: bool) -> Problem:
    name = f"题“{item.id}”（{types.of(item).title}）"
    if skipped:
        return Problem(item.at, "W816", f"{name}没有写进{title}：{reason}", severity=Severity.WARNING)
    hint = "加上 --skip-unsupported 就列出这些题、不写进文件；或者换一种格式。"
    return Problem(item.at, "E811", f"{name}写不进{title}：{reason}", hint)


def _warning(code: str, message: str) -> Problem:
    return Problem(Place("--format"), code, message, severity=Severity.WARNING)
