"""Questions by what an export shows of their stems."""

import pytest

from generator.sitting.stems import Stems, _ratio, face
from tests.sitting._forms import item, keys, options, paper

STEMS = {
    "drain": "某厂夜里把废水排进河里，依照水法怎样处罚？",
    "drain-day": "某厂白天把废水排进湖里，依照湖法怎样处罚？",
    "burn": "村民在田里烧秸秆，由谁查处？",
    "burn-long": "村民在田里烧秸秆，由谁查处？查处以后怎么办，罚多少？",
    "short": "谁管？",
}
ITEMS = tuple(item(id, "single", options("B"), stem=stem) for id, stem in STEMS.items())
FOUND = Stems(keys(paper(items=ITEMS, points=(1.0,) * len(ITEMS))).first.items)


@pytest.mark.parametrize(
    ("text", "ids"),
    [
        ("村民在田里烧秸秆，由谁查处？", ["burn"]),  # the whole of one, though another begins so
        ("村民在田里烧", ["burn", "burn-long"]),
        ("村民在田里烧秸秆,由谁查处?查处以后", ["burn", "burn-long"]),  # it begins one, and is begun by the other
        ("某厂夜里把", ["drain"]),
        ("某厂夜", []),  # three characters tell nothing
        ("某厂夜里", ["drain"]),
        ("废水排进", []),  # in the midst of a stem only what is long enough counts
        ("把废水排进河里，依照水法怎样", ["drain"]),
        ("单选题　某厂夜里把废水排进河里，依照水法怎样处罚？（本题一分）", ["drain"]),
        ("某厂夜里把污水排进河里，依照水法怎样处罚？", ["drain"]),  # a slip
        ("某厂早上把废水排进江里，依照江法怎样处罚？", []),  # as near to the one as to the other
        ("白天在桥上唱歌，由谁查处？", []),
        ("某厂夜里把废水&nbs", ["drain"]),
        ("<p>某厂夜里把废水</p>", ["drain"]),
    ],
)
def test_what_is_shown_of_a_stem_tells_the_question(text: str, ids: list[str]) -> None:
    assert FOUND.find(text) == ids


def test_a_face_is_what_all_writings_share() -> None:
    """Tags and entities right behind a mark of writing go too."""
    assert face("<b>ＡＢ</b> 1、&nbsp;“甲”（<i>乙</i>）") == "ab1甲乙"


@pytest.mark.parametrize(("text", "ids"), [("废水排进河里依照水法", ["drain"]), ("水排进河里依照水法", [])])
def test_from_ten_characters_on_a_text_may_stand_anywhere_in_a_stem(text: str, ids: list[str]) -> None:
    assert FOUND.find(text) == ids


@pytest.mark.parametrize(
    ("near", "ids"),
    [
        ({"burn": 0.85}, ["burn"]),
        ({"burn": 0.849}, []),
        ({"burn": 0.95, "drain": 0.85}, ["burn"]),
        ({"drain": 0.99, "burn": 0.9, "short": 0.86}, ["drain"]),
        ({"burn": 0.95, "drain": 0.91}, []),
        ({}, []),
    ],
)
def test_a_slip_is_told_where_no_other_stem_is_about_as_near(
    monkeypatch: pytest.MonkeyPatch, near: dict[str, float], ids: list[str]
) -> None:
    told = {face: near.get(id, 0.0) for id, stems in FOUND.faces.items() for face in stems}
    monkeypatch.setattr("generator.sitting.stems._ratio", lambda shown, stem: told[stem])
    assert FOUND._alike("村民在桥上唱歌由谁查处") == ids


def test_how_near_a_text_is_goes_by_as_much_of_the_stem_and_three_characters() -> None:
    assert _ratio("甲乙丙丁戊己庚辛", "甲乙丙丁戊己庚辛") == 1.0
    assert _ratio("甲乙丙丁戊己庚辛壬", "甲乙丙丁戊己庚辛壬癸子丑寅卯") == pytest.approx(18 / 21)
    assert _ratio("甲乙丙丁戊己庚辛壬癸", "子丑寅甲乙丙丁戊己庚辛壬癸") == pytest.approx(20 / 23)
    assert _ratio("甲乙丙丁", "戊己庚辛") == 0.0
