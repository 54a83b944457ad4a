"""What Python and the page work out alike: numerals, answers to blanks and marking, for whatever people write."""

import json
import unicodedata
from collections.abc import Iterator
from fractions import Fraction
from itertools import pairwise
from typing import Any

import pytest
from hypothesis import given, reject, seed, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page
from pydantic import ValidationError

from generator.discretion.compute import compute
from generator.kinds.benchmark import Benchmark
from generator.legal.numerals import format_decimal, format_number, parse_decimal
from generator.questions import types
from generator.questions.answers import fills, normal
from generator.questions.given import Given, Question
from generator.questions.item import Blank
from generator.site.workings import browser_table
from tests.conftest import ROOT
from tests.site.ui._core import run, scripts

pytestmark = pytest.mark.browser

VECTORS = json.loads((ROOT / "tests" / "vectors" / "numerals.json").read_text(encoding="utf-8"))
FIGURES = st.text("〇零一二两三四五六七八九十百千万亿点0123456789.,", max_size=14)
UNITS = st.sampled_from(["", "元", "个月", "日", "天", "工作日", "年", "倍", "%", "以内", "天以前", "元以上"])
#: Sums and periods as people write them, and any text.
WRITTEN = st.one_of(
    st.builds("".join, st.tuples(st.sampled_from(["", "", " ", "百分之", "约"]), FIGURES, UNITS)),
    st.text(
        st.sampled_from("０１２３４５６７８９．，％一二三十百千万亿元年日 \u3000\ufeff\x1c\x85“”（）。.AaＡΣßİ①½㎡"),
        max_size=10,
    ),
)
MANY = {"max_examples": 25, "deadline": None}
NUMBERS = "return x.map((t) => { const n = m.parseDecimal(t); return n && m.formatDecimal(n); });"
WEIGHED = """
  const names = [...new Set(x.map((row) => row.type))];
  const known = new Map(await Promise.all(names.map(async (id) => [id, (await import(`/js/types/${id}.js`)).default])));
  return x.map(({ type, given, rule, ...item }) => known.get(type).points({ ...item, type: known.get(type) }, given, rule));"""


@pytest.fixture(scope="module")
def page(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with scripts(chromium, tmp_path_factory.mktemp("twins")) as opened:
        yield opened


def numeral(text: str) -> str | None:
    try:
        return format_decimal(parse_decimal(text))
    except ValueError:
        return None


def test_numerals_by_the_vectors(page: Page) -> None:
    plain = [(unicodedata.normalize("NFKC", text).strip(), value) for text, value in VECTORS["numbers"]]
    assert run(page, "numerals", NUMBERS, [text for text, _ in plain]) == [str(value) for _, value in plain]
    refused = [text for text in VECTORS["malformed"] if numeral(text) is None]
    assert run(page, "numerals", NUMBERS, refused) == [None] * len(refused)


@seed(20260815)
@settings(**MANY)
@given(st.lists(FIGURES, min_size=200, max_size=300))
def test_numerals_of_any_figures(page: Page, texts: list[str]) -> None:
    assert run(page, "numerals", NUMBERS, texts) == [numeral(text) for text in texts]


@seed(20260815)
@settings(**MANY)
@given(st.lists(st.integers(0, 10**16 - 1), min_size=50))
def test_every_whole_number_is_read_back(page: Page, numbers: list[int]) -> None:
    assert run(page, "numerals", NUMBERS, [format_number(n) for n in numbers]) == [str(n) for n in numbers]


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("一亿二千万元", "120000000 元"),
        ("二百千元", "二百千元"),
        ("一千五元", "一千五元"),
        ("十二十万元", "十二十万元"),
        ("1万20千元", "1万20千元"),
        ("12万5千元", "125000 元"),
        ("0.1元", "0.1 元"),
        ("1000000000000.01元", "1000000000000.01 元"),
    ],
)
def test_figures_are_read_strictly_on_both_sides(page: Page, text: str, value: str) -> None:
    assert normal(text) == value
    assert run(page, "answers", "return m.normal(x);", text) == value


