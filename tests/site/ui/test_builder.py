"""The builder in the page, over the miniature's own site: a paper is made, changed, saved, opened again, and sat by a learner."""

import json
import re
from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from playwright.sync_api import Browser, BrowserContext, Download, Page, expect

from generator.exams.paper_file import PaperData, exam_of, read_paper
from generator.exports.base import Wishes
from generator.exports.bundle import bank_digest, formats
from generator.keeping.package import unpacked
from generator.kinds import BasisValue
from generator.library import Library, build_library
from generator.problems import Problems
from generator.questions import types
from generator.questions.bank import Bank, build_bank
from generator.questions.item import Item, Option, Response
from generator.site.shelf import OFFERED, shelf_files
from tests.browser import serve, until
from tests.conftest import MINI, MINI_DAY
from tests.exams._bank import item

pytestmark = pytest.mark.browser

PAPER = ".pf-paper .pf-item"


@pytest.fixture(scope="module")
def address(mini_site: Path) -> Iterator[str]:
    with serve(mini_site) as served:
        yield served


@pytest.fixture
def context(chromium: Browser, address: str) -> Iterator[BrowserContext]:
    opened = chromium.new_context(base_url=address, viewport={"width": 1280, "height": 900}, accept_downloads=True)
    yield opened
    opened.close()


@pytest.fixture
def go(context: BrowserContext, address: str) -> Iterator[Callable[[str], Page]]:
    """Open a page; an error in a script, or a request to anywhere else, fails the test."""
    wrong: list[str] = []

    def open_page(path: str) -> Page:
        page = context.new_page()
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.on("request", lambda request: request.url.startswith((address, "blob:")) or wrong.append(request.url))
        page.goto(path)
        return page

    yield open_page
    assert wrong == []


def made(go: Callable[[str], Page]) -> Page:
    page = go("builder/")
    page.get_by_role("button", name="组卷", exact=True).click()
    expect(page.locator(PAPER)).to_have_count(2)
    return page


def ids(page: Page) -> list[str]:
    return [str(item.get_attribute("data-id")) for item in page.locator(PAPER).all()]


def saved(page: Page, folder: Path) -> Path:
    with page.expect_download() as download:
        page.get_by_role("button", name="保存试卷文件").click()
    path = folder / download.value.suggested_filename
    download.value.save_as(path)
    return path


def test_a_paper_is_made_and_told(go: Callable[[str], Page]) -> None:
    page = made(go)
    expect(page.get_by_role("status").filter(has_text="组好了：2 道题")).to_be_visible()
    expect(page.locator(".pf-made")).to_contain_text("2 题 · 10 分 · 10 分钟")
    expect(page.locator(".pf-paper")).to_contain_text("一、判断题（本大题共 2 题，每题 5 分，共 10 分）")
    expect(page.locator(f"{PAPER} .pf-answer[open]")).to_have_count(0)
    page.get_by_role("button", name="看答案", exact=True).click()
    expect(page.locator(f"{PAPER} .pf-answer[open]")).to_have_count(2)


def test_a_paper_is_made_by_keys_alone(go: Callable[[str], Page]) -> None:
    """What is pressed keeps the focus, though all around it is drawn again: it fell back to the beginning of the page."""
    page = go("builder/")
    page.get_by_role("button", name="组卷", exact=True).focus()
    page.keyboard.press("Enter")
    expect(page.locator(PAPER)).to_have_count(2)
    expect(page.get_by_role("button", name="重新组卷")).to_be_focused()
    for name in ("看答案", "换一套"):
        held = page.get_by_role("group", name="看哪一份").get_by_role("button", name=name)
        held.focus()
        page.keyboard.press("Enter")
        expect(page.get_by_role("status").filter(has_text="组好了")).to_be_visible()
        expect(held).to_be_focused()


