"""pufa template: an empty workbook of a list to fill in."""

from pathlib import Path

import typer

from generator.commands._base import AsOf, Command, Root, project, today
from generator.commands._lists import ListName, ListOut, layout_of
from generator.keeping import write_file
from generator.library import build_library
from generator.lists.template import template_xlsx
from generator.problems import Problems


def run(
    kind: ListName,
    out: ListOut = None,
    root: Root = Path("."),
    as_of: AsOf = None,
) -> None:
    """Write the workbook."""
    layout = layout_of(kind)
    path = out or Path(f"{layout.title}（空表）.xlsx")
    if path.suffix != ".xlsx":
        raise typer.BadParameter(f"文件名要以 .xlsx 结尾，例如 {path.stem}.xlsx", param_hint="--out")
    write_file(path, template_xlsx(build_library(project(root), today(as_of), Problems()), layout))
    print(f"{path}：照“说明”一张填好，用 pufa import xlsx {layout.title} 读入。")


COMMAND = Command(
    "template",
    "清单的空表：可以选的有下拉，怎么填在“说明”一张里。",
    ("pufa template 责任清单", "pufa template 裁量基准 --out 裁量基准.xlsx"),
    run,
)
