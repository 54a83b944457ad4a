"""How often the article that the machine proposes for a repealed one is among those that people found.

    python -m tests.bench successors [--project DIR]

Each row of the concordance between two laws whose texts are at hand is asked as if it were not there; all others are known, as
they are when a new row is looked for.  The texts are those of the project: of the package, or imported into its texts/.
"""

import argparse
import datetime
from pathlib import Path

from generator.legal.succession import proposals
from generator.library import Library, build_library
from generator.library.comparing import successors_in
from generator.library.overhaul import overhaul
from generator.problems import Problems

NEEDED = 0.9


def measured(library: Library) -> tuple[int, int, list[str]]:
    """How many rows, how many of them right at the first place, and those that are not in words."""
    change = overhaul(library)
    if change is None or change.law.id not in library.texts:
        return 0, 0, []
    new = library.texts[change.law.id].words
    laws = [one.id for one in change.gone if one.id in library.texts]
    old = {(law, key): text for law in laws for key, text in library.texts[law].words.items()}
    rows = {(law, key): keys for law in laws for key, keys in successors_in(library, law, change.law.id).items()}
    asked = [place for place, keys in rows.items() if keys and place in old]
    found = proposals(old, new, rows, asked)
    wrong = [
        f"{law} {key}: {found[law, key].key if (law, key) in found else '没有'}，应为{'、'.join(rows[law, key])}"
        for law, key in asked
        if (law, key) not in found or found[law, key].key not in rows[law, key]
    ]
    return len(asked), len(asked) - len(wrong), wrong


def main(arguments: list[str]) -> int:
    """Measure and print; 1 where less than nine in ten are right, or nothing could be measured."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench successors")
    parser.add_argument("--project", type=Path, default=Path("."))
    parser.add_argument("--as-of", type=datetime.date.fromisoformat, default=datetime.date(2026, 9, 1))
    told = parser.parse_args(arguments)
    count, right, wrong = measured(build_library(told.project, told.as_of, Problems()))
    for line in wrong:
        print(line)
    print(
        f"{count} 行人工核对过的对照，机器第一个就对的 {right} 行（{right / count:.1%}）"
        if count
        else "手边没有正文，测不了"
    )
    return 0 if count and right >= NEEDED * count else 1
