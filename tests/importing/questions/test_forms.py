"""Every form of file: what platforms, Word and Moodle write is read; what may do harm is refused."""

from collections.abc import Sequence
from pathlib import Path

import pytest
from docx import Document
from docx.oxml import OxmlElement
from docx.oxml.ns import qn
from docx.shared import RGBColor
from openpyxl import Workbook

from generator.importing.base import Refused
from generator.importing.questions.files import Reading, read_questions
from generator.keeping.package import packed, unpacked

GENERAL = ["题干", "题型", "选项A", "选项B", "选项C", "选项D", "正确答案", "解析"]
ROW = ["甲是（ ）", "单选题", "一", "二", "三", "四", "B", "水法第3条"]


def saved(folder: Path, name: str, content: bytes | str) -> Path:
    path = folder / name
    path.write_bytes(content.encode() if isinstance(content, str) else content)
    return path


def book(folder: Path, rows: Sequence[Sequence[object]], name: str = "题.xlsx", merge: str = "") -> Path:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    for row in rows:
        sheet.append(list(row))
    if merge:
        sheet.merge_cells(merge)
    made.save(folder / name)
    return folder / name


def told(reading: Reading) -> list[tuple[str, str, object]]:
    return [(one.where, one.type, one.said) for one in reading.questions]


@pytest.mark.parametrize(
    ("header", "row"),
    [
        (GENERAL, ROW),
        (["题目", "A", "B", "C", "D", "答案"], ["甲是（ ）", "一", "二", "三", "四", "B"]),
        (
            ["序号", "试题内容", "选项1", "选项2", "选项3", "选项4", "标准答案"],
            [1, "甲是（ ）", "一", "二", "三", "四", "二"],
        ),
        (["题号", "题干（必填）", "选项", "参考答案"], [1, "甲是（ ）", "A.一\nB.二\nC.三\nD.四", "b"]),
        (["题目内容", "备选答案", "答案"], ["甲是（ ）", "A、一|B、二|C、三|D、四", "B"]),
        (["答案", "题干"], ["B", "甲是（ ）\nA.一 B.二 C.三 D.四"]),
    ],
)
def test_excel_by_the_names_of_its_columns(tmp_path: Path, header: list[str], row: list[object]) -> None:
    reading = read_questions(book(tmp_path, [["2026年题库"], [], header, row, ["注：仅供内部使用"]]))
    (one,) = reading.questions
    assert (reading.form.id, one.stem, one.options, one.said) == ("columns", "甲是：", ("一", "二", "三", "四"), "B")
    assert one.where.endswith("4")
    assert one.faults == ()


def test_merged_cells_formulas_and_a_csv(tmp_path: Path) -> None:
    rows = [["题干", "题型", "答案"], ["甲。", "判断题", "对"], ["乙。", None, "错"], ["丙。", "判断题", '=A1&"x"']]
    found = read_questions(book(tmp_path, rows, merge="B2:B3")).questions
    assert [(one.type, one.said) for one in found[:2]] == [("judge", "T"), ("judge", "F")]
    assert "cell-unreadable" in [fault.kind for fault in found[2].faults]
    path = saved(tmp_path, "题.csv", "题干,答案\n甲。,√\n".encode("gb18030"))
    assert told(read_questions(path)) == [("A2", "judge", "T")]


PLATFORMS = {
    "kaoshibao": (
        [["填写说明：……"], ["题干（必填）", "题型 （必填）", "选项 A", "选项 B", "选项 C", "选项 D", "选项E\n(勿删)", "正确答案\n（必填）", "解析\n（勿删）", "章节\n（勿删）", "难度"]],
        [["甲", "单选题", "一", "二", "三", "四", "", "C", "因", "第一章", "易"], ["乙", "判断题", "对", "错", "", "", "", "B", "", "", ""], ["丙____", "填空题", "", "", "", "", "", "15日|十五日", "", "", ""]],
    ),
    "motibang": (
        [["标题", "题库"], ["描述", "x"], ["用时", "60"], ["题干", "题型", "选择项1", "选择项2", "选择项3", "解析", "答案1", "答案2", "得分1", "得分2"]],
        [["甲", "单选题", "一", "二", "三", "因", "C", "", 1, ""], ["乙", "判断题", "正确", "错误", "", "", "B", "", 1, ""], ["丙____丁____", "填空题", "", "", "", "", "15日|十五日", "戊", 1, 1]],
    ),
    "chaoxing": (
        [["目录", "题目类型", "大题题干", "小题题型", "小题题干", "正确答案", "答案解析", "难易度", "知识点", "标签", "选项数", "选项A", "选项B", "选项C"]],
        [["/库", "单选题", "甲", "", "", "C", "因", "易", "水", "", 3, "一", "二", "三"], ["/库", "判断题", "乙", "", "", "B", "", "", "", "", 2, "正确", "错误", ""], ["/库", "填空题", "丙____", "", "", "", "", "", "", "", 1, "15日;十五日", "", ""]],
    ),
}  # fmt: skip


