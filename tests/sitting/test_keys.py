"""Keys as the folder of an exam holds them: whole, or refused."""

import json
import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.exams.paper import Exam
from generator.exports.bundle import bundle, wanted_formats
from generator.problems import Problems
from generator.questions.bank import Bank
from generator.sitting.key import NoKey, key_of
from generator.sitting.keys import exam_folder, keys_of, read_keys
from tests.exports._paper import LIBRARY
from tests.sitting._forms import ITEMS, data, keys, paper


def write(folder: Path) -> Path:
    """A folder as ``pufa exam`` writes it."""
    made = tuple(paper(form, alone=False) for form in "AB")
    folder.mkdir(parents=True)
    for name, content in bundle(
        LIBRARY, Bank(ITEMS), Exam(made[0].blueprint, 7, made), wanted_formats(())
    ).named.items():
        (folder / name).write_bytes(content)
    return folder


def said(folder: Path, blueprint: str = "study") -> str:
    problems = Problems()
    assert read_keys(folder, blueprint, problems) is None
    (problem,) = problems
    assert problem.code == "E505"
    return str(problem)


def test_the_folder_that_an_exam_wrote(tmp_path: Path) -> None:
    problems = Problems()
    keys = read_keys(write(tmp_path / "study-7"), "study", problems)
    assert keys is not None
    assert len(problems) == 0
    assert list(keys.forms) == ["A", "B"]
    assert (keys.first.blueprint, keys.first.seed, keys.first.marking, keys.drawn) == ("study", 7, "half", False)
    assert [item.id for item in keys.first.items] == [item.id for item in ITEMS]
    assert keys.first.items[0].basis == ("《生态环境法典》第1095条第1款",)


def test_the_folder_is_found_within_the_papers(tmp_path: Path) -> None:
    folder = write(tmp_path / "papers" / "study-7")
    assert exam_folder(folder, "study") == folder
    assert exam_folder(folder.parent, "study") == folder
    assert exam_folder(folder.parent, "other") is None
    write(tmp_path / "papers" / "study-more-7")
    assert exam_folder(folder.parent, "study") == folder
    write(tmp_path / "papers" / "study-8")
    assert exam_folder(folder.parent, "study") is None


def pipe(path: Path) -> None:
    """A pipe that nobody writes to, in place of a file."""
    path.unlink()
    os.mkfifo(path)


def change(name: str, how: Callable[[Any], None]) -> Callable[[Path], None]:
    def changed(folder: Path) -> None:
        found = json.loads((folder / name).read_text(encoding="utf-8"))
        how(found)
        (folder / name).write_text(json.dumps(found), encoding="utf-8")

    return changed


@pytest.mark.parametrize(
    ("spoil", "says"),
    [
        (change("key-B.json", lambda key: key["items"][0].update(points=99)), "key-B.json 与清单里的摘要不一致"),
        (change("manifest.json", lambda found: found.update(version=2)), "清单的版本是 2"),
        (
            change("manifest.json", lambda found: found["forms"][0].update(key="../key-A.json")),
            "文件名 ../key-A.json 不对",
        ),
        (
            change("manifest.json", lambda found: found["forms"].reverse() or found["forms"][0].update(form="C")),
            "不一致",
        ),
        (change("manifest.json", lambda found: found.pop("sha256")), "不合格式（KeyError）"),
        (lambda folder: (folder / "manifest.json").write_text("{"), "不合格式（JSONDecodeError）"),
        (lambda folder: (folder / "manifest.json").write_bytes(b"\xff\xfe\xff"), "读不了"),
        (lambda folder: (folder / "key-A.json").unlink(), "没有这个文件"),
        (lambda folder: pipe(folder / "key-A.json"), "管道或设备"),
        (lambda folder: pipe(folder / "manifest.json"), "管道或设备"),
        (lambda folder: (folder / "manifest.json").write_text("[" * 100_000), "读不了"),
    ],
)
def test_a_folder_that_was_changed_is_refused(tmp_path: Path, spoil: Callable[[Path], Any], says: str) -> None:
    folder = write(tmp_path / "study-7")
    spoil(folder)
    assert says in said(folder)


def test_the_folder_of_another_exam_is_refused(tmp_path: Path) -> None:
    assert "这是“study”的试卷，不是“other”的" in said(write(tmp_path / "study-7"), "other")


@pytest.mark.parametrize(
    "spoil",
    [
        lambda key: key.pop("items"),
        lambda key: key["items"].clear(),
        lambda key: key["items"][0].update(number=2),
        lambda key: key["items"][0].update(points=0),
        lambda key: key["items"][0].update(points="viel"),
        lambda key: key["items"][0].update(type="essay"),
        lambda key: key["items"][0]["options"][1].update(correct=False),
        lambda key: key["items"][3]["response"].update(blanks=[]),
        lambda key: key["items"][4]["response"].update(sequence=[9, 0, 1]),
        lambda key: key["items"][5].pop("response"),
        lambda key: key["items"][0]["basis"][0].update(article=-1),
        lambda key: key["blueprint"].update(marking="whim"),
        lambda key: key["blueprint"].update(pass_mark=None),
    ],
)
def test_a_key_that_contradicts_itself_is_none(spoil: Callable[[Any], Any]) -> None:
    key = data(paper())
    assert key_of(key).total == 20
    spoil(key)
    with pytest.raises(NoKey):
        key_of(key)


@pytest.mark.parametrize("content", [None, [], 3, "key", {}])
def test_other_json_is_no_key(content: Any) -> None:
    with pytest.raises(NoKey):
        key_of(content)


def test_a_paper_of_an_earlier_version_is_read_without_what_marking_does_not_need() -> None:
    document = data(paper())
    for entry in document["items"]:
        for name in ("rule", "audience", "level", "difficulty", "valid_from", "valid_until", "facts", "at"):
            del entry[name]
    assert [entry.question for entry in keys_of([document]).first.items] == [i.question for i in keys().first.items]


def test_keys_are_of_forms_unless_they_are_drawn() -> None:
    documents = [data(paper(form, alone=False)) for form in "AB"]
    assert not keys_of(documents).drawn
    assert keys_of(documents, drawn=True).drawn
    assert list(keys_of(documents).forms) == ["A", "B"]


def test_a_form_is_found_by_its_letter_or_the_number_of_its_paper() -> None:
    two = keys(paper("A", alone=False), paper("B", alone=False))
    for written in ("B", "b卷", "study-7-B", "STUDY-7-b卷"):
        assert two.find(written, "") is two.forms["B"], written
    assert two.find("", "") is two.find("C", "") is None
    one = keys(paper("A"))
    for written in ("", "A", "a卷", "study-7", "STUDY-7卷"):
        assert one.find(written, "") is one.first, written
    drawn = keys(paper("A"), paper("B"), drawn=True)
    for written, number, form in (("", "A", "A"), ("A", "A", "A"), ("study-7-B", "x", "B"), ("", "B", "B")):
        found = drawn.find(written, number)
        assert found is not None
        assert found.form == form
    assert drawn.find("", "x") is drawn.find("C", "A") is None
    assert (one.longest, drawn.longest) == (8, 8)


def test_no_form_at_all_is_no_key() -> None:
    with pytest.raises(NoKey, match="一份卷也没有"):
        keys_of([])
