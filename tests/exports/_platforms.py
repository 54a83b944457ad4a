"""Strict readers of what platforms take, written from what is published of their templates, not from our writers.

Each gives for every question: kind, stem, options, right answers (letters, or accepted writings for each blank).
"""

import io
import re
from dataclasses import dataclass
from typing import Any

from openpyxl import load_workbook

LETTERS = "ABCDEFGHIJKLMNOPQRSTUVWXYZ"


@dataclass(frozen=True)
class Read:
    kind: str
    stem: str
    options: tuple[str, ...]
    right: Any
    over: str = ""


def rows(content: bytes, sheet: str | None = None) -> list[list[str]]:
    """Cells as text; a formula, a number where text belongs, or a cell that is not of the text format is an error."""
    book = load_workbook(io.BytesIO(content))
    page = book[sheet] if sheet else book.worksheets[0]
    found = []
    for row in page.iter_rows():
        cells = []
        for cell in row:
            assert cell.data_type in {"s", "n"}, f"{cell.coordinate} is a formula"
            assert cell.data_type == "n" or cell.number_format == "@"
            assert not cell.quotePrefix
            cells.append("" if cell.value is None else str(cell.value))
        found.append(cells)
    return found


def chosen(letters: str, options: tuple[str, ...], several: bool) -> tuple[str, ...]:
    assert letters, "no answer"
    assert letters == "".join(sorted(set(letters))), letters
    assert all(mark in LETTERS[: len(options)] for mark in letters), letters
    assert several or len(letters) == 1
    return tuple(letters)


def packed(cells: list[str]) -> tuple[str, ...]:
    """Options without a gap between them."""
    filled = [cell for cell in cells if cell]
    assert cells[: len(filled)] == filled, "a gap between options"
    return tuple(filled)


def chaoxing(content: bytes) -> list[Read]:
    head, *data = rows(content, "课程题库")
    assert head == [
        *[
            "目录",
            "题目类型",
            "大题题干",
            "小题题型",
            "小题题干",
            "正确答案",
            "答案解析",
            "难易度",
            "知识点",
            "标签",
            "选项数",
        ],
        *(f"选项{mark}" for mark in "ABCDEFGH"),
    ]
    found = []
    for row in data:
        assert len(row) == len(head) == 19
        folder, kind, stem, small_kind, small_stem, answer, _, step, _, _, count = row[:11]
        assert re.fullmatch(r"/[^/]+/[^/]+", folder), folder
        over = ""
        if kind == "阅读理解":  # a question on what it shares with those beside it
            assert small_kind in {"单选题", "多选题", "简答题"}
            assert small_stem
            over, kind, stem = stem, small_kind, small_stem
            assert over
        else:
            assert (small_kind, small_stem) == ("", "")
        assert step in {"易", "中", "难"}
        assert stem
        options = packed(row[11:])
        right: Any
        if kind == "填空题":
            assert answer == ""
            assert int(count) == len(options)
            right = tuple(tuple(option.split(";")) for option in options)
            for accepted in right:
                for text in accepted:
                    assert text, "an empty answer"
                    assert not re.search(r"\d\s*-\s*\d", text), "would be read as a range"
            options = ()
        elif kind == "简答题":
            assert (count, options) == ("", ())
            right = answer
        else:
            assert int(count) == len(options)
            if kind == "判断题":
                assert options == ("正确", "错误")
                assert count == "2"
            else:
                assert kind in {"单选题", "多选题"}
                assert len(options) >= 2
            right = chosen(answer, options, kind == "多选题")
        found.append(Read(kind, stem, options, right, over))
    return found


KAOSHIBAO = [
    "题干（必填）", "题型 （必填）", "选项 A", "选项 B", "选项 C", "选项 D", "选项E\n(勿删)", "选项F\n(勿删)", "选项G\n(勿删)",
    "选项H\n(勿删)", "正确答案\n（必填）", "解析\n（勿删）", "章节\n（勿删）", "难度",
]  # fmt: skip


