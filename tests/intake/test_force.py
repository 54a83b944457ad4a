"""Whether a law is in force is asked too: a key that says otherwise than the library knows is wrong."""

from collections.abc import Callable
from pathlib import Path

import pytest

from generator.intake.taking import TakenFile, take
from generator.library import Library


@pytest.fixture
def taken(mini_library: Library, tmp_path: Path) -> Callable[[str], TakenFile]:
    def taker(text: str) -> TakenFile:
        (tmp_path / "旧题.txt").write_text(text, encoding="utf-8")
        return take(mini_library, (), tmp_path / "旧题.txt", lambda _: None)

    return taker


@pytest.mark.parametrize(
    ("statement", "so"),
    [
        ("《试验湖泊法》已经废止", False),
        ("《试验湖泊法》没有废止", True),
        ("《试验湖泊法》仍然有效", True),
        ("《试验池塘法》已经废止", True),
        ("《试验池塘法》尚未废止", False),
        ("《试验池塘法》现在还在施行", False),
        ("《试验池塘法》不再有效", True),
        ("《试验池塘法》自2024年6月1日起废止", True),
        ("《试验池塘法》自2024年7月1日起废止", False),
        ("《试验池塘法》已被《试验湖泊法》取代", True),
        ("《试验湖泊法》已被《试验池塘法》废止", False),
        ("《试验湖泊法》施行后，《试验池塘法》同时废止", True),
        ("《试验湖泊法》《试验池塘法》都已经失效", False),
    ],
)
def test_statements(taken: Callable[[str], TakenFile], statement: str, so: bool) -> None:
    """Whoever names a repealed law to say so cites nothing out of date."""
    for said in (True, False):
        (one,) = taken(f"判断题\n1.{statement}。（{'√' if said else '×'}）").questions
        kinds = [problem.kind for problem in one.judged.problems]
        assert kinds == ([] if said == so else ["key-against-article"])
        assert one.judged.key == ("" if said == so else "T" if so else "F")


@pytest.mark.parametrize(
    "statement",
    [
        "《试验池塘法》自2010年1月1日起施行",  # when it began is another matter
        "违反《试验池塘法》，偷偷养鸭的，要批评",
        "《没有这部法》已经废止",
    ],
)
def test_what_claims_something_else(taken: Callable[[str], TakenFile], statement: str) -> None:
    for said in "√×":
        (one,) = taken(f"判断题\n1.{statement}。（{said}）").questions
        assert "key-against-article" not in [problem.kind for problem in one.judged.problems]


@pytest.mark.parametrize(
    ("asked", "key"),
    [
        ("下列法律中，已经废止的是", "B"),
        ("下列法律，现行有效的有", "A"),
        ("下列法律中，没有废止的是", "A"),
        ("下列法规不属于现行有效的是", "B"),
    ],
)
def test_options(taken: Callable[[str], TakenFile], asked: str, key: str) -> None:
    for said in "AB":
        (one,) = taken(f"单选题\n1.{asked}（{said}）。\nA.《试验湖泊法》\nB.试验池塘法\n").questions
        kinds = [problem.kind for problem in one.judged.problems if problem.kind != "option-missing"]
        assert kinds == ([] if said == key else ["key-against-article"])
        assert one.judged.key == ("" if said == key else key)


@pytest.mark.parametrize(
    ("stem", "kinds"),
    [
        ("行为时由《试验池塘法》第2条规定，作出决定时由湖法第9条规定，适用新旧哪一部，应当", []),
        ("依照《试验池塘法》第2条，擅自取水的应当", ["citation-repealed"]),
    ],
)
def test_a_law_of_then_beside_that_of_now(taken: Callable[[str], TakenFile], stem: str, kinds: list[str]) -> None:
    options = "A.比较轻重 B.不比较轻重 C.两部都用 D.都不用"
    (one,) = taken(f"1.{stem}（A）\n{options}\n解析：湖法第12条。").questions
    assert [problem.kind for problem in one.judged.problems] == kinds
