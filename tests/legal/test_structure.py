"""Texts invented for the purpose, with the damage that collections of law have."""

import random
import time
from collections.abc import Iterator
from itertools import pairwise

import pytest

from generator.legal.structure import read_structure
from generator.legal.structure.heads import _NEXT, _SPACED, Head, _at_start, _chain, _near
from generator.legal.structure.model import Locus
from generator.legal.structure.outside import _after_header, _contents, _held, _is_annex

HEAD = ["# 试验河条例", "", "2020年1月2日 试验市通过", "", "<!-- INFO END -->", ""]


def law(*lines: str) -> list[str]:
    return [*HEAD, *lines]


def codes(faults: object) -> set[str]:
    return {fault.code for fault in faults}  # type: ignore[attr-defined]


def test_parts_paragraphs_items_and_paths() -> None:
    text = read_structure(
        law(
            "## 第一章 总　则",
            "第一条 河要清。",
            "岸要绿。",
            "第二条 有下列情形之一的，报告：",
            "（一）水发臭；",
            "（二）鱼死了。",
            "前款报告当日作出。",
            "## 第二章 附　则",
            "第三条 自2020年3月1日起施行。",
        )
    )
    assert text.title == "试验河条例"
    assert [(one.number, one.path, one.text.count("\n") + 1) for one in text.articles] == [
        (1, ("第一章 总则",), 2),
        (2, ("第一章 总则",), 4),
        (3, ("第二章 附则",), 1),
    ]
    loci = [(piece.locus.article, piece.locus.paragraph, piece.locus.item) for piece in text.pieces if piece.locus]
    assert loci == [(1, 1, 0), (1, 2, 0), (2, 1, 0), (2, 1, 1), (2, 1, 2), (2, 2, 0), (3, 1, 0)]
    assert not text.repaired
    assert not text.problems


def test_a_head_glued_to_the_paragraph_before_is_found_by_the_number_that_is_missing() -> None:
    text = read_structure(
        law("第一条 河要清，不得倒垃圾。第二条 岸要绿，不得挖沙，种树归沿岸各村。", "第三条 船要少，夜里不得通行。")
    )
    assert [one.number for one in text.articles] == [1, 2, 3]
    assert codes(text.repaired) == {"head-glued"}


@pytest.mark.parametrize("words", ["与河有关的人适用本条例。", "和县区合办的河道，照办。", "规划部门照管。"])
def test_a_glued_head_may_begin_with_a_word_that_joins_citations(words: str) -> None:
    text = read_structure(law(f"第一条 河要清。 第二条 {words}", "第三条 不倒垃圾。"))
    assert [one.number for one in text.articles] == [1, 2, 3]
    assert codes(text.repaired) == {"head-glued"}


def test_a_lost_number_is_reported_and_nothing_is_renumbered() -> None:
    text = read_structure(
        law(
            "第一条 河要清，不得倒垃圾，不得洗油桶。",
            "岸要绿，不得挖沙，种树归沿岸各村。",
            "第三条 船要少，夜里不得通行，白天不鸣笛。",
        )
    )
    assert [one.number for one in text.articles] == [1, 3]
    assert [fault.code for fault in text.problems] == ["number-lost"]
    assert "第2条" in text.problems[0].message


def test_spaces_in_a_number_and_a_wrong_character_are_mended() -> None:
    text = read_structure(
        law(
            "第一条 河要清，不得倒垃圾，不得洗油桶。",
            "笫二条 岸要绿，不得挖沙，种树归沿岸各村。",
            "第 三 条 船要少，夜里不得通行。",
        )
    )
    assert [one.number for one in text.articles] == [1, 2, 3]
    assert codes(text.repaired) == {"wrong-character", "number-spaced"}


def test_a_line_that_begins_with_a_citation_is_no_head() -> None:
    text = read_structure(
        law(
            "第一条 违反本条例", "第二条规定的，改正，并把倒掉的垃圾清走。", "第二条 岸要绿，不得挖沙，种树归沿岸各村。"
        )
    )
    assert text.articles[0].text == "违反本条例第二条规定的，改正，并把倒掉的垃圾清走。"
    assert codes(text.repaired) == {"line-broken"}


