"""What templates compute: fines told once, sections above an article, parts of the page that stand only where they say something."""

from typing import Any

from generator.kinds.concordance import AmountChange
from generator.kinds.penalty import Fine, Tier
from generator.kinds.regulation import Regulation
from generator.library import Library
from generator.site.markdown import to_html
from generator.site.templates import amounts_of, environment, sections_of

LOW, HIGH = (Fine.model_validate({"range": {"min": least, "max": 9000}}) for least in (1000, 5000))


def test_equal_fines_are_told_once_with_their_labels() -> None:
    amounts = [AmountChange(label=label, old=LOW, new=new) for label, new in (("甲", LOW), ("乙", HIGH), ("丙", LOW))]
    assert amounts_of(amounts, "old") == [("各档", LOW)]
    assert amounts_of(amounts, "new") == [("甲、丙", LOW), ("乙", HIGH)]
    assert amounts_of(amounts[:1], "old") == [("甲", LOW)]
    assert amounts_of([AmountChange(label="甲", new=LOW)], "old") == []


def test_sections_stand_from_the_widest_to_the_deepest(mini_library: Library) -> None:
    law = mini_library.regulation("lake-law")
    assert isinstance(law, Regulation)
    assert [section.title for section in sections_of(law, 6)] == ["第二章 用水", "第一节 取水"]
    assert sections_of(law, 999) == []


def test_a_penalty_without_a_fine_has_no_axis(mini_library: Library) -> None:
    macros: Any = environment().get_template("macros.html").make_module({"library": mini_library, "root": ""})
    fined = mini_library.penalties[0].penalty
    held = Tier.model_validate({"detention": {"min_days": 5, "max_days": 10}})
    assert [word in macros.tiers(fined) for word in ("pf-axis", "还会")] == [True, True]
    jailed = macros.tiers(fined.model_copy(update={"tiers": (held,)}))
    assert [word in jailed for word in ("pf-axis", "还会", "5日以上10日以下拘留")] == [False, False, True]


def test_heads_of_tables_in_markdown_have_a_scope() -> None:
    html = to_html("|甲|乙|\n|---|---:|\n|1|2|")
    assert html.count('<th scope="col"') == 2
