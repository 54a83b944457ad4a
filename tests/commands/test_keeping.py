"""Commands that write: side by side, over what others laid there, into places that can't be written to."""

import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from tests.bench import _fault as fault
from tests.commands.test_bad_input import digest, run
from tests.conftest import MINI, MINI_DAY, ROOT
from tests.importing.test_files import BODY

HERE = ("-p", MINI, "--as-of", MINI_DAY, "--quiet")
WRITERS: dict[str, tuple[object, ...]] = {
    "build": ("build", *HERE, "--out"),
    "exam": ("exam", "lake-mock", *HERE, "--out"),
    "bank": ("bank", *HERE, "--out"),
    "stage": ("stage", *HERE),
    "schema": ("schema",),
    "init": ("init",),
    "handout": ("handout", "fishing", *HERE[:-1], "--formats", "docx", "--out"),
    "calendar": ("calendar", "fishing", *HERE[:-1], "--out"),
}


def test_an_exam_leaves_what_else_lies_in_its_folder(tmp_path: Path) -> None:
    assert run("exam", "lake-mock", *HERE, "--out", tmp_path, "--forms", 2).exit_code == 0
    folder = tmp_path / "lake-mock-1"
    (folder / "论文.docx").write_bytes(b"thesis")
    (folder / "答卷").mkdir()
    (folder / "答卷" / "甲队.csv").write_bytes(b"answers")
    done = run("exam", "lake-mock", *HERE, "--out", tmp_path)
    assert done.exit_code == 0, done.output
    names = set(digest(folder))
    assert {"论文.docx", "答卷/甲队.csv", "paper.docx"} <= names
    assert "paper-A.docx" not in names


def test_an_exam_goes_into_no_folder_of_others(tmp_path: Path) -> None:
    folder = tmp_path / "lake-mock-1"
    folder.mkdir()
    (folder / "论文.docx").write_bytes(b"thesis")
    done = run("exam", "lake-mock", *HERE, "--out", tmp_path)
    assert done.exit_code == 2
    assert "里面有别的文件，不是试卷目录" in done.stderr
    assert list(digest(tmp_path)) == ["lake-mock-1/论文.docx"]


def test_a_build_leaves_what_others_laid_into_the_site(tmp_path: Path, mini_site: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(mini_site, site)
    (site / "CNAME").write_text("example.org", encoding="utf-8")
    (site / "conducts" / "letter.html").write_text("letter", encoding="utf-8")
    before = digest(site)
    assert run("build", *HERE, "--out", site).exit_code == 0
    assert digest(site) == before


@pytest.mark.parametrize("gone", ["assets", "search", "index.html"])
def test_a_broken_site_is_mended_by_the_next_build(tmp_path: Path, mini_site: Path, gone: str) -> None:
    site = tmp_path / "site"
    shutil.copytree(mini_site, site)
    if (site / gone).is_dir():
        shutil.rmtree(site / gone)
    else:
        (site / gone).unlink()
    assert run("build", *HERE, "--out", site).exit_code == 0
    assert digest(site) == digest(mini_site)


def test_a_site_that_lost_its_list_is_mended_and_nothing_of_others_is_lost(tmp_path: Path, mini_site: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(mini_site, site)
    (site / "assets/pufa/files.txt").unlink()
    (site / "conducts" / "gone").mkdir()
    shutil.copy(site / "index.html", site / "conducts" / "gone")  # a page of an earlier build
    (site / "search" / "words.bin").touch()
    theirs = {".git/HEAD": "ref", "论文.docx": "thesis", "conducts/letter.html": "letter", "search/notes.txt": "notes"}
    for name, text in theirs.items():
        (site / name).parent.mkdir(exist_ok=True)
        (site / name).write_text(text, encoding="utf-8")
    (site / ".git").chmod(0o700)
    (site / "conducts" / "index.html").write_text("half", encoding="utf-8")
    done = run("build", *HERE, "--out", site)
    assert done.exit_code == 0, done.output
    assert "不是网站的 4 个文件没有动" in done.stdout
    after = digest(site)
    assert {name: (site / name).read_text(encoding="utf-8") for name in theirs} == theirs
    assert {name: value for name, value in after.items() if name not in theirs} == digest(mini_site)
    assert (site / ".git").stat().st_mode & 0o777 == 0o700


def test_a_site_that_is_not_whole_is_not_handed_over(tmp_path: Path, mini_site: Path) -> None:
    site = tmp_path / "site"
    shutil.copytree(mini_site, site)
    (site / "index.html").unlink()
    done = run("pack", tmp_path / "site.zip", "--site", site)
    assert done.exit_code == 1
    assert "网站不全，缺 1 个文件：index.html" in done.stderr
    (site / "assets/pufa/files.txt").unlink()
    assert "没有文件清单" in run("pack", tmp_path / "site.zip", "--site", site).stderr
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def start(*arguments: object) -> subprocess.Popen[str]:
    command = [sys.executable, "-m", "generator", *map(str, arguments)]
    return subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True)


def test_builds_side_by_side_leave_one_whole_site(tmp_path: Path, mini_site: Path) -> None:
    site = tmp_path / "site"
    running = [start("build", *HERE, "--out", site) for _ in range(3)]
    told = [(process.communicate(timeout=120)[1], process.returncode) for process in running]
    assert 0 in {code for _, code in told}
    for stderr, code in told:
        assert code == 0 or "E703 另一个 pufa 正在写" in stderr, stderr
    assert digest(site) == digest(mini_site)
    assert [path.name for path in tmp_path.iterdir()] == ["site"]


def test_exams_side_by_side_leave_one_whole_folder(tmp_path: Path) -> None:
    running = [start("exam", "lake-mock", *HERE, "--out", tmp_path) for _ in range(3)]
    assert [(process.communicate(timeout=120)[1], process.returncode) for process in running] == [("", 0)] * 3
    assert [path.name for path in tmp_path.iterdir()] == ["lake-mock-1"]


@pytest.mark.parametrize("command", WRITERS)
@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("letter/below", "路径里有一段是文件"),
        ("/proc/nowhere/out", "/proc"),
        ("round/out", "圈"),
        ("长" * 200, "名字太长"),
    ],
)
def test_a_target_that_cannot_be_written_is_a_problem(tmp_path: Path, command: str, target: str, said: str) -> None:
    (tmp_path / "letter").write_text("letter", encoding="utf-8")
    (tmp_path / "round").symlink_to("round")
    done = run(*WRITERS[command], tmp_path / target)
    assert done.exit_code == 1, (done.output, done.exception)
    assert ": E702 写不进" in done.stderr
    assert said in done.stderr
    assert done.stderr.count("E702") == 1
    assert sorted(path.name for path in tmp_path.iterdir()) == ["letter", "round"]


