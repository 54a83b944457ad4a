"""Which column answers which question: never another question's key, whatever the platform numbered."""

import random
from typing import Any

import pytest

from generator.legal.numerals import format_number
from generator.problems import Problems
from generator.questions.chained import Chain, Part
from generator.questions.item import Item, Option
from generator.reading.table import Line, Table
from generator.sitting.heads import Head
from generator.sitting.keys import Keys
from generator.sitting.questions import Answered, _answers, _by_number, tell_missing
from tests.exports._paper import BASIS
from tests.sitting._forms import JUDGE, item, keys, options, paper, sit

STEMS = (
    "未经批准擅自开工建设的项目由谁责令停止建设",
    "未经批准擅自开工建设的项目罚款的下限是多少",
    "危险废物管理计划应当在什么时候报送备案",
    "土壤污染重点监管单位每年要向谁报告排放情况",
    "夜间施工产生噪声没有公告的最高罚多少",
    "排污许可证到期以前多少日提出延续的申请",
)
COUNT = 24


def right(n: int) -> str:
    """The key of question n from 1: no pattern that a shift by a few would keep."""
    return random.Random(n * 7919).choice("ABCD")


def asked(stems: tuple[str, ...] = STEMS) -> tuple[Item, ...]:
    return tuple(
        item(
            f"q{n}",
            "single",
            options(right(n)),
            stem=f"{stems[n - 1]}？" if n <= len(stems) else f"第{n}个问题问的是什么呢？",
        )
        for n in range(1, COUNT + 1)
    )


ALIKE = asked()


def made(stems: tuple[str, ...] = STEMS) -> Keys:
    return keys(paper(items=asked(stems), points=(2.0,) * COUNT))


def answers(seed: int, skill: float = 0.7) -> list[str]:
    draw = random.Random(seed)
    return [right(n) if draw.random() < skill else draw.choice("ABCD") for n in range(1, COUNT + 1)]


ROWS = [answers(seed) for seed in range(12)]


def scores(
    header: tuple[str, ...], rows: list[tuple[str, ...]], exam: Keys | None = None
) -> tuple[list[Any], list[str]]:
    sitting, said = sit(*rows, made=exam or made(), header=header)
    return [candidate.score for candidate in sitting.candidates], said


PLAIN = scores(("考号", *map(str, range(1, COUNT + 1))), [(f"{n:03d}", *row) for n, row in enumerate(ROWS)])


def stem(n: int, cut: int = 40) -> str:
    return (f"{STEMS[n - 1]}？" if n <= len(STEMS) else f"第{n}个问题问的是什么呢？")[:cut]


def test_stems_tell_the_questions_whatever_their_numbers() -> None:
    header = ("1、您的考号：", "2、姓名", *(f"{n + 2}、{stem(n)}(单选题)" for n in range(1, COUNT + 1)))
    rows = [(f"{n:03d}", "甲", *row) for n, row in enumerate(ROWS)]
    assert scores(header, rows) == PLAIN


def test_stems_tell_the_questions_whatever_their_order() -> None:
    order = list(range(1, COUNT + 1))
    random.Random(3).shuffle(order)
    header = ("考号", *(f"{place}. {stem(n)}" for place, n in enumerate(order, 1)))
    rows = [(f"{n:03d}", *(row[q - 1] for q in order)) for n, row in enumerate(ROWS)]
    assert scores(header, rows) == PLAIN


def test_stems_that_begin_alike_are_told_by_place_or_option() -> None:
    header = ("考号", "1、姓名", *(f"{n + 1}、{stem(n, 12)}" for n in range(1, COUNT + 1)))
    rows = [(f"{n:03d}", "甲", *row) for n, row in enumerate(ROWS)]
    assert scores(header, rows) == PLAIN


def test_stems_that_begin_alike_are_told_by_their_numbers_in_any_order() -> None:
    order = [2, 1, *range(3, COUNT + 1)]
    header = ("考号", "1、姓名", *(f"{n + 1}、{stem(n, 12)}" for n in order))
    rows = [(f"{n:03d}", "甲", *(row[q - 1] for q in order)) for n, row in enumerate(ROWS)]
    assert scores(header, rows) == PLAIN


def test_stems_that_begin_alike_are_told_by_place_among_the_forms_that_were_sat() -> None:
    """Another form has the same questions in another order; nobody in the table sat it."""
    one = paper(items=ALIKE, points=(2.0,) * COUNT)
    both = keys(one, paper("B", ALIKE[::-1], (2.0,) * COUNT))
    header = ("考号", "卷别", *(f"{n}、{stem(n, 12)}" for n in range(1, COUNT + 1)))
    rows = [(f"{n:03d}", "A卷", *row) for n, row in enumerate(ROWS)]
    assert scores(header, rows, both) == PLAIN
    # with both forms in the table nothing tells which of the two questions is meant
    assert scores(header, [*rows, ("099", "B", *ROWS[0])], both)[0] == []


