"""A long list in two: what its page holds, what the file holds, and the page with all."""

import json
import re

from generator.site.longlists import KEPT, WHOLE, shortened
from generator.site.page import Asset, Page


def page_of(rows: list[str], mark: str = " data-long") -> Page:
    body = f'<h1>表</h1>\n<p><a href="../x/">甲</a></p>\n<pufa-table{mark} data-kind="term"><table><thead><tr><th>词</th></tr></thead><tbody>\n{"".join(rows)}</tbody></table>\n</pufa-table>\n<p>后</p>'
    return Page("terms", "表 & 格", body, "说", "栏", focused=False)


def row(number: int, more: str = "") -> str:
    return f'<tr id="t{number}" data-topic="水|气"{more}><th scope="row"><a href="../c/{number}/">词 &lt;{number}&gt;</a><small>又</small></th><td>{"字" * 90}</td></tr>\n'


ROWS = [row(number) for number in range(400)]


def test_a_short_list_and_one_that_asks_for_nothing_stay_whole() -> None:
    [made] = shortened(page_of(ROWS[:9]))
    assert isinstance(made, Page)
    assert '<pufa-table data-kind="term">' in made.body
    assert list(shortened(page_of(ROWS, mark=""))) == [page_of(ROWS, mark="")]


def test_rows_stand_once_in_order_and_every_anchor_stays() -> None:
    page, file, whole, *further = shortened(page_of(ROWS))
    assert isinstance(page, Page)
    assert isinstance(file, Asset)
    assert isinstance(whole, Page)
    [held] = re.findall(r"<tbody>\n(.*?)</tbody>", page.body, re.DOTALL)
    rest = json.loads(file.content)["rows"]
    assert held + rest == "".join(ROWS)
    assert KEPT // 2 < len(held.encode()) <= KEPT
    assert [f"t{n}" for n in range(400)] == re.findall(r'\bid="(t\d+)"', page.body)
    assert '<a id="t99" href="../lists/terms/#t99">词 &lt;99&gt; 又</a>' in page.body
    assert '<a id="t399" href="../lists/terms/2/#t399">词 &lt;399&gt; 又</a>' in page.body
    [second] = further
    assert isinstance(second, Page)
    assert (second.path, second.title) == ("lists/terms/2", "表 & 格：全部（2／2）")
    assert [f"t{n}" for n in range(400)] == re.findall(r'\bid="(t\d+)"', whole.body + second.body)
    assert max(len(one.body.encode()) for one in (whole, second)) < WHOLE + 2_000
    assert 'href="../../../c/399/"' in second.body
    assert '<a href="../../../lists/terms/">第 1 页</a> <b aria-current="page">第 2 页</b>' in second.body
    assert page.body.endswith("<p>后</p>")
    assert (file.path, whole.path) == ("lists/terms.json", "lists/terms")
    assert 'data-total="400"' in page.body
    assert 'data-rest="../lists/terms.json"' in page.body
    assert "&quot;水&quot;: 400" in page.body


def test_links_of_the_whole_list_lead_where_they_led() -> None:
    _, _, whole, last = shortened(page_of([row(0, ' data-odd="a"'), *ROWS, '<tr><th>无</th><td><a href="#t3">参</a><a href="https://x.example/">外</a><a href="b.xlsx">乙</a></td></tr>\n']))  # fmt: skip
    assert isinstance(whole, Page)
    assert isinstance(last, Page)
    assert 'href="../../c/99/"' in whole.body
    assert 'href="../../../c/399/"' in last.body
    assert '<a href="../../../lists/terms/#t3">' in last.body  # the row stands on the other page
    assert '<a href="https://x.example/">' in last.body
    assert '<a href="../../b.xlsx">' in last.body
    assert "pufa-table" not in whole.body + last.body


def test_a_row_without_an_anchor_has_none_and_a_huge_row_stands_alone() -> None:
    page, *_ = shortened(page_of([f"<tr><th>{'大' * KEPT}</th></tr>\n", *("<tr><th>小</th></tr>\n" for _ in range(3))]))
    assert isinstance(page, Page)
    assert page.body.count("<tr><th>") == 1 + 1  # the head of the table, too
    assert '<a id="' not in page.body
