"""Whether the house grows: ``python -m tests.bench growth``.

Counts what an invented project of 250 regulations of 40 articles comes to, and one of half that size: questions, what rules
passed over (each a record that they looked at), pages, files, bytes, and blocks of memory that library and bank hold; no
seconds, which a busy machine changes.  The project has facts for every rule (``_asked``), so that none grows unseen.  What is counted is held
against ``growth.json`` beside this module; whoever means it to grow writes that anew with ``--accept`` and commits it, so that a
review sees by how much.

Exit code 1: a rule has no question at the whole size, so that nothing watches it; a count is more than 2 % above what is recorded, the peak of memory (measured, not counted) more than 10 %; or the
whole holds more than 2.2 times what its half does, so that something grows faster than the content.
"""

import argparse
import json
import sys
import tempfile
from collections.abc import Mapping
from pathlib import Path

from tests.bench.build import AS_OF, invent, run

SIZE, ARTICLES = 250, 40
RECORDED = Path(__file__).with_name("growth.json")
#: By how much each may be above what is recorded.
MARGINS = {"items": 1.02, "skips": 1.02, "pages": 1.02, "files": 1.02, "bytes": 1.02, "blocks": 1.02, "peak_mb": 1.1}
#: Twice the content, and a little for what is there whatever the content is.
TWICE = 2.2
LIMIT = 3600


def count(regulations: int, articles: int) -> tuple[dict[str, float], list[str]]:
    """What an invented project of that size comes to, and the rules without a question there."""
    with tempfile.TemporaryDirectory(prefix="pufa-growth-") as name:
        folder, result = Path(name), Path(name) / "counted.json"
        invent(folder / "project", regulations, articles)
        counted = Path(__file__).with_name("_counted.py")
        done = run([sys.executable, counted, folder / "project", AS_OF, result], LIMIT)
        told = json.loads(result.read_text("utf-8"))
        found = {name: told[name] for name in MARGINS if name in told} | {"peak_mb": round(done.peak)}
        return found, told["silent"]


def grown(found: Mapping[str, float], recorded: Mapping[str, float]) -> list[str]:
    """What is further above the record than it may be."""
    return [
        f"{name}: {found[name]:,} is more than {margin - 1:.0%} above {recorded[name]:,}"
        for name, margin in MARGINS.items()
        if found[name] > margin * recorded[name]
    ]


def uneven(whole: Mapping[str, float], half: Mapping[str, float]) -> list[str]:
    """What grows faster than the content; memory has a part that is always there, so its peak is no measure of that."""
    return [
        f"{name}: {whole[name]:,} at the whole size, {half[name]:,} at half of it"
        for name in MARGINS
        if name != "peak_mb" and whole[name] > TWICE * half[name]
    ]


def main(argv: list[str]) -> int:
    """Count and compare; 1 where anything has grown."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench growth")
    parser.add_argument("--accept", action="store_true", help="record what was counted")
    options = parser.parse_args(argv)
    whole, silent = count(SIZE, ARTICLES)
    half, _ = count(SIZE // 2, ARTICLES)
    recorded = whole if options.accept else json.loads(RECORDED.read_text("utf-8"))
    print(f"{'':10}{SIZE // 2:>12} × {ARTICLES}{SIZE:>12} × {ARTICLES}{'recorded':>17}")
    for name in MARGINS:
        print(f"{name:10}{half[name]:>17,}{whole[name]:>17,}{recorded[name]:>17,}")
    wrong = [f"{rule}: no question, so that its growth is not seen" for rule in silent] + uneven(whole, half)
    if options.accept:
        RECORDED.write_text(json.dumps(whole, indent=1) + "\n", encoding="utf-8")
    else:
        wrong += grown(whole, recorded)
    for line in wrong:
        print(line)
    return 1 if wrong else 0
