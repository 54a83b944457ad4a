"""pufa init: a new bureau's project, small, real, and building at once."""

import shutil
from pathlib import Path
from typing import Annotated

import typer

from generator.commands._base import Command
from generator.keeping import EMPTY, fresh_folder, write_file
from generator.kinds import kinds
from generator.library.schemas import schema_text, schemas
from generator.questions import types
from generator.templating import ASSETS

STARTER = ASSETS / "starter"


#: The site of a project without examples; the bureau puts in its own words.
_SITE = """# yaml-language-server: $schema=../schemas/site.schema.json
name: 普法
body: 本单位的名称
region: 服务的地区
summary: 查违法行为、条文和责任单位，做题、组卷。
contact: 发现错误往哪里反馈
# field: 市场监管           哪个领域的法律，两三个字
# responsibilities: 责任清单  清单的正式名称
# tries: [过期食品]          首页和搜索框里的例子
"""


def run(
    folder: Annotated[Path, typer.Argument(metavar="目录", help="新项目放在哪里，须为空目录或不存在")],
    empty: Annotated[bool, typer.Option("--empty", help="不带例子：别的领域的单位从空项目写起")] = False,
) -> None:
    """Copy the starter project, or its frame, and write the schemas beside it."""
    with fresh_folder(folder, EMPTY) as fresh:
        shutil.copytree(STARTER, fresh.path, copy_function=shutil.copyfile, dirs_exist_ok=True)
        (fresh.path / "gitignore").rename(fresh.path / ".gitignore")
        if empty:
            _empty(fresh.path)
        for name, schema in schemas(types.editor_values()).items():
            write_file(fresh.path / "schemas" / f"{name}.schema.json", schema_text(schema).encode())
        fresh.keep()
    print(f"已建好 {folder}/。接下来：")
    print(f"  cd {folder}")
    print("  pufa check    检查内容")
    print("  pufa bank     生成题库锁")
    print("  pufa build    生成网站")
    print("先改 content/site.yml，写上本单位的名称和联系方式。")


def _empty(root: Path) -> None:
    """Take the examples out: of each kind an empty file is left that says what belongs there."""
    for top in ("content", "quizzes"):
        shutil.rmtree(root / top)
    write_file(root / "content" / "site.yml", _SITE.encode())
    for kind in kinds():
        if kind.folder and kind.form == "yaml":
            place = root / kind.folder
            text = f"# yaml-language-server: $schema=../../schemas/{kind.name}.schema.json\n# {kind.title}\n"
            write_file(place / f"{place.name}.yml", text.encode())


COMMAND = Command(
    "init",
    "新建项目：给一个单位建好可以马上生成网站的目录。",
    ("pufa init my-bureau", "pufa init my-bureau --empty"),
    run,
)
