"""Every kind says all about itself, and what it says is so: of its fields, its page, its address, its results and its audit."""

import dataclasses
from collections.abc import Iterator

import pytest

from generator.auditing.facts import facts
from generator.auditing.official import read_official
from generator.kinds import Kind, No, kinds
from generator.kinds._kind import Asked, Audit, Search, Words
from generator.library import Library
from generator.library.links import citations
from generator.library.paths import text_of, values
from generator.problems import Problems
from generator.questions.bank import Bank, build_bank
from generator.questions.fact_ids import record_named
from generator.site import urls
from generator.site.compile import site_files
from generator.site.context import Context
from generator.site.documents import documents
from generator.site.page import PAGES, Page
from tests.auditing.conftest import write_official

EVERY = pytest.mark.parametrize("kind", kinds(), ids=lambda kind: kind.name)


@pytest.fixture(scope="module")
def pages(mini_library: Library) -> dict[str, str]:
    """Address → body of every page of the miniature."""
    context = Context(mini_library, build_bank(mini_library, Problems()), (), ())
    return {f"{page.path}/" if page.path else "": page.body for page in site_files(context) if isinstance(page, Page)}


def answers(kind: Kind) -> list[object]:
    return [kind.page, kind.search, kind.asked, kind.audited]


@EVERY
def test_kind_answers_every_question_or_says_why_not(kind: Kind) -> None:
    assert len(kind.short) == 2
    assert kind.address
    assert isinstance(kind.page, str | No)
    assert isinstance(kind.search, Search | No)
    assert isinstance(kind.asked, Asked | No)
    assert isinstance(kind.audited, Audit | No)
    assert all(len(answer.why) >= 6 for answer in answers(kind) if isinstance(answer, No))


def test_kind_that_says_nothing_cannot_be() -> None:
    fields = [field for field in dataclasses.fields(Kind) if field.kw_only]
    silent = {field.name for field in fields if field.default is dataclasses.MISSING}
    assert silent == {"short", "address", "page", "search", "asked", "audited"}
    with pytest.raises(TypeError, match="required keyword-only"):
        Kind("x", "甲", "content/x", kinds()[0].model)  # type: ignore[call-arg]


def test_no_two_kinds_are_called_or_placed_alike() -> None:
    for told in (
        [kind.name for kind in kinds()],
        [kind.title for kind in kinds()],
        [kind.short for kind in kinds()],
        [kind.folder for kind in kinds() if kind.folder],
        [kind.search.order for kind in kinds() if isinstance(kind.search, Search)],
        [kind.search.label for kind in kinds() if isinstance(kind.search, Search)],
    ):
        assert len(set(told)) == len(told)


def paths(kind: Kind) -> Iterator[str]:
    """Every path and field that the kind names."""
    for answer in (kind.search, kind.audited):
        for field in dataclasses.fields(answer):
            value = getattr(answer, field.name)
            if isinstance(value, Words):
                yield from value.paths
            elif field.name in {"title", "heading", "digest", "text", "words", "law", "unless"} and value:
                yield value
            elif field.name in {"aliases", "topics", "own_words", "periods", "then", "now"}:
                yield from value


@EVERY
def test_fields_that_a_kind_names_are_there(kind: Kind, mini_library: Library) -> None:
    if kind.folder:
        assert mini_library.all(kind.name), "the miniature has none"
    for path in paths(kind):
        for record in mini_library.all(kind.name):
            list(values(mini_library, record, path))


@EVERY
def test_page_that_lists_the_kind_is_there_and_every_address_leads_to_a_place(
    kind: Kind, mini_library: Library, pages: dict[str, str]
) -> None:
    assert isinstance(kind.page, No) or kind.page in {page.name for page in PAGES.all()}
    for record in mini_library.all(kind.name):
        page, _, anchor = urls.url_of(kind.name, record).partition("#")
        if kind.name == "blueprint":  # the page is that of its paper, where it is published
            continue
        assert page in pages, page
        assert not anchor or f'id="{anchor}"' in pages[page], f"{page}#{anchor}"


@EVERY
def test_search_finds_what_the_kind_says(kind: Kind, mini_library: Library) -> None:
    found = [one for one in documents(Context(mini_library, Bank(), (), ())) if one.kind == kind.name]
    assert len(found) == (len(mini_library.all(kind.name)) if isinstance(kind.search, Search) else 0)
    assert all(one.title for one in found)
    assert not found or any(one.digest or one.text for one in found)


@EVERY
def test_audit_reads_what_the_kind_says(kind: Kind, mini_library: Library, tmp_path) -> None:
    official = read_official(write_official(tmp_path), Problems())
    told = {fact.at.file for fact in facts(mini_library, official)}
    for record in mini_library.all(kind.name) if isinstance(kind.audited, Audit) else ():
        assert text_of(mini_library, record, kind.audited.says)
        if kind.name == "article" or next(citations(kind.name, record), None):
            assert record.at.file in told


def test_sorts_of_facts_name_their_kind() -> None:
    assert record_named("penalty/x/y/0") == ("conduct", "x")
    assert record_named("education/x/1") == ("education-duty", "x")
    assert record_named("term/x") == ("term", "x")
