"""Commands brought down while they write: ``python -m tests.bench kill``.

Each try puts an old result into place, starts the command that would replace it by a new one, and brings it down: by SIGKILL
or SIGTERM or a full disk at one of its writes, or by SIGKILL at any moment.  Then the old result must be whole, or the new
one; and the next run must put the new one into place and leave nothing beside it.  Tries that are done are kept in a file, so
that a run that was interrupted goes on.
"""

import argparse
import hashlib
import json
import random
import shutil
import tempfile
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from pathlib import Path

import openpyxl

from tests.bench._fault import Done, run
from tests.conftest import MINI, MINI_DAY, ROOT

ACTIONS = ("kill", "term", "full", "kill", "moment")
Digest = dict[str, str]
#: A day on which the same project gives other files.
EARLIER = "2026-08-10"


@dataclass(frozen=True, slots=True)
class Scene:
    """A command with what stood there before.

    Attributes:
        old, new: arguments that write the old and the new result; no old: there was nothing.
        target: what is replaced, below the try's folder.
    """

    old: Callable[[Path], Sequence[object]] | None
    new: Callable[[Path], Sequence[object]]
    target: str


def _here(root: Path) -> tuple[object, ...]:
    return ("--project", root / "project", "--as-of", MINI_DAY, "--quiet")


def _texts(root: Path) -> tuple[object, ...]:
    return ("--project", root / "project", "--into", root / "project" / "texts", "--quiet")


def _law(title: str, articles: int) -> str:
    numbers = "一二三四五六七八九"
    return "\n".join(
        [title, *(f"第{numbers[at]}条　第{numbers[at]}项事情由县级人民政府办理。" for at in range(articles))]
    )


def _sitting(command: str, answers: str, *more: object) -> Callable[[Path], Sequence[object]]:
    return lambda root: (
        command, "lake-mock", root / answers, *_here(root), "--papers", root / "papers", "--out", root / "out" / "x", *more,
    )  # fmt: skip


def _written(command: str, what: str, day: object) -> Callable[[Path], Sequence[object]]:
    name = "one.xlsx" if command == "list" else "one"
    return lambda root: (
        command, what, "--project", root / "project", "--as-of", day, "--out", root / "project" / "out" / name,
    )  # fmt: skip


def _exported(day: object) -> Callable[[Path], Sequence[object]]:
    """Two files that belong together."""
    return lambda root: (
        "export", "bank", "--format", "wjx", "--project", root / "project", "--as-of", day, "--quiet",
        "--out", root / "project" / "out" / "bank.txt", "--skip-unsupported",
    )  # fmt: skip


SCENES = {
    "build": Scene(
        lambda root: ("build", *_here(root)[:3], "2026-09-20", "--quiet", "--out", root / "out" / "site"),
        lambda root: ("build", *_here(root), "--out", root / "out" / "site"),
        "out",
    ),
    "exam": Scene(
        lambda root: ("exam", "lake-mock", *_here(root), "--forms", 2, "--out", root / "out"),
        lambda root: ("exam", "lake-mock", *_here(root), "--out", root / "out"),
        "out",
    ),
    "mark": Scene(_sitting("mark", "few.csv"), _sitting("mark", "many.csv"), "out"),
    "results": Scene(
        _sitting("results", "few.csv", "--update-difficulty"),
        _sitting("results", "many.csv", "--update-difficulty"),
        "out",
    ),
    "bank": Scene(lambda root: ("bank", *_here(root)), lambda root: ("bank", *_here(root)), "project/quizzes"),
    "import": Scene(
        lambda root: ("import", "law", root / "old", *_texts(root)),
        lambda root: ("import", "law", root / "new", *_texts(root)),
        "project/texts",
    ),
    "sheet": Scene(
        lambda root: ("check", *_here(root)),
        lambda root: ("import", "xlsx", "责任清单", root / "edited.xlsx", *_here(root)[:4]),
        "project/content",
    ),
    "list": Scene(_written("list", "责任清单", EARLIER), _written("list", "责任清单", MINI_DAY), "project/out"),
    "export": Scene(_exported(EARLIER), _exported(MINI_DAY), "project/out"),
    "handout": Scene(_written("handout", "fishing", EARLIER), _written("handout", "fishing", MINI_DAY), "project/out"),
    "pack": Scene(None, lambda root: ("pack", "--offline", root / "out" / "usb", "--site", root / "site"), "out"),
    "stage": Scene(None, lambda root: ("stage", root / "out" / "stage", *_here(root)), "out"),
    "init": Scene(None, lambda root: ("init", root / "out" / "new"), "out"),
}


