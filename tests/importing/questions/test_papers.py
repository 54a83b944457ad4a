"""Papers put together in ways that a plain reading loses: answers of sections by name, in a table of ranges, before the questions, in a row."""

from pathlib import Path

import pytest
from docx import Document

from generator.importing.questions.files import read_questions
from tests.importing.questions.test_written import brought, kinds, told

FOUR = "A.一 B.二 C.三 D.四"


def paper(*asked: str) -> str:
    return "\n".join(f"{text}\n{FOUR}" for text in asked)


def test_answers_of_sections_by_number_and_name() -> None:
    text = f"一、单选题\n{paper('1.甲？', '2.乙？')}\n二、多选题\n{paper('1.丙？')}\n三、判断题\n1.天是蓝的。\n2.地是方的。\n"
    keys = ["A", "B", "AD", "T", "F"]
    for answers in (
        "答案：\n一、单选题：1.A 2.B\n二、多选题：1.AD\n三、判断题：1.√ 2.×",
        "答案：一、1.A 2.B 二、1.AD 三、1.√ 2.×",
        "参考答案\n一、单选题 1-2 AB 二、多选题 1.AD 三、判断题 1.√ 2.×",
    ):
        assert [said for _, _, said in told(brought(text + answers))] == keys


def test_a_paper_without_numbers() -> None:
    text = f"谁管水？\n{FOUR}\n答案：B\n\n哪些要公开？\n{FOUR}\n答案：ABD\n\n许可证可以转让。\n答案：错"
    found = brought(text)
    assert [(one.stem, one.said) for one in found] == [
        ("谁管水？", "B"),
        ("哪些要公开？", "ABD"),
        ("许可证可以转让。", "F"),
    ]


def test_options_that_choose_from_a_row_of_the_stem() -> None:
    found = brought("1.哪些要公开？\n①甲 ②乙 ③丙\nA.①② B.①③ C.②③ D.①②③\n答案：D\n2.谁管水？（A）\n" + FOUR)
    assert (found[0].options, found[0].said) == (("①②", "①③", "②③", "①②③"), "D")
    assert len(found) == 2


def test_words_in_brackets_complete_a_sentence() -> None:
    found = brought("一、填空题\n1.罚（二十）万元以上（一百）万元以下。\n2.生态日是8月____日。（15）")
    assert [one.said for one in found] == [("二十", "一百"), ("15",)]


@pytest.mark.parametrize(
    "text",
    [
        f"第一题 甲？\n{FOUR}\n答案：A\n第二题 乙？\n{FOUR}\n答案：B",
        f"参考答案：\n1.A 2.B\n{paper('1.甲？', '2.乙？')}",
        f"{paper('1.甲？')}\n答案为A\n{paper('2.乙？')}\n故选B。",
        f"{paper('1.甲（ ）A', '2.乙（ ）B')}",
        "1.甲？（ ） A一 B二 C三 D四 答案：A\n2.乙？（ ） A一 B二 C三 D四 答案：B",
        f"【单选】甲（ ）。\n{FOUR}\n【答案】(A)\n【单选】乙（ ）。\n{FOUR}\n【答案】(B)",
        f"{paper('1.甲？')}\n答案：A（第一种）\n{paper('2.乙？')}\n答案：B（第二种）",
    ],
)
def test_two_questions_with_their_answers(text: str) -> None:
    found = brought(text)
    assert [(one.options, one.said, kinds(one)) for one in found] == [
        (("一", "二", "三", "四"), "A", []),
        (("一", "二", "三", "四"), "B", []),
    ]


def test_letters_in_brackets_are_several() -> None:
    assert told(brought(f"1.甲（ ）\n{FOUR}\n【答案】(A)(C)")) == [("1", "multiple", "AC")]


def test_a_row_of_letters_below_the_last_question_is_one_for_each() -> None:
    assert told(brought(f"{paper('1.甲？', '2.乙？', '3.丙？')}\n答案：ABC")) == [
        ("1", "single", "A"),
        ("2", "single", "B"),
        ("3", "single", "C"),
    ]
    found = brought(f"{paper('1.甲（A）', '2.乙（B）', '3.丙？')}\n答案：ABC")
    assert found[2].said == "ABC"