def test_an_item_is_exchanged_pinned_and_banned(go: Callable[[str], Page]) -> None:
    page = made(go)
    one, two = ids(page)
    row = page.locator(PAPER).first
    row.get_by_role("button", name="固定").click()
    expect(row.get_by_role("button", name="已固定")).to_have_attribute("aria-pressed", "true")
    expect(row.get_by_role("button", name="换一题")).to_be_disabled()
    page.locator(PAPER).nth(1).get_by_role("button", name="换一题").click()
    expect(page.get_by_role("status").filter(has_text="换好了")).to_be_visible()
    expect(page.locator(".pf-tool:focus")).to_have_text("换一题")
    assert ids(page)[0] == one
    assert ids(page)[1] != two
    page.locator(PAPER).nth(1).get_by_role("button", name="不要这题").click()
    expect(page.locator(".pf-want")).to_contain_text("固定了 1 题，不要的有 1 题")


def test_what_is_short_is_red_and_said_before_anything_is_tried(go: Callable[[str], Page]) -> None:
    page = made(go)
    page.get_by_label("题数").fill("40")
    page.get_by_label("题数").press("Tab")
    expect(page.locator(".pf-section--short > .pf-there").first).to_contain_text("少")
    expect(page.get_by_label("每题分")).to_be_focused()
    page.get_by_role("button", name="组卷", exact=True).click()
    expect(page.locator(".pf-paper__note")).to_contain_text("“判断题”要 40 题，合用的只有")


def test_a_press_that_follows_typing_is_not_lost(go: Callable[[str], Page]) -> None:
    page = made(go)
    page.get_by_label("题数").fill("1")
    page.get_by_role("button", name="加一个大题").click()
    expect(page.locator("fieldset.pf-section")).to_have_count(2)
    expect(page.get_by_label("题数").first).to_have_value("1")


def test_requirements_are_added_changed_and_taken_away(go: Callable[[str], Page]) -> None:
    page = made(go)
    page.locator(".pf-section .pf-section__more summary").click()
    expect(page.locator(".pf-quota")).to_have_count(1)
    page.get_by_role("button", name="加一条要求").click()
    expect(page.locator(".pf-quota")).to_have_count(2)
    last = page.locator(".pf-quota").nth(1)
    last.get_by_label("按", exact=True).select_option("thought")
    expect(page.locator(".pf-quota").nth(1).get_by_label("是", exact=True)).to_have_value("记忆")
    page.locator(".pf-quota").nth(1).get_by_role("button", name="删去要求").click()
    expect(page.locator(".pf-quota")).to_have_count(1)


def test_the_whole_paper_has_requirements_and_limits(go: Callable[[str], Page], tmp_path: Path) -> None:
    page = made(go)
    page.locator("summary", has_text="全卷要求").click()
    whole = page.locator("section", has=page.get_by_role("heading", name="整张卷"))
    whole.get_by_role("button", name="加一条要求").click()
    whole.get_by_label("至少", exact=True).fill("9")
    whole.get_by_label("至少", exact=True).press("Tab")
    expect(whole.locator(".pf-section--short .pf-there")).to_contain_text("只有 6 题，少 3 题")
    page.get_by_role("button", name="组卷", exact=True).click()
    expect(page.locator(".pf-paper__note")).to_contain_text("全卷“湖泊”至少要 9 题，全卷一共才 2 题")
    whole.get_by_label("至少", exact=True).fill("1")
    whole.get_by_label("同一条文至多几题").fill("1")
    whole.get_by_label("判断题里正确的从（%）").fill("70")
    whole.get_by_label("判断题里正确的从（%）").press("Tab")
    expect(whole.get_by_label("到（%）", exact=True)).to_have_value("70")
    page.get_by_role("button", name="组卷", exact=True).click()
    expect(page.locator(PAPER)).to_have_count(2)
    told = json.loads(saved(page, tmp_path).read_text(encoding="utf-8"))["blueprint"]
    assert (told["per_article"], told["judge_true"]) == (1, [0.7, 0.7])
    assert told["limits"] == [{"topic": "lake", "min": 1}]


