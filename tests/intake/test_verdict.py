"""Brought questions judged on the miniature: by their citations, their figures, the bank and the checks of flaws."""

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from openpyxl import load_workbook

from generator.auditing.at_hand import with_official
from generator.auditing.official import read_official
from generator.gate import Refusal
from generator.intake.report import book, data
from generator.intake.taking import TakenFile, take
from generator.intake.writing import write
from generator.library import Library, build_library
from generator.problems import Problems
from generator.questions.bank import build_bank
from generator.questions.item import Item
from tests.auditing.conftest import write_official
from tests.conftest import MINI, MINI_DAY

Take = Callable[[str], TakenFile]
FINES = "A.一千元以上五千元以下 B.一万元以上五万元以下 C.六万元以上七万元以下 D.八万元以上九万元以下"


@pytest.fixture
def taken(mini_library: Library, mini_asked: tuple[Item, ...], tmp_path: Path) -> Take:
    def taker(text: str) -> TakenFile:
        (tmp_path / "旧题.txt").write_text(text, encoding="utf-8")
        return take(mini_library, mini_asked, tmp_path / "旧题.txt", lambda _: None)

    return taker


@pytest.mark.parametrize(
    ("text", "status", "advice", "kinds", "key"),
    [
        (f"1.依照湖法第9条，取水不登记的罚款是（B）\n{FINES}", "valid", "keep", [], ""),
        (f"1.依照湖法第9条第一、二款，取水不登记的罚款是（B）\n{FINES}", "valid", "keep", [], ""),
        (f"1.取水不登记的罚款是（B）\n{FINES}", "valid", "keep", [], ""),
        (f"1.依照湖法第9条，取水不登记的罚款是（C）\n{FINES}", "wrong", "correct", ["key-against-article"], "B"),
        (f"1.依照湖法第9条，取水不登记的罚款是（ ）\n{FINES}", "wrong", "correct", ["no-answer"], "B"),
        (f"1.依照湖法第13条，取水不登记的罚款是（B）\n{FINES}", "wrong", "correct", ["no-such-article"], ""),
        (f"1.依照《试验池塘法》第二条，擅自取水的罚款是（A）\n{FINES}", "outdated", "correct", ["citation-repealed"], "B"),
        (
            "1.依照《试验池塘法》第2条，擅自取水的罚款是（A）\nA.一千元以上五千元以下 B.二千元以上三千元以下 C.三元以下 D.四元以下",
            "outdated", "correct", ["citation-repealed", "no-option-right-now"], "",
        ),
        ("1.依照试验池塘法第2条，擅自取水要罚款。（√）", "outdated-citation", "correct", ["citation-repealed"], ""),
        ("1.擅自取水罚一千元以上五千元以下。（√）\n依据：试验池塘法第2条", "outdated", "correct", ["citation-repealed"], ""),
        ("1.池塘可以养鸭。（√）\n依据：试验池塘法第6条", "outdated", "drop", ["citation-repealed"], ""),
        ("1.取水罚六万元以上七万元以下。（×）\n依据：湖法第9条", "valid", "keep", [], ""),
        ("1.取水罚六万元以上七万元以下。（√）\n依据：湖法第9条", "wrong", "correct", ["key-against-article"], ""),
        ("1.违反试验池塘法，偷偷养鸭的，要批评。（√）", "outdated-citation", "correct", ["citation-repealed"], ""),
        ("1.新试验池塘法实施细则管养鸭。（√）", "valid", "keep", [], ""),
        ("1.河流规定已经施行。（√）\n依据：试验河流规定第1条", "wrong", "correct", ["citation-not-yet"], ""),
        ("简答题\n1.取水怎样登记？\n答案：先登记。", "unreadable", "by hand", ["type-not-read"], ""),
    ],
)  # fmt: skip
def test_a_question_by_the_law(taken: Take, text: str, status: str, advice: str, kinds: list[str], key: str) -> None:
    (one,) = taken(text).questions
    judged = one.judged
    assert [problem.kind for problem in judged.problems] == kinds
    assert (judged.status, judged.advice, judged.key) == (status, advice, key)


