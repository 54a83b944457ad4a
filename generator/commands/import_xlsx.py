"""pufa import xlsx: a list that an office keeps in Excel or Word, taken over into the project's records."""

import json
import sys
from dataclasses import dataclass
from pathlib import Path
from typing import Annotated

import typer

from generator.commands._base import AsOf, Command, Root, finish, project, taking, today
from generator.commands._lists import ListName, layout_of, preview
from generator.gate import raising
from generator.library import build_library
from generator.lists.imported import Mapped, mapped_of, read_list, told
from generator.lists.layout import Layout
from generator.lists.write import new_texts, write_texts
from generator.problems import Problems


@dataclass(frozen=True, slots=True)
class Ways:
    """How the files are read and what is written."""

    mapping: Annotated[
        Path | None,
        typer.Option(
            "--mapping", metavar="文件", help="列名对照：一行一条“表里的列名 = 清单的列名”", show_default=False
        ),
    ] = None
    dry_run: Annotated[bool, typer.Option("--dry-run", help="只看逐条的新增、修改、没有了，不写入")] = False
    partial: Annotated[bool, typer.Option("--partial", help="有错的几条不写，其余的写入")] = False
    remove: Annotated[bool, typer.Option("--remove", help="清单里没有了的，从内容里删去；不加就留着")] = False
    as_json: Annotated[bool, typer.Option("--json", help="每条记录印一行 JSON")] = False


@taking(Ways)
def run(
    ways: Ways,
    kind: ListName,
    files: Annotated[list[Path], typer.Argument(metavar="文件…", help="xlsx、xls、csv，或者有表格的 docx")],
    root: Root = Path("."),
    as_of: AsOf = None,
) -> None:
    """Read, show, and write what changes; nothing is written where anything is wrong, unless told to."""
    layout = layout_of(kind)
    mapped = _mapped(ways.mapping, layout)
    library = build_library(project(root), today(as_of), Problems())
    problems = Problems()
    read = read_list(library, layout, files, problems, mapped)
    if ways.as_json:
        for change in read.found:
            print(json.dumps(told(read, change), ensure_ascii=False))
    else:
        for line in preview(library, read, ways.remove):
            print(line)
    blocked = bool(problems.blocking()) and not ways.partial
    if not ways.dry_run and not blocked and read.found:
        texts = new_texts(root, library, layout, [one for one in read.found if one.sound], ways.remove)
        write_texts(root, texts)
        print(f"写入 {'、'.join(texts)}。" if texts else "没有要写的。", file=sys.stderr)
    elif not ways.dry_run and read.records and blocked:
        print("有错，一条也没有写入；改正后再读，或者加 --partial 先写没有错的。", file=sys.stderr)
    finish(problems)


def _mapped(path: Path | None, layout: Layout) -> Mapped:
    if path is None:
        return Mapped()
    with raising(typer.BadParameter, f"{path} 读不了"):
        try:
            return mapped_of(path, layout)
        except UnicodeError:
            raise
        except ValueError as reason:
            raise typer.BadParameter(f"{path.name}：{reason}") from None


COMMAND = Command(
    "import xlsx",
    "清单：读入单位用 Excel、Word 维护的清单，逐条说明新增、修改、没有了的，写进内容。",
    (
        "pufa import xlsx 责任清单 责任清单.xlsx --dry-run",
        "pufa import xlsx 普法责任清单 普法清单.docx",
        "pufa import xlsx 权责清单 权责.xlsx --mapping 列名.txt",
    ),
    run,
)
