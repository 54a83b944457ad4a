"""Old and new law in this repository's own content: what applied beside the old article, and what rows must not say again."""

import pytest

from generator.kinds.concordance import Concordance
from generator.library import Library
from generator.library.wording import fine_text
from generator.questions.facts.applied import Applied, Unsure, now, then
from generator.questions.item import Item
from generator.questions.rules import applicable_law, what_changed


@pytest.fixture(scope="module")
def items(library: Library) -> dict[str, Item]:
    made = (one for rule in (applicable_law, what_changed) for one in rule.generate(library))
    return {item.id: item for item in made if isinstance(item, Item)}


def row(library: Library, id: str) -> Concordance:
    return next(r for r in library.of("concordance", Concordance) if r.id == id)


def beside(library: Library, id: str) -> set[str]:
    return {library.cite(b.basis) for b in row(library, id).also}


@pytest.mark.parametrize("id", ["air-law-99-1", "water-law-83-1"])
def test_floor_for_discharging_without_a_permit_did_not_rise(library: Library, items: dict[str, Item], id: str) -> None:
    """排污许可管理条例 33 had it since 2021-03-01, and 行政处罚法 29 takes the heavier."""
    found = then(library, row(library, id), row(library, id).amounts[0])
    assert isinstance(found, Applied)
    assert (fine_text(found.fine), found.basis.regulation, found.basis.article) == (
        "20万元以上100万元以下", "discharge-permit-regulation", 33,
    )  # fmt: skip
    item = items[f"what-changed/{id}/0/fine"]
    assert [o.text for o in item.options if o.correct] == ["维持20万元以上100万元以下不变"]
    assert "排污许可管理条例" in items[f"applicable-law/{id}/span"].stem


def test_regulations_that_fined_before_stand_beside(library: Library) -> None:
    assert "排污许可管理条例 第34条第（二）项" in beside(library, "air-law-99-3")
    assert {"碳排放权交易管理暂行条例 第21条第（二）项", "碳排放权交易管理暂行条例 第24条"} <= beside(
        library, "code-1226"
    )
    assert "地下水管理条例 第59条第3款" in beside(library, "code-1138")
    assert "放射性同位素与射线装置安全和防护条例 第59条" in beside(library, "code-1199")
    assert "长江保护法 第88条第（三）项" in beside(library, "code-1234")
    assert "核安全法 第86条第（一）项" in beside(library, "radiation-law-57-1")


def test_no_new_row_with_a_fine_before_it_says_that_nothing_was(library: Library) -> None:
    said = [r.id for r in library.of("concordance", Concordance) if r.also and "法典新设" in r.summary]
    assert said == []


def test_monitoring_of_sea_outlets_is_automatic_monitoring(library: Library, items: dict[str, Item]) -> None:
    outlets = row(library, "marine-law-99-3")
    assert outlets.conducts == ("monitoring-auto-missing",)
    assert isinstance(then(library, outlets, outlets.amounts[0]), Unsure)
    assert not [id for id in items if "marine-law-99-3" in id and not id.endswith("/side")]


def test_what_still_fines_more_than_the_code_is_not_asked(library: Library) -> None:
    radiation = row(library, "radiation-law-51")
    assert isinstance(now(library, radiation, radiation.amounts[0]), Applied)
    assert isinstance(
        then(library, row(library, "marine-law-93-6"), row(library, "marine-law-93-6").amounts[0]), Unsure
    )


@pytest.mark.parametrize(
    ("part", "words", "never"),
    [
        ("marine-law-101-2", "海洋工程", ""),
        ("radiation-law-54-2/", "放射性废气、废液", "固体废物"),
        ("radiation-law-54-5/", "放射性固体废物", "个人"),
        ("water-law-85-5/", "向水体倾倒放射性固体废物", "处置"),
        ("marine-law-93-5/", "船舶向海洋排放不符合规定的压载水", ""),
        ("marine-law-111-1/", "谎报", "不报"),
        ("radiation-law-50/", "核技术利用项目", ""),
        ("air-law-112-1/", "机动车排放检验机构", "技术服务机构"),
        ("soil-law-90-1/", "土壤污染状况调查", "技术服务机构"),
    ],
)
def test_act_told_is_one_that_both_provisions_cover(items: dict[str, Item], part: str, words: str, never: str) -> None:
    stems = [item.stem for id, item in items.items() if part in f"{id}/"]
    assert stems
    assert all(words in stem for stem in stems)
    assert not (never and [stem for stem in stems if never in stem])


def test_one_range_for_all_kinds_is_said(items: dict[str, Item]) -> None:
    assert "旧规定不分档" in items["what-changed/radiation-law-50/0/fine"].stem


def test_inspections_are_told_apart_by_their_law(items: dict[str, Item]) -> None:
    """Refusing an inspection stood under eight old laws: each stem says which inspection."""
    for law, words in {
        "air-law-98": "大气",
        "water-law-81": "水污染",
        "noise-law-71": "噪声",
        "soil-law-93": "土壤",
        "marine-law-95": "海洋",
    }.items():
        stems = [item.stem for id, item in items.items() if f"/{law}/" in id]
        assert stems
        assert all(words in stem for stem in stems)


def test_title_is_that_of_the_old_provision(library: Library) -> None:
    assert "登记表" in (row(library, "eia-law-31-3").title or "")
    rows = [r for r in library.of("concordance", Concordance) if r.old]
    titles = [(r.old.regulation, r.title) for r in rows if r.old]
    assert len(set(titles)) == len(titles)
