"""A bureau at sea: owner and captain under one sentence of the law, certificates suspended up to revoked, two texts of one
regulation, consequences that no authority imposes, working days that an article says itself."""

import datetime
from pathlib import Path

import pytest

from generator.problems import Problems
from generator.site.compile import compile_project
from generator.site.context import Context
from generator.site.pages import conducts, guides
from tests.site.test_another_field import FOREIGN

SEA = Path(__file__).resolve().parent.parent / "fixtures" / "sea"
DAY = datetime.date(2026, 11, 30)


@pytest.fixture(scope="module")
def sea() -> Context:
    """The project compiled; it has no problem at all."""
    problems = Problems()
    context = compile_project(SEA, DAY, problems)
    assert [str(problem) for problem in problems] == []
    return context


@pytest.fixture(scope="module")
def pages(sea: Context) -> dict[str, str]:
    """Pages of conduct and guides by address."""
    return {page.path: page.body for module in (conducts, guides) for page in module.PAGE.generate(sea)}


def test_no_item_and_no_page_speaks_of_the_environment(sea: Context, pages: dict[str, str]) -> None:
    assert len(sea.bank.items) > 90
    assert [item.id for item in sea.bank.items if FOREIGN.search(repr(item))] == []
    assert {path: words for path, body in pages.items() if (words := FOREIGN.findall(body))} == {}


def test_a_fine_of_two_texts_of_one_regulation_is_asked_and_decided(sea: Context) -> None:
    """Its earlier text ends where the later begins, though the regulation is in force."""
    item = sea.bank.by_id["what-changed/crew-55/0/fine"]
    assert "船员条例（2020年3月27日施行的文本）" in item.stem
    assert [option.text for option in item.options if option.correct] == ["维持3万元以上15万元以下不变"]


def test_a_measure_that_may_go_up_to_a_graver_one_is_neither_must_nor_choice(sea: Context) -> None:
    """暂扣证书，直至吊销: whoever revokes it did not suspend it."""
    asked = {item.id for item in sea.bank.items if "measure-choice" in item.id}
    assert "judge/hit-and-run/master/0/measure-choice" in asked
    assert not [id for id in asked if id.startswith(("judge/no-papers/master/1", "judge/left-post/crew/1"))]


def test_working_days_that_the_period_says_are_told_once(sea: Context) -> None:
    item = sea.bank.by_id["time-limit/accident/sea-law-85-2-15w/blank"]
    assert len(item.basis) == 1
    assert item.response.blanks[0].accepted == ("15个工作日",)
    assert "指工作日" not in item.explanation


def test_where_no_authority_acts_no_page_says_how_to_be_let_off_or_appeal(pages: dict[str, str]) -> None:
    officials, dismissed, papers = (pages[f"conducts/{id}"] for id in ("officials", "dismissed", "no-papers"))
    assert "<b>对工作人员</b>，由谁决定条文没有写，依据" in officials
    for body in (officials, dismissed):
        assert "<b>执法</b>" not in body
        assert not [word for word in ("怎么做才不罚", "轻微并及时改正", "申请复议") if word in body]
    assert all(word in papers for word in ("<b>执法</b>", "轻微并及时改正", "申请复议"))


def test_a_guide_names_what_is_revoked_and_promises_no_days_that_nobody_wrote(pages: dict[str, str]) -> None:
    guide = pages["guides/shipping-company"]
    assert "还可能吊销船员适任证书" in guide
    assert "吊销许可证" not in guide
    assert "deadlines/" not in guide + pages["guides"] + pages["conducts/no-papers"]
