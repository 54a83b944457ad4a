"""Signs that people can't see or take for others: named with their place, and folded where text is compared."""

import re
import unicodedata
from collections.abc import Callable
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from generator.legal.characters import RADICALS
from generator.library import Library
from generator.problems import Problem, Problems
from generator.reading import read_markdown, read_yaml
from generator.reading.characters import fold, odd, seen
from tests.conftest import ROOT

Built = Callable[..., tuple[Library, list[Problem]]]
UNSEEN = [
    "\u00ad", "\u034f", "\u061c", "\u115f", "\u1160", "\u17b4", "\u180e", "\u200b", "\u200d", "\u200f", "\u202e", "\u2060",
    "\u2064", "\u2069", "\u2800", "\u3164", "\ufe00", "\ufe0f", "\uffa0", "\ufffb", "\ufdd0", "\U0001ffff", "\U000e0001", "\U000e0041", "\U000e0100",
]  # fmt: skip
LIKE = {
    "⺠": "民",
    "⻋": "车",
    "⻓": "长",
    "⻢": "马",
    "⽔": "水",
    "⼈": "人",
    "\uf92c": "郎",
    "\u00a0": " ",
    "\u2003": " ",
}


@pytest.mark.parametrize("sign", UNSEEN, ids=lambda sign: f"{ord(sign):04X}")
@pytest.mark.parametrize("name", ["x.yml", "x.md"])
def test_each_unseen_sign_is_an_error_at_its_place(tmp_path: Path, sign: str, name: str) -> None:
    head = f"id: a\ntitle: 甲{sign}乙\n"
    (tmp_path / name).write_text(f"---\n{head}---\n\n正{sign}文\n" if name == "x.md" else head, encoding="utf-8")
    problems = Problems()
    (read_markdown if name == "x.md" else read_yaml)(tmp_path, tmp_path / name, problems)
    places = ["x.md:3:9", "x.md:6:2"] if name == "x.md" else ["x.yml:2:9"]
    assert [(str(problem.at), problem.code) for problem in problems] == [(place, "E109") for place in places]
    assert all(f"U+{ord(sign):04X}" in problem.message for problem in problems)


@pytest.mark.parametrize(("sign", "like"), LIKE.items(), ids=lambda sign: f"{ord(sign):04X}")
def test_each_double_is_a_warning_that_names_what_it_looks_like(tmp_path: Path, sign: str, like: str) -> None:
    (tmp_path / "x.yml").write_text(f"title: 甲{sign}乙\n", encoding="utf-8")
    problems = Problems()
    read_yaml(tmp_path, tmp_path / "x.yml", problems)
    (problem,) = problems
    assert (str(problem.at), problem.code) == ("x.yml:1:9", "W110")
    assert fold(sign) == like
    assert like == " " or f"像“{like}”" in problem.message


def test_a_file_full_of_them_is_told_in_few_lines(tmp_path: Path) -> None:
    (tmp_path / "x.yml").write_text("title: " + "\u200b⺠" * 1000 + "\n", encoding="utf-8")
    problems = Problems()
    read_yaml(tmp_path, tmp_path / "x.yml", problems)
    assert len(problems) == 42
    assert sum("另有 980 处" in problem.message for problem in problems) == 2


def test_what_people_do_type_is_not_odd() -> None:
    text = "第一条　“普法”——《水法》（2026年）：A—Z，①㎡±×℃…·～〔〕【】Ａ１％ é ß Ω б 々〇 😀\t\n"
    assert list(odd(text)) == []
    assert seen(text) == text


@given(st.text())
def test_folding_is_done_once_and_leaves_nothing_unseen(text: str) -> None:
    folded = fold(text)
    assert fold(folded) == folded
    assert seen(folded) == folded
    assert unicodedata.normalize("NFKC", folded) == folded


def test_ids_keys_and_names_of_laws_are_folded(write: Callable[[str, str], Path], built: Built) -> None:
    law = "{title: 试验法, rank: 法律, issuer: 部门, versions: [{effective: 2020-01-01, articles: 9}], source: 虚构}"
    write("content/regulations/a.yml", "- " + law.replace("{", "{ｉｄ: ｌａｋｅ－ｌａｗ, ", 1) + "\n")
    write("content/terms/a.yml", "- {id: a, ｔｉｔｌｅ: 甲, definition: 乙, basis: [试验⽔法 第１条, 试验法 第1条]}\n")
    library, problems = built()
    assert [record.id for record in library.all("regulation")] == ["lake-law"]
    assert [(problem.code, problem.at.line) for problem in problems if problem.code != "W110"] == [("E302", 1)]


@pytest.mark.parametrize("id", ["con", "nul", "prn", "aux", "com1", "lpt9", "ｎｕｌ"])
def test_ids_that_windows_reserves_are_refused(write: Callable[[str, str], Path], built: Built, id: str) -> None:
    write("content/terms/a.yml", f"- {{id: {id}, title: 甲, definition: 乙, source: 虚构}}\n")
    _, (problem,) = built()
    assert (problem.code, str(problem.at)) == ("E204", "content/terms/a.yml:1:8")
    assert "Windows" in problem.message


@pytest.mark.parametrize("id", ["console", "con-1", "com10", "null"])
def test_ids_that_only_begin_like_them_are_not(write: Callable[[str, str], Path], built: Built, id: str) -> None:
    write("content/terms/a.yml", f"- {{id: '{id}', title: 甲, definition: 乙, source: 虚构}}\n")
    assert built()[1] == []


def test_the_browser_folds_the_same_radicals() -> None:
    script = (ROOT / "generator" / "assets" / "js" / "core" / "characters.js").read_text(encoding="utf-8")
    like = "".join(re.findall(r'"(.*?)"', script[script.index("const LIKE") : script.index("const RADICALS")]))
    assert {0x2E80 + at: sign for at, sign in enumerate(like) if sign != "\u3000"} == {
        code: chr(sign) for code, sign in RADICALS.items()
    }
