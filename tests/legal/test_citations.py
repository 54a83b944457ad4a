"""Sentences made for the purpose: how law is cited in running text, and what each citation means."""

import re
import time
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.legal.citations import Mention, Names, read_mentions
from generator.legal.citations.bare import name_before
from generator.legal.citations.loci import Place, _below, _rises, figures, read_next
from generator.library.names import known_names

NAMES = Names.of(
    [
        ("中华人民共和国试验水法", ["水法"]),
        ("中华人民共和国刑法", []),
        ("中华人民共和国合同法", []),
        ("试验排水与净水条例", ["排水条例"]),
    ]
)
TEXT = [
    "# 试验河条例",
    "<!-- INFO END -->",
    "第一条 根据《中华人民共和国试验水法》（以下简称《母法》），制定本条例。",
    "第二条 有下列行为之一的，改正：",
    "（一）倒垃圾；",
    "（二）毒鱼；",
    "（三）有前项行为又逃跑的。",
    "有前款第一项、第三项行为的，罚款；有前款第（一）、（二）项行为的，从重。",
    "前两款的罚款缴入金库。",
    "第三条 依照前条第一款和《母法》第九条至第十一条处理。",
]


def found(text: str, *before: str) -> list[Mention]:
    lines = [*before, text]
    return [one for one in read_mentions(lines, NAMES) if one.line == len(lines) - 1]


def told(text: str) -> list[tuple[object, ...]]:
    return [
        tuple(part for part in (m.surface, m.law, m.article, m.article_end, m.paragraph, m.item, m.item_end) if part)
        for m in found(text)
    ]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "《试验水法》（2001年1月2日国务院令第3号，2017年7月16日修订）第三条",
            [
                (
                    "《试验水法》（2001年1月2日国务院令第3号，2017年7月16日修订）第三条",
                    "中华人民共和国试验水法",
                    "第三条",
                )
            ],
        ),
        (
            "《试验水法》（1996年通过）（2021年修订）第三条",
            [("《试验水法》（1996年通过）（2021年修订）第三条", "中华人民共和国试验水法", "第三条")],
        ),
        ("按《试验水法》第二章第三条", [("《试验水法》第二章第三条", "中华人民共和国试验水法", "第三条")]),
        ("依照《试验水法》第三条处罚", [("《试验水法》第三条", "中华人民共和国试验水法", "第三条")]),
        ("依照水法第3条第2款处罚", [("水法第3条第2款", "中华人民共和国试验水法", "第3条", "第2款")]),
        ("构成刑法第三百三十八条的", [("刑法第三百三十八条", "中华人民共和国刑法", "第三百三十八条")]),
        ("依照合同法第七十四条", [("合同法第七十四条", "中华人民共和国合同法", "第七十四条")]),
        (
            "《甲市办法》第五条、第七条第（二）项和第九条",
            [
                ("《甲市办法》第五条", "甲市办法", "第五条"),
                ("第七条第（二）项", "甲市办法", "第七条", "第（二）项"),
                ("第九条", "甲市办法", "第九条"),
            ],
        ),
        (
            "依照《水法》第三十条第二项至第六项",
            [("《水法》第三十条第二项至第六项", "中华人民共和国试验水法", "第三十条", "第二项", "第六项")],
        ),
        (
            "《甲市实施〈中华人民共和国试验水法〉办法》同时废止。",
            [("《甲市实施〈中华人民共和国试验水法〉办法》", "甲市实施〈中华人民共和国试验水法〉办法")],
        ),
        ("依照试验排水与净水条例第八条", [("试验排水与净水条例第八条", "试验排水与净水条例", "第八条")]),
    ],
)
def test_what_is_cited(text: str, expected: list[tuple[object, ...]]) -> None:
    assert told(text) == expected


@pytest.mark.parametrize(
    "text",
    [
        "由第三方检测，按第二类管理，第一款式的车",
        "领取《排污许可证》，填写《登记表》，公布《年度计划》",
        "违反本条规定的，依照有关规定处理；本法所称水，是指河水",
        "第一项工作是清淤，根本法律制度不变",
        "照着三十三条规定办，村里定的四十条规定也算",
    ],
)
def test_what_is_no_citation(text: str) -> None:
    assert told(text) == []