def test_items_whose_numbers_are_lost_are_counted_and_are_no_paragraphs() -> None:
    text = read_structure(
        law("第一条 有下列情形之一的，报告：", "水发臭；", "鱼死了。", "前款报告当日作出，由发现的人打电话给河长。")
    )
    assert [(p.locus.paragraph, p.locus.item) for p in text.pieces if p.locus] == [(1, 0), (1, 1), (1, 2), (2, 0)]
    assert codes(text.repaired) == {"items-unnumbered"}


def test_items_on_one_line_are_split() -> None:
    text = read_structure(law("第一条 不得：（一）倒垃圾；（二）洗油桶；（三）毒鱼、炸鱼、电鱼，或者夜里偷捕。"))
    assert text.articles[0].text.split("\n") == [
        "不得：",
        "（一）倒垃圾；",
        "（二）洗油桶；",
        "（三）毒鱼、炸鱼、电鱼，或者夜里偷捕。",
    ]


def test_a_heading_glued_to_the_last_article_of_the_part_before_is_taken_off() -> None:
    text = read_structure(
        law("第一条 河要清，不得倒垃圾，不得洗油桶。第二编　岸", "第二条 岸要绿，不得挖沙，种树归沿岸各村。")
    )
    assert text.articles[0].text == "河要清，不得倒垃圾，不得洗油桶。"
    assert text.articles[1].path == ("第二编 岸",)


def test_a_heading_is_above_what_stands_after_it_on_its_line_too() -> None:
    first, second, third = "第一条 河要清，不得倒垃圾。", "第二条 岸要绿，不得挖沙。", "第三条 船要少，夜里不得通行。"
    after = read_structure(law(f"{first}{second}第二编　岸", third))
    assert [one.path for one in after.articles] == [(), (), ("第二编 岸",)]
    before = read_structure(law(first, f"第二编　岸　{second}", third))
    assert [one.path for one in before.articles] == [(), ("第二编 岸",), ("第二编 岸",)]
    noted = read_structure(law(first, "第二编　岸", f"<!-- 缺 {second} -->", third))
    assert [(one.number, one.path) for one in noted.articles] == [(1, ()), (2, ()), (3, ("第二编 岸",))]


def test_suffixes_books_and_tables_of_contents() -> None:
    text = read_structure(
        [
            "试验法典",
            "（2020年1月2日通过）",
            "目　录",
            "第一编　水",
            "第二编　岸",
            "第一编　水",
            "第一百二十条　河要清，不得倒垃圾，不得洗油桶。",
            "第一百二十条之一　井也要清，不得倒垃圾，不得洗油桶。",
            "第二编　岸",
            "第一百二十一条　岸要绿，不得挖沙，种树归沿岸各村。",
        ]
    )
    assert [(one.number, one.suffix, one.path) for one in text.articles] == [
        (120, 0, ("第一编 水",)),
        (120, 1, ("第一编 水",)),
        (121, 0, ("第二编 岸",)),
    ]
    assert [heading.title for heading in text.headings] == ["第一编 水", "第二编 岸"]
    assert codes(text.problems) == {"later-book"}


def test_an_empty_body_and_a_missing_annex_are_problems() -> None:
    assert codes(read_structure(law("第一条 见附表。")).problems) == {"body-empty"}
    assert not codes(read_structure(law("一、不得倒油。", "二、违者罚款。")).problems)  # short, and whole
    text = read_structure(
        law(
            "第一条 河水按照本条例附表规定的标准收费，收来的钱全部用于清河、种树和修闸，每年向村民公布一次账目，任何人可以查。",
            "附表：",
            "",
        )
    )
    assert codes(text.problems) == {"annex-missing"}
    said = "第一条 违反本条例的，按附表处罚款，收来的钱全部用于清河、种树和修闸，每年向村民公布一次账目，任何人可以查。"
    assert codes(read_structure(law(said, "附表", "", "一、水", "", "二、油")).problems) == {"annex-missing"}


ANNOUNCING = "第一条 为了把河管好，收来的钱全部用于清河、种树和修闸，每年向村民公布一次账目，任何人可以查阅和抄录。"


