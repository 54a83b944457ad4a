"""The page of results: whole by itself, and what came from tables stays text."""

import re
from html.parser import HTMLParser
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest
from playwright.sync_api import Browser

from generator.sitting.analysis.page import LISTED, _environment, analysis_page
from generator.sitting.analysis.plots import histogram
from generator.sitting.analysis.results import analyse
from generator.sitting.anonymous import anonymous
from generator.sitting.candidates import Sitting
from tests.sitting._forms import FULL, item, keys, options, paper, sit

EVIL = '<script>alert("x")</script><img src=http://evil/x onerror=alert(1)>'
TITLES = {"air": "大气<污染>", "eia": "环评"}


def sitting(people: int = 40) -> Sitting:
    rows = []
    for n in range(people):
        answers = [full if (n * 7 + k) % 5 else "" for k, full in enumerate(FULL)]
        answers[3] = EVIL.replace(";", "") if n % 3 == 0 else answers[3]
        rows.append((f"K{n:03d}{EVIL if n == 1 else ''}"[:60], EVIL, f"单位{n % 3}{EVIL}", *answers))
    return sit(*rows, made=keys(paper()))[0]


def page(found: Sitting, named: bool = True) -> str:
    return analysis_page(analyse(found), TITLES.__getitem__, named).decode()


class Tags(HTMLParser):
    """Every tag with its attributes, and that open and close agree."""

    VOID = frozenset({"meta", "br", "img", "input"})

    def __init__(self) -> None:
        super().__init__()
        self.tags: list[tuple[str, dict[str, str | None]]] = []
        self.open: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, dict(attrs)))

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def test_names_units_and_answers_are_text() -> None:
    parser = Tags()
    parser.feed(page(sitting()))
    assert parser.open == []
    names = {tag for tag, _ in parser.tags}
    assert not names & {"script", "img", "link", "iframe", "object", "base", "form"}
    assert not any(name.startswith("on") or name in {"href", "src", "xlink:href"} for _, a in parser.tags for name in a)
    assert "&lt;script&gt;" in page(sitting())
    assert "大气&lt;污染&gt;" in page(sitting())


def test_it_asks_no_host_for_anything() -> None:
    text = page(sitting())
    assert "default-src &#39;none&#39;" in text or "default-src 'none'" in text
    style = text.split("<style>")[1].split("</style>")[0]
    assert not re.search(r"url\(|@import|@font-face|<", style)


def test_without_names_there_are_none() -> None:
    text = page(anonymous(sitting()), named=False)
    assert not re.search(r"K0\d\d", text)
    assert 'id="people"' not in text
    assert 'id="people"' in page(sitting())


def test_long_lists_are_left_to_the_workbook() -> None:
    text = page(sitting(LISTED + 1))
    assert 'id="people"' not in text
    assert f"考生超过 {LISTED} 人" in text


def test_few_people_are_warned_of() -> None:
    assert "不到 30 人" in page(sitting(29))
    assert "不到 30 人" not in page(sitting(30))
    assert "不到 30 人" not in page(sitting(31))


def test_it_tells_every_item_topic_and_unit() -> None:
    text = page(sitting())
    for n in range(1, len(FULL) + 1):
        assert f'<tr><th data-label="题" scope="row">{n}</th>' in text
    assert text.count("环评") >= 2
    assert not re.search(r"\bnan\b", text, re.IGNORECASE)
    assert "object at" not in text


def test_the_same_marks_give_the_same_bytes() -> None:
    assert page(sitting()) == page(sitting())


