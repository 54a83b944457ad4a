"""A folder that is written anew: whole or not at all, with what others laid into it, through links, under one's umask."""

import errno
import os
import shutil
import stat
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from generator.gate import Refusal
from generator.keeping import EMPTY, Kind, Occupied, fresh_folder, write_folder
from generator.keeping import folder as module
from generator.keeping.folder import writing

OWN = Kind("试卷目录", lambda folder: (folder / "list").read_text().split() if (folder / "list").is_file() else None)


def made(*names: str) -> dict[str, bytes]:
    """Files of these names and the list that names them."""
    return {**{name: f"new {name}".encode() for name in names}, "list": " ".join([*names, "list"]).encode()}


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


@contextmanager
def umask(mask: int) -> Iterator[None]:
    before = os.umask(mask)
    try:
        yield
    finally:
        os.umask(before)


@pytest.fixture(params=["swap", "two renames"])
def target(request: pytest.FixtureRequest, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """On systems that swap in one step, and on those that do not."""
    if request.param == "two renames":
        monkeypatch.setattr(module, "exchanged", lambda one, other: False)
    return tmp_path / "out"


def test_only_what_the_own_list_names_is_replaced(target: Path) -> None:
    write_folder(target, made("a", "b/c", "b/d"), OWN)
    (target / "thesis.docx").write_bytes(b"thesis")
    (target / "b" / "answers.csv").write_bytes(b"answers")
    (target / "notes").mkdir()
    (target / "notes" / "link").symlink_to("../a")
    (target / "empty").mkdir()
    write_folder(target, made("a", "b/d"), OWN)
    assert files(target) == {
        **made("a", "b/d"), "thesis.docx": b"thesis", "b/answers.csv": b"answers", "notes/link": b"new a",
    }  # fmt: skip
    assert os.readlink(target / "notes" / "link") == "../a"
    assert (target / "empty").is_dir()
    assert [path.name for path in target.parent.iterdir()] == ["out"]


@pytest.mark.parametrize("theirs", ["b", "b/c/d", "a"])
def test_a_file_of_others_under_the_name_of_a_new_one_stops_it(target: Path, theirs: str) -> None:
    write_folder(target, made("x"), OWN)
    (target / theirs).parent.mkdir(parents=True, exist_ok=True)
    (target / theirs).write_bytes(b"theirs")
    before = files(target)
    with pytest.raises(Occupied, match="同名"):
        write_folder(target, made("a", "b/c"), OWN)
    assert files(target) == before
    assert [path.name for path in target.parent.iterdir()] == ["out"]


@pytest.mark.parametrize("kind", ["file", "folder", "link to a file"])
def test_what_is_no_such_folder_is_left_alone(target: Path, kind: str) -> None:
    real = target.with_name("real") if "link" in kind else target
    if kind == "folder":
        target.mkdir()
        (target / "letter").write_bytes(b"letter")
    else:
        real.write_bytes(b"letter")
    if "link" in kind:
        target.symlink_to("real")
    said = r"里面有别的文件，不是试卷目录" if kind == "folder" else r"是文件，不是目录"
    with pytest.raises(Occupied, match=said):
        write_folder(target, made("a"), OWN)
    assert b"letter" in {path.read_bytes() for path in target.parent.rglob("*") if path.is_file()}


def test_a_link_is_followed_and_stays_a_link(target: Path) -> None:
    real = target.with_name("disk") / "papers"
    real.mkdir(parents=True)
    target.symlink_to(real)
    for name in ("a", "b"):
        write_folder(target, made(name), OWN)
        assert target.is_symlink()
        assert files(real) == made(name)
    assert sorted(path.name for path in target.parent.iterdir()) == ["disk", "out"]
    assert [path.name for path in real.parent.iterdir()] == ["papers"]


def test_a_link_to_nothing_yet_is_followed_too(target: Path) -> None:
    target.symlink_to("later/papers")
    write_folder(target, made("a"), OWN)
    assert files(target.with_name("later") / "papers") == made("a")
    assert target.is_symlink()


@pytest.mark.parametrize("mask", [0o077, 0o022, 0o002])
def test_the_umask_is_kept(target: Path, mask: int) -> None:
    with umask(mask):
        write_folder(target, made("deep/a"), OWN)
    for path in (target, target / "deep"):
        assert stat.S_IMODE(path.stat().st_mode) == 0o777 & ~mask
    assert stat.S_IMODE((target / "deep" / "a").stat().st_mode) == 0o666 & ~mask


def test_a_folder_that_was_closed_to_others_stays_so(target: Path) -> None:
    write_folder(target, made("a"), OWN)
    target.chmod(0o700)
    write_folder(target, made("a"), OWN)
    assert stat.S_IMODE(target.stat().st_mode) == 0o700


def test_a_failure_leaves_what_was_there_and_no_folder_that_was_not(target: Path) -> None:
    def fail(where: Path) -> None:
        with fresh_folder(where, OWN) as fresh:
            (fresh.path / "half").touch()
            raise ZeroDivisionError

    write_folder(target, made("a"), OWN)
    for where in (target, target.parent / "x" / "y" / "z"):
        with pytest.raises(ZeroDivisionError):
            fail(where)
    assert files(target.parent) == {f"out/{name}": content for name, content in made("a").items()}
    assert [path.name for path in target.parent.iterdir()] == ["out"]


def test_a_fault_of_the_system_is_a_refusal_that_names_the_target(target: Path) -> None:
    target.write_bytes(b"")
    with pytest.raises(Refusal) as caught:
        write_folder(target / "below" / "a file", made("a"), OWN)
    assert caught.value.problem.code == "E702"
    assert "路径里有一段是文件" in caught.value.problem.message


@pytest.mark.parametrize(
    ("fault", "told"),
    [
        (".out.pufa-lock", "out"),
        (".out.pufa-new-PID/a/b", "out/a/b"),
        ("out/a", "out/a"),
        ("/elsewhere/notice.md", "out"),
        ("", ""),
    ],
)
def test_a_fault_names_what_was_asked_for(target: Path, fault: str, told: str) -> None:
    """Not the lock, nor the folder that it is written in first, nor the file that was copied into it."""
    with pytest.raises(Refusal) as refused, writing(target):
        raise OSError(
            errno.ENOSPC, "No space left on device", str(target.parent / fault.replace("PID", str(os.getpid())))
        )
    assert refused.value.problem.at.file == (target.parent / told).as_posix()


def test_a_fault_of_many_copies_is_told_in_a_few_words(target: Path) -> None:
    with pytest.raises(Refusal) as refused, writing(target):
        raise shutil.Error([("a", "b", "[Errno 28] No space left on device: 'b'")] * 20)
    assert refused.value.problem.message == f"写不进 {target}：磁盘已满"


def test_a_second_run_is_told_and_the_first_goes_on(target: Path) -> None:
    with fresh_folder(target, OWN) as first:
        (first.path / "list").write_bytes(b"list")
        with pytest.raises(Refusal, match="另一个 pufa 正在写") as caught, fresh_folder(target, OWN, wait=0):
            raise AssertionError
        assert caught.value.problem.code == "E703"
        first.keep()
    assert files(target) == {"list": b"list"}


def test_a_second_run_waits_for_a_short_one(target: Path) -> None:
    started, go = threading.Event(), threading.Event()

    def short() -> None:
        with fresh_folder(target, OWN) as fresh:
            started.set()
            go.wait(10)
            (fresh.path / "list").write_bytes(b"list first")
            (fresh.path / "first").touch()
            fresh.keep()

    thread = threading.Thread(target=short)
    thread.start()
    started.wait(10)
    threading.Timer(0.2, go.set).start()
    write_folder(target, made("second"), OWN)
    thread.join()
    assert files(target) == made("second")


@pytest.mark.parametrize("place", ["new", "old", "both", "former"])
def test_what_a_killed_run_left_is_mended(target: Path, place: str) -> None:
    """Killed while writing; between two renames; before clearing; and the same of versions before."""
    write_folder(target, made("a"), OWN)
    beside = target.parent
    if place in {"new", "both"}:
        (beside / ".out.pufa-new-123").mkdir()
        (beside / ".out.pufa-new-123" / "half").touch()
        (beside / ".out.pufa-lock").touch()
    if place in {"old", "both"}:
        target.rename(beside / ".out.pufa-old")
    if place == "former":
        target.rename(beside / ".out.old")
    with fresh_folder(target, OWN):
        assert files(target) == made("a")
    write_folder(target, made("b"), OWN)
    assert files(target) == made("b")
    assert [path.name for path in beside.iterdir()] == ["out"]


def test_an_empty_folder_is_filled_where_it_is(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    target.mkdir()
    monkeypatch.chdir(target)
    write_folder(Path(), made("a", "b/c"), EMPTY)
    assert files(Path.cwd()) == made("a", "b/c")
    assert not (target / ".pufa-unfinished").exists()
    with pytest.raises(Occupied):
        write_folder(target, made("a"), EMPTY)


def test_a_folder_that_was_being_filled_is_filled_anew(target: Path) -> None:
    target.mkdir()
    (target / ".pufa-unfinished").write_text("a\nb\n../list\n")
    (target / "a").write_bytes(b"half")
    (target.parent / "list").touch()
    write_folder(target, made("b"), EMPTY)
    assert files(target) == made("b")
    assert (target.parent / "list").exists()


def test_names_of_any_length_have_room_beside_them(target: Path) -> None:
    long = target.with_name("长" * 85)
    write_folder(long, made("a"), OWN)
    write_folder(long, made("b"), OWN)
    assert files(long) == made("b")