def test_the_file_is_saved_and_opened_and_the_command_takes_it(go: Callable[[str], Page], tmp_path: Path) -> None:
    page = made(go)
    page.get_by_label("出几套卷").fill("2")
    page.get_by_label("出几套卷").press("Tab")
    expect(page.get_by_role("button", name="B 卷")).to_be_visible()
    wanted = ids(page)
    path = saved(page, tmp_path)
    text = path.read_text(encoding="utf-8")
    bank = build_bank(build_library(MINI, MINI_DAY, Problems()), Problems())
    assert [item.id for item in bank.items if item.stem in text or item.explanation in text] == []
    problems = Problems()
    library = build_library(MINI, MINI_DAY, Problems())
    exam = exam_of(PaperData.model_validate_json(text), path.name, library, bank, bank_digest(bank), problems)
    assert exam is not None, [str(problem) for problem in problems]
    assert [str(problem) for problem in problems] == []
    assert [item.id for item in exam.papers[0].items] == wanted
    page.get_by_role("button", name="换一套").click()
    expect(page.get_by_role("status").filter(has_text="组好了")).to_be_visible()
    page.locator("input[type=file]").set_input_files(path)
    expect(page.get_by_role("status").filter(has_text="已打开“湖区模拟卷”")).to_be_visible()
    expect(page.locator(PAPER).first).to_have_attribute("data-id", wanted[0])


@pytest.mark.parametrize("format", OFFERED)
def test_a_download_is_what_the_command_exports(go: Callable[[str], Page], tmp_path: Path, format: str) -> None:
    page = made(go)
    page.get_by_label("出几套卷").fill("2")
    page.get_by_label("出几套卷").press("Tab")
    expect(page.get_by_role("button", name="B 卷")).to_have_count(1)
    path = saved(page, tmp_path)
    page.locator(".pf-downloads summary").click()
    got: list[Download] = []

    def keep(one: Download) -> None:  # Playwright can't hang its marks on a method of a list
        got.append(one)

    page.on("download", keep)
    page.locator(f'[data-format="{format}"]').click()
    expect(page.locator(".pf-builder__live")).to_contain_text("的文件已下载")
    library = build_library(MINI, MINI_DAY, Problems())
    bank = build_bank(library, Problems())
    data = PaperData.model_validate_json(path.read_text(encoding="utf-8"))
    exam = exam_of(data, path.name, library, bank, bank_digest(bank), Problems())
    assert exam is not None
    wanted = formats()[format].export(library, exam, Wishes()).named
    until(page, lambda: len(got) >= len(wanted))
    found = {one.suggested_filename.removeprefix(f"{path.stem}-"): Path(one.path()).read_bytes() for one in got}
    assert {"A", "B"} == {name.rpartition("-")[2].partition(".")[0] for name in found}
    assert set(found) == set(wanted)
    for name, content in wanted.items():
        assert (unpacked if name.endswith(".xlsx") else bytes)(found[name]) == (
            unpacked if name.endswith(".xlsx") else bytes
        )(content)