@pytest.mark.parametrize("command", sorted({*WRITERS, "import law"} - {"bank", "calendar"}))
def test_the_root_of_the_system_takes_no_result(tmp_path: Path, command: str) -> None:
    (tmp_path / "law.txt").write_text("\n".join(BODY), encoding="utf-8")
    before = sorted(path.name for path in Path("/").iterdir())
    given = WRITERS.get(command, ("import", "law", tmp_path / "law.txt", "-p", MINI, "--quiet", "--into"))
    done = run(*given, "/")
    assert done.exit_code == 2, (done.output, done.exception)
    assert "根目录，不往里面写" in done.stderr
    assert sorted(path.name for path in Path("/").iterdir()) == before


@pytest.mark.parametrize("command", sorted({*WRITERS, "import law"}))
@pytest.mark.parametrize("write", [3, 4, 5])
def test_a_full_disk_leaves_nothing_and_names_what_was_asked_for(tmp_path: Path, command: str, write: int) -> None:
    """The disk is full from this write on: a folder above it can still be made, its own folder too, and its lock too."""
    (tmp_path / "law.txt").write_text("\n".join(BODY), encoding="utf-8")
    target = tmp_path / "disk" / "deep" / "out"
    given = WRITERS.get(command, ("import", "law", tmp_path / "law.txt", "-p", MINI, "--quiet", "--into"))
    done = fault.run(tmp_path / "disk", (*given, target), write, "full")
    assert done.code == 1, done.stderr
    (told,) = [line for line in done.stderr.splitlines() if "E702" in line]
    assert told.endswith("：磁盘已满")
    assert told.startswith(str(tmp_path / "disk"))
    assert ".pufa-" not in told
    assert not (tmp_path / "disk").exists()


@pytest.mark.parametrize("write", [3, 6])
def test_an_end_while_folders_are_made_or_the_lock_goes_leaves_nothing_besides(tmp_path: Path, write: int) -> None:
    target = tmp_path / "disk" / "deep" / "out"
    (tmp_path / "disk").mkdir()
    done = fault.run(tmp_path / "disk", (*WRITERS["calendar"], target), write, "term")
    assert done.code == 143
    assert [path.name for path in (tmp_path / "disk").rglob("*")] == ([] if write == 3 else ["deep", "out"])


@pytest.mark.parametrize("command", ["build", "exam", "stage", "init"])
def test_a_linked_target_is_followed(tmp_path: Path, command: str, pufa: Callable[..., Any]) -> None:
    (tmp_path / "disk").mkdir()
    (tmp_path / "link").symlink_to("disk")
    done = run(*WRITERS[command], tmp_path / "link")
    assert done.exit_code == 0, done.output
    assert (tmp_path / "link").is_symlink()
    assert any((tmp_path / "disk").iterdir())
    assert sorted(path.name for path in tmp_path.iterdir()) == ["disk", "link"]


@pytest.mark.parametrize("command", ["mark", "results", "import law", "import questions"])
def test_nor_do_marks_results_and_texts_of_laws_go_where_nothing_can_be_written(tmp_path: Path, command: str) -> None:
    assert run("exam", "lake-mock", *HERE, "--out", tmp_path / "papers").exit_code == 0
    (tmp_path / "answers.csv").write_text("考号,1,2\nK0,对,错\n", encoding="utf-8")
    (tmp_path / "law.txt").write_text("\n".join(BODY), encoding="utf-8")
    (tmp_path / "asked.txt").write_text("1. 湖里可以停船。（×）\n【依据】湖法第5条", encoding="utf-8")
    (tmp_path / "letter").write_text("letter", encoding="utf-8")
    before = digest(tmp_path)
    target = tmp_path / "letter" / "below"
    if command == "import law":
        done = run("import", "law", tmp_path / "law.txt", "-p", MINI, "--into", target, "--quiet")
    elif command == "import questions":
        done = run("import", "questions", tmp_path / "asked.txt", "-p", MINI, "--into", target, "--quiet")
    else:
        done = run(
            command, "lake-mock", tmp_path / "answers.csv", *HERE, "--papers", tmp_path / "papers", "--out", target
        )
    assert done.exit_code == 1, (done.output, done.exception)
    assert "E702 写不进" in done.stderr
    assert digest(tmp_path) == before
