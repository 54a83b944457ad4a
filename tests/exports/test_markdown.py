"""Markdown: what the bank says is shown exactly, whatever characters it holds."""

import dataclasses
import html
import re

import markdown
import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from generator.exports.formats.markdown import export as export_markdown
from generator.exports.text import escape
from tests.exports._paper import LIBRARY, paper

texts = st.text(alphabet=st.sampled_from("甲乙ab 12.)(+-#*_`~[]<>&|!\\$^={}:@/'\"%"), min_size=1, max_size=24)


def bare(page: str) -> str:
    """The text that a page shows, spaces and line breaks as one space."""
    return " ".join(html.unescape(re.sub(r"<[^>]*>", "", page)).split())


@settings(max_examples=300, deadline=None)
@given(texts)
@example("1. 甲")
@example("# 甲")
@example("![图](http://a.b)<script>alert(1)</script>")
@example("&lt;甲&gt; &amp; **乙** __丙__ `丁`")
@example("| a | b |")
@example("- - -")
@example("[a]: b")
def test_text_survives(text):
    wanted = " ".join(text.split())
    line = escape(text)
    commonmark = MarkdownIt("commonmark").enable(["table", "strikethrough"])
    assert bare(commonmark.render(line)) == wanted
    assert bare(markdown.markdown(line, extensions=["extra"])) == wanted
    assert not re.search(r"<(?!/?p>)", commonmark.render(line))


def test_line_breaks_stay():
    page = MarkdownIt("commonmark").render(escape("甲\n\n# 乙\n2) 丙"))
    assert page == "<p>甲<br />\n# 乙<br />\n2) 丙</p>\n"


def files(made=None) -> tuple[str, str]:
    found = export_markdown(LIBRARY, made or paper())
    assert list(found) == ["paper.md", "key.md"]
    return found["paper.md"].decode(), found["key.md"].decode()


def test_the_paper_has_its_title_block_and_sections():
    text, _ = files()
    assert text.startswith("# 年度考试\n\n单位：")
    assert "对象：执法人员　时间：60 分钟　满分：7.5 分　及格：4 分" in text
    assert "卷号：study-7　共 3 题" in text
    assert "## 注意事项\n\n1．独立作答。  \n2．用黑色笔。" in text
    assert "## 一、单项选择题（本大题共 2 题，每题 2.5 分，共 5 分）" in text
    assert "## 二、判断题（本大题共 1 题，每题 2.5 分，共 2.5 分）" in text


def test_questions_are_numbered_through_with_options_on_lines():
    text, _ = files()
    assert "\n1．谁查处\\*？  \nA．公安机关  \nB．海关 &#124; 海警\n" in text
    assert "\n2．（示例）由谁处罚？  \n" in text
    assert "\n3．对的。（　　）\n" in text


def test_the_paper_does_not_give_the_key_away():
    text, _ = files()
    assert "因为" not in text
    assert "依据：" not in text
    assert "第1095条" not in text


def test_the_key_has_answer_reasons_and_article():
    _, key = files()
    assert key.startswith("# 年度考试参考答案\n")
    assert (
        "\n1．**B**　因为乙。  \nA．公安机关　管别的。  \nB．海关 &#124; 海警　正是。  \n依据：生态环境法典 第1095条第1款\n"
        in key
    )
    assert "\n2．（示例）**B**　" in key
    assert "\n3．**正确**　因为如此。  \n依据：生态环境法典 第1095条第1款\n" in key


def test_directions_follow_the_rule_of_marking():
    made = paper()
    first = dataclasses.replace(made.sections[0], type="multiple")
    shown = {}
    for marking in ("all_or_nothing", "half", "proportional"):
        plan = made.blueprint.model_copy(update={"marking": marking})
        shown[marking] = files(dataclasses.replace(made, blueprint=plan, sections=(first,)))[0]
    assert "全部选对才得分" in shown["all_or_nothing"]
    assert "漏选得一半分" in shown["half"]
    assert "漏选按比例得分" in shown["proportional"]


def test_an_invented_blueprint_says_so():
    made = paper()
    plan = made.blueprint.model_copy(update={"sample": True})
    text, key = files(dataclasses.replace(made, blueprint=plan))
    assert text.startswith("# 年度考试（示例）\n")
    assert key.startswith("# 年度考试（示例）参考答案\n")


@pytest.mark.parametrize(
    ("text", "shown"), [("22:10 发现漏料", "22:10 发现漏料"), ("次日5:20", "次日5:20"), (":20:", "&#58;20&#58;")]
)
def test_a_time_is_read_as_it_is_in_the_plain_text_too(text: str, shown: str) -> None:
    """22&#58;10 stood in papers that people read as they come."""
    assert escape(text) == shown
