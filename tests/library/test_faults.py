"""Faults of single records: code, place and hint of each."""

import os
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pytest

from generator.library import Library, build_library
from generator.problems import Problems
from tests.conftest import MINI, MINI_DAY

Write = Callable[[str, str], Path]
Built = Callable[..., tuple[Library, list[Any]]]

LAW = "- {id: a, title: 甲法, rank: 法律, issuer: 某会, source: s, versions: [{effective: 2020-01-01, articles: 9}]}\n"


def told(problems: list[Any]) -> list[str]:
    return [f"{problem.at.line or 1}:{problem.at.column or 1} {problem.code} {problem.message}" for problem in problems]


@pytest.mark.parametrize(
    ("text", "expected", "hint"),
    [
        ("- id: a\n  title: 甲\n  defintion: 乙\n", ["1:3 E201 缺少必填字段 “definition”", "3:3 E202 未知字段“defintion”"], "是不是想写 definition？"),
        ("- id: a\n  title: 5\n  definition: 乙\n  source: s\n", ["2:10 E204 “title” 应为文字"], "像数字、日期的文字要加引号。"),
        ("- id: a\n  title: 甲\n  definition: 乙\n  source: s\n  sample: 1\n", ["5:11 E204 “sample” 应为 true 或 false"], "例子"),
        ("- id: a\n  title: 甲\n  definition: 乙\n  source: s\n  checked: '2026-08-15'\n", ["5:12 E204 “checked” 应为日期，如 2026-08-15"], "日期不加引号"),
        ("- id: a\n  title: 甲\n  definition: 乙\n  source: s\n  aliases: 丙\n", ["5:12 E204 “aliases” 应为列表"], "每项一行"),
        ("- id: a\n  title: 甲\n  definition: 乙\n", ["1:3 E208 术语“甲”没有写来源"], "写 source"),
        ("- id: A B\n  title: 甲\n  definition: 乙\n  source: s\n", ["1:7 E204 “id” 的写法不对：“A B”"], "小写英文字母"),
        ("- id: a\n  title: <b>甲\n  definition: 乙\n  source: s\n", ["2:10 E205 “title”：文本含 HTML 或脚本：<b>甲"], "不能有 HTML"),
        ("- id: a\n  title: 甲\n  definition: 乙\n  basis: [甲法]\n", ["4:11 E207 “basis[1]”：引文写法不对：「甲法」缺少条号，应写作「法规名称 第N条第N款第（N）项」"], "写成“"),
        ("- id: a\n  title: 甲\n  definition: 乙\n  basis: [甲法 第10条]\n", ["4:11 E303 甲法只有 9 条，引了第10条"], "核对条号。"),
        ("- id: a\n  title: 甲\n  definition: 乙\n  basis: [乙法 第1条]\n", ["4:11 E302 没有名为“乙法”的法规"], "先在 content/regulations"),
        ("- 甲\n- id: a\n  title: 甲\n  definition: 乙\n  source: s\n", ["1:3 E204 记录应为字段表（名称: 值）"], "每条记录以"),
        ("id: a\ntitle: 甲\n", ["1:1 E204 文件应是记录的列表"], "每条记录以"),
        ("defaults: [a]\nrecords: []\n", ["1:11 E204 defaults 应为字段表（名称: 值）"], "每行写成"),
        ("defaults: {sources: x}\nrecords:\n  - {id: a, title: 甲, definition: 乙}\n  - {id: b, title: 甲, definition: 乙}\n", ["1:12 E202 未知字段“sources”"], "是不是想写 source？"),
        ("defaults:\n  title: 5\nrecords:\n  - {id: a, definition: 乙, source: s}\n", ["2:10 E204 “title” 应为文字"], "加引号"),
        ("- {id: a, title: 甲, definition: 乙, source: s}\n- {id: b, title: 甲, definition: 乙, source: s}\n- {id: a, title: 甲, definition: 乙, source: s}\n", ["3:8 E203 术语编号“a”重复（首见 第 1 行）"], "换一个编号"),
        ("- {id: a, title: 甲, definition: 乙, source: s, related: [a, b]}\n", ["1:60 E301 没有编号为“b”的术语"], "先登记"),
    ],
)  # fmt: skip
def test_a_fault_in_a_term(write: Write, built: Built, text: str, expected: list[str], hint: str) -> None:
    write("content/regulations/a.yml", LAW)
    write("content/terms/t.yml", text)
    _, problems = built()
    assert told(problems) == expected
    assert hint in problems[-1].hint
    assert {problem.at.file for problem in problems} == {"content/terms/t.yml"}


