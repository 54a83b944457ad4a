"""Papers as trainers write them: every style that a question may have, and what can't be read of it."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.importing.questions.base import Brought
from generator.importing.questions.understanding import understood
from generator.importing.questions.written.keys import listed
from generator.importing.questions.written.lines import Grid, Line, Piece
from generator.importing.questions.written.read import read
from generator.legal.characters import fold

FOUR = "A.一 B.二 C.三 D.四"


def brought(text: str, *grids: tuple[tuple[str, ...], ...]) -> list[Brought]:
    pieces: list[Piece] = [Line(f"行{n}", fold(line).text) for n, line in enumerate(text.split("\n"), 1)]
    return [understood(raw) for raw in read([*pieces, *(Grid(f"表{n}", rows) for n, rows in enumerate(grids, 1))])]


def told(questions: list[Brought]) -> list[tuple[str, str, object]]:
    return [(one.number, one.type, one.said) for one in questions]


def kinds(question: Brought) -> list[str]:
    return [fault.kind for fault in question.faults]


@pytest.mark.parametrize(
    "text",
    [
        "1. 甲是（B）。\nA.一\nB.二\nC.三\nD.四",
        "1、甲是（ b ）\na、一\tb、二\tc、三\td、四",
        "１．甲是（　　）。\nＡ．一　　Ｂ．二　　Ｃ．三　　Ｄ．四\n答案：Ｂ",
        "（1）甲是[B]\n(A) 一 (B) 二\n(C) 三 (D) 四",
        "第1题 甲是（ ）\nA)一 B)二 C)三 D)四\n【正确答案】B",
        "1.甲是\nA.一B.二C.三D.四\n参考答案：B。",
        "1 甲是（）\n①一\n②二\n③三\n④四\n答案：②",
        "1.甲是\nA. 一\nB. 二 √\nC. 三\nD. 四",
        "1.甲是__B__\nA．一；\nB．二；\nC．三；\nD．四；",
        "1．甲是？\nA．一\nB．二\nC．三\nD．四\n【答案】B【解析】见第3条。",
        "1.甲是（）\nA.一 B.二 C.三 D.四\n参考答案\n1.B",
        "1.（单选题）甲是（ ）（2分）\nA.一 B.二 C.三 D.四\n答：B",
        "（B）1.甲是\nA.一 B.二 C.三 D.四",
        "1. 甲是(B) [单选题] (1分)\nA.一\nB.二\nC.三\nD.四\n解析：见第3条。",
        "甲是（ ）\nA.一\nB.二\nC.三\nD.四\n答案：B.二",
        "一、单选题\n1.甲是（ ）\nA.一 B.二 C.三 D.四\n答案：\n一、1.B",
    ],
)
def test_a_single_choice_in_every_style(text: str) -> None:
    (one,) = brought(text)
    assert (one.type, one.options, one.right, one.faults) == ("single", ("一", "二", "三", "四"), (1,), ())
    assert one.stem.rstrip("：？") == "甲是"
    assert "B" not in one.stem


@pytest.mark.parametrize(
    "answer", ["ABD", "A、B、D", "A,B,D", "a b d", "ＡＢＤ", "A；B；D", "①②④", "答案：ABD", "一、二、四"]
)
def test_several_letters_in_every_writing(answer: str) -> None:
    (one,) = brought(f"1.甲有（ ）\n{FOUR}\n答案：{answer}")
    assert (one.type, one.said) == ("multiple", "ABD")
    assert brought(f"1.甲有（{answer}）\n{FOUR}")[0].said == "ABD" or not answer.isalpha()


@pytest.mark.parametrize(
    ("answer", "right"),
    [("√", True), ("×", False), ("对", True), ("错误", False), ("T", True), ("F", False), ("正确", True), ("✗", False)],
)
def test_a_statement_and_its_verdict(answer: str, right: bool) -> None:
    for text in (
        f"1.池塘可以填。（{answer}）",
        f"1.池塘可以填。（ ）\n答案：{answer}",
        f"（ {answer} ）1.池塘可以填。",
    ):
        (one,) = brought(text)
        assert (one.type, one.stem, one.truth, one.faults) == ("judge", "池塘可以填。", right, ())


def test_blanks_with_their_answers() -> None:
    one, other = brought(
        "填空题\n1.应在____日内缴纳，每日加处____。\n答案：十五；百分之三\n2.有权（  ）和（  ）。\n【答案】陈述、申辩"
    )
    assert (one.type, one.stem) == ("blank", "应在＿＿＿＿日内缴纳，每日加处＿＿＿＿。")
    assert (one.blanks, other.blanks) == ((("十五",), ("百分之三",)), (("陈述",), ("申辩",)))


def test_numbers_that_begin_again_and_answers_by_type() -> None:
    text = (
        f"单选题\n1.甲（）\n{FOUR}\n2.乙（）\n{FOUR}\n多选题（每题2分）\n1.丙（）\n{FOUR}\n判断题\n1.丁（）\n2.戊（）\n"
        "参考答案\n单选题：1.A 2.B\n多选题：1.AC\n判断题：1.√ 2.×"
    )
    assert told(brought(text)) == [
        ("一-1", "single", "A"), ("一-2", "single", "B"), ("二-1", "multiple", "AC"), ("三-1", "judge", "T"), ("三-2", "judge", "F"),
    ]  # fmt: skip


def test_answers_behind_each_section() -> None:
    text = f"一、单选题\n1.甲（）\n{FOUR}\n2.乙（）\n{FOUR}\n答案：1.A 2.B\n二、判断题\n1.丙（）\n2.丁（）\n答案：1.对 2.错"
    assert [one.said for one in brought(text)] == ["A", "B", "T", "F"]


def test_answers_with_reasons_at_the_end() -> None:
    text = f"一、单选题\n1．甲？\n{FOUR}\n2．乙？\n{FOUR}\n参考答案及解析\n一、单选题\n1．【答案】B\n【解析】水法第3条。\n2．C。解析：第4条。"
    assert [(one.said, one.explanation) for one in brought(text)] == [("B", "水法第3条。"), ("C", "第4条。")]


@pytest.mark.parametrize(
    ("line", "answers"),
    [
        ("1-5 ABCDA", "A B C D A"),
        ("1—3：AB ACD BC", "AB ACD BC"),
        ("1~3 √×√ 4-5 AB", "√ × √ A B"),
        ("1.B2.C3.D", "B C D"),
        ("1、B；2、C；3、A、D", "B C A、D"),
        ("1.正确 2.错误", "正确 错误"),
        ("（1）A （2）B", "A B"),
    ],
)
def test_lists_of_answers(line: str, answers: str) -> None:
    assert [key.text for key in listed(line)] == answers.split(" ")


@pytest.mark.parametrize("line", ["1.甲是什么（ ）", "2026年1月", "A.一 B.二", "5-10倍的罚款", "1. 依照第3条", ""])
def test_what_is_no_list_of_answers(line: str) -> None:
    assert listed(line) == []


TABLES = [
    ((("题号", "1", "2"), ("答案", "B", ""), ("题号", "3", ""), ("答案", "√", ""))),
    ((("题号", "答案"), ("1", "B"), ("2", ""), ("3", "√"))),
    ((("题号", "答案", "题号", "答案"), ("1", "B", "3", "√"), ("2", "", "", ""))),
    ((("1", "2", "3"), ("B", "", "√"))),
]


@pytest.mark.parametrize("rows", TABLES)
def test_tables_of_answers(rows: tuple[tuple[str, ...], ...]) -> None:
    one, two, three = brought(f"1、甲（ ）\n{FOUR}\n2、乙（ ）\n{FOUR}\n3、丙。（ ）\n参考答案", rows)
    assert (one.said, kinds(two), three.said) == ("B", ["no-answer"], "T")


def test_two_questions_in_one_paragraph() -> None:
    first, second, third, fourth = brought(f"1.甲（B） {FOUR} 2.乙（C） {FOUR}\n3.丙。（√）4.丁。（×）")
    assert (first.said, second.said, second.where) == ("B", "C", "行1")
    assert (third.stem, third.truth, fourth.stem, fourth.truth) == ("丙。", True, "丁。", False)


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        (f"1.甲（ ）\n{FOUR}", "no-answer"),
        (f"1.甲（A）\n{FOUR}\n答案：B", "two-answers"),
        (f"单选题\n1.甲（AB）\n{FOUR}", "two-answers-in-single"),
        (f"1.甲（E）\n{FOUR}", "answer-not-an-option"),
        ("1.甲（A）\nA.一 B.二 D.四", "option-missing"),
        (f"1.甲（日）\n{FOUR}", "answer-unreadable-ocr"),
        (f"1.甲罚l0万元（A）\n{FOUR}", "ocr-suspect"),
        (f"1.甲\n{FOUR}\n答案：见书", "answer-unreadable"),
        ("简答题\n1.甲是什么？\n答案：是甲。", "type-not-read"),
    ],
)
def test_what_is_wrong_is_said(text: str, kind: str) -> None:
    (one,) = brought(text)
    assert kind in kinds(one)


def test_broken_numbers_are_said_and_the_questions_kept() -> None:
    text = f"1.甲（A）\n{FOUR}\n3.乙（B）\n{FOUR}\n3.丙（C）\n{FOUR}\n丁（ ）\n{FOUR}\n答案：D"
    found = brought(text)
    assert [kinds(one) for one in found] == [[], *[["numbering-broken"]] * 3]
    assert [one.said for one in found] == ["A", "B", "C", "D"]


def test_answers_to_no_question_are_said() -> None:
    *_, stray = brought(f"1.甲（ ）\n{FOUR}\n参考答案\n1.A 7.B")
    assert (stray.number, kinds(stray)[0]) == ("7", "answer-without-question")


def test_titles_and_lines_to_fill_in_are_no_questions() -> None:
    assert len(brought(f"水法测试（一）\n姓名：    单位：    得分：\n说明：请在括号里填字母。\n1.甲（A）\n{FOUR}")) == 1


@pytest.mark.parametrize(
    "line",
    [
        "单位：____  姓名：____  得分：____",
        "姓名____________",
        "工作单位（ ）、岗位（ ）",
        "执法证号：  考试日期：",
        "准考证号　　座位号",
    ],
)
def test_lines_that_ask_who_sits_are_no_questions(line: str) -> None:
    assert told(brought(f"试题\n{line}\n1.甲是（A）\n{FOUR}\n{line}")) == [("1", "single", "A")]


def test_a_blank_for_a_unit_in_a_question_is_one() -> None:
    (one,) = brought("一、填空题\n1.罚款单位：____。\n答案：元")
    assert one.said == ("元",)


def test_questions_numbered_in_chinese_brackets_go_on_without_room_for_an_answer() -> None:
    paper = (
        f"一、选择题\n（一）甲是（　）\n{FOUR}\n答：B\n（二）乙的上限为\n{FOUR}\n答：C\n"
        "二、是非题\n（一）丙对。\n答：是\n（二）丁对。\n答：非"
    )
    assert [one.said for one in brought(paper)] == ["B", "C", "T", "F"]


def test_an_answer_in_words_belongs_to_its_question() -> None:
    paper = (
        f"一、单选题\n1.甲是（ ）\n{FOUR}\n二、简答题\n2.简述乙的条件。\n参考答案\n一、单选题\n1.B\n二、简答题\n"
        "2. 答：（1）被处罚；（2）又不改正，经过复查；（3）还在排放。\n其他要点酌情给分。"
    )
    one, other = brought(paper)
    assert (one.said, kinds(one)) == ("B", [])
    assert (other.number, kinds(other)) == ("2", ["type-not-read"])


@given(st.text(alphabet="1234.、（）()ABCD一二题答案：√× \n\t【】_①罚款", max_size=120))
def test_any_text_is_read_or_left(text: str) -> None:
    for one in brought(text):
        assert one.where.startswith("行")
        assert one.faults or one.answered


@pytest.mark.parametrize(
    "answers",
    ["| 题号 | 1 | 2 |\n|---|---|---|\n| 答案 | B | C |", "参考答案\n题号  1  2\n答案  B  C", "题号\t1\t2\n答案\tB\tC"],
)
def test_tables_written_as_text(answers: str) -> None:
    assert [one.said for one in brought(f"1. 甲是（ ）\n{FOUR}\n2. 乙是（ ）\n{FOUR}\n\n{answers}")] == ["B", "C"]


def test_a_table_that_only_lays_out_questions() -> None:
    rows = (("1. 甲是（B）",), ("A.一", "B.二"), ("C.三", "D.四"), ("2. 乙。（√）", "2. 乙。（√）"))
    one, two = brought("测试", rows)
    assert (one.said, one.options, one.where) == ("B", ("一", "二", "三", "四"), "表1行1列1")
    assert (two.truth, two.where) == (True, "表1行4列1")


def test_figures_and_letters_that_were_misread() -> None:
    nine, ten, eleven = brought(f"9.甲是（B）\n{FOUR}\nl0．乙是（8）\n{FOUR}\n11．丙是\n{FOUR}\n答案：13")
    assert (ten.number, kinds(ten), kinds(eleven)) == ("10", ["answer-unreadable-ocr"], ["answer-unreadable-ocr"])
    assert nine.said == "B"


def test_answers_behind_the_numbers_of_sections() -> None:
    asked = "\n".join(f"{n}.第{n}题（ ）\nA.一 B.二 C.三 D.四" for n in range(1, 4))
    paper = f"一、单选题\n{asked}\n二、多选题\n1.甲有（ ）\nA.一 B.二 C.三 D.四\n三、判断题\n1.甲对。（ ）\n2.乙对。（ ）\n参考答案\n一、1-3 CBA\n二、1.ABC\n（三）1.√ 2.×"
    assert [one.said for one in brought(paper)] == ["C", "B", "A", "ABC", "T", "F"]


def test_options_that_all_stand_out_tell_nothing() -> None:
    (one,) = brought("1.甲是（ ）\nA.一\ue000\nB.二\ue000\nC.三\ue000")
    assert (one.said, one.options, kinds(one)) == ("", ("一", "二", "三"), ["no-answer"])


def test_a_written_answer_goes_before_the_look_of_an_option() -> None:
    (one,) = brought("1.甲是（B）\nA.一\nB.二\nC.三\ue000")
    assert (one.said, kinds(one)) == ("B", [])


def test_two_writings_of_one_figure_in_a_blank() -> None:
    one, other = brought("一、填空题\n1.加处____。\n答案：3%/百分之三\n2.浓度单位是____。\n答案：毫克/升")
    assert one.blanks == (("3%", "百分之三"),)
    assert other.blanks == (("毫克/升",),)
