"""Duties of a trade: which, under what heading, at what price; and what an owner can choose among."""

from generator.kinds.industry import Industry
from generator.kinds.obligation import Obligation
from generator.library import Library
from generator.site.costs import NONE, cost
from generator.site.duties import choices_of, concerns, parts_of


def _trade(library: Library, id: str) -> Industry:
    found = library.get("industry", id)
    assert isinstance(found, Industry)
    return found


def _duty(library: Library, id: str) -> Obligation:
    found = library.get("obligation", id)
    assert isinstance(found, Obligation)
    return found


def test_a_duty_falls_on_the_trades_it_names_or_on_those_that_may_do_what_it_is_about(mini_library: Library) -> None:
    fishing, boats = _trade(mini_library, "fishing"), _trade(mini_library, "boat-hire")
    assert concerns(fishing, _duty(mini_library, "log-water"))
    assert not concerns(boats, _duty(mini_library, "log-water"))
    assert concerns(fishing, _duty(mini_library, "boats-tied"))
    assert not concerns(boats, _duty(mini_library, "boats-tied"))  # nobody has said that they may sail
    assert concerns(boats, _duty(mini_library, "signs-kept"))


def test_what_the_guide_names_stands_first_below_the_heading_of_its_moment(mini_library: Library) -> None:
    parts = parts_of(mini_library, _trade(mini_library, "fishing"), ["log-water"])
    assert [(part.id, [duty.obligation.id for duty in part.first]) for part in parts] == [
        ("now", ["register-first", "boats-tied", "signs-kept"]),
        ("dated", ["log-water"]),
    ]
    named = parts_of(mini_library, _trade(mini_library, "fishing"), ["signs-kept", "boats-tied"])
    assert [duty.obligation.id for duty in named[0].first] == ["signs-kept", "boats-tied", "register-first"]


def test_the_price_is_that_of_the_gravest_conduct_else_what_the_law_says_otherwise(mini_library: Library) -> None:
    told = cost(mini_library, _duty(mini_library, "register-first"))
    assert (told.text, told.high > 0, told.conduct and told.conduct.id) == ("最高 20万元", True, "taking-water")
    assert cost(mini_library, _duty(mini_library, "signs-kept")).text == "管理局会提醒"
    bare = _duty(mini_library, "signs-kept").model_copy(update={"otherwise": None})
    assert cost(mini_library, bare).text == NONE


def test_an_owner_chooses_among_what_tells_the_duties_apart(mini_library: Library) -> None:
    parts = parts_of(mini_library, _trade(mini_library, "fishing"))
    found = {sort: [one.id for one in chosen] for sort, chosen in choices_of(mini_library, parts).items()}
    assert found == {"做什么": ["pumping", "boating"], "许可": ["licensed"], "规模": ["small"], "在哪里": ["deep-lake"]}
