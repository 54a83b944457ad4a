"""Word papers, read back by python-docx: what stands in them, in which styles, and that the same paper gives the same bytes."""

import datetime
import io
import re
import zipfile

import docx
import pytest
from docx.document import Document
from lxml import etree

from generator.exports.base import Wishes
from generator.exports.docx.write import docx_of
from generator.exports.formats.docx import export
from generator.exports.papers import document as blocks
from generator.exports.papers.question import columns
from generator.questions.item import letter
from tests.exports import _every
from tests.exports._paper import LIBRARY

W = "{http://schemas.openxmlformats.org/wordprocessingml/2006/main}"


def files(exam=None, **wishes) -> dict[str, bytes]:
    outcome = export(LIBRARY, exam or _every.exam(), Wishes(**wishes))
    assert outcome.problems == ()
    return dict(outcome.named)


def opened(content: bytes) -> Document:
    return docx.Document(io.BytesIO(content))


def texts(content: bytes) -> list[str]:
    return [paragraph.text for paragraph in opened(content).paragraphs]


def part(content: bytes, name: str) -> str:
    with zipfile.ZipFile(io.BytesIO(content)) as package:
        return package.read(name).decode()


def test_a_paper_has_title_time_points_instructions_and_numbered_sections() -> None:
    lines = texts(files()["paper.docx"])
    assert lines[0] == "年度考试"
    assert "考试时间：60 分钟" in lines[1]
    assert "满分：22 分" in lines[1]
    assert "注意事项" in lines
    assert any(line.endswith("用黑色笔。") for line in lines)
    assert "一、single大题（本大题共 1 题，每题 2 分，共 2 分）" in lines
    assert "八、case大题（本大题共 1 题，每题 2 分，共 2 分）" in lines
    assert "九、chain大题（本大题共 1 组 3 题，每题 2 分，共 6 分）" in lines
    assert "每题有两个以上选项正确，漏选得一半分，错选不得分。" in lines


def test_numbers_and_letters_are_text_and_no_list_numbers_them() -> None:
    content = files()["paper.docx"]
    lines = texts(content)
    assert [p.text.split("．")[0] for p in opened(content).paragraphs if p.style.name == "题干"] == [
        *"12345678",
        "9～11",
        "9",
        "10",
        "11",
    ]
    assert "A．公安\tB．海关\tC．法院\tD．检察院" in lines
    assert "<w:numPr>" not in part(content, "word/document.xml")


def test_the_score_table_has_a_column_for_each_section() -> None:
    table = opened(files()["paper.docx"]).tables[0]
    assert [cell.text for cell in table.rows[0].cells] == ["题号", *"一二三四五六七八九", "总分", "核分人"]
    assert [row.cells[0].text for row in table.rows] == ["题号", "得分", "阅卷人"]


def test_the_seal_stands_on_the_binding_side_of_odd_and_even_pages() -> None:
    content = files()["paper.docx"]
    settings = part(content, "word/settings.xml")
    assert "<w:mirrorMargins/>" in settings
    assert "<w:evenAndOddHeaders/>" in settings
    section = opened(content).sections[0]
    inner, wide = section.left_margin, section.page_width
    for name, left in (("word/header1.xml", True), ("word/header2.xml", False)):
        header = part(content, name)
        assert all(word in header for word in ("单位", "姓名", "考号", "密", "封", "线"))
        place = int(re.search(r"<wp:posOffset>(\d+)</wp:posOffset>", header)[1])
        across = int(re.search(r'<wp:extent cx="(\d+)"', header)[1])
        edge = place + across if left else wide - place
        assert edge < inner, "the seal stands outside the text"
        assert (place < wide / 2) is left


def test_every_page_says_which_it_is_of_how_many() -> None:
    foot = part(files()["paper.docx"], "word/footer1.xml")
    assert " PAGE " in foot
    assert " NUMPAGES " in foot


def test_an_item_is_held_together() -> None:
    """Every paragraph of an item but its last stays with the next, rows of tables never break, and lines stay together."""
    document = opened(files()["paper.docx"])
    items = [
        p
        for p in document.paragraphs
        if p.style.name in {"题干", "材料", "选项", "选项二列", "选项四列", "小问", "答题线"}
    ]
    starts = [n for n, p in enumerate(items) if p.style.name == "题干"]
    for start, end in zip(starts, [*starts[1:], len(items)], strict=True):
        for paragraph in items[start : end - 1]:
            assert paragraph.paragraph_format.keep_with_next, paragraph.text
    for name in ("题干", "选项", "答题线", "材料"):
        assert document.styles[name].paragraph_format.keep_together
    rows = document.element.body.findall(f".//{W}tr")
    assert rows
    assert all(row.find(f"{W}trPr/{W}cantSplit") is not None for row in rows)


