"""pufa list: a list as offices publish it, in Excel or Word."""

from pathlib import Path
from typing import Annotated

import typer

from generator.commands._base import AsOf, Command, Root, project, today
from generator.commands._lists import ListName, ListOut, layout_of
from generator.keeping import write_file
from generator.library import build_library
from generator.lists.naming import names, plain_name
from generator.lists.printing import FORMATS
from generator.problems import Problems


def run(
    kind: ListName,
    form: Annotated[str, typer.Option("--format", "-f", metavar="格式", help="xlsx 或 docx")] = "xlsx",
    unit: Annotated[
        str | None,
        typer.Option("--unit", metavar="单位", help="只要这个单位的，写名称、简称或编号", show_default=False),
    ] = None,
    out: ListOut = None,
    root: Root = Path("."),
    as_of: AsOf = None,
) -> None:
    """Write the list."""
    layout = layout_of(kind)
    if form not in FORMATS:
        raise typer.BadParameter(f"没有“{form}”这种格式；有：{'、'.join(FORMATS)}", param_hint="--format")
    if unit and not layout.unit:
        raise typer.BadParameter(f"{layout.title}不分单位", param_hint="--unit")
    library = build_library(project(root), today(as_of), Problems())
    id = names(library, "unit").get(plain_name(unit), "") if unit else ""
    if unit and not id:
        raise typer.BadParameter(f"没有名为“{unit}”的单位", param_hint="--unit")
    path = out or Path(f"{layout.title}.{form}")
    write_file(path, FORMATS[form](library, layout, id))
    print(
        f"{path}：{sum(1 for _ in library.all(layout.id))} 条记录里的清单。"
        if not id
        else f"{path}：{unit}的{layout.title}。"
    )


COMMAND = Command(
    "list",
    "清单：按单位公布的样式写成 Excel 或 Word，打印就能用；Excel 的改好可以读回来。",
    (
        "pufa list 责任清单",
        "pufa list 普法责任清单 --format docx",
        "pufa list 责任清单 --unit 某某分局 --out 分局.xlsx",
    ),
    run,
)