@pytest.mark.parametrize(
    ("header", "says"),
    [
        (("考号", "1、姓名", "2、单位", *(f"{n + 2}、题" for n in range(1, COUNT + 1))), "卷里没有第 25 题，最后一题是第 24 题"),
        (("考号", "1、姓名", *(f"{n}" for n in range(2, COUNT + 1))), "第 1 号是“1、姓名”，不是题"),
        (("考号", *(f"{n}、{stem(n)}" for n in range(1, 6)), *(f"{n}" for n in range(7, COUNT + 2))), "两种对不起来"),
        (("考号", *(f"{n}、别的卷上的第{n}道题" for n in range(1, COUNT + 1))), "一道也对不上"),
        (("考号", "1、完全是另外一道题目", *(f"{n}、{stem(n)}" for n in range(2, COUNT + 1))), "卷上第 1 题没有列"),
        (("考号", f"1、{stem(2)}", f"2、{stem(2)}", *(f"{n}、{stem(n)}" for n in range(3, COUNT + 1))), "是同一道题"),
    ],
)  # fmt: skip
def test_what_does_not_fit_is_not_marked(header: tuple[str, ...], says: str) -> None:
    width = len(header) - 1
    found, said = scores(header, [(f"{n:03d}", *["A"] * width) for n in range(4)])
    assert found == []
    assert any(says in line and "E503" in line for line in said), said


@pytest.mark.parametrize("offset", [-2, -1, 1, 2, 5])
def test_answers_that_are_off_by_a_constant_are_not_marked(offset: int) -> None:
    moved = [([""] * offset + row if offset > 0 else row[-offset:] + [""] * -offset)[:COUNT] for row in ROWS]
    found, said = scores(("考号", *map(str, range(1, COUNT + 1))), [(f"{n:03d}", *row) for n, row in enumerate(moved)])
    assert found == []
    assert f"像是错开了 {abs(offset)} 题" in said[0]
    question, column = (1, 1 + offset) if offset > 0 else (1 - offset, 1)
    assert f"第 {question} 题的答案在第 {column} 题的列里" in said[0]


def mixed() -> Keys:
    """Three kinds in turn, whose answers can't all stand in each other's columns."""
    kinds = ["single", "multiple", "judge"] * 8
    several = ["AB", "AC", "BD", "ACD", "BC"]
    items = tuple(
        item(f"q{n}", kind, JUDGE if kind == "judge" else options(right(n) if kind == "single" else several[n % 5]))
        for n, kind in enumerate(kinds, 1)
    )
    return keys(paper(items=items, points=(2.0,) * COUNT))


NUMBERS = ("考号", *map(str, range(1, COUNT + 1)))


@pytest.mark.parametrize("start", [8, 10, 13])
@pytest.mark.parametrize("offset", [-1, 1])
def test_answers_that_are_off_from_a_later_question_on_are_not_marked(start: int, offset: int) -> None:
    people = [answers(seed, skill=0.9) for seed in range(20)]
    moved = [
        [*row[:start], "", *row[start:]][:COUNT] if offset > 0 else [*row[:start], *row[start + 1 :], ""]
        for row in people
    ]
    found, said = scores(NUMBERS, [(f"{n:03d}", *row) for n, row in enumerate(moved)])
    assert found == []
    assert "题起像是错开了 1 题" in said[0], said


def test_answers_in_no_order_at_all_are_not_marked() -> None:
    exam = mixed()
    order = list(range(COUNT))
    random.Random(1).shuffle(order)
    full = [one.answer for one in exam.first.items]
    rows = [(f"{n:03d}", *(full[at] for at in order)) for n in range(4)]
    found, said = scores(NUMBERS, rows, exam)
    assert found == []
    assert len(said) == 1
    assert "多半不是这一题的答案" in said[0]
    assert "这张表一题也没有评" in said[0]


