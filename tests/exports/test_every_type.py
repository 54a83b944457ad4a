"""Markdown of every type of item: what is asked is on the paper, what is right only in the key."""

import dataclasses

import pytest
from markdown_it import MarkdownIt

from generator.exams.paper import Paper, PaperSection
from generator.exports.formats.answer_sheet import export as sheet_files
from generator.exports.formats.audit import export as audit_files
from generator.exports.formats.markdown import export as export_markdown
from generator.questions.item import BLANK, Blank, CaseQuestion, Item, Option, Point, Response
from tests.exports._paper import BASIS, LIBRARY, item, paper


def shown(*texts: str) -> tuple[Option, ...]:
    return tuple(Option(text, True, "") for text in texts)


ITEMS: dict[str, Item] = {
    "blank": dataclasses.replace(
        item("blank", f"应当在{BLANK}内报告。", "blank", (), "因为条文。"),
        response=Response(blanks=(Blank(("30日", "三十天")),)),
    ),
    "match": dataclasses.replace(
        item("match", "谁管什么？", "match", shown("水|污染", "大气", "噪声"), "因为清单。"),
        response=Response(prompts=("海关", "公安\n机关"), sequence=(2, 0)),
    ),
    "order": dataclasses.replace(
        item("order", "先后怎样？", "order", shown("送达", "立案", "调查"), "因为程序。"),
        response=Response(sequence=(1, 2, 0)),
    ),
    "calc": dataclasses.replace(
        item("calc", f"应当罚款{BLANK}。", "calc", (), "5 × 2＝10。"),
        response=Response(blanks=(Blank(("10万元", "100000")),)),
    ),
    "case": dataclasses.replace(
        item("case", "某厂排污。\n超标两倍。", "case", (), "考查罚款。"),
        response=Response(
            steps=(
                CaseQuestion("罚多少？", (Point("十万元以上", 1.5, (BASIS,)), Point("责令改正", 1.0))),
                CaseQuestion("还能怎么办？", (Point("查封", 2.0),)),
            )
        ),
    ),
}


def of(type: str) -> Paper:
    made = paper()
    return dataclasses.replace(made, sections=(PaperSection("大题", type, 4.5, (ITEMS[type],)),))


def files(type: str) -> tuple[str, str]:
    found = export_markdown(LIBRARY, of(type))
    return found["paper.md"].decode(), found["key.md"].decode()


@pytest.mark.parametrize(
    ("type", "asked", "hidden", "right"),
    [
        (
            "blank",
            "1．应当在＿＿＿＿内报告。\n",
            ["30日", "三十天"],
            ["**30日**　因为条文。", "第 1 空也可以写：三十天"],
        ),
        (
            "match",
            "1．谁管什么？\n\n| 左栏 | 右栏 |\n| --- | --- |\n| 1．海关（　　） | A．水&#124;污染 |\n"
            "| 2．公安 机关（　　） | B．大气 |\n|  | C．噪声 |\n",
            ["1-C"],
            ["**1-C 2-A**　因为清单。"],
        ),
        (
            "order",
            "1．先后怎样？  \nA．送达  \nB．立案  \nC．调查  \n先后：（　　　　　　）\n",
            ["BCA"],
            ["**BCA**　因为程序。"],
        ),
        ("calc", "1．应当罚款＿＿＿＿。\n", ["10万元", "100000"], ["**10万元**　5 × 2＝10。"]),
        (
            "case",
            "1．某厂排污。  \n超标两倍。  \n（1）罚多少？（2.5 分）  \n（2）还能怎么办？（2 分）\n",
            ["十万元以上", "查封"],
            [
                "（1）罚多少？（2.5 分）  \n　　十万元以上（1.5 分）　生态环境法典 第1095条第1款  \n　　责令改正（1 分）",
                "查封（2 分）",
            ],
        ),
    ],
)
def test_each_type_is_asked_on_the_paper_and_answered_in_the_key(type, asked, hidden, right):
    text, key = files(type)
    assert asked in text
    for words in hidden:
        assert words not in text
    for words in right:
        assert words in key


@pytest.mark.parametrize("type", ITEMS)
def test_each_type_has_directions(type):
    heading = "## 一、大题（本大题共 1 题，每题 4.5 分，共 4.5 分）\n\n"
    below = files(type)[0].split(heading)[1].splitlines()[0]
    assert below.endswith("。")
    assert not below.startswith("1．")


def test_pairs_stand_in_a_table_of_two_columns():
    page = MarkdownIt("commonmark").enable("table").render(files("match")[0])
    assert page.count("<tr>") == 4
    assert "<td>A．水|污染</td>" in page


def test_what_is_stressed_in_a_stem_stays_stressed():
    made = paper()
    stem = dataclasses.replace(made.sections[0].items[0], stem="哪一项**不**属于？")
    text = export_markdown(LIBRARY, dataclasses.replace(made, sections=(PaperSection("单选", "single", 1, (stem,)),)))
    assert "1．哪一项**不**属于？" in text["paper.md"].decode()


@pytest.mark.parametrize(
    ("type", "place"),
    [
        ("blank", "1．＿＿＿＿"),
        ("match", "1．1－（　　）　2－（　　）"),
        ("order", "| （　　　） |"),
        ("calc", "1．＿＿＿＿"),
        ("case", "1．（1）2.5 分　（2）2 分"),
    ],
)
def test_the_answer_sheet_has_a_place_for_each(type, place):
    assert place in sheet_files(LIBRARY, of(type))["answer-sheet.md"].decode()


def test_the_answer_sheet_offers_what_there_is_to_choose():
    text = sheet_files(LIBRARY, paper())["answer-sheet.md"].decode()
    assert "| 1 | 2 |\n| --- | --- |\n| A　B | A　B |" in text
    assert "| 3 |\n| --- |\n| 正确　错误 |" in text
    assert "卷号：study-7" in text


def test_the_audit_sheet_names_article_and_line_of_every_item():
    page = MarkdownIt("commonmark").enable("table").render(audit_files(LIBRARY, paper())["audit.md"].decode())
    assert page.count("<td>生态环境法典 第1095条第1款</td>") == 3
    assert page.count("<td><code>content/x.yml:3:5</code></td>") == 3
    assert "&#" not in audit_files(LIBRARY, paper())["audit.md"].decode()
    assert "<td><code>b</code>（示例）</td>" in page
    assert "<td>正确</td>" in page


def test_the_audit_sheet_leaves_long_answers_of_cases_to_the_key():
    assert "| 见参考答案 |" in audit_files(LIBRARY, of("case"))["audit.md"].decode()


def test_forms_are_named_where_there_are_several():
    made = dataclasses.replace(paper(), form="B", alone=False)
    for made_files in (export_markdown, sheet_files, audit_files):
        for name, content in made_files(LIBRARY, made).items():
            assert "（B 卷）" in content.decode().splitlines()[0], name
