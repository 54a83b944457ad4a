"""A person's document: each citation judged by what the records and texts know."""

from dataclasses import replace

import pytest

from generator.auditing.document import Judgement, bases_of, judge
from generator.legal.citations import Names, read_mentions
from generator.library import Library
from generator.texts import TextArticle, TextOfLaw


@pytest.fixture
def library(content_library: Library) -> Library:
    return content_library


def judged(library: Library, text: str) -> list[Judgement]:
    names = Names.of((one.title, filter(None, (one.short_title, *one.aliases))) for one in library.regulations)
    lines = text.split("\n")
    return list(judge(library, lines, tuple(read_mentions(lines, names))))


def verdicts(library: Library, text: str) -> list[str]:
    return [one.verdict for one in judged(library, text)]


def test_what_is_right_is_right(mini_library: Library) -> None:
    assert verdicts(mini_library, "依据《试验湖泊法》第九条，处一万元以上五万元以下罚款。") == ["right"]
    assert verdicts(mini_library, "依据湖法第9条，决定罚款三万元。") == ["right"]
    assert verdicts(mini_library, "依据湖法第九条之一，每艘罚款五百元。") == ["right"]


@pytest.mark.parametrize("sum_", ["二万元以上五万元以下", "九千元", "21万元", "每艘五百元", "三倍"])
def test_a_sum_that_the_article_does_not_say(mini_library: Library, sum_: str) -> None:
    (one,) = judged(mini_library, f"依据湖法第9条，处{sum_}的罚款。")
    assert one.verdict == "sum"
    assert sum_ in one.says
    assert "一万元以上五万元以下" in one.hint


def test_a_sum_may_stand_in_any_article_of_the_sentence(mini_library: Library) -> None:
    text = "依据湖法第9条和第9条之一，处一万元以上五万元以下罚款，每艘另罚五百元。"
    assert set(verdicts(mini_library, text)) == {"right"}


def test_sums_that_are_no_fines_are_left_alone(mini_library: Library) -> None:
    assert verdicts(mini_library, "依照湖法第5条登记，投资三百万元。") == ["right"]
    assert verdicts(mini_library, "投资三百万元。依照湖法第9条，罚款二万元。") == ["right"]


def test_each_of_several_parts_of_an_article_is_judged(library: Library) -> None:
    names = Names.of((one.title, [one.short_title] if one.short_title else []) for one in library.regulations)
    for text in ("《生态环境法典》第1095条第一、三款", "《生态环境法典》第1095条第1款、第3款"):
        mentions = tuple(read_mentions([text], names))
        said = [basis.paragraph for one in mentions for basis in bases_of(library.regulation("eco-code"), one)]
        assert said == [1, 3]


def test_articles_that_are_not(mini_library: Library) -> None:
    (one,) = judged(mini_library, "违反《中华人民共和国试验湖泊法》第十三条的规定。")
    assert (one.verdict, one.regulation) == ("missing", "lake-law")
    assert "只有12条" in one.says
    assert verdicts(mini_library, "见湖法第五条至第二十条。") == ["missing"]


def test_repealed_law_names_what_replaced_it(mini_library: Library) -> None:
    (one,) = judged(mini_library, "违反《试验池塘法》第二条。")
    assert one.verdict == "repealed"
    assert "2024年6月1日" in one.says
    assert "第9条" in one.hint
    (gone,) = judged(mini_library, "违反《试验池塘法》第六条。")
    assert "没有保留" in gone.hint
    (whole,) = judged(mini_library, "依照《试验池塘法》办理。")
    assert (whole.verdict, "试验湖泊法" in whole.hint) == ("repealed", True)


def test_law_to_come(mini_library: Library) -> None:
    (one,) = judged(mini_library, "依照《试验河流规定》第2条。")
    assert one.verdict == "not_yet"
    assert "2030年1月1日" in one.says


def test_what_cannot_be_told_is_said(mini_library: Library) -> None:
    (one,) = judged(mini_library, "依照《天空管理办法》第2条。")
    assert (one.verdict, one.regulation) == ("unheld", "")
    assert "天空管理办法" in one.says


def test_repealing_clauses_are_right(mini_library: Library) -> None:
    assert verdicts(mini_library, "《试验池塘法》同时废止。") == ["right"]


def test_the_real_code(library: Library) -> None:
    text = (
        "依据《环境影响评价法》第三十一条第一款，责令停止建设。\n依据法典第1100条，处罚款三百万元。\n依据法典第1300条。"
    )
    assert verdicts(library, text) == ["repealed", "sum", "missing"]


@pytest.mark.parametrize(
    ("cited", "verdict"),
    [
        ("第1128条第一款第（一）、（二）项", "right"),
        ("第1128条第一款第（一）项至第（三）项", "missing"),  # it has two
        ("第1128条第一款第（二）、（五）项", "missing"),
        ("第1128条第一款至第二款", "right"),
        ("第1128条第一款至第三款", "missing"),
        ("第1128条第一、二款", "right"),
        ("第1128条第一、三款", "missing"),
        ("第1095、1300条", "missing"),
        ("第1095、1128条", "right"),
    ],
)
def test_every_place_of_a_list_or_range_is_looked_at(library: Library, cited: str, verdict: str) -> None:
    assert verdicts(library, f"违反法典{cited}的规定。") == [verdict]


def test_a_sum_may_stand_in_any_article_of_a_list(library: Library) -> None:
    assert verdicts(library, "依据法典第1095、1128条，处一万元以上十万元以下的罚款。") == ["right"]
    assert verdicts(library, "依据法典第1095、1128条，处三元以上七元以下的罚款。") == ["sum"]


def test_a_text_at_hand_tells_that_there_is_no_such_article_of_its_own_suffix(mini_library: Library) -> None:
    article = TextArticle(9, 0, (), "不得取水。")
    text = TextOfLaw("lake-law", "试验湖泊法", "试验", None, None, (article, TextArticle(9, 1, (), "另有规定。")))
    library = replace(mini_library, editions={"lake-law": (text,)})
    assert verdicts(library, "违反湖法第九条之一。") == ["right"]
    assert judged(library, "违反湖法第九条之二。")[0].says == "《试验湖泊法》没有第9条之二"
    assert verdicts(mini_library, "违反湖法第五条之三。") == ["unheld"]
    lost = replace(library, editions={"lake-law": (replace(text, missing=(5,)),)})
    assert verdicts(lost, "违反湖法第五条之三。") == ["unheld"]


def test_of_a_law_without_a_text_the_records_tell_which_items_there_are_and_what_they_cost(library: Library) -> None:
    named = "《排污许可管理条例》第三十六条"
    assert library.official("discharge-permit-regulation", "36") is None
    assert verdicts(library, f"依据{named}第（七）项，处2万元以上20万元以下的罚款。") == ["right"]
    (strange,) = judged(library, f"依据{named}第一款第（七）项，处5万元以上50万元以下的罚款。")
    assert strange.verdict == "sum"
    assert "2万元以上20万元以下" in strange.hint
    (unknown,) = judged(library, f"依据{named}第（十）项，责令改正。")
    assert (unknown.verdict, "没有核对" in unknown.says) == ("unheld", True)
    assert verdicts(library, f"依据{named}第三款处理。") == ["unheld"]
    assert verdicts(library, f"依据{named}第一款处理。") == ["right"]