@pytest.mark.parametrize(
    ("words", "missing"),
    [
        ("税目依照本法所附《税目税额表》执行。", True),
        ("适用累进税率（税率表附后）。", True),
        ("列于附件一的物质不得倾倒。", True),
        ("空气洁净度见附件表Ⅰ。", True),
        ("申请书及所附文件应当附有译文。", False),
        ("公共厕所附近可以停车，营业场所附设厕所应当开放。", False),
        ("《某公约》附件所列物质，车船税法所附《车船税税目税额表》不变。", False),
        ("许可证及其附件、附图应当公布，作为合同附件。", False),
        ("其法定代理人对所附条件有异议的，从其规定。", False),
    ],
)
def test_an_annex_is_missed_where_the_text_announces_its_own(words: str, missing: bool) -> None:
    text = read_structure(law(f"{ANNOUNCING}{words}"))
    assert codes(text.problems) == ({"annex-missing"} if missing else set())
    named = read_structure(law(f"{ANNOUNCING}{words}", "附表一", "税目税额表", "## 一、大气污染物", "（本表按年计算）"))
    assert codes(named.problems) == ({"annex-missing"} if missing else set())


def test_a_head_glued_to_the_last_article_is_found_without_a_space_too() -> None:
    text = read_structure(law("第一条 村里有一条河，归村民管。第二条本条例自2021年1月1日起施行。"))
    assert [one.number for one in text.articles] == [1, 2]
    assert codes(text.repaired) == {"head-glued"}
    told = read_structure(law("第一条 原办法第一条改为本条。第二条修改为：河归村民管，清河的钱由村里出。"))
    assert [one.number for one in told.articles] == [1]


def test_a_decision_without_articles_keeps_its_sections() -> None:
    text = read_structure(
        law(
            "为了把河管好，决定如下：",
            "一、河要清，每月清一次淤泥。",
            "清出的泥运到砖厂。",
            "二、岸要绿，种树归沿岸各村，三年内种满。",
        )
    )
    assert [(one.number, one.text.count("\n")) for one in text.sections] == [(1, 1), (2, 0)]


def test_a_title_set_over_two_lines_is_joined_and_a_whole_one_is_left_alone() -> None:
    two = read_structure(["试验河与试验湖", "保护条例", "", "第一条 河要清。", "第二条 湖要静。"])
    assert two.title == "试验河与试验湖保护条例"
    one = read_structure(["试验河条例", "河长须知", "第一条 河要清。", "第二条 湖要静。"])
    assert one.title == "试验河条例"


@pytest.mark.parametrize("first", ["第一条 河要清。", "第一章 总则"])
def test_a_text_that_begins_with_its_first_article_or_heading_has_no_title(first: str) -> None:
    text = read_structure(
        [first, *(f"第{number}条 湖要静，不得放船，夜里不得捕鱼，不得鸣笛。" for number in range(2, 9))]
    )
    assert text.title == ""
    assert "title-missing" in codes(text.problems)


def test_a_file_that_begins_with_a_later_book_says_so() -> None:
    later = read_structure(law(*(f"第{number}条 河要清，不得倒垃圾，不得洗油桶。" for number in range(300, 305))))
    assert "later-book" in codes(later.problems)
    whole = read_structure(law(*(f"第{number}条 河要清，不得倒垃圾，不得洗油桶。" for number in range(1, 302))))
    assert "later-book" not in codes(whole.problems)


BODY = tuple(f"第{number}条 河要清，不得倒垃圾，不得洗油桶。" for number in range(1, 6))


def test_a_title_ends_where_it_names_what_kind_of_text_it_is() -> None:
    assert read_structure(["试验河与", "试验湖条例", "河长须知", *BODY]).title == "试验河与试验湖条例"


def test_whatever_stands_before_the_mark_of_a_collection_is_header() -> None:
    text = read_structure(["# 试验河条例", "", "说明：本件由试验室整理。", "<!-- INFO END -->", "", *BODY])
    assert text.header == ("说明：本件由试验室整理。",)
    assert len(text.articles) == 5
    far = read_structure(["# 试验河条例", *["说明。"] * 90, "<!-- INFO END -->", *BODY])
    assert not far.header  # too far down to be a header's end


