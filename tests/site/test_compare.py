"""What is listed above a comparison of two texts."""

from markupsafe import Markup

from generator.legal.alignment import aligned
from generator.library.comparing import Row
from generator.site.pages.compare import anchor, changed_rows

WORDS = "河边不得倒垃圾 渔民应当领取船证 桥头设立护栏标志 夜里禁止敲锣打鼓 果园按时喷药登记 牧羊路线由村里画 井水每月化验一次 学生春天植树三棵 灯会须先报请批准 集市收摊清扫地面 庙会商贩自带桶箱 祠堂修缮保留原样"
OLD = {str(n): f"{words}，违反的由河长劝阻。" for n, words in enumerate(WORDS.split(), 1)}


def test_changed_articles_are_led_to_where_most_are_as_they_were() -> None:
    new = {**OLD, "5": OLD["5"].replace("按时", "每年"), "13": "新来的一条讲的是另一件完全不同的事。"}
    del new["9"]
    rows = [(Row(pair), Markup(), Markup()) for pair in aligned(OLD, new)]
    first, second = rows[:6], rows[6:]
    found = [(path, id, row.pair.change) for path, id, row in changed_rows(["对照", "对照/2"], [first, second])]
    assert sorted(found) == [
        ("对照", "o5", "changed"),
        ("对照/2", "n13", "added"),
        ("对照/2", "o9", "removed"),
    ]
    assert len({anchor(row) for row, *_ in rows}) == len(rows)
    assert not list(changed_rows(["对照"], [[row for row in rows if row[0].pair.change != "same"]]))