@pytest.mark.parametrize("platform", PLATFORMS)
def test_templates_of_platforms(tmp_path: Path, platform: str) -> None:
    head, rows = PLATFORMS[platform]
    reading = read_questions(book(tmp_path, [*head, *rows]))
    assert reading.form.id == platform
    single, judge, blank = reading.questions
    assert (single.type, single.said, single.explanation) == ("single", "C", "因")
    assert (judge.type, judge.truth) == ("judge", False)
    assert (blank.type, blank.blanks[0]) == ("blank", ("15日", "十五日"))


def test_parts_of_chaoxing_have_what_they_share(tmp_path: Path) -> None:
    head, _ = PLATFORMS["chaoxing"]
    row = ["/库", "阅读理解", "材料一段", "单选题", "甲是", "B", "", "", "", "", 3, "一", "二", "三"]
    (one,) = read_questions(book(tmp_path, [*head, row])).questions
    assert one.stem.startswith("材料一段")
    assert (one.stem.endswith("甲是"), one.said) == (True, "B")


def test_the_column_of_wjx(tmp_path: Path) -> None:
    cell = "1. 甲是 [单选题]<br/>A.一<br/>B.二<br/>C.三<br/>答案：B<br/>解析：因"
    reading = read_questions(
        book(tmp_path, [["题干"], [cell], ["2. 乙 [判断题]<br/>A.正确<br/>B.错误<br/>答案：A<br/>解析：果"]])
    )
    assert reading.form.id == "wjx"
    assert told(reading) == [("Sheet!A2", "single", "B"), ("Sheet!A3", "judge", "T")]
    assert reading.questions[0].explanation == "因"


GIFT = r"""// 说明
$CATEGORY: 水/取水

::一::甲\=乙\{丙\}是 {
  =对#因为
  ~错
  ~%0%不对####都见第3条
}

乙可以。{F#不行}

::三::丙有 {~%50%一 ~%50%二 ~%-100%三}

丁在 {=15日 =十五日} 内交。

戊是 {#15}

己配 {=a -> b =c -> d =e -> f}

这是说明，没有答案。

庚 {=一 ~二
"""


def test_gift(tmp_path: Path) -> None:
    found = read_questions(saved(tmp_path, "题.gift", GIFT)).questions
    assert [(one.where, one.type) for one in found] == [
        ("行4", "single"), ("行10", "judge"), ("行12", "multiple"), ("行14", "blank"), ("行16", "blank"), ("行18", ""), ("行22", ""),
    ]  # fmt: skip
    assert (found[0].stem, found[0].right, found[0].explanation) == ("甲=乙{丙}是", (0,), "都见第3条")
    assert (found[1].truth, found[2].right, found[3].blanks) == (False, (0, 1), (("15日", "十五日"),))
    assert found[0].kept.topics == ("取水",)
    assert "没有合上" in found[6].faults[0].says


MOODLE = """<?xml version="1.0" encoding="UTF-8"?>
<quiz>
<question type="category"><category><text>$course$/水</text></category></question>
<question type="multichoice"><name><text>1</text></name>
 <questiontext format="html"><text><![CDATA[<p>甲&nbsp;是</p><p>哪一项</p>]]></text></questiontext>
 <generalfeedback><text>见第3条</text></generalfeedback><single>true</single>
 <answer fraction="0"><text>一</text><feedback><text>错</text></feedback></answer>
 <answer fraction="100"><text><![CDATA[<b>二</b>]]></text><feedback><text>对</text></feedback></answer>
 <answer fraction="0"><text>三</text><feedback><text>错</text></feedback></answer></question>
<question type="truefalse"><questiontext><text>乙</text></questiontext>
 <answer fraction="0"><text>true</text></answer><answer fraction="100"><text>false</text></answer></question>
<question type="shortanswer"><questiontext><text>丙几日</text></questiontext>
 <answer fraction="100"><text>15日</text></answer><answer fraction="50"><text>半月</text></answer></question>
<question type="matching"><questiontext><text>丁</text></questiontext></question>
</quiz>"""


