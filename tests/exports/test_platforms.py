"""Files for platforms, read by strict readers: nothing is lost, nothing is said wrongly, what does not fit is named."""

import dataclasses

import pytest

from generator.exports.base import Wishes
from generator.exports.bundle import formats
from generator.exports.support import held
from generator.questions.bank import Bank
from generator.questions.item import BLANK, Blank, Item, Option, Response
from tests.exports import _every, _platforms
from tests.exports._paper import LIBRARY

READERS = {
    "chaoxing": _platforms.chaoxing,
    "kaoshibao": _platforms.kaoshibao,
    "motibang": _platforms.motibang,
    "wjx": _platforms.wjx_text,
}
MAIN = {name: f"{name}.{'txt' if name == 'wjx' else 'xlsx'}" for name in READERS}
SKIP = Wishes(skip_unsupported=True)


def read(name: str, source, wishes: Wishes = SKIP):
    outcome = formats()[name].export(LIBRARY, source, wishes)
    return READERS[name](outcome.named[MAIN[name]]) if outcome.files else [], outcome.problems


KINDS = {
    **{"single": "单选题", "multiple": "多选题", "judge": "判断题", "blank": "填空题", "essay": "简答题"},
    **{"letters": "填空题", "asks": "简答题"},
}


def questions(name: str, item: Item) -> int:
    """How many questions of the platform an item is written as."""
    form = held(name, item.type).form
    return {"parts": len(getattr(item.response, "parts", ())), "asks": len(item.response.steps)}.get(form, 1)


@pytest.mark.parametrize("name", READERS)
def test_every_type_is_held_as_the_table_says(name: str) -> None:
    found, problems = read(name, _every.exam())
    taken = [item for item in _every.ITEMS.values() if held(name, item.type).how != "refused"]
    left = [item for item in _every.ITEMS.values() if held(name, item.type).how == "refused"]
    assert len(found) == sum(questions(name, item) for item in taken)
    forms = {held(name, item.type).form for item in taken} - {"parts"}
    assert {question.kind for question in found} == {KINDS[form] for form in forms}
    assert [p.code for p in problems].count("W816") == len(left)
    for item in left:
        assert any(item.id in p.message for p in problems if p.code == "W816")


@pytest.mark.parametrize("name", READERS)
def test_each_question_of_a_chain_is_told_with_the_whole_case(name: str) -> None:
    found, _ = read(name, Bank((_every.ITEMS["chain"],)))
    assert [(question.kind, question.right) for question in found] == [
        ("单选题", ("B",)),
        ("多选题", ("A", "B")),
        ("单选题", ("D",)),
    ]
    assert found[1].options == ("警告", "罚款", "没收", "拘留")
    for question, asked in zip(found, ("怎样定性？", "还可以怎样？", "几日内改正？"), strict=True):
        told = question.over or question.stem
        for words in ("某厂的台账如下。", "台账", "九月只记了一次。", "9日", "3吨"):
            assert words in told
        assert question.stem.endswith(asked)
        assert bool(question.over) is (name == "chaoxing")


def test_questions_on_a_case_stand_in_rows_of_their_own_where_there_are_columns_for_them() -> None:
    found, _ = read("chaoxing", Bank((_every.ITEMS["case"],)))
    assert [(question.kind, question.over, question.stem) for question in found] == [
        ("简答题", "某厂排污。\n超标两倍。", "（1）罚多少？（3 分）"),
        ("简答题", "某厂排污。\n超标两倍。", "（2）还能怎么办？（2 分）"),
    ]
    assert "十万元以上（3 分）" in found[0].right
    assert "查封" not in found[0].right


@pytest.mark.parametrize("name", READERS)
def test_choices_come_back_as_they_are(name: str) -> None:
    found = {question.stem: question for question in read(name, _every.exam())[0]}
    single = found["由谁不查处？"]
    assert single.options == ("公安", "海关", "法院", "检察院")
    assert single.right == ("B",)
    several = next(question for question in found.values() if question.kind == "多选题")
    assert several.right == ("A", "B", "E")
    judge = next(question for question in found.values() if question.kind == "判断题")
    assert judge.right == ("A",)


@pytest.mark.parametrize("name", READERS)
def test_amounts_are_written_out(name: str) -> None:
    blanks = [question.right[0] for question in read(name, _every.exam())[0] if question.kind == "填空题"]
    assert any({"20万元", "二十万元", "200000元", "200,000元", "20万"} <= set(accepted) for accepted in blanks)
    assert any({"10%", "百分之十"} <= set(accepted) for accepted in blanks)


