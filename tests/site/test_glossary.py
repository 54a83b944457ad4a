"""The glossary: every word in the table and, once, in the index by its sound."""

import re

from generator.library import Library
from generator.questions.bank import Bank
from generator.site.context import Context
from generator.site.pages.glossary import PAGE


def test_every_word_stands_in_the_table_and_once_in_the_index(mini_library: Library) -> None:
    (page,) = PAGE.generate(Context(mini_library, Bank(()), (), ()))
    words = {term.id for term in mini_library.all("term")}
    assert words
    assert set(re.findall(r'<tr id="([^"]+)"', page.body)) == words
    index = page.body.partition("pf-letters")[2].partition("</details>")[0]
    assert sorted(re.findall(r'href="#([^"]+)"', index)) == sorted(words)
    letters = re.findall(r"<p><b>(.)</b>", index)
    assert letters == sorted(letters)