@pytest.mark.parametrize(
    "history",
    [
        ("（2001年1月2日试验市第一届人大一次会议", "批准）"),
        ("（经试验市第一届人大一次会议通过", "自三月起施行）"),
        ("(2001年1月2日公布)",),
    ],
)
def test_a_history_in_brackets_is_header_to_its_end(history: tuple[str, ...]) -> None:
    text = read_structure(["试验河条例", *history, *BODY])
    assert text.header == history
    assert text.articles[0].number == 1


def test_items_of_items_by_any_mark() -> None:
    text = read_structure(
        law(
            "第一条 河边不得有下列行为：",
            "（一）倒下列东西：",
            "1. 灰；",
            "2. 油；",
            "（二）洗下列东西：",
            "①桶；",
            "②车。",
            *(f"第{number}条 河要清，不得倒垃圾，不得洗油桶。" for number in range(2, 5)),
        )
    )
    loci = [
        (piece.locus.item, piece.locus.subitem) for piece in text.pieces if piece.locus and piece.locus.article == 1
    ]
    assert loci == [(0, 0), (1, 0), (1, 1), (1, 2), (2, 0), (2, 1), (2, 2)]


@pytest.mark.parametrize(("line", "articles", "annexes"), [("附件：水位表", 5, True), ("附件：" + "水" * 60, 5, False)])
def test_an_annex_has_a_short_name(line: str, articles: int, annexes: bool) -> None:
    text = read_structure(law(*BODY, line, "一月：三米", "二月：四米"))
    assert len(text.articles) == articles
    assert ("一月" in text.articles[-1].text) != annexes


def test_a_collection_of_laws_in_one_file_takes_no_long_time() -> None:
    law = [f"第{number}条　取水应当登记。" for number in range(1, 101)]
    started = time.process_time()
    read_structure(["试验湖泊法", *(law * 200)])  # 20,000 heads: with every pair looked at this takes minutes
    assert time.process_time() - started < 20


def test_the_run_of_numbers_is_the_heaviest() -> None:
    drawn = random.Random(20261129)
    for _ in range(300):
        found = [
            Head(line, 0, 1, drawn.randint(1, 9), drawn.choice([0, 0, 0, 1, 2]), True)
            for line in range(drawn.randint(1, 12))
        ]
        assert _weight(_chain(found)) == max(_weight(run) for run in _runs(found))


def _runs(heads: list[Head]) -> Iterator[list[Head]]:
    for chosen in range(1, 1 << len(heads)):
        run = [head for at, head in enumerate(heads) if chosen >> at & 1]
        if all(one.place < other.place for one, other in pairwise(run)):
            yield run


def _weight(run: list[Head]) -> int:
    return len(run) * _SPACED + sum(_NEXT for one, other in pairwise(run) if other.follows(one))


def loci(*lines: str) -> list[tuple[int, int, int, int]]:
    """Article, 款, 项, 目 of each piece that has words."""
    pieces = read_structure(law(*lines)).pieces
    return [
        (one.locus.article, one.locus.paragraph, one.locus.item, one.locus.subitem)
        for one in pieces
        if one.locus and one.start < one.end
    ]


def test_a_number_alone_on_its_line_is_no_paragraph() -> None:
    alone = loci(
        "第一条", "河要清。", "岸要绿。", "第二条", "不得：", "（一）倒灰；", "（二）洗桶。", "前款所称灰包括煤渣。"
    )
    beside = loci(
        "第一条 河要清。", "岸要绿。", "第二条 不得：", "（一）倒灰；", "（二）洗桶。", "前款所称灰包括煤渣。"
    )
    assert alone == beside
    assert alone == [(1, 1, 0, 0), (1, 2, 0, 0), (2, 1, 0, 0), (2, 1, 1, 0), (2, 1, 2, 0), (2, 2, 0, 0)]


