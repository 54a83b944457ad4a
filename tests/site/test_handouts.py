"""Leaflets: two pages, in the records' own words, with whom to ask and the way to the page."""

import dataclasses
import io
import zipfile

import docx
import pytest
from hypothesis import given
from hypothesis import strategies as st
from pypdf import PdfReader

from generator.exports.codes import png, svg
from generator.exports.papers.document import Code, Document, NewPage, Para
from generator.kinds.conduct import Conduct
from generator.kinds.industry import Industry
from generator.kinds.must_know import MustKnow
from generator.library import Library
from generator.site.handouts.conduct import conduct_leaflet
from generator.site.handouts.leaflet import Bullet, Group, fitted
from generator.site.handouts.mastery import must_know
from generator.site.handouts.trade import trade
from generator.site.handouts.write import WRITERS
from tests.conftest import CONTENT_DAY


@pytest.fixture
def real(content_library: Library) -> Library:
    return content_library


def at(library: Library, url: str) -> Library:
    return dataclasses.replace(library, site=library.site.model_copy(update={"url": url}))


def lines(document: Document) -> list[str]:
    found = []
    for block in document.blocks:
        paras = block.beside if isinstance(block, Code) else (block,)
        found += ["".join(run.text for run in para.runs) for para in paras if isinstance(para, Para)]
    return found


def pages(document: Document) -> int:
    return len(PdfReader(io.BytesIO(WRITERS["pdf"](document, CONTENT_DAY))).pages)


def test_a_trade_is_told_what_to_do_by_when_at_what_price_and_whom_to_ask(mini_library: Library) -> None:
    (fishing,) = (one for one in mini_library.of("industry", Industry) if one.id == "fishing")
    told = lines(trade(mini_library, fishing))
    assert told[:2] == ["垂钓园要做什么", "从湖里取水养鱼的人看这一页。"]
    first = told.index("□ 取水以前先登记")
    assert told[first + 1] == "取水以前。要从湖里取水"
    assert told[first + 2].startswith("不做：")
    assert told[first + 2].endswith("第5条（示例）")
    assert "到日子要做" in told
    assert any(line.startswith("什么情况不罚") for line in told)
    asked = told[told.index("问谁") + 1]
    assert asked == "试验湖区管理局（示例），湖边一号：向用水的人讲湖泊法（示例）"


def test_whom_to_ask_is_who_acts_on_most_of_it(real: Library) -> None:
    asked = {}
    for industry in real.of("industry", Industry):
        told = lines(trade(real, industry))
        asked[industry.id] = [line.partition("（示例）")[0] for line in told[told.index("问谁") + 1 :][:2]]
    assert "住房城乡建设部门" in asked["construction"]
    assert not any("海关" in line for id, found in asked.items() for line in found if id in ("catering", "printing"))


def test_a_code_leads_to_the_page_where_the_address_is_known(mini_library: Library) -> None:
    (fishing,) = (one for one in mini_library.of("industry", Industry) if one.id == "fishing")
    assert not any(isinstance(block, Code) for block in trade(mini_library, fishing).blocks)
    document = trade(at(mini_library, "https://lake.example/law/"), fishing)
    (code,) = (block for block in document.blocks if isinstance(block, Code))
    assert code.address == "https://lake.example/law/guides/fishing-ponds/"
    written = WRITERS["docx"](document, CONTENT_DAY)
    (picture,) = docx.Document(io.BytesIO(written)).inline_shapes
    assert picture.width == picture.height > 1_000_000
    with zipfile.ZipFile(io.BytesIO(written)) as package:
        (name,) = (name for name in package.namelist() if name.endswith(".png"))
        assert package.read(name) == png(code.address)
    assert written == WRITERS["docx"](document, CONTENT_DAY)
    assert PdfReader(io.BytesIO(WRITERS["pdf"](document, CONTENT_DAY))).pages
    assert svg(code.address).startswith("<svg")


