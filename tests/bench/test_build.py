"""The bench of builds measures what it says, and its invented project is sound."""

import datetime
import sys
from pathlib import Path

import pytest

from generator.library import build_library
from generator.problems import Problems
from generator.questions.bank import build_bank
from tests.bench import build
from tests.bench._scale import write_project


def _tree(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


def test_the_invented_project_is_sound_and_gives_questions(tmp_path: Path) -> None:
    queries = write_project(tmp_path, "", regulations=12, articles=6, conducts=40)
    problems = Problems()
    library = build_library(tmp_path, datetime.date.fromisoformat(build.AS_OF), problems)
    bank = build_bank(library, problems)
    assert [str(problem) for problem in problems.blocking(strict=True)] == []
    assert (len(library.regulations), len(library.all("article")), len(library.conducts)) == (15, 72, 40)
    assert len(bank.items) > 40
    assert len(set(queries)) == 20


def test_the_same_numbers_give_the_same_files(tmp_path: Path) -> None:
    for name in ("one", "two"):
        write_project(tmp_path / name, "site_name: x\n", regulations=3, articles=4, conducts=5)
    assert _tree(tmp_path / "one") == _tree(tmp_path / "two")


def test_titles_stay_apart_however_many_there_are(tmp_path: Path) -> None:
    write_project(tmp_path, "", regulations=7000, articles=0, conducts=0)
    lines = "".join(path.read_text("utf-8") for path in (tmp_path / "content" / "regulations").iterdir()).splitlines()
    titles = [line for line in lines if line.startswith("  title: ")]
    assert len(set(titles)) == len(titles) == 7000


def test_run_counts_the_child_alone() -> None:
    """80 MB held and half a second of work, beside 300 MB that the parent holds."""
    held = bytearray(b"1") * 300_000_000
    script = "import time; held = bytearray(b'1') * 80_000_000; end = time.process_time() + 0.5\nwhile time.process_time() < end: pass"
    done = build.run([sys.executable, "-c", script], limit=60)
    assert 0.4 < done.processor < 5
    assert done.seconds >= 0.5
    assert 80_000_000 / 2**20 < done.peak < len(held) / 2**20 / 2


@pytest.mark.parametrize(
    ("script", "limit"),
    [("raise SystemExit('broken')", 60), ("import time; time.sleep(60)", 0.3)],
    ids=["fails", "hangs"],
)
def test_a_failed_or_endless_build_is_an_error(script: str, limit: float) -> None:
    with pytest.raises(RuntimeError, match="ended with"):
        build.run([sys.executable, "-c", script], limit)


def test_bytes_of_a_first_search_are_those_of_the_files_it_reads(tmp_path: Path) -> None:
    """One document: the index, a shard for each pair of 甲乙丙, and the chunk that shows it."""
    from generator.search.documents import Document
    from generator.search.index import build_index

    for name, content in build_index([Document(url="a/", title="甲乙丙", kind="conduct")]).items():
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).write_bytes(content)
    loaded = {path.relative_to(tmp_path).as_posix() for path in build._loaded(tmp_path, "甲乙丙")}
    assert {"index.json", "d/0.json"} < loaded
    assert all((tmp_path / name).is_file() for name in loaded)
    with pytest.raises(RuntimeError, match="nothing found"):
        build._loaded(tmp_path, "丁戊")
