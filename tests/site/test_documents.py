"""What the search finds: every kind that a reader asks for by name, and what is invented marked as such."""

from generator.library import Library
from generator.questions.bank import Bank
from generator.site.context import Context
from generator.site.documents import documents, found_kinds


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
