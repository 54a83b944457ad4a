"""Reading a copy of official texts: the format, what is wrong with one, and which of several texts counts."""

import datetime
import json
import lzma
from pathlib import Path

import pytest

from generator.auditing.official import Official, read_official
from generator.kinds.regulation import Regulation
from generator.problems import Problems
from tests.auditing.conftest import LAWS, NEW, OLD, TEXTS, write_official


def read(directory: Path) -> tuple[Official, list[str]]:
    problems = Problems()
    official = read_official(directory, problems)
    assert all(problem.code == "E610" for problem in problems)
    return official, [str(problem) for problem in problems]


def test_articles_are_read_with_suffix_path_and_text(official: Official) -> None:
    (edition,) = official.of("试验水库法")
    assert list(edition.articles) == [(1, 0), (2, 0), (3, 0), (4, 0), (5, 0), (6, 0), (6, 1)]
    assert edition.articles[2, 0].path == ("第一章 总则",)
    assert edition.articles[6, 1].locus == "第6条之一"
    assert edition.effective == datetime.date(2026, 8, 15)
    assert edition.last == 6


def test_a_packed_file_reads_the_same(tmp_path: Path) -> None:
    bare = write_official(tmp_path / "bare")
    packed = write_official(tmp_path / "packed")
    (packed / "articles.jsonl.xz").write_bytes(lzma.compress((packed / "articles.jsonl").read_bytes()))
    (packed / "articles.jsonl").unlink()
    (one, told), (other, of_packed) = read(bare), read(packed)
    assert (one.editions, one.papers, told) == (other.editions, other.papers, of_packed)


def test_missing_files_are_problems(tmp_path: Path) -> None:
    official, problems = read(tmp_path / "nowhere")
    assert len(official) == 0
    assert len(problems) == 2


@pytest.mark.parametrize(
    "line",
    [
        "{", "[]", "3", '{"law": "甲法", "no": 1}', '{"law": "甲法", "no": "1", "text": "文"}', '{"law": "", "no": 1, "text": "文"}',
        '{"law": "甲法", "no": 0, "text": "文"}', '{"law": "甲法", "no": 1, "text": " "}', '{"law": "甲法", "no": true, "text": "文"}',
        '{"law": "甲法", "no": 1, "suffix": "之百百", "text": "文"}', '{"law": "甲法", "no": 1, "suffix": 3, "text": "文"}',
        '{"law": "甲法", "no": 1, "path": 5, "text": "文"}', '{"law": "甲法", "no": 1, "path": [5], "text": "文"}',
    ],
)  # fmt: skip
def test_a_bad_line_is_a_problem_with_its_number_and_the_rest_is_read(tmp_path: Path, line: str) -> None:
    directory = write_official(tmp_path)
    path = directory / "articles.jsonl"
    path.write_text(f"{line}\n\n{path.read_text(encoding='utf-8')}", encoding="utf-8")
    official, problems = read(directory)
    assert len(problems) == 1
    assert "articles.jsonl:1:1: E610" in problems[0]
    assert len(official.of(NEW)[0].articles) == 7


def test_many_bad_lines_are_summed_up(tmp_path: Path) -> None:
    directory = write_official(tmp_path)
    (directory / "articles.jsonl").write_text("x\n" * 100, encoding="utf-8")
    _, problems = read(directory)
    assert any("另有 80 行" in problem for problem in problems)


@pytest.mark.parametrize("laws", ["{", "{}", '["x"]', '[{"title": 3}]', '[{"title": "甲法", "adopted": "去年"}]',
                                  '[{"title": "甲法", "adopted": 2020}]', '[{"title": "甲法", "articles": "多"}]'])  # fmt: skip
def test_a_bad_list_of_laws_is_a_problem(tmp_path: Path, laws: str) -> None:
    directory = write_official(tmp_path)
    (directory / "laws.json").write_text(laws, encoding="utf-8")
    official, problems = read(directory)
    assert problems
    assert len(official.of(NEW)[0].articles) == 7


@pytest.mark.parametrize("name", ["articles.jsonl.xz", "laws.json"])
def test_broken_bytes_are_problems(tmp_path: Path, name: str) -> None:
    directory = write_official(tmp_path)
    (directory / name).write_bytes(b"\xff\xfe\x00broken")
    assert read(directory)[1]


def test_a_count_that_differs_from_the_list_is_a_problem(tmp_path: Path) -> None:
    laws = [{**LAWS[0], "articles": 9}, *LAWS[1:]]
    _, problems = read(write_official(tmp_path, laws=laws))
    assert len(problems) == 1
    assert "写明 9 条，条文文件里有 7 条" in problems[0]


def regulation(title: str, **version: object) -> Regulation:
    return Regulation.model_validate(
        {
            "id": "x",
            "title": title,
            "rank": "法律",
            "issuer": "某机关",
            "versions": [{"effective": "2000-01-01", **version}],
        },
        strict=False,
        context={},
    )


def two_texts(tmp_path: Path, first: dict[str, object], second: dict[str, object]) -> Official:
    """Two texts of one law, one article each; the second begins where the number returns."""
    rows = [{"law": OLD, "no": 1, "text": "旧文。"}, {"law": OLD, "no": 1, "text": "新文。"}]
    (tmp_path / "articles.jsonl").write_text("\n".join(json.dumps(row) for row in rows), encoding="utf-8")
    laws = [{"title": OLD, "articles": 1, **first}, {"title": OLD, "articles": 1, **second}]
    (tmp_path / "laws.json").write_text(json.dumps(laws), encoding="utf-8")
    official, problems = read(tmp_path)
    assert not problems
    return official


@pytest.mark.parametrize(
    ("first", "second", "day", "text"),
    [
        ({"adopted": "2010-01-01"}, {"adopted": "2020-01-01"}, "2015-01-01", "旧文。"),
        ({"adopted": "2010-01-01"}, {"adopted": "2020-01-01"}, "2026-01-01", "新文。"),
        ({}, {"effective": "2026-11-01"}, "2026-10-31", "旧文。"),
        ({}, {"effective": "2026-11-01"}, "2026-11-01", "新文。"),
        ({"adopted": "2010-01-01"}, {}, "2026-11-01", "旧文。"),
        ({"adopted": "2010-01-01"}, {"adopted": "2020-01-01"}, "2001-01-01", "旧文。"),
    ],
)
def test_of_two_texts_the_latest_begun_counts(
    tmp_path: Path, first: dict[str, object], second: dict[str, object], day: str, text: str
) -> None:
    official = two_texts(tmp_path, first, second)
    edition = official.edition(regulation(OLD), datetime.date.fromisoformat(day))
    assert edition is not None
    assert edition.articles[1, 0].text == text


def test_the_text_whose_dates_are_the_versions_own_counts_first(tmp_path: Path) -> None:
    official = two_texts(tmp_path, {"adopted": "2010-01-01"}, {"adopted": "2020-01-01"})
    record = regulation(OLD, adopted="2010-01-01", effective="2010-06-01")
    edition = official.edition(record, datetime.date(2026, 1, 1))
    assert edition is not None
    assert edition.articles[1, 0].text == "旧文。"


def test_a_title_is_found_with_and_without_the_name_of_the_state(official: Official) -> None:
    assert official.of("试验水库法") == official.of("《中华人民共和国试验水库法》")
    assert official.edition(regulation("无此法"), datetime.date(2026, 1, 1)) is None
    assert TEXTS[NEW, 1, ""] == official.of(NEW)[0].articles[1, 0].text
