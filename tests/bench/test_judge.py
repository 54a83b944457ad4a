"""The judge says yes to the article and to what cites it, and to nothing else."""

from pathlib import Path

import pytest

from tests.bench._judge import Judge, Query

LAW = "中华人民共和国示例环境法典"
QUERY = Query("未批先建", LAW, (95,))


@pytest.fixture
def judge(tmp_path: Path) -> Judge:
    pages = {
        "regulations/fd": "<h1>示例环境法典<a href='#x'>¶</a></h1><h2 id=a95>九十五</h2><a href='#a96'>96</a><h2 id=a96>九十六</h2><a href='#a95'>95</a>",
        "conducts/wpxj": "<h1>未批先建</h1><a href='../../regulations/fd/#a95'>第95条</a>",
        "conducts/zs": "<h1>噪声</h1><a href='../../regulations/fd/#a950'>第950条</a>",
        "glossary": "<h2 id=one>甲</h2><a href='../regulations/fd/index.html#a95'>95</a><h2 id=two>乙</h2><p>无</p>",
    }
    for path, html in pages.items():
        (tmp_path / path).mkdir(parents=True)
        (tmp_path / path / "index.html").write_text(f"<!doctype html><body>{html}", encoding="utf-8")
    return Judge(tmp_path)


@pytest.mark.parametrize(
    ("address", "answers"),
    [
        ("regulations/fd/#a95", True),
        ("regulations/fd/#a96", False),
        ("regulations/fd/", False),
        ("conducts/wpxj/", True),
        ("conducts/wpxj/#nowhere", True),
        ("conducts/zs/", False),
        ("glossary/", True),
        ("glossary/#one", True),
        ("glossary/#two", False),
    ],
)
def test_answers(judge: Judge, address: str, answers: bool) -> None:
    assert judge.answers(address, QUERY) is answers


def test_a_law_without_a_page_is_an_error(judge: Judge) -> None:
    with pytest.raises(LookupError, match="另一部法"):
        judge.answers("conducts/wpxj/", Query("x", "另一部法", (1,)))