def test_texts_of_other_questions_are_not_marked_even_of_one_person() -> None:
    stems = tuple(f"第{n}个问题问的是什么呢" for n in range(1, COUNT + 1))
    items = tuple(
        item(f"q{n}", "single", tuple(Option(f"第{n}题的说法{o}", o == 1, "") for o in range(4)), stem=stems[n - 1])
        for n in range(1, COUNT + 1)
    )
    exam = keys(paper(items=items, points=(2.0,) * COUNT))
    told = [f"B.{one.options[1].text}" for one in exam.first.items]
    assert scores(NUMBERS, [("001", *told)], exam)[0] == [48]
    order = list(range(COUNT))
    random.Random(1).shuffle(order)
    found, said = scores(NUMBERS, [("001", *(told[at] for at in order))], exam)
    assert found == []
    assert "对不起来" in said[0]


def test_a_person_whose_answers_are_off_is_not_marked_and_the_others_are() -> None:
    exam = mixed()
    full = [one.answer for one in exam.first.items]
    rows = [(f"{n:03d}", *full) for n in range(9)]
    rows[3] = ("003", *full[:10], "", *full[10:-1])
    found, said = scores(NUMBERS, rows, exam)
    assert found == [48] * 8
    assert len(said) == 1
    assert "这一行没有评" in said[0]


def test_people_who_err_alike_or_write_oddly_are_marked() -> None:
    exam = mixed()
    for seed in range(30):
        draw = random.Random(seed)
        alike = [draw.choice(("A", "B")) for _ in range(COUNT)]
        full = [one.answer for one in exam.first.items]
        rows = []
        for n in range(1 + seed % 9):
            row = [draw.choice((one, two, draw.choice("AB"))) for one, two in zip(full, alike, strict=True)]
            row[draw.randrange(COUNT)] = "？"
            rows.append((f"{n:03d}", *row))
        assert len(scores(NUMBERS, rows, exam)[0]) == len(rows)


def test_stems_of_parts_are_told_with_the_case_and_its_kind() -> None:
    shown = "2026年9月23日，居民说厂里晚上响得睡不着，监测人员在厂界测了一次，数值超过限值。"
    chain = Chain(
        evidence=(),
        parts=tuple(
            Part(
                f"第{n}问应当怎样处理？",
                tuple(Option(f"办法{o}", o == 0, "") for o in range(4)),
                "因为。",
                (BASIS,),
                n == 2,
            )
            for n in (1, 2, 3)
        ),
    )
    case = item("case", "chain", stem=shown, response=chain)
    exam = keys(paper(items=(case,), points=(2.0,)))
    parts = exam.first.items
    header = (
        "序号",
        "1、姓名",
        *(f"{n + 1}、{one.told.replace(chr(10), ' ')} {one.stem}" for n, one in enumerate(parts, 1)),
    )
    found, said = scores(header, [("1", "甲", *(one.answer for one in parts))], exam)
    assert (found, said) == ([6], [])


@pytest.mark.parametrize(
    "written",
    [
        "<p>{}</p>",
        "{}&nbsp;",
        "{}&nbs…",
        "{}&...",
        "{}&#16",
        "&ldquo;{}&rdquo;<br/>",
        "{}(A)",
        "{}（    ）[单选题](2分)",
    ],
)
def test_stems_with_what_platforms_leave_around_them(written: str) -> None:
    header = ("考号", *(f"{n}、{written.format(stem(n))}" for n in range(1, COUNT + 1)))
    assert scores(header, [(f"{n:03d}", *row) for n, row in enumerate(ROWS)]) == PLAIN


def test_options_whose_marks_are_those_between_them() -> None:
    texts = ("不出示证件，可以拒绝检查", "夜里来检查的，结果都不算数", "检查的人不能少于两个", "录像要先同意")
    several = item("many", "multiple", tuple(Option(text, place in {0, 2}, "") for place, text in enumerate(texts)))
    exam = keys(paper(items=(several,), points=(2.0,)))
    for cell in (f"{texts[0]}，{texts[2]}", f"A.{texts[0]},C.{texts[2]}", f"{texts[2]}，{texts[0]}。"):
        assert scores(("考号", "1"), [("001", cell)], exam) == ([2], []), cell
    assert scores(("考号", "1"), [("001", f"{texts[0]}，别的")], exam)[0] == [0]


def test_one_person_off_by_one_among_types_is_not_marked() -> None:
    kinds = ["judge"] * 8 + ["multiple"] * 8 + ["judge"] * 8
    items = tuple(
        item(f"q{n}", kind, JUDGE if kind == "judge" else options(random.Random(n).choice(["AB", "AC", "BD", "ACD"])))
        for n, kind in enumerate(kinds)
    )
    exam = keys(paper(items=items, points=(2.0,) * COUNT))
    full = [one.answer for one in exam.first.items]
    header = ("考号", *map(str, range(1, COUNT + 1)))
    assert scores(header, [("001", *full)], exam)[0] == [48]
    assert scores(header, [("001", "", *full[:-1])], exam)[0] == []


