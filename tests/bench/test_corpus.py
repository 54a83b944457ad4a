"""The measurement of a whole collection says what is left out, unread without a reason, or counted wrong."""

from pathlib import Path

import pytest

from tests.bench import corpus

LAW = "# 试验河条例\n<!-- INFO END -->\n第一条 河要清，不得倒垃圾，不得洗油桶。\n第二条 岸要绿，不得挖沙，每年种树。自2020年3月1日起施行。\n"


def test_the_list_names_two_hundred_files() -> None:
    counted = corpus.counts()
    assert len(counted) == 200
    assert sum(number == 0 for number in counted.values()) == 10  # decisions, amendments, and one empty file


def told(file: str, articles: int, sections: int = 0, problems: tuple[str, ...] = ()) -> dict[str, object]:
    return {"file": f"./{file}", "articles": articles, "sections": sections, "problems": list(problems)}


def test_what_does_not_hold_is_said() -> None:
    rows = [told("a.md", 3), told("b.md", 0, 2), told("c.md", 0, 0, ("空",)), told("d.md", 0), told("e.md", 1)]
    assert corpus.judged(["a.md", "z.md"], rows, {"a.md": 3, "e.md": 2}) == [
        "not told of: z.md",
        "neither read nor given a reason: d.md",
    ]
    assert corpus.judged([], rows, {"a.md": 4, "e.md": 2}) == [
        "neither read nor given a reason: d.md",
        "2 of 2 counted wrong",
    ]


def test_a_small_collection_is_measured(tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (tmp_path / "一.md").write_text(LAW, encoding="utf-8")
    (tmp_path / "空.md").write_text("# 空条例\n<!-- INFO END -->\n", encoding="utf-8")
    assert corpus.main([str(tmp_path), "--rate", "0"]) == 0
    assert "2 of 2 files told, 1 with articles" in capsys.readouterr().out
    assert corpus.main([str(tmp_path), "--rate", "1e9"]) == 1
