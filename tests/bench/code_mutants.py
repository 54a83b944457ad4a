"""How much of the code the tests hold: ``python -m tests.bench code-mutants``.

A seeded sample of changes that cosmic-ray makes to the packages that compute law, marks, papers and results of search, one at
a time, each against the tests of its own package: first those that run the changed line, then, where they all pass, the
whole files that those stand in.  A change that no test notices is shown.  Results are kept, so that a run that was
interrupted goes on and changes that were noticed are not tried again; ``--survivors`` tries those once more that were not.

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
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from difflib import unified_diff
from pathlib import Path
from typing import Any

from tests.bench._mutants import Mutant, reached_by, sample
from tests.conftest import ROOT

PACKAGES = ("legal", "discretion", "sitting", "exams", "search")
PROMISED = 0.9
CHOSEN = ("-m", "not slow and not browser", "-p", "no:cacheprovider", "-p", "no:randomly", "--no-header")
#: Shared fixtures and imports: which tests rest on them isn't known line by line.
SHARED = {"", "*"}
#: Module → line → the tests that run it.
Lines = dict[str, dict[str, list[str]]]


@dataclass(frozen=True, slots=True)
class Result:
    """What became of a change: ``killed``, ``survived`` or ``unreached``; what it was, as lines of a diff."""

    state: str
    diff: str
    seconds: float


class Copy:
    """A copy of the tracked files in which modules are changed, so that the work tree stays as it is."""

    def __init__(self, folder: Path) -> None:
        self.root = folder
        listed = subprocess.run(["git", "ls-files", "-z"], cwd=ROOT, capture_output=True, check=True, text=True).stdout
        for name in filter(None, listed.split("\0")):
            target = folder / name
            target.parent.mkdir(parents=True, exist_ok=True)
            if (ROOT / name).is_file():
                shutil.copy2(ROOT / name, target)
        subprocess.run([sys.executable, "-m", "compileall", "-q", "generator"], cwd=folder, check=False)

    def pytest(self, arguments: Sequence[str], limit: float | None = None, **env: str) -> int:
        """Run pytest in the copy; its exit code, or 1 where it takes longer than ``limit`` seconds."""
        command = [sys.executable, "-m", "pytest", *CHOSEN, *arguments]
        ours = {**os.environ, "PYTHONPATH": str(self.root), "PYTHONDONTWRITEBYTECODE": "1", **env}
        with (self.root / "said.txt").open("wb") as said:
            try:
                done = subprocess.run(
                    command, cwd=self.root, env=ours, stdout=said, stderr=said, timeout=limit, check=False
                )
            except subprocess.TimeoutExpired:
                return 1
        return done.returncode

    def covered(self, package: str) -> dict[str, Any]:
        """Which tests of a package run which of its lines (``lines``), how long each takes (``seconds``), and which fail as it is.

        A test of seconds fails where the machine is busy; those tell nothing of a change and are left out (``failed``).
        """
        target = self.root / f"covered-{package}.json"
        code = self.pytest(
            ["-p", "tests.bench._covering", f"tests/{package}"], COVERING=f"generator/{package}:{target}"
        )
        if code not in {0, 1} or not target.is_file():
            said = (self.root / "said.txt").read_text("utf-8", errors="replace")[-2000:]
            raise RuntimeError(f"tests/{package} can't be run: {said}")
        return dict(json.loads(target.read_text("utf-8")))

    def attempt(self, mutant: Mutant, tests: Sequence[str], limit: float, left_out: Sequence[str] = ()) -> Result:
        """Change the module, run the tests but those left out, put the module back."""
        module = self.root / mutant.path
        source = module.read_text("utf-8")
        changed = mutant.applied(source)
        diff = "\n".join(
            line for line in unified_diff(source.splitlines(), changed.splitlines(), lineterm="", n=0)
            if line[:2] not in {"--", "++", "@@"}
        )  # fmt: skip
        started = time.perf_counter()
        if not tests:
            return Result("unreached", diff, 0)
        for compiled in module.parent.glob(f"__pycache__/{module.stem}.*.pyc"):
            compiled.unlink()
        module.write_text(changed, encoding="utf-8")
        try:
            files = sorted({test.partition("::")[0] for test in tests})
            noticed = self._fails(tests, limit, left_out) or self._fails(files, limit, left_out)
        finally:
            module.write_text(source, encoding="utf-8")
        return Result("killed" if noticed else "survived", diff, round(time.perf_counter() - started, 1))

    def _fails(self, tests: Sequence[str], limit: float, left_out: Sequence[str]) -> bool:
        """Whether one of the tests fails.  Tests that are no longer found are none that failed: names hang on what is changed."""
        chosen = self.root / "chosen.txt"
        chosen.write_text("\n".join(tests), encoding="utf-8")
        code = self.pytest(["-x", *(f"--deselect={test}" for test in left_out), f"@{chosen}"], limit)
        return code != 0 and not (code in {4, 5} and any("::" in test for test in tests))


def tests_of(mutant: Mutant, source: str, lines: Lines, package: str) -> list[str]:
    """The tests to try: those that run the line; where it runs in an import or a shared fixture, all that touch the module."""
    of_module = lines.get(mutant.path, {})
    running = {test for line in reached_by(source, mutant.line) for test in of_module.get(str(line), [])}
    if not running & SHARED:
        return sorted(running)
    touching = {test for tests in of_module.values() for test in tests} - SHARED
    return sorted(touching) or [f"tests/{package}"]


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
        started = time.perf_counter()
        covered = copy.covered(package)
        for test in covered["failed"]:
            print(f"left out, it fails without any change: {test}")
        kept["covered"][package] = {
            **covered,
            "digest": _digest(package),
            "limit": 60 + 3 * (time.perf_counter() - started),
        }
        keep()
    covered = kept["covered"][package]
    for mutant in missing:
        source = sources[mutant.path]
        running = set(tests_of(mutant, source, covered["lines"], package)) - set(covered["failed"])
        tests = sorted(running, key=lambda test: (covered["seconds"].get(test, 0), test))  # what is quick first
        result = copy.attempt(mutant, tests, covered["limit"], covered["failed"])
        results[_key(mutant, source)] = {"state": result.state, "diff": result.diff, "seconds": result.seconds}
        keep()
        print(f"{result.state:10}{result.seconds:6.1f} s  {mutant.id}", flush=True)


def _key(mutant: Mutant, source: str) -> str:
    """A result holds as long as the module is the same."""
    return f"{mutant.id} {hashlib.sha256(source.encode()).hexdigest()[:12]}"


def report(mutants: Sequence[Mutant], results: dict[str, dict[str, Any]]) -> float:
    """Print what no test noticed, and how many were noticed of each package; the share of all."""
    states: dict[str, list[str]] = {}
    for mutant in mutants:
        found = results[_key(mutant, (ROOT / mutant.path).read_text("utf-8"))]
        states.setdefault(mutant.path.split("/")[1], []).append(found["state"])
        if found["state"] != "killed":
            print(f"\n{mutant.id}  ({found['state']})\n{found['diff']}")
    print()
    for package, of in states.items():
        print(f"{package:12}{of.count('killed'):5} of {len(of):4} noticed  {of.count('killed') / len(of):6.1%}")
    every = [state for of in states.values() for state in of]
    print(f"{'all':12}{every.count('killed'):5} of {len(every):4} noticed  {every.count('killed') / len(every):6.1%}")
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
        for package in options.packages:
            run_package(copy, package, [m for m in drawn if paths[m.path] == package], kept, keep)
    return 0 if report(drawn, kept["results"]) >= PROMISED else 1
