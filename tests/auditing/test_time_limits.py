"""A period runs from a day: one that the article counts from another day is no period of this one."""

import pytest

from generator.auditing.article import OfficialArticle
from generator.auditing.checks.time_limits import counted_otherwise

APPEAL = OfficialArticle(
    "试验诉讼法", 9, 0, (), "不服判决的，自判决书送达之日起十五日内上诉；不服裁定的，自裁定书送达之日起十日内上诉，遇有灾害之日起延长。"
)  # fmt: skip


@pytest.mark.parametrize(
    ("text", "strange"),
    [
        ("判决书送达之日起十五日内", []),
        ("判决书送达之日起15日内；裁定书送达之日起10日内", []),
        ("判决书送达之日起十日内", ["十日内"]),
        ("收到一审判决书送达之日起10日", ["10日"]),
        ("裁定书送达之日起十五日内上诉", ["十五日内"]),
        ("灾害之日起十日内", []),  # the article counts no days from there
        ("立案之日起六十日内", []),  # told of another day, which another check holds
        ("判决书送达之日起上诉", []),
    ],
)
def test_a_period_runs_from_the_day_that_the_article_says(text: str, strange: list[str]) -> None:
    assert list(counted_otherwise(text, [APPEAL])) == strange