@pytest.mark.parametrize("forms", ["1", "2"])
def test_word_files_and_keys_are_what_the_command_exports(
    go: Callable[[str], Page], tmp_path: Path, forms: str
) -> None:
    page = made(go)
    page.get_by_label("出几套卷").fill(forms)
    page.get_by_label("出几套卷").press("Tab")
    expect(page.get_by_role("button", name="B 卷")).to_have_count(int(forms) - 1)
    path = saved(page, tmp_path)
    got: list[Download] = []

    def keep(one: Download) -> None:
        got.append(one)

    page.on("download", keep)
    for name, told in (("Word 试卷和答题卡", "卷末是答题卡"), ("Word 答案", "请收好"), ("答案文件", "答案文件已下载")):
        page.get_by_role("button", name=f"下载{' ' if name[0] == 'W' else ''}{name}").click()
        expect(page.locator(".pf-builder__live")).to_contain_text(told)
    until(page, lambda: len(got) >= 3 * int(forms))  # paper, answers and key of each form
    found = {one.suggested_filename: Path(one.path()).read_bytes() for one in got}
    library = build_library(MINI, MINI_DAY, Problems())
    bank = build_bank(library, Problems())
    data = read_paper(path, Problems())
    assert data is not None
    exam = exam_of(data, path.name, library, bank, bank_digest(bank), Problems())
    assert exam is not None
    wanted = {
        **formats()["docx"].export(library, exam, Wishes()).named,
        **formats()["json"].export(library, exam, Wishes()).named,
    }
    assert len(exam.papers) == int(forms)
    for suffix in (paper.suffix for paper in exam.papers):
        assert unpacked(found[f"{path.stem}-试卷{suffix}.docx"]) == unpacked(wanted[f"paper{suffix}.docx"])
        assert unpacked(found[f"{path.stem}-答案{suffix}.docx"]) == unpacked(wanted[f"key{suffix}.docx"])
    keys = {name: text for name, text in wanted.items() if name.endswith(".json")}
    assert {name: found[name] for name in keys} == keys


def test_files_that_are_none_are_told(go: Callable[[str], Page], tmp_path: Path) -> None:
    page = go("builder/")
    page.get_by_role("button", name="组卷", exact=True).wait_for()
    for text, said in (
        ("x", "读不出来"),
        ("{}", "这不是试卷文件"),
        ('{"format": "pufa-paper", "version": 1}', "不完整"),
    ):
        (tmp_path / "x.json").write_text(text, encoding="utf-8")
        page.locator("input[type=file]").set_input_files(tmp_path / "x.json")
        expect(page.locator(".pf-builder__live")).to_contain_text(said)


def test_a_file_with_parts_of_another_kind_is_refused_and_the_page_goes_on(
    go: Callable[[str], Page], tmp_path: Path
) -> None:
    page = made(go)
    paper = json.loads(saved(page, tmp_path).read_text(encoding="utf-8"))
    wrong = (
        {"quotas": "all"},
        {"quotas": [None]},
        {"quotas": [{"topic": "lake", "min": "two"}]},
        {"difficulty": [0]},
        {"count": 1e9},
        {"points": None},
    )
    sections = [[{**paper["blueprint"]["sections"][0], **fields}] for fields in wrong]
    plans: list[dict[str, object]] = [{"sections": each} for each in sections]
    plans += [{"include": "all"}, {"topics": [1]}, {"forms": 99}, {"must_know": 3}]
    for number, fields in enumerate(plans):
        path = tmp_path / f"{number}.json"
        path.write_text(json.dumps({**paper, "blueprint": {**paper["blueprint"], **fields}}), encoding="utf-8")
        page.evaluate("document.querySelector('.pf-builder__live').textContent = ''")
        page.locator("input[type=file]").set_input_files(path)
        expect(page.locator(".pf-builder__live")).to_contain_text("不完整")
    page.get_by_role("button", name="换一套").click()
    expect(page.locator(PAPER)).to_have_count(2)


def test_a_link_is_opened_by_a_learner_and_by_a_trainer(go: Callable[[str], Page]) -> None:
    page = made(go)
    wanted = ids(page)
    page.get_by_role("button", name="复制链接").click()
    learner, trainer = (page.get_by_label(words).input_value() for words in ("给学员", "给同事"))
    sat = go(learner)
    sat.get_by_role("button", name="开始答题").click()
    for _ in wanted:
        sat.locator(".pf-opt").first.click()
        sat.get_by_role("button", name="下一题").click(force=True)
    sat.get_by_role("button", name="交卷").click()
    sat.locator("dialog").get_by_role("button", name="交卷").click()
    expect(sat.locator(".pf-sum__title")).to_contain_text("分")
    remembered = json.loads(sat.wait_for_function("localStorage.getItem('pufa.memory')").json_value())["items"]
    assert sorted(remembered) == sorted(wanted)
    assert all(item["page"].startswith("practice/") for item in remembered.values())
    other = go(trainer)
    expect(other.locator(PAPER).first).to_have_attribute("data-id", wanted[0])