def test_old_provisions_without_a_title_are_told_and_none_repeats_another(write: Write, built: Built) -> None:
    """Another bureau's rows of before titles were asked for still make its pages."""
    row = "- {{id: {0}, old: 甲法 第{1}条, relation: dropped, summary: 不再规定。, sample: true}}\n"
    write("content/regulations/a.yml", LAW)
    write("content/concordance/c.yml", row.format("one", 1) + row.format("two", 2))
    library, problems = built()
    assert [row.id for row in library.all("concordance")] == ["one", "two"]
    assert told(problems) == [f"{number}:3 W313 没有写甲法 第{number}条说的是什么" for number in (1, 2)]


def test_an_article_whole_and_in_part_in_one_list_is_told(write: Write, built: Built) -> None:
    write("content/regulations/a.yml", LAW)
    term = "- {{id: {0}, title: {0}, definition: 乙, basis: [{1}]}}\n"
    twice = term.format("x", "甲法 第5条第2款, 甲法 第5条") + term.format(
        "y", "甲法 第5条第2款, 甲法 第6条, 甲法 第5条第1款"
    )
    write("content/terms/t.yml", twice)
    _, problems = built()
    assert told(problems) == ["1:44 W314 同一处引了甲法 第5条整条，又引第5条第2款"]


@pytest.mark.parametrize(
    ("name", "text", "expected"),
    [
        ("content/articles/a.yml", "- {regulation: a, number: 5, heading: 一}\n- {regulation: a, number: 5, heading: 二}\n", "2:3 E203 条文编号“a/5”重复（首见 第 1 行）"),
        ("content/articles/a.yml", "- {regulation: a, number: 12, heading: 一}\n", "1:27 E305 甲法只有 9 条，写了第12条"),
        ("content/articles/a.yml", "- {regulation: b, number: 1, heading: 一}\n", "1:16 E301 没有编号为“b”的法律法规"),
        ("content/regulations/b.yml", "- {id: b, title: 乙法, rank: 法律, issuer: 某会, source: s, versions: [{effective: 2020-01-01, repealed_on: 2019-01-01}]}\n", "1:66 E206 日期颠倒：repealed_on（2019-01-01）早于 effective（2020-01-01）"),
        ("content/regulations/b.yml", "- {id: b, title: 乙法, rank: 法令, issuer: 某会, source: s, versions: [{effective: 2020-01-01}]}\n", "1:28 E204 “rank” 的取值“法令”不在允许之列：法律、行政法规、监察法规、地方性法规、部门规章、地方政府规章、司法解释、规范性文件、政策文件"),
        ("content/regulations/b.yml", "- {id: b, title: [乙法], rank: 法律, issuer: 某会, source: s, versions: [{effective: 2020-01-01}]}\n", "1:18 E204 “title” 应为文字"),
        ("content/regulations/b.yml", "- {id: b, title: {乙: 法}, rank: 法律, issuer: 某会, source: s, versions: [{effective: 2020-01-01}]}\n", "1:18 E204 “title” 应为文字"),
        ("content/regulations/b.yml", "- {id: b, title: [[乙]], rank: 法律, issuer: 某会, source: s, versions: [{effective: 2020-01-01}]}\n", "1:18 E204 “title” 应为文字"),
        ("content/must-know/a.yml", "- {id: m, title: 单, audience: 镇街, articles: [{basis: 甲法 第1条, level: know}], adopted: 2026-05-02, updated: 2026-05-01}\n", "1:3 E206 日期颠倒：updated（2026-05-01）早于 adopted（2026-05-02）"),
        ("content/education/a.yml", "- {id: e, title: 讲, unit: u, regulations: [a], audiences: [众], measures: [讲], when: 每年, source: s, materials: [{title: 书, file: ../../etc/passwd}]}\n", "1:129 E106 “materials[1].file”：路径越出项目：../../etc/passwd"),
        ("content/education/a.yml", "- {id: e, title: 讲, unit: u, regulations: [a], audiences: [众], measures: [讲], when: 每年, source: s, materials: [{title: 书, file: no.pdf}]}\n", "1:129 E301 “materials[1].file”：docs/ 里没有文件 no.pdf"),
        ("content/lows/a.yml", "- x\n", "1:1 E107 不认识的目录 content/lows"),
        ("content/stray.yml", "- x\n", "1:1 E107 文件不在任何内容目录里：content/stray.yml"),
        ("content/guides/a.md", "没有前置数据\n", "1:1 E108 文件开头没有前置数据"),
        ("content/guides/a.md", "---\n- a\n---\n", "2:1 E204 前置数据应为字段表（名称: 值）"),
        ("content/site.yml", "nam: x\n", "1:1 E202 未知字段“nam”"),
        ("content/site.yml", "- x\n", "1:1 E204 应为字段表（名称: 值）"),
    ],
)  # fmt: skip
def test_a_fault_elsewhere(write: Write, built: Built, name: str, text: str, expected: str) -> None:
    write("content/regulations/a.yml", LAW)
    write("content/units/u.yml", "- {id: u, name: 甲, unit_class: x, source: s}\n")
    write(name, text)
    _, problems = built()
    assert told(problems) == [expected]
    assert problems[0].hint


