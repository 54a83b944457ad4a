"""The index as a whole: equal to counting by hand, equal when built again, and complete."""

import json
from collections import defaultdict
from dataclasses import replace

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from generator.search import postings as inverted
from generator.search.documents import Document
from generator.search.fields import FIELDS, SATURATION, contents, own_title, regulation_names
from generator.search.index import build_index, chunk_size
from generator.search.initials import initials, sound_tokens
from generator.search.postings import FULL, collect
from generator.search.tokens import HAN, split
from tests.search._corpus import SYNONYMS

WORDS = st.text("未批先建的罚款 ab1095第一百条之\n，#", max_size=25)


@given(
    st.lists(
        st.builds(
            Document,
            url=st.just(""),
            title=WORDS,
            kind=st.just("x"),
            heading=WORDS,
            aliases=st.tuples(WORDS),
            digest=WORDS,
            text=WORDS,
        ),
        max_size=6,
    )
)
@settings(max_examples=60)
def test_arrays_count_what_counting_by_hand_counts(documents: list[Document]) -> None:
    names = regulation_names(tuple(documents))
    rows = [contents(document, names) for document in documents]
    expected: dict[tuple[str, int], float] = defaultdict(float)
    for column, field in enumerate(FIELDS):
        lengths = [len(row[column]) for row in rows]
        average = sum(lengths) / max(1, sum(length > 0 for length in lengths)) or 1
        for number, row in enumerate(rows):
            found = sound_tokens(row[column]) if field.sounds else list(split(row[column]))
            if field.alone:
                found += [c for run in HAN.findall(row[column]) if len(run) > 1 for c in run]
            for token in found:
                expected[token, number] += field.weight / (
                    1 - field.length_penalty + field.length_penalty * lengths[number] / average
                )
    postings = collect(rows, [1.0] * len(rows))
    seen = {}
    for i, token in enumerate(postings.tokens):
        for row in range(postings.starts[i], postings.starts[i + 1]):
            seen[token, int(postings.documents[row])] = int(postings.impacts[row])
    assert seen.keys() == expected.keys()
    for key, weight in expected.items():
        assert seen[key] == pytest.approx(FULL * weight / (weight + SATURATION), abs=1.01)


def test_same_documents_same_bytes(corpus: list[Document], built: dict[str, bytes]) -> None:
    turned = dict(reversed(SYNONYMS.items()))
    assert build_index([replace(document) for document in corpus], turned) == built


def test_two_documents_of_one_url_are_refused(corpus: list[Document]) -> None:
    with pytest.raises(ValueError, match="url"):
        build_index([*corpus, corpus[0]])


def test_an_empty_index_has_its_files() -> None:
    assert set(build_index([])) == {"index.json", "p/000.bin"}


def test_chunks_hold_every_document_once(corpus: list[Document], built: dict[str, bytes]) -> None:
    meta = json.loads(built["index.json"])
    chunks = [json.loads(built[f"d/{i}.json"]) for i in range(sum(name.startswith("d/") for name in built))]
    shown = [document for chunk in chunks for document in chunk["documents"]]
    assert [row[0] for row in shown] == [document.url for document in corpus]
    assert {len(chunk["documents"]) for chunk in chunks[:-1]} <= {meta["chunk"]}


def test_boost_weighs_more() -> None:
    row = ["废水废水" if field.name == "text" else "" for field in FIELDS]
    plain, boosted = (collect([row], [boost]).impacts.tolist() for boost in (1.0, 1.25))
    assert all(more > less for more, less in zip(boosted, plain, strict=True))


def test_titles_are_searched_without_the_name_of_their_regulation(corpus: list[Document]) -> None:
    names = regulation_names(tuple(corpus))
    assert names["中华人民共和国示例环境法典"] == ("中华人民共和国示例环境法典", "示例环境法典", "环境法典", "法典")
    assert own_title(corpus[0], names).split() == ["#1"]
    assert "示例环境法典" in own_title(next(d for d in corpus if d.url == "regulations/fd/"), names)


