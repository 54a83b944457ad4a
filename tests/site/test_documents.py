"""What the search finds: every kind that a reader asks for by name, and what is invented marked as such."""

from types import SimpleNamespace

import pytest

from generator.kinds.article import Article
from generator.library import Library
from generator.library.overhaul import Overhaul
from generator.questions.bank import Bank
from generator.site import documents as module
from generator.site.context import Context
from generator.site.documents import documents, found_kinds
from tests.conftest import MINI_DAY


def test_every_kind_that_has_a_name_for_readers_is_found(mini_library: Library) -> None:
    found = documents(Context(mini_library, Bank(), (), ()))
    assert {document.kind for document in found} == {kind.name for kind, _ in found_kinds()}
    assert len({document.url for document in found}) == len(found)


def test_what_is_invented_is_marked(mini_library: Library) -> None:
    found = {document.url: document for document in documents(Context(mini_library, Bank(), (), ()))}
    assert found["cases/night-pump/"].filters["sample"] == ("示例",)
    assert found["cases/night-pump/"].filters["topic"] == ("lake",)
    marked = {url for url, document in found.items() if "sample" in document.filters}
    assert marked < set(found)


def test_what_is_said_of_a_conduct_stands_behind_it(mini_library: Library) -> None:
    boosts = {document.kind: document.boost for document in documents(Context(mini_library, Bank(), (), ()))}
    assert boosts["case"] < boosts["benchmark"] < boosts["exemption"] < boosts["conduct"]


def test_excerpts_show_words_and_no_marks(mini_library: Library) -> None:
    found = {document.url: document for document in documents(Context(mini_library, Bank(), (), ()))}
    assert found["guides/boats-for-hire/"].text == "放船以前先登记。 点这里，加粗照常。"
    assert found["guides/fishing-ponds/"].text.startswith("登记了没有 水表好不好 先登记 ")
    assert not set("*#|<>[]") & set(found["guides/fishing-ponds/"].text)


def test_a_number_alone_means_the_law_that_took_the_place_of_the_others(
    mini_library: Library, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Equals stand in the order of the documents: 44 led to the first law by its name."""
    kind = next(kind for kind, _ in found_kinds() if kind.model is Article)
    own, *_ = mini_library.all(kind.name)
    older = own.model_copy(update={"regulation": "a-law"})
    held = SimpleNamespace(all=lambda name: (older, own, older))
    law = mini_library.regulation(own.regulation)
    monkeypatch.setattr(module, "overhaul", lambda library: Overhaul(law, MINI_DAY, ()))
    assert module._ordered(held, kind) == [own, older, older]
    monkeypatch.setattr(module, "overhaul", lambda library: None)
    assert module._ordered(held, kind) == (older, own, older)