def kaoshibao(content: bytes) -> list[Read]:
    notice, head, *data = rows(content)
    assert notice[0]
    assert head == KAOSHIBAO
    found = []
    for row in data:
        stem, kind, answer = row[0], row[1], row[10]
        assert stem
        assert answer
        options, right = packed(row[2:10]), answer
        if kind in {"单选题", "多选题"}:
            right = chosen(answer, options, kind == "多选题")
        elif kind == "判断题":
            assert options == ("对", "错")
            right = chosen(answer, options, False)
        elif kind == "填空题":
            right = tuple(tuple(blank.split("|")) for blank in answer.split("；"))
        else:
            assert kind == "简答题"
        found.append(Read(kind, stem, options, right))
    return found


def motibang(content: bytes) -> list[Read]:
    title, about, time, head, *data = rows(content)
    assert [line[0] for line in (title, about, time)] == ["标题", "描述", "用时"]
    assert title[1]
    assert about[1]
    assert time[1].isdecimal()
    assert head == [
        *[
            "题干",
            "题型",
            "选择项1",
            "选择项2",
            "选择项3",
            "选择项4",
            "选择项5",
            "解析",
            "答案1",
            "答案2",
            "得分1",
            "得分2",
        ]
    ]
    found = []
    for row in data:
        stem, kind = row[:2]
        options = packed(row[2:7])
        one, two, mark, other = row[8:]
        assert stem
        assert one
        assert float(mark) > 0
        assert bool(two) == bool(other)
        if kind == "填空题":
            right: Any = tuple(tuple(text.split("|")) for text in (one, two) if text)
        else:
            assert kind in {"单选题", "多选题", "判断题"}
            assert (two, other) == ("", "")
            right = chosen(one, options, kind == "多选题")
        found.append(Read(kind, stem, options, right))
    return found


_LINE = re.compile(
    r"(?P<number>\d+)\. (?P<stem>.*) \[(?P<kind>单选题|多选题|判断题|填空题|简答题)\] \((?P<points>[\d.]+)分\)"
)


def wjx_text(content: bytes) -> list[Read]:
    title, *questions = content.decode().rstrip("\n").split("\n\n")
    assert title
    found = []
    for number, question in enumerate(questions, 1):
        first, *lines = question.split("\n")
        head = _LINE.fullmatch(first)
        assert head, first
        assert int(head["number"]) == number
        bracket = re.fullmatch(r"(?P<stem>.*)\((?P<answer>[^()]*)\)", head["stem"])
        stem = bracket["stem"] if bracket else head["stem"]
        assert "(" not in stem, "a bracket of the text would be read as the answer"
        assert bracket or not stem.endswith("）"), "a bracket of the stem might be read as the answer"
        assert lines[-1].startswith("解析：")
        options = []
        for place, line in enumerate(lines[:-1]):
            assert line.startswith(f"{LETTERS[place]}."), line
            options.append(line[2:])
        kind = head["kind"]
        if kind == "填空题":
            assert bracket
            right: Any = (tuple(bracket["answer"].split("|")),)
        elif kind == "简答题":
            assert not bracket
            right = ""
        else:
            assert bracket
            right = chosen(bracket["answer"], tuple(options), kind == "多选题")
        found.append(Read(kind, stem, tuple(options), right))
    return found


def wjx_sheet(content: bytes) -> list[tuple[str, str]]:
    """First line and answer of each question."""
    head, *data = rows(content)
    assert head == ["题干"]
    found = []
    for (cell,) in data:
        lines = cell.split("<br/>")
        assert all("<" not in line for line in lines)
        assert lines[-1].startswith("解析：")
        (answer,) = [line for line in lines if line.startswith("答案：")]
        found.append((lines[0], answer.removeprefix("答案：")))
    return found
