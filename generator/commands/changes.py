"""pufa changes: what changed between two builds of a site, as lines, a page and an Atom feed."""

import dataclasses
import json
from collections import Counter
from pathlib import Path
from typing import Annotated

import typer

from generator.commands._base import Command, finish
from generator.commands._site import build_at
from generator.impact.builds import differences, feed
from generator.keeping import write_file
from generator.problems import Problems
from generator.templating import alone_style, bare_environment


def run(
    old: Annotated[Path, typer.Argument(metavar="旧网站", help="上一次 pufa build 写出的目录")],
    new: Annotated[Path, typer.Argument(metavar="新网站", help="这一次写出的目录")],
    page: Annotated[
        Path | None, typer.Option("--page", metavar="文件", help="另写成一页网页（html），可以单独打开")
    ] = None,
    atom: Annotated[Path | None, typer.Option("--feed", metavar="文件", help="另写成 Atom 订阅源（xml）")] = None,
    as_json: Annotated[bool, typer.Option("--json", help="每一处印一行 JSON")] = False,
) -> None:
    """List regulations, articles, conduct and questions that were added, changed or taken away."""
    problems = Problems()
    before, after = (build_at(folder, problems) for folder in (old, new))
    finish(problems)
    if before is None or after is None:
        return
    found = list(differences(before, after))
    for one in found:
        print(
            json.dumps(dataclasses.asdict(one), ensure_ascii=False)
            if as_json
            else f"{one.sort} {one.what}：{one.title}"
        )
    if page is not None:
        template = bare_environment().get_template("changes.html")
        write_file(page, template.render(style=alone_style(), old=before, new=after, found=found).encode())
    if atom is not None:
        write_file(atom, feed(after, found))
    if not as_json:
        counts = Counter(one.sort for one in found)
        told = "，".join(f"{sort} {n}" for sort, n in counts.items()) or "没有"
        print(f"{before.as_of} 到 {after.as_of}，变化 {len(found)} 处：{told}。")


COMMAND = Command(
    "changes",
    "内容的变化：比较两次生成的网站，列出新增、改了、删去的法规、条文、违法行为和题目，可以写成网页和订阅源。",
    ("pufa changes site-old site", "pufa changes site-old site --page 变化.html --feed feed.xml"),
    run,
)