def test_what_changed_is_said_and_the_stem_brought_up(taken: Take) -> None:
    (one,) = taken(f"1.依照《试验池塘法》第二条，擅自取水的罚款是（A）\n{FINES}").questions
    assert "1000元以上5000元以下→1万元以上5万元以下" in "".join(one.judged.reasons)
    assert one.draft.record.stem.startswith("依照《试验湖泊法》第9条")
    assert [option.correct for option in one.draft.record.options] == [False, True, False, False]


def test_texts_of_a_copy_are_at_hand(mini_library: Library, tmp_path: Path) -> None:
    official = read_official(write_official(tmp_path), Problems())
    library = with_official(mini_library, official)
    assert list(library.texts) == ["pond-law"]  # the others of the copy are not in this library
    assert library.official("pond-law", "1") is not None


def test_repeats_are_dropped(taken: Take) -> None:
    text = (
        "1.没有登记就取水的，罚款幅度是（B）\nA.一元以下 B.二元以下 C.三元以下 D.四元以下\n"
        "2.未登记就取水，处（A）的罚款。\nA.二元以下 B.一元以下 C.三元以下 D.四元以下\n"
        "3.取水以前应当先登记。（√）\n依据：湖法第5条\n4.登记以后可以不取水。（√）\n5.登记以后不可以不取水。（√）"
    )
    first, second, third, fourth, fifth = taken(text).questions
    assert (second.judged.again, second.judged.advice) == (0, "drop")
    assert "第 1 题" in second.judged.reasons[0]
    assert (third.judged.repeats, third.judged.advice) == ("authored/who-registers", "drop")
    assert [one.judged.advice for one in (first, fourth, fifth)] == ["keep"] * 3


def test_a_question_of_another_file_read_with_it_is_a_repeat(
    mini_library: Library, mini_asked: tuple[Item, ...], tmp_path: Path
) -> None:
    (tmp_path / "去年.txt").write_text("1.登记要写明取水的用途。（√）\n依据：湖法第5条", encoding="utf-8")
    (tmp_path / "今年.txt").write_text("1.登记要写明取水的用途。（√）\n依据：湖法第5条", encoding="utf-8")
    first = take(mini_library, mini_asked, tmp_path / "去年.txt", lambda _: None)
    second = take(mini_library, mini_asked, tmp_path / "今年.txt", lambda _: None, [first])
    assert [one.judged.advice for one in (*first.questions, *second.questions)] == ["keep", "drop"]
    assert "去年.txt!行1" in second.questions[0].judged.reasons[-1]


def test_files_of_one_name_are_written_neither(
    mini_library: Library, mini_asked: tuple[Item, ...], tmp_path: Path
) -> None:
    files = []
    for folder, text in (("a", "1.登记要写明取水的用途。（√）\n依据：湖法第5条"), ("b", "1.船可以停。（√）")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "题.txt").write_text(text, encoding="utf-8")
        files.append(take(mini_library, mini_asked, tmp_path / folder / "题.txt", lambda _: None))
    first, second = write(mini_library, tmp_path / "apart", files)
    assert (first.name, second.name) == ("ti.yml", "_ti.yml")
    with pytest.raises(Refusal, match="两个文件都要写成"):
        write(mini_library, tmp_path / "out", [files[0], files[0]])
    assert not (tmp_path / "out").exists()


def test_flaws_are_told_and_change_no_verdict(taken: Take) -> None:
    (one,) = taken("1.依照湖法第9条，取水不登记的（A）\nA.罚款 B.拘留 C.以上都对 D.没收").questions
    assert one.judged.advice == "keep"
    assert any("以上都对" in flaw for flaw in one.judged.flaws)
    assert not one.ready


