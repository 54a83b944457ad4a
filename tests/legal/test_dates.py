"""When a text was adopted and from when it holds: headers and last articles made for the purpose."""

import datetime

import pytest

from generator.legal.structure.dates import Dates, dates_of

FIRST = "2001年3月5日第一届河会第二次会议通过"
AMENDED = "根据2010年6月7日《关于修改〈试验河条例〉的决定》修正"


def day(text: str | None) -> datetime.date | None:
    return datetime.date.fromisoformat(text) if text else None


@pytest.mark.parametrize(
    ("header", "last", "adopted", "effective", "amended"),
    [
        ([], [], None, None, False),
        ([FIRST], [], "2001-03-05", None, False),
        ([FIRST], ["本条例自2001年5月1日起施行。"], "2001-03-05", "2001-05-01", False),
        ([FIRST], ["本条例自 2001 年 5 月 1 日 起生效。"], "2001-03-05", "2001-05-01", False),
        ([FIRST], ["2001年5月1日施行"], "2001-03-05", "2001-05-01", False),
        ([FIRST], ["本条例自公布之日起施行。"], "2001-03-05", "2001-03-05", False),
        (["2001年13月5日通过"], ["自2001年2月30日起施行"], None, None, False),
        # an amended text: its last article still tells the day of the first
        ([FIRST, AMENDED], ["本条例自2001年5月1日起施行。"], "2010-06-07", None, True),
        ([FIRST, AMENDED], ["本条例自2010年7月1日起施行。"], "2010-06-07", "2010-07-01", True),
        ([FIRST, AMENDED], ["本条例自公布之日起施行。"], "2010-06-07", "2010-06-07", True),
        # the header names a day after that of force, without an amendment: a reprint or an order
        ([FIRST, "2009年1月1日重新公布"], ["本条例自2001年5月1日起施行。"], "2001-03-05", "2001-05-01", False),
        (["2009年1月1日公布"], ["本条例自2001年5月1日起施行。"], None, "2001-05-01", False),
        ([FIRST, "2001年5月1日公布"], ["本条例自2001年5月1日起施行。"], "2001-05-01", "2001-05-01", False),
        # several days of force: the last is the text's; the header may tell it as well
        ([FIRST], ["甲章自2001年5月1日起施行。", "乙章自2002年1月1日起施行。"], "2001-03-05", "2002-01-01", False),
        ([FIRST + "，自2001年4月1日起施行"], [], "2001-04-01", "2001-04-01", False),
        ([FIRST], ["2001年5月1日以前立项的，不适用本条例。"], "2001-03-05", None, False),
    ],
)
def test_what_header_and_last_articles_tell(
    header: list[str], last: list[str], adopted: str | None, effective: str | None, amended: bool
) -> None:
    assert dates_of(header, last) == Dates(day(adopted), day(effective), amended)
