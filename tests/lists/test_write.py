"""Where changes are written: beside the records of the same unit; what a content pack brings is replaced by a record of one's own."""

import dataclasses
from pathlib import Path

import pytest

from generator.gate import Refusal
from generator.library import Library, build_library
from generator.lists.imported import read_list
from generator.lists.layout import layout_named
from generator.lists.write import new_texts, write_texts
from generator.problems import Problems
from tests.conftest import MINI, MINI_DAY
from tests.lists.conftest import Book

HEAD = ("编号", "责任单位", "责任事项", "依据", "责任类型")


def changed_texts(library: Library, path: Path) -> dict[str, tuple[str, str]]:
    layout, problems = layout_named("责任清单"), Problems()
    assert layout is not None
    read = read_list(library, layout, [path], problems)
    assert [str(problem) for problem in problems] == []
    return new_texts(MINI, library, layout, read.found, remove=True)


def test_a_record_of_a_pack_is_replaced_by_one_of_the_project(book: Book) -> None:
    library = build_library(MINI, MINI_DAY, Problems())
    for record in library.all("responsibility"):
        assert record._marked
        record._marked = dataclasses.replace(record._marked, file=f"land:{record._marked.file}")
    path = book("清单.xlsx", [HEAD, ("office-register", "湖管局", "登记取水的人和船", "湖法第5条", "牵头")])
    texts = changed_texts(library, path)
    assert list(texts) == ["content/responsibilities/imported.yml"]
    before, after = texts["content/responsibilities/imported.yml"]
    assert before == ""
    assert "- id: office-register\n" in after
    assert "duty: 登记取水的人和船\n" in after
    assert "sample: true" in after  # all that the pack's record says and the list has no column for


def test_a_file_that_changed_meanwhile_is_not_written_over(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("- {id: a}\n", encoding="utf-8")
    with pytest.raises(Refusal, match="被别人改了"):
        write_texts(tmp_path, {"a.yml": ("- {id: b}\n", "- {id: c}\n")})
    assert (tmp_path / "a.yml").read_text("utf-8") == "- {id: a}\n"


def test_where_one_file_cannot_be_written_none_is(tmp_path: Path) -> None:
    (tmp_path / "a.yml").write_text("- {id: a}\n", encoding="utf-8")
    (tmp_path / "b.yml").write_text("- {id: b}\n", encoding="utf-8")
    texts = {"a.yml": ("- {id: a}\n", "- {id: a2}\n"), "b.yml": ("- {id: old}\n", "- {id: b2}\n")}
    with pytest.raises(Refusal, match="被别人改了"):
        write_texts(tmp_path, texts)
    assert {path.name: path.read_text("utf-8") for path in tmp_path.iterdir()} == {
        "a.yml": "- {id: a}\n",
        "b.yml": "- {id: b}\n",
    }
