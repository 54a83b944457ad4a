import unicodedata

from hypothesis import given
from hypothesis import strategies as st

from generator.legal.characters import _odd, fold, fold_with_places, name_of, sort_of


def test_radicals_from_pdf_become_the_characters_they_look_like() -> None:
    assert fold("⻛险、机动⻋、⻔、⽤⽔、⻝品、⻓江").text == "风险、机动车、门、用水、食品、长江"


def test_invisible_characters_go_and_odd_spaces_become_spaces() -> None:
    folded = fold("第\u200b一\u00ad条\u00a0总\u3164则")
    assert (folded.text, folded.found) == ("第一条 总则", {"invisible": 3, "space": 1})


def test_full_width_figures_become_ascii_and_chinese_punctuation_stays() -> None:
    assert fold("２０万元以上，（一）；“甲”　乙").text == "20万元以上，（一）；“甲”　乙"


@given(st.text())
def test_a_folded_text_holds_nothing_odd(text: str) -> None:
    plain, places = fold_with_places(text)
    assert all(sort_of(character) is None for character in plain)
    assert places is None or len(places) == len(plain)
    assert fold(plain).text == plain


@given(st.text(st.characters(min_codepoint=0x4E00, max_codepoint=0x9FFF)))
def test_han_stays_as_it_is(text: str) -> None:
    assert fold(text).text == unicodedata.normalize("NFC", text)


def test_each_span_of_odd_characters_reaches_from_its_first_to_its_last() -> None:
    assert fold("０９ＡＺａｚ").text == "09AZaz"
    assert fold("／：＠［｀｛").text == "／：＠［｀｛"  # right before and after them: Chinese punctuation
    assert (
        fold("\U0002f800\U0002fa1d").text
        == unicodedata.normalize("NFKC", "\U0002f800\U0002fa1d")
        != "\U0002f800\U0002fa1d"
    )
    assert fold("甲\ufe00\ufe0f\U000e0000\U000e0fff乙").text == "甲乙"
    assert fold("\u303f\u4e00\u9fff").text == "\u303f\u4e00\u9fff"


def test_every_odd_character_of_unicode_is_folded_and_no_other() -> None:
    for code in range(0x110000):
        character = chr(code)
        if 0xD800 <= code < 0xE000:
            continue
        assert bool(_odd().match(character)) == (sort_of(character) is not None), f"U+{code:04X}"


def test_the_first_and_the_last_of_each_sort() -> None:
    assert [sort_of(character) for character in "\u2e9f\u2f00\u2fd5\uf900"] == ["radical"] * 4
    assert [sort_of(character) for character in "\u2e9a\u2fd6\u4e00\u9fff"] == [None] * 4
    assert [sort_of(character) for character in "\U000e0000\U000e0fff\ufe00\ufe0f\u200b"] == ["invisible"] * 5
    assert [sort_of(character) for character in "\U000e1000\ufe10a第"] == [None] * 4
    assert [sort_of(character) for character in "\x1f\x7f\x80\x9f\xa0\xa1"] == [
        None,
        None,
        "invisible",
        "invisible",
        "space",
        None,
    ]
    assert [sort_of(character) for character in "／０９：＠ＡＺ［｀ａｚ｛"] == [
        None, "full-width", "full-width", None, None, "full-width", "full-width", None, None, "full-width", "full-width", None,
    ]  # fmt: skip
    assert [sort_of(character) for character in "\uf8ff\ufaff\ufb00\U0002fa1d\U0002fa1e\u2ff0"] == [
        None, None, None, "radical", None, None,
    ]  # fmt: skip


def test_a_character_is_named_by_its_number_and_name() -> None:
    assert name_of("\u200b") == "U+200B ZERO WIDTH SPACE"
    assert name_of("\x80") == "U+0080 控制字符"
