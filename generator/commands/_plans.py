"""What the commands on blueprints share: writing one into the project."""

import datetime
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typer
import yaml

from generator.commands._base import blueprint_named, finish, progress
from generator.exams.assembly import drawable
from generator.exports.plan_read import plan_yaml
from generator.keeping import write_file
from generator.problems import Problems
from generator.site.compile import compile_bank

FOLDER = Path("quizzes") / "blueprints"


def write_plan(root: Path, plan: Mapping[str, Any], known: Mapping[str, str], replace: bool) -> Path:
    """Write the blueprint into a file of its own, or in place of itself where it stands, whole or not at all.

    Args:
        known: id of every blueprint there is → the file it stands in.
        replace: a blueprint with this id may be replaced; what else stands in its file is kept to the letter.
    """
    id = str(plan["id"])
    path = root / FOLDER / f"{id}.yml"
    stands = known.get(id)
    if not replace and (stands is not None or path.exists()):
        where = stands or path
        raise typer.BadParameter(f"编号 {id} 的方案已经有了（{where}）；换一个编号，或者加 --replace")
    if stands is None and path.exists():
        raise typer.BadParameter(f"{path} 里没有编号为 {id} 的方案，没有动它；换一个编号")
    if stands is not None:
        path = root / stands
        write_file(path, _in_place(path.read_text(encoding="utf-8"), plan, stands).encode())
    else:
        write_file(path, plan_yaml(plan).encode())
    return path


def held_against_the_bank(root: Path, id: str, day: datetime.date) -> None:
    """Tell what the bank lacks for a blueprint just written, and end with exit code 1: better now than when the papers are due."""
    problems = Problems()
    with progress(quiet=False) as tell:
        library, bank = compile_bank(root, day, Problems(), tell)  # what else is wrong is for pufa check to say
        drawable(blueprint_named(library, id), library, bank, problems)
    if problems.blocking():
        typer.echo("方案已经写好，但题库现在还凑不出这份卷，改了才能出：")
    finish(problems)


def _in_place(text: str, plan: Mapping[str, Any], file: str) -> str:
    """The text of a file with the blueprint in place of the one with its id: other records and remarks between them stay."""
    lines = text.splitlines(keepends=True)
    starts = [at for at, line in enumerate(lines) if line.startswith("- ")]
    before = yaml.safe_load(text)
    listed = before if isinstance(before, list) else []
    ids = [str(record.get("id")) if isinstance(record, dict) else "" for record in listed]
    place = ids.index(str(plan["id"])) if str(plan["id"]) in ids else None
    if place is None or len(starts) != len(ids):
        raise typer.BadParameter(f"{file} 的写法不能只换一份方案；把编号 {plan['id']} 的方案移到单独的文件里再来")
    start, end = starts[place], [*starts, len(lines)][place + 1]
    while end > start + 1 and (not lines[end - 1].strip() or lines[end - 1].startswith("#")):
        end -= 1
    record = plan_yaml(plan).partition("\n")[2]
    return "".join((*lines[:start], record, *lines[end:]))
