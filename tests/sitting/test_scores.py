"""What pufa mark writes: workbook, JSON, sheets; the same bytes for the same marks, and no text that acts."""

import io
import json
import zipfile
from collections import Counter
from datetime import date, datetime
from pathlib import Path
from typing import Any

import docx
import pytest
from openpyxl import load_workbook

from generator.exports.workbook import Sheet, workbook
from generator.sitting.candidates import Sitting
from generator.sitting.scores.book import _common, scores_book
from generator.sitting.scores.data import scores_json
from generator.sitting.scores.sheet import sheet
from generator.sitting.scores.slips import file_names, slips
from generator.sitting.scores.told import section_rows, topic_rows
from tests.sitting._forms import FULL, item, keys, options, paper, sit

SECTIONS = tuple(f"{type} 题" for type in ("single", "multiple", "judge", "blank", "match", "order", "calc", "case"))
EVIL = '=HYPERLINK("http://x","y")'
ROWS = (
    ("001", "张三", "一队", *FULL),
    ("002", EVIL, "@二队", "A", "AB", "错", "20万元；3日；2年", "1-C", "CBA", "1元", "2.5"),
    ("003", "<b>王五</b>", "", "AB", "C", "", "", "", "", "", "1"),
    ("004", "缺", "一队"),
)


def sitting() -> Sitting:
    return sit(*ROWS)[0]


def rows(content: bytes, name: str) -> list[tuple[Any, ...]]:
    book = load_workbook(io.BytesIO(content))
    return [tuple(cell.value for cell in row) for row in book[name].iter_rows()]


def test_the_sheet_of_scores() -> None:
    head, *body = rows(scores_book(sitting()), "成绩")
    assert head[:7] == ("名次", "考号", "姓名", "单位", "卷别", "得分", "结果")
    assert [row[:7] for row in body] == [
        (1, "001", "张三", "一队", "A", 20, "及格"),
        (2, "002", EVIL, "@二队", "A", 6.5, "不及格"),
        (3, "003", "<b>王五</b>", None, "A", 1, "不及格"),
        ("缺考", "004", "缺", "一队", "A", 0, "缺考"),
    ]
    assert [sum(row[7:15]) for row in body] == [row[5] for row in body]
    assert [row[15:] for row in body] == [(8, 0), (0, 0), (0, 6), (0, 8)]


def test_the_sheet_of_questions() -> None:
    head, *body = rows(scores_book(sitting()), "各题")
    found = {row[11]: dict(zip(head, row, strict=True)) for row in body}
    assert found["one"]["人数"] == 3
    assert found["one"]["平均得分"] == 0.67
    assert found["one"]["得分率"] == pytest.approx(1 / 3, abs=1e-4)
    assert found["one"]["常见错答"] == "A 1 人"
    assert found["many"]["常见错答"] == "AB 1 人，C 1 人"
    assert found["fill"]["常见错答"] == "20万元；3日；2年 1 人"
    assert found["sum"]["答案"] == "125000元"


def test_the_sheet_of_units() -> None:
    _, *body = rows(scores_book(sitting()), "各单位")
    assert body == [
        ("@二队", 1, 1, 6.5, 6.5, 6.5, 0, 0),
        ("一队", 2, 1, 20, 20, 20, 1, 1),
        ("（未填）", 1, 1, 1, 1, 1, 0, 0),
    ]