def test_a_text_cites_itself_by_its_own_numbering() -> None:
    mentions = [
        (m.kind, m.surface, m.article, m.paragraph, m.paragraph_end, m.item) for m in read_mentions(TEXT, NAMES)
    ]
    assert mentions == [
        ("title", "《中华人民共和国试验水法》", None, None, None, None),
        ("abbrev_def", "《母法》", None, None, None, None),
        ("relative_item", "前项", "第二条", "第一款", None, "第二项"),
        ("relative_para", "前款第一项", "第二条", "第一款", None, "第一项"),
        ("item_member", "第三项", "第二条", "第一款", None, "第三项"),
        ("relative_para_elided", "前款第（一）、（二）项", "第二条", "第一款", None, "第（一）、（二）项"),
        ("relative_para", "前两款", "第二条", "第一款", "第二款", None),
        ("relative_article", "前条第一款", "第二条", "第一款", None, None),
        ("title_article", "《母法》第九条至第十一条", "第九条", None, None, None),
    ]
    last = list(read_mentions(TEXT, NAMES))[-1]
    assert (last.law, last.article_end) == ("中华人民共和国试验水法", "第十一条")
    assert all(m.law == "试验河条例" for m in read_mentions(TEXT, NAMES) if m.kind.startswith("relative"))


def test_an_abbreviation_that_is_not_defined_says_so() -> None:
    (one,) = found("违反《条例》第八条的")
    assert one.law is None
    assert "简称" in one.why


def test_figures_of_a_place_are_numbers_too() -> None:
    (one,) = found("《水法》第一百二十条之一第二款第（三）项")
    target = one.target
    assert (target.article, target.suffix, target.paragraph, target.items) == (120, 1, 2, (3,))


@given(st.text(st.sampled_from("第一二十条款项至、和《》〈〉（）前本法该水刑例 之9")))
def test_any_text_is_read_and_columns_hold_the_surface(text: str) -> None:
    for mention in read_mentions([text], NAMES):
        assert text[mention.start : mention.end] == mention.surface


def test_a_long_hostile_line_takes_no_long_time() -> None:
    start = time.perf_counter()
    for text in (
        "《" * 5000,
        "第一条、" * 5000,
        "第" * 20000,
        "前款" * 10000,
        "第一、二" * 5000,
        "《法" * 3000 + "》" * 3000,
    ):
        list(read_mentions(["# 甲条例", "第一条 " + text], NAMES))
    assert time.perf_counter() - start < 20


HELD = Path(__file__).with_name("mentions.txt").read_text(encoding="utf-8").splitlines()
ALIASES = {
    "中华人民共和国生态环境法典": ["法典", "生态环境法典"],
    "中华人民共和国环境影响评价法": ["环评法"],
    "中华人民共和国固体废物污染环境防治法": ["固废法"],
    "广东省实施〈中华人民共和国土壤污染防治法〉办法": [],
    **{
        f"中华人民共和国{name}": []
        for name in ("水污染防治法", "行政处罚法", "行政复议法", "行政诉讼法", "民法典", "刑法", "宪法")
    },
}


def texts() -> list[list[str]]:
    """The made-up texts of mentions.txt, each the lines that stand between two ==."""
    made: list[list[str]] = [[]]
    for line in HELD:
        if line.startswith("=="):
            made.append([title] if (title := line[2:].strip()) else [])
        elif not line.startswith("#"):
            made[-1].append(line)
    return [text for text in made if text]


def meant(mention: Mention) -> str:
    """What a mention means, as mentions.txt writes it."""
    target, law = mention.target, (mention.law or "?").removeprefix("中华人民共和国")
    article = f" {target.article}" if target.article else ""
    article += f"之{target.suffix}" if target.suffix else ""
    article += f"~{target.article_end}" if target.article_end else ""
    paragraph = f" k{target.paragraph}" if target.paragraph else ""
    paragraph += f"~{target.paragraph_end}" if target.paragraph_end else ""
    return law + article + paragraph + (f" x{','.join(map(str, target.items))}" if target.items else "")


