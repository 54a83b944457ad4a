"""Deadlines and retention of obligations, with their figures taken out."""

from generator.questions.evaluate import verdicts
from generator.questions.types import answer

FILE = "content/obligations/pond.yml"


def test_retention_names_the_record_and_the_article_that_says_the_figure(bank) -> None:
    item = bank.by_id["deadline/pond-log/retention"]
    assert answer(item) == "5年"
    assert "巡查的时间和人员" in item.stem
    assert "第183条" in item.stem
    assert "第207条" not in item.stem
    assert item.facts == ("obligation/pond-log/retention", "period/eco-code/183/5年")


def test_shares_its_period_with_the_digest(bank) -> None:
    shared = set(bank.by_id["deadline/pond-log/retention"].facts) & set(bank.by_id["cloze/eco-code-183/5-years"].facts)
    assert shared == {"period/eco-code/183/5年"}


def test_day_of_the_calendar(bank) -> None:
    item = bank.by_id["deadline/pond-report/deadline"]
    assert answer(item) == "3月15日"
    assert "每年＿＿＿＿前" in item.stem


def test_old_regulation_is_dated(bank) -> None:
    item = bank.by_id["deadline/pond-change/deadline"]
    assert "池塘管理条例（按2022年9月的文本）第14条" in item.stem
    assert answer(item) == "20个工作日"


def test_no_figure_and_hours_are_refused(bank) -> None:
    skips = {s.reason for r, s in bank.skips if r == "deadline"}
    assert skips == {"没有写明数字", "写的是钟点一类的时刻，答法不一"}


def test_figure_told_by_the_title_is_refused(project) -> None:
    bank = project.replace(FILE, "title: 记好池塘巡查台账", "title: 台账存5年").bank()
    assert "deadline/pond-log/retention" not in bank.by_id


def test_two_figures_make_two_blanks(project) -> None:
    project.replace(FILE, "自变更之日起二十个工作日内", "自变更之日起二十个工作日内，委托办理的三十日内")
    item = project.bank().by_id["deadline/pond-change/deadline"]
    assert answer(item) == "20个工作日；30日"
    assert item.stem.count("＿＿＿＿") == 2


def test_half_a_year_before_the_figure_is_no_blank_and_the_second_evaluator_says_so_too(project) -> None:
    project.replace(FILE, "deadline: 每年3月15日前", "deadline: 每半年结束后十五日内")
    item = project.bank().by_id["deadline/pond-report/deadline"]
    assert answer(item) == "15日"
    assert list(verdicts(project.library(), item)) == []
