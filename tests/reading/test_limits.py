"""What reading refuses: each with its place, quickly, with little memory, and never by a traceback."""

import datetime
import time
import tracemalloc
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.problems import Problems
from generator.reading import parse_yaml, read_markdown, read_yaml
from generator.reading.yaml_source import MAX_DEPTH

BOMB = "a0: &a0 [x, x, x, x, x, x, x, x, x, x]\n" + "".join(
    f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 10)}]\n" for n in range(1, 10)
)


def faults(text: str) -> list[str]:
    problems = Problems()
    parse_yaml(text, "x.yml", problems)
    return [str(problem).split("\n")[0] for problem in problems]


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        (BOMB, "x.yml:6:15: E104"),
        ("a: &a [1, *a]\n", "x.yml:1:11: E104"),
        ("&a {b: {c: *a}}\n", "x.yml:1:12: E104"),
        ("[" * 200_000, "x.yml:1:42: E104"),
        ("{a: " * 50_000, "x.yml:1:165: E104"),
        ("- " * 10_000, "x.yml:1:83: E104"),
        ("? " * 10_000, "x.yml:1:"),
        ("a: 1\nb: 2\na: 3\n", "x.yml:3:1: E105 键“a”重复（首见第 1 行）"),
        ("- 甲: {乙: 1, 乙: 2}\n", "x.yml:1:13: E105 键“乙”重复（首见第 1 行）"),
        ("- id: a\n\ttitle: b\n", "x.yml:2:1: E102 YAML 语法错误：用了制表符缩进"),
        ("- id: a\n  标题: 未\u0007\n", "x.yml:2:8: E102 YAML 语法错误：含有看不见的控制字符 U+0007"),
        ("- id: a\u2028\n", "x.yml:1:8: E102 YAML 语法错误：含有看不见的控制字符 U+2028"),
        ("- id: \x00\n", "x.yml:1:7: E102"),
        ("a: b: c\n", "x.yml:1:5: E102 YAML 语法错误：此处不能出现冒号"),
        ("a: 1\nb: '没有完\nc: 2\n", "x.yml:2:4: E102 YAML 语法错误：引号没有闭合"),
        ("a: [1, 2\nb: 3\n", "x.yml:2:2: E102"),
        ("a: *b\n", "x.yml:1:4: E102 YAML 语法错误：没有名为 b 的锚点"),
        ("a: 1\n---\nb: 2\n", "x.yml:2:1: E102 YAML 语法错误：一个文件只能有一个文档"),
        ("[a]: 1\n", "x.yml:1:1: E204 键必须是文字"),
        ("- day: 2026-02-30\n", "x.yml:1:8: E204 “2026-02-30”不是有效的值"),
        ("- n: " + "9" * 6000 + "\n", "x.yml:1:6: E204"),
    ],
)
def test_what_is_refused_and_where(text: str, begins: str) -> None:
    start = time.monotonic()
    tracemalloc.start()
    try:
        found = faults(text)
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert [line[: len(begins)] for line in found] == [begins], found
    assert time.monotonic() - start < 2
    assert peak < 20_000_000


def test_a_depth_that_content_needs_is_allowed() -> None:
    assert faults("[" * MAX_DEPTH + "]" * MAX_DEPTH) == []
    assert faults("[" * (MAX_DEPTH + 2) + "]" * (MAX_DEPTH + 2)) != []


def test_a_file_of_fifty_megabytes_is_refused_unread(tmp_path: Path) -> None:
    path = tmp_path / "big.yml"
    with path.open("wb") as file:
        file.truncate(50_000_000)
    problems = Problems()
    start = time.monotonic()
    tracemalloc.start()
    try:
        assert read_yaml(tmp_path, path, problems) is None
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert [str(problem) for problem in problems] == [
        "big.yml:1:1: E103 文件有 50.0 MB，上限为 5 MB\n    提示：按主题把内容拆成几个文件。"
    ]
    assert time.monotonic() - start < 0.5
    assert peak < 1_000_000


def test_gbk_is_named_with_its_place(tmp_path: Path) -> None:
    path = tmp_path / "gbk.yml"
    path.write_bytes(b"- id: a\n  title: " + "未批先建".encode("gbk") + b"\n")
    problems = Problems()
    assert read_yaml(tmp_path, path, problems) is None
    (problem,) = problems
    # the first character's two bytes happen to be one of UTF-8 (CE B4): the second character is where it breaks
    assert str(problem).startswith("gbk.yml:2:11: E101 不是 UTF-8 编码")
    assert "UTF-8" in problem.hint


def test_a_byte_order_mark_is_no_fault(tmp_path: Path) -> None:
    path = tmp_path / "bom.yml"
    path.write_bytes(b"\xef\xbb\xbf- id: a\r\n  title: b\r\n")
    problems = Problems()
    marked = read_yaml(tmp_path, path, problems)
    assert marked is not None
    assert (marked.value, list(problems)) == ([{"id": "a", "title": "b"}], [])
    assert str(marked.place((0, "title"))) == "bom.yml:2:10"


@pytest.mark.parametrize("text", ["没有前置数据\n", "", "---\nid: a\n没有结束\n", "\n---\nid: a\n---\n"])
def test_markdown_without_front_matter_is_a_problem(tmp_path: Path, text: str) -> None:
    (tmp_path / "x.md").write_text(text, encoding="utf-8")
    problems = Problems()
    assert read_markdown(tmp_path, tmp_path / "x.md", problems) is None
    assert [str(problem)[:14] for problem in problems] == ["x.md:1:1: E108"]


def test_a_missing_file_is_a_problem(tmp_path: Path) -> None:
    problems = Problems()
    assert read_yaml(tmp_path, tmp_path / "x.yml", problems) is None
    assert [problem.code for problem in problems] == ["E101"]


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("2026-08-15", datetime.date(2026, 8, 15)),
        ("2026-8-15", "2026-8-15"),
        ("010", 10),
        ("1_000", 1000),
        ("12:30", "12:30"),
        ("0x1F", "0x1F"),
        ("yes", "yes"),
        ("no", "no"),
        ("on", "on"),
        ("True", True),
        ("'5'", "5"),
        ("2.5", 2.5),
        ("~", None),
        ("!!python/object:os.system x", "x"),
    ],
)
def test_values_mean_what_the_writer_means(written: str, value: object) -> None:
    problems = Problems()
    marked = parse_yaml(f"a: {written}\n", "x.yml", problems)
    assert marked is not None
    assert marked.value["a"] == value
    assert type(marked.value["a"]) is type(value)
    assert list(problems) == []


@given(
    st.text(st.characters(exclude_categories=("Cs",)), max_size=60)
    | st.text("[]{}-:&*!|>'\"%@`#?, \n\tab1", max_size=40)
)
def test_no_text_raises(text: str) -> None:
    problems = Problems()
    parse_yaml(text, "x.yml", problems)
    for problem in problems:
        assert problem.at.line >= 1
        assert problem.at.column >= 1
        assert problem.hint
