"""How long a site takes, and how big it gets, beside plain MkDocs Material with its own search over the same pages.

``python -m tests.bench build``: this project's content, and an invented project of 2,000 regulations of 40 articles, each
built by both in processes of their own, one after the other; then pufa alone at an eighth, a quarter and a half of that
size, since growth should be even.  Plain Material gets the tree that ``pufa stage`` writes, less the parts that only
pufa's own frame and search use; making that tree is not counted against it.

Exit code 1: at the invented size, pufa is not 5 times as fast and 10 times as small, or takes more than 1,500 MB.
"""

import argparse
import gzip
import json
import re
import shutil
import subprocess
import sys
import tempfile
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from statistics import fmean

import yaml

from generator.search.query import Searcher
from generator.templating import ASSETS
from tests.bench._scale import write_project

ROOT = Path(__file__).resolve().parents[2]
AS_OF = "2026-12-01"
RESULTS = 10  # asked for when bytes are counted: what the search field shows
FASTER, SMALLER = 5, 10  # what is promised at the invented size
INVENTED, MOST_MB = 2000, 1500  # regulations there, and what memory their build may take
#: Scripts that Material's search loads for Chinese, beside its index.
PLAIN_SCRIPTS = ("workers/search.*.js", "lunr/min/lunr.stemmer.support.min.js", "lunr/min/lunr.zh.min.js")
PLAIN = """site_name: plain
theme: {name: material, language: zh, font: false}
plugins: [{search: {lang: zh}}]
markdown_extensions: [attr_list, md_in_html, tables]
"""
_IMPORT = re.compile(r'^import [^;]*?"(\.[^"]+)"', re.MULTILINE)


@dataclass(frozen=True, slots=True)
class Run:
    """A process that ended: seconds by the clock, seconds of processor, greatest memory in MB."""

    seconds: float
    processor: float
    peak: float


@dataclass(frozen=True, slots=True)
class Built:
    """A site that was built: the run, its files and bytes, and what a first search loads, plain and gzipped, in bytes."""

    run: Run
    files: int
    size: int
    search: float
    gzipped: float


def run(command: Sequence[str | Path], limit: float) -> Run:
    """Run a command to its end and measure it with what it started.

    Raises:
        RuntimeError: it failed, or took longer than ``limit`` seconds; its messages are in the error.
    """
    with tempfile.TemporaryDirectory() as folder:
        taken, messages = Path(folder) / "taken.json", Path(folder) / "messages"
        launch = [sys.executable, Path(__file__).with_name("_launch.py"), str(limit), taken, *command]
        with messages.open("wb") as out:
            code = subprocess.run(launch, stdout=out, stderr=out, cwd=ROOT, check=False).returncode
        if code:
            raise RuntimeError(f"{command[:5]} ended with {code}: {messages.read_text('utf-8')[-2000:]}")
        return Run(*json.loads(taken.read_text("utf-8")))


def build_pufa(project: Path, site: Path, queries: Sequence[str], limit: float) -> Built:
    """Build ``project`` with pufa into ``site`` and measure a first search for each query."""
    done = run(_pufa("build", project, "--out", site), limit)
    scripts = list(
        dict.fromkeys(
            one for name in ("search-api", "engine") for one in _with_imports(ASSETS / "js" / "ui" / f"{name}.js")
        )
    )
    loads = [[*scripts, *_loaded(site / "search", query)] for query in queries]
    return _built(done, site, loads)


def build_plain(project: Path, folder: Path, limit: float) -> Built:
    """Build the pages of ``project`` with plain Material below ``folder``."""
    run(_pufa("stage", project, folder / "docs"), limit)
    shutil.rmtree(folder / "docs" / "search")
    shutil.rmtree(folder / "docs" / "assets" / "pufa")
    (folder / "mkdocs.yml").write_text(PLAIN, encoding="utf-8")
    site = folder / "site"
    done = run([sys.executable, "-m", "mkdocs", "build", "-q", "-f", folder / "mkdocs.yml", "-d", site], limit)
    scripts = [path for pattern in PLAIN_SCRIPTS for path in (site / "assets/javascripts").glob(pattern)]
    return _built(done, site, [[site / "search" / "search_index.json", *scripts]])


def _pufa(command: str, project: Path, *rest: str | Path) -> list[str | Path]:
    return [sys.executable, "-m", "generator", command, "--quiet", "--project", project, "--as-of", AS_OF, *rest]


def _built(done: Run, site: Path, loads: Sequence[Sequence[Path]]) -> Built:
    sizes = [path.stat().st_size for path in site.rglob("*") if path.is_file()]
    bare = fmean(sum(path.stat().st_size for path in load) for load in loads)
    gzipped = fmean(sum(len(gzip.compress(path.read_bytes(), 6)) for path in load) for load in loads)
    return Built(done, len(sizes), sum(sizes), bare, gzipped)


class _Index(Mapping[str, bytes]):
    """The files of an index, which remembers those that were read."""

    def __init__(self, folder: Path) -> None:
        self.folder, self.read = folder, dict[str, None]()

    def __getitem__(self, name: str) -> bytes:
        self.read[name] = None
        return (self.folder / name).read_bytes()

    def __iter__(self) -> Iterator[str]:
        return (path.relative_to(self.folder).as_posix() for path in self.folder.rglob("*") if path.is_file())

    def __len__(self) -> int:
        return sum(1 for _ in self)