@pytest.mark.parametrize(
    "marks", [("1.", "2.", "3."), ("1、", "2、", "3、"), ("①", "②", "③"), ("（一）", "（二）", "（三）")]
)
def test_items_by_any_mark(marks: tuple[str, str, str]) -> None:
    words = ("倒灰；", "洗下列东西：", "毒鱼。")
    items = [mark + word for mark, word in zip(marks, words, strict=True)]
    assert loci("第一条 不得：", *items, "前款的灰包括煤渣。") == [
        *((1, 1, item, 0) for item in range(4)),
        (1, 2, 0, 0),
    ]
    under = "①" if marks[0] != "①" else "1."
    assert loci("第一条 不得：", *items[:2], f"{under}桶；", items[2])[3:] == [(1, 1, 2, 1), (1, 1, 3, 0)]


def test_heads_without_a_space_count_where_the_next_number_stands() -> None:
    text = read_structure(
        law(
            "第一条河要清，不得倒垃圾。",
            "第二条 岸要绿，不得挖沙，违反",
            "第七条的规定，罚款。",
            "第三条船要少，夜里不得通行。",
            "第四条 自三月起施行，由河会解释。",
        )
    )
    assert [one.number for one in text.articles] == [1, 2, 3, 4]
    assert "第七条" in text.articles[1].text


def test_the_first_head_of_all_needs_no_neighbour() -> None:
    text = read_structure(law("第三条河要清，不得倒垃圾，不得洗油桶。", "第五条 岸要绿，不得挖沙，种树归沿岸各村。"))
    assert [one.number for one in text.articles] == [3, 5]
    assert not text.repaired
    # another one without a space and a neighbour is only believed because its number is missing
    later = read_structure(law("第一条 河要清，不得倒垃圾。", "第三条船要少，夜里不得通行。", "第五条 岸要绿。"))
    assert [one.number for one in later.articles] == [1, 3, 5]
    assert codes(later.repaired) == {"head-glued"}


def test_what_is_no_number_is_no_head() -> None:
    text = read_structure(
        law("第一条 河要清，不得倒垃圾。", "第十十条 湖要静，不得放船。", "第二条 岸要绿，不得挖沙。")
    )
    assert [one.number for one in text.articles] == [1, 2]
    assert "第十十条" in text.articles[0].text


def test_parts_of_every_rank() -> None:
    text = read_structure(
        law(
            "第一编 水",
            "第一分编 河",
            "第一章 甲",
            "第一节 乙",
            "第一条 河要清，不得倒垃圾，不得洗油桶，违者罚款。",
            "第二节 丙",
            "第二条 岸要绿，不得挖沙，种树归沿岸各村。",
            "第二章 丁",
            "第三条 船要少，夜里不得通行，白天不鸣笛。",
            "第二分编 湖",
            "第四条 湖要静，不得放船，夜里不得捕鱼，不得鸣笛。",
            "第二编 岸",
            "第五条 堤要牢，汛前查一遍，汛后再查一遍。",
        )
    )
    assert [one.path for one in text.articles] == [
        ("第一编 水", "第一分编 河", "第一章 甲", "第一节 乙"),
        ("第一编 水", "第一分编 河", "第一章 甲", "第二节 丙"),
        ("第一编 水", "第一分编 河", "第二章 丁"),
        ("第一编 水", "第二分编 湖"),
        ("第二编 岸",),
    ]


def roles(*lines: str) -> list[str]:
    return [one.role for one in read_structure(law(*lines)).pieces if one.start < one.end]


def test_what_each_line_is() -> None:
    assert roles("第一条 不得：", "1. 倒灰；", "2. 洗下列：", "①桶；", "②车。", "前款的灰包括煤渣。") == [
        "paragraph", "item", "item", "subitem", "subitem", "paragraph",
    ]  # fmt: skip
    assert roles("第一章 总则", "第一条 不得：", "（一）倒下列：", "1. 灰；", "（二）洗桶。") == [
        "heading", "paragraph", "item", "subitem", "item",
    ]  # fmt: skip
    assert roles("为了把河管好，制定本条例。", "第一条 河要清。", "河要", "深。")[:3] == [
        "preamble",
        "paragraph",
        "paragraph",
    ]


