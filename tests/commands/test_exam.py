"""pufa exam: a folder that is whole or not there, the same for the same seed, and without anybody's name."""

import hashlib
import json
import shutil
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from generator.cli import make_app
from tests.conftest import MINI, MINI_DAY

FILES = ("audit", "key", "paper")


def exam(out: Path, *more: str) -> Result:
    here = ["-p", str(MINI), "--as-of", str(MINI_DAY), "--out", str(out), "--quiet"]
    return CliRunner().invoke(make_app(), ["exam", "lake-mock", *here, *more])


def names(folder: Path) -> set[str]:
    return {path.name for path in folder.iterdir()}


def read(folder: Path, name: str) -> Any:
    return json.loads((folder / name).read_text("utf-8"))


def test_the_folder_holds_paper_key_sheets_and_manifest(tmp_path: Path) -> None:
    done = exam(tmp_path, "--seed", "7")
    assert done.exit_code == 0, done.output
    folder = tmp_path / "lake-mock-7"
    assert names(tmp_path) == {"lake-mock-7"}
    assert names(folder) == {*(f"{name}.docx" for name in FILES), "key.json", "manifest.json"}
    assert "平均难度" in done.output


def test_the_manifest_has_the_digest_of_every_file_and_what_the_exam_is(tmp_path: Path) -> None:
    exam(tmp_path, "--forms", "2")
    folder = tmp_path / "lake-mock-1"
    manifest = read(folder, "manifest.json")
    assert set(manifest["sha256"]) == names(folder) - {"manifest.json"}
    for name, digest in manifest["sha256"].items():
        assert hashlib.sha256((folder / name).read_bytes()).hexdigest() == digest
    assert (manifest["blueprint"], manifest["seed"], manifest["as_of"]) == ("lake-mock", 1, str(MINI_DAY))
    assert len(manifest["bank"]["sha256"]) == 64
    for form in manifest["forms"]:
        key = read(folder, form["key"])
        assert key["form"] == form["form"]
        assert [item["id"] for item in key["items"]] == form["items"]
        assert [item["number"] for item in key["items"]] == [1, 2]


def test_forms_are_apart_and_the_proof_is_said(tmp_path: Path) -> None:
    done = exam(tmp_path, "--forms", "2")
    folder = tmp_path / "lake-mock-1"
    assert names(folder) == {
        *(f"{name}-{form}.docx" for name in FILES for form in "AB"),
        "key-A.json",
        "key-B.json",
        "manifest.json",
    }
    manifest = read(folder, "manifest.json")
    items = [set(form["items"]) for form in manifest["forms"]]
    assert manifest["repeats"] == len(items[0] & items[1])
    assert manifest["repeats"] >= manifest["least_repeats"]
    assert f"重复 {manifest['repeats']} 题次（已证明" in done.output


def test_the_same_seed_gives_the_same_bytes(tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert exam(tmp_path / name, "--seed", "3").exit_code == 0
    one, two = tmp_path / "one" / "lake-mock-3", tmp_path / "two" / "lake-mock-3"
    assert names(one) == names(two)
    for name in names(one):
        assert (one / name).read_bytes() == (two / name).read_bytes()


@pytest.mark.parametrize("encoding", ["utf-8-sig", "gbk"])
def test_each_candidate_has_a_form_and_no_name_is_anywhere(tmp_path: Path, encoding: str) -> None:
    roll = tmp_path / "名单.csv"
    roll.write_bytes("姓名,考号\n张三丰,2026-01\n李四光,2026-02\n".encode(encoding))
    done = exam(tmp_path / "papers", "--draw", str(roll))
    assert done.exit_code == 0, done.output
    folder = tmp_path / "papers" / "lake-mock-1"
    manifest = read(folder, "manifest.json")
    assert manifest["drawn"]
    assert [form["form"] for form in manifest["forms"]] == ["2026-01", "2026-02"]
    assert {"papers.docx", "keys.docx", "audit.docx", "key-2026-02.json"} <= names(folder)
    everything = b"".join(path.read_bytes() for path in folder.iterdir())
    assert "张三丰".encode() not in everything
    assert "李四光".encode() not in everything


def test_so_many_candidates_are_numbered(tmp_path: Path) -> None:
    assert exam(tmp_path, "--draw", "2").exit_code == 0
    assert [form["form"] for form in read(tmp_path / "lake-mock-1", "manifest.json")["forms"]] == ["001", "002"]


@pytest.mark.parametrize(
    ("roll", "said"),
    [
        ("姓名,考号\n甲,1\n乙,1\n", "考号“1”重复"),
        ("姓名\n甲\n", "E503"),
        ("考号\n../../x\n", "不能用"),
        ("考号\na1\nA1\n", "不分大小写"),
        ("考号\n", "名单里没有考生"),
        ("", "E503"),
    ],
)
def test_a_wrong_roll_leaves_the_old_folder_as_it_was(tmp_path: Path, roll: str, said: str) -> None:
    assert exam(tmp_path, "--draw", "1").exit_code == 0
    before = {name: (tmp_path / "lake-mock-1" / name).read_bytes() for name in names(tmp_path / "lake-mock-1")}
    file = tmp_path / "roll.csv"
    file.write_text(roll, encoding="utf-8")
    done = exam(tmp_path, "--draw", str(file))
    assert done.exit_code == 1
    assert said in done.output
    assert names(tmp_path) == {"lake-mock-1", "roll.csv"}
    assert before == {name: (tmp_path / "lake-mock-1" / name).read_bytes() for name in names(tmp_path / "lake-mock-1")}


def test_forms_and_a_draw_exclude_each_other(tmp_path: Path) -> None:
    done = exam(tmp_path, "--forms", "2", "--draw", "3")
    assert done.exit_code == 2
    assert not list(tmp_path.iterdir())


def test_another_blueprint_that_cannot_be_met_stops_no_paper(tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(MINI, root)
    plans = root / "quizzes" / "blueprints"
    plan = (plans / "lake.yml").read_text("utf-8")
    other = plan.replace("id: lake-mock", "id: too-much").replace("count: 2,", "count: 400,")
    (plans / "other.yml").write_text(other, encoding="utf-8")
    there = ["-p", str(root), "--as-of", str(MINI_DAY)]
    asked = (
        (["check"], 1),
        (["exam", "too-much", "--out", str(tmp_path)], 1),
        (["exam", "lake-mock", "--out", str(tmp_path)], 0),
        (["export", "bank", "--format", "xlsx", "--out", str(tmp_path / "bank.xlsx")], 0),
    )
    for words, code in asked:
        done = CliRunner().invoke(make_app(), [*words, *there])
        assert done.exit_code == code, (words, done.output)
        assert ("E501" in done.output) == bool(code)
