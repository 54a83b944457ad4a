"""The content of this repository itself: sound, without a disputed answer, and as the lock says."""

import re
from time import process_time

import pytest

from generator.kinds import kinds
from generator.library import Library, build_library
from generator.problems import Problems
from generator.questions.bank import Bank, build_bank, rules
from generator.questions.evaluate import disagreements
from generator.questions.lock import LOCK_FILE, compare
from generator.site.page import PAGES
from tests.conftest import CONTENT_DAY, ROOT


@pytest.fixture(scope="module")
def built(content_read: tuple[Library, Problems], bank: Bank) -> tuple[Library, Bank, Problems]:
    library, problems = content_read
    return library, bank, problems


def test_content_has_no_problem(built: tuple[Library, Bank, Problems]) -> None:
    assert [str(problem) for problem in built[2]] == []


def test_bank_is_as_the_lock_says(built: tuple[Library, Bank, Problems]) -> None:
    assert [str(problem) for problem in compare(ROOT / LOCK_FILE, LOCK_FILE, built[1])] == []


def test_second_evaluator_agrees_on_every_option(built: tuple[Library, Bank, Problems]) -> None:
    assert [str(problem) for problem in disagreements(built[0], built[1])] == []


@pytest.mark.slow  # library and bank anew; that the two agree is held above
def test_deciding_again_takes_at_most_half_the_time_of_asking(built: tuple[Library, Bank, Problems]) -> None:
    library = build_library(ROOT, CONTENT_DAY, Problems())  # anew, with nothing worked out yet
    start = process_time()
    bank = build_bank(library, Problems())
    asked = process_time()
    disagreements(library, bank)
    assert (process_time() - asked) / (asked - start) <= 0.5


def test_content_holds_what_the_first_release_promises(built: tuple[Library, Bank, Problems]) -> None:
    library, bank, _ = built
    least = {
        "conduct": 40, "concordance": 20, "unit": 38, "responsibility": 40, "education-duty": 10, "guide": 2, "term": 30,
    }  # fmt: skip
    assert {kind: len(library.all(kind)) >= count for kind, count in least.items()} == dict.fromkeys(least, True)
    assert {item.rule for item in bank.items} >= {
        "penalty-range", "who-acts", "judge", "situation", "status",
    }  # fmt: skip


def test_every_conduct_says_what_it_breaks(built: tuple[Library, Bank, Problems]) -> None:
    """One that doesn't may be any other: with one of a vague authority, no question on who acts was left."""
    assert [conduct.id for conduct in built[0].conducts if not conduct.prohibited_by] == []


#: Kinds whose ids may be words of any language (sealed, decided), which code has for other things.
PLAIN = ("circumstance", "occasion")


def test_no_id_of_this_content_stands_in_the_code(built: tuple[Library, Bank, Problems]) -> None:
    """Another bureau's content has other ids; what a field settles once is said in records and in site.yml."""
    own = {kind.name for kind in kinds()} | {rule.id for rule in rules()} | {page.name for page in PAGES.all()}
    named = {
        record.id
        for kind, records in built[0].records.items()
        for record in records
        if kind not in PLAIN or "-" in record.id
    }
    ids = named - own
    found = []
    for path in sorted((ROOT / "generator").rglob("*")):
        if path.suffix not in {".py", ".html", ".js", ".css"} or "starter" in path.parts:
            continue
        text = re.sub(r'"""(?:.|\n)*?"""|/\*(?:.|\n)*?\*/', "", path.read_text(encoding="utf-8"))  # examples in docs
        words = re.findall(r"[\"'/#]([a-z0-9]+(?:-[a-z0-9]+)*)[\"'/#]", text)
        found += [f"{path.relative_to(ROOT)}: {word}" for word in dict.fromkeys(words) if word in ids]
    assert found == []
