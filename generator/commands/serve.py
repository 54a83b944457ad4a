"""pufa serve: the site while one writes."""

from pathlib import Path
from typing import Annotated

import typer

from generator.commands._base import AsOf, Command, Root, project, today
from generator.commands._inbox import FOLDER, watch
from generator.mkdocs_plugin import serve_site

_LAST_PORT = 65_535


def run(
    root: Root = Path("."),
    as_of: AsOf = None,
    address: Annotated[str, typer.Option("--address", "-a", metavar="主机:端口", help="在哪里打开")] = "127.0.0.1:8000",
) -> None:
    """Serve with live reload until interrupted."""
    folder = project(root).absolute()
    host, colon, port = address.rpartition(":")
    if not (host and colon and port.isascii() and port.isdecimal() and int(port) <= _LAST_PORT):
        raise typer.BadParameter(f"“{address}”不是 主机:端口，如 127.0.0.1:8000", param_hint="--address")
    ended = watch(folder, lambda: today(as_of))
    print(f"清单存到 {FOLDER} 文件夹，就在这里显示会改什么，按 y 写入。")
    try:
        serve_site(folder, address, as_of)
    finally:
        ended.set()


COMMAND = Command(
    "serve",
    "边写边看：打开本机网站，内容一改就刷新；清单存到 inbox 文件夹，先看再写入。",
    ("pufa serve", "pufa serve --address 127.0.0.1:8080"),
    run,
)
