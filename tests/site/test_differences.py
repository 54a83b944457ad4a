"""What became of an old fine, in words: every form, bound and choice; and a conduct's page tells today's fines once."""

from pathlib import Path

import pytest
from playwright.sync_api import Browser

from generator.kinds.concordance import AmountChange
from generator.kinds.penalty import Fine
from generator.site.differences import difference, differences_of
from tests.browser import serve
from tests.site.kinds_of_page import kinds_of_page


def fine(low: int | None, high: int | None, may: bool = False) -> Fine:
    return Fine.model_validate({"range": {"min": low, "max": high}, "may": may})


def share(low: int, high: int, base: str = "总投资额") -> Fine:
    return Fine.model_validate({"rate": {"min": low, "max": high, "base": base}})


@pytest.mark.parametrize(
    ("old", "new", "told"),
    [
        (fine(1, 9), fine(1, 9), ("same", "金额不变")),
        (fine(1, 9), fine(2, 10), ("raised", "上限、下限都提高")),
        (fine(None, 9), fine(2, 9), ("raised", "下限提高")),
        (fine(1, 9), fine(1, 10), ("raised", "上限提高")),
        (fine(1, 9), fine(1, None), ("raised", "上限提高")),
        (fine(2, 9), fine(1, 8), ("lowered", "上限、下限都降低")),
        (fine(2, 9), fine(None, 9), ("lowered", "下限降低")),
        (fine(2, 9), fine(2, 8), ("lowered", "上限降低")),
        (fine(2, 9), fine(3, 8), ("other", "下限提高、上限降低")),
        (fine(2, 9), fine(1, 10), ("other", "下限降低、上限提高")),
        (share(1, 5), fine(2, 9), ("other", "由按比例改为定额")),
        (share(1, 5), share(1, 6), ("raised", "上限提高")),
        (share(1, 5), share(1, 5, "合同价款"), ("other", "由按总投资额改为按合同价款")),
        (None, fine(2, 9), ("other", "原来没有写金额")),
        (fine(2, 9), None, ("other", "现在没有写金额")),
        (fine(None, 5), fine(None, 5, may=True), ("lowered", "金额不变，由应当罚改为可以罚")),
        (fine(None, 5, may=True), fine(1, 5), ("raised", "下限提高，由可以罚改为应当罚")),
        (fine(None, 5), fine(1, 6, may=True), ("other", "上限、下限都提高，由应当罚改为可以罚")),
    ],
)
def test_a_difference_is_told_in_words(old: Fine | None, new: Fine | None, told: tuple[str, str]) -> None:
    assert difference(old, new) == told


def test_cases_that_share_a_difference_share_its_words() -> None:
    rows = [
        AmountChange(label=label, old=fine(1, 9), new=new) for label, new in (("甲", fine(2, 9)), ("乙", fine(3, 9)))
    ]
    assert [(one.cases, one.words) for one in differences_of(rows)] == [("各档", "下限提高")]
    rows.append(AmountChange(label="丙", old=fine(1, 9), new=fine(1, 9)))
    assert [(one.cases, one.words) for one in differences_of(rows)] == [("甲、乙", "下限提高"), ("丙", "金额不变")]
    assert [one.cases for one in differences_of(rows[:1])] == ["甲"]


@pytest.mark.slow
def test_fines_of_today_are_told_once(real_folder: Path) -> None:
    """The page that four old laws led to: its amounts stand in the tiers and in the calculator, not beside each old one."""
    page = (real_folder / "conducts/eia-unapproved-construction/index.html").read_text(encoding="utf-8")
    part = page[page.index('id="change"') : page.index('id="law"')]
    for amount in ("20万元以上100万元以下", "100万元以上1000万元以下", "50万元以上500万元以下"):
        assert page.count(amount) >= 1
        assert amount not in part


@pytest.mark.slow
def test_every_conduct_with_an_old_fine_tells_the_difference(real_folder: Path) -> None:
    told = 0
    for name in kinds_of_page(real_folder)["conducts/*/"]:
        page = (real_folder / name / "index.html").read_text(encoding="utf-8")
        assert page.count('<ul class="pf-was__marks">') == page.count('<section id="') - page.count('<section id="calc')
        told += page.count("pf-was__marks")
    assert told > 100


@pytest.mark.browser
def test_the_answer_stands_first_and_badges_are_never_hidden(mini_site: Path, chromium: Browser) -> None:
    with serve(mini_site) as address:
        page = chromium.new_page(viewport={"width": 390, "height": 844})
        page.add_init_script("localStorage.setItem('pufa.settings', JSON.stringify({elder: true}))")
        page.goto(f"{address}conducts/taking-water/", wait_until="networkidle")
        box = page.locator(".pf-gravest").bounding_box()
        assert box is not None
        assert box["y"] < 844
        assert page.locator("h1 + .pf-gravest").count() == 1
        for badge in page.locator(".pf-aka .pf-badge").all():
            assert badge.is_visible()
        page.close()
