"""Explanations, answers and reasons beside whole articles; bodies, actors, powers, issuers and counts of reports."""

import datetime
import json
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest

from generator.auditing.bodies import strangers
from generator.auditing.checks import actors, bodies, figures_elsewhere, regulations, told
from generator.auditing.official import Official, read_official
from generator.auditing.stands import may, must
from generator.kinds import kinds
from generator.library import Library
from generator.problems import Problems

DAY = datetime.date(2026, 11, 30)
TEXT = (
    "违反本法规定，排污单位未监测的，由设区的市级以上生态环境主管部门责令改正，处二万元以上十万元以下的罚款；"
    "拒不改正的，责令停产整治。\n不得因当事人陈述、申辩而给予更重的处罚。"
)
LAKE: dict[str, Any] = {
    "id": "lake-law", "title": "试验湖泊法", "rank": "法律", "issuer": "全国人民代表大会", "source": "虚构",
    "versions": [{"adopted": datetime.date(2016, 12, 23), "effective": datetime.date(2017, 1, 1)}],
}  # fmt: skip
BASIS = [{"regulation": "lake-law", "article": 1}]
ASKED: dict[str, Any] = {
    "id": "one", "type": "judge", "stem": "某厂没有监测，罚5万元。", "answer": True, "topics": ["water"], "basis": BASIS,
}  # fmt: skip


def library(**records: dict[str, Any]) -> Library:
    models = {kind.name: kind.model for kind in kinds()}
    rows = {name.replace("_", "-"): value for name, value in records.items()}
    regulation = models["regulation"].model_validate(rows.pop("regulation", LAKE))
    built = {kind: (models[kind].model_validate(value),) for kind, value in rows.items()}
    return Library(DAY, records=MappingProxyType({"regulation": (regulation,), **built}))


@pytest.fixture
def official(tmp_path: Path) -> Official:
    rows = [{"law": "试验湖泊法", "no": 1, "suffix": "", "path": [], "text": TEXT, "source": "虚构"}]
    rows.append({**rows[0], "no": 2, "text": "本法自2017年1月1日起施行。"})
    (tmp_path / "articles.jsonl").write_text("\n".join(json.dumps(row, ensure_ascii=False) for row in rows), "utf-8")
    (tmp_path / "laws.json").write_text(json.dumps([{"title": "试验湖泊法", "articles": 2}]), "utf-8")
    return read_official(tmp_path, Problems())


@pytest.mark.parametrize(
    ("explanation", "found"),
    [
        ("由设区的市级以上生态环境部门责令改正，处二万元以上十万元以下罚款；拒不改正的停产整治。", set()),
        ("由县级以上生态环境部门责令改正。", {"E628"}),
        ("由公安机关责令改正。", {"E607"}),
        ("情节严重的，责令停产整治。", {"E613"}),
        ("拒不改正的，吊销许可证。", {"E606"}),
        ("可以因当事人陈述、申辩而给予更重的处罚。", {"E628"}),
        ("处三万元以上十万元以下罚款。", {"E608"}),
        ("本题是5万元，没有说“可以”二字。", set()),
    ],
)
def test_an_explanation_tells_its_article(official: Official, explanation: str, found: set[str]) -> None:
    held = library(question={**ASKED, "explanation": explanation})
    checks = (told, bodies, figures_elsewhere)
    assert {one.problem.code for check in checks for one in check.run(held, official)} == found


def test_why_an_option_is_wrong_is_no_matter_of_the_law(official: Official) -> None:
    options = [
        {"text": "停产整治", "correct": True, "why": "拒不改正的才是。"},
        {"text": "吊销", "why": "由公安机关吊销的是别的证。"},
        {"text": "拘留", "why": "情节严重的才拘留。"},
    ]
    held = library(question={**ASKED, "type": "single", "answer": None, "options": options, "explanation": "见条文。"})
    assert [*told.run(held, official), *bodies.run(held, official)] == []
    options[0]["why"] = "情节严重的才是。"
    held = library(question={**ASKED, "type": "single", "answer": None, "options": options, "explanation": "见条文。"})
    assert [one.what for one in told.run(held, official)] == ["情形 options 0 why 情节严重"]


@pytest.mark.parametrize(
    ("text", "law", "found"),
    [
        ("由生态环境部门查处", "由环境保护行政主管部门责令改正", []),
        ("由农业农村部门查处", "由农业农村、水行政主管部门责令改正", []),
        ("移送公安机关", "移送具有侦查、调查职权的机关", ["公安"]),
        ("生态环境要保护好", "任何单位都有义务", []),
        ("向人民法院起诉", "可以依法提起诉讼", []),
    ],
)
def test_a_text_names_no_strange_body(text: str, law: str, found: list[str]) -> None:
    assert list(strangers(text, law)) == found


@pytest.mark.parametrize(
    ("actor", "found"),
    [("排污单位", []), ("单位和个人", []), ("医院", ["医院"]), ("全部排污单位", ["全部排污单位"]), (None, [])],
)
def test_the_actor_is_whom_the_article_names(official: Official, actor: str | None, found: list[str]) -> None:
    penalty = {"id": "unit", "basis": BASIS[0], "authority": ["生态环境主管部门"], "target": "单位"}
    conduct = {"id": "act", "title": "没有监测", "topics": ["water"], "actor": actor}
    held = library(conduct={**conduct, "penalties": [{**penalty, "tiers": [{"measures": ["责令改正"]}]}]})
    assert [one.what for one in actors.run(held, official)] == [f"行为主体 {piece}" for piece in found]


@pytest.mark.parametrize(("power_type", "found"), [("处罚", 0), ("确认", 1)])
def test_a_power_is_of_the_sort_that_the_article_gives(official: Official, power_type: str, found: int) -> None:
    power = {"id": "one", "title": "监测", "power_type": power_type, "body": "bureau", "basis": BASIS, "duties": ["查"]}
    held = library(power_item={**power, "source": "虚构"})
    assert [one.what for one in actors.run(held, official)] == [f"类型 {power_type}"] * found


@pytest.mark.parametrize(
    ("rank", "issuer", "found"),
    [
        ("法律", "全国人民代表大会常务委员会", 0),
        ("行政法规", "国务院", 0),
        ("部门规章", "生态环境部、公安部", 0),
        ("地方性法规", "广东省人民代表大会常务委员会", 0),
        ("部门规章", "国务院", 1),
        ("行政法规", "生态环境部", 1),
    ],
)
def test_each_rank_has_its_makers(rank: str, issuer: str, found: int) -> None:
    held = library(regulation={**LAKE, "rank": rank, "issuer": issuer})
    assert [one.what for one in regulations.run(held, Official({}))] == [f"制定机关 {rank} {issuer}"] * found


@pytest.mark.parametrize(
    ("words", "optional"),
    [
        ("责令改正，并可处以", True),
        ("责令改正，还可以根据不同情节，给予警告或者处以", True),
        ("可以责令停产，并处", None),
        ("责令改正，并处", False),
    ],
)
def test_how_far_may_reaches(words: str, optional: bool | None) -> None:
    text = f"违反规定的，{words}一万元以下的罚款。"
    place = text.index("一万元")
    assert (may(text, place), must(text, place)) == {True: (True, False), False: (False, True), None: (False, False)}[
        optional
    ]