@pytest.mark.parametrize("text", texts(), ids=lambda text: text[0][:12])
def test_every_way_to_cite_is_read_and_nothing_else(text: list[str]) -> None:
    plain = [re.sub(r"⟦(.*?)\|.*?⟧", r"\1", line) for line in text]
    wanted = [(at, *marked) for at, line in enumerate(text) for marked in re.findall(r"⟦(.*?)\|(.*?)⟧", line)]
    names = Names.of(ALIASES.items())
    assert [(one.line, one.surface, meant(one)) for one in read_mentions(plain, names)] == wanted


@pytest.mark.parametrize(
    ("text", "start"),
    [
        ("湖泊法第五条规定，罚。", 0),
        ("依照湖泊法第五条", 2),
        ("甲" * 60 + "依照试验水法第五条罚", 62),
        ("甲" * 20 + "依照中华人民共和国湖泊法第五条", 22),
    ],
)
def test_a_name_without_marks_begins_where_it_is_written(text: str, start: int) -> None:
    (mention,) = found(text)
    assert (mention.start, mention.end) == (start, text.index("条") + 1)
    assert text[mention.start : mention.end] == mention.surface


@pytest.mark.parametrize(
    ("text", "kinds"),
    [
        ("《水法》第一条、第三条和第五条第二款", ["title_article", "list_member", "list_member"]),
        ("《水法》第一条、三条", ["title_article", "list_member"]),
        ("《水法》第一条第一款、第三款", ["title_article", "para_member"]),
        ("《水法》第一条第一款和第二款第三项", ["title_article", "para_member"]),
        ("《水法》第一条第一项、第四条", ["title_article", "list_member"]),
        ("《水法》第一条第（一）项和第（三）项", ["title_article", "item_member"]),
    ],
)
def test_what_goes_on_with_a_mention_says_what_it_is(text: str, kinds: list[str]) -> None:
    assert [one.kind for one in found(text)] == kinds


@pytest.mark.parametrize(
    ("text", "place"),
    [
        ("本条第二款", ("第二条", "第二款", None)),
        ("本条第一款第三项", ("第二条", "第一款", "第三项")),
        ("本条第（二）项", ("第二条", None, "第（二）项")),
        ("本款第一项", ("第二条", "第二款", "第一项")),
    ],
)
def test_this_article_and_this_paragraph(text: str, place: tuple[str | None, ...]) -> None:
    (one,) = found(f"有{text}行为的，罚款。", *TEXT[:7])
    assert (one.surface, one.kind) == (text, "same_article")
    assert (one.article, one.paragraph, one.item) == place


def test_this_paragraph_has_no_paragraphs_of_its_own() -> None:
    assert found("本款第一款的行为", *TEXT[:7]) == []


def test_what_national_laws_are_called_for_short_is_known_without_a_project() -> None:
    mentions = read_mentions(["依照刑诉法第一百一十二条和《个保法》第十三条"], known_names(None))
    assert [one.law for one in mentions] == ["中华人民共和国刑事诉讼法", "中华人民共和国个人信息保护法"]


@pytest.mark.parametrize(
    ("text", "kind"),
    [
        ("《某市清河办法》现予废止。", "title_repealed"),
        ("《某市清河办法》里讲的事情都不算数，因此废止。", "title_repealed"),  # twelve characters between
        ("《某市清河办法》里讲的事情全都不算数，因此废止。", "title"),
        ("《某市清河办法》自本办法施行之日起，连同它的附件和说明，一并废止。", "title_repealed"),
        ("《某市清河办法》仍然有效。《某市养鱼规定》废止。", "title"),
    ],
)
def test_a_title_is_of_a_repealed_text_where_little_or_a_day_stands_between(text: str, kind: str) -> None:
    assert found(text)[0].kind == kind


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("依照刑典第三条", (2, "刑典")),
        ("依照水第三条", None),  # one character is no name
        ("依照水典第三条", (2, "水典")),
        ("依照 水典　第三条", (3, "水典")),
        ("刑法第三条", (0, "刑法")),
        ("依照刑法原第三条", (2, "刑法")),
        ("依照本法第三条", None),
        ("条例第三条", None),
    ],
)
def test_a_name_right_before_an_article_has_two_characters_at_least(text: str, found: tuple[int, str] | None) -> None:
    names = Names.of([("典", ()), ("刑典", ()), ("中华人民共和国水典", ("水",))])
    assert name_before(text, text.index("第"), names, {}) == found


