"""Answers marked in the page: the same marks, the same words and the same figures as ``pufa mark`` and ``pufa results``, and no request."""

import itertools
import json
import random
from collections.abc import Iterator
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, seed, settings
from hypothesis import strategies as st
from playwright.sync_api import Browser, Page, Request, expect

from generator.questions.item import Option
from generator.sitting.keys import Keys, keys_of
from tests.browser import serve
from tests.site.ui._core import scripts
from tests.site.ui._sitting import by_command, by_page, differing, prepare
from tests.sitting._forms import FULL, ITEMS, JUDGE, POINTS, data, item, options, paper

pytestmark = pytest.mark.browser

DOCUMENTS = [data(paper()), data(paper("B", ITEMS[::-1], POINTS[::-1]))]
KEYS = keys_of(DOCUMENTS)
ALONE = keys_of(DOCUMENTS[:1])
#: Cells as people write them, for any type.
WRITTEN = (
    *FULL, *FULL, "", "-", "无", "A", "b", "Ａ、Ｂ", "ABD", "A┋B┋D", "1┋2", "选C", "选项1", "B.选项1", "选项0；选项1", "全选", "AB", "E",
    "正确", "×", "T", "A.对", "勾", "20万元", "200000元;三十日；两年", "part 1: 20万元┋part 2: 30日", "1-A 2-B", "CAB-", "1:C,2-A，3.B",
    "C→A→B", "3", "2.5", "4分", "99", "缺考", "N/A", "十二万五千元",
)  # fmt: skip
HEADS = ("考号", "姓名", "单位", "卷别", *(str(n) for n in range(1, 9)))


