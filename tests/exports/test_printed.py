"""Papers as they leave the printer: by LibreOffice from Word, and as PDF by Typst; pages, margins, items and text."""

import itertools
import re
from collections import defaultdict
from pathlib import Path

import pytest

from generator.exams.forms import assemble_exam, draw_exam
from generator.exams.paper import Exam, Paper, PaperSection
from generator.exports.base import Wishes
from generator.exports.bundle import formats
from generator.kinds.blueprint import Blueprint
from generator.library import Library
from generator.problems import Problems
from generator.questions import types
from generator.questions.bank import Bank
from generator.questions.chained import chain_of, numbers
from tests.exports import _office

pytestmark = pytest.mark.slow
MM = 72 / 25.4
#: Where text may stand: binding side, other side in mm.  LibreOffice lets one punctuation mark hang over the edge.
INNER, OUTER, HAIR, HANGING, SEAL = 32, 18, 0.8, 3.8, 25
PLANS = ("qualification", "leaders", "june-fifth")


def of_every_type(bank: Bank) -> Exam:
    """A paper with a few items of each type there is, the longest chains and cases among them."""
    sections, plan = [], []
    for type in types.titles():
        pool = sorted((item for item in bank.items if item.type == type), key=lambda item: -len(item.stem))
        worth = types.of(pool[0]).worth(pool[0])
        pool = [item for item in pool if types.of(item).worth(item) == worth]
        section = PaperSection(type, type, worth or 2.0, (*pool[:3], *pool[-3:]) if len(pool) > 6 else tuple(pool))
        sections.append(section)
        plan.append({"title": type, "type": type, "count": section.count, "points": section.points})
    data = {
        "id": "every",
        "title": "各种题型",
        "audience": "执法人员",
        "minutes": 90,
        "pass_mark": 1.0,
        "sections": plan,
    }
    blueprint = Blueprint.model_validate(data)
    return Exam(blueprint, 1, (Paper(blueprint, 1, tuple(sections)),))


@pytest.fixture(scope="module")
def made(content_library: Library, content_bank: Bank) -> tuple[Library, dict[str, Exam]]:
    problems, library, bank = Problems(), content_library, content_bank
    exams = {name: assemble_exam(library.get("blueprint", name), library, bank, problems, None, 1) for name in PLANS}
    exams["every"] = of_every_type(bank)
    exams["drawn"] = draw_exam(library.get("blueprint", "june-fifth"), library, bank, problems, ("001", "002", "003"))
    return library, exams


@pytest.fixture(scope="module")
def printed(made, tmp_path_factory):
    """Format and name of an exam → its papers as PDF; each made once."""
    library, exams = made
    folder, known = tmp_path_factory.mktemp("printed"), {}

    def paper(form: str, name: str) -> Path:
        if (form, name) not in known:
            files = formats()[form].export(library, exams[name], Wishes()).named
            file = folder / f"{name}-{form}.{form}"
            file.write_bytes(files[f"papers.{form}" if name == "drawn" else f"paper.{form}"])
            known[form, name] = _office.as_pdf(file, folder) if form == "docx" else file
        return known[form, name]

    return paper


@pytest.mark.parametrize("form", ["docx", "pdf"])
@pytest.mark.parametrize("name", PLANS)
def test_no_text_stands_in_the_margins_but_the_seal(printed, form: str, name: str) -> None:
    pdf = printed(form, name)
    sheet = 210 * MM
    for word in _office.words(pdf):
        odd = word.page % 2
        left, right = (INNER, OUTER) if odd else (OUTER, INNER)
        inside = (
            word.left >= (left - HAIR) * MM
            and word.right <= sheet - (right - (HANGING if word.text[-1] in "，。、；：）》”？！" else HAIR)) * MM
        )
        seal = word.right <= SEAL * MM if odd else word.left >= sheet - SEAL * MM
        assert inside or seal, word
        if seal and not inside:
            assert not re.search(r"[A-Z]．|\d．", word.text), word


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_the_seal_is_drawn_on_the_binding_side_of_every_page(printed, form: str) -> None:
    pdf = printed(form, "leaders")
    for page in range(1, _office.pages(pdf) + 1):
        bound, free = (0.03, 0.14), (0.93, 0.99)
        if page % 2 == 0:
            bound, free = (0.86, 0.97), (0.01, 0.07)
        assert _office.ink(pdf, page, (bound[0], 0.1, bound[1], 0.9)) > 0.003
        assert _office.ink(pdf, page, (free[0], 0.1, free[1], 0.9)) < 0.001