def test_one_of_two_equal_ids_in_two_files_names_the_other(write: Write, built: Built) -> None:
    term = "- {id: a, title: 甲, definition: 乙, source: s}\n"
    write("content/terms/1.yml", term)
    write("content/terms/2.yml", "\n" + term)
    _, problems = built()
    assert [str(problem).split("\n")[0] for problem in problems] == [
        "content/terms/2.yml:2:8: E203 术语编号“a”重复（首见 content/terms/1.yml:1:3）"
    ]


def test_a_record_with_countless_faults_tells_the_first_and_their_number(write: Write, built: Built) -> None:
    fields = "".join(f"  f{n}: 1\n" for n in range(300))
    write("content/terms/t.yml", f"- id: a\n  title: 甲\n  definition: 乙\n{fields}")
    _, problems = built()
    assert len(problems) == 51
    assert any("另有 250 处错误" in problem.message for problem in problems)


def test_a_link_to_the_outside_is_not_read(write: Write, built: Built, tmp_path: Path) -> None:
    outside = tmp_path.parent / f"{tmp_path.name}-outside.yml"
    outside.write_text("- {id: secret, title: 甲, definition: 乙, source: s}\n", encoding="utf-8")
    for name in ("content/terms/t.yml", "content/site.yml", "content/stray.yml", "docs/secret.md"):
        (tmp_path / name).parent.mkdir(parents=True, exist_ok=True)
        (tmp_path / name).symlink_to(outside)
    library, problems = built()
    assert [f"{problem.at.file} {problem.code}" for problem in problems] == [
        "content/site.yml E106",
        "content/stray.yml E106",
        "content/terms/t.yml E106",
        "docs/secret.md E106",
    ]
    assert library.all("term") == ()


def test_an_empty_project_is_an_empty_library(write: Write, built: Built, tmp_path: Path) -> None:
    write("content/terms/empty.yml", "# 还没有内容\n")
    library, problems = built()
    assert problems == []
    assert library.all("term") == library.penalties == library.topics == ()


def test_the_same_files_give_the_same_library_whatever_the_order_of_the_disk(monkeypatch: pytest.MonkeyPatch) -> None:
    def outcome() -> tuple[str, list[str]]:
        problems = Problems()
        library = build_library(MINI, MINI_DAY, problems)
        return repr(library.records), [str(p) for p in problems]

    first = outcome()
    real = os.scandir

    class Backwards:
        def __init__(self, path: object) -> None:
            with real(path) as entries:  # type: ignore[call-overload]
                self._entries = sorted(entries, key=lambda entry: entry.name, reverse=True)

        def __enter__(self) -> Any:
            return iter(self._entries)

        def __exit__(self, *_: object) -> None: ...

        def __iter__(self) -> Any:
            return iter(self._entries)

    monkeypatch.setattr(os, "scandir", Backwards)
    assert outcome() == first