@pytest.mark.parametrize(
    "rows", [(("1-3", "ABC"), ("4-5", "DA")), (("题号", "1-3", "4-5"), ("答案", "ABC", "DA")), (("1～5", "A B C D A"),)]
)
def test_a_table_of_ranges(rows: tuple[tuple[str, ...], ...]) -> None:
    found = brought(paper(*(f"{n}.甲{n}？" for n in range(1, 6))) + "\n参考答案", rows)
    assert [one.said for one in found] == ["A", "B", "C", "D", "A"]


def test_a_picture_of_a_word_file_is_told(tmp_path: Path) -> None:
    picture = Path(__file__).parents[3] / "docs" / "pictures"
    document = Document()
    document.add_paragraph("1.标志是（B）").add_run().add_picture(str(next(picture.glob("*.png"))))
    document.add_paragraph(FOUR)
    document.add_paragraph("2.甲（A）")
    document.add_paragraph(FOUR)
    document.save(str(tmp_path / "题.docx"))
    assert [kinds(one) for one in read_questions(tmp_path / "题.docx").questions] == [["picture"], []]


def test_a_stem_may_number_what_it_tells() -> None:
    found = brought(
        f"1.某厂有下列情形：\n（1）未批先建；\n（2）超标排放。\n怎样处理？（B）\n{FOUR}\n2.乙？（A）\n{FOUR}"
    )
    assert [(one.number, one.said) for one in found] == [("1", "B"), ("2", "A")]
    assert found[0].stem.startswith("某厂有下列情形：（1）未批先建；（2）超标排放。")


def test_an_answer_goes_on_with_its_reason() -> None:
    found = brought("判断题\n1.许可证可以转让。\n答案：×。不得转让，见《试验湖泊法》第5条。\n2.天是蓝的。\n答案：√")
    assert [(one.said, one.explanation) for one in found] == [("F", "不得转让，见《试验湖泊法》第5条。"), ("T", "")]


def test_options_without_letters_that_say_which_is_right() -> None:
    text = "1. 谁管水？[单选题]\n渔业局\n水务局(正确答案)\n2. 管什么？【多选题】\n水（正确答案）\n船（正确答案）\n鸟\n3. 对吗[判断题]\n对\n错(正确答案)"
    found = brought(text)
    assert [(one.type, one.options, one.said) for one in found] == [
        ("single", ("渔业局", "水务局"), "B"),
        ("multiple", ("水", "船", "鸟"), "AB"),
        ("judge", (), "F"),
    ]


def test_options_with_no_room_between_them() -> None:
    found = brought("1.甲是（C）A一类B二类C三类D四类")
    assert (found[0].options, found[0].said) == (("一类", "二类", "三类", "四类"), "C")


def test_answers_of_sections_in_brackets() -> None:
    text = f"（一）单选题\n{paper('1.甲（ ）')}\n（二）多选题\n{paper('1.乙（ ）')}\n答案：（一）1.B （二）1.AC"
    assert [one.said for one in brought(text)] == ["B", "AC"]


def test_a_letter_read_as_nought_is_suspected() -> None:
    found = brought("1.甲是（B）\nA.一 B.二 C.三 O.四")
    assert [fault.kind for fault in found[0].faults] == ["ocr-suspect"]


@pytest.mark.parametrize(
    ("answer", "said"),
    [
        ("正确答案是：选项B", "B"),
        ("答案为：C", "C"),
        ("故选项B", "B"),
        ("答案：C（三）", "C"),
        ("答案：C（第三项）", "C"),
    ],
)
def test_answers_in_a_sentence_or_with_a_remark(answer: str, said: str) -> None:
    (one,) = brought(f"{paper('1.甲是谁？')}\n{answer}")
    assert (one.said, one.options[-1], kinds(one)) == (said, "四", [])


