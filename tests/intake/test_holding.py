"""Keys held against the texts of the articles that they cite, where texts are at hand."""

import shutil
from dataclasses import replace
from pathlib import Path

import pytest

from generator.intake.taking import take
from generator.library import Library, build_library
from generator.problems import Problems
from generator.texts import TextArticle, TextOfLaw
from tests.conftest import MINI, MINI_DAY

ARTICLES = {
    5: "取水的单位应当先登记，写明数量和用途。",
    6: "登记自收到之日起十五日内办\n结；不予登记的，说明理由。\n登记证书有效期为五年。",
    7: "当事人要求听证的，应当在管理局告知后五日内提出。",
    9: "没有登记就取水的，处一万元以上五万元以下的罚款。",
}


@pytest.fixture(scope="session")
def texted(mini_library: Library) -> Library:
    """The miniature with a text of its law; a line of it is broken as copies break them."""
    articles = tuple(TextArticle(number, 0, (), text) for number, text in ARTICLES.items())
    law = mini_library.regulation("lake-law")
    return replace(mini_library, editions={"lake-law": (TextOfLaw("lake-law", law.title, "试", None, None, articles),)})


DAYS = "A.三日 B.五日 C.十五日 D.三十日"


@pytest.mark.parametrize(
    ("text", "status", "kinds", "key", "basis"),
    [
        (f"依照湖法第6条第1款，登记应当自收到之日起（C）内办结。\n{DAYS}", "valid", [], "", "第6条第1款"),
        ("依照湖法第6条第2款，登记证书有效期为（B）。\nA.三年 B.五年 C.八年 D.十年", "valid", [], "", "第6条第2款"),
        ("依照湖法第6条第2款，登记证书有效期为（C）。\nA.三年 B.五年 C.八年 D.十年", "wrong", ["key-against-article"], "B", "第6条第2款"),
        (f"依照湖法第5条，当事人要求听证的，应当在管理局告知后（B）内提出。\n{DAYS}", "outdated-citation", ["citation-elsewhere"], "", "第7条"),
        (f"依照湖法第5条，当事人要求听证的，应当在管理局告知后（A）内提出。\n{DAYS}", "outdated", ["citation-elsewhere", "key-against-article"], "B", "第7条"),
        ("依照湖法第9条，没有登记就取水，罚（B）。\nA.货值一倍以上二倍以下 B.货值二倍以上三倍以下 C.货值三倍以上五倍以下", "wrong", ["key-against-article", "no-option-right-now"], "", "第9条"),
        ("登记证书有效期为八年。（√）\n依据：湖法第6条第2款", "wrong", ["key-against-article"], "", "第6条第2款"),
        ("登记证书有效期为____。\n答案：八年\n依据：湖法第6条第2款", "wrong", ["key-against-article"], "", "第6条第2款"),
        ("登记证书有效期为____。\n答案：五年|5年\n依据：湖法第6条第2款", "valid", [], "", "第6条第2款"),
        ("某厂登记证书用了八年，应当换证。（√）\n依据：湖法第6条第2款", "valid", [], "", "第6条第2款"),
        ("登记证书过了八年才去换，已经失效。（√）\n依据：湖法第6条第2款", "valid", [], "", "第6条第2款"),
        ("登记证书满八年以后才换的，是过期的证书。（√）\n依据：湖法第6条第2款", "valid", [], "", "第6条第2款"),
        ("登记证书八年换一次，这种做法符合湖法第6条第2款。（√）", "valid", [], "", "第6条第2款"),
        ("镇里说登记证书八年换一次。照湖法第6条第2款，这个说法不成立。（√）", "valid", [], "", "第6条第2款"),
        ("县里规定一律登记八年。这样规定与湖法第6条第2款不合。（√）", "valid", [], "", "第6条第2款"),
        ("没有登记就取水，罚一万元以上五万元以下的是（A）。\nA.取水量扩大一倍的 B.别的 C.都不罚\n依据：湖法第9条", "valid", [], "", "第9条"),
    ],
)  # fmt: skip
def test_a_key_and_its_article(
    texted: Library, tmp_path: Path, text: str, status: str, kinds: list[str], key: str, basis: str
) -> None:
    (tmp_path / "题.txt").write_text(f"1.{text}", encoding="utf-8")
    (one,) = take(texted, (), tmp_path / "题.txt", lambda _: None).questions
    judged = one.judged
    assert [problem.kind for problem in judged.problems] == kinds
    assert (judged.status, judged.key) == (status, key)
    assert [found.locus for found in judged.bases] == [basis]


def test_an_article_is_proposed_where_none_is_cited(texted: Library, tmp_path: Path) -> None:
    text = f"1.当事人要求听证的，应当在管理局告知后（ ）内提出。\n{DAYS}\n2.当事人要求听证的，应当在管理局告知后（A）内提出。\n{DAYS}"
    (tmp_path / "题.txt").write_text(text, encoding="utf-8")
    open_, wrong = take(texted, (), tmp_path / "题.txt", lambda _: None).questions
    assert open_.judged.proposed is not None
    assert (open_.judged.proposed.article, open_.judged.key) == (7, "B")
    assert wrong.judged.status == "valid"  # nothing is certain without a citation, so it is only said
    assert "请核对" in wrong.judged.reasons[0]