def test_moodle(tmp_path: Path) -> None:
    choice, judge, blank, pairs = read_questions(saved(tmp_path, "题.xml", MOODLE)).questions
    assert (choice.stem, choice.options, choice.right) == ("甲 是\n哪一项", ("一", "二", "三"), (1,))
    assert (choice.kept.whys, choice.explanation, choice.where) == (("错", "对", "错"), "见第3条", "行4")
    assert (judge.truth, blank.blanks, blank.stem) == (False, (("15日",),), "丙几日＿＿＿＿")
    assert [fault.kind for fault in pairs.faults] == ["type-not-read"]


def numbered(document: object, text: str, list_: str) -> None:
    paragraph = document.add_paragraph(text)  # type: ignore[attr-defined]
    mark = OxmlElement("w:numPr")
    for name, value in (("w:ilvl", "0"), ("w:numId", list_)):
        part = OxmlElement(name)
        part.set(qn("w:val"), value)
        mark.append(part)
    paragraph._p.get_or_add_pPr().append(mark)


NUMBERING = """<w:numbering xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main">
<w:abstractNum w:abstractNumId="1"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="decimal"/><w:lvlText w:val="%1、"/></w:lvl></w:abstractNum>
<w:abstractNum w:abstractNumId="2"><w:lvl w:ilvl="0"><w:start w:val="1"/><w:numFmt w:val="upperLetter"/><w:lvlText w:val="%1."/></w:lvl></w:abstractNum>
<w:num w:numId="1"><w:abstractNumId w:val="1"/></w:num><w:num w:numId="2"><w:abstractNumId w:val="2"/></w:num>
<w:num w:numId="3"><w:abstractNumId w:val="2"/></w:num></w:numbering>"""


def test_numbers_and_letters_that_word_makes(tmp_path: Path) -> None:
    document = Document()
    for list_, stem in (("2", "甲是（B）"), ("3", "乙是（C）")):
        numbered(document, stem, "1")
        for text in "一二三四":
            numbered(document, text, list_)
    document.save(str(tmp_path / "plain.docx"))
    parts = unpacked((tmp_path / "plain.docx").read_bytes())
    saved(tmp_path, "题.docx", packed({**parts, "word/numbering.xml": NUMBERING.encode()}))
    found = read_questions(tmp_path / "题.docx")
    assert told(found) == [("段1", "single", "B"), ("段6", "single", "C")]
    assert [one.number for one in found.questions] == ["1", "2"]


def test_options_set_apart_by_their_look(tmp_path: Path) -> None:
    document = Document()
    for number, look in enumerate(("color", "bold", "underline", "within"), 1):
        document.add_paragraph(f"{number}. 甲是哪个？")
        line = document.add_paragraph()
        for letter in "ABC":
            run = (
                line.add_run(f"{letter}. 项{letter}　")
                if look == "within"
                else document.add_paragraph().add_run(f"{letter}. 项{letter}")
            )
            if letter == "B":
                run.font.color.rgb = RGBColor(255, 0, 0) if look == "color" else None
                run.bold = True if look == "bold" else None
                run.underline = True if look in ("underline", "within") else None
    document.add_paragraph("5. 甲是（C）。").runs[0].bold = True
    for letter in "ABC":
        document.add_paragraph(f"{letter}. 项{letter}")
    document.save(str(tmp_path / "题.docx"))
    found = read_questions(tmp_path / "题.docx").questions
    assert [one.said for one in found] == ["B", "B", "B", "B", "C"]
    assert {fault.kind for one in found[:4] for fault in one.faults} == {"answer-by-look"}
    assert [text for one in found for text in one.options] == ["项A", "项B", "项C"] * 5
    assert "\ue000" not in "".join(one.stem for one in found)


def test_word_with_a_table_of_questions_and_one_of_answers(tmp_path: Path) -> None:
    document = Document()
    document.add_paragraph("1. 甲是（ ）")
    document.add_paragraph("A.一\tB.二\tC.三\tD.四")
    for rows in ([["题号", "1"], ["答案", "D"]], [["题目", "答案"], ["乙。", "√"]]):
        table = document.add_table(len(rows), 2)
        for place, row in enumerate(rows):
            for column, text in enumerate(row):
                table.cell(place, column).text = text
    document.save(str(tmp_path / "题.docx"))
    assert told(read_questions(tmp_path / "题.docx")) == [("段1", "single", "D"), ("表2行2列1", "judge", "T")]