def test_a_broken_link_is_told(go: Callable[[str], Page]) -> None:
    for path in ("paper/#paper=1abc", "builder/#paper=zzz"):
        expect(go(path).locator(".pf-builder__live")).to_contain_text("链接不完整")


def test_the_bank_is_read_flagged_and_taken_from(go: Callable[[str], Page]) -> None:
    page = made(go)
    before = ids(page)
    page.get_by_role("tab", name="试卷").press("ArrowRight")
    expect(page.get_by_role("tab", name="题库")).to_have_attribute("aria-selected", "true")
    page.locator(".pf-bank").get_by_label("题型").select_option("judge")
    expect(page.locator(".pf-bank .pf-count")).to_contain_text("题，第 1／1 页")
    rows = page.locator(".pf-bank__list > li")
    inside = [str(row.get_attribute("data-id")) for row in rows.all()]
    assert set(before) < set(inside)
    wanted = rows.filter(has_text="加入试卷").first.get_attribute("data-id")
    free = page.locator(f'.pf-bank__list > li[data-id="{wanted}"]')
    free.get_by_role("button", name="这题有疑问").click()
    report = free.get_by_role("textbox").input_value()
    assert f"题号：{wanted}" in report
    assert not re.search(r"题目：判断", report)  # the label of its type is no word of the question
    free.get_by_role("button", name="加入试卷").click()
    expect(free.get_by_role("button", name="已在卷里")).to_be_disabled()
    page.get_by_role("tab", name="试卷").click()
    assert wanted in ids(page)


def test_an_article_finds_its_items(go: Callable[[str], Page]) -> None:
    page = made(go)
    page.get_by_role("tab", name="题库").click()
    page.locator(".pf-bank").get_by_label("第几条").fill("第 9999 条")
    page.locator(".pf-bank").get_by_label("第几条").press("Enter")
    expect(page.locator(".pf-bank .pf-count")).to_contain_text("没有这样的题")


def test_what_was_made_is_there_again(go: Callable[[str], Page]) -> None:
    page = made(go)
    wanted = ids(page)
    page.reload()
    expect(page.locator(PAPER)).to_have_count(2)
    assert ids(page) == wanted


TEXTS = ("批评教育", "罚款，并处没收", "移送公安机关", "责令停产整治", "不予处罚")
PAIRS = ("县级人民政府", "生态环境主管部门", "公安机关")


def of_type(library: Library, type: str, number: int) -> Item:
    """An item of a type that lets its options be turned, with a reason for some of them."""
    options = tuple(
        Option(f"{text}{number}", place in {0, 2 * (type == "multiple")}, f"理由{text}" if place != 1 else "")
        for place, text in enumerate(TEXTS)
    )
    response = {"match": Response(prompts=PAIRS, sequence=(2, 0, 4)), "order": Response(sequence=(1, 3, 0, 2, 4))}
    base = item(f"{type}/{number}", type=type, topics=("lake",))
    basis = BasisValue(regulation=library.all("regulation")[0].id, article=1)
    return replace(base, options=options, response=response.get(type, Response()), basis=(basis,))