OTHER = """\
- id: dumping-into-lake
  title: 向湖里倾倒垃圾
  prohibited_by: [湖法 第5条]
  topics: [lake]
  penalties:
    - id: unit
      basis: 湖法 第9条
      authority: [湖区管理局]
      target: 单位
      tiers:
        - {measures: [责令改正], fine: {range: {min: 60000, max: 70000}}}
  sample: true
"""


def test_a_fine_of_other_conduct_under_the_same_article(tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(MINI, root)
    (root / "content" / "conducts" / "other.yml").write_text(OTHER, encoding="utf-8")
    problems = Problems()
    library = build_library(root, MINI_DAY, problems)
    assert library.penalties_of("dumping-into-lake"), list(map(str, problems))
    fines = "A.一万元以上五万元以下 B.六万元以上七万元以下 C.八万元以上九万元以下"
    asked = [("向湖里倾倒垃圾的", "A", "B"), ("向湖里倾倒垃圾的", "B", ""), ("向湖里倒东西的", "A", "")]
    text = "\n".join(
        f"{n}.依照湖法第9条，{stem}，罚款是（{said}）\n{fines}" for n, (stem, said, _) in enumerate(asked, 1)
    )
    (tmp_path / "题.txt").write_text(text, encoding="utf-8")
    found = take(library, (), tmp_path / "题.txt", lambda _: None).questions
    assert [one.judged.key for one in found] == [key for _, _, key in asked]
    assert "“向湖里倾倒垃圾”的罚款是6万元以上7万元以下" in found[0].judged.reasons[0]


def test_a_fine_of_another_category(texted: Library, tmp_path: Path) -> None:
    """Read without a citation too: the article is found by its words, the category by the stem's."""
    root = tmp_path / "project"
    shutil.copytree(MINI, root)
    boats = OTHER.replace("dumping-into-lake", "engines").replace("向湖里倾倒垃圾", "开船没有登记就取水")
    boats = boats.replace("- {measures: [责令改正], ", "- {category: 机动船, measures: [责令改正], ")
    (root / "content" / "conducts" / "other.yml").write_text(boats, encoding="utf-8")
    library = replace(build_library(root, MINI_DAY, Problems()), editions=texted.editions)
    asked = {
        "依照湖法第9条，机动船没有登记就取水的，罚款幅度是一万元以上五万元以下。（√）": ["key-against-article"],
        "机动船没有登记就取水的，罚款幅度是一万元以上五万元以下。（√）": ["key-against-article"],
        "机动船没有登记就取水的，罚款幅度是六万元以上七万元以下。（√）": [],
        "机动船没有登记就取水的，罚款幅度是一万元以上五万元以下。（×）": [],
        "没有登记就取水（不是机动船）的，罚款幅度是一万元以上五万元以下。（√）": [],
    }
    found = {}
    for text in asked:
        (tmp_path / "题.txt").write_text(f"1.{text}", encoding="utf-8")
        (one,) = take(library, (), tmp_path / "题.txt", lambda _: None).questions
        found[text] = [problem.kind for problem in one.judged.problems]
    assert found == asked


WATER = "A.没有登记就取水 B.夜里在湖上放喇叭 C.在湖边种菜"


@pytest.mark.parametrize(
    ("text", "kinds", "key"),
    [
        (f"下列行为中，由湖区公安机关处罚的是（B）\n{WATER}", [], ""),
        (f"下列行为中，由湖区公安机关处罚的是（A）\n{WATER}", ["key-against-article"], ""),
        (f"下列行为中，由县级以上人民政府湖区公安机关给予处罚的是（A）\n{WATER}", ["key-against-article"], ""),
        ("下列由湖区公安机关处罚的行为是（A）\nA.没有登记就取水 B.夜里在湖上放喇叭 C.没有登记就放船", ["key-against-article"], "B"),
        ("下列行为中由湖区公安机关处罚的是（C）\nA.没有登记取水 B.夜里湖上放喇叭 C.湖边钓鱼", ["two-options-right"], ""),
        ("下列行为中由湖区公安机关处罚的有（AB）\nA.偷水 B.夜里在湖上放喇叭 C.没有登记就取水", ["key-against-article"], "B"),
        ("下列行为中由湖区公安机关处罚的有（BC）\nA.没有登记就取水 B.夜里在湖上放喇叭 C.在湖边种菜", [], ""),
        ("下列行为中不由湖区公安机关处罚的是（A）\nA.没有登记就取水 B.夜里在湖上放喇叭 C.在湖边种菜", [], ""),
    ],
)  # fmt: skip
def test_which_conduct_an_authority_punishes(
    mini_library: Library, tmp_path: Path, text: str, kinds: list[str], key: str
) -> None:
    (tmp_path / "题.txt").write_text(f"1.{text}", encoding="utf-8")
    (one,) = take(mini_library, (), tmp_path / "题.txt", lambda _: None).questions
    assert ([problem.kind for problem in one.judged.problems], one.judged.key) == (kinds, key)
