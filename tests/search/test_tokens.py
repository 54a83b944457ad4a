"""Tokens of texts and queries, by the vectors that JavaScript reads too, and by their promises."""

import json
import re
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.legal.numerals import format_number
from generator.search.tokens import HAN, normalise, query_tokens, shard_of, split, syllables, tokens

VECTORS = json.loads((Path(__file__).parents[1] / "vectors" / "tokens.json").read_text(encoding="utf-8"))
TEXT = st.text(
    alphabet=st.sampled_from("第一二十百千零〇两条之款的未批先建罚 \n,.#-1095aZｐ２①㎡Σ𠮷é")
    | st.characters(codec="utf-8"),
    max_size=40,
)


@pytest.mark.parametrize("vector", VECTORS["texts"], ids=lambda vector: vector["text"][:12])
def test_vectors(vector: dict) -> None:
    assert tokens(vector["text"]) == vector["tokens"]
    assert query_tokens(normalise(vector["text"])) == vector["query"]


@pytest.mark.parametrize(("token", "shards", "shard"), VECTORS["shards"])
def test_shards_of_vectors(token: str, shards: int, shard: int) -> None:
    assert shard_of(token, shards) == shard


@given(st.integers(1, 9999), st.integers(1, 30))
def test_any_form_of_an_article_number_is_one_token(number: int, suffix: int) -> None:
    chinese = format_number(number)
    forms = [f"第{chinese}条", f"第{number}条", f"第 {number} 条", f"{number}条"]
    assert {tuple(tokens(form)) for form in forms} == {(f"#{number}",)}
    assert tokens(f"第{chinese}条之{format_number(suffix)}") == [f"#{number}-{suffix}"]
    assert f"#{number}" in query_tokens(normalise(str(number)))
    assert f"#{number}" in query_tokens(normalise(f"法典{number}"))


@given(TEXT)
def test_a_text_is_found_by_all_its_own_tokens(text: str) -> None:
    asked = query_tokens(normalise(text))
    assert set(tokens(text)) <= set(asked)
    assert len(asked) == len(set(asked))


@given(st.lists(TEXT.map(lambda text: re.sub(r"\s", " ", text)), max_size=4))
def test_texts_joined_by_newlines_are_what_they_are_alone(texts: list[str]) -> None:
    assert list(split(normalise("\n".join(texts)))) == [token for text in texts for token in tokens(text)]


@pytest.mark.parametrize(
    ("first", "last"),
    [(0x3007, 0x3007), (0x3400, 0x4DBF), (0x4E00, 0x7683), (0x7685, 0x9FFF), (0x20000, 0x3FFFF)],
)
def test_characters_of_chinese_are_those_of_unicode_without_one(first: int, last: int) -> None:
    """的 (U+7684) parts words; what lies between the blocks is no character."""
    assert [bool(HAN.fullmatch(chr(code))) for code in (first - 1, first, last, last + 1)] == [False, True, True, False]


@pytest.mark.parametrize(
    ("letters", "cut"),
    [
        ("zhuangzhi", ["zhuang", "zhi"]),
        ("huanpingfa", ["huan", "ping", "fa"]),
        ("xian", ["xian"]),
        ("shuangchuang", ["shuang", "chuang"]),
        ("a", ["a"]),
        ("nvgong", ["nv", "gong"]),
        ("asdf", None),
        ("zhq", None),
    ],
)
def test_syllables_are_cut_long_ones_first(letters: str, cut: list[str] | None) -> None:
    assert syllables(letters) == cut
