"""pufa mark and pufa results as people use them: from the papers to the sheets, and nothing half written."""

import io
import json
import shutil
import zipfile
from pathlib import Path
from typing import Any

import pytest
from openpyxl import load_workbook
from pypdf import PdfReader
from typer.testing import CliRunner

from generator.cli import make_app
from generator.exports.typeset.fonts import NoFont
from generator.questions.difficulty import DIFFICULTY_FILE
from generator.sitting.scores import slips
from tests.conftest import MINI, MINI_DAY

NAMES = ("张三", "李四", "王五")


def run(*arguments: object) -> Any:
    return CliRunner().invoke(make_app(), [str(argument) for argument in arguments], prog_name="pufa")


@pytest.fixture(scope="module")
def project(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The miniature with the papers of its exam."""
    root = tmp_path_factory.mktemp("marking") / "project"
    shutil.copytree(MINI, root)
    done = run("exam", "lake-mock", "-p", root, "--as-of", MINI_DAY, "--out", root / "papers")
    assert done.exit_code == 0, done.output
    return root


@pytest.fixture
def out(tmp_path: Path) -> Path:
    return tmp_path / "out"


def answers(project: Path, folder: Path, extra: str = "", people: int = 3) -> Path:
    """The first candidate has all right, the others nothing."""
    (key,) = (project / "papers").glob("lake-mock-*/key.json")
    right = [item["answer"] for item in json.loads(key.read_text(encoding="utf-8"))["items"]]
    wrong = ["错误" if answer == "正确" else "正确" for answer in right]
    rows = [f"K{n},{NAMES[n % 3]},湖区管理局,{','.join(right if n == 0 else wrong)}" for n in range(people)]
    file = folder / "answers.csv"
    file.write_text("考号,姓名,单位,1,2\n" + "\n".join(rows) + f"\n{extra}", encoding="gb18030")
    return file


def mark(project: Path, out: Path, *arguments: object, command: str = "mark") -> Any:
    return run(command, "lake-mock", *arguments, "-p", project, "--as-of", MINI_DAY, "--out", out)


def files(folder: Path) -> dict[str, bytes]:
    return {path.relative_to(folder).as_posix(): path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def test_papers_printed_and_papers_assembled_again_mark_alike(project: Path, out: Path, tmp_path: Path) -> None:
    file = answers(project, tmp_path)
    printed = mark(project, out / "a", file, "--papers", project / "papers")
    again = mark(project, out / "b", file)
    assert (printed.exit_code, again.exit_code) == (0, 0), printed.output + again.output
    assert "评了 3 人；平均 3.33 分（满分 10），及格 1 人（33.3%）。" in printed.stdout
    assert files(out / "a") == files(out / "b")
    folder = next((out / "a").iterdir())
    assert sorted(files(folder)) == [
        "candidates.docx", "candidates/K0.md", "candidates/K1.md", "candidates/K2.md", "results.json", "results.xlsx",
    ]  # fmt: skip
    scores = [c["score"] for c in json.loads((folder / "results.json").read_text(encoding="utf-8"))["candidates"]]
    assert scores == [10, 0, 0]
    assert load_workbook(folder / "results.xlsx")["成绩"]["F2"].value == 10
    assert "湖泊法" in (folder / "candidates" / "K1.md").read_text(encoding="utf-8")


def test_what_is_wrong_is_told_and_the_rest_is_written(project: Path, out: Path, tmp_path: Path) -> None:
    file = answers(project, tmp_path, "K0,又来,,对,对\nK9,赵六,,也许,错\n")
    done = mark(project, out, file, "--papers", project / "papers")
    assert done.exit_code == 1
    assert "answers.csv:5:1: E504 考号“K0”重复" in done.stderr
    assert "answers.csv:6:4: E504 第 1 题：判断题要写 对 或 错" in done.stderr
    assert "共 2 个问题，其中 2 个须改正。" in done.stderr
    assert (next(out.iterdir()) / "candidates" / "K9.md").is_file()


def test_results_are_a_page_and_json_without_names(project: Path, out: Path, tmp_path: Path) -> None:
    file = answers(project, tmp_path, people=40)
    done = mark(project, out, file, "--papers", project / "papers", "--anonymous", command="results")
    assert done.exit_code == 0, done.output
    folder = next(out.iterdir())
    assert sorted(files(folder)) == ["analysis.json", "index.html"]
    for content in files(folder).values():
        text = content.decode()
        assert not any(name in text for name in NAMES)
        assert "K0" not in text
    analysis = json.loads((folder / "analysis.json").read_text(encoding="utf-8"))
    assert (analysis["present"], analysis["passed"]) == (40, 0.025)
    assert not (project / DIFFICULTY_FILE).exists()


def test_without_names_the_sheets_have_none_either(project: Path, out: Path, tmp_path: Path) -> None:
    done = mark(project, out, answers(project, tmp_path), "--papers", project / "papers", "--anonymous")
    assert done.exit_code == 0, done.output
    written = files(next(out.iterdir()))
    assert "candidates/考生1.md" in written
    for name in ("results.xlsx", "candidates.docx"):
        with zipfile.ZipFile(io.BytesIO(written.pop(name))) as package:
            written |= {f"{name}/{part}": package.read(part) for part in package.namelist()}
    assert not any(name in content.decode() for name in NAMES for content in written.values())


def test_several_files_are_one_sitting(project: Path, out: Path, tmp_path: Path) -> None:
    first = answers(project, tmp_path)
    second = tmp_path / "more.csv"
    second.write_text("考号,1,2\nK7,对,对\nK1,对,对\n", encoding="utf-8")
    done = mark(project, out, first, second, "--papers", project / "papers", command="results")
    assert done.exit_code == 1
    assert "more.csv:3:1: E504 考号“K1”重复（首见 answers.csv:3:1）" in done.stderr
    assert json.loads((next(out.iterdir()) / "analysis.json").read_text(encoding="utf-8"))["present"] == 4


def test_measured_difficulties_go_into_the_bank_and_count_once(project: Path, out: Path, tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(project, root)
    file = answers(project, tmp_path, people=40)
    for _ in range(2):
        done = mark(root, out, file, "--papers", root / "papers", "--update-difficulty", command="results")
        assert done.exit_code == 0, done.output
    text = (root / DIFFICULTY_FILE).read_text(encoding="utf-8")
    assert len(json.loads(text)["sittings"]) == 1
    assert not any(name in text for name in (*NAMES, "K0", "湖区管理局"))
    done = run("bank", "-p", root, "--as-of", MINI_DAY, "--out", tmp_path / "bank.json")
    assert done.exit_code == 0, done.output
    bank = {i["id"]: i for i in json.loads((tmp_path / "bank.json").read_text(encoding="utf-8"))["items"]}
    (sitting,) = json.loads(text)["sittings"].values()
    assert {bank[id]["difficulty"] for id in sitting} == {0.975}


@pytest.mark.parametrize("command", ["mark", "results"])
def test_a_folder_that_holds_anything_else_is_left_alone(
    project: Path, out: Path, tmp_path: Path, command: str
) -> None:
    (key,) = (project / "papers").glob("lake-mock-*")
    folder = out / key.name
    folder.mkdir(parents=True)
    (folder / "letter.txt").write_text("留着", encoding="utf-8")
    done = mark(project, out, answers(project, tmp_path), "--papers", project / "papers", command=command)
    assert done.exit_code == 2
    assert "里面有别的文件" in done.stderr
    assert files(out) == {f"{key.name}/letter.txt": "留着".encode()}


def test_a_second_run_replaces_the_first_whole(project: Path, out: Path, tmp_path: Path) -> None:
    mark(project, out, answers(project, tmp_path), "--papers", project / "papers")
    mark(project, out, answers(project, tmp_path, people=1), "--papers", project / "papers")
    (folder,) = out.iterdir()
    assert sorted(files(folder)) == ["candidates.docx", "candidates/K0.md", "results.json", "results.xlsx"]


def test_a_failure_while_writing_leaves_the_last_results(
    project: Path, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = answers(project, tmp_path)
    mark(project, out, file, "--papers", project / "papers")
    before = files(out)
    real = Path.write_bytes

    def full(path: Path, data: bytes) -> int:
        if path.name == "K2.md":
            raise OSError(28, "no space left")
        return real(path, data)

    monkeypatch.setattr(Path, "write_bytes", full)
    assert mark(project, out, file, "--papers", project / "papers").exit_code == 1
    monkeypatch.undo()
    assert files(out) == before
    assert len(list(out.iterdir())) == 1


def test_a_key_that_was_changed_marks_nobody(project: Path, out: Path, tmp_path: Path) -> None:
    papers = tmp_path / "papers"
    shutil.copytree(project / "papers", papers)
    (key,) = papers.glob("*/key.json")
    key.write_text(key.read_text(encoding="utf-8").replace("正确", "错误"), encoding="utf-8")
    done = mark(project, out, answers(project, tmp_path), "--papers", papers)
    assert done.exit_code == 1
    assert "E505 key.json 与清单里的摘要不一致" in done.stderr
    assert not out.exists()


def test_numbers_that_are_no_file_names(project: Path, out: Path, tmp_path: Path) -> None:
    file = tmp_path / "answers.csv"
    numbers = ("../up", "a/b", "a:b", "CON", "con", "。")
    file.write_text("考号,1,2\n" + "".join(f"{number},对,错\n" for number in numbers), encoding="utf-8")
    done = mark(project, out, file, "--papers", project / "papers")
    assert done.exit_code == 0, done.output
    names = sorted(path.name for path in (next(out.iterdir()) / "candidates").iterdir())
    assert names == ["_.md", "_CON.md", "___up.md", "_con-2.md", "a_b-2.md", "a_b.md"]


@pytest.mark.parametrize("command", ["mark", "results"])
def test_a_file_that_is_not_there(project: Path, out: Path, command: str) -> None:
    done = mark(project, out, "none.csv", "--papers", project / "papers", command=command)
    assert done.exit_code == 1
    assert "none.csv:1:1: E503 没有这个文件" in done.stderr
    assert not out.exists()


@pytest.mark.parametrize(
    ("arguments", "says"),
    [
        (["no-such", "x.csv"], "没有编号为 no-such 的组卷方案"),
        (["lake-mock"], "缺少参数"),
        (["lake-mock", "x.csv", "--papers", "{tmp}"], "没有“lake-mock”的试卷"),
    ],
)
@pytest.mark.parametrize("command", ["mark", "results"])
def test_wrong_use(tmp_path: Path, command: str, arguments: list[str], says: str) -> None:
    done = run(command, *(a.format(tmp=tmp_path) for a in arguments), "-p", MINI, "--as-of", MINI_DAY)
    assert done.exit_code == 2
    assert says in done.stderr
    assert list(tmp_path.iterdir()) == []


def test_a_roster_that_is_none_is_told_and_nobody_held_against_it(project: Path, out: Path, tmp_path: Path) -> None:
    (tmp_path / "roster.xlsx").write_bytes(b"PK\x03\x04broken")
    file = answers(project, tmp_path)
    done = mark(project, out, file, "--papers", project / "papers", "--roster", tmp_path / "roster.xlsx")
    assert done.exit_code == 1
    assert "roster.xlsx:1:1: E503" in done.stderr
    assert "不在名单上" not in done.stderr


def test_corrections_retakes_and_a_roster_stand_in_the_results(project: Path, out: Path, tmp_path: Path) -> None:
    file, roster, again = answers(project, tmp_path), tmp_path / "roster.csv", tmp_path / "again.csv"
    roster.write_text("考号,姓名\nK0,张三\nK8,缺\n", encoding="utf-8")
    right = json.loads(next((project / "papers").glob("*/key.json")).read_text(encoding="utf-8"))["items"]
    again.write_text(f"考号,1,2\nK1,{right[0]['answer']},{right[1]['answer']}\n", encoding="utf-8")
    other = "错误" if right[0]["answer"] == "正确" else "正确"
    more = ("--roster", roster, "--retake", again, "--void", "2", "--also-right", f"1={other}")
    done = mark(project, out, file, "--papers", project / "papers", *more)
    assert done.exit_code == 0, done.output
    told = json.loads((next(out.iterdir()) / "results.json").read_text(encoding="utf-8"))
    people = {one["number"]: one for one in told["candidates"]}
    assert {number: (one["score"], one["absent"]) for number, one in people.items()} == {
        "K0": (10, False), "K1": (10, False), "K2": (10, False), "K8": (0, True),
    }  # fmt: skip
    assert (people["K0"]["before"], people["K1"]["before"], people["K2"]["before"]) == (10, 10, 0)
    assert [attempt["score"] for attempt in people["K1"]["attempts"]] == [10, 10]
    assert len(told["corrections"]) == 2
    book = load_workbook(next(out.iterdir()) / "results.xlsx")
    assert book.sheetnames == ["成绩", "各题", "各单位", "更正"]
    assert [cell.value for cell in book["更正"][4]] == [None, "K2", "王五", 0, 10]


@pytest.mark.parametrize(
    ("more", "says"),
    [
        (["--key", "1"], "写成 题号=答案"),
        (["--void", "9"], "没有第 9 题"),
        (["--key", "1=也许"], "第 1 题：判断题要写"),
    ],
)
def test_corrections_that_can_t_be_made(project: Path, out: Path, tmp_path: Path, more: list[str], says: str) -> None:
    done = mark(project, out, answers(project, tmp_path), "--papers", project / "papers", *more)
    assert done.exit_code == 2
    assert says in done.stderr
    assert not out.exists()


@pytest.mark.parametrize("command", ["mark", "results"])
def test_a_folder_instead_of_answers(project: Path, out: Path, tmp_path: Path, command: str) -> None:
    done = mark(project, out, tmp_path, "--papers", project / "papers", command=command)
    assert done.exit_code == 1
    assert "E503 这是文件夹" in done.stderr
    drawn = run("exam", "lake-mock", "-p", project, "--as-of", MINI_DAY, "--draw", tmp_path, "--out", out)
    assert "E503 这是文件夹" in drawn.stderr


def test_a_choice_that_is_none_is_told_in_chinese(project: Path, out: Path) -> None:
    done = mark(project, out, answers(project, out.parent), "--keep", "中间")
    assert done.exit_code == 2
    assert "中间 不对，可用的是 '最高', '最后', '首次'。" in done.stderr


def test_sheets_as_pdf_too_and_those_of_an_earlier_run_go(project: Path, out: Path, tmp_path: Path) -> None:
    file = answers(project, tmp_path)
    done = mark(project, out, file, "--papers", project / "papers", "--formats", "docx,pdf")
    assert done.exit_code == 0, done.output
    assert "candidates.docx、candidates.pdf 是打印用的成绩单" in done.stdout
    (folder,) = out.iterdir()
    reader = PdfReader(folder / "candidates.pdf")
    text = "".join(page.extract_text() for page in reader.pages)
    assert all(name in text for name in NAMES)
    assert "没有答对的题" in text
    again = mark(project, tmp_path / "again", file, "--papers", project / "papers", "--formats", "pdf")
    assert again.exit_code == 0, again.output
    (other,) = (tmp_path / "again").iterdir()
    assert (other / "candidates.pdf").read_bytes() == (folder / "candidates.pdf").read_bytes()
    assert not (other / "candidates.docx").exists()
    assert mark(project, out, file, "--papers", project / "papers").exit_code == 0
    assert not (folder / "candidates.pdf").exists()
    assert (folder / "candidates.docx").is_file()
    wrong = mark(project, out, file, "--papers", project / "papers", "--formats", "odt")
    assert wrong.exit_code == 2
    assert "可以写 docx、pdf" in wrong.stderr


def test_without_a_font_nothing_is_written(
    project: Path, out: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def fontless(*_: object) -> bytes:
        raise NoFont

    monkeypatch.setitem(slips.WRITERS, "pdf", fontless)
    done = mark(project, out, answers(project, tmp_path), "--papers", project / "papers", "--formats", "pdf")
    assert done.exit_code == 1
    assert "E813 没有可用的中文字体" in done.stderr
    assert not out.exists()