def test_a_table_within_a_question_is_shown_by_its_stem() -> None:
    shown = "|项目|限值|\n|甲|80|\n|乙|10|"
    first, second = brought(f"1.下表哪一项超标？（ ）\n{shown}\n{FOUR}\n答案：A\n2.乙（B）\n{FOUR}")
    assert first.stem == "下表哪一项超标？（　　）〔项目｜限值；甲｜80；乙｜10〕"
    assert [(one.said, len(one.options)) for one in (first, second)] == [("A", 4), ("B", 4)]


def test_the_printed_form_of_wjx() -> None:
    found = brought(
        "1. 谁管水？ [单选题] *\n○水务局\n○渔业局(正确答案)\n○气象局\n\n"
        "2. 鸭子要登记。 [判断题] *\n○对(正确答案)\n○错\n\n3. 湖有____条。 [填空题] *\n"
    )
    assert [(one.type, one.stem, one.options, one.said) for one in found] == [
        ("single", "谁管水？", ("水务局", "渔业局", "气象局"), "B"),
        ("judge", "鸭子要登记。", (), "T"),
        ("blank", "湖有＿＿＿＿条。", (), ""),
    ]


@pytest.mark.parametrize("text", ["1.法典有{1242}条，分{五}编。", "1.法典有【1242】条，分【五】编。"])
def test_blanks_in_braces(text: str) -> None:
    (one,) = brought(f"填空题\n{text}")
    assert (one.stem, one.said) == ("法典有＿＿＿＿条，分＿＿＿＿编。", ("1242", "五"))


def test_answers_of_blanks_by_number_below_the_mark() -> None:
    found = brought(
        "1、(填空题)某日是____月____日。\n正确答案：\n(1) 8\n(2) 15\n2、(填空题)湖有____条。\n正确答案：\n(1) 12\n"
    )
    assert [one.said for one in found] == [("8", "15"), ("12",)]


def test_a_statement_among_questions_with_options() -> None:
    found = brought(f"一、单选题\n{paper('1.甲（A）')}\n2.鸭子要登记。（对）\n3.乙（ ）\nA.一 B.二\n答案：F")
    assert [(one.type, one.said) for one in found] == [("single", "A"), ("judge", "T"), ("single", "F")]


def test_a_verdict_behind_its_statement() -> None:
    found = brought("判断题\n1、丁要登记。√\n2、己不登记。 ×\n3、x与y之积为z×")
    assert [(one.stem, one.said) for one in found[:2]] == [("丁要登记。", "T"), ("己不登记。", "F")]
    assert found[2].said == ""


def test_blanks_on_lines_and_of_nothing(tmp_path: Path) -> None:
    one, two = brought("填空题\n1.庚是_甲_和_乙_。\n2.辛是     。\n答案：丙")
    assert (one.stem, one.said) == ("庚是＿＿＿＿和＿＿＿＿。", ("甲", "乙"))
    assert (two.stem, two.said) == ("辛是＿＿＿＿。", ("丙",))
    document = Document()
    document.add_paragraph("填空题")
    line = document.add_paragraph("1.湖有")
    line.add_run("    ").underline = True
    line.add_run("条。")
    document.add_paragraph("答案：12")
    document.save(str(tmp_path / "题.docx"))
    (lined,) = read_questions(tmp_path / "题.docx").questions
    assert (lined.stem, lined.said) == ("湖有＿＿＿＿条。", ("12",))


def test_letters_with_a_blank_on_either_side() -> None:
    (one,) = brought("1.（单选）甲问？ A 一 B 二 C 三 D 四 【B】")
    assert (one.stem, one.options, one.said) == ("甲问？", ("一", "二", "三", "四"), "B")
    (other,) = brought("判断题\n1.A 类 B 类企业都要登记。（√）")
    assert (other.options, other.said) == ((), "T")


def test_a_listed_answer_may_be_a_day() -> None:
    (one,) = brought("四、填空题\n7.生态日是____。\n答案\n四、7.8月15日（全国生态日）")
    assert one.said == ("8月15日（全国生态日）",)
