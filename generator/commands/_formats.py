"""What ``pufa exam`` and ``pufa export`` share: naming formats, templates, what is left out."""

from pathlib import Path
from typing import Annotated

import typer

from generator.exports.base import Format
from generator.exports.bundle import formats
from generator.gate import content, raising

Template = Annotated[
    Path | None,
    typer.Option("--template", metavar="文件", help="Word 模板（.docx）：试卷用它的样式", show_default=False),
]
SkipUnsupported = Annotated[
    bool, typer.Option("--skip-unsupported", help="格式写不了的题列出来、不写，其余照写；不加就一份也不写")
]
_MOST_BYTES = 20_000_000


def format_named(name: str, of: str) -> Format:
    """The format with the id ``name`` that takes an ``exam`` or the ``bank``; wrong use, with those there are, where there is none."""
    form = formats().get(name)
    if form is not None and of in form.takes:
        return form
    fit = [id for id, found in formats().items() if of in found.takes]
    what = "试卷" if of == "exam" else "题库"
    said = f"没有格式“{name}”" if form is None else f"格式“{name}”不能写{what}"
    raise typer.BadParameter(f"{said}；可用：{'、'.join(fit)}")


def template_of(path: Path | None) -> bytes | None:
    """The template's bytes; wrong use where it can't be read."""
    if path is None:
        return None
    with raising(typer.BadParameter, f"模板 {path} 读不了"):
        return content(path, _MOST_BYTES)
