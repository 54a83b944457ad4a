"""pufa serve: the site while one writes."""

from pathlib import Path
from typing import Annotated

import typer

from generator.commands._base import AsOf, Command, Root, project
from generator.mkdocs_plugin import serve_site


def run(
    root: Root = Path("."),
    as_of: AsOf = None,
    address: Annotated[str, typer.Option("--address", "-a", metavar="主机:端口", help="在哪里打开")] = "127.0.0.1:8000",
) -> None:
    """Serve with live reload until interrupted."""
    serve_site(project(root).absolute(), address, as_of)


COMMAND = Command(
    "serve",
    "边写边看：打开本机网站，内容一改就刷新。",
    ("pufa serve", "pufa serve --address 127.0.0.1:8080"),
    run,
)
