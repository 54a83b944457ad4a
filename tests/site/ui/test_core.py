"""What the site's scripts compute without a page: marking by the vectors, memory, runs, sittings, tables."""

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from tests.site.ui._core import run, scripts

pytestmark = pytest.mark.browser

ROOT = Path(__file__).parents[3]
ANSWERS = json.loads((ROOT / "tests" / "vectors" / "answers.json").read_text(encoding="utf-8"))
MARKING = json.loads((ROOT / "tests" / "vectors" / "marking.json").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def page(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with scripts(chromium, tmp_path_factory.mktemp("core")) as opened:
        yield opened


def test_answers_to_blanks_by_the_vectors(page: Page) -> None:
    body = "return x.map((b) => [b.right.filter((t) => !m.fills(b.accepted, t)), b.wrong.filter((t) => m.fills(b.accepted, t))]);"
    assert run(page, "answers", body, ANSWERS["blanks"]) == [[[], []] for _ in ANSWERS["blanks"]]


def test_marking_by_the_vectors(page: Page) -> None:
    found = run(page, "marking", "return x.map((item) => m.markItem(item));", MARKING["items"])
    assert found == [item["score"] for item in MARKING["items"]]


@pytest.mark.parametrize("paper", MARKING["papers"])
def test_papers_by_the_vectors(page: Page, paper: dict[str, Any]) -> None:
    body = """
      const [single, multiple] = (await Promise.all(["single", "multiple"].map((id) => import(`/js/types/${id}.js`)))).map((module) => module.default);
      const items = x.items.map((item) => ({ ...item, type: item.right.length > 1 ? multiple : single }));
      return m.markPaper(items, x.answers, x.rule);"""
    found = run(page, "marking", body, paper)
    assert found == {name: paper[name] for name in ("score", "total", "right", "marks", "topics")}


def test_a_wrong_answer_comes_back_sooner_than_a_right_one(page: Page) -> None:
    body = """
      let memory = m.empty();
      const seen = [];
      for (const [day, right] of x) {
        memory = m.remember(memory, { id: "a", right, page: "practice/air/", stem: "?" }, { at: Date.parse(day), day });
        seen.push([memory.items.a.due, m.isWrong(memory.items.a), memory.items.a.streak]);
      }
      return seen;"""
    days = [("2026-12-30", False), ("2026-12-31", True), ("2027-01-02", True), ("2027-02-27", False)]
    assert run(page, "memory", body, days) == [
        ["2026-12-31", True, 0],
        ["2027-01-02", True, 1],
        ["2027-01-08", False, 2],
        ["2027-02-28", True, 0],
    ]


def test_an_item_never_missed_is_not_in_the_book(page: Page) -> None:
    body = """
      const now = { at: 1000, day: "2026-11-24" };
      let memory = m.remember(m.empty(), { id: "a", right: true, page: "p/q/", stem: "?" }, now);
      memory = m.remember(memory, { id: "b", right: false, page: "p/", stem: "?" }, now);
      memory = m.flagged(m.flagged(m.flagged(memory, "a", true, 1), "b", true, 2), "b", false, 3);
      return [["24", "25", "26"].map((day) => m.counts(memory, `2026-11-${day}`)), m.book(memory).map((item) => item.id),
        m.coming(memory, "2026-11-25", 3), m.standing(memory, "p/q/"), m.standing(memory, "p/"), m.isFlagged(memory, "a"), m.isFlagged(memory, "b")];"""
    numbers = {"seen": 2, "wrong": 1, "flagged": 1}
    assert run(page, "memory", body) == [
        [{**numbers, "due": 0}, {**numbers, "due": 1}, {**numbers, "due": 2}],
        ["b"],
        [1, 1, 0],
        {"known": 0, "learning": 1, "wrong": 0},
        {"known": 0, "learning": 1, "wrong": 1},
        True,
        False,
    ]


def test_an_answer_told_twice_counts_once(page: Page) -> None:
    """Two tabs hand in one paper when its time is up."""
    body = """
      const answer = { id: "a", right: false, page: "p/", stem: "?" };
      const once = m.remember(m.empty(), answer, { at: 7, day: "2026-11-24" });
      return [m.remember(once, answer, { at: 7, day: "2026-11-24" }).items.a.tries, m.remember(once, answer, { at: 8, day: "2026-11-24" }).items.a.tries];"""
    assert run(page, "memory", body) == [1, 2]


def test_a_memory_comes_back_from_its_file(page: Page) -> None:
    body = """
      const now = { at: 1000, day: "2026-11-24" };
      let memory = m.remember(m.empty(), { id: "b", right: false, page: "p/q/", stem: "问" }, now);
      memory = m.flagged(m.remember(memory, { id: "a", right: true, page: "", stem: "答" }, now), "b", true, 5);
      const text = m.exportText(memory);
      return [text === m.exportText(m.importText(text)), m.isFlagged(m.importText(text), "b"), JSON.stringify(m.importText(text).items.b) === JSON.stringify(memory.items.b), text.indexOf('"a"') < text.indexOf('"b"')];"""
    assert run(page, "memory", body) == [True, True, True, True]


OLD = {"tries": 1, "wrong": 1, "streak": 0, "last": "2026-11-24", "due": "2026-11-25", "page": "p/", "stem": "?"}
ITEM = {**OLD, "stability": 0.2, "difficulty": 6.4, "at": 1000}


def test_a_memory_of_the_version_before_goes_on(page: Page) -> None:
    """Items of version 1 have no traces; the longer their row of right answers, the longer they last."""
    body = """
      const found = m.fromStorage({ version: 1, items: { wrong: x[0], once: x[1], often: x[2] } });
      const next = m.remember(found, { id: "often", right: true, page: "p/", stem: "?" }, { at: 1, day: "2027-01-20" });
      return [Object.values(found.items).map((item) => item.due), found.items.wrong.stability < found.items.once.stability, found.items.once.stability < found.items.often.stability, next.items.often.due > "2027-03-01", m.importText(JSON.stringify({ format: "pufa-memory", version: 1, items: { wrong: x[0] } })).items.wrong.tries];"""
    items = [OLD, {**OLD, "streak": 1}, {**OLD, "streak": 4}]
    assert run(page, "memory", body, items) == [
        ["2026-11-25"] * 3,
        True,
        True,
        True,
        1,
    ]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        ("{", "读不出来"),
        ("[]", "不是本站"),
        ('{"format": "pufa-memory", "version": 9, "items": {}}', "别的版本"),
        (json.dumps({"format": "pufa-memory", "version": 2, "items": {"a": {**ITEM, "tries": -1}}}), "1 条记录不完整"),
        (json.dumps({"format": "pufa-memory", "version": 2, "items": {"a": {**ITEM, "last": "2026-13-40"}}}), "1 条"),
        (json.dumps({"format": "pufa-memory", "version": 1, "items": {"a": {**OLD, "page": "https://elsewhere/"}}}), "1 条"),
        (json.dumps({"format": "pufa-memory", "version": 1, "items": {"a": {**ITEM, "page": "../../x/"}}}), "1 条"),
    ],
)  # fmt: skip
def test_a_file_that_is_no_memory_is_refused_in_words(page: Page, text: str, said: str) -> None:
    found = run(
        page, "memory", "try { m.importText(x); return 'taken'; } catch (error) { return error.message; }", text
    )
    assert said in found


