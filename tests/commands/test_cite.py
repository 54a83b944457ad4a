"""``pufa cite --check``: on screen, as JSON, and as comments in a copy."""

import io
import json
import shutil
import zipfile
from pathlib import Path

import pytest
from click.testing import Result
from docx import Document
from typer.testing import CliRunner

from generator.cli import make_app
from tests.conftest import MINI, MINI_DAY

TEXT = "依照《试验池塘法》第二条。"


def cite(*arguments: object) -> Result:
    return CliRunner().invoke(make_app(), ["cite", *map(str, arguments), "-p", str(MINI), "--as-of", str(MINI_DAY)])


def test_faults_are_problems(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(f"一\n{TEXT}\n依照湖法第13条。\n依照湖法第9条，罚款九万元以下。\n", encoding="utf-8")
    done = cite(file, "--check")
    assert done.exit_code == 1
    for start in ("2:3: E822", "3:3: E821", "4:3: E823"):
        assert f"a.txt:{start}" in done.output


def test_a_sound_document_passes(tmp_path: Path) -> None:
    file = tmp_path / "a.md"
    file.write_text("依照湖法第9条，罚款二万元。", encoding="utf-8")
    assert cite(file, "--check").exit_code == 0


def test_json_says_the_verdict(tmp_path: Path) -> None:
    file = tmp_path / "a.txt"
    file.write_text(TEXT, encoding="utf-8")
    row = json.loads(cite(file, "--check", "--json").stdout)
    assert (row["verdict"], row["start"], row["law_resolved"]) == ("repealed", 2, "中华人民共和国试验池塘法")


def word(path: Path) -> None:
    document = Document()
    paragraph = document.add_paragraph("先说湖法第9条。依照《试验")
    paragraph.add_run("池塘法》").bold = True
    paragraph.add_run("第二条，再依照《试验池塘法》第二条。")
    document.add_table(1, 2).cell(0, 1).text = "湖法第13条"
    document.save(path)


def test_a_copy_in_word_has_comments(tmp_path: Path) -> None:
    file = tmp_path / "书.docx"
    word(file)
    before = file.read_bytes()
    assert cite(file, "--check").exit_code == 1
    copy = tmp_path / "书（引文核对）.docx"
    comments = list(Document(str(copy)).comments)
    assert [("废止" in one.text, "第13条" in one.text) for one in comments] == [
        (True, False),
        (True, False),
        (False, True),
    ]
    assert file.read_bytes() == before
    body = zipfile.ZipFile(copy).read("word/document.xml").decode()
    first = body[body.index("commentRangeStart") : body.index("commentRangeEnd")]
    assert "池塘法》" in first
    assert "湖法第13条" not in first
    assert Document(io.BytesIO(copy.read_bytes())).paragraphs[0].text == Document(str(file)).paragraphs[0].text
    again = copy.read_bytes()
    copy.unlink()
    cite(file, "--check")
    assert copy.read_bytes() == again  # no clock in it


def test_what_stands_there_is_not_replaced(tmp_path: Path) -> None:
    file, other = tmp_path / "书.docx", tmp_path / "b.docx"
    word(file)
    shutil.copy(file, other)
    assert cite(file, "--check", "--out", other).exit_code == 1
    assert other.read_bytes() == file.read_bytes()


@pytest.mark.parametrize("arguments", [["a.txt", "--out", "b.docx"], ["a.txt", "--check", "--out", "b.docx"]])
def test_out_is_for_word_alone(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, arguments: list[str]) -> None:
    monkeypatch.chdir(tmp_path)
    Path("a.txt").write_text(TEXT, encoding="utf-8")
    assert cite(*arguments).exit_code == 2