def digest(folder: Path) -> Digest:
    """Every file and empty folder below ``folder`` with the hash of its bytes."""
    found = {}
    for path in sorted(folder.rglob("*")):
        if path.is_file():
            found[path.relative_to(folder).as_posix()] = hashlib.sha256(path.read_bytes()).hexdigest()
        elif not any(path.iterdir()):
            found[path.relative_to(folder).as_posix()] = "empty"
    return found


def edit(path: Path, edited: Path) -> None:
    """Write the workbook of 责任清单 with its first duty in other words."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    head = next(row for row in sheet.iter_rows() if any(cell.value == "责任事项" for cell in row))
    column = next(cell.column for cell in head if cell.value == "责任事项")
    sheet.cell(head[0].row + 1, column).value = "登记在湖里取水的人"
    book.save(edited)


class Stage:
    """One command's old and new results, made once; tries on copies of the old one."""

    def __init__(self, name: str, folder: Path) -> None:
        self.scene = SCENES[name]
        self._kept, self.root = folder / "kept", folder / "try"
        self._kept.mkdir(parents=True)
        shutil.copytree(MINI, self._kept / "project")
        (self._kept / "out").mkdir()
        if name in {"mark", "results"}:
            self._make("exam", "lake-mock", *_here(self._kept), "--out", self._kept / "papers")
            for file, people in (("few.csv", 3), ("many.csv", 40)):
                rows = "".join(f"K{n},{'对错'[n % 2]},{'错对'[n % 3 % 2]}\n" for n in range(people))
                (self._kept / file).write_text(f"考号,1,2\n{rows}", encoding="utf-8")
        if name == "import":  # two regulations that the project doesn't know: each a text and a draft of a record
            for age, articles in (("old", 4), ("new", 9)):
                (self._kept / age).mkdir()
                for title in ("湖滩管理办法", "雪山管理办法"):
                    (self._kept / age / f"{title}.txt").write_text(_law(title, articles), encoding="utf-8")
        if name == "pack":
            self._make("build", *_here(self._kept), "--out", self._kept / "site")
        if name == "sheet":  # a list as the command writes it, one of its lines in other words
            self._make(*_written("list", "责任清单", MINI_DAY)(self._kept))
            edit(self._kept / "project" / "out" / "one.xlsx", self._kept / "edited.xlsx")
            shutil.rmtree(self._kept / "project" / "out")
        if self.scene.old is not None:
            self._make(*self.scene.old(self._kept))
        if name == "bank":  # then a question goes, and so the lock changes
            shutil.rmtree(self._kept / "project" / "quizzes" / "questions")
        self.reset()
        self.old = digest(self.root)
        counted = run(self.root, self.scene.new(self.root))
        if counted.code:
            raise RuntimeError(f"{name} does not run: {counted.stderr[-1000:]}")
        self.writes, self.seconds = counted.writes, counted.seconds
        self.new = digest(self.root)
        if self.new == self.old:
            raise RuntimeError(f"{name}: the new result is the old one")

    def _make(self, *arguments: object) -> None:
        done = run(self._kept, arguments)
        if done.code:
            raise RuntimeError(f"{arguments[:2]} failed: {done.stderr[-1000:]}")

    def reset(self) -> None:
        """Put the old result into place."""
        shutil.rmtree(self.root, ignore_errors=True)
        shutil.copytree(self._kept, self.root, symlinks=True)

    def attempt(self, number: int, seed: int) -> str:
        """One try; empty where all is well, else what was lost."""
        chance = random.Random(f"{seed}/{number}")
        action = ACTIONS[number % len(ACTIONS)]
        self.reset()
        if action == "moment":
            where, done = (
                "at a moment",
                run(self.root, self.scene.new(self.root), limit=chance.uniform(0, self.seconds)),
            )
        else:
            write = chance.randint(1, self.writes)
            where = f"{action} at write {write} of {self.writes}"
            done = run(self.root, self.scene.new(self.root), write, action)
        lost = self._lost(done) or self._not_mended()
        return f"{where}: {lost}" if lost else ""

    def _lost(self, done: Done) -> str:
        """What the run that was brought down broke."""
        if "Traceback" in done.stderr:
            return f"traceback: {done.stderr[-300:]}"
        if "broken" in self._states():
            return "neither the old result nor the new one is whole"
        return "says all is well and it is not" if done.code == 0 and self._states() != {"new"} else ""

    def _not_mended(self) -> str:
        """What the next run does not put right by itself."""
        if self.scene.old is None and self._states() == {"new"}:
            return ""  # it was done before it was brought down, and is not done twice
        done = run(self.root, self.scene.new(self.root))
        if done.code:
            return f"the next run fails: {done.stderr[-300:]}"
        left = sorted(digest(self.root).items() ^ self.new.items())
        return f"the next run leaves {left[:3]}" if left else ""

    def _states(self) -> set[str]:
        """Of each result (a folder, a single file) whether it is the old one, the new one or broken; both alike are new."""
        now, old, new = (self._results(found) for found in (digest(self.root), self.old, self.new))
        return {
            "new"
            if now.get(name, {}) == new.get(name, {})
            else "old"
            if now.get(name, {}) == old.get(name, {})
            else "broken"
            for name in {*now, *old, *new}
        }

    def _results(self, found: Digest) -> dict[str, Digest]:
        """Results by the name of their target.  What pufa keeps hidden beside one is none, nor is a folder above one."""
        results: dict[str, Digest] = {}
        for name, value in found.items():
            if ".pufa-" in name or (value == "empty" and f"{self.scene.target}/".startswith(f"{name}/")):
                continue
            whole = name.startswith(f"{self.scene.target}/") and not self.scene.target.startswith("project")
            results.setdefault(self.scene.target if whole else name, {})[name] = value
        return results


