"""Slips of the pen in YAML: named as such, on the line where they stand; and quiet where the same signs are text."""

import pytest

from generator.problems import Problems
from generator.reading import parse_yaml


def told(text: str) -> list[str]:
    problems = Problems()
    parse_yaml(text, "x.yml", problems)
    return [str(problem).split("\n")[0] for problem in problems]


@pytest.mark.parametrize(
    ("text", "begins"),
    [
        ("- id: a\n  title：甲\n  definition: 乙\n", ["x.yml:2:8: E102 YAML 写法：字段名后面是全角冒号“：”（U+FF1A）"]),
        ("- id: a\n  title：甲\n", ["x.yml:2:8: E102"]),
        ("- id：a\n  title: 甲\n", ["x.yml:1:5: E102"]),
        ("- id：a\n", ["x.yml:1:5: E102"]),
        ("records：\n  - id: a\n", ["x.yml:1:8: E102"]),
        ("- id: a\n  title ﹕ 甲\n", ["x.yml:2:9: E102"]),
        ("- id: a\n　　title: 甲\n", ["x.yml:2:1: E102 YAML 写法：行首用了全角空格（U+3000）缩进"]),
        ("- id: a\n  　title: 甲\n", ["x.yml:2:3: E102"]),
        (
            "- id: a\n\u00a0 title: 甲\n  definition: 乙\n",
            ["x.yml:2:1: E102 YAML 写法：行首用了不换行空格（U+00A0）缩进"],
        ),
        ("- id: a\n \u00a0title: 甲\n", ["x.yml:2:2: E102"]),
        ("- id: a\n\u2003\u2003title: 甲\n", ["x.yml:2:1: E102"]),
        ("－ id: a\n  title: 甲\n", ["x.yml:1:1: E102 YAML 写法：列表项用了全角短横“－”（U+FF0D）"]),
        ("- id: a\n  title: 甲\n— id: b\n  title: 乙\n", ["x.yml:3:1: E102 YAML 写法：列表项用了破折号"]),
        ("- id: a\n  basis:\n    – 湖法 第1条\n", ["x.yml:3:5: E102"]),
        ("-\u00a0id: a\n  title: 甲\n", ["x.yml:1:2: E102 YAML 写法：“-”后面是不换行空格"]),
        ("-　id: a\n", ["x.yml:1:2: E102"]),
        ("- id:\u00a0a\n  title: 甲\n", ["x.yml:1:6: E102 YAML 写法：冒号后面是不换行空格"]),
        ("- id:　a\n", ["x.yml:1:6: E102"]),
        ("- id：a\n  title：甲\n", ["x.yml:1:5: E102", "x.yml:2:8: E102"]),
        ("- id: a\n  title:甲\n  definition: 乙\n", ["x.yml:2:8: E102 YAML 写法：半角冒号“:”（U+003A）后面没有空格"]),
        ("- id: a\n  title:“甲”\n", ["x.yml:2:8: E102 YAML 写法：半角冒号"]),
        ("・id: a\n  title: 甲\n", ["x.yml:1:1: E102 YAML 写法：列表项用了全角或特殊的符号“・”（U+30FB）"]),
        ("• id: a\n  title: 甲\n", ["x.yml:1:1: E102 YAML 写法：列表项用了"]),
        ("＃ 注\n- id: a\n", ["x.yml:1:1: E102 YAML 写法：注释用了全角井号“＃”（U+FF03）"]),
        ("- id: a\n  title: ｜\n    甲\n", ["x.yml:2:10: E102 YAML 写法：成段的文字用了全角竖线“｜”（U+FF5C）"]),
        ("- {id: a， title: 甲}\n", ["x.yml:1:9: E102 YAML 写法：字段之间用了全角逗号“，”（U+FF0C）"]),
        ("- {id: a, title: 甲， definition: 乙}\n", ["x.yml:1:19: E102 YAML 写法：字段之间用了全角逗号"]),
        ("- {id: a, title: 甲、 definition: 乙}\n", ["x.yml:1:19: E102 YAML 写法：字段之间用了顿号"]),
        ("- {id：a, title: 甲}\n", ["x.yml:1:6: E102 YAML 写法：字段名后面是全角冒号"]),
        ("- {id: a, title：甲}\n", ["x.yml:1:16: E102 YAML 写法：字段名后面是全角冒号"]),
        ("- ｛id: a, title: 甲｝\n", ["x.yml:1:3: E102 YAML 写法：括号用了全角花括号"]),
    ],
)
def test_each_is_named_on_its_own_line(text: str, begins: list[str]) -> None:
    found = told(text)
    assert [line[: len(start)] for line, start in zip(found, begins, strict=False)] == begins
    assert len(found) == len(begins), found


@pytest.mark.parametrize(
    "text",
    [
        "- id: a\n  title: 甲：乙\n",
        "- id: a\n  title: ・甲 ＃ 乙 ｜ 丙\n",
        "- id: a\n  title: |\n    ＃ 甲\n    ・id: 乙\n    id:甲\n",
        "- id: a\n  title: |\n    id：甲\n    － 乙\n    　　缩进\n",
        "- id: a\n  title: >-\n    title：甲\n\n    — 乙\n  definition: 丙\n",
        "- id: a\n  title: '一行\n    id：二行\n    　三行'\n",
        '- id: a\n  title: "id：甲"\n',
        "- pH：六到九\n- COD：多少\n- 甲：乙\n",
        "- id: a\n  title: 甲 — 乙\n",
        "- {id: a, title: '甲，id：乙'}\n",
        "- {id: a, title: 甲，乙：丙}\n",
        "- {id: a, title: 甲} # {乙， id：丙}\n",
        "- id: a # 甲的编号：一\n",
        "# 说明：　全角\n- id: a\n",
    ],
)
def test_the_same_signs_as_text_are_none(text: str) -> None:
    assert told(text) == []


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("- title: 甲 #1 号\n", "x.yml:1:12"),
        ("- title: 甲 # 1 号\n", "x.yml:1:12"),
        ("- id: lake #1\n", "x.yml:1:12"),
        ("- title: 甲\n    乙 #丙\n", "x.yml:2:7"),
        ("- aliases:\n    - C #2\n", "x.yml:2:9"),
        ("{title: 甲 #乙\n}\n", "x.yml:1:11"),
    ],
)
def test_what_is_cut_at_a_sign_of_number_is_warned_of(text: str, place: str) -> None:
    (line,) = told(text)
    assert line.startswith(f"{place}: W111 “#")


@pytest.mark.parametrize(
    "text",
    [
        "- title: '甲 #1 号'\n",
        '- title: "甲" # 说明\n',
        "- title: 甲#1\n",
        "- id: lake-law # 说明\n  title: 湖法 # 说明\n",
        "- day: 2026-08-15 # 说明\n- count: 5 #1\n- sample: true # 是\n",
        "- title: |\n    甲 #1\n",
        "# 说明\n- id: a\n  # 说明\n  title: 甲\n",
    ],
)
def test_remarks_and_quoted_signs_are_not(text: str) -> None:
    assert told(text) == []