@seed(20260815)
@settings(**MANY)
@given(st.lists(WRITTEN, min_size=100, max_size=200))
def test_answers_of_any_text(page: Page, texts: list[str]) -> None:
    assert run(page, "answers", "return x.map(m.normal);", texts) == [normal(text) for text in texts]
    pairs = list(pairwise(texts))
    body = "return x.map(([accepted, given]) => m.fills([accepted], given));"
    assert run(page, "answers", body, pairs) == [fills(Blank((accepted,)), text) for accepted, text in pairs]


@st.composite
def answered(draw: st.DrawFn) -> tuple[Question, Given, dict[str, Any]]:
    """A question of any type that a page marks, an answer to it, and the same for the page."""
    type = draw(st.sampled_from(["single", "multiple", "judge", "match", "order", "blank", "calc"]))
    points = draw(st.fractions(Fraction(1, 4), 20, max_denominator=4))
    rule = draw(st.sampled_from(["all_or_nothing", "half", "proportional"]))
    count = draw(st.integers(2, 6))
    right: list[int] = []
    sequence: list[int] = []
    blanks: list[list[str]] = []
    places = st.integers(0, count - 1)
    if type in {"blank", "calc"}:
        blanks = draw(st.lists(st.lists(WRITTEN, min_size=1, max_size=2), min_size=1, max_size=3))
        known = [text for blank in blanks for text in blank]
        told: list[Any] = [draw(st.sampled_from(known) | WRITTEN) for _ in blanks]
        answer = Given(texts=tuple(told))
    elif type == "match":
        sequence = draw(st.lists(places, min_size=1, max_size=count))
        told = [draw(places | st.just(-1)) for _ in sequence]
        answer = Given(tuple(told))
    elif type == "order":
        sequence = draw(st.permutations(range(count)))
        told = draw(st.permutations(range(count)) | st.just([]) | st.just(sequence))
        answer = Given(tuple(told))
    else:
        right = sorted(draw(st.sets(places, min_size=1, max_size=count if type == "multiple" else 1)))
        told = sorted(draw(st.sets(places, max_size=count) | st.just(set(right))))
        answer = Given(tuple(told))
    question = Question(type, points, count, tuple(right), tuple(sequence), tuple(Blank(tuple(b)) for b in blanks))
    row = {"type": type, "points": float(points), "right": right, "sequence": list(sequence), "blanks": blanks}
    return question, answer, {**row, "given": list(told), "rule": rule}


@seed(20260815)
@settings(**MANY)
@given(st.lists(answered(), min_size=30, max_size=60))
def test_points_of_any_answer_to_any_type(page: Page, rows: list[tuple[Question, Given, dict[str, Any]]]) -> None:
    wanted = [
        float(types.named(question.type).earned(question, given, row["rule"], "exact")) for question, given, row in rows
    ]
    assert run(page, "marking", WEIGHED, [row for *_, row in rows]) == wanted


WEIGHTS = st.integers(0, 100) | st.sampled_from([0.5, 2.5, 12.5, 33.33, "1/3", "1/8", "5/12"])
ADJUSTMENTS = st.lists(
    st.tuples(st.integers(-100, 100), st.integers(0, 60)).map(lambda ends: (ends[0], min(100, ends[0] + ends[1]))),
    max_size=2,
)
RARELY = st.sampled_from([0] * 29 + [1])
WORKED = """return x.map(([table, chosen, more]) => {
  try {
    const { least, most, mostIncluded, steps } = m.compute(table, chosen, more);
    return [least, most, mostIncluded, steps];
  } catch (refusal) {
    if (!(refusal instanceof m.Refusal)) throw refusal;
    return refusal.message;
  }
});"""