def run_command(name: str, tries: int, seed: int, done: dict[str, str], keep: Callable[[], None]) -> list[str]:
    """The tries of one command that are not in ``done`` yet; what was lost in any."""
    missing = [number for number in range(tries) if f"{name}/{number}" not in done]
    if missing:
        with tempfile.TemporaryDirectory(prefix="pufa-kill-") as folder:
            stage = Stage(name, Path(folder))
            for number in missing:
                done[f"{name}/{number}"] = stage.attempt(number, seed)
                keep()
    return [lost for number in range(tries) if (lost := done[f"{name}/{number}"])]


def main(argv: list[str]) -> int:
    """Print for each command how many tries were made and what was lost; 1 where anything was."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench kill")
    parser.add_argument(
        "commands", nargs="*", default=list(SCENES), help=f"of {', '.join(SCENES)}; all where none is named"
    )
    parser.add_argument("--tries", type=int, default=50, help="for each command")
    parser.add_argument("--seed", type=int, default=1, help="which moments")
    parser.add_argument(
        "--state", type=Path, default=ROOT / "build" / "kill.json", help="tries that are done are kept here"
    )
    parser.add_argument("--anew", action="store_true", help="forget the tries that are done")
    options = parser.parse_args(argv)
    options.state.parent.mkdir(parents=True, exist_ok=True)
    done: dict[str, str] = {}
    if options.state.is_file() and not options.anew:
        kept = json.loads(options.state.read_text(encoding="utf-8"))
        done = kept["done"] if kept["seed"] == options.seed else {}

    def keep() -> None:
        aside = options.state.with_suffix(".new")
        aside.write_text(json.dumps({"seed": options.seed, "done": done}, ensure_ascii=False), encoding="utf-8")
        aside.replace(options.state)

    failed = 0
    for name in options.commands:
        lost = run_command(name, options.tries, options.seed, done, keep)
        failed += len(lost)
        print(f"{name:8} {options.tries} tries, {len(lost)} lost", flush=True)
        for line in lost[:5]:
            print(f"    {line}", flush=True)
    return 1 if failed else 0
