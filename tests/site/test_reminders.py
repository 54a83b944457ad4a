"""The days of a trade, and of a checklist as ticked."""

import datetime

import pytest

from generator.kinds.industry import Industry
from generator.library import Library
from generator.site.reminders import Checklist, Reminder, days_of, read_checklist, reminders

DAY = datetime.date(2026, 8, 20)


@pytest.fixture
def found(mini_library: Library) -> tuple[Reminder, ...]:
    (fishing,) = (one for one in mini_library.of("industry", Industry) if one.id == "fishing")
    return reminders(mini_library, fishing)


def test_a_trade_has_the_days_that_return(found: tuple[Reminder, ...]) -> None:
    (day,) = days_of(found, DAY)
    assert (day.id, day.day, day.rule) == ("duty/log-water", datetime.date(2026, 9, 5), "FREQ=MONTHLY")
    assert day.title == "最迟今天：记下每天取多少水"
    assert "每月五日以前。每天。开始取水以后。不做：最高 20万元" in day.text
    assert day.text.endswith("第5条（示例）。")


def test_a_checklist_adds_what_is_not_done_and_leaves_out_what_does_not_concern(found: tuple[Reminder, ...]) -> None:
    soon = DAY + datetime.timedelta(days=7)
    ticked = Checklist(frozenset({"duty/register-first"}))
    assert [(day.id, day.day) for day in days_of(found, DAY, ticked)] == [
        ("duty/log-water", datetime.date(2026, 9, 5)),
        ("duty/boats-tied", soon),
        ("duty/signs-kept", soon),
    ]
    boats = Checklist(frozenset(), {"activities": ("boating",)})
    assert [day.id for day in days_of(found, DAY, boats)] == ["duty/boats-tied", "duty/signs-kept"]


def test_the_file_of_a_page_is_read_and_others_are_refused() -> None:
    ticks = {"fishing-ponds": {"duty/a": {"state": "done"}, "duty/b": {"state": ""}, "duty/c": 1}}
    value = {"kind": "pufa-owner", "version": 1, "choices": {"fishing-ponds": {"activities": ["x", 1]}}, "ticks": ticks}
    assert read_checklist(value, "fishing-ponds") == Checklist(frozenset({"duty/a"}), {"activities": ("x",)})
    for bad, said in (
        ([], "不是清单文件"),
        ({"kind": "other"}, "不是清单文件"),
        ({**value, "version": 2}, "版本"),
        ({**value, "choices": 3, "ticks": {"other": {}}}, "没有 fishing-ponds 这一页；有：other"),
    ):
        with pytest.raises(ValueError, match=said):
            read_checklist(bad, "fishing-ponds")
