"""Blueprints looked at on a day before their law or after its end: that papers lack its questions is no fault of theirs."""

import datetime
from types import MappingProxyType, SimpleNamespace
from typing import Any

import pytest

from generator.exams.out_of_time import out_of_time
from generator.exams.paper import Paper, PaperSection
from generator.kinds import BasisValue
from generator.kinds.must_know import MustKnow
from generator.kinds.regulation import Regulation
from generator.library import Library
from generator.problems import Place, Problem, Severity
from tests.exams._bank import AT, DAY, blueprint, item

LACK = Problem(Place("quizzes/x.yml", 3, 1), "E501", "要 5 题，题库里有 3 题", "补充内容。")
PAST, LATER = DAY - datetime.timedelta(days=40), DAY + datetime.timedelta(days=90)


NAMES = {"one": "甲法", "two": "乙法"}


def law(id: str, effective: datetime.date = PAST, **ended: Any) -> Regulation:
    version = {"adopted": PAST, "effective": effective, **ended}
    return Regulation.model_validate(
        {"id": id, "title": NAMES[id], "rank": "法律", "issuer": "某机关", "versions": [version]}
    )


def resting(*laws: Regulation, **articles: int) -> Library:
    """A library whose one list rests on so many articles of each law."""
    listed = [
        {"basis": BasisValue(regulation=id, article=n + 1), "level": "know", "why": "要会"}
        for id, count in articles.items()
        for n in range(count)
    ]
    known = MustKnow.model_validate(
        {"id": "list", "title": "清单", "audience": "执法人员", "basis": [], "articles": listed, "updated": DAY}
    )
    records = MappingProxyType({"topic": (), "must-know": (known,), "regulation": laws})
    return Library(DAY, records=records)


def told(library: Library, *problems: Problem) -> list[tuple[str, str, str, Severity]]:
    return [(one.code, one.message, one.hint, one.severity) for one in out_of_time(library, problems or (LACK,))]


def test_a_law_that_is_not_in_force_yet_is_named_and_nothing_is_wrong() -> None:
    assert told(resting(law("one", LATER), one=2)) == [
        (
            "W507",
            f"要 5 题，题库里有 3 题；《甲法》在 {DAY} 还没有施行，这份卷没有组",
            "按这一天的法律看网站时不用管。",
            Severity.WARNING,
        )
    ]


def test_a_law_that_ended_with_nothing_in_its_place_is_named_with_its_day() -> None:
    ended = law("one", repealed_on=PAST + datetime.timedelta(days=10))
    ((code, message, hint, severity),) = told(resting(ended, one=1))
    assert (code, severity) == ("W507", Severity.WARNING)
    assert "《甲法》自2026年8月2日起废止，依据它的题不再出，这份卷没有组" in message
    assert hint.startswith("录入取代它的规定")


def test_a_law_that_another_took_the_place_of_is_no_excuse() -> None:
    ended = law("one", repealed_on=PAST + datetime.timedelta(days=10), repealed_by="two")
    assert told(resting(ended, law("two"), one=3)) == [("E501", LACK.message, LACK.hint, Severity.ERROR)]


def test_where_all_law_is_in_force_and_for_all_other_problems_nothing_changes() -> None:
    other = Problem(Place("x.yml", 1, 1), "E502", "写错了", "改。")
    assert told(resting(law("one"), one=3)) == [("E501", LACK.message, LACK.hint, Severity.ERROR)]
    assert [one[0] for one in told(resting(law("one", LATER), one=1), other, LACK)] == ["E502", "W507"]


@pytest.mark.parametrize(("counts", "named"), [({"one": 1, "two": 3}, "乙法"), ({"one": 3, "two": 1}, "甲法")])
def test_of_several_the_law_is_named_on_which_most_rests(counts: dict[str, int], named: str) -> None:
    ((_, message, _, _),) = told(resting(law("one", LATER), law("two", LATER), **counts))
    assert f"《{named}》" in message


def test_numbers_go_on_through_the_sections_of_a_paper() -> None:
    plan = blueprint({"count": 2}, {"count": 1})
    first, second, third = (item(name, difficulty=hard) for name, hard in (("a", 0.2), ("b", 0.6), ("c", 0.7)))
    sections = (PaperSection("一", "single", 1.0, (first, second)), PaperSection("二", "single", 1.0, (third,)))
    paper = Paper(plan, 4, sections, "B", alone=False)
    assert paper.numbered == ((1, ((1, first), (2, second))), (2, ((3, third),)))
    assert (paper.count, [section.count for section in sections]) == (3, [2, 1])
    assert paper.difficulty == pytest.approx(0.5)
    assert (paper.suffix, paper.code) == ("-B", "paper-4-B")
    alone = Paper(plan, 4, sections)
    assert (alone.form, alone.suffix, alone.code) == ("A", "", "paper-4")
    assert first.at == AT


def test_the_old_side_of_a_concordance_is_out_of_time_by_itself_and_excuses_nothing() -> None:
    """What else has a role of that name counts."""
    said = []
    for kind, role in (("concordance", "old"), ("concordance", "new"), ("must-know", "old")):
        library = resting(law("one", LATER), one=1)
        (citing,) = library.citations()
        one = SimpleNamespace(kind=kind, role=role, basis=citing.basis)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(Library, "citations", lambda self, one=one: [one])
            said.append(told(library)[0][0])
    assert said == ["E501", "W507", "W507"]
