"""What only a person can tell: doubts, the word that answers them, and the documents that have no articles."""

import datetime
from collections.abc import Callable
from decimal import Decimal
from types import MappingProxyType

import pytest

from generator.auditing import nearer
from generator.auditing.checks import cited, complete, governed, key_words, links, local_tables, targets
from generator.auditing.checks._base import doubt
from generator.auditing.likeness import Likeness
from generator.auditing.official import Official
from generator.auditing.reaching import clause_of_item, paragraphs_spoken_of, speaks_of
from generator.kinds import Record
from generator.kinds.benchmark import Benchmark
from generator.kinds.conduct import Conduct
from generator.library import Library
from generator.problems import Place, Problem

TABLE = """
  §1.1 裁量标准
 处罚依据   处十万元以上一百万元以下的罚款
 违法行为   裁量要素     违法程度   裁量权重
        裁量起点       10%
    次数    一次        0%
          二次        5%
 备注    罚款金额＝裁量百分值总和×100 万。
  §1.2 裁量标准
"""


def benchmark(weight: float = 5.0, base: int = 1000000) -> Benchmark:
    levels = [{"label": "一次", "weight": 0.0}, {"label": "二次", "weight": weight}]
    return Benchmark.model_validate(
        {
            "id": "table", "title": "某行为（裁量表1.1）", "conduct": "act", "issued_by": "rules", "method": "weight_sum",
            "base": base, "start": 10.0, "factors": [{"title": "次数", "levels": levels}],
        }
    )  # fmt: skip


@pytest.mark.parametrize(
    ("table", "found"), [(benchmark(), 0), (benchmark(weight=8.0), 1), (benchmark(base=2000000), 1)]
)
def test_a_table_is_held_against_the_document(table: Benchmark, found: int) -> None:
    library = Library(datetime.date(2026, 11, 28), records=MappingProxyType({"benchmark": (table,)}))
    assert [one.problem.code for one in local_tables.run(library, Official({}, (TABLE,)))] == ["E629"] * found


@pytest.mark.parametrize(("start", "found"), [(20.0, 0), (50.0, 0), (25.0, 1)])
def test_a_table_for_several_cases_has_several_starts(start: float, found: int) -> None:
    paper = TABLE.replace("裁量起点       10%", "裁量起点      20%   50%").replace("5%\n 备注", "1/20\n 备注")
    table = benchmark().model_copy(update={"start": start})
    library = Library(datetime.date(2026, 11, 28), records=MappingProxyType({"benchmark": (table,)}))
    assert len(list(local_tables.run(library, Official({}, (paper,))))) == found


def test_sums_stand_side_by_side_with_the_highest_last() -> None:
    sums = [Decimal(n) for n in (10, 15, 20, 25, 30, 50)]
    assert local_tables._within(sums[2:4], sums)
    assert not local_tables._within([sums[0], sums[2]], sums)


@pytest.mark.parametrize(
    ("target", "actor", "people", "doubted"),
    [
        ("单位", "饮食服务业经营者", False, True),
        ("单位", "饮食服务业经营者", True, False),
        ("单位", "排放污水的单位", False, False),
        ("单位和个人", "排放污水的单位", False, True),
        ("单位和个人", "企业或者医院", False, True),
        ("单位和个人", "排放污水的单位和个人", False, False),
    ],
)
def test_a_target_goes_with_the_actor(target: str, actor: str, people: bool, doubted: bool) -> None:
    assert bool(targets._unlike(target, actor, people)) is doubted


def test_what_describes_the_act_is_no_sanction() -> None:
    text = "未消除污染，被责令改正的，由水库主管部门处罚款。情节严重的，责令关闭：\n（一）被吊销许可证后取水；\n（二）放水的，由公安机关警告。"
    said = "".join(text[start:end] for start, end in complete._sanctions(text))
    assert "责令关闭" in said
    assert "警告" in said
    assert "消除污染" not in said
    assert "吊销" not in said


def test_without_the_document_nothing_is_held() -> None:
    library = Library(datetime.date(2026, 11, 28), records=MappingProxyType({"benchmark": (benchmark(weight=8.0),)}))
    assert list(local_tables.run(library, Official({}))) == []


def test_a_conduct_of_other_words_is_not_alike() -> None:
    conduct = Conduct.model_construct(id="act", title="擅自向湖里倾倒垃圾", aliases=("乱倒",))
    assert links._alike(conduct, "不向湖里倾倒生活垃圾")
    assert not links._alike(conduct, "按时提交观测记录")


def test_the_right_article_shares_most_with_the_statement() -> None:
    likeness = Likeness.of({(1, 0): "倾倒垃圾的，处罚款。", (2, 0): "提交观测记录。", (3, 0): "本法自公布之日起施行。"})
    assert likeness.near("乱倒垃圾", (1, 0)) == (1, 1.0)
    assert likeness.near("乱倒垃圾", (3, 0)) == (3, 0.0)