def test_no_text_is_a_formula() -> None:
    evil = ["=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "plain", "a\x00b"]
    content = workbook((Sheet("a/b", ("=head",), [(text,) for text in evil], (10,)),), date(2026, 8, 15))
    book = load_workbook(io.BytesIO(content))
    cells = [row[0] for row in book["ab"].iter_rows()]
    assert [cell.data_type for cell in cells] == ["s"] * 8
    assert [cell.value for cell in cells] == ["=head", "=1+1", "+1", "-1", "@SUM(A1)", "\t=1", "plain", "ab"]
    assert {cell.number_format for cell in cells} == {"@"}
    assert not any(cell.quotePrefix for cell in cells)
    with zipfile.ZipFile(io.BytesIO(content)) as parts:
        assert b"<f>" not in b"".join(parts.read(name) for name in parts.namelist())


def test_the_same_marks_give_the_same_bytes(monkeypatch: pytest.MonkeyPatch) -> None:
    first = scores_book(sitting())

    class Later(datetime):
        @classmethod
        def now(cls, tz: Any = None) -> "Later":
            return cls(2031, 1, 2, 3, 4, 5, tzinfo=tz)

    monkeypatch.setattr("openpyxl.packaging.core.datetime.datetime", Later)
    monkeypatch.setattr("openpyxl.writer.excel.datetime.datetime", Later)
    assert scores_book(sitting()) == first
    with zipfile.ZipFile(io.BytesIO(first)) as parts:
        assert {entry.date_time for entry in parts.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert parts.testzip() is None


def test_the_json() -> None:
    found = json.loads(scores_json(sitting()))
    assert (found["blueprint"], found["total"], found["marking"], found["half"]) == ("study", 20, "half", "exact")
    assert [form["form"] for form in found["forms"]] == ["A"]
    one, two, three, four = found["candidates"]
    assert one["given"] == ["B", "ABD", "正确", "20万元；30日；2年", "1-C 2-A 3-B", "CAB", "125000元", "4 分"]
    assert (one["score"], one["passed"]) == (20, True)
    assert two["points"] == [0, 1, 0, 2, 1, 0, 0, 2.5]
    assert three["faults"] == {"1": "单选题写了两个以上答案"}
    assert (four["absent"], four["passed"]) == (True, False)
    assert scores_json(sitting()) == scores_json(sitting())


def test_the_sheet_of_a_candidate_tells_what_was_wrong_and_why() -> None:
    text = sheet(sitting().candidates[1], {"air": "大气污染", "eia": "环评"}.__getitem__).decode()
    assert "# 年度考试成绩单" in text
    assert "得分：**6.5** 分，满分 20 分，12 分及格：**不及格**" in text
    assert "| 大气污染 | 1 | 4 | 0/2 |" in text
    assert "## 没有答对的题（8 题）" in text
    one = text.split("**第 2 题**")[0].split("**第 1 题**")[1]
    for part in (
        "你的答案：A",
        "正确答案：**B**",
        "因为one。",
        "A 不应选：理由0。",
        "B 应选：理由1。",
        "《生态环境法典》第1095条第1款",
    ):
        assert part in one
    assert "C 不应选" not in one
    assert "你的答案：20万元；3日；2年（第 2 空不对）" in text
    assert "你的答案：1-C（第 2、3 项不对）" in text
    assert "你的答案：2.5 分" in text
    assert "要点：罚款；责令改正" in text


def test_the_sheet_of_a_candidate_tells_every_section_and_topic() -> None:
    first, second, *_ = sitting().candidates
    assert section_rows(first) == [(name, str(points), str(points)) for name, points in zip(SECTIONS, (2, 2, 2, 3, 3, 2, 2, 4), strict=True)]  # fmt: skip
    assert [points for _, points, _ in section_rows(second)] == ["0", "1", "0", "2", "1", "0", "0", "2.5"]
    assert topic_rows(second, str.upper) == [("AIR", "1", "4", "0/2"), ("EIA", "5.5", "18", "0/7")]
    (word,) = slips([second], str).values()
    tables = [[[cell.text for cell in row.cells] for row in table.rows] for table in docx.Document(io.BytesIO(word)).tables]  # fmt: skip
    assert [row[0] for row in tables[1][1:]] == list(SECTIONS)
    assert [row[0] for row in tables[2][1:]] == ["air", "eia"]


def test_of_what_a_person_marks_nothing_yet_is_not_marked_and_of_the_rest_not_answered() -> None:
    (candidate,) = sit(("001", "张三", "一队", "", *FULL[1:-1], ""))[0].candidates
    asked = sheet(candidate, str).decode().split("**第 8 题**")
    assert "你的答案：没有作答" in asked[0]
    assert "没有评分" not in asked[0]
    assert "你的答案：没有评分" in asked[1]


def test_sheets_of_the_best_and_of_the_absent() -> None:
    def topic(id: str) -> str:
        return id

    first, _, third, absent = (sheet(candidate, topic).decode() for candidate in sitting().candidates)
    assert "全部答对。" in first
    assert "没有作答，按缺考记" in absent
    assert "没有读出来（单选题写了两个以上答案）" in third
    assert "<b>" not in third


def test_nothing_is_read_or_written_by_the_exports(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    scores_book(sitting())
    assert list(tmp_path.iterdir()) == []


def printed(candidates: Any) -> Any:
    (content,) = slips(candidates, str).values()
    return docx.Document(io.BytesIO(content))


def test_sheets_in_word_tell_the_same_as_the_others() -> None:
    document = printed(sitting().candidates)
    lines = [paragraph.text for paragraph in document.paragraphs]
    assert lines.count("年度考试成绩单") == 4
    assert "考生：001　张三　一队　　卷别：A" in lines
    start, end = (next(n for n, line in enumerate(lines) if line.startswith(f"考生：{who}")) for who in ("002", "003"))
    own = lines[start:end]
    for text in (
        "没有答对的题（8 题）",
        "你的答案：20万元；3日；2年（第 2 空不对）",
        "正确答案：B",
        "A 不应选：理由0。",
        "解析：因为one。",
    ):
        assert text in own
    assert EVIL in lines[start]
    assert "全部答对" in lines[:start]
    assert "没有作答，按缺考记。" in lines
    cells = [[cell.text for cell in row.cells] for table in document.tables for row in table.rows]
    assert ["20", "20", "12", "及格", "8 题，共 8 题"] in cells
    assert ["air", "1", "4", "0/2"] in cells
    assert slips(sitting().candidates, str) == slips(sitting().candidates, str)


def test_sheets_in_word_begin_on_pages_of_their_own_and_stay_in_files_of_two_hundred() -> None:
    document = printed(sitting().candidates)
    assert len(document.sections) == 4
    assert file_names(0) == []
    assert file_names(200) == ["candidates.docx"]
    assert file_names(401) == ["candidates-1.docx", "candidates-2.docx", "candidates-3.docx"]
    assert slips((), str) == {}
    assert list(slips(sitting().candidates * 51, str)) == ["candidates-1.docx", "candidates-2.docx"]


def test_the_json_is_written_in_chinese_a_candidate_a_line() -> None:
    text = scores_json(sitting()).decode()
    assert '"正确"' in text
    assert "\\u" not in text
    assert [line.count('"number"') for line in text.splitlines() if '"number"' in line] == [1, 1, 1, 1]


def test_of_wrong_answers_that_as_many_gave_the_order_is_of_their_letters() -> None:
    made = keys(paper(items=(item("a", "single", options("B")),), points=(1.0,)))
    found = sit(*((str(n), "", "", letter) for n, letter in enumerate(["D", "C", "", "C", "A", "B"])), made=made)[0]
    counts = Counter(one.marks[0] for one in found.candidates)
    assert _common(made.first.items[0], counts) == "C 2 人，A 1 人，D 1 人"
