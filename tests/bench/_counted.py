"""Builds a project's site in this process and writes what it counts: ``python _counted.py PROJECT DAY SITE RESULT.json``.

A process of its own, so that its memory is the build's alone.
"""

import datetime
import gc
import json
import sys
from pathlib import Path

from generator.problems import Problems
from generator.questions.bank import rules
from generator.site.compile import compile_project, site_files
from generator.site.page import Page


def main(project: str, day: str, result: str) -> int:
    """Count the items and what rules passed over, the pages, files and bytes of what the site shows, and the blocks of memory that hold library and bank.

    Beside the counts: ids of rules without an item.
    """
    gc.collect()
    before = sys.getallocatedblocks()
    problems = Problems()
    context = compile_project(Path(project), datetime.date.fromisoformat(day), problems)
    gc.collect()
    counts = {"items": len(context.bank.items), "skips": len(context.bank.skips), "pages": 0, "files": 0, "bytes": 0}
    blocks = sys.getallocatedblocks() - before
    for file in site_files(context):
        page = isinstance(file, Page)
        counts["pages"] += page
        counts["files"] += 1
        counts["bytes"] += len(file.body.encode() if isinstance(file, Page) else file.content)
    wrong = [str(problem) for problem in problems.blocking(strict=False)]
    silent = sorted(rule.id for rule in rules() if rule.id not in context.bank.by_rule)
    told = {**counts, "blocks": blocks, "silent": silent, "wrong": wrong}
    Path(result).write_text(json.dumps(told), encoding="utf-8")
    print(*wrong[:10], sep="\n", file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
