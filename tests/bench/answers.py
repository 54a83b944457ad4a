"""Answer files as people have them, marked, and held against what each must give.

``python -m tests.bench answers FOLDER``: the folder holds ``papers/`` and answer files of the kinds named below; those that
are not there are left out.  Exit code 1: a file that gives anything else, or none of the files at all.  With ``--page`` every table of
the folder is marked in the browser too, against both papers: marks, words and figures have to be the command's.
"""

import argparse
import sys
from collections.abc import Callable, Sequence
from pathlib import Path
from tempfile import TemporaryDirectory

from generator.problems import Problems
from generator.reading.table import read_tables
from generator.sitting.candidates import Sitting
from generator.sitting.columns import is_answer_header
from generator.sitting.keys import exam_folder, read_keys
from generator.sitting.marker import mark_tables
from tests.browser import chromium
from tests.site.ui._core import scripts
from tests.site.ui._sitting import by_command, by_page, differing, prepare

ALL = {"2026001": 100, "2026002": 100}
#: Of these files every candidate must earn what the first of them gives, which has 30 people and a mean of 55.16.
SAME = ("baseline.xlsx", "wjx-text.xlsx", "wjx-letters.xlsx", "wjx-shifted.xlsx", "chaoxing-title-row.xlsx")
#: Of these, number → points; nobody else, and no error.
GIVES = {
    "r01-dimension-a1.xlsx": ALL,
    "r02-title-row.xlsx": ALL,
    "r05-excel-text-guards.csv": dict.fromkeys(("0012", "0013", "0014", "2026015"), 100),
    "r06-sep-line.csv": ALL,
    "r11-strict.xlsx": ALL,
    "r13-chartsheet-first.xlsx": ALL,
    "r16-header.xlsx": ALL,
    "r24-absent.xlsx": {},
    "r25-moodle-responses.xlsx": ALL,
    "r26-type-suffix.xlsx": ALL,
}


def marked(folder: Path, file: str, blueprint: str) -> tuple[Sitting, Problems]:
    """The file, marked against the blueprint's paper in the folder."""
    problems = Problems()
    papers = exam_folder(folder / "papers", blueprint)
    keys = read_keys(papers, blueprint, problems) if papers else None
    if keys is None:
        raise SystemExit(f"no paper of {blueprint} in {folder / 'papers'}: {list(map(str, problems))}")
    return mark_tables(read_tables(folder / file, problems, is_answer_header).tables, keys, problems), problems


def scores(sitting: Sitting) -> dict[str, float]:
    """Number of each who sat → points."""
    return {candidate.number: float(candidate.score) for candidate in sitting.present}


def by_both(folder: Path) -> list[str]:
    """What the page says otherwise than the command, of every table in the folder against every paper."""
    found: list[str] = []
    with TemporaryDirectory() as root, chromium() as browser, scripts(browser, Path(root)) as page:
        prepare(Path(root))
        for papers in sorted((folder / "papers").iterdir()):
            blueprint = papers.name.rpartition("-")[0]
            keys = read_keys(papers, blueprint, Problems())
            if keys is None:
                raise SystemExit(f"no paper in {papers}")
            documents = [(path.name, path.read_text(encoding="utf-8")) for path in papers.glob("*.json")]
            files = sorted(path for path in folder.iterdir() if path.suffix in {".xlsx", ".csv"})
            for path, told in zip(files, by_page(page, files, documents), strict=True):
                wanted = by_command(path, keys)
                figures = list(differing(told.figures, wanted.figures))
                found += [f"{path.name} against {blueprint}: {figures[:3]}"] if told != wanted or figures else []
    return found


def main(arguments: Sequence[str]) -> int:
    """Mark every file, print a line each."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench answers")
    parser.add_argument("folder", type=Path)
    parser.add_argument("--page", action="store_true")
    asked = parser.parse_args(arguments)
    folder: Path = asked.folder
    base: dict[str, float] = {}
    checks: list[tuple[str, str, Callable[[dict[str, float]], bool]]] = [
        (
            file,
            "my-one",
            (lambda found: len(found) == 30 and abs(sum(found.values()) / 30 - 55.16) < 0.005)
            if not n
            else lambda found: found == base,
        )
        for n, file in enumerate(SAME)
    ]
    checks += [(file, "annual-study", lambda found, gives=gives: found == gives) for file, gives in GIVES.items()]  # type: ignore[misc]
    tried = failed = 0
    for file, blueprint, holds in checks:
        if not (folder / file).is_file():
            continue
        sitting, problems = marked(folder, file, blueprint)
        found = scores(sitting)
        base = base or found
        good = holds(found) and not problems.blocking()
        tried, failed = tried + 1, failed + (not good)
        print(
            f"{'ok  ' if good else 'FAIL'} {file}: {len(found)} marked, {len(sitting.candidates) - len(found)} absent"
        )
        if not good:
            print("\n".join(f"     {problem}" for problem in list(problems)[:3]))
    print(f"{tried} files, {failed} that give something else")
    other = by_both(folder) if asked.page else []
    if asked.page:
        print("\n".join([*other, f"{len(other)} tables that the page marks otherwise"]))
    return 1 if failed or other or not tried else 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
