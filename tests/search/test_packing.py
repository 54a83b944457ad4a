"""Bytes hold what was packed."""

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.search.packing import pack_rows, pack_runs, read_runs, read_varint, varint
from generator.search.postings import Postings
from generator.search.shards import (
    ARTICLE,
    LONGEST,
    OWN,
    REGULATION,
    Name,
    name_tokens,
    nameable,
    pack_shards,
    read_shard,
    shard_count,
)
from generator.search.tokens import shard_of


@given(st.integers(0, 2**34))
def test_varint(value: int) -> None:
    assert read_varint(varint(value) + b"\x01", 0) == (value, len(varint(value)))


@given(st.lists(st.tuples(st.integers(0, 2**32), st.integers(0, 255))))
def test_rows_are_varints_followed_by_their_byte(rows: list[tuple[int, int]]) -> None:
    gaps, impacts = (np.array(column, dtype=np.int64) for column in (zip(*rows, strict=True) if rows else ((), ())))
    packed, begins = pack_rows(gaps, impacts.astype(np.uint8))
    pieces = [varint(gap) + bytes([impact]) for gap, impact in rows]
    assert packed.tobytes() == b"".join(pieces)
    assert np.diff(begins).tolist() == [len(piece) for piece in pieces]


@given(st.sets(st.integers(0, 300)))
def test_runs(documents: set[int]) -> None:
    assert {number for run in read_runs(pack_runs(sorted(documents))) for number in run} == documents


def test_a_thousand_neighbours_are_a_few_bytes() -> None:
    assert len(pack_runs(range(5, 1005))) == 3


@given(
    st.dictionaries(
        st.text("甲乙丙丁ab", min_size=1, max_size=3),
        st.dictionaries(st.integers(0, 5000), st.integers(1, 255), min_size=1),
    )
)
def test_shards_give_back_postings_and_names(terms: dict[str, dict[int, int]]) -> None:
    tokens = list(terms)
    rows = [sorted(terms[token].items()) for token in tokens]
    flat = [row for found in rows for row in found]
    starts = np.cumsum([0, *(len(found) for found in rows)])
    postings = Postings(
        tokens, starts, np.array([d for d, _ in flat], np.uint32), np.array([i for _, i in flat], np.uint8)
    )
    names = [Name("甲乙法", REGULATION, (1, 2, 3, 9)), Name("甲乙法", OWN, (0,)), Name("丙丁", OWN, (7,))]
    files = pack_shards(postings, names)
    known = []
    for number, data in enumerate(files.values()):
        found, named = read_shard(data)
        known += named
        for token, term in found.items():
            assert shard_of(token, len(files)) == number
            assert (term.frequency, list(term.rows)) == (len(terms[token]), sorted(terms.pop(token).items()))
    assert not terms
    assert sorted(known, key=str) == sorted(names, key=str)


def test_a_token_of_very_many_documents_keeps_the_heaviest_and_its_frequency() -> None:
    count = LONGEST + 10
    impacts = np.full(count, 100, np.uint8)
    impacts[5:15] = 1
    postings = Postings(["甲乙"], np.array([0, count]), np.arange(count, dtype=np.uint32), impacts)
    terms = {t: term for data in pack_shards(postings, []).values() for t, term in read_shard(data)[0].items()}
    kept = {document for document, _ in terms["甲乙"].rows}
    assert terms["甲乙"].frequency == count
    assert set(range(count)) - kept == set(range(5, 15))


def test_shards_are_a_power_of_two() -> None:
    sizes = (0, 1, 1024, 1025, 2048, 2049, 4096, 4097, 2048 * 1024, 2048 * 1024 + 1, 4096 * 1024 + 1, 10**9)
    assert [shard_count(size) for size in sizes] == [1, 1, 1, 2, 2, 4, 4, 8, 2048, 4096, 4096, 4096]


def test_only_names_that_begin_with_a_pair_are_looked_up() -> None:
    assert [nameable(name) for name in ("法典", "法", "法 典", "vocs", "𠮷野法")] == [True, False, False, False, True]


@pytest.mark.parametrize(("tokens", "files"), [(128, 1), (129, 2), (256, 2), (257, 4)])
def test_a_shard_holds_a_kilobyte_of_rows_and_six_bytes_for_each_token(tokens: int, files: int) -> None:
    """A row is two bytes here."""
    postings = Postings(
        [f"甲{chr(0x4E00 + n)}" for n in range(tokens)],
        np.arange(tokens + 1),
        np.zeros(tokens, np.uint32),
        np.full(tokens, 9, np.uint8),
    )
    assert len(pack_shards(postings, [])) == files


@pytest.mark.parametrize(
    ("name", "tokens"),
    [
        (Name("#12", ARTICLE, (1,)), ("#12",)),
        (Name("hpf", REGULATION, (1,)), ("hpf",)),
        (Name("噪声法", REGULATION, (1,)), ("噪声", "声法")),
        (Name("噪声", OWN, (1,)), ("噪声", "噪声")),
        (Name("噪声法2", OWN, (1,)), ("噪声",)),
        (Name("噪声a", OWN, (1,)), ("噪声",)),
    ],
)
def test_a_name_is_looked_up_by_its_first_two_characters_and_its_last_two(name: Name, tokens: tuple[str, ...]) -> None:
    assert name_tokens(name) == tokens


@pytest.mark.parametrize("extra", [0, 1])
def test_as_many_rows_as_may_be_are_kept(extra: int) -> None:
    count = LONGEST + extra
    postings = Postings(["甲乙"], np.array([0, count]), np.arange(count, dtype=np.uint32), np.full(count, 7, np.uint8))
    (term,) = (term for data in pack_shards(postings, []).values() for term in read_shard(data)[0].values())
    assert (term.frequency, len(term.rows)) == (count, 8192)
    assert term.rows[-1] == (8191, 7)  # of equals the first