def test_a_list_that_begins_anew_is_of_items_all_the_same() -> None:
    assert loci("第一条 不得：", "（一）倒灰；", "（二）洗桶；", "（一）毒鱼。")[1:] == [
        (1, 1, 1, 0),
        (1, 1, 2, 0),
        (1, 1, 1, 0),
    ]


def test_a_head_without_a_space_counts_right_before_the_next_number_too() -> None:
    text = read_structure(
        law("第一条 河要清，不得倒垃圾。", "第三条船要少，夜里不得通行。", "第四条 岸要绿，不得挖沙。")
    )
    assert [one.number for one in text.articles] == [1, 3, 4]
    assert [fault.code for fault in text.problems if fault.code == "number-lost"] == ["number-lost"]


def test_a_table_of_contents_is_no_preamble() -> None:
    body = [f"第{number}条 河要清，不得倒垃圾，不得洗油桶。" for number in range(1, 5)]
    text = read_structure(
        law("目　录", "第一章 总则", "第二章 罚则", "第一章 总则", *body[:2], "第二章 罚则", *body[2:])
    )
    assert text.preamble == ()
    assert [heading.title for heading in text.headings] == ["第一章 总则", "第二章 罚则"]
    assert [one.path for one in text.articles] == [("第一章 总则",)] * 2 + [("第二章 罚则",)] * 2


def test_a_line_too_long_for_a_heading_is_text() -> None:
    for length, headings in ((60, 1), (61, 0)):
        text = read_structure(law(f"第一章 {'水' * length}", *BODY))
        assert len(text.headings) == headings


def test_an_annex_that_is_there_is_not_missed() -> None:
    said = f"{ANNOUNCING}税目依照本法所附《税目税额表》执行。"
    held = read_structure(
        law(said, "附表", "税目税额表", *(f"第{n}级的水，每吨收费{n}元，按月缴纳" for n in "一二三四五六七八九"))
    )
    assert not codes(held.problems)
    named = read_structure(law(said, "附表", "税目税额表", "一、水", "二、油", "（本表按年计算）" * 9))
    assert codes(named.problems) == {"annex-missing"}


def test_an_item_whose_number_is_none_is_the_next() -> None:
    assert loci("第一条 有下列情形的，报告：", "（一）甲；", "（十十）乙；", "（五）丙。") == [
        (1, 1, 0, 0), (1, 1, 1, 0), (1, 1, 2, 0), (1, 1, 5, 0),
    ]  # fmt: skip


def test_the_mark_of_a_collection_counts_before_the_first_article_alone() -> None:
    late = read_structure(
        ["# 试验河条例", "2020年1月2日 通过", "第一条 河要清。", "<!-- INFO END -->", "第二条 岸要绿。"]
    )
    assert [one.number for one in late.articles] == [1, 2]
    assert late.header == ("2020年1月2日 通过",)


def test_the_mark_of_a_collection_stands_in_the_first_eighty_lines() -> None:
    mark = "<!-- INFO END -->"
    assert _after_header(["名", *["文"] * 79, mark, "正文"], 1) == 81
    assert _after_header(["名", *["文"] * 80, mark, "正文"], 1) == 1
    assert _after_header(["名", mark], 1) == 2
    assert _after_header(["名"], 1) == 1


@pytest.mark.parametrize(
    ("header", "first"),
    [
        (["2020年1月2日 通过", "正文"], 2),
        (["（2020年1月2日通过", "2021年修正", "甲（乙）丙）", "正文"], 4),
        (["（2020年1月2日通过）", "（一）正文"], 2),
        (["（某机关公布）", "（某机关发布）", "（某会通过）", "(2020年)", "正文"], 5),
        (["(2020年1月2日通过", "修正)", "正文"], 3),
        (["（2020年", "（甲", "乙", "丙））", "正文"], 5),
        (["（一）正文"], 1),
        (["", "正文"], 2),
    ],
)
def test_a_history_in_brackets_ends_where_they_close(header: list[str], first: int) -> None:
    assert _after_header(["名", *header], 1) == first