def test_of_two_memories_the_later_record_counts(page: Page) -> None:
    mine = {"a": ITEM, "b": {**ITEM, "at": 900}, "c": {**ITEM, "tries": 3}}
    other = {"a": {**ITEM, "at": 1}, "b": {**ITEM, "streak": 2}, "c": ITEM, "d": ITEM}
    body = (
        "const r = m.merge({ items: x[0], flags: {} }, { items: x[1], flags: {} }); return [r.changed, r.memory.items];"
    )
    changed, items = run(page, "memory", body, [mine, other])
    assert changed == 2
    assert items == {"a": ITEM, "b": other["b"], "c": mine["c"], "d": ITEM}


def test_a_run_opens_where_the_learner_stopped_and_ends_when_all_is_answered(page: Page) -> None:
    body = """
      let run = m.createRun(["a", "b", "c"], { a: false, z: true });
      const places = [run.at];
      run = m.next(m.answer(run, true)); places.push(run.at);
      run = m.next(m.answer(m.goTo(run, 99), false)); places.push(run.at);
      return [places, m.summary(run)];"""
    assert run(page, "run", body) == [
        [1, 2, 2],
        {"answered": 3, "right": 1, "wrong": ["a", "c"], "done": True},
    ]


def test_keys_stand_for_options(page: Page) -> None:
    keys = ["1", "4", "5", "0", "a", "D", "e", "Enter", "，", ""]
    assert run(page, "run", "return x.map((key) => m.optionOfKey(key, 4));", keys) == [
        0,
        3,
        -1,
        -1,
        0,
        3,
        -1,
        -1,
        -1,
        -1,
    ]


def test_rows_are_found_and_sorted(page: Page) -> None:
    body = """
      const rows = x.map(([text, value, topic]) => ({ text: m.folded(text), values: { topic }, cells: [{ value }], name: text }));
      const names = (found) => found.map((row) => row.name);
      const fits = (find, chosen) => names(rows.filter((row) => m.matches(row, m.words(find), chosen)));
      return [fits("ＶＯＣ 罚", {}), fits("", { topic: "气" }), fits("", { topic: "" }).length, m.choices(rows, "topic"),
        names(m.sorted(rows, 0, "number", -1)), names(m.sorted(rows, 0, "number", 1)), names(m.sorted(rows, 0, "text", 1))];"""
    rows = [["VOC 处罚", "20", ["气", "水"]], ["噪声", "", ["声"]], ["废水", "100", ["水"]], ["扬尘", "3", ["气"]]]
    assert run(page, "table", body, rows) == [
        ["VOC 处罚"],
        ["VOC 处罚", "扬尘"],
        4,
        [["气", 2], ["声", 1], ["水", 2]],
        ["废水", "VOC 处罚", "扬尘", "噪声"],
        ["扬尘", "VOC 处罚", "废水", "噪声"],
        ["噪声", "扬尘", "VOC 处罚", "废水"],
    ]


def test_pieces_are_the_text_again(page: Page) -> None:
    body = "return [m.pieces(x, [[0, 2], [4, 5]]), m.pieces(x, []), m.pieces('', [])];"
    first, plain, none = run(page, "pieces", body, "夜间施工噪声")
    assert [(piece["text"], piece["marked"]) for piece in first] == [
        ("夜间", True),
        ("施工", False),
        ("噪", True),
        ("声", False),
    ]
    assert [piece["text"] for piece in plain] == ["夜间施工噪声"]
    assert none == []