@pytest.mark.parametrize("name", READERS)
def test_pairs_and_orders_become_letters(name: str) -> None:
    answers = {question.stem: question.right for question in read(name, _every.exam())[0] if question.kind == "填空题"}
    (pairs,) = [stem for stem in answers if "谁管什么？" in stem]
    one_blank = name in {"motibang", "wjx"}  # whose templates have room for two answers, and for one
    assert answers[pairs] == ((("CA",),) if one_blank else (("C",), ("A",)))
    assert pairs.count(BLANK) == (1 if one_blank else 2)
    assert (("BCA",),) in answers.values()


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("marking", ["all_or_nothing", "half", "proportional"])
def test_a_rule_that_the_platform_sets_is_told(name: str, marking: str) -> None:
    _, problems = read(name, _every.exam(marking=marking))
    assert any(p.code == "W815" and "多选题" in p.message for p in problems)


def wide(count: int) -> Bank:
    return Bank((_every.made("single", "哪个？", _every.choices(*map(str, range(count)))),))


@pytest.mark.parametrize(("name", "most"), [("chaoxing", 8), ("kaoshibao", 8), ("motibang", 5), ("wjx", 26)])
def test_more_options_than_columns_are_refused_by_name(name: str, most: int) -> None:
    found, problems = read(name, wide(most), Wishes())
    assert (len(found), problems) == (1, ())
    found, problems = read(name, wide(most + 1), Wishes())
    assert found == []
    assert [p.code for p in problems] == ["E811"]
    assert "single" in problems[0].message


@pytest.mark.parametrize(
    ("name", "accepted"),
    [
        ("chaoxing", "甲;乙"),
        ("chaoxing", "甲；乙"),
        ("chaoxing", "3-5"),
        ("kaoshibao", "甲|乙"),
        ("motibang", "甲|乙"),
        ("wjx", "甲(乙)"),
    ],
)
def test_an_answer_that_the_platform_would_take_apart_is_refused(name: str, accepted: str) -> None:
    item = _every.made("blank", f"写{BLANK}", response=Response(blanks=(Blank((accepted,)),)))
    assert [p.code for p in read(name, Bank((item,)), Wishes())[1]] == ["E811"]


@pytest.mark.parametrize("name", READERS)
@pytest.mark.parametrize("text", _every.HOSTILE, ids=range(len(_every.HOSTILE)))
def test_hostile_text_stays_text(name: str, text: str) -> None:
    found, _ = read(name, _every.hostile(text))
    assert {"单选题", "多选题", "判断题"} <= {question.kind for question in found}
    single = next(question for question in found if question.kind == "单选题")
    assert len(single.options) == 4
    assert single.right == ("B",)


@pytest.mark.parametrize("stem", ["属于（　　）", "以下（不含本数）", "使用(A)", "说明(  )", "甲[单选题]", "甲 (1分)"])
def test_brackets_of_a_stem_are_never_the_answer(stem: str) -> None:
    item = _every.made("single", stem, _every.choices("甲", "乙", right="B"))
    (question,), _ = read("wjx", Bank((item,)))
    assert question.right == ("B",)
    assert _platforms.wjx_sheet(formats()["wjx"].export(LIBRARY, Bank((item,)), SKIP).named["wjx.xlsx"])[0][1] == "B"


def test_forms_go_into_files_of_their_own() -> None:
    outcome = formats()["chaoxing"].export(LIBRARY, _every.exam(forms="AB"), SKIP)
    assert set(outcome.named) == {"chaoxing-A.xlsx", "chaoxing-B.xlsx"}


@pytest.mark.parametrize("name", [*READERS, "xlsx"])
def test_the_same_items_give_the_same_bytes(name: str) -> None:
    one, two = (formats()[name].export(LIBRARY, _every.exam(), SKIP).named for _ in range(2))
    assert one == two


def test_the_table_of_items_explains_its_columns_and_offers_what_may_be_chosen() -> None:
    content = formats()["xlsx"].export(LIBRARY, Bank(tuple(_every.ITEMS.values())), Wishes()).named["questions.xlsx"]
    told = {row[0] for row in _platforms.rows(content, "说明")}
    head, *rows = _platforms.rows(content, "题目")
    assert set(head) <= told
    assert [row[0] for row in rows] == list(_every.ITEMS)
    place = head.index("也可以写")
    assert "200000元" in rows[3][place]


def test_items_without_options_or_with_many_keep_their_columns() -> None:
    many = _every.made("single", "哪个？", tuple(Option(str(n), n == 0, "") for n in range(12)))
    content = (
        formats()["xlsx"]
        .export(LIBRARY, Bank((many, dataclasses.replace(_every.ITEMS["blank"]))), Wishes())
        .named["questions.xlsx"]
    )
    head, *rows = _platforms.rows(content, "题目")
    assert "选项L" in head
    assert {len(row) for row in rows} == {len(head)}
