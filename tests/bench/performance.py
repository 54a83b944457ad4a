"""What docs/performance.md shows was measured: ``python -m tests.bench performance [NAME …]``.

The page has a place for each bench, ``<!-- bench: growth -->``; this runs the benches named (all where none is), and puts into
their places what they printed, with the day, the commit and the machine.  Nothing between those marks is written by hand.
"""

import argparse
import datetime
import os
import platform
import re
import subprocess
import sys
import time

from tests.conftest import ROOT

PAGE = ROOT / "docs" / "performance.md"
_PLACE = re.compile(r"<!-- bench: (?P<command>[^>]+?) -->\n(?P<held>.*?)<!-- /bench -->", re.DOTALL)


def places(page: str) -> dict[str, str]:
    """The benches that a page has a place for, by their name, with their arguments."""
    return {found["command"].split()[0]: found["command"] for found in _PLACE.finditer(page)}


def held(printed: str, stamp: str) -> str:
    """What stands in the place of a bench."""
    return f"{stamp}\n\n```text\n{printed.rstrip()}\n```\n"


def put(page: str, name: str, text: str) -> str:
    """The page with another text in a bench's place.  Raises KeyError where it has none."""
    if name not in places(page):
        raise KeyError(name)

    def changed(found: re.Match[str]) -> str:
        command = found["command"]
        return f"<!-- bench: {command} -->\n{text}<!-- /bench -->" if command.split()[0] == name else found[0]

    return _PLACE.sub(changed, page)


def stamp(day: datetime.date, commit: str, seconds: float) -> str:
    """When and where it was measured."""
    cores, load = os.cpu_count(), os.getloadavg()[0]
    busy = f"，机器上同时有 {load:.0f} 个活动的进程" if load > 2 * (cores or 1) else ""
    return f"{day}，提交 {commit}，Python {platform.python_version()}，{cores} 核{busy}，历时 {seconds:,.0f} 秒。"


def _commit() -> str:
    told = subprocess.run(["git", "rev-parse", "--short", "HEAD"], cwd=ROOT, capture_output=True, text=True, check=True)
    return told.stdout.strip()


def main(argv: list[str]) -> int:
    """Run the benches and write the page; 1 where one of them says that a promise is not kept."""
    known = places(PAGE.read_text(encoding="utf-8"))
    parser = argparse.ArgumentParser(prog="python -m tests.bench performance")
    parser.add_argument("names", nargs="*", metavar="NAME", help=f"of {', '.join(known)}; all where none is named")
    names = parser.parse_args(argv).names or list(known)
    code = 0
    for name in names:
        if name not in known:
            parser.error(f"docs/performance.md has no place for {name}")
        started = time.perf_counter()
        command = [sys.executable, "-m", "tests.bench", *known[name].split()]
        done = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=False)
        code |= done.returncode
        print(done.stdout, done.stderr if done.returncode else "", flush=True)
        if done.returncode > 1 or not done.stdout.strip():
            continue  # it did not measure
        told = stamp(datetime.datetime.now(tz=datetime.UTC).date(), _commit(), time.perf_counter() - started)
        page = PAGE.read_text(encoding="utf-8")
        PAGE.write_text(put(page, name, held(done.stdout, told)), encoding="utf-8")
    return code