GOOD = f"1.依照湖法第9条，没有登记就放水、取水的，罚款是（B）\n{FINES}\n2.登记要写明取水的用途。（√）\n【解析】湖法第5条。\n3.取水以前先要____。\n答案：登记\n依据：湖法第5条\n4.船可以停。（√）"


def test_what_is_written_passes_every_check(taken: Take, mini_library: Library, tmp_path: Path) -> None:
    root = tmp_path / "project"
    shutil.copytree(MINI, root)
    found = taken(GOOD)
    ready, rest = write(mini_library, root / "quizzes" / "questions", [found])
    problems = Problems()
    library = build_library(root, MINI_DAY, problems)
    bank = build_bank(library, problems)
    assert [str(problem) for problem in problems if problem.at.file.endswith(ready.name)] == []
    ids = {one.draft.record.id for one in found.questions if one.ready}
    assert {item.id for item in bank.items} >= {f"authored/{id}" for id in ids}
    assert len(ids) == 3
    assert "待补：依据" in rest.read_text("utf-8")
    again = write(mini_library, root / "quizzes" / "questions", [taken(GOOD)])
    assert again == (ready, rest)


def test_ids_follow_the_words_not_the_place(taken: Take) -> None:
    ids = [one.draft.record.id for one in taken(GOOD).questions]
    turned = "\n".join(
        reversed([f"1.{part}" for part in ("船可以停。（√）", "登记要写明取水的用途。（√）\n【解析】湖法第5条。")])
    )
    assert [one.draft.record.id for one in taken(turned).questions] == [ids[1], ids[3]]


def test_a_file_that_somebody_worked_on_stays(taken: Take, mini_library: Library, tmp_path: Path) -> None:
    into = tmp_path / "out"
    ready, rest = write(mini_library, into, [taken(GOOD)])
    ready.write_text("# 改过\n", encoding="utf-8")
    rest.unlink()
    with pytest.raises(Refusal, match="一题也没有写"):
        write(mini_library, into, [taken(GOOD)])
    assert [path.name for path in into.iterdir()] == [ready.name]


def test_the_report_has_a_row_for_each(taken: Take, mini_library: Library, tmp_path: Path) -> None:
    found = taken(GOOD)
    (tmp_path / "r.xlsx").write_bytes(book(mini_library, [found]))
    sheet = load_workbook(tmp_path / "r.xlsx")["逐题意见"]
    rows = list(sheet.iter_rows(values_only=True))
    assert [row[7] for row in rows] == ["意见", "保留", "保留", "保留", "保留"]
    assert [row[13] for row in rows[1:]] == ["题库", "题库", "题库", "待核"]
    told = data(mini_library, found)
    assert [record["key_read"] for record in told["records"]] == ["B", "T", ["登记"], "T"]


def test_no_question_costs_more_than_the_one_before(
    mini_library: Library, mini_asked: tuple[Item, ...], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """300 questions read the bank's twins once and each question's citations once, not one by the other."""
    from generator.intake import grounds, repeats, taking

    calls = {"grounds": 0, "twins": 0}

    def counted(name: str, what: Callable[..., object]) -> Callable[..., object]:
        def call(*given: object) -> object:
            calls[name] += 1
            return what(*given)

        return call

    monkeypatch.setattr(taking, "grounds", counted("grounds", grounds.grounds))
    monkeypatch.setattr(repeats, "twins", counted("twins", repeats.twins))
    lines = [
        f"{n}.依照湖法第9条，第{n}号井{chr(0x4E00 + 37 * n)}{chr(0x5000 + 91 * n)}取水的罚款是（B）\n{FINES}"
        for n in range(1, 301)
    ]
    (tmp_path / "多.txt").write_text("\n".join(lines), encoding="utf-8")
    found = take(mini_library, mini_asked, tmp_path / "多.txt", lambda _: None)
    assert len(found.questions) == 300
    assert calls == {"grounds": 300, "twins": 1}