@pytest.fixture(scope="module")
def page(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    root = tmp_path_factory.mktemp("results")
    with scripts(chromium, root) as opened:
        prepare(root)
        yield opened


def documents(keys: Keys) -> list[tuple[str, str]]:
    """The keys as files."""
    return [(f"key-{one['form']}.json", json.dumps(one, ensure_ascii=False)) for one in DOCUMENTS[: len(keys.forms)]]


def workbook(path: Path, *rows: tuple[object, ...], titled: bool = False) -> Path:
    """A workbook with dates, percentages, formulas and merged cells among its cells."""
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    if titled:
        sheet.append(["2026 年度考试成绩"])
        sheet.merge_cells("A1:F1")
    for row in rows:
        sheet.append(row)
    sheet.cell(sheet.max_row, 3).number_format = "0%"
    sheet.cell(sheet.max_row, 4).number_format = "yyyy-mm-dd hh:mm"
    other = book.create_sheet("说明")
    other["B3"] = "没有表头"
    book.save(path)
    return path


def text(path: Path, content: str, encoding: str = "utf-8") -> Path:
    path.write_bytes(content.encode(encoding))
    return path


def kinds(folder: Path) -> list[Path]:
    """Files as people have them, and files that are none."""
    right = ",".join(f'"{cell}"' for cell in FULL)
    scored = ",".join(f'"{cell}",1' for cell in FULL)
    turned = ",".join(f'"{cell}"' for cell in reversed(FULL))
    head = "考号,姓名,单位," + ",".join(HEADS[4:])
    rows = f'{head}\n="001",甲,一科,{right}\n\'002,"乙, 丙",二科,{right}\n'
    numbered = ("序号", "提交答卷时间", "所用时间", "来源", "1、您的姓名：", *(f"{n + 1}、题目" for n in range(1, 9)))
    stems = ("* 工号（必填）", *(f"{n}、题目{one.id}？[单选题]" for n, one in enumerate(ITEMS, 11)), "总分")
    points = ("学号/工号", "姓名", "院系", "状态", *(f"Q. {n} /{2 * p:g}" for n, p in enumerate(POINTS, 1)), "成绩")
    return [
        text(folder / "plain.csv", rows),
        text(folder / "gbk.csv", rows.replace(",", ";"), "gbk"),
        text(folder / "wide.csv", "\ufeff" + rows.replace(",", "\t"), "utf-16-le"),
        text(folder / "sep.csv", "sep=;\n" + rows.replace(",", ";")),
        text(folder / "mac.csv", rows.replace("\n", "\r")),
        text(folder / "gaps.csv", f"标题\n\n{rows}\n合计,,,1\n,,,\n备注：略\n003,,{right}\n"),
        text(folder / "twice.csv", rows + rows),
        text(folder / "more.csv", rows + f"004,丁,一科,{right},多,出\n5.1E+05,戊,,{right}\n"),
        text(folder / "forms.csv", f"考号,卷别,{','.join(HEADS[4:])}\n1,A,{right}\n2,b卷,{right}\n3,study-7-B,{right}\n4,,{right}\n5,C,{right}\n"),
        text(folder / "away.csv", f"考号,姓名,{','.join(HEADS[4:])}\n001,甲,{right}\n002,乙,请病假\n003,丙,{','.join(['无'] * 8)}\n004,丁,{','.join(['/'] * 8)}\n005,戊,×缺考\n"),
        text(folder / "notes.csv", rows + f"错误率,,,{','.join(['0.5'] * 8)}\n,,标准答案,{right}\n参考答案（A卷）,,,{right}\n每题分值,,,1\n以下空白\n考号,姓名,单位,1\n,,,1,2,3\n"),
        text(folder / "halves.csv", f"考号,姓名,{','.join(f'第{n}题,' for n in range(1, 9))}\n,,{','.join(['学生答案,得分'] * 8)}\n001,甲,{scored}\n"),
        text(folder / "beside.csv", f"考号,{','.join(f'{n},标准答案{n},第{n}题对错' for n in range(1, 9))}\n001,{','.join(f'{chr(34)}{cell}{chr(34)},A,对' for cell in FULL)}\n"),
        text(folder / "spans.csv", "考号,1-4,5～8\n001,ABCD,ABCD\n"),
        text(folder / "few.csv", "考号,题目1,答案\n001,1,A\n001,2,B\n"),
        text(folder / "middle.csv", f"考号,姓名,单选题,,,多选题\n,,{','.join(HEADS[4:])}\n001,甲,{right}\n考号,姓名,多选题\n,,{','.join(reversed(HEADS[4:]))}\n002,乙,{turned}\n"),
        text(folder / "fields.csv", "工号,1、性别,2、职务," + ",".join(f"{n}、题目{one.id}？" for n, one in enumerate(ITEMS, 3)) + f"\n007,男,科员,{right}\n"),
        text(folder / "signs.csv", f"考号,{','.join(HEADS[4:])}\n001,“A”,Ⅰ,假,√（正确）,(1),A┇B,1.0,O\n002,「B」,⑵,✅,×（错误）,(1)(2),A┊B,0.0,X\n"),
        text(folder / "order.csv", "考号," + ",".join(f"{n}、题目{one.id}？" for n, one in enumerate(ITEMS[::-1], 3)) + f"\n007,{turned}\n008,{turned}\n"),
        text(folder / "swapped.csv", "考号," + ",".join(f"{n}、题目{one.id}？" for n, one in enumerate((ITEMS[1], ITEMS[0], *ITEMS[2:]), 3)) + f"\n007,{right}\n008,{right}\n"),
        text(folder / "commas.csv", "考号," + ",".join(f"{n}、题目{one.id}，，，，？" for n, one in enumerate(ITEMS, 3)) + f"\n007,-2,-3,{','.join(['A'] * 6)}\n"),
        text(folder / "lines.csv", '标题\n考号,姓名,"单位' + "\n" * 30 + '",' + ",".join(HEADS[4:]) + f"\n001,甲,一科,{right}\n"),
        text(folder / "web.xls", "<html><table><tr><td>考号</td></tr></table></html>"),
        text(folder / "headless.csv", "a,b\n1,2\n"),
        text(folder / "empty.csv", ""),
        workbook(folder / "book.xlsx", ("考号", "姓名", *HEADS[4:]), (1, "甲", *FULL), ("002", "乙", 0.25, 46000.5, "=1+1", 12.5, True, 1e16, 0.1, 4), titled=True),
        workbook(folder / "platform.xlsx", numbered, (1, "2026-01-01", "1800秒", "微信", "甲", *FULL), (2, "2026-01-01", "0:20:00", "微信", "乙", *FULL)),
        workbook(folder / "stems.xlsx", stems, ("007", *FULL, 20), ("008", "A", *FULL[1:], 18)),
        workbook(folder / "points.xlsx", points, *((f"{n:03d}", f"学员{n}", "一班", "已完成", *(p * n for p in POINTS), sum(POINTS) * n) for n in (1, 2)), ("003", "缺", "一班", "未交", *["" for _ in POINTS], "")),
    ]  # fmt: skip


def held(page: Page, files: list[Path], keys: Keys, half: str = "exact") -> list[str]:
    """The names of files of which the page says something else than the command."""
    told = by_page(page, files, documents(keys), half)  # type: ignore[arg-type]
    wrong = []
    for path, found in zip(files, told, strict=True):
        wanted = by_command(path, keys, half)  # type: ignore[arg-type]
        figures = list(differing(found.figures, wanted.figures))
        wrong += [f"{path.name}: {found} {wanted} {figures}"] if found != wanted or figures else []
    return wrong


@pytest.mark.parametrize("half", ["exact", "whole"])
def test_files_of_every_kind_are_marked_or_refused_alike(page: Page, tmp_path: Path, half: str) -> None:
    files = kinds(tmp_path)
    assert held(page, files, ALONE, half) == []
    assert held(page, files, KEYS, half) == []


@seed(20260815)
@settings(max_examples=12, deadline=None)
@given(st.lists(st.tuples(*(st.sampled_from(WRITTEN) for _ in ITEMS)), min_size=2, max_size=40))
def test_whatever_people_write_is_marked_alike(
    page: Page, tmp_path_factory: pytest.TempPathFactory, rows: list[tuple[str, ...]]
) -> None:
    path = tmp_path_factory.mktemp("written") / "答卷.xlsx"
    form = random.Random(len(rows)).choice
    workbook(path, HEADS, *((f"{n:03d}", f"人{n}", form("甲乙"), form("AB"), *row) for n, row in enumerate(rows)))
    assert held(page, [path], KEYS) == []


def test_figures_of_a_whole_sitting_are_the_same(page: Page, tmp_path: Path) -> None:
    """Sixty people who know more or less, so that every sort of advice comes up, and a shift that is found out."""
    draw = random.Random(3)
    skills = [draw.random() for _ in range(60)]
    rows = []
    for n, skill in enumerate(skills):
        cells = [cell if draw.random() < skill else draw.choice(WRITTEN) for cell in FULL]
        rows.append((f"{n:03d}", f"人{n}", draw.choice(("甲", "乙", "")), "A", *cells))
    path = workbook(tmp_path / "many.xlsx", HEADS, *rows)
    assert held(page, [path], ALONE) == []
    found = by_command(path, ALONE).figures
    assert sum(len(one["advice"]) for one in found["items"]) > 3


def test_options_told_by_their_text_are_read_alike(page: Page, tmp_path: Path) -> None:
    """An option that is two others run together, one that is a letter, and those that begin alike."""
    measures = ("警告", "罚款", "警告、罚款", "责令改正")
    sums = ("责令改正并处一万元罚款", "责令改正并处二万元罚款", "责令停产", "A")
    items = tuple(
        item(f"q{n}", kind, tuple(Option(told, place == 2, "") for place, told in enumerate(texts)))
        for n, (kind, texts) in enumerate((("multiple", measures), ("single", measures), ("single", sums)))
    )
    made = data(paper(items=items, points=(1.0,) * 3))
    cells = [
        *(mark.join(some) for mark in "┋┊|；、" for some in itertools.combinations(measures, 2)),
        *(f"A.{one}" for one in (*measures, *sums)), "警告罚款", "责令改正并处一", "责令改正并处", "D", "A", "没收", "A.没收", "警告┋",
    ]  # fmt: skip
    path = workbook(tmp_path / "texts.xlsx", ("考号", "1", "2", "3"), *((f"{n:03d}", *[cell] * 3) for n, cell in enumerate(cells)))  # fmt: skip
    (found,) = by_page(page, [path], [("key.json", json.dumps(made, ensure_ascii=False))])
    assert found == by_command(path, keys_of([made]))


def test_answers_off_by_a_constant_are_refused_alike(page: Page, tmp_path: Path) -> None:
    letters = [random.Random(n).choice("ABCD") for n in range(24)]
    made = data(
        paper(items=tuple(item(f"q{n}", "single", options(one)) for n, one in enumerate(letters)), points=(1.0,) * 24)
    )
    rows = "\n".join(f"{n:03d},{','.join([*letters[2:], 'A', 'B'])}" for n in range(5))
    path = text(tmp_path / "shifted.csv", f"考号,{','.join(str(n) for n in range(1, 25))}\n{rows}\n")
    (found,) = by_page(page, [path], [("key.json", json.dumps(made, ensure_ascii=False))])
    wanted = by_command(path, keys_of([made]))
    assert found == wanted
    assert "错开了 2 题" in str(wanted.problems)


def test_answers_that_are_off_later_on_or_anyhow_are_refused_alike(page: Page, tmp_path: Path) -> None:
    kinds = ["single", "multiple", "judge"] * 8
    several = ["AB", "AC", "BD", "ACD", "BC"]
    right = [random.Random(n).choice("ABCD") if kind == "single" else several[n % 5] for n, kind in enumerate(kinds)]
    made = data(
        paper(
            items=tuple(
                item(f"q{n}", kind, JUDGE if kind == "judge" else options(one))
                for n, (kind, one) in enumerate(zip(kinds, right, strict=True))
            ),
            points=(1.0,) * 24,
        )
    )
    full = [one.answer for one in keys_of([made]).first.items]
    order = random.Random(1).sample(range(24), 24)
    later = [*full[:10], "", *full[10:-1]]
    head = f"考号,{','.join(str(n) for n in range(1, 25))}\n"
    wanted = {"later": "题起像是错开了 1 题", "anyhow": "多半不是这一题的答案", "one": "这一行没有评"}
    rows = {"later": [later] * 6, "anyhow": [[full[n] for n in order]] * 6, "one": [full] * 5 + [later]}
    files = [
        text(tmp_path / f"{name}.csv", head + "".join(f"{n:03d},{','.join(row)}\n" for n, row in enumerate(rows[name])))
        for name in wanted
    ]
    told = by_page(page, files, [("key.json", json.dumps(made, ensure_ascii=False))])
    for path, found in zip(files, told, strict=True):
        assert found == by_command(path, keys_of([made]))
        assert wanted[path.stem] in str(found.problems)


# ---- the page itself ----


@pytest.fixture
def opened(chromium: Browser, mini_site: Path) -> Iterator[Page]:
    """The page of the site, ready; any error fails, and any request from then on."""
    wrong: list[str] = []

    def ask(request: Request) -> None:
        wrong.append(request.url)

    with serve(mini_site) as address:
        page = chromium.new_page(viewport={"width": 390, "height": 844})
        page.on("pageerror", lambda error: wrong.append(str(error)))
        page.goto(f"{address}results/")
        expect(page.get_by_text("把文件拖到这里也可以。")).to_be_visible()
        page.wait_for_load_state("networkidle")
        page.on("request", ask)
        yield page
        page.close()
    assert wrong == []


def choose(page: Page, folder: Path, answers: Path) -> None:
    """Give the page the key of form A and a file of answers."""
    name, content = documents(ALONE)[0]
    page.get_by_label("1. 选答案文件").set_input_files(text(folder / name, content))
    expect(page.get_by_text("年度考试：A 卷，8 题，满分 20 分")).to_be_visible()
    page.get_by_label("2. 选答卷").set_input_files(answers)


def test_marks_and_analysis_are_shown_and_nothing_leaves_the_computer(opened: Page, tmp_path: Path) -> None:
    right = ",".join(f'"{cell}"' for cell in FULL)
    answers = text(
        tmp_path / "答卷.csv",
        f"考号,姓名,单位,{','.join(HEADS[4:])}\n=x,甲,一科,{right}\n002,乙,二科,{right.replace('ABD', 'AB')}\n",
    )
    choose(opened, tmp_path, answers)
    expect(
        opened.get_by_role("status").filter(has_text="评了 2 人；平均 19.50 分（满分 20），及格 2 人")
    ).to_be_visible()
    expect(opened.get_by_role("heading", name="逐题")).to_be_visible()
    expect(opened.get_by_role("img", name="成绩分布")).to_be_visible()
    opened.get_by_label("漏选得一半时取整数分").check()
    expect(opened.get_by_role("status").filter(has_text="评了 2 人")).to_be_visible()
    assert opened.evaluate("document.documentElement.scrollWidth") <= 390
    with opened.expect_download() as download:
        opened.get_by_role("button", name="下载成绩表").click()
    table = Path(download.value.path()).read_text(encoding="utf-8-sig")
    assert table.splitlines()[1].startswith('"\'=x","甲","一科","A","20","及格"')


def test_what_was_not_understood_is_told_where_it_stands(opened: Page, tmp_path: Path) -> None:
    choose(opened, tmp_path, text(tmp_path / "坏.csv", "考号,1,2,3,4,5,6,7,8\n001,Z,A,对,,,,,\n"))
    expect(opened.get_by_label("没有读懂的地方")).to_contain_text("坏.csv 第 2 行第 2 列")
    expect(opened.get_by_label("没有读懂的地方")).to_contain_text("最后一个是 D")
    opened.get_by_label("2. 选答卷").set_input_files(text(tmp_path / "无.csv", "a,b\n1,2\n"))
    expect(opened.get_by_role("status").filter(has_text="没有可以评的考生")).to_be_visible()


def test_files_are_dropped_in_and_what_is_no_key_is_told(opened: Page, tmp_path: Path) -> None:
    name, content = documents(ALONE)[0]
    dropped = [(name, content), ("答卷.csv", "考号,1,2,3,4,5,6,7,8\n001,B,,,,,,,\n")]
    opened.evaluate(
        """async (files) => {
          const data = new DataTransfer();
          for (const [name, text] of files) data.items.add(new File([text], name));
          document.querySelector("pufa-results").dispatchEvent(new DragEvent("drop", { dataTransfer: data, bubbles: true, cancelable: true }));
        }""",
        dropped,
    )
    expect(opened.get_by_role("status").filter(has_text="评了 1 人；平均 2.00 分")).to_be_visible()
    opened.get_by_label("1. 选答案文件").set_input_files(
        text(tmp_path / "key.json", '{"items": [], "blueprint": {"marking": "?"}}')
    )
    expect(opened.get_by_text("答案文件不合格式。")).to_be_visible()