@pytest.mark.browser
def test_in_a_browser_it_requests_nothing_and_fits_a_phone(chromium: Browser, tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_text(page(sitting()), encoding="utf-8")
    view = chromium.new_page(viewport={"width": 360, "height": 700})
    asked: list[str] = []
    said: list[str] = []
    view.on("request", lambda request: asked.append(request.url))
    view.on("console", lambda message: said.append(message.text))
    view.on("dialog", lambda dialog: said.append("dialog") or dialog.dismiss())
    view.goto(file.as_uri())
    assert asked == [file.as_uri()]
    assert said == []
    assert view.evaluate("document.documentElement.scrollWidth") <= 360
    assert view.locator("svg[role=img]").count() == 2
    view.close()


def two_forms(people: int) -> Sitting:
    """Half of the people sit form A, half form B; only the first item stands in both."""
    first, *rest = [item(f"q{n}", "single", options("B")) for n in range(9)]
    forms = keys(
        paper("A", (first, *rest[:4]), (2.0,) * 5, alone=False), paper("B", (first, *rest[4:]), (2.0,) * 5, alone=False)
    )
    rows = [(f"{n:03d}", "AB"[n % 2], *("B" if (n * k) % 3 else "A" for k in range(1, 6))) for n in range(people)]
    return sit(*rows, made=forms, header=("考号", "卷别", "1", "2", "3", "4", "5"))[0]


def test_items_are_pooled_over_forms_and_judged_only_by_enough_people() -> None:
    found = analyse(two_forms(40))
    assert {row.item.id: row.people for row, _ in found.items} == {"q0": 40, **{f"q{n}": 20 for n in range(1, 9)}}
    assert all(advice == () for row, advice in found.items if row.people < 30)
    text = page(two_forms(40))
    assert "没有发现需要看的题" not in text or "1 题满 30 人，其中没有发现需要看的题" in text
    assert "8 题不到 30 人作答，没有给建议" in text
    assert "没有发现需要看的题" not in page(two_forms(30)).replace("题满 30 人，其中没有发现需要看的题", "")
    assert "没有发现需要看的题" not in page(two_forms(20))


@pytest.mark.browser
def test_on_a_phone_every_figure_is_named_and_labels_of_plots_are_clear(chromium: Browser, tmp_path: Path) -> None:
    file = tmp_path / "index.html"
    file.write_text(page(sitting()), encoding="utf-8")
    view = chromium.new_page(viewport={"width": 390, "height": 800})
    view.goto(file.as_uri())
    unnamed = (
        "[...document.querySelectorAll('.pf-table td')].filter(c => c.textContent.trim() && !c.dataset.label).length"
    )
    assert view.evaluate(unnamed) == 0
    assert view.evaluate("getComputedStyle(document.querySelector('.pf-table td.num'), '::before').content") not in {
        "none",
        "",
    }
    overlaps = """() => { const boxes = [...document.querySelector('svg').querySelectorAll('text')].map(t => t.getBoundingClientRect());
        return boxes.flatMap((a, i) => boxes.slice(i + 1).filter(b =>
            a.left < b.right && b.left < a.right && a.top + 2 < b.bottom && b.top + 2 < a.bottom)).length; }"""
    assert view.evaluate(overlaps) == 0
    wider = "[...document.querySelectorAll('.pf-plot')].filter(f => f.scrollWidth > f.clientWidth + 1).length"
    assert view.evaluate(wider) == 0
    letters = "[...document.querySelectorAll('.pf-plot text')].map(t => t.getBoundingClientRect()).filter(r => r.height && r.height < 12).length"
    assert view.evaluate(letters) == 0
    view.close()


@pytest.mark.parametrize(("seconds", "shown"), [(90, "1.5"), (599, "10.0"), (600, "10"), (1530, "26")])
def test_minutes_have_a_place_only_where_they_are_few(seconds: float, shown: str) -> None:
    assert _environment().filters["minutes"](seconds) == shown


def test_items_to_look_at_are_told_once_those_with_a_doubtful_key_first() -> None:
    items = tuple(item(f"q{n}", "single", options("B")) for n in range(6))
    made = keys(paper(items=items, points=(2.0,) * 6))
    # who is good at the rest chooses A in the last item; the one before everyone has right
    rows = [(f"{n:03d}", "", "", *("B" if n < 20 + k else "C" for k in range(4)), "B", "A" if n < 22 else "B") for n in range(60)]  # fmt: skip
    found = sit(*rows, made=made)[0]
    advised = [(row, advice) for row, advice in analyse(found).items if advice]
    grave = [row.label for row, advice in advised if any(one.grave for one in advice)]
    other = [row.label for row, _ in advised if row.label not in grave]
    assert grave == ["6"]
    assert other
    listed = re.findall(r'<li( class="grave")?>\s*(?:<[^>]+>)*\s*第?\s*(\d+)', page(found))
    assert [label for _, label in listed] == [*grave, *other]
    assert [bool(mark) for mark, _ in listed] == [True] + [False] * len(other)


def test_the_line_of_the_pass_mark_and_what_too_few_people_say() -> None:
    made = keys(paper(items=tuple(item(f"q{n}", "single", options("B")) for n in range(4)), points=(1.0,) * 4))
    alike = page(sit(*((f"{n}", "", "", "B", "B", "A", "A") for n in range(5)), made=made)[0])
    assert str(histogram((0, 0, 0, 0, 0, 5, 0, 0, 0, 0), 0.6)) in alike
    assert "4 题不到 30 人作答，没有给建议。" in alike
    apart = page(
        sit(*((f"{n}", "", "", *("BBBA" if n < 3 else "AABB" if n < 5 else "BAAB")) for n in range(6)), made=made)[0]
    )
    told = re.search(r"其中 (\d) 题区分度是负的", apart)
    assert told is not None
    assert 1 <= int(told[1]) < 4


def told(found: Sitting, named: bool = True) -> dict[str, Any]:
    """What the page is written from."""
    held: dict[str, Any] = {}

    def render(**values: Any) -> str:
        held.update(values)
        return ""

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(
            "generator.sitting.analysis.page._environment",
            lambda: SimpleNamespace(get_template=lambda _: SimpleNamespace(render=render)),
        )
        analysis_page(analyse(found), TITLES.__getitem__, named)
    return held


def test_candidates_stand_by_their_scores_and_then_by_their_numbers() -> None:
    rows = [("3", "", "", "B", "A"), ("1", "", "", "B", "A"), ("2", "", "", "B", "B"), ("4", "", "", "A", "A")]
    made = keys(paper(items=tuple(item(name, "single", options("B")) for name in "ab"), points=(1.0, 1.0)))
    assert [one.number for one in told(sit(*rows, made=made)[0])["people"]] == ["2", "1", "3", "4"]
    assert told(sit(*rows, made=made)[0], named=False)["people"] == []


def test_as_many_candidates_as_may_be_are_listed() -> None:
    full, over = told(sitting(LISTED)), told(sitting(LISTED + 1))
    assert (len(full["people"]), full["too_many"]) == (LISTED, False)
    assert (over["people"], over["too_many"]) == ([], True)


def test_units_stand_weakest_first_and_one_that_nobody_named_is_none() -> None:
    made = keys(paper(items=(item("a", "single", options("B"), topics=("air",)),), points=(1.0,)))

    def units(*rows: tuple[str, str]) -> list[tuple[str, list[tuple[str, float]]]]:
        answered = [(f"{n}", "", unit, answer) for n, (unit, answer) in enumerate(rows)]
        return [(name, missed) for name, _, missed in told(sit(*answered, made=made)[0])["units"]]

    assert units(("", "B"), ("", "A")) == []
    assert units(("甲", "B"), ("甲", "B")) == [("甲", [])]
    assert units(("", "B"), ("甲", "A"), ("乙", "A")) == [
        ("乙", [(TITLES["air"], 0.0)]),
        ("甲", [(TITLES["air"], 0.0)]),
        ("（未填）", []),
    ]


@pytest.mark.parametrize(("seconds", "minutes"), [(90, "1.5"), (599, "10.0"), (600, "10"), (660, "11"), (60, "1.0")])
def test_minutes_are_told_to_a_tenth_below_ten(seconds: float, minutes: str) -> None:
    assert _environment().filters["minutes"](seconds) == minutes


def test_what_is_not_known_is_a_dash() -> None:
    filters = _environment().filters
    assert [filters[name](value) for name in ("percent", "decimal") for value in (None, 0.256)] == [
        "—",
        "26%",
        "—",
        "0.26",
    ]
