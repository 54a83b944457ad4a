"""What the page fills is what the command writes: every part of every file of a paper, to the byte."""

import base64
import json
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest
from playwright.sync_api import Browser, Page

from generator.exams.paper import Exam, Paper, PaperSection
from generator.exams.shuffle import turned
from generator.exports.base import Wishes
from generator.exports.bundle import formats
from generator.exports.prepared import prepared
from generator.keeping.package import unpacked
from generator.library import Library
from generator.questions.bank import Bank
from generator.questions.item import Item
from generator.site.shelf import OFFERED, shelf_files
from tests.exams._bank import blueprint
from tests.exports._every import HOSTILE, ITEMS, hostile
from tests.exports._paper import LIBRARY
from tests.site.ui._core import LETTERS, run, scripts
from tests.site.ui._sitting import prepare

pytestmark = pytest.mark.browser

#: Titles that formats and packages have to write in another way.
TANGLED = "这道题太长，要由命令写"
TITLES = ("年度测验", '甲/乙 (上) [一] <b> & "引" 100%')
FILL = (
    LETTERS
    + """
  const { TYPES } = await import("/js/types/index.js");
  const { turnOf } = await import("/js/core/turn.js");
  const turn = (entry, seed) => (seed ? turnOf(entry, TYPES[entry.type], seed) : null);
  return x.papers.map(({ title, items }) => m.filled(x.shells, x.fragments, { title, items: items.map(([file, rows, points, entry, seed]) => ({ rows: m.withTexts(file, rows, turn(entry, seed)), points })) })
    .map(({ name, bytes }) => [name, letters(bytes)]));"""
)


@pytest.fixture(scope="module")
def page(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    root = tmp_path_factory.mktemp("fill")
    with scripts(chromium, root) as opened:
        prepare(root)
        yield opened


def parts_of(name: str, content: bytes) -> dict[str, bytes]:
    return unpacked(content) if name.endswith(".xlsx") else {"": content}


def paper_of(items: list[Item], title: str) -> Paper:
    """Items in two sections of other points, halves among them."""
    plan = blueprint({"count": 1}).model_copy(update={"title": title, "marking": "half"})
    half = len(items) // 2
    sections = (
        PaperSection("甲", "single", 2.5, tuple(items[:half])),
        PaperSection("乙", "single", 3.0, tuple(items[half:])),
    )
    return Paper(plan, 1, sections)


def forms_of(paper: Paper) -> list[tuple[Paper, list[str]]]:
    """The paper, and the same items in two later forms; with what each item is turned by."""
    found = [(paper, ["" for _ in paper.items])]
    for form in "BK":
        shuffle = f"{paper.blueprint.id}/{paper.seed}/0/order/{form}"
        sections = [replace(one, items=tuple(turned(item, shuffle) for item in one.items)) for one in paper.sections]
        later = replace(paper, sections=tuple(sections), form=form, alone=False)
        found.append((later, [f"{shuffle}/{item.id}" for item in paper.items]))
    return found


def shelved(library: Library, items: list[Item]) -> dict[str, Any]:
    """The files of the builder's shelf, read."""
    return {asset.path: json.loads(asset.content) for asset in shelf_files(library, Bank(tuple(items)), {})}


def held(page: Page, library: Library, files: dict[str, Any], papers: list[Paper]) -> int:
    """How many files were compared."""
    rows = {
        id: (file, found) for path, file in files.items() if "/rows/" in path for id, found in file["items"].items()
    }
    shells = files["builder/shells.json"]
    entries = {
        id: found["entry"] for path, file in files.items() if "builder/print/" in path for id, found in file.items()
    }
    forms = [form for paper in papers for form in forms_of(paper)]
    compared = 0
    for offered in shells["formats"]:
        name = offered["id"]
        asked = []
        for paper, seeds in forms:
            pointed = [(item.id, section.points) for section in paper.sections for item in section.items]
            kept = [
                [rows[id][0], rows[id][1][name], points, entries[id], seed]
                for (id, points), seed in zip(pointed, seeds, strict=True)
                if not isinstance(rows[id][1][name], str)
            ]
            which = "" if paper.alone else f"（{paper.form} 卷）"
            asked.append({"title": f"{paper.blueprint.title}{which}", "items": kept})
        given: Any = {"shells": offered["shells"], "fragments": shells["fragments"], "papers": asked}
        for (paper, _), made in zip(forms, run(page, "fill", FILL, given), strict=True):
            exam = Exam(paper.blueprint, 1, (paper,))
            wanted = formats()[name].export(library, exam, Wishes(skip_unsupported=True)).named
            assert len(made) == len(wanted)
            for (file, content), (other, parts) in zip(made, wanted.items(), strict=True):
                compared += 1
                assert other == file.replace(".", f"{paper.suffix}.")
                assert parts_of(file, base64.b64decode(content)) == parts_of(file, parts), (name, file)
    return compared


def test_every_type_in_every_format_is_as_the_command_writes_it(page: Page) -> None:
    items = list(ITEMS.values())
    papers = [paper_of(items, title) for title in TITLES] + [
        paper_of(items[::-1], TITLES[0]),
        paper_of(items[:2], "二"),
    ]
    assert held(page, LIBRARY, shelved(LIBRARY, items), papers) == 3 * (len(OFFERED) + 1) * len(papers)


def test_a_long_paper_is_too(page: Page) -> None:
    """More than a hundred rows: numbers of three digits, and none taken for one that is part of a text."""
    items = list(ITEMS.values())
    assert held(page, LIBRARY, shelved(LIBRARY, items), [paper_of(items * 12, "长卷 11 12 907.5")]) > 0


def test_what_is_cut_is_left_to_the_command() -> None:
    long = replace(ITEMS["single"], id="long", stem="字" * 32_764)
    found = prepared(formats()["wjx"], LIBRARY, [*ITEMS.values(), *[long] * 2])
    assert found.unfit["long"] == TANGLED
    assert "long" not in found.rows


@pytest.mark.parametrize("number", [place for place, text in enumerate(HOSTILE) if text.isprintable() or "\n" in text])
def test_text_that_means_harm_is_written_alike(page: Page, number: int) -> None:
    items = [replace(one, id=f"{one.id}/{number}") for one in hostile(HOSTILE[number]).papers[0].items]
    files = shelved(LIBRARY, items)
    tangled = {
        id
        for path, file in files.items()
        if "/rows/" in path
        for id, found in file["items"].items()
        if TANGLED in found.values()
    }
    printed = {id: found for path, file in files.items() if "builder/print/" in path for id, found in file.items()}
    tangled |= {id for id, found in printed.items() if isinstance(found, str)}
    assert len(tangled) < len(items)
    kept = [one for one in items if one.id not in tangled]
    assert held(page, LIBRARY, files, [paper_of(kept, "卷")]) > 0