def _loaded(folder: Path, query: str) -> list[Path]:
    """Files of pufa's index that a first search loads; the script of the site asks for the same ones."""
    index = _Index(folder)
    if not Searcher(index).search(query, RESULTS):
        raise RuntimeError(f"nothing found for {query}")
    return [folder / name for name in index.read]


def _with_imports(script: Path) -> Iterator[Path]:
    """A script and those that it imports, each once."""
    waiting, seen = [script.resolve()], set[Path]()
    while waiting:
        if (path := waiting.pop()) not in seen:
            seen.add(path)
            yield path
            waiting += [(path.parent / name).resolve() for name in _IMPORT.findall(path.read_text(encoding="utf-8"))]


def _show(name: str, built: Built) -> None:
    print(
        f"{name:28}{built.run.seconds:>9.1f}{built.run.processor:>9.1f}{built.run.peak:>9.0f}{built.files:>9,}"
        f"{built.size / 1e6:>11.1f}{built.search / 1e3:>12,.1f}{built.gzipped / 1e3:>12,.1f}",
        flush=True,
    )


def _compare(ours: Built, plain: Built) -> tuple[float, float]:
    """Print how many times more plain Material takes, and return that for seconds of processor and for bytes."""
    faster, smaller = plain.run.processor / ours.run.processor, plain.size / ours.size
    print(
        f"{'  plain : pufa':28}{plain.run.seconds / ours.run.seconds:>8.1f}×{faster:>8.1f}×"
        f"{plain.run.peak / ours.run.peak:>8.1f}×{plain.files / ours.files:>8.1f}×{smaller:>10.1f}×"
        f"{plain.search / ours.search:>11.1f}×{plain.gzipped / ours.gzipped:>11.1f}×",
        flush=True,
    )
    return faster, smaller


def invent(folder: Path, regulations: int, articles: int) -> list[str]:
    """Write an invented project of that size, with half as many conducts as regulations; searches that find something."""
    mkdocs = (ROOT / "mkdocs.yml").read_text(encoding="utf-8")
    return write_project(folder, mkdocs, regulations, articles, conducts=max(1, regulations // 2))


def _side_by_side(
    folder: Path, name: str, project: Path, queries: Sequence[str], options: argparse.Namespace
) -> tuple[bool, Built]:
    """Build a project by both, print what that took, and tell whether pufa keeps what is promised at the invented size."""
    ours = build_pufa(project, folder / name / "pufa", queries, options.limit)
    _show(f"{name}, pufa", ours)
    if options.skip_plain:
        return True, ours
    plain = build_plain(project, folder / name / "plain", options.limit)
    _show(f"{name}, plain Material", plain)
    faster, smaller = _compare(ours, plain)
    return faster >= FASTER and smaller >= SMALLER, ours


def _growth(folder: Path, whole: Built, options: argparse.Namespace) -> None:
    """Print what pufa takes at parts of the invented size and at the whole, and how much of it for each regulation."""
    print(f"\n{'growth, pufa':28}{'CPU s':>9}{'ms each':>9}{'peak MB':>9}{'output MB':>11}{'KB each':>9}")
    for part in (8, 4, 2, 1):
        count = max(1, options.regulations // part)
        done, size = (whole.run, whole.size) if part == 1 else _part(folder, count, options)
        print(
            f"{f'  {count:,} regulations':28}{done.processor:>9.1f}{done.processor / count * 1e3:>9.1f}{done.peak:>9.0f}"
            f"{size / 1e6:>11.1f}{size / count / 1e3:>9.1f}",
            flush=True,
        )


def _part(folder: Path, regulations: int, options: argparse.Namespace) -> tuple[Run, int]:
    """What a build of so many regulations takes, and its bytes."""
    project, site = folder / f"project-{regulations}", folder / f"site-{regulations}"
    invent(project, regulations, options.articles)
    done = run(_pufa("build", project, "--out", site), options.limit)
    size = sum(path.stat().st_size for path in site.rglob("*") if path.is_file())
    shutil.rmtree(site)
    return done, size


def _tries() -> list[str]:
    """The searches that this project offers on its home page."""
    site = yaml.safe_load((ROOT / "content" / "site.yml").read_text(encoding="utf-8"))
    return [str(word) for word in site["tries"]]


def main(argv: list[str]) -> int:
    """Print the measures; 1 when pufa is slower or bigger than promised beside plain Material at the invented size."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench build")
    parser.add_argument("--regulations", type=int, default=INVENTED, help="of the invented project")
    parser.add_argument("--articles", type=int, default=40, help="of each invented regulation")
    parser.add_argument("--skip-plain", action="store_true", help="build with pufa only")
    parser.add_argument("--limit", type=float, default=3 * 3600, help="seconds after which a build is given up")
    options = parser.parse_args(argv)
    columns = ("seconds", "CPU s", "peak MB", "files")
    print(
        f"{'':28}{''.join(f'{c:>9}' for c in columns)}{'output MB':>11}{'search KB':>12}{'gzipped KB':>12}", flush=True
    )
    with tempfile.TemporaryDirectory(prefix="pufa-bench-") as name:
        folder = Path(name)
        _side_by_side(folder, "this content", ROOT, _tries(), options)
        queries = invent(folder / "project", options.regulations, options.articles)
        title = f"{options.regulations:,} × {options.articles}"
        kept, whole = _side_by_side(folder, title, folder / "project", queries, options)
        _growth(folder, whole, options)
        if whole.run.peak > MOST_MB and options.regulations <= INVENTED:
            print(f"peak of memory {whole.run.peak:,.0f} MB, promised {MOST_MB:,} MB at most")
            kept = False
    return 0 if kept else 1
