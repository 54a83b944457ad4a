"""Word files and key.json that the page puts together are those that the command writes, every part to the byte."""

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
from generator.exports.prepared_print import SECTIONS, frame, printed
from generator.keeping.package import unpacked
from generator.questions import types
from generator.questions.item import Item
from tests.exams._bank import blueprint
from tests.exports._every import HOSTILE, ITEMS, hostile
from tests.exports._paper import LIBRARY
from tests.site.ui._core import LETTERS, run, scripts
from tests.site.ui._sitting import prepare

pytestmark = pytest.mark.browser

MAKE = (
    LETTERS
    + """
  const { keyText } = await import("/js/core/key-file.js");
  const { TYPES } = await import("/js/types/index.js");
  const { seedOf, turnOf } = await import("/js/core/turn.js");
  return x.papers.map((paper) => {
    const raw = paper.sections.map((ids) => ids.map((id) => ({ item: x.items[id], takes: x.takes[id] })));
    const turn = ({ entry }, section) => paper.form && turnOf(entry, TYPES[entry.type], seedOf(paper.blueprint, paper.seed, section, "AB"[paper.form], entry.id));
    const sections = raw.map((each, at) => each.map(({ item, takes }) => ({ item: m.inForm(item, turn(item, at)), takes })));
    const printer = new m.Printer(x.frame, x.types, { ...paper, sections });
    const entries = raw.map((each) => each.map(({ item: { entry }, takes }) => ({ entry, takes })));
    return { "paper.docx": letters(printer.word("paper")), "key.docx": letters(printer.word("key")), "keys": [0, 1].map((form) => keyText({ ...paper, sections: entries }, form, TYPES, "?:1:1")) };
  });"""
)


@pytest.fixture(scope="module")
def page(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    root = tmp_path_factory.mktemp("print")
    with scripts(chromium, root) as opened:
        prepare(root)
        yield opened


def paper_of(sections: list[list[Item]], **fields: Any) -> Paper:
    """A paper with a section for each list of items, of points with halves."""
    made = [
        PaperSection(f"第{at}部分", items[0].type, at + 0.5 * (at % 2), tuple(items))
        for at, items in enumerate(sections, 1)
    ]
    plan = blueprint({"count": 1})
    told = [{"title": one.title, "type": one.type, "count": one.count, "points": one.points} for one in made]
    raw = {**plan.model_dump(mode="json", exclude={"source"}), "sections": told}
    raw["pass_mark"] = min(3.5, sum(section.points * section.count for section in made))
    valid = type(plan).model_validate(raw).model_copy(update=fields)
    return Paper(valid, 7, tuple(made), alone=valid.forms == 1)


def later(paper: Paper) -> Paper:
    """The same items in form B, their options turned."""
    sections = (
        replace(one, items=tuple(turned(item, f"{paper.blueprint.id}/{paper.seed}/{at}/order/B") for item in one.items))
        for at, one in enumerate(paper.sections)
    )
    return replace(paper, sections=tuple(sections), form="B")


def key_of(paper: Paper) -> str:
    """key.json as the command writes it."""
    exam = Exam(paper.blueprint, paper.seed, (paper,))
    return formats()["json"].export(LIBRARY, exam, Wishes()).named[f"key{paper.suffix}.json"].decode()


def held(page: Page, papers: list[Paper]) -> None:
    """Every part of every file is as the command writes it."""
    items = {item.id: item for one in papers for item in one.items}
    given = {
        "frame": frame(LIBRARY),
        "types": {
            one.id: {rule: one.directions(rule) for rule in ("all_or_nothing", "half", "proportional")}
            for one in types.all_types()
        },
        "items": {id: printed(LIBRARY, item) for id, item in items.items()},
        "takes": {id: types.of(item).takes(item) for id, item in items.items()},
        "papers": [
            {
                "blueprint": one.blueprint.model_dump(mode="json"),
                "seed": one.seed,
                "forms": one.blueprint.forms,
                "form": form,
                "as_of": LIBRARY.as_of.isoformat(),
                "sections": [[item.id for item in section.items] for section in one.sections],
            }
            for one in papers
            for form in range(min(one.blueprint.forms, 2))
        ],
    }
    shown = [each for one in papers for each in ((one, later(one)) if one.blueprint.forms > 1 else (one,))]
    asked = [one for one in papers for _ in range(min(one.blueprint.forms, 2))]
    found_of = run(page, "print", MAKE, json.loads(json.dumps(given)))
    for paper, form, made in zip(asked, shown, found_of, strict=True):
        exam = Exam(form.blueprint, form.seed, (form,))
        wanted = formats()["docx"].export(LIBRARY, exam, Wishes()).named
        for name in ("paper", "key"):
            found, parts = (
                unpacked(base64.b64decode(made[f"{name}.docx"])),
                unpacked(wanted[f"{name}{form.suffix}.docx"]),
            )
            assert list(found) == list(parts) or set(found) == set(parts)
            assert [part for part, content in parts.items() if found[part] != content] == []
        assert made["keys"] == [key_of(paper), key_of(later(paper))]


def test_every_type_under_every_rule(page: Page) -> None:
    every = [[item] for item in ITEMS.values()]
    odd = {"title": '甲/乙 （　　） <b> & "引" 2', "instructions": ("用黑色笔。", "交卷（　）时\n签名。")}
    held(
        page,
        [
            paper_of(every),
            paper_of(every[::-1], marking="half", sample=True, **odd),
            paper_of([every[0]], marking="proportional", forms=2),
            paper_of(every, marking="half", forms=2, **odd),
            paper_of([every[3], every[7]], minutes=90),
        ],
    )


def test_a_long_paper_and_many_sections(page: Page) -> None:
    """Numbers of three digits, cards and tables at a glance of many rows, and as many sections as are prepared."""
    single = ITEMS["single"]
    long = [replace(ITEMS["blank"], id=f"blank/{n}") for n in range(1)]
    many = [replace(single, id=f"single/{n}") for n in range(130)]
    chains = [replace(ITEMS["chain"], id=f"chain/{n}") for n in range(4)]
    held(page, [paper_of([many, chains, long]), paper_of([[replace(single, id=f"s/{n}")] for n in range(SECTIONS)])])


def test_text_that_means_harm(page: Page) -> None:
    papers = []
    for number, text in enumerate(HOSTILE):
        if text.isprintable() or "\n" in text:
            items = [replace(one, id=f"{one.id}/{number}") for one in hostile(text).papers[0].items]
            kept = [[item] for item in items if not isinstance(printed(LIBRARY, item), str)]
            assert len(kept) > len(items) / 2
            papers.append(paper_of(kept, title=" ".join(text.split())[:100], forms=1 + number % 2))
    held(page, papers)
