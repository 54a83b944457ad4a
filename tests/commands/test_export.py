"""pufa export: the bank or a paper's folder in one format, whole or not at all, and wrong use said in words."""

import io
import json
from pathlib import Path

import docx
import pytest
from click.testing import Result
from openpyxl import load_workbook
from typer.testing import CliRunner

from generator.cli import make_app
from tests.conftest import MINI, MINI_DAY


def pufa(*arguments: object) -> Result:
    return CliRunner().invoke(make_app(), [*map(str, arguments), "-p", str(MINI), "--quiet"])


def export(source: object, format: str, out: Path, *more: str) -> Result:
    day = ["--as-of", str(MINI_DAY)] if source == "bank" else []
    return pufa("export", source, "--format", format, "--out", out, *day, *more)


@pytest.fixture
def papers(tmp_path: Path) -> Path:
    done = pufa("exam", "lake-mock", "--as-of", MINI_DAY, "--forms", 2, "--out", tmp_path / "papers")
    assert done.exit_code == 0, done.output
    return tmp_path / "papers" / "lake-mock-1"


def test_a_folder_gives_what_the_exam_gave(papers: Path, tmp_path: Path) -> None:
    """The papers that are read back are the same to the byte as those that were assembled."""
    done = export(papers, "docx", tmp_path / "out" / "考试.docx")
    assert done.exit_code == 0, done.output
    written = {path.name: path.read_bytes() for path in (tmp_path / "out").iterdir()}
    assert set(written) == {f"考试{use}-{form}.docx" for use in ("", "-key", "-audit") for form in "AB"}
    assert written["考试-B.docx"] == (papers / "paper-B.docx").read_bytes()
    assert written["考试-key-A.docx"] == (papers / "key-A.docx").read_bytes()
    assert written["考试-audit-A.docx"] == (papers / "audit-A.docx").read_bytes()


def test_a_single_form_takes_the_name_asked_for(tmp_path: Path) -> None:
    pufa("exam", "lake-mock", "--as-of", MINI_DAY, "--out", tmp_path)
    assert export(tmp_path / "lake-mock-1", "docx", tmp_path / "x.docx").exit_code == 0
    assert docx.Document(str(tmp_path / "x.docx")).paragraphs[0].text == "湖区模拟卷"


def test_the_bank_is_narrowed_by_ids_and_by_titles(tmp_path: Path) -> None:
    out = tmp_path / "b.xlsx"
    assert export("bank", "xlsx", out, "--type", "判断题").exit_code == 0
    rows = list(load_workbook(io.BytesIO(out.read_bytes()))["题目"].iter_rows(min_row=2, values_only=True))
    assert {row[1] for row in rows} == {"判断题"}
    whole = tmp_path / "w.xlsx"
    assert export("bank", "xlsx", whole).exit_code == 0
    assert len(whole.read_bytes()) > len(out.read_bytes())


@pytest.mark.parametrize(
    ("arguments", "said"),
    [
        (("bank", "docx", "x.docx"), "不能写题库"),
        (("bank", "word", "x.docx"), "没有格式"),
        (("bank", "xlsx", "x.xlsx", "--topic", "nowhere"), "没有专题"),
        (("bank", "xlsx", "x.xlsx", "--rule", "authorty"), "没有规则"),
        (("bank", "xlsx", "x.xlsx", "--type", "essay"), "没有题型"),
        (("bank", "xlsx", "x.docx"), "结尾"),
        (("nowhere", "docx", "x.docx"), "manifest.json"),
    ],
)
def test_wrong_use_is_said_and_writes_nothing(tmp_path: Path, arguments: tuple[str, ...], said: str) -> None:
    source, format, out, *more = arguments
    done = export(source, format, tmp_path / out, *more)
    assert done.exit_code == 2
    assert said in done.output.replace("\n", "").replace("│", "").replace(" ", "")
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize("harm", ["key", "manifest", "version", "path", "cut"])
def test_a_folder_that_was_changed_is_refused(papers: Path, tmp_path: Path, harm: str) -> None:
    manifest = papers / "manifest.json"
    data = json.loads(manifest.read_text("utf-8"))
    if harm == "key":
        (papers / "key-A.json").write_text((papers / "key-A.json").read_text("utf-8") + " ", "utf-8")
    elif harm == "manifest":
        manifest.write_text("[]", "utf-8")
    elif harm == "version":
        manifest.write_text(json.dumps({**data, "version": 99}), "utf-8")
    elif harm == "path":
        data["forms"][0]["key"] = "../key-A.json"
        manifest.write_text(json.dumps(data), "utf-8")
    else:
        (papers / "key-B.json").unlink()
    done = export(papers, "docx", tmp_path / "x.docx")
    assert done.exit_code == 1
    assert "E505" in done.output
    assert not (tmp_path / "x.docx").exists()


def test_narrowing_is_for_the_bank(papers: Path, tmp_path: Path) -> None:
    assert export(papers, "docx", tmp_path / "x.docx", "--type", "judge").exit_code == 2


def test_a_template_that_is_none(papers: Path, tmp_path: Path) -> None:
    bad = tmp_path / "bad.docx"
    bad.write_bytes(b"no")
    done = export(papers, "docx", tmp_path / "x.docx", "--template", str(bad))
    assert (done.exit_code, "E812" in done.output) == (1, True)
    assert export(papers, "docx", tmp_path / "x.docx", "--template", str(tmp_path / "none.docx")).exit_code == 2


def test_an_exam_in_the_formats_asked_for(tmp_path: Path) -> None:
    done = pufa("exam", "lake-mock", "--as-of", MINI_DAY, "--formats", "markdown, chaoxing", "--out", tmp_path)
    assert done.exit_code == 0, done.output
    names = {path.name for path in (tmp_path / "lake-mock-1").iterdir()}
    assert names == {"paper.md", "key.md", "chaoxing.xlsx", "key.json", "manifest.json"}


def test_a_format_that_is_none(tmp_path: Path) -> None:
    done = pufa("exam", "lake-mock", "--as-of", MINI_DAY, "--formats", "word", "--out", tmp_path / "p")
    assert done.exit_code == 2
    assert not (tmp_path / "p").exists()
