"""A whole collection of laws imported: nothing breaks, every file is read or named with its reason, and articles are counted as a reader counts them.

``python -m tests.bench corpus ARCHIVE|FOLDER [--rate N]``: an archive is unpacked first.  ``corpus-counts.tsv`` beside this module
holds 200 files drawn at random (seed 20261129 over the sorted names) with the articles that were counted in each by reading, by
first and last head and by hand where the heads did not run on; no text of law is kept.  Exit code 1: fewer than 199 right, a file
that was neither read nor named, or fewer than N files in a second of one core.
"""

import argparse
import json
import os
import subprocess
import sys
import tarfile
import tempfile
from pathlib import Path

COUNTS = Path(__file__).with_name("corpus-counts.tsv")
#: Of those in the list, how many may be counted wrong.
_WRONG = 1


def main(arguments: list[str]) -> int:
    """Import the collection and say what does not hold."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench corpus")
    parser.add_argument("collection", type=Path)
    parser.add_argument("--rate", type=float, default=30, help="least files in a second of one core's time")
    given = parser.parse_args(arguments)
    if given.collection.is_dir():
        return _measure(given.collection, given.rate)
    with tempfile.TemporaryDirectory() as folder, tarfile.open(given.collection) as archive:
        archive.extractall(folder, filter="data")
        return _measure(Path(folder), given.rate)


def _measure(folder: Path, rate: float) -> int:
    names = sorted(path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file())
    before = os.times()
    done = subprocess.run(
        [sys.executable, "-m", "generator", "import", "law", ".", "--json", "--quiet", "-p", "."],
        cwd=folder,
        env={**os.environ, "PYTHONPATH": str(Path(__file__).resolve().parents[2])},
        capture_output=True,
        text=True,
        check=False,
    )
    after = os.times()
    spent = after.children_user + after.children_system - before.children_user - before.children_system
    told = [json.loads(line) for line in done.stdout.splitlines()]
    faults = list(judged(names, told, counts()))
    if "Traceback" in done.stderr or done.returncode not in (0, 1):
        faults.append(f"it broke: {done.stderr[-500:]}")
    speed = len(told) / max(spent, 0.001)
    if speed < rate:
        faults.append(f"{speed:.0f} files in a second of one core, not {rate:.0f}")
    usable = sum(bool(one["articles"]) for one in told)
    print(f"{len(told)} of {len(names)} files told, {usable} with articles; {speed:.0f} a second of one core's time")
    for fault in faults:
        print(fault, file=sys.stderr)
    return 1 if faults else 0


def counts() -> dict[str, int]:
    """Name of a file in the collection → its articles."""
    rows = (line.split("\t") for line in COUNTS.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return {name: int(number) for name, number in rows}


def judged(names: list[str], told: list[dict[str, object]], counted: dict[str, int]) -> list[str]:
    """What does not hold of an import: files left out, files without articles and without a reason, counts that are wrong."""
    found = {str(one["file"]).removeprefix("./"): one for one in told}
    faults = [f"not told of: {name}" for name in names if name not in found]
    faults += [
        f"neither read nor given a reason: {name}"
        for name, one in found.items()
        if not one["articles"] and not one["sections"] and not one["problems"]
    ]
    wrong = [
        f"{name}: {found[name]['articles']} articles, not {number}"
        for name, number in counted.items()
        if name in found and found[name]["articles"] != number
    ]
    here = sum(name in found for name in counted)
    print(f"{here - len(wrong)} of {here} counted by hand are right" + "".join(f"\n  {one}" for one in wrong))
    if len(wrong) > _WRONG:
        faults.append(f"{len(wrong)} of {here} counted wrong")
    return faults
