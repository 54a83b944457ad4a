"""A single file: whole or not at all, through links, with the rights it had."""

import os
import stat
import threading
from pathlib import Path

import pytest

from generator.gate import Refusal
from generator.keeping import write_file, write_files
from generator.problems import Place, Problem


def test_a_file_is_replaced_whole(tmp_path: Path) -> None:
    path = tmp_path / "deep" / "bank.json"
    write_file(path, b"one")
    path.chmod(0o640)
    write_file(path, b"two")
    assert path.read_bytes() == b"two"
    assert stat.S_IMODE(path.stat().st_mode) == 0o640
    assert [found.name for found in path.parent.iterdir()] == ["bank.json"]


def test_a_link_is_followed(tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to("real")
    write_file(tmp_path / "link", b"one")
    write_file(tmp_path / "link", b"two")
    assert (tmp_path / "real").read_bytes() == b"two"
    assert (tmp_path / "link").is_symlink()


def test_a_failure_leaves_the_old_one(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "bank.json"
    write_file(path, b"old")

    def full(descriptor: int) -> None:
        raise OSError(28, "no space left on device")

    monkeypatch.setattr(os, "fsync", full)
    with pytest.raises(Refusal, match="磁盘已满"):
        write_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert [found.name for found in tmp_path.iterdir()] == ["bank.json"]


@pytest.mark.parametrize(
    ("target", "said"),
    [
        ("folder", "这是目录"),
        ("file/below", "路径里有一段是文件"),
        ("round", "圈"),
        ("/dev/full", "磁盘已满"),
        ("pipe", "没有程序在读"),
    ],
)
def test_targets_that_take_no_file(tmp_path: Path, target: str, said: str) -> None:
    (tmp_path / "folder").mkdir()
    (tmp_path / "file").touch()
    (tmp_path / "round").symlink_to("round")
    os.mkfifo(tmp_path / "pipe")
    with pytest.raises(Refusal, match=said) as caught:
        write_file(tmp_path / target, b"text")
    assert caught.value.problem.code == "E702"


def test_a_device_is_written_to_and_stays(tmp_path: Path) -> None:
    pipe = tmp_path / "pipe"
    os.mkfifo(pipe)
    read = []
    thread = threading.Thread(target=lambda: read.append(pipe.read_bytes()))
    thread.start()
    write_file(pipe, b"through")
    thread.join(10)
    assert read == [b"through"]
    assert pipe.is_fifo()


def test_two_who_add_to_a_file_lose_nothing(tmp_path: Path) -> None:
    path = tmp_path / "sittings"
    path.touch()

    def add(sign: str) -> None:
        for _ in range(20):
            write_file(path, lambda: path.read_bytes() + sign.encode())

    threads = [threading.Thread(target=add, args=(sign,)) for sign in "ab"]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(path.read_text()) == ["a"] * 20 + ["b"] * 20


def test_what_a_killed_run_left_is_cleared(tmp_path: Path) -> None:
    for name in (".bank.json.pufa-new-99", ".bank.json.pufa-lock"):
        (tmp_path / name).touch()
    write_file(tmp_path / "bank.json", b"x")
    assert [found.name for found in tmp_path.iterdir()] == ["bank.json"]


@pytest.mark.parametrize("fails", ["content", "disk", "move"])
def test_of_several_files_all_or_none(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fails: str) -> None:
    write_file(tmp_path / "a.yml", b"old a")
    write_file(tmp_path / "c.yml", b"old c")
    moves: list[str] = []
    real = Path.replace

    def replaced(source: Path, target: Path) -> Path:
        moves.append(target.name)
        if fails == "move" and target.name == "c.yml" and source.name.startswith(".c.yml.pufa-new"):
            raise OSError(5, "input/output error")
        return real(source, target)

    def last() -> bytes:
        if fails == "content":
            raise Refusal(Problem(Place("c.yml"), "E833", "变了"))
        if fails == "disk":
            monkeypatch.setattr(os, "fsync", full)
        return b"new c"

    def full(descriptor: int) -> None:
        raise OSError(28, "no space left on device")

    monkeypatch.setattr(Path, "replace", replaced)
    with pytest.raises(Refusal):
        write_files({tmp_path / "a.yml": b"new a", tmp_path / "deep" / "b.yml": b"new b", tmp_path / "c.yml": last})
    monkeypatch.undo()
    assert {path.name: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()} == {
        "a.yml": b"old a",
        "c.yml": b"old c",
    }
    assert not (tmp_path / "deep").exists()
    assert (moves == []) == (fails != "move")
    write_files({tmp_path / "a.yml": b"new a", tmp_path / "deep" / "b.yml": b"new b", tmp_path / "c.yml": b"new c"})
    told = {path.name: path.read_bytes() for path in tmp_path.rglob("*") if path.is_file()}
    assert told == {"a.yml": b"new a", "b.yml": b"new b", "c.yml": b"new c"}
