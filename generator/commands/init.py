"""pufa init: a new bureau's project, small, real, and building at once."""

import json
import shutil
import sys
from pathlib import Path
from typing import Annotated

import typer

from generator.commands._base import Command
from generator.keeping import EMPTY, Fresh, fresh_folder
from generator.kinds import kinds
from generator.kinds._site import Site
from generator.library.packed import available
from generator.library.schemas import schema_text, schemas
from generator.questions import types
from generator.templating import ASSETS

STARTER = ASSETS / "starter"
#: Where the site will be found goes below the name.
_NAME = "name: 普法\n"


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
_PACKED = """# yaml-language-server: $schema=../schemas/site.schema.json
name: 普法
body: 本单位的名称
region: {region}
summary: 查违法行为、条文和责任单位，做题、组卷。
contact: 发现错误往哪里反馈
# 取用的内容包：随包更新，不用合并；同一编号本单位写了的，用本单位的
packs:
  - name: {pack}
    # 全由本单位自己写、一条也不取的种类；要照样取用的，从这里删去
    own: [{own}]
    # 本地的规定取哪些地方的，如 [某省, 某市]；空着就只取全国的
    regions: []
    # 不取的记录，如 without: {{guide: [livestock]}}
    without: {{}}
"""


def run(
    folder: Annotated[Path, typer.Argument(metavar="目录", help="新项目放在哪里，须为空目录或不存在")],
    empty: Annotated[bool, typer.Option("--empty", help="不带例子：别的领域的单位从空项目写起")] = False,
    region: Annotated[
        str | None,
        typer.Option("--region", metavar="地区", help="别的地方的单位：取用全国的内容，本地的规定、单位和清单自己写"),
    ] = None,
    pack: Annotated[str, typer.Option("--pack", metavar="名称", help="--region 取用哪个内容包")] = "environment",
    url: Annotated[
        str | None,
        typer.Option("--site-url", metavar="网址", help="网站的网址：网站地图、二维码和日历要用；在终端里不写就会问"),
    ] = None,
) -> None:
    """Copy the starter project, or its frame, and write the schemas beside it."""
    if url and not _is_address(url):
        raise typer.BadParameter(f"{url} 不是网址；{_ADDRESS}", param_hint="--site-url")
    if region is not None and pack not in (known := [one.id for one in available()]):
        raise typer.BadParameter(
            f"没有装名为 {pack} 的内容包；装了的：{'、'.join(known) or '没有'}", param_hint="--pack"
        )
    if url is None and sys.stdin.isatty() and sys.stdout.isatty():
        url = _asked()
    with fresh_folder(folder, EMPTY) as fresh:
        shutil.copytree(STARTER, fresh.path, copy_function=shutil.copyfile, dirs_exist_ok=True)
        (fresh.path / "gitignore").rename(fresh.path / ".gitignore")
        if empty or region is not None:
            _empty(fresh)
        if region is not None:
            own = ", ".join(kind.name for kind in kinds() if kind.own)
            site = _PACKED.format(region=json.dumps(region, ensure_ascii=False), pack=pack, own=own)
            fresh.write("content/site.yml", site.encode())
        if url:
            file = fresh.path / "content" / "site.yml"
            text = file.read_text(encoding="utf-8").replace(_NAME, f"{_NAME}url: {url}\n", 1)
            fresh.write("content/site.yml", text.encode())
        for name, schema in schemas(types.editor_values()).items():
            fresh.write(f"schemas/{name}.schema.json", schema_text(schema).encode())
        fresh.keep()
    print(f"已建好 {folder}/。接下来：")
    print(f"  cd {folder}")
    print("  pufa check    检查内容")
    print("  pufa bank     生成题库锁")
    print("  pufa build    生成网站")
    print("先改 content/site.yml，写上本单位的名称和联系方式。")


_ADDRESS = "要以 http:// 或 https:// 开头，如 https://pufa.example.gov.cn/"


def _asked() -> str:
    """The address that somebody at a terminal gives; empty where it is not known yet."""
    while True:
        try:
            url = input("网站放到哪个网址（还不知道就直接按回车，以后写在 content/site.yml）：").strip()
        except EOFError:
            return ""
        if not url or _is_address(url):
            return url
        print(f"这不是网址；{_ADDRESS}")


def _is_address(text: str) -> bool:
    """Whether site.yml takes it as ``url``."""
    try:
        return bool(Site(url=text).url == text)
    except ValueError:
        return False


def _empty(fresh: Fresh) -> None:
    """Take the examples out: of each kind an empty file is left that says what belongs there."""
    for top in ("content", "quizzes"):
        shutil.rmtree(fresh.path / top)
    fresh.write("content/site.yml", _SITE.encode())
    for kind in kinds():
        if kind.folder and kind.form == "yaml":
            text = f"# yaml-language-server: $schema=../../schemas/{kind.name}.schema.json\n# {kind.title}\n"
            fresh.write(f"{kind.folder}/{Path(kind.folder).name}.yml", text.encode())


COMMAND = Command(
    "init",
    "新建项目：给一个单位建好可以马上生成网站的目录。",
    (
        "pufa init my-bureau",
        "pufa init my-bureau --empty",
        "pufa init my-bureau --region 某省某市 --site-url https://pufa.example.gov.cn/",
    ),
    run,
)
