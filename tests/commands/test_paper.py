"""pufa exam and pufa mark take the file that the page saves."""

import json
from pathlib import Path
from typing import Any

import pytest
from click.testing import Result
from typer.testing import CliRunner

from generator.cli import make_app
from tests.conftest import MINI, MINI_DAY

HERE = ["-p", str(MINI), "--as-of", str(MINI_DAY), "--quiet"]


def pufa(*arguments: str) -> Result:
    return CliRunner().invoke(make_app(), [*arguments, *HERE])


@pytest.fixture(scope="module")
def paper(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A paper file with the items of the command's own exam."""
    out = tmp_path_factory.mktemp("own")
    assert pufa("exam", "lake-mock", "--out", str(out)).exit_code == 0
    folder = out / "lake-mock-1"
    manifest = json.loads((folder / "manifest.json").read_text("utf-8"))
    plan = {
        "id": "lake-own",
        "title": "湖区自组卷",
        "audience": "管理人员",
        "minutes": 10,
        "pass_mark": 6,
        "sections": [
            {"title": "判断题", "type": "judge", "count": 2, "points": 5, "quotas": [{"topic": "lake", "min": 1}]}
        ],
    }
    data: dict[str, Any] = {
        "format": "pufa-paper",
        "version": 1,
        "bank": manifest["bank"]["sha256"],
        "as_of": manifest["as_of"],
        "seed": 4,
        "blueprint": plan,
        "forms": [{"form": "A", "sections": [list(reversed(manifest["forms"][0]["items"]))]}],
    }
    file = out / "自组卷.json"
    file.write_text(json.dumps(data, ensure_ascii=False), encoding="utf-8")
    return file


def items(folder: Path, name: str = "key.json") -> list[str]:
    return [item["id"] for item in json.loads((folder / name).read_text("utf-8"))["items"]]


def test_exam_writes_the_paper_of_the_file(paper: Path, tmp_path: Path) -> None:
    done = pufa("exam", "--paper", str(paper), "--out", str(tmp_path))
    assert done.exit_code == 0, done.output
    wanted = json.loads(paper.read_text("utf-8"))["forms"][0]["sections"][0]
    folder = tmp_path / "lake-own-4"
    assert items(folder) == wanted
    assert (folder / "paper.docx").is_file()
    assert "照试卷文件出了 1 套卷" in done.output


def test_exam_adds_forms_to_it(paper: Path, tmp_path: Path) -> None:
    done = pufa("exam", "--paper", str(paper), "--forms", "2", "--out", str(tmp_path))
    assert done.exit_code == 0, done.output
    folder = tmp_path / "lake-own-4"
    assert items(folder, "key-A.json") == json.loads(paper.read_text("utf-8"))["forms"][0]["sections"][0]
    assert len(items(folder, "key-B.json")) == 2


def test_mark_takes_it(paper: Path, tmp_path: Path) -> None:
    pufa("exam", "--paper", str(paper), "--out", str(tmp_path))
    key = json.loads((tmp_path / "lake-own-4" / "key.json").read_text("utf-8"))
    answers = tmp_path / "答卷.csv"
    right = ",".join(item["answer"] for item in key["items"])
    answers.write_text(f"考号,1,2\n001,{right}\n", encoding="utf-8")
    done = pufa("mark", "--paper", str(paper), str(answers), "--out", str(tmp_path / "marks"))
    assert done.exit_code == 0, done.output
    results = json.loads((tmp_path / "marks" / "lake-own-4" / "results.json").read_text("utf-8"))
    assert float(results["candidates"][0]["score"]) == 10


def test_a_bad_file_is_a_problem_and_nothing_is_written(tmp_path: Path) -> None:
    (tmp_path / "bad.json").write_text('{"format": "pufa-paper", "version": 1}', encoding="utf-8")
    done = pufa("exam", "--paper", str(tmp_path / "bad.json"), "--out", str(tmp_path / "papers"))
    assert done.exit_code == 1
    assert "bad.json:1:1: E201" in done.output
    assert not (tmp_path / "papers").exists()


@pytest.mark.parametrize(
    "arguments",
    [
        ("exam",),
        ("exam", "lake-mock", "--paper", "x.json"),
        ("exam", "--paper", "x.json", "--seed", "2"),
        ("mark", "lake-mock"),
    ],
)
def test_what_does_not_go_together_is_wrong_use(arguments: tuple[str, ...]) -> None:
    assert pufa(*arguments).exit_code == 2
