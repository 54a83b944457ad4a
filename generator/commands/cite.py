"""pufa cite: the citations in files, as a list for people or as JSON lines for tools."""

import datetime
import json
import sys
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Annotated

import typer

from generator.auditing.document import Judgement, Verdict, judge
from generator.commands._base import AsOf, Command, Root, finish, today
from generator.importing.cited import Cited, Refused, cited_in
from generator.importing.commented import Remark, commented
from generator.importing.files import read_bytes
from generator.keeping import write_file
from generator.legal.citations import Mention
from generator.library import Library, build_library
from generator.library.names import known_names
from generator.problems import Place, Problem, Problems, Severity


def run(
    files: Annotated[list[Path], typer.Argument(metavar="文件…", help="要看的文件：md、txt、docx、html、pdf")],
    root: Root = Path("."),
    as_of: AsOf = None,
    as_json: Annotated[bool, typer.Option("--json", help="每处引用印一行 JSON")] = False,
    check: Annotated[
        bool, typer.Option("--check", help="逐处核对：条款在不在、是否有效、句中的罚款数额对不对")
    ] = False,
    out: Annotated[
        Path | None,
        typer.Option("--out", metavar="文件", help="与 --check 同用：带批注的 docx 写到这里，默认写在原文件旁边"),
    ] = None,
) -> None:
    """List every citation of every file, or judge it."""
    if check and not (root / "content").is_dir():
        raise typer.BadParameter("核对要对照项目里的法规，用 -p 指明含有 content/ 的目录", param_hint="--check")
    if out is not None and (not check or len(files) != 1 or files[0].suffix.lower() != ".docx"):
        raise typer.BadParameter("只与 --check 同用，而且只能是一个 docx 文件", param_hint="--out")
    problems = Problems()
    library = build_library(root, today(as_of), Problems()) if (root / "content").is_dir() else None
    names = known_names(library)
    counts: Counter[bool] = Counter()
    for path in files:
        try:
            cited = cited_in(path, names)
            judged = _judged(library, cited) if check and library else {}
            for mention, shown in zip(cited.mentions, cited.shown, strict=True):
                counts[mention.law is not None] += 1
                judgement = judged.get(mention)
                if as_json:
                    print(json.dumps(told(path, shown, judgement, check), ensure_ascii=False))
                elif not check:
                    print(line(path, shown))
                if judgement and judgement.says:
                    problems.extend([_problem(path, shown, judgement)])
            if check and library and path.suffix.lower() == ".docx":
                _comment(path, out, cited, judged, library.as_of)
        except Refused as refused:
            problems.error(
                Place(path.as_posix()), "E801", str(refused), "能读的有 docx、md、txt、html 和有文字层的 pdf。"
            )
    if not as_json:
        print(f"共 {sum(counts.values())} 处引用，其中 {counts[False]} 处认不出是哪一部法。", file=sys.stderr)
    finish(problems)


def _judged(library: Library, cited: Cited) -> dict[Mention, Judgement]:
    return {one.mention: one for one in judge(library, cited.lines, cited.mentions)}


#: What a verdict is called where problems are told.
_CODES: dict[Verdict, str] = {
    "missing": "E821",
    "repealed": "E822",
    "not_yet": "E822",
    "sum": "E823",
    "unheld": "W824",
}


def _problem(path: Path, shown: Mention, judgement: Judgement) -> Problem:
    code = _CODES[judgement.verdict]
    at = Place(path.as_posix(), shown.line + 1, shown.start + 1)
    severity = Severity.WARNING if code.startswith("W") else Severity.ERROR
    return Problem(at, code, f"“{shown.surface}”：{judgement.says}", judgement.hint, severity)


def _comment(
    path: Path, out: Path | None, cited: Cited, judged: Mapping[Mention, Judgement], day: datetime.date
) -> None:
    """Write the copy with comments, where there is anything to comment on; a file that stands there is not replaced."""
    remarks = [
        Remark(one.line, one.start, one.surface, f"{judged[one].says}。{judged[one].hint}")
        for one in cited.mentions
        if one in judged and judged[one].says
    ]
    goal = out or path.with_name(f"{path.stem}（引文核对）.docx")
    if not remarks:
        return
    if goal.exists():
        raise Refused(f"要写批注的文件 {goal.name} 已经有了；改名或者移走它，或者用 --out 另外指定")
    write_file(goal, commented(read_bytes(path), cited.lines, remarks, day))
    print(f"带批注的文件：{goal}", file=sys.stderr)


def told(path: Path, mention: Mention, judgement: Judgement | None, check: bool) -> dict[str, object]:
    """A mention, and with ``--check`` what was found of it, as ``--json`` prints it; lines count from 1, columns from 0 in code points, the end is not included."""
    return {
        "file": path.as_posix(),
        "line": mention.line + 1,
        "start": mention.start,
        "end": mention.end,
        "surface": mention.surface,
        "law_resolved": mention.law and mention.law.replace("《", "〈").replace("》", "〉"),
        "article": mention.article,
        "article_end": mention.article_end,
        "paragraph": mention.paragraph,
        "paragraph_end": mention.paragraph_end,
        "item": mention.item,
        "item_end": mention.item_end,
        "kind": mention.kind,
        "why": mention.why or None,
        **(
            {"verdict": judgement.verdict if judgement else "own", "says": judgement.says if judgement else ""}
            if check
            else {}
        ),
    }


def line(path: Path, mention: Mention) -> str:
    """A mention in a line for people."""
    where = "".join(filter(None, (mention.article, mention.paragraph, mention.item)))
    law = f"《{mention.law}》{where}" if mention.law else f"认不出：{mention.why or '没有写明是哪一部法'}"
    return f"{path}:{mention.line + 1}:{mention.start + 1}: {mention.surface} → {law}"


COMMAND = Command(
    "cite",
    "引文：找出文件里引用的法规和条款，说明各指哪一部法的哪一条；--check 逐处核对。",
    ("pufa cite 处罚决定书.docx", "pufa cite 讲稿.md --json", "pufa cite 处罚决定书.docx --check"),
    run,
)
