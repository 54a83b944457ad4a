"""pufa handout: a leaflet of two pages for the door, as docx and PDF."""

from pathlib import Path
from typing import Annotated

import typer

from generator.commands._base import (
    AsOf,
    Command,
    Root,
    Strict,
    endings_asked,
    finish,
    not_the_root,
    project,
    record_named,
    today,
)
from generator.exports.papers.document import Document
from generator.exports.typeset.write import UNPRINTED, why_unprinted
from generator.keeping import write_files
from generator.kinds.conduct import Conduct
from generator.kinds.industry import Industry
from generator.kinds.must_know import MustKnow
from generator.library import Library, build_library
from generator.problems import Problems
from generator.site.handouts.conduct import conduct_leaflet
from generator.site.handouts.mastery import must_know
from generator.site.handouts.trade import trade
from generator.site.handouts.write import WRITERS


def run(
    industry: Annotated[
        str | None, typer.Argument(metavar="行业", help="行业的编号或者名称", show_default=False)
    ] = None,
    conduct: Annotated[
        str | None, typer.Option("--conduct", metavar="编号", help="改写一种违法行为：编号或者名称")
    ] = None,
    list_: Annotated[
        str | None, typer.Option("--must-know", metavar="编号", help="改写一份应知应会清单：编号或者名称")
    ] = None,
    formats: Annotated[str, typer.Option("--formats", metavar="格式", help="docx、pdf，逗号隔开")] = "docx,pdf",
    out: Annotated[
        Path, typer.Option("--out", "-o", metavar="目录", help="写到哪个目录", callback=not_the_root)
    ] = Path("handouts"),
    root: Root = Path("."),
    as_of: AsOf = None,
    strict: Strict = False,
) -> None:
    """Write the leaflet of a trade, a conduct or a must-know list below ``out``."""
    if sum(given is not None for given in (industry, conduct, list_)) != 1:
        raise typer.BadParameter("写一个行业，或者 --conduct、--must-know 中的一个")
    endings = endings_asked(formats, WRITERS)
    problems = Problems()
    library = build_library(project(root), today(as_of), problems)
    finish(problems, strict)
    name, document = _document(library, industry, conduct, list_)
    files = {}
    for ending in endings:
        try:
            files[out / f"{name}.{ending}"] = WRITERS[ending](document, library.as_of)
        except UNPRINTED as error:
            problems.extend([why_unprinted(error, "--formats")])
    finish(problems)
    write_files(files)
    for file in files:
        print(f"已写出 {file.as_posix()}")
    if library.site.url is None:
        print("没有印二维码：不知道网址。在 content/site.yml 写上 url，或者在 mkdocs.yml 写上 site_url。")


def _document(library: Library, industry: str | None, conduct: str | None, list_: str | None) -> tuple[str, Document]:
    """The leaflet asked for, and what its files are called."""
    if industry is not None:
        found = record_named(library, "industry", Industry, industry)
        return found.id, trade(library, found)
    if conduct is not None:
        act = record_named(library, "conduct", Conduct, conduct)
        return act.id, conduct_leaflet(library, act)
    assert list_ is not None
    listed = record_named(library, "must-know", MustKnow, list_)
    return listed.id, must_know(library, listed)


COMMAND = Command(
    "handout",
    "宣传单：两页 A4，一个行业、一种违法行为或者一份应知应会清单，上门时留下。",
    (
        "pufa handout catering",
        "pufa handout --conduct eia-unapproved-construction --formats pdf",
        "pufa handout --must-know officers --out 宣传单",
    ),
    run,
)