def test_a_sitting_that_knows_nothing_is_not_taken_for_a_shift() -> None:
    for seed in range(40):
        draw = random.Random(seed)
        rows = [(f"{n:03d}", *(draw.choice("ABCD") for _ in range(COUNT))) for n in range(1 + seed % 9)]
        found, said = scores(("考号", *map(str, range(1, COUNT + 1))), rows)
        assert len(found) == len(rows)
        assert said == []


def test_text_of_options_counts_whatever_letter_stands_before_it() -> None:
    exam = made()
    (key,) = exam.forms.values()
    turned = []
    for row in ROWS:
        texts = [key.items[n].options[ord(mark) - 65].text for n, mark in enumerate(row)]
        turned.append([f"{'DCBA'[n % 4]}.{text}" for n, text in enumerate(texts)])
    header = ("考号", *map(str, range(1, COUNT + 1)))
    assert scores(header, [(f"{n:03d}", *row) for n, row in enumerate(turned)], exam) == PLAIN


def test_points_instead_of_answers() -> None:
    header = ("考号", "总分", *(f"{n}、题" for n in range(1, COUNT + 1)))
    marks = [["2" if mark == right(n) else "0" for n, mark in enumerate(row, 1)] for row in ROWS]
    rows = [(f"{n:03d}", str(sum(map(int, row))), *row) for n, row in enumerate(marks)]
    assert scores(header, rows) == PLAIN
    moodle = ("考号", *(f"Q. {n} /1.00" for n in range(1, COUNT + 1)))
    halved = [(f"{n:03d}", *(f"{int(point) / 2:.2f}" for point in row)) for n, row in enumerate(marks)]
    assert scores(moodle, halved) == PLAIN


def test_ordinals_instead_of_letters() -> None:
    header = ("序号", "提交答卷时间", "来自IP", "总分", "考号", *(f"{n}、题" for n in range(1, COUNT + 1)))
    rows = [
        (str(n), "2026/11/20", "10.0.0.1", "40", f"{n:03d}", *(str("ABCD".index(mark) + 1) for mark in row))
        for n, row in enumerate(ROWS)
    ]
    assert scores(header, rows) == PLAIN


@pytest.mark.parametrize(
    "head",
    [
        "第{}题",
        "题号{}",
        "单选{}",
        "单项选择题{}",
        "({})",
        "（{}）",
        "【{}】",
        "V{}",
        "{}、（单选题）",
        "{}【2分】",
        "第 {} 小题",
        "*{}.",
        "{}号",
        "#{}",
        "题#{}",
        "Q_{}",
        "第{}题（单选题，2分）",
        "{}.[单选题/每题2.0分]",
    ],
)
def test_numbers_however_they_are_written(head: str) -> None:
    header = ("考号", *(head.format(n) for n in range(1, COUNT + 1)))
    assert scores(header, [(f"{n:03d}", *row) for n, row in enumerate(ROWS)]) == PLAIN


def test_numbers_in_chinese() -> None:
    header = ("考号", *(f"第{format_number(n)}题" for n in range(1, COUNT + 1)))
    assert scores(header, [(f"{n:03d}", *row) for n, row in enumerate(ROWS)]) == PLAIN


def test_a_column_of_answers_under_a_head_that_says_nothing_is_never_left_out() -> None:
    rows = [(f"{n:03d}", *row) for n, row in enumerate(ROWS)]
    marked, said = scores(("考号", "甲", "乙", *map(str, range(3, COUNT + 1))), rows)
    assert marked == []
    assert "“甲”下面像是答案，看不出是哪一题，而卷上第 1 题没有列；这张表一题也没有评" in said[0]
    others = [(row[0], "执法岗", *row[1:-1]) for row in rows]
    marked, said = scores(("考号", "岗位", *map(str, range(1, COUNT))), others)
    assert len(marked) == len(ROWS)
    assert f"缺少第 {COUNT} 题的列" in said[0]


def test_answers_that_are_off_from_their_stems_are_not_marked() -> None:
    header = ("考号", *(stem(n) for n in range(1, COUNT + 1)))
    rows = [(f"{n:03d}", "", "", *row[:-2]) for n, row in enumerate(answers(seed, 0.9) for seed in range(30))]
    marked, said = scores(header, rows)
    assert marked == []
    assert "错开了 2 题" in said[0]


