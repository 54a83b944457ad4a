"""Time limits in the browser: the same as in Python by the vectors, and as an owner enters a day."""

import datetime
import json
import re
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Browser, Page, expect

from generator.exports.ical import Day, ics_of
from generator.legal.deadlines import national
from generator.site.pages.deadlines import calendar_data
from tests.browser import serve
from tests.conftest import ROOT
from tests.site.ui._core import run

pytestmark = pytest.mark.browser
VECTORS = json.loads((ROOT / "tests" / "vectors" / "deadlines.json").read_text(encoding="utf-8"))
COUNT = """const known = m.readCalendar(x.calendar);
  return x.cases.map((one) => { try { return m.due(one.start, one, known, one); } catch (error) { return error.message; } });"""


def test_by_the_vectors(core: Page) -> None:
    calendar = json.loads(calendar_data(national()))
    found = run(core, "deadlines", COUNT, {"calendar": calendar, "cases": VECTORS["cases"]})
    assert found == [{name: case[name] for name in ("day", "nominal", "off", "sure")} for case in VECTORS["cases"]]
    refused = run(core, "deadlines", COUNT, {"calendar": calendar, "cases": VECTORS["refused"]})
    assert refused == [case["says"] for case in VECTORS["refused"]]


def test_days_that_are_none(core: Page) -> None:
    days = ["2026-02-30", "2026-2-3", "26-02-03", "", "2026-02-28", "2200-01-01"]
    assert run(core, "deadlines", "return x.map(m.isDay);", days) == [False, False, False, False, True, False]


def test_a_calendar_file_has_whole_days_escaped_and_lines_of_75_octets(core: Page) -> None:
    event = {
        "id": "a",
        "day": "2026-12-31",
        "title": "缴款，最迟；今天",
        "text": "一\n二, 三; 四\\ " + "很长的说明" * 20,
    }
    text = run(core, "ics", "return m.calendarFile(x, '20261128T000000Z');", [event])
    assert text.startswith("BEGIN:VCALENDAR\r\nVERSION:2.0\r\n")
    assert text.endswith("END:VCALENDAR\r\n")
    assert "DTSTART;VALUE=DATE:20261231\r\nDTEND;VALUE=DATE:20270101\r\n" in text
    assert all(len(line.encode()) <= 75 for line in text.split("\r\n"))
    whole = text.replace("\r\n ", "")
    assert "DESCRIPTION:一\\n二\\, 三\\; 四\\\\ 很长的说明" in whole


def test_the_calendar_of_the_page_is_that_of_the_command(core: Page) -> None:
    days = [
        Day(
            "duty/甲",
            datetime.date(2026, 12, 31),
            "缴款，最迟；今天, 快;\\n",
            "一\n二, 三; 四\\ " + "很长的说明" * 20,
            "FREQ=YEARLY",
            7,
        ),
        Day("b", datetime.date(2028, 2, 29), "a" * 70, "说" * 24 + "b"),
    ]
    given = [
        {"id": d.id, "day": d.day.isoformat(), "title": d.title, "text": d.text, "rule": d.rule, "alarm": d.alarm}
        for d in days
    ]
    text = run(core, "ics", "return m.calendarFile(x, '20261128T000000Z', '餐饮, 甲');", given)
    assert text.encode() == ics_of(days, datetime.date(2026, 11, 28), "餐饮, 甲")


@pytest.fixture
def page(chromium: Browser, mini_site: Path) -> Iterator[Page]:
    with serve(mini_site) as address:
        opened = chromium.new_page(viewport={"width": 390, "height": 844})
        faults: list[str] = []
        opened.on("pageerror", lambda error: faults.append(str(error)))
        opened.clock.set_fixed_time("2026-10-28T09:00:00")
        opened.goto(address + "deadlines/")
        yield opened
        opened.close()
    assert faults == []


def test_an_owner_enters_a_day_and_reads_the_last_ones(page: Page, tmp_path: Path) -> None:
    section = page.locator("#told")
    expect(section.locator("[data-due]").first).to_have_text("5日（工作日）")
    page.get_by_label("收到登记通知的日子").fill("2026-10-26")
    dues: Any = section.locator("[data-due]")
    expect(dues.nth(0)).to_contain_text("最迟 2026年11月2日（星期一）5日（工作日），还有 5 天")
    expect(dues.nth(1)).to_contain_text("2026年11月10日（星期二）")
    expect(dues.nth(2)).to_contain_text("2027年4月26日")
    expect(dues.nth(2)).to_contain_text("还没有放假安排")
    assert page.url.endswith("?told=2026-10-26")
    page.reload()
    expect(page.get_by_label("收到登记通知的日子")).to_have_value("2026-10-26")
    with page.expect_download() as saved:
        page.get_by_role("button", name="加到手机日历").click()
    text = Path(saved.value.path()).read_text(encoding="utf-8")
    assert re.findall(r"DTSTART;VALUE=DATE:(\d+)", text) == ["20261102", "20261110", "20270426"]
    assert "SUMMARY:最后一天：" in text
    assert "DESCRIPTION:还有两天，最后一天：" in text  # told two days before
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")
    page.get_by_role("button", name="清空日子").click()
    expect(section.locator("[data-due]").first).to_have_text("5日（工作日）")


def test_without_scripts_the_periods_stand_there(chromium: Browser, mini_site: Path) -> None:
    with serve(mini_site) as address:
        context = chromium.new_context(java_script_enabled=False)
        opened = context.new_page()
        opened.goto(address + "deadlines/")
        expect(opened.locator("#told")).to_contain_text("5日（工作日）")
        expect(opened.locator("#told")).to_contain_text("有话可以到管理局说")
        context.close()