def weighed(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, str]]:
    """A table of weights, and a level for every factor; at times one that it does not have, or none."""
    count = draw(st.integers(1, 3))
    factors = [
        {"title": f"因素{n}", "levels": [{"label": f"第{i}档", "weight": w} for i, w in enumerate(draw(st.lists(WEIGHTS, min_size=1, max_size=3)))]}
        for n in range(count)
    ]  # fmt: skip
    wrong = draw(RARELY)
    chosen = {
        factor["title"]: "没有这一档"
        if wrong
        else draw(st.sampled_from([level["label"] for level in factor["levels"]]))
        for factor in factors[draw(RARELY) :]
    }
    share = {"max": draw(st.sampled_from([0.5, 1.0, 3.0, 5.0, 7.25])), "base": "总投资额"}
    if draw(st.booleans()):
        share["min"] = share["max"] / draw(st.sampled_from([1, 2, 4]))
    deemed = {"deemed": {"below": draw(st.integers(1, 200_000)), "amount": draw(st.integers(1, 200_000))}}
    base = draw(st.integers(1, 3_000_000))
    kind: dict[str, Any] = draw(
        st.sampled_from(
            [{"base": base, "floor": base // 3}, {"base": base}, {"rate": share}, {"multiple": share}, {"multiple": {**share, **deemed}}]
        )
    )  # fmt: skip
    more = {"start": draw(WEIGHTS), "cap": draw(st.integers(1, 100))}
    return {"method": "weight_sum", "factors": factors, **kind, **more}, chosen


def spans(draw: st.DrawFn) -> tuple[dict[str, Any], dict[str, str]]:
    """A table of intervals by two columns, and what was found; at times what it does not have, or too little."""
    cells = [("甲", "一"), ("甲", "二"), ("乙", "一"), ("丙",)]
    kept = draw(st.lists(st.sampled_from(cells), min_size=1, unique=True))
    intervals = []
    for cell in kept:
        low = draw(st.integers(0, 300_000))
        intervals.append(
            {"circumstances": list(cell), "span": {"min": low, "max": low + draw(st.integers(0, 300_000))}}
        )
    found = draw(st.sampled_from(cells)) if draw(RARELY) else draw(st.sampled_from(kept))
    given = dict(zip(["违法程度", "次数"][: 2 - draw(RARELY)], found, strict=False))
    fields = {"columns": ["违法程度", "次数"], "upper_excluded": draw(st.booleans())}
    return {"method": "interval", "intervals": intervals, **fields}, given


@st.composite
def tables(draw: st.DrawFn) -> tuple[Benchmark, dict[str, str], int | None, dict[str, int | None]]:
    """A benchmark, what was found, a sum of the case, and adjustments, which may be beyond their span."""
    fields, chosen = weighed(draw) if draw(st.booleans()) else spans(draw)
    ends = draw(ADJUSTMENTS)
    adjustments = [{"title": f"调整{n}", "min_percent": low, "max_percent": high} for n, (low, high) in enumerate(ends)]
    adjusted = {
        one["title"]: draw(st.none() | st.integers(one["min_percent"] - draw(RARELY), one["max_percent"]))
        for one in adjustments
        if draw(st.booleans())
    }
    head = {"id": "t", "title": "表", "conduct": "c", "issued_by": "r", "adjustments": adjustments}
    try:
        table = Benchmark.model_validate({**head, **fields})
    except ValidationError:
        reject()
    asked = table.rate or table.multiple
    amount = (
        draw(st.integers(1, 40_000_000) | st.sampled_from([0, None])) if asked or not draw(st.integers(0, 9)) else None
    )
    return table, chosen, amount, adjusted


def reckoned(table: Benchmark, chosen: dict[str, str], amount: int | None, adjusted: dict[str, int | None]) -> Any:
    """As the page tells it: the result with its working, or why there is none."""
    try:
        found = compute(table, chosen, amount=amount, adjusted=adjusted)
    except ValueError as reason:
        return str(reason)
    return [found.least, found.most, found.most_included, [list(step) for step in found.steps]]


@seed(20260815)
@settings(**MANY)
@given(st.lists(tables(), min_size=20, max_size=40))
def test_fines_by_any_table(
    page: Page, rows: list[tuple[Benchmark, dict[str, str], int | None, dict[str, int | None]]]
) -> None:
    told = [
        [browser_table(table), chosen, {"amount": amount, "adjusted": adjusted}]
        for table, chosen, amount, adjusted in rows
    ]
    assert run(page, "discretion", WORKED, told) == [reckoned(*row) for row in rows]