@pytest.mark.parametrize(
    "words", ["标准答案", "参考答案", "满分", "第二页", "第2页，共3页", "续表", "制表人：王五", "平均得分", "审核人"]
)
def test_rows_that_are_nobody(words: str) -> None:
    header = ("考号", *map(str, range(1, COUNT + 1)))
    rows = [(f"{n:03d}", *row) for n, row in enumerate(ROWS)]
    marked, said = scores(header, [*rows, (words, *(right(n) for n in range(1, COUNT + 1)))])
    assert marked == PLAIN[0]
    assert "这一行不是考生" in said[0]


@pytest.mark.parametrize(
    ("missing", "count", "go_on", "says"),
    [
        ([3], 4, True, "缺少第 3 题的列，共 1 列"),
        ([1, 2], 4, True, "缺少第 1、2 题的列，共 2 列"),
        ([1, 2, 3], 4, False, "4 道题里只有 1 道有列"),
        (
            list(range(1, 21)),
            40,
            True,
            "第 1、2、3、4、5、6、7、8、9、10、11、12、13、14、15、16、17、18、19、20 题的列，共 20 列",
        ),
        (list(range(1, 22)), 42, True, "18、19、20 等 题的列，共 21 列"),
    ],
)
def test_of_columns_that_lack_half_may(missing: list[int], count: int, go_on: bool, says: str) -> None:
    problems = Problems()
    assert tell_missing(Table("答卷.csv", ("考号",), ()), missing, count, problems) is go_on
    assert says in str(next(iter(problems)))


FOUR = keys(paper(items=tuple(item(f"n{n}", "single", options("B")) for n in range(4)), points=(1.0,) * 4))


def by_number(
    numbers: dict[int, int], taken: dict[int, int], cells: tuple[str, ...] = (), unread: tuple[int, ...] = ()
) -> tuple[Answered | None, list[str]]:
    """Columns with numbers, numbers that fields of people bear, what stands in every row, columns that say nothing."""
    problems = Problems()
    header = tuple(f"列{column}" for column in range(8))
    made = Table("答卷.csv", header, tuple(Line(n, (*cells, *[""] * (8 - len(cells)))) for n in range(2, 6)))
    heads = {column: Head(number) for column, number in numbers.items()}
    return _by_number(made, heads, taken, unread, FOUR, problems), [str(one).split("\n")[0] for one in problems]


ALL_FOUR = {1: 1, 2: 2, 3: 3, 4: 4}


def test_numbers_alone_tell_the_questions_where_they_are_the_papers() -> None:
    found, said = by_number(ALL_FOUR, {})
    assert (found and found.numbers, said) == (ALL_FOUR, [])
    # a field of people may bear a number that no question has, or that a question has too
    assert by_number(ALL_FOUR, {5: 0}) == (found, [])
    assert by_number(ALL_FOUR, {4: 0}) == (found, [])
    found, said = by_number({1: 1, 2: 2, 3: 3}, {})
    assert found is not None
    assert ["缺少第 4 题的列" in one for one in said] == [True]


@pytest.mark.parametrize(
    ("numbers", "taken", "says"),
    [
        ({1: 1, 2: 2, 3: 3, 4: 5}, {}, ["卷里没有第 5 题，最后一题是第 4 题"]),
        ({1: 0, 2: 2, 3: 3, 4: 4}, {}, ["卷里没有第 0 题，最后一题是第 4 题"]),
        ({1: 1, 2: 2, 3: 2, 4: 4}, {}, ["第 2 题有两列，另一列是第 3 列"]),
        ({2: 2, 3: 3, 4: 4}, {1: 0}, ["第 1 号是“列0”，不是题"]),
        ({1: 1, 2: 2, 3: 3}, {4: 0}, ["第 4 号是“列0”，不是题"]),
        ({3: 3, 4: 4}, {1: 0, 2: 1}, ["第 1 号是“列0”，不是题"]),  # told once
        ({}, {}, ["表头里没有题号"]),
        ({1: 9}, {1: 0}, ["卷里没有第 9 题"]),
    ],
)
def test_numbers_that_are_a_platforms_own_tell_nothing(
    numbers: dict[int, int], taken: dict[int, int], says: list[str]
) -> None:
    found, said = by_number(numbers, taken)
    assert found is None
    assert [any(words in line for line in said) for words in says] == [True] * len(said)


@pytest.mark.parametrize(("filled", "so"), [(2, False), (3, True)])
def test_a_column_that_says_nothing_is_a_question_where_most_wrote_answers_there(filled: int, so: bool) -> None:
    made = Table("答卷.csv", ("考号", "甲"), tuple(Line(n, (str(n), "B" if n < filled else "")) for n in range(4)))
    assert _answers(made, 1, FOUR.first.items) is so
    assert not _answers(made, 1, [])
