"""pufa init: a new bureau's project, small, real, and building at once."""

import shutil
from pathlib import Path
from typing import Annotated

import typer

from generator.commands._base import Command
from generator.library.schemas import schema_text, schemas
from generator.questions import types
from generator.templating import ASSETS

STARTER = ASSETS / "starter"


def run(
    folder: Annotated[Path, typer.Argument(metavar="目录", help="新项目放在哪里，须为空目录或不存在")],
) -> None:
    """Copy the starter project and write the schemas beside it."""
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise typer.BadParameter(f"{folder} 不是空目录")
    shutil.copytree(STARTER, folder, dirs_exist_ok=True)
    (folder / "gitignore").rename(folder / ".gitignore")
    (folder / "schemas").mkdir()
    for name, schema in schemas(types.editor_values()).items():
        (folder / "schemas" / f"{name}.schema.json").write_text(schema_text(schema), encoding="utf-8")
    print(f"已建好 {folder}/。接下来：")
    print(f"  cd {folder}")
    print("  pufa check    检查内容")
    print("  pufa bank     生成题库锁")
    print("  pufa build    生成网站")
    print("先改 content/site.yml，写上本单位的名称和联系方式。")


COMMAND = Command(
    "init",
    "新建项目：给一个单位建好可以马上生成网站的目录。",
    ("pufa init my-bureau",),
    run,
)