def test_options_are_turned_as_the_command_turns_them(go: Callable[[str], Page], mini_library: Library) -> None:
    """In form B options, prompts, key and reasons stand as Python has them."""
    bank = Bank(
        tuple(
            of_type(mini_library, type, number)
            for type in ("single", "multiple", "match", "order")
            for number in range(12)
        )
    )
    files = {asset.path: asset.content.decode() for asset in shelf_files(mini_library, bank, {})}
    page = go("paper/")
    page.route(
        "**/builder/**.json",
        lambda route: route.fulfill(body=files["builder/" + route.request.url.partition("/builder/")[2]]),
    )
    shown = page.evaluate(
        """async () => {
          const { shelf, paperElements } = window.pufaModules["ui/builder/items.js"];
          const known = await shelf();
          const sections = [known.ids.map((_, item) => item)];
          const [list] = await paperElements(known, { blueprint: { id: "p" }, seed: 5, form: "B", sections });
          return list.map((li) => ({ id: li.dataset.id, answer: li.dataset.answer,
            options: [...li.querySelectorAll(".pf-options > li")].map((one) => one.textContent),
            prompts: [...li.querySelectorAll(".pf-prompts > li")].map((one) => one.textContent),
            whys: [...li.querySelectorAll(".pf-answer > .pf-whys > li")].map((one) => one.textContent.replace(/\\s+/gu, "")) }));
        }"""
    )
    for one, found in zip(bank.items, shown, strict=True):
        type = types.of(one)
        wanted = type.turned(one, f"p/5/0/order/B/{one.id}")
        assert found["id"] == one.id
        assert found["answer"] == type.answer(wanted)
        assert found["options"] == [option.text for option in wanted.options]
        assert found["prompts"] == list(wanted.response.prompts)
        whys = [type.named(wanted, at) + option.why for at, option in enumerate(wanted.options) if option.why]
        assert found["whys"] == whys
    assert sum(types.of(one).turned(one, f"p/5/0/order/B/{one.id}") != one for one in bank.items) > 40


def test_a_paper_of_ones_own_begins_with_little_to_learn_by_heart_where_the_bank_has_enough_beside(
    go: Callable[[str], Page],
) -> None:
    page = go("builder/")
    begun = page.evaluate(
        """() => {
          const { blank } = window.pufaModules["core/draft.js"];
          const begun = { types: ["single", "judge"], limits: { amounts: 0.3, article_numbers: 0.1 } };
          const shelf = (beside) => {
            const ids = Array.from({ length: 2 * beside + 50 }, (_, item) => `i/${item}`);
            return { ids, begun, called: (_, id) => id, typeOf: (item) => (item % 2 ? "judge" : "single"),
              asking: { amounts: Object.fromEntries(ids.slice(2 * beside).map((_, at) => [2 * beside + at, [7]])), numbers: {} } };
          };
          return [100, 99].map((beside) => blank(shelf(beside), "执法人员"));
        }"""
    )
    assert [(one.get("amounts"), one.get("article_numbers")) for one in begun] == [(0.3, 0.1), (None, None)]


def test_a_phone_shows_all_of_it(chromium: Browser, address: str) -> None:
    phone = chromium.new_context(base_url=address, viewport={"width": 390, "height": 844})
    page = phone.new_page()
    page.goto("builder/")
    page.get_by_role("button", name="组卷", exact=True).click()
    expect(page.locator(PAPER).first).to_be_visible()
    assert page.evaluate("document.documentElement.scrollWidth") == 390
    small = page.evaluate(
        """() => [...document.querySelectorAll("pufa-builder :is(button, select, input:not(.pf-sr), summary)")].filter((one) => one.offsetParent)
          .map((one) => [one.textContent.slice(0, 12), one.getBoundingClientRect().height]).filter(([, height]) => height < 43)"""
    )
    assert small == []
    phone.close()


def test_without_scripts_the_page_says_what_it_needs(chromium: Browser, address: str) -> None:
    plain = chromium.new_context(base_url=address, java_script_enabled=False)
    page = plain.new_page()
    page.goto("builder/")
    expect(page.locator("pufa-builder")).to_contain_text("组卷要用到浏览器的脚本")
    plain.close()
