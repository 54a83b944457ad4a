"""pufa cite: the citations in files, as a list for people or as JSON lines for tools."""

import json
import sys
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from generator.commands._base import AsOf, Command, Root, finish, today
from generator.importing.cited import Refused, mentions_of
from generator.legal.citations import Mention, Names
from generator.legal.citations.national import national_laws
from generator.library import Library, build_library
from generator.problems import Place, Problems


def run(
    files: Annotated[list[Path], typer.Argument(metavar="文件…", help="要看的文件：md、txt、docx、html、pdf")],
    root: Root = Path("."),
    as_of: AsOf = None,
    as_json: Annotated[bool, typer.Option("--json", help="每处引用印一行 JSON")] = False,
) -> None:
    """List every citation of every file."""
    problems = Problems()
    library = build_library(root, today(as_of), Problems()) if (root / "content").is_dir() else None
    names = known_names(library)
    counts: Counter[bool] = Counter()
    for path in files:
        try:
            for mention in mentions_of(path, names):
                counts[mention.law is not None] += 1
                print(json.dumps(told(path, mention), ensure_ascii=False) if as_json else line(path, mention))
        except Refused as refused:
            problems.error(
                Place(path.as_posix()), "E801", str(refused), "能读的有 docx、md、txt、html 和有文字层的 pdf。"
            )
    if not as_json:
        print(f"共 {sum(counts.values())} 处引用，其中 {counts[False]} 处认不出是哪一部法。", file=sys.stderr)
    finish(problems)


def known_names(library: Library | None) -> Names:
    """The laws that a project knows by title, short title and alias, and the titles of national laws."""
    known = (
        []
        if library is None
        else [(one.title, filter(None, (one.short_title, *one.aliases))) for one in library.regulations]
    )
    titles = {title for title, _ in known}
    return Names.of([*known, *((title, ()) for title in national_laws() if title not in titles)])


def told(path: Path, mention: Mention) -> dict[str, object]:
    """A mention as ``--json`` prints it; lines count from 1, columns from 0 in code points, the end is not included."""
    return {
        "file": path.as_posix(),
        "line": mention.line + 1,
        "start": mention.start,
        "end": mention.end,
        "surface": mention.surface,
        "law_resolved": mention.law,
        "article": mention.article,
        "article_end": mention.article_end,
        "paragraph": mention.paragraph,
        "paragraph_end": mention.paragraph_end,
        "item": mention.item,
        "item_end": mention.item_end,
        "kind": mention.kind,
        "why": mention.why or None,
    }


def line(path: Path, mention: Mention) -> str:
    """A mention in a line for people."""
    where = "".join(filter(None, (mention.article, mention.paragraph, mention.item)))
    law = f"《{mention.law}》{where}" if mention.law else f"认不出：{mention.why or '没有写明是哪一部法'}"
    return f"{path}:{mention.line + 1}:{mention.start + 1}: {mention.surface} → {law}"


COMMAND = Command(
    "cite",
    "引文：找出文件里引用的法规和条款，说明各指哪一部法的哪一条。",
    ("pufa cite 处罚决定书.docx", "pufa cite 讲稿.md --json"),
    run,
)