@pytest.mark.parametrize(
    ("longest", "count"),
    [("第1条", 4), ("字" * 7, 4), ("字" * 8, 2), ("字" * 17, 2), ("字" * 18, 1), ("a" * 14, 4), ("a" * 35, 2)],
)
def test_options_stand_in_one_two_or_four_columns(longest: str, count: int) -> None:
    assert columns(tuple(f"{letter(place)}．{text}" for place, text in enumerate(("短", longest, "短", "短")))) == count


def test_a_case_has_room_to_write_and_choices_have_places_on_the_card() -> None:
    document = opened(files()["paper.docx"])
    assert sum(p.style.name == "答题线" for p in document.paragraphs) == 8
    cells = [cell.text for table in document.tables for row in table.rows for cell in row.cells]
    assert "1．[A] [B] [C] [D]" in cells
    assert "2．[A] [B] [C] [D] [E]" in cells
    assert "3．[正确] [错误]" in cells
    assert "年度考试答题卡" in [p.text for p in document.paragraphs]


def test_nothing_of_the_key_is_on_the_paper() -> None:
    document = opened(files()["paper.docx"])
    whole = part(files()["paper.docx"], "word/document.xml")
    assert "因为条文" not in whole
    assert "十万元以上" not in whole
    assert "20万" not in whole
    assert document.core_properties.author == ""


def test_what_is_stressed_in_a_stem_bears_a_style() -> None:
    (stem,) = [p for p in opened(files()["paper.docx"]).paragraphs if "查处" in p.text]
    assert [(run.text, run.style.name) for run in stem.runs if run.text == "不"] == [("不", "着重")]


def test_the_key_tells_answers_reasons_and_articles() -> None:
    content = files()["key.docx"]
    lines = texts(content)
    cells = [cell.text for table in opened(content).tables for row in table.rows for cell in row.cells]
    assert {"B", "ABE", "正确", "20万元", "3-C"} - set(cells) <= {"3-C"}
    assert "1．B　因为条文。" in lines
    assert "第 1 空也可以写：20万" in lines
    assert any("十万元以上（3 分）" in line for line in lines)
    assert "依据：生态环境法典 第1095条第1款" in lines


def test_the_audit_sheet_repeats_its_head_and_names_every_item() -> None:
    document = opened(files()["audit.docx"])
    table = document.tables[0]
    assert [row.cells[1].text for row in table.rows][1:] == list(_every.ITEMS)
    assert table.rows[0]._tr.find(f"{W}trPr/{W}tblHeader") is not None
    assert document.sections[0].page_width > document.sections[0].page_height


def test_fonts_and_language_are_chinese_by_name() -> None:
    styles = part(files()["paper.docx"], "word/styles.xml")
    tree = etree.fromstring(styles.encode())
    defaults = tree.find(f"{W}docDefaults/{W}rPrDefault/{W}rPr")
    assert defaults.find(f"{W}lang").get(f"{W}eastAsia") == "zh-CN"
    assert defaults.find(f"{W}rFonts").get(f"{W}eastAsia") == "宋体"
    named = {font.get(f"{W}eastAsia") for font in tree.iter(f"{W}rFonts")}
    assert {"宋体", "黑体", "仿宋"} <= named
    assert not [name for name in defaults.find(f"{W}rFonts").attrib if name.endswith("Theme")]


def test_every_style_of_the_blocks_is_in_the_document() -> None:
    names = {style.name for style in opened(files()["paper.docx"]).styles}
    assert set(blocks.STYLES) <= names


def test_the_same_exam_gives_the_same_bytes_dated_by_its_law() -> None:
    one, two = files(), files()
    assert one == two
    for content in one.values():
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            assert {entry.date_time for entry in package.infolist()} == {(1980, 1, 1, 0, 0, 0)}
        assert opened(content).core_properties.created.date() == LIBRARY.as_of


def test_forms_are_named_in_files_and_titles() -> None:
    found = files(_every.exam(forms="AB"))
    assert set(found) == {f"{name}-{form}.docx" for name in ("paper", "key", "audit") for form in "AB"}
    assert texts(found["paper-B.docx"])[0] == "年度考试（B 卷）"