@pytest.mark.parametrize("form", ["docx", "pdf"])
@pytest.mark.parametrize("name", PLANS)
def test_every_page_says_which_it_is(printed, form: str, name: str) -> None:
    pdf = printed(form, name)
    count = _office.pages(pdf)
    assert 3 <= count <= 12
    found = re.findall(r"第(\d+)页共(\d+)页", _office.text(pdf))
    assert found == [(str(page), str(count)) for page in range(1, count + 1)]


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_papers_of_candidates_have_pages_of_their_own_and_begin_on_odd_ones(printed, form: str) -> None:
    pdf = printed(form, "drawn")
    found = re.findall(r"（(\d+)卷）第(\d+)页共(\d+)页", _office.text(pdf))
    whole = defaultdict(list)
    for number, page, last in found:
        whole[number].append((int(page), int(last)))
    assert list(whole) == ["001", "002", "003"]
    for pages in whole.values():
        assert pages == [(page, len(pages)) for page in range(1, len(pages) + 1)]
    firsts = {word.page for word in _office.words(pdf) if "考试时间" in word.text}
    assert len(firsts) == 3
    if form == "pdf":  # LibreOffice leaves out the empty pages that it counts
        assert all(page % 2 for page in firsts)


@pytest.mark.parametrize("form", ["docx", "pdf"])
@pytest.mark.parametrize("name", PLANS)
def test_no_item_is_broken_across_pages(made, printed, form: str, name: str) -> None:
    """Between the number of an item and that of the next on the same page stand all its options; so the last of a page is whole."""
    (paper,) = made[1][name].papers
    page_of: dict[str, set[int]] = defaultdict(set)
    number = 0
    for word in sorted(_office.words(printed(form, name)), key=lambda w: (w.page, round(w.top), w.left)):
        start = re.match(r"(\d+)．", word.text)
        if start and int(start[1]) == number + 1 <= paper.count:
            number += 1
        elif word.text.startswith("注意事项"):
            number = -100  # its lines are numbered too; items begin behind the first heading
        elif number < 0 and word.text.startswith("一、"):
            number = 0
        mark = re.match(r"([A-F])．", word.text)
        if mark and number > 0 and "答题卡" not in word.text:
            page_of[f"{number}"].add(word.page)
    assert number == paper.count
    assert page_of
    assert {number: pages for number, pages in page_of.items() if len(pages) > 1} == {}


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_all_text_comes_back(made, printed, form: str) -> None:
    shown = _office.text(printed(form, "leaders"))
    for item in made[1]["leaders"].papers[0].items:
        for option in item.options[:1]:
            assert re.sub(r"\s", "", option.text)[:12] in shown
    assert "￼" not in shown


def test_fonts_of_the_pdf_are_embedded(printed) -> None:
    found = _office.embedded(printed("pdf", "qualification"))
    assert found
    assert all(found)


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_what_a_chain_tells_stands_on_one_page(made, printed, form: str) -> None:
    pages = _office.page_texts(printed(form, "every"))
    (paper,) = made[1]["every"].papers
    found = [(n, item) for _, items in paper.numbered for n, item in items if item.type == "chain"]
    assert found
    for number, item in found:
        chain = chain_of(item)
        told = [item.stem, *(text for piece in chain.evidence for text in (piece.title, *piece.lines))]
        told += [cell for piece in chain.evidence for row in (piece.head, *piece.rows) for cell in row]
        (at,) = [place for place, page in enumerate(pages) if numbers(number, chain.parts) in page]
        above = pages[at].partition(numbers(number, chain.parts))[2]
        question = _office.bare(f"{number}．（{chain.parts[0].sort}）{chain.parts[0].stem}")
        assert question in above or question in pages[at + 1], item.id  # a long letter may fill its page
        above = above.partition(question)[0]
        assert [text for text in told if _office.bare(text) not in above] == [], item.id


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_a_place_for_an_answer_is_never_broken(printed, form: str) -> None:
    for line in _office.lines(printed(form, "every")):
        assert not line.rstrip().endswith("（"), line
        assert not line.lstrip().startswith("）"), line


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_there_is_room_to_write_between_the_lines_of_a_case(printed, form: str) -> None:
    """Handwriting wants eight millimetres."""
    pdf = printed(form, "every")
    tops = _office.rules(pdf, between=(145 * MM, 156 * MM))
    assert len(tops) > 10
    gaps = [below - above for (page, above), (other, below) in itertools.pairwise(tops) if page == other]
    assert min(gaps) >= 8 * MM


@pytest.mark.parametrize("form", ["docx", "pdf"])
def test_no_case_is_broken_across_pages(made, printed, form: str) -> None:
    pages = _office.page_texts(printed(form, "every"))
    (section,) = [section for section in made[1]["every"].papers[0].sections if section.type == "case"]
    for item in section.items:
        asks = [_office.bare(step.ask) for step in item.response.steps]
        assert any(all(ask in page for ask in asks) and _office.bare(item.stem)[:40] in page for page in pages), item.id
