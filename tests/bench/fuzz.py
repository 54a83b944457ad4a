"""Hostile input without end: ``python -m tests.bench fuzz --seed N --minutes M``.

Each case is drawn from the seed and its number alone, so ``--only NUMBER`` repeats it.  A worker tries the cases in one
process; where it does not answer in time it is killed, the case counts as hung, and another worker goes on.
"""

import argparse
import json
import multiprocessing
import random
import resource
import shutil
import tempfile
import time
from collections import Counter
from multiprocessing.connection import Connection
from pathlib import Path

from tests.bench._mutations import MUTATIONS, Case
from tests.conftest import MINI, MINI_DAY

#: Seconds of processor after which a case counts as hung, and of the clock where it waits for something other than a processor.
PROCESSOR, CLOCK = 20, 90
_MEMORY = 6 * 2**30
OUTCOMES = ("refused", "accepted", "crashed", "hung")
Told = tuple[str, str]


def draw(seed: int, number: int, root: Path, papers: Path) -> Case:
    """Lay the project of a case below ``root``."""
    chance = random.Random(f"{seed}/{number}")
    shutil.copytree(MINI, root / "project")
    shutil.copytree(papers, root / "papers")
    (root / "answers.csv").write_text("考号,1,2\nK1,对,错\nK2,错,错\nK3,对,对\n", encoding="utf-8")
    return chance.choice(MUTATIONS)(chance, root)


def attempt(seed: int, number: int, papers: Path) -> Told:
    """Try one case in this process: what came of it, and what it was."""
    from typer.testing import CliRunner

    from generator.cli import make_app

    with tempfile.TemporaryDirectory(prefix="pufa-fuzz-") as folder:
        case = draw(seed, number, Path(folder) / "case", papers)
        done = CliRunner().invoke(make_app(), case.command, prog_name="pufa")
    told = f"{case.command[0]}: {case.name}"
    fault = done.exception if not isinstance(done.exception, SystemExit | None) else None
    if fault is not None or "E704" in done.output or "Traceback" in done.output or done.exit_code not in {0, 1, 2}:
        lines = [line for line in done.output.splitlines() if "E704" in line or "Error" in line]
        return "crashed", f"{told}: {fault!r} {' '.join(lines)[:300]}"
    if done.exit_code == 0:
        return ("forbidden" if case.forbidden else "accepted"), told
    return "refused", told


def _work(pipe: Connection, seed: int, papers: Path) -> None:
    resource.setrlimit(resource.RLIMIT_AS, (_MEMORY, _MEMORY))
    while True:
        number = pipe.recv()
        pipe.send(attempt(seed, number, papers))


class Worker:
    """A process that tries cases, begun anew where one hangs or takes it down."""

    def __init__(self, seed: int, papers: Path) -> None:
        self._seed, self._papers = seed, papers
        self._context = multiprocessing.get_context("spawn")
        self._begin()

    def _begin(self) -> None:
        self._pipe, theirs = self._context.Pipe()
        self._process = self._context.Process(target=_work, args=(theirs, self._seed, self._papers), daemon=True)
        self._process.start()
        theirs.close()

    def attempt(self, number: int) -> Told:
        """One case."""
        self._pipe.send(number)
        started, before = time.monotonic(), _seconds(self._process.pid)
        while not self._pipe.poll(0.2):
            used = _seconds(self._process.pid) - before
            waits = time.monotonic() - started > CLOCK and not _wants_processor(self._process.pid)
            hung = used > PROCESSOR or waits
            if hung or not self._process.is_alive():
                self.end()
                self._begin()
                return ("hung", f"after {used:.0f} s of processor") if hung else ("crashed", "the process was gone")
        try:
            found: Told = self._pipe.recv()
        except EOFError:
            self.end()
            self._begin()
            return "crashed", "the process was gone"
        return found

    def end(self) -> None:
        """Kill it."""
        self._process.kill()
        self._process.join()


def _seconds(process: int | None) -> float:
    """Seconds of processor that a process has used; 0 where the system does not tell."""
    try:
        fields = Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()
    except OSError:
        return 0.0
    return (int(fields[11]) + int(fields[12])) / 100


def _wants_processor(process: int | None) -> bool:
    """Whether a process would go on if it were given a processor: on a busy machine it may wait for minutes."""
    try:
        return Path(f"/proc/{process}/stat").read_text(encoding="utf-8").rsplit(")", 1)[1].split()[0] in {"R", "D"}
    except OSError:
        return False


def _papers(folder: Path) -> Path:
    from typer.testing import CliRunner

    from generator.cli import make_app

    command = ["exam", "lake-mock", "-p", str(MINI), "--as-of", str(MINI_DAY), "--quiet", "--out", str(folder)]
    done = CliRunner().invoke(make_app(), command)
    if done.exit_code:
        raise RuntimeError(done.output)
    return folder


def run(seed: int, seconds: float, first: int = 0, most: int | None = None) -> tuple[Counter[str], list[str]]:
    """Try cases from number ``first`` on until the time is over or ``most`` were tried: how many of each, and what went wrong."""
    counts: Counter[str] = Counter()
    wrong = []
    with tempfile.TemporaryDirectory(prefix="pufa-fuzz-") as folder:
        papers = _papers(Path(folder) / "papers")
        worker = Worker(seed, papers)
        ends = time.monotonic() + seconds
        number = first
        while time.monotonic() < ends and (most is None or number < first + most):
            outcome, told = worker.attempt(number)
            counts["tried"] += 1
            counts["accepted" if outcome == "forbidden" else outcome] += 1
            if outcome in {"crashed", "hung", "forbidden"}:
                wrong.append(f"case {number}, {outcome}: {told}")
            number += 1
        worker.end()
    return counts, wrong


def main(argv: list[str]) -> int:
    """Print the counts and what went wrong; 1 on a crash, a hang or an acceptance that a bound forbids."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench fuzz")
    parser.add_argument("--seed", type=int, default=1, help="which cases")
    parser.add_argument("--minutes", type=float, default=2.0, help="how long")
    parser.add_argument("--only", type=int, help="the case with this number alone")
    parser.add_argument("--json", action="store_true", help="print the counts as JSON")
    options = parser.parse_args(argv)
    counts, wrong = run(options.seed, options.minutes * 60, options.only or 0, None if options.only is None else 1)
    if options.json:
        print(json.dumps({name: counts[name] for name in ("tried", *OUTCOMES)}))
    else:
        print(", ".join(f"{name} {counts[name]:,}" for name in ("tried", *OUTCOMES)))
    for line in wrong:
        print(f"  {line}")
    return 1 if wrong else 0