def test_initials_follow_the_phrase() -> None:
    assert initials("未批先建 / 重新报批 / 重点排污 / vocs治理") == ("wpxj", "cxbp", "zdpw", "vocszl")


@pytest.mark.parametrize(
    ("documents", "size", "together"),
    [
        (0, 0, 1),
        (1, 1, 2048),
        (1, 5000, 1),
        (10, 10 * 2048, 1),
        (10, 10 * 1024, 2),
        (10, 10 * 1024 + 1, 1),
        (4096, 10**9, 1),
        (4097, 10**9, 2),
        (8192, 10**9, 2),
        (8193, 10**9, 3),
    ],
)
def test_a_file_holds_two_kilobytes_of_documents_and_there_are_4096_files_at_most(
    documents: int, size: int, together: int
) -> None:
    assert chunk_size(documents, size) == together


def test_documents_are_worked_on_4096_at_a_time_and_found_all_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    """What is worked on at a time bounds the memory."""
    worked: list[int] = []
    merged = inverted._merged

    def watched(columns: list, words: dict) -> tuple:  # type: ignore[type-arg]
        worked.append(len(columns[0][1]))
        return merged(columns, words)

    monkeypatch.setattr(inverted, "_merged", watched)
    empty = ["" for _ in FIELDS]
    marked = [field.name == "title" for field in FIELDS].index(True)
    rows = [
        [*empty[:marked], "船坞" if number % 4096 == 4095 else "仓", *empty[marked + 1 :]] for number in range(8193)
    ]
    found = collect(rows, [1.0] * len(rows))
    assert worked == [4096, 4096, 1]
    held = {
        token: found.documents[found.starts[at] : found.starts[at + 1]].tolist()
        for at, token in enumerate(found.tokens)
    }
    assert held["船坞"] == held["坞"] == [4095, 8191]
    assert len(held["仓"]) == 8191
    assert held["仓"][-1] == 8192
    assert held["仓"] == sorted(held["仓"])


@pytest.mark.parametrize(("boost", "impact"), [(0.0001, 1), (0.5, 79), (1.0, 158), (1.25, 197), (3.0, 255)])
def test_what_a_word_weighs_fits_into_a_byte(boost: float, impact: int) -> None:
    """A title of one word weighs 3: saturated 3 / 3.8 of 200."""
    row = ["船" if field.name == "heading" else "" for field in FIELDS]
    found = collect([row], [boost])
    assert found.impacts[found.tokens.index("船")] == impact


def test_what_is_shown_of_a_document_is_a_thousand_characters_of_digest_and_text() -> None:
    long = Document("a/", "甲", "article", article="第1条", digest="摘" * 999, text="文" * 500)
    longer = Document("b/", "乙", "article", article="第2条", digest="摘" * 1200)
    term = Document("c/", "丙", "term", digest="摘要", text="正文", fine=("一万元", 0.5, 2.0), aliases=("三",))
    files = build_index([long, longer, term, Document("d/", "丁", "term", next=("c/", "nowhere/"))])
    meta = json.loads(files["index.json"])
    rows = [
        dict(zip(meta["shown"], row, strict=True))
        for name in sorted(files)
        if name.startswith("d/")
        for row in json.loads(files[name])["documents"]
    ]
    assert rows[0]["body"] == "摘" * 999 + "\n"
    assert rows[1]["body"] == "摘" * 1000
    assert rows[2]["body"] == "摘要\n正文"
    assert [row["further"] for row in rows] == [
        {"digest": [999]},
        {"digest": [1000]},
        {"aliases": ["三"], "fine": ["一万元", 0.5, 2.0]},
        {"next": [[2, "c/", "丙"]]},
    ]
    assert (meta["version"], meta["documents"], meta["full"]) == (1, 4, 200)