@pytest.mark.parametrize(("text", "found"), [("依照甲乙第三条", (2, "甲乙")), ("依照甲第三条", None)])
def test_what_a_text_calls_a_law_for_short_has_two_characters_at_least(
    text: str, found: tuple[int, str] | None
) -> None:
    assert name_before(text, text.index("第"), Names(), {"甲乙": "甲乙法", "甲": "甲法"}) == found


@pytest.mark.parametrize(
    ("text", "before", "then"),
    [
        ("第一款、第二款", Place(3, paragraph="第一款"), Place(7, paragraph="第二款")),
        ("第三条、第二款", Place(3, article="第三条"), Place(7, article="第三条", paragraph="第二款")),
        ("第三条、第二款", Place(3), None),
        ("第三条，第二款", Place(3, article="第三条"), None),
        ("第三条、第四条", Place(3, article="第三条"), Place(7, article="第四条")),
        (
            "第一项、第二项",
            Place(3, article="第三条", paragraph="第一款", item="第一项"),
            Place(7, article="第三条", paragraph="第一款", item="第二项"),
        ),
        ("第一项、第二项", Place(3, article="第三条", paragraph="第一款"), None),
        ("第二款、三款规定", Place(3, "第三条", paragraph="第二款"), Place(6, "第三条", paragraph="第三款")),
        ("第二款、三款规定", Place(3, paragraph="第二款"), None),
        ("第二款、三款规定", Place(3, "第三条"), None),
    ],
)
def test_what_goes_on_inherits_what_stands_above_it(text: str, before: Place, then: Place | None) -> None:
    assert read_next(text, before, len(text)) == (None if then is None else (4, then))


@pytest.mark.parametrize(
    ("text", "before", "surface", "kind", "place"),
    [
        ("违反本条例第二章规定的，罚款。", 7, "本条例第二章", "self_chapter", (None,) * 6),
        ("依照本条例第二章第三节处理。", 4, "本条例第二章第三节", "self_chapter", (None,) * 6),
        ("（一）有前项行为的。", 4, "前项", "relative_item", ("第二条", None, "第一款", None, None, None)),
        ("（二）有前项行为的。", 5, "前项", "relative_item", ("第二条", None, "第一款", None, "第一项", None)),
        ("（三）有前两项行为的。", 6, "前两项", "relative_item", ("第二条", None, "第一款", None, "第一项", "第二项")),
        ("有前款行为的，罚款。", 7, "前款", "relative_para", ("第二条", None, "第一款", None, None, None)),
        ("有前两款行为的，罚款。", 8, "前两款", "relative_para", ("第二条", None, "第一款", "第二款", None, None)),
        ("有前三款行为的，罚款。", 7, "前三款", "relative_para", ("第二条", None, None, None, None, None)),
        ("第一条 依照前条处理。", 2, "前条", "relative_article", (None,) * 6),
        ("第四条 依照前条处理。", 10, "前条", "relative_article", ("第三条", None, None, None, None, None)),
        ("第四条 依照前两条处理。", 10, "前两条", "relative_article", ("第二条", "第三条", None, None, None, None)),
        ("第四条 依照前三条处理。", 10, "前三条", "relative_article", ("第一条", "第三条", None, None, None, None)),
        ("第三条 依照前三条处理。", 3, "前三条", "relative_article", (None,) * 6),
    ],
)
def test_what_is_counted_back_is_there_or_is_left_open(
    text: str, before: int, surface: str, kind: str, place: tuple[str | None, ...]
) -> None:
    (one,) = found(text, *TEXT[:before])
    assert (one.surface, one.kind, one.own) == (surface, kind, True)
    assert (one.article, one.article_end, one.paragraph, one.paragraph_end, one.item, one.item_end) == place


