"""How much of the code the tests hold: ``python -m tests.bench code-mutants``.

A seeded sample of changes that cosmic-ray makes to the packages that compute law, marks, papers and results of search, one at
a time, each against the tests of its own package that run the changed line, what is quick first, and then the others of their
files.  A change that no test notices is shown.  Each is tried in a fork of one process that has the libraries imported.
Results are kept, so that a run that was interrupted goes on and changes that were noticed are not tried again;
``--survivors`` tries those once more that were not.

A change whose line no test runs has survived; so has one that the tests didn't notice in the seconds that they may take.  What
never ends is noticed.  Changes that change nothing anyone could see are listed by hand with the reason (``equivalent.json``).

Needs what ``make mutants`` installs (the extra ``bench``).  Exit code 1: fewer than nine of ten were noticed.
"""

import argparse
import hashlib
import json
import os
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from difflib import unified_diff
from pathlib import Path
from typing import Any

from tests.bench._mutants import Mutant, reached_by, sample
from tests.bench._warm import CHOSEN, Order, Outcome, Warm
from tests.conftest import ROOT

PACKAGES = ("legal", "discretion", "sitting", "exams", "search")
PROMISED = 0.9
#: Tests that take longer than this in all are not tried for one change; it has survived then.
ENOUGH = 40.0
#: Seconds to start, and times what the tests take as the code is: after so much CPU a run is taken to never end.
LONGER = (15.0, 3.0)
#: What runs in an import: which tests rest on it isn't known line by line.
IMPORTED = ""
EQUIVALENT = Path(__file__).with_name("equivalent.json")
#: Module → line → the tests that run it.
Lines = dict[str, dict[str, list[str]]]


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a change: ``killed``, ``survived`` or ``unreached``; what it was, as lines of a diff; who noticed."""

    state: str
    diff: str
    seconds: float
    by: str = ""


class Copy:
    """A copy of the tracked files in which modules are changed, so that the work tree stays as it is."""

    def __init__(self, folder: Path) -> None:
        self.root = folder
        self._warm: Warm | None = None
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
        for name in filter(None, listed.split("\0")):
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if (ROOT / name).is_file():
                shutil.copy2(ROOT / name, target)
        subprocess.run([sys.executable, "-m", "compileall", "-q", "generator"], cwd=folder, check=False)

    @property
    def env(self) -> dict[str, str]:
        """What processes in the copy are given."""
        return {**os.environ, "PYTHONPATH": str(self.root), "OPENBLAS_NUM_THREADS": "1"}

    def covered(self, package: str) -> dict[str, Any]:
        """Which tests of a package run which of its lines (``lines``), how long each takes (``seconds``), and which fail as it is.

        All are run twice, the second time in the order in which they are tried: a test that hangs on the order, or on how busy
        the machine is, tells nothing of a change and is left out (``failed``).
        """
        target = self.root / f"covered-{package}.json"
        command = [sys.executable, "-m", "pytest", *CHOSEN, "-p", "tests.bench._covering", f"tests/{package}"]
        done = subprocess.run(
            command, cwd=self.root, env={**self.env, "COVERING": f"generator/{package}:{target}"}, check=False,
            capture_output=True, text=True,
        )  # fmt: skip
        if done.returncode not in {0, 1} or not target.is_file():
            raise RuntimeError(f"tests/{package} can't be run: {done.stdout[-2000:]}")
        found = dict(json.loads(target.read_text("utf-8")))
        self.warm(found["libraries"])
        every = quick_first(found["seconds"], found["seconds"])
        again = self.run(Order(every, left_out=tuple(found["failed"]), cpu=3600, first=False))
        return {**found, "failed": sorted({*found["failed"], *again.by})}

    def warm(self, libraries: Sequence[str]) -> None:
        """Have a process with these libraries imported."""
        self.close()
        self._warm = Warm(self.root, libraries, {**self.env, "PYTHONDONTWRITEBYTECODE": "1"})

    def run(self, order: Order) -> Outcome:
        """Run tests as the modules are now."""
        if self._warm is None:
            self.warm([])
        assert self._warm
        return self._warm.run(order)

    def close(self) -> None:
        """End the process that is warm."""
        if self._warm:
            self._warm.close()
        self._warm = None

    def attempt(self, mutant: Mutant, order: Order) -> Result:
        """Change the module, run the tests, put the module back."""
        module = self.root / mutant.path
        source = module.read_text("utf-8")
        changed = mutant.applied(source)
        diff = difference(source, changed)
        if not order.tests:
            return Result("unreached", diff, 0)
        for compiled in module.parent.glob(f"__pycache__/{module.stem}.*.pyc"):
            compiled.unlink()
        module.write_text(changed, encoding="utf-8")
        try:
            outcome = self.run(order)
        except RuntimeError as error:  # the changed module can't even be imported, so that no test begins
            outcome = Outcome(True, (str(error).strip().splitlines()[-1],), 0)
        finally:
            module.write_text(source, encoding="utf-8")
        return Result("killed" if outcome.failed else "survived", diff, outcome.cpu, " ".join(outcome.by))


def difference(source: str, changed: str) -> str:
    """The lines that are not the same."""
    return "\n".join(
        line for line in unified_diff(source.splitlines(), changed.splitlines(), lineterm="", n=0)
        if line[:2] not in {"--", "++", "@@"}
    )  # fmt: skip


def quick_first(tests: Iterable[str], seconds: Mapping[str, float]) -> tuple[str, ...]:
    """Those of a tenth of a second by what they take; the others file by file, so that what they share is made once."""

    def place(test: str) -> tuple[bool, str, float, str]:
        took = seconds.get(test, 0)
        return took >= 0.1, test.partition("::")[0] if took >= 0.1 else "", took, test

    return tuple(sorted(tests, key=place))


def order_of(mutant: Mutant, source: str, covered: Mapping[str, Any]) -> Order:
    """What is tried for a change."""
    failed, seconds = covered["failed"], covered["seconds"]
    running = set(tests_of(mutant, source, covered["lines"])) - set(failed)
    tests: list[str] = []
    left = ENOUGH
    for test in quick_first(running, seconds):
        left -= seconds.get(test, 0)
        if left < 0 and tests:
            break
        tests.append(test)
    files = {test.partition("::")[0] for test in tests}
    with_others = sum(took for test, took in seconds.items() if test.partition("::")[0] in files)
    beside = with_others < ENOUGH
    whole = with_others if beside else sum(seconds.get(test, 0) for test in tests)
    each = {test: took for test, took in seconds.items() if test.partition("::")[0] in files}
    return Order(tuple(tests), beside, tuple(failed), cpu=LONGER[0] + LONGER[1] * whole, seconds=each)


def tests_of(mutant: Mutant, source: str, lines: Lines) -> list[str]:
    """The tests to try: those that run the line; where it runs in an import, all that touch the module, or all where it has nothing to run."""
    of_module = lines.get(mutant.path, {})
    running = {test for line in reached_by(source, mutant.line) for test in of_module.get(str(line), [])}
    if IMPORTED not in running:
        return sorted(running)
    touching = {test for tests in of_module.values() for test in tests} - {IMPORTED}
    every = (test for of_one in lines.values() for tests in of_one.values() for test in tests if test != IMPORTED)
    return sorted(touching or set(every))


def _digest(package: str) -> str:
    digest = hashlib.sha256()
    for folder in (ROOT / "generator" / package, ROOT / "tests" / package):
        for path in sorted(folder.rglob("*.py")):
            digest.update(path.read_bytes())
    return digest.hexdigest()[:16]


def run_package(
    copy: Copy, package: str, mutants: Sequence[Mutant], kept: dict[str, Any], keep: Callable[[], None]
) -> None:
    """Try the changes of a package that have no result in ``kept`` yet."""
    results: dict[str, dict[str, Any]] = kept["results"]
    sources = {mutant.path: (copy.root / mutant.path).read_text("utf-8") for mutant in mutants}
    missing = [mutant for mutant in mutants if _key(mutant, sources[mutant.path]) not in results]
    if not missing:
        return
    if kept["covered"].get(package, {}).get("digest") != _digest(package):
        kept["covered"][package] = {**copy.covered(package), "digest": _digest(package)}
        for test in kept["covered"][package]["failed"]:
            print(f"left out, it fails without any change: {test}")
        keep()
    covered = kept["covered"][package]
    copy.warm(covered["libraries"])
    for mutant in missing:
        source = sources[mutant.path]
        result = copy.attempt(mutant, order_of(mutant, source, covered))
        results[_key(mutant, source)] = asdict(result)
        keep()
        print(f"{result.state:10}{result.seconds:6.1f} s  {mutant.id}", flush=True)


def _key(mutant: Mutant, source: str) -> str:
    """A result holds as long as the module is the same."""
    return f"{mutant.id} {hashlib.sha256(source.encode()).hexdigest()[:12]}"


def report(mutants: Sequence[Mutant], results: dict[str, dict[str, Any]], root: Path) -> float:
    """Print what no test noticed, and how many were noticed of each package; the share of all.  ``root`` has what was changed."""
    reasons = {(same["path"], same["diff"]): same["reason"] for same in json.loads(EQUIVALENT.read_text("utf-8"))}
    states: dict[str, list[str]] = {}
    nothing = 0
    for mutant in mutants:
        found = results[_key(mutant, (root / mutant.path).read_text("utf-8"))]
        reason = reasons.get((mutant.path, found["diff"]))
        if found["state"] != "killed":
            print(
                f"\n{mutant.id}  ({found['state']})\n{found['diff']}{f'{chr(10)}  changes nothing: {reason}' if reason else ''}"
            )
            if reason:
                nothing += 1
                continue
        states.setdefault(mutant.path.split("/")[1], []).append(found["state"])
    print()
    for package, of in [*states.items(), ("all", [state for each in states.values() for state in each])]:
        print(f"{package:12}{of.count('killed'):5} of {len(of):4} noticed  {of.count('killed') / len(of):6.1%}")
    print(f"{nothing} more change nothing, with the reason in {EQUIVALENT.name}")
    every = [state for of in states.values() for state in of]
    return every.count("killed") / len(every)


def main(argv: list[str]) -> int:
    """Try the changes that have no result yet and print what was not noticed; 1 where that is more than a tenth."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench code-mutants")
    parser.add_argument(
        "packages", nargs="*", default=list(PACKAGES), help=f"of {', '.join(PACKAGES)}; all where none is named"
    )
    parser.add_argument("--count", type=int, default=300, help="changes in all")
    parser.add_argument("--seed", type=int, default=1, help="which changes")
    parser.add_argument(
        "--state", type=Path, default=ROOT / "build" / "code-mutants.json", help="results are kept here"
    )
    parser.add_argument("--survivors", action="store_true", help="try those again that no test noticed")
    options = parser.parse_args(argv)
    paths = {
        path.relative_to(ROOT).as_posix(): package
        for package in PACKAGES
        for path in sorted((ROOT / "generator" / package).rglob("*.py"))
    }
    drawn = [
        mutant for mutant in sample(ROOT, paths, options.count, options.seed) if paths[mutant.path] in options.packages
    ]
    options.state.parent.mkdir(parents=True, exist_ok=True)
    kept: dict[str, Any] = {"covered": {}, "results": {}}
    if options.state.is_file():
        kept = json.loads(options.state.read_text("utf-8"))
    if options.survivors:
        kept["results"] = {key: result for key, result in kept["results"].items() if result["state"] == "killed"}

    def keep() -> None:
        beside = options.state.with_suffix(".new")
        beside.write_text(json.dumps(kept, ensure_ascii=False), encoding="utf-8")
        beside.replace(options.state)

    with tempfile.TemporaryDirectory(prefix="pufa-mutants-") as folder:
        copy = Copy(Path(folder))
        try:
            for package in options.packages:
                run_package(copy, package, [m for m in drawn if paths[m.path] == package], kept, keep)
        finally:
            copy.close()
        return 0 if report(drawn, kept["results"], copy.root) >= PROMISED else 1
