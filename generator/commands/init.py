"""pufa init: a new bureau's project, small, real, and building at once."""

import shutil
from pathlib import Path
from typing import Annotated

import typer

from generator.commands._base import Command
from generator.keeping import EMPTY, fresh_folder, write_file
from generator.library.schemas import schema_text, schemas
from generator.questions import types
from generator.templating import ASSETS

STARTER = ASSETS / "starter"


def run(
    folder: Annotated[Path, typer.Argument(metavar="目录", help="新项目放在哪里，须为空目录或不存在")],
) -> None:
    """Copy the starter project and write the schemas beside it."""
    with fresh_folder(folder, EMPTY) as fresh:
        shutil.copytree(STARTER, fresh.path, copy_function=shutil.copyfile, dirs_exist_ok=True)
        (fresh.path / "gitignore").rename(fresh.path / ".gitignore")
        for name, schema in schemas(types.editor_values()).items():
            write_file(fresh.path / "schemas" / f"{name}.schema.json", schema_text(schema).encode())
        fresh.keep()
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