ENTITY = b'<?xml version="1.0"?><!DOCTYPE quiz [<!ENTITY e SYSTEM "file:///etc/passwd">]><quiz>&e;</quiz>'
HARMFUL = {
    "炸弹.xlsx": (packed({"xl/workbook.xml": b"0" * 60_000_000}), "压缩"),
    "宏.xlsx": (packed({"xl/workbook.xml": b"x", "xl/vbaProject.bin": b"x"}), "宏"),
    "路径.docx": (packed({"word/document.xml": b"x", "../../x": b"x"}), "路径"),
    "密码.docx": (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\0" * 600, "密码"),
    "密码.xlsx": (b"\xd0\xcf\x11\xe0" + "EncryptedPackage".encode("utf-16-le"), "密码"),
    "实体.xml": (ENTITY, "实体"),
    "实体.docx": (packed({"word/document.xml": ENTITY}), "实体"),
    "实体.xlsx": (packed({"[Content_Types].xml": b"<Types/>", "xl/worksheets/sheet1.xml": ENTITY}), "实体"),
    "别的.xml": (b"<note/>", "没有认出"),
    "二进制.txt": (b"a\0b", "文本"),
    "图.xlsx": (b"\x89PNG\r\n\x1a\n\0\0", "文字表格"),
    "空.txt": (b"", "没有认出一道题"),
    "车辆.xlsx": (b"", "没有"),
    "宏.xlsm": (b"x", "宏"),
    "旧.doc": (b"x", "docx"),
    "没有扩展名": (b"x", "扩展名"),
}


@pytest.mark.parametrize("name", HARMFUL)
def test_what_may_do_harm_or_is_none_is_refused(tmp_path: Path, name: str) -> None:
    content, why = HARMFUL[name]
    with pytest.raises(Refused, match=why):
        read_questions(saved(tmp_path, name, content))


def test_a_table_without_questions_is_refused(tmp_path: Path) -> None:
    with pytest.raises(Refused, match="题干"):
        read_questions(book(tmp_path, [["车牌", "日期"], ["粤A", "1月"]]))


def test_types_that_only_a_sheet_or_a_group_tells(tmp_path: Path) -> None:
    made = Workbook()
    sheet = made.active
    assert sheet is not None
    sheet.title = "多选题"
    for row in (
        ["题干", "A", "B", "C", "答案"],
        ["甲有", "一", "二", "三", "A"],
        ["二、单选题"],
        ["乙是", "一", "二", "三", "AB"],
    ):
        sheet.append(row)
    made.save(tmp_path / "题.xlsx")
    several, single = read_questions(tmp_path / "题.xlsx").questions
    assert (several.type, single.type, single.where) == ("multiple", "single", "多选题!A4")
    assert [fault.kind for fault in single.faults] == ["two-answers-in-single"]


def test_tasks_of_markdown_are_options(tmp_path: Path) -> None:
    text = (
        "# 测验\n\n**1.** 甲是（ ）\n- [ ] A. 一\n- [x] B. 二\n- [ ] C. 三\n\n2. 乙有\n* [x] 一\n* [X] 二\n* [ ] 三\n\n"
        "3. 判断：丙对。\n   答案：√\n"
    )
    found = read_questions(saved(tmp_path, "题.md", text)).questions
    assert [(one.number, one.type, one.said, one.options) for one in found] == [
        ("1", "single", "B", ("一", "二", "三")),
        ("2", "multiple", "AB", ("一", "二", "三")),
        ("3", "judge", "T", ()),
    ]
    assert found[2].stem == "丙对。"


def test_gift_of_html(tmp_path: Path) -> None:
    text = '::一::[html]<p dir\\="ltr">甲&nbsp;\\&amp; 乙<br></p>{\n=<p>一&\\#61;二</p>#对\n~<p>三</p>\n~四\n}\n'
    (one,) = read_questions(saved(tmp_path, "题.gift", text)).questions
    assert (one.options, one.right) == (("一=二", "三", "四"), (0,))
    assert "<" not in one.stem + "".join(one.options)


def test_a_blank_of_moodle_is_not_added_twice(tmp_path: Path) -> None:
    text = MOODLE.replace("丙几日", "丙____日")
    assert read_questions(saved(tmp_path, "题.xml", text)).questions[2].stem == "丙＿＿＿＿日"


def test_circled_options_in_one_cell(tmp_path: Path) -> None:
    rows = [["题干", "选项", "答案"], ["甲是", "①一②二③三", "②"]]
    (one,) = read_questions(book(tmp_path, rows)).questions
    assert (one.options, one.said) == (("一", "二", "三"), "B")
