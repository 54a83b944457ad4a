"""What the commands on blueprints share: writing one into the project."""

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import typer

from generator.exports.plan_read import plan_yaml
from generator.keeping import write_file

FOLDER = Path("quizzes") / "blueprints"


def write_plan(root: Path, plan: Mapping[str, Any], known: Mapping[str, str], replace: bool) -> Path:
    """Write the blueprint into a file of its own, whole or not at all.

    Args:
        known: id of every blueprint there is → the file it stands in.
        replace: a file that holds this blueprint may be replaced.
    """
    path = root / FOLDER / f"{plan['id']}.yml"
    stands = known.get(str(plan["id"]))
    if stands is not None and (not replace or Path(stands) != FOLDER / path.name):
        raise typer.BadParameter(
            f"编号 {plan['id']} 的方案已经有了（{stands}）；换一个编号" + ("" if replace else "，或者加 --replace")
        )
    if path.exists() and not replace:
        raise typer.BadParameter(f"{path} 已经存在；换一个编号，或者加 --replace")
    write_file(path, plan_yaml(plan).encode())
    return path