def test_papers_drawn_for_candidates_stand_in_one_file_each_from_page_one() -> None:
    found = files(_every.exam(drawn=True, forms=("001", "002", "003")))
    assert set(found) == {"papers.docx", "keys.docx", "audit.docx"}
    document = opened(found["papers.docx"])
    assert len(document.sections) == 3
    assert [s._sectPr.find(f"{W}pgNumType").get(f"{W}start") for s in document.sections] == ["1"] * 3
    assert [s.start_type.name for s in document.sections][1:] == ["ODD_PAGE"] * 2
    assert "考号002" in part(found["papers.docx"], "word/header3.xml")
    marks = re.findall(r'w:bookmarkStart w:id="\d+" w:name="(\w+)"', part(found["papers.docx"], "word/document.xml"))
    assert [
        f" PAGEREF {mark} " in part(found["papers.docx"], f"word/footer{2 * n + 1}.xml") for n, mark in enumerate(marks)
    ] == [True] * 3


def test_a_template_gives_its_styles(tmp_path) -> None:
    template = docx.Document()
    style = template.styles.add_style("题干", 1)
    style.font.size = docx.shared.Pt(15)
    template.styles["Normal"].font.name = "Arial"
    template.add_paragraph("公文的正文")
    written = io.BytesIO()
    template.save(written)
    document = opened(files(template=written.getvalue())["paper.docx"])
    assert document.styles["题干"].font.size.pt == 15
    assert document.styles["Normal"].font.name == "Arial"
    assert "大题" in {s.name for s in document.styles}
    assert "公文的正文" not in "".join(p.text for p in document.paragraphs)


def test_the_line_that_seals_is_chinese_whatever_the_template_is(tmp_path) -> None:
    """As English it wasn't turned on even pages: 密封线 was gone and 单位 ran off the page."""
    template = docx.Document()
    written = io.BytesIO()
    template.save(written)
    found = files(template=written.getvalue())["paper.docx"]
    properties = opened(found).styles["密封线"].element.rPr
    assert properties.find(f"{W}rFonts").get(f"{W}eastAsia") == "宋体"
    assert properties.find(f"{W}lang").get(f"{W}eastAsia") == "zh-CN"


def test_text_is_chinese_whatever_the_template_is() -> None:
    """As English, LibreOffice took the marks of another script: the point behind a number stood in the middle of the line."""
    template = docx.Document()
    written = io.BytesIO()
    template.save(written)
    styles = opened(files(template=written.getvalue())["paper.docx"]).styles.element
    languages = [one.get(f"{W}eastAsia") for one in styles.iterfind(f"{W}docDefaults//{W}lang")]
    assert languages == ["zh-CN"]


def test_a_letter_and_the_table_below_it_are_one() -> None:
    """Two tables LibreOffice does not keep on one page, whatever is said of them."""
    exam = _every.exam({"chain": _every.ITEMS["chain"]})
    found = opened(export(LIBRARY, exam, Wishes()).named["paper.docx"])
    (table,) = [one for one in found.tables if one.cell(0, 0).text.startswith("告知书")]
    rows = [[cell.text for cell in row.cells] for row in table.rows]
    assert rows[0][0].endswith("拟罚款二万元。")
    assert rows[1] == ["", ""]
    assert rows[2][0].startswith("台账")
    assert rows[3:] == [["日期", "数量"], ["1日", "2吨"], ["9日", "3吨"]]
    assert all(p.keep_with_next for row in table.rows for p in (row.cells[0].paragraphs[0].paragraph_format,))


@pytest.mark.parametrize("content", [b"", b"PK\x03\x04", b"plain text", b"\xd0\xcf\x11\xe0" * 200])
def test_what_is_no_template_is_said(content: bytes) -> None:
    outcome = export(LIBRARY, _every.exam(), Wishes(template=content))
    assert outcome.files == ()
    assert [problem.code for problem in outcome.problems] == ["E812"]


@pytest.mark.parametrize("text", _every.HOSTILE, ids=range(len(_every.HOSTILE)))
def test_hostile_text_stays_text(text: str) -> None:
    for content in files(_every.hostile(text)).values():
        with zipfile.ZipFile(io.BytesIO(content)) as package:
            for name in package.namelist():
                if name.endswith((".xml", ".rels")):
                    etree.fromstring(package.read(name))
    shown = "".join(texts(files(_every.hostile(text))["paper.docx"]))
    seen = re.sub("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f\ud800-\udfff\ufffe\uffff]", "", text)
    assert re.sub(r"\s", "", seen.split("\n")[0].replace("**", "")) in re.sub(r"\s", "", shown)


def test_a_document_alone_needs_no_exam() -> None:
    document = blocks.Document("甲", "甲", (blocks.Para("题干", blocks.plain("1．乙（　　）")), blocks.NewPage()))
    assert texts(docx_of([document], datetime.date(2026, 1, 2))) == ["1．乙（）", ""]
