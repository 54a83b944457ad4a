"""pufa pack: the built site in one file to hand over, or as a copy that opens from a USB stick."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Annotated

import typer

from generator.commands._base import Command, finish
from generator.commands._site import SITE, listed_files
from generator.keeping import fresh_folder, write_file
from generator.keeping.package import packed
from generator.mkdocs_plugin import FILES
from generator.problems import Problems
from generator.site.offline import offline


def run(
    out: Annotated[Path, typer.Argument(metavar="目标", help="写到哪里：目录，或者以 .zip 结尾的文件")],
    site: Annotated[Path, typer.Option("--site", metavar="目录", help="pufa build 生成的网站")] = Path("site"),
    folder: Annotated[bool, typer.Option("--offline", help="不用服务器，从 U 盘或文件夹里直接打开")] = False,
) -> None:
    """Write a copy of a built site; nothing where there is none."""
    problems = Problems()
    names = [name for name in listed_files(site, problems) if name != FILES]
    finish(problems)
    count = 0
    if out.suffix.lower() == ".zip":
        files = dict(_files(site, names, folder))
        write_file(out, packed(files))
        count = len(files)
    else:
        with fresh_folder(out, SITE) as fresh:
            for name, content in _files(site, names, folder):
                fresh.write(name, content)
                count += 1
            fresh.keep()
    print(f"已写出 {count} 个文件到 {out}" + ("，打开其中的 index.html 就能用。" if folder else "。"))


def _files(site: Path, names: Sequence[str], folder: bool) -> Iterator[tuple[str, bytes]]:
    """Path and content of each file of the copy, the list of them at the end."""
    made = []
    for name, content in offline(site, names) if folder else ((name, (site / name).read_bytes()) for name in names):
        made.append(name)
        yield name, content
    yield FILES, "".join(f"{name}\n" for name in sorted([*made, FILES])).encode()


COMMAND = Command(
    "pack",
    "把生成好的网站另做一份：交给别人的一个压缩包，或者能从 U 盘直接打开的目录。",
    ("pufa pack --offline usb", "pufa pack --offline 普法.zip", "pufa pack site.zip --site site"),
    run,
)
