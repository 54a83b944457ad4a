"""Who acts under which article, who does not, and which laws are taught by those who enforce them."""

from generator.kinds import BasisValue
from generator.library import Library
from generator.library.coverage import coverage, enforced_by, untaught


def basis(article: int, suffix: int = 0) -> BasisValue:
    return BasisValue(regulation="lake-law", article=article, suffix=suffix)


def test_authorities(mini_library: Library) -> None:
    assert mini_library.authorities == ("湖区公安机关", "湖区管理局", "船只管理站")
    assert mini_library.authorities_under(basis(9)) == {"湖区管理局"}
    assert mini_library.authorities_under(basis(9, 1)) == {"湖区管理局", "船只管理站"}
    assert mini_library.authorities_under(basis(1)) == frozenset()


def test_penalties_stand_in_order_with_their_places(mini_library: Library) -> None:
    assert [entry.id for entry in mini_library.penalties] == [
        "taking-water/unit",
        "floating-boats/unit",
        "noise-on-lake/person",
    ]
    assert str(mini_library.penalties[0].at) == "content/conducts/lake.yml:8:7"


def test_what_a_unit_enforces_follows_from_the_names_of_statutes(mini_library: Library) -> None:
    found = {
        unit.id: {law: [e.id for e in entries] for law, entries in enforced_by(mini_library, unit).items()}
        for unit in mini_library.units
    }
    assert found == {
        "lake-office": {"lake-law": ["taking-water/unit", "floating-boats/unit"]},
        "boat-station": {"lake-law": ["floating-boats/unit"]},
        "lake-village": {},
    }


def test_coverage_counts_what_is_there_and_names_what_is_not(mini_library: Library) -> None:
    office, station = coverage(
        mini_library, [("lake-law", "9"), ("lake-law", "9"), ("lake-law", "5"), ("pond-law", "9")]
    )
    assert (office.unit.id, office.regulation.id) == ("lake-office", "lake-law")
    assert len(office.penalties) == 2
    assert [duty.id for duty in office.duties] == ["teach-lake-law"]
    assert (len(office.activities), office.held, office.materials, office.items) == (
        2,
        2,
        2,
        2,
    )  # one by the list, one by the log
    assert [guide.id for guide in office.guides] == ["fishing-ponds"]
    assert office.gaps == ()
    assert station.unit.id == "boat-station"
    assert station.gaps == ("普法责任", "活动", "题目")


def test_laws_that_nobody_teaches(mini_library: Library) -> None:
    assert untaught(mini_library) == ()
    without = Library(
        mini_library.as_of,
        mini_library.site,
        {kind: r for kind, r in mini_library.records.items() if kind != "education-duty"},
    )
    assert [law.id for law in untaught(without)] == ["lake-law"]