@pytest.mark.parametrize(
    ("text", "law", "told"),
    [
        ("不得排放。", "不得排放污染物。", False),
        ("可以排放。", "不得排放污染物。", True),
        ("县级以上政府公布。", "设区的市级以上人民政府公布。", True),
        ("设区的市级以上政府公布。", "设区的市级以上人民政府公布。", False),
        ("政府公布。", "省级人民政府公布。", True),
        ("夜间不得施工。", "夜间不得施工，抢修除外。", True),
        ("夜间不得施工，抢修不算。", "夜间不得施工，抢修除外。", False),
        ("向上级政府建议。", "向本级人民政府提出建议。", True),
        ("向本级政府建议。", "向本级人民政府提出建议。", False),
        ("报本级政府。", "报上一级人民政府。", True),
        ("协商成的，报上级。", "协商不成的，报上级。", True),
        ("只用合格的机械。", "不合格的机械，不得使用。", False),
        ("未批准的，应当罚款。", "未批准的，处一万元以下的罚款。", False),
        ("未批准的，应当罚款。", "未批准的，可以警告。", True),
    ],
)
def test_words_that_turn_a_sentence(text: str, law: str, told: bool) -> None:
    assert bool(list(key_words.found(text, law, whole=True))) is told


@pytest.mark.parametrize(
    ("clause", "item", "held"),
    [
        ("有前款第一项、第三项情形之一的，", 3, True),
        ("有前款第一项、第三项情形之一的，", 2, False),
        ("有前款第二项至第四项情形之一的，", 3, True),
        ("有前款除第三项以外情形之一的，", 3, False),
        ("有前款除第三项以外情形之一的，", 1, True),
        ("拒不改正的，", 5, True),
    ],
)
def test_a_clause_speaks_of_items(clause: str, item: int, held: bool) -> None:
    assert speaks_of(clause, item) is held


def test_an_amount_belongs_to_the_items_of_its_clause() -> None:
    text = "有下列行为的，处罚款：\n（一）甲；\n有前款第一项情形的，处一万元；有前款第二项情形的，处五万元。"
    assert clause_of_item(text, text.index("一万元"), 1)
    assert not clause_of_item(text, text.index("五万元"), 1)


def test_a_doubt_says_what_to_confirm() -> None:
    record = Record.model_construct(id="one")
    found = doubt(record, "条文 甲法 第1条", Place("a.yml", 3), "E625", "讲的好像不是这里说的事")
    assert "“条文 甲法 第1条”" in found.problem.message
    assert "confirmed" in found.problem.hint
    assert cited.CHECK.codes == ("E625",)


def test_another_article_of_the_law_is_found(
    audit: Callable[..., list[Problem]], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(cited, "FIRST", {("conduct", "prohibited_by"): (1, 0.0)})
    right = "prohibited_by: [水库法 第2条第2款]"
    assert "E625" not in {one.code for one in audit(right, right)}
    assert "E625" in {one.code for one in audit(right, "prohibited_by: [水库法 第5条]")}


def test_of_all_articles_of_a_law_one_passes(
    audit: Callable[..., list[Problem]], monkeypatch: pytest.MonkeyPatch
) -> None:
    """However many are near: a wrong number is found wherever in the law it leads."""
    monkeypatch.setattr(cited, "FIRST", {("conduct", "prohibited_by"): (99, 0.0)})
    right = "prohibited_by: [水库法 第2条第2款]"
    passing = [
        number
        for number in range(1, 7)
        if not {"E625", "E602"} & {one.code for one in audit(right, f"prohibited_by: [水库法 第{number}条]")}
    ]
    assert passing == [2]


def test_articles_are_ranked_by_the_statement_and_by_words_beside_it() -> None:
    law = Likeness.of({(1, 0): "水库禁止游泳", (2, 0): "水库禁止游泳和垂钓", (3, 0): "堤坝种树"})
    assert law.ranked("水库游泳和垂钓", "", 9, 2) == [(2, 0), (1, 0)]
    assert law.ranked("水库游泳", "水库游泳 堤坝种树", 9, 1) == [(3, 0)]
    assert law.ranked("水库游泳", "水库游泳 堤坝种树", 0, 1) != [(3, 0)]


@pytest.mark.parametrize(
    ("name", "who", "cut"),
    [
        ("县级人民政府", "县级人民政府确定的监督管理部门责令改正", True),
        ("监督管理的部门", "监督管理的部门、机构按照职责分工责令改正", True),
        ("水行政主管部门", "水行政主管部门、流域管理机构责令改正", False),
        ("县级人民政府", "县级人民政府确定的部门报县级人民政府责令改正", False),
    ],
)
def test_a_name_is_not_the_beginning_of_another(name: str, who: str, cut: bool) -> None:
    assert governed._cut(name, who) is cut


def test_of_two_acts_in_one_clause_neither_is_excused_by_the_other() -> None:
    one, other = (
        Conduct.model_construct(id=id, title=title, aliases=()) for id, title in (("a", "放水"), ("b", "取样"))
    )
    assert nearer._last(one, other, "放水或者取样的，处") == 0
    assert nearer._last(other, one, "放水的，处") == -1


@pytest.mark.parametrize(
    ("text", "found"), [("前款所列机构弄虚作假的", set()), ("有前款情形的", {0}), ("除本条第一款外", set())]
)
def test_a_paragraph_that_only_names_the_same_bodies_speaks_of_no_other(text: str, found: set[int]) -> None:
    assert paragraphs_spoken_of(1, text) == found