def test_a_table_of_contents_begins_in_the_first_forty_lines_and_ends_with_the_first_that_comes_again() -> None:
    table = ["目录", "第一章 总则", "第二章 罚则", "第一章 总则", "第一条 文。"]
    assert list(_contents([*["文"] * 39, *table], 0)) == [39, 40, 41]
    assert list(_contents([*["文"] * 40, *table], 0)) == []
    assert list(_contents(["目录", "", "第一章 总则", "文"], 0)) == [0, 2]


def test_an_annex_is_short_named_and_no_article_stands_in_the_next_four_hundred_lines() -> None:
    assert _is_annex([f"附件一{'甲' * 57}"], 0)
    assert not _is_annex([f"附件一{'甲' * 58}"], 0)
    far = ["附件", *["文"] * 399, "第一条 文。"]
    assert _is_annex(far, 0)
    assert not _is_annex([far[0], *far[2:]], 0)
    assert not _is_annex(["附则"], 0)
    assert _is_annex(["# 附件", "第一条 文。"], 0)


def test_what_an_annex_holds_is_counted_without_names_and_remarks() -> None:
    assert _held(["附件一", "一、污染当量值", "税目税额表", "（本表适用于水）", "甲乙丙", "", "丁。"]) == 5


def test_a_number_without_a_space_is_near_what_goes_before_or_after_it() -> None:
    one, two, four, five, nine = (Head(n, 0, 4, n, 0, True) for n in (1, 2, 4, 5, 9))
    assert _near(two, [two, one])
    assert _near(one, [four, one])  # the first of all
    assert _near(four, [five, four, one])
    assert not _near(four, [nine, four, one])
    assert not _near(nine, [nine, four])


def test_a_section_whose_number_is_none_goes_on_with_the_one_before() -> None:
    text = read_structure(
        ["# 试验河决定", "", "2020年1月2日 试验市通过", "", "一、甲。", "百百、乙。", "二、丙。", "四、丁。"]
    )
    assert [(one.number, one.text) for one in text.sections] == [(1, "甲。\n百百、乙。"), (2, "丙。\n四、丁。")]


def test_the_key_of_a_place_is_its_articles() -> None:
    assert [Locus(120, 1, 2, 3).key, Locus(12, 0).key] == ["120-1", "12"]


def numbers(*run: tuple[int, bool]) -> list[int]:
    """The numbers of the chain of heads on lines one after another, each with a space after it or without."""
    heads = [Head(line, 0, 4, number, 0, spaced) for line, (number, spaced) in enumerate(run)]
    return [head.number for head in _chain(heads)]


def test_each_next_number_counts_for_two_more_against_numbers_that_are_surely_heads() -> None:
    after = [(2, False), (3, False), (4, False)]
    assert numbers((1, True), (9, True), (20, True), *after) == [1, 2, 3, 4]  # 3 + 3 × (1 + 2) against 3 × 3
    assert numbers((1, True), (9, True), (20, True), (30, True), *after) == [1, 9, 20, 30]  # as heavy: what ends first
    five = [(9, True), (20, True), (30, True), (40, True), (50, True)]
    assert numbers((1, True), *five, *after, (5, False)) == [1, 9, 20, 30, 40, 50]  # 18 against 15


@pytest.mark.parametrize(
    ("line", "head"),
    [
        ("第三条 船要少。", Head(0, 0, 4, 3, 0, True)),
        ("第三条船要少。", Head(0, 0, 3, 3, 0, False)),
        ("　　第三条　船要少。", Head(0, 2, 6, 3, 0, True)),
        ("## 第三条 船要少。", Head(0, 3, 7, 3, 0, True)),
        ("> **第三条之一船要少。", Head(0, 4, 9, 3, 1, False)),
        ("第三条之一 船要少。", Head(0, 0, 6, 3, 1, True)),
        ("第三条之一　规定的船要少。", Head(0, 0, 6, 3, 1, True)),
        ("第三条", Head(0, 0, 3, 3, 0, True)),
        ("船：第三条 少。", None),
        ("第三条第一款", None),
        ("第百百条 船", None),
        ("", None),
    ],
)
def test_a_head_stands_behind_spaces_and_marks_of_writing_at_most(line: str, head: Head | None) -> None:
    assert _at_start([line], 0) == head