@pytest.mark.parametrize(
    ("text", "laws"),
    [
        ("依照该法第三条", [None]),
        ("《水法》第一条和该法第三条", ["中华人民共和国试验水法"] * 2),
        ("《水法》规定了，该条例第三条", ["中华人民共和国试验水法", None]),
        (
            "《排水条例》第一条，《水法》第二条，该法第三条，该条例第四条，该规定第五条",
            ["试验排水与净水条例", *["中华人民共和国试验水法"] * 2, "试验排水与净水条例", "中华人民共和国试验水法"],
        ),
        ("《水法》第三条，该条第二款、该款第一项", ["中华人民共和国试验水法"] * 3),
        ("该条第二款", []),
        ("《水法》第三条，该款第一项", ["中华人民共和国试验水法"]),
        ("《关于某事的通知》第三条", []),
        ("《条例》第三条", [None]),
    ],
)
def test_that_law_is_the_one_of_its_sort_that_was_named_last(text: str, laws: list[str | None]) -> None:
    assert [one.law for one in found(text)] == laws


@pytest.mark.parametrize(("count", "start"), [(38, 0), (39, 0), (40, 1), (50, 11)])
def test_a_name_without_marks_has_forty_characters_at_most(count: int, start: int) -> None:
    text = f"{'甲' * count}法第三条"
    assert name_before(text, text.index("第"), Names(), {}) == (start, text[start : text.index("第")])


def test_an_odd_numeral_is_no_figure() -> None:
    assert figures("第（一）、（三）项") == (1, 3)
    assert figures("第百百项") == figures("第十十、三项") == figures(None) == ()


@pytest.mark.parametrize(
    ("text", "stop", "at"), [("  第二款", 5, 2), ("　 第", 2, 2), ("  ", 1, 1), ("甲第", 2, 0), ("", 0, 0)]
)
def test_below_nothing_spaces_are_left_out_up_to_the_stop(text: str, stop: int, at: int) -> None:
    assert _below(text, Place(0), stop) == at


def test_names_stand_for_laws_the_longest_first_and_none_of_one_character() -> None:
    names = Names.of([("甲", ()), ("水法", ("水法典",)), ("中华人民共和国河法", ("同名",)), ("湖法", ("同名",))])
    assert names.laws == {"甲", "水法", "中华人民共和国河法", "湖法"}
    assert names.full("同名") is None
    for text, name in (
        ("水法典", "水法典"),
        ("水法第", "水法"),
        ("中华人民共和国河法", "中华人民共和国河法"),
        ("甲法", None),
    ):
        matched = names.pattern.match(text)
        assert (matched and matched[0]) == name
    assert Names().pattern.match("水法") is None


@pytest.mark.parametrize(
    ("text", "before", "kinds", "why"),
    [
        ("依照第三条处理。", 0, ["own_article"], "这份文本自己的名称不明"),
        ("依照本法第三条处理。", 0, ["self_article"], "这份文本自己的名称不明"),
        ("依照本条例第三条和第二条处理。", 4, ["self_article", "list_member"], ""),
        ("有前款行为的，罚款。", 7, ["relative_para"], ""),
        ("依照第三条处理。", 4, ["own_article"], ""),
    ],
)
def test_a_text_that_cites_itself_without_a_name_says_that_its_name_is_not_known(
    text: str, before: int, kinds: list[str], why: str
) -> None:
    mentions = found(text, *TEXT[:before])
    assert [(one.kind, one.why) for one in mentions] == [(kind, why) for kind in kinds]
    assert {one.law for one in mentions} == {None if why else "试验河条例"}


@pytest.mark.parametrize(
    ("place", "deepest"),
    [
        (Place(0), ""),
        (Place(0, article="第一条"), "article"),
        (Place(0, paragraph="第一款"), "paragraph"),
        (Place(0, article="第一条", paragraph="第一款"), "paragraph"),
        (Place(0, article="第一条", item="第一项"), "item"),
        (Place(0, article="第一条", paragraph="第一款", item="第一项"), "item"),
    ],
)
def test_the_deepest_level_is_the_last_that_a_place_names(place: Place, deepest: str) -> None:
    assert place.deepest == deepest


@pytest.mark.parametrize(
    ("before", "after", "rises"),
    [
        ("第十八条", "第二十条", True),
        ("第十八条", "第十九条", False),  # so few may be counts of something else
        ("第二十条", "第二十条", False),
        ("第二十条", "第二十一条", True),
        ("第二十一条", "第二十条", False),
        (None, "第二十条", False),
        ("第十八条", None, False),
    ],
)
def test_a_number_without_its_mark_rises_to_twenty_at_least(before: str | None, after: str | None, rises: bool) -> None:
    assert _rises(before, after) is rises
