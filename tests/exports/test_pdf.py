"""PDF by Typst: what is written, and that nothing is printed as boxes."""

import datetime
import json
import subprocess
import sys

import pytest

from generator.exports.base import Wishes
from generator.exports.formats.pdf import export
from generator.exports.papers.document import Document, NewPage, Para, plain
from generator.exports.typeset import data, fonts, write
from tests.exports import _every
from tests.exports._paper import LIBRARY

DAY = datetime.date(2026, 9, 1)


def one(text: str) -> Document:
    return Document("甲", "甲", (Para("题干", plain(text)),))


def test_every_form_has_paper_key_and_audit_sheet() -> None:
    outcome = export(LIBRARY, _every.exam(forms="AB"), Wishes())
    assert outcome.problems == ()
    assert set(outcome.named) == {f"{name}-{form}.pdf" for name in ("paper", "key", "audit") for form in "AB"}
    assert all(content.startswith(b"%PDF-") for content in outcome.named.values())


def test_papers_of_candidates_are_one_file() -> None:
    outcome = export(LIBRARY, _every.exam(drawn=True, forms=("001", "002")), Wishes())
    assert set(outcome.named) == {"papers.pdf", "keys.pdf", "audit.pdf"}


def test_the_same_exam_gives_the_same_bytes() -> None:
    assert export(LIBRARY, _every.exam(), Wishes()) == export(LIBRARY, _every.exam(), Wishes())


@pytest.mark.parametrize("text", _every.HOSTILE, ids=range(len(_every.HOSTILE)))
def test_hostile_text_is_no_markup(text: str) -> None:
    outcome = export(LIBRARY, _every.hostile(text), Wishes())
    assert outcome.problems == ()
    assert len(outcome.files) == 3


def test_without_a_font_it_says_what_to_install(monkeypatch) -> None:
    monkeypatch.setattr(fonts, "_packaged", lambda: [])
    fonts.faces.cache_clear()
    with pytest.raises(fonts.NoFont):
        fonts.faces(system=False)
    monkeypatch.setattr(write, "faces", lambda system=True: fonts.faces(system=False))
    outcome = export(LIBRARY, _every.exam(), Wishes())
    fonts.faces.cache_clear()
    assert outcome.files == ()
    assert [problem.code for problem in outcome.problems] == ["E813"]
    assert "pufa[fonts]" in outcome.problems[0].hint


def test_the_font_package_alone_will_do() -> None:
    """In a process of its own, as where the system has no font."""
    code = "import sys, datetime; sys.path.insert(0, '.'); from generator.exports.typeset.write import pdf_of; from tests.exports.test_pdf import one; sys.stdout.buffer.write(pdf_of([one('1．甲（　　）')], datetime.date(2026, 1, 1), system=False))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, check=True)
    assert b"NotoSansCJK" in done.stdout


def test_a_warning_of_typst_is_an_error(monkeypatch) -> None:
    monkeypatch.setattr(write, "_template", lambda: b'#set text(font: "No Such Font")\nx')
    with pytest.raises(write.Unset, match="unknown font"):
        write.pdf_of([one("甲")], DAY)


def test_what_fits_on_no_page_may_break() -> None:
    long = Document("甲", "甲", (Para("题干", plain("字" * 4000)), NewPage(), Para("题干", plain("短"))))
    found = fonts.Faces("a", "b", "c", fonts.faces().found)
    assert [group["whole"] for group in json.loads(data.data_of([long], found))["documents"][0]["groups"]] == [
        False,
        False,
        True,
    ]
