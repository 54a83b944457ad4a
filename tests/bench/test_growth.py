"""The gate on growth: what is above its record or grows faster than the content is named."""

import json
import re

from tests.bench import growth, performance

RECORD = {"items": 100, "skips": 100, "pages": 100, "files": 100, "bytes": 1000, "blocks": 1000, "peak_mb": 200}


def test_what_has_grown_is_named() -> None:
    assert growth.grown(RECORD, RECORD) == []
    assert growth.grown({**RECORD, "bytes": 1020, "peak_mb": 220, "items": 90}, RECORD) == []
    more = growth.grown({**RECORD, "bytes": 1021, "peak_mb": 221}, RECORD)
    assert [line.partition(":")[0] for line in more] == ["bytes", "peak_mb"]


def test_what_grows_faster_than_the_content_is_named() -> None:
    half = {name: value / 2 for name, value in RECORD.items()}
    assert growth.uneven(RECORD, half) == []
    assert growth.uneven(RECORD, {**half, "items": 45, "peak_mb": 10}) == [
        "items: 100 at the whole size, 45 at half of it"
    ]


def test_the_record_names_all_that_is_counted() -> None:
    assert json.loads(growth.RECORDED.read_text("utf-8")).keys() == growth.MARGINS.keys()


def test_the_page_has_a_place_for_each_bench_and_only_that_is_written() -> None:
    page = "甲\n<!-- bench: one --all -->\n旧\n<!-- /bench -->\n乙\n<!-- bench: two -->\n<!-- /bench -->\n"
    assert performance.places(page) == {"one": "one --all", "two": "two"}
    changed = performance.put(page, "one", performance.held("1 2\n", "今天。"))
    assert changed == page.replace("旧\n", "今天。\n\n```text\n1 2\n```\n")
    assert performance.put(changed, "one", "旧\n") == page


def test_every_place_of_the_page_is_a_bench_and_was_written_by_it() -> None:
    page = performance.PAGE.read_text("utf-8")
    for name, command in performance.places(page).items():
        assert (performance.ROOT / "tests" / "bench" / f"{name.replace('-', '_')}.py").is_file(), command
    written = [found["held"] for found in performance._PLACE.finditer(page) if found["held"]]
    assert all("```text" in held and "提交" in held for held in written)
    by_benches = re.compile(
        r"<!-- (\w+): begin -->.*?<!-- \1: end -->", re.DOTALL
    )  # those that write tables themselves
    tables = [
        line for line in by_benches.sub("", performance._PLACE.sub("", page)).splitlines() if line.startswith("|")
    ]
    assert tables == []