def test_the_address_of_mkdocs_serves_where_site_yml_has_none(write, built) -> None:
    write("mkdocs.yml", "site_name: 甲\nsite_url: https://a.example/\n")
    assert built()[0].site.url == "https://a.example/"
    write("content/site.yml", "url: https://b.example/\n")
    assert built()[0].site.url == "https://b.example/"


def leaflets(library: Library) -> list[Document]:
    """Those of all trades and lists, the fullest last."""
    known = at(library, "https://pufa.example/")
    trades = [trade(known, one) for one in library.of("industry", Industry)]
    lists = [must_know(known, one) for one in library.of("must-know", MustKnow)]
    return sorted((*trades, *lists), key=lambda one: sum(map(len, lines(one))))


def test_the_fullest_trades_and_lists_of_the_content_take_two_pages(real: Library) -> None:
    assert {one.title: count for one in leaflets(real)[-3:] if (count := pages(one)) > 2} == {}


@pytest.mark.slow  # a PDF of each
def test_every_trade_and_every_list_of_the_content_takes_two_pages(real: Library) -> None:
    found = {one.title: pages(one) for one in leaflets(real)}
    assert len(found) > 16
    assert {title: count for title, count in found.items() if count > 2} == {}


def size(conduct: Conduct) -> int:
    """About how much there is to tell."""
    return len(conduct.title) + sum(len(penalty.tiers) for penalty in conduct.penalties) * 20


def test_the_fullest_conducts_take_two_pages(real: Library) -> None:
    known = at(real, "https://pufa.example/")
    fullest = sorted(real.conducts, key=size)[-6:]
    assert {one.id: count for one in fullest if (count := pages(conduct_leaflet(known, one))) > 2} == {}


def test_what_one_page_would_hold_is_turned_over(real: Library) -> None:
    short = sorted(real.conducts, key=size)[:5]
    shortest = min(short, key=lambda one: len(lines(conduct_leaflet(real, one))))
    document = conduct_leaflet(real, shortest)
    assert pages(document) == 2
    turn = document.blocks.index(NewPage())
    assert sum(isinstance(block, Para) for block in document.blocks[:turn]) > 3


def test_a_conduct_is_told_tier_by_tier(real: Library) -> None:
    conduct = real.get("conduct", "eia-unapproved-construction")
    assert isinstance(conduct, Conduct)
    told = lines(conduct_leaflet(real, conduct))
    place = told.index("● 建设单位，报告书")
    assert told[place + 1].startswith("处20万元以上100万元以下的罚款")
    assert "生态环境法典 第1095条第1款" in told[place + 2]


def test_a_list_has_what_is_to_be_applied_first(real: Library) -> None:
    listed = real.get("must-know", "officers")
    assert isinstance(listed, MustKnow)
    told = lines(must_know(real, listed))
    heads = [line for line in told if line.startswith("要")]
    assert heads[0].startswith("要会用的")
    assert any(line.startswith("□ 生态环境法典 第51条　") for line in told)


points = st.lists(st.text("甲", min_size=1, max_size=120).map(Bullet), min_size=1, max_size=9).map(tuple)
groups = st.lists(st.builds(Group, st.just("组"), points, st.integers(1, 9), st.integers(0, 3)), max_size=5)


@given(groups, st.floats(0, 1500))
def test_more_room_shows_more_and_what_is_left_out_is_counted(given: list[Group], room: float) -> None:
    few, some, all_of = (fitted(given, points) for points in (0, room, 1e6))
    shown = [sum(len(group.points) for group in found) for found in (few, some, all_of)]
    assert shown == sorted(shown)
    assert shown[0] == sum(min(group.least, group.most, len(group.points)) for group in given)
    assert shown[2] == sum(min(group.most, len(group.points)) for group in given)
    assert [len(group.points) + group.more for group in all_of] == [len(group.points) for group in given]
