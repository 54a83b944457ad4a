"""Case: an invented story with questions, a model answer in points and marks.  (案例分析)

Source:  a Case: its facts, questions, points with marks and articles.
Key:     the points, as a person wrote them; no claim, since only a person can decide what they say.
Wrong:   nothing: a person marks the answer against the points.
Refused: cases of which a point rests on an article that is not in force.
"""

from collections.abc import Iterator

from generator.kinds import BasisValue
from generator.kinds.case import Case
from generator.library import Library
from generator.questions.item import CaseQuestion, Item, Point, Response, Rule, Skip, choose
from generator.questions.writing.making import Subject, finish, validity
from generator.questions.writing.phrases import law

ID = "case"
_LEADS = (
    "阅读下面的案情，回答问题。",
    "下面的案情是虚构的，请阅读后逐题作答。",
    "根据下面的案情，依照有效的法律回答问题。",
)


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield one item or skip per case, in library order."""
    for case in library.of("case", Case):
        yield _ask(library, case)


def _ask(library: Library, case: Case) -> Item | Skip:
    basis = tuple(
        dict.fromkeys(basis for question in case.questions for point in question.answers for basis in point.basis)
    )
    if not basis or validity(library, basis) is None:
        return Skip(case.at, "答案要点没有依据，或者依据没有施行")
    steps = tuple(
        CaseQuestion(question.text, tuple(Point(point.text, point.points, point.basis) for point in question.answers))
        for question in case.questions
    )
    subject = Subject(
        rule=ID, id=case.id, basis=basis, facts=(f"case/{case.id}",), at=case.at, sample=case.sample,
        topics=case.topics or library.regulation(basis[0].regulation).topics,
        conduct=case.conducts[0] if len(case.conducts) == 1 else None,
    )  # fmt: skip
    stem = "\n".join((choose(_LEADS, subject.key), *case.facts))
    explanation = f"本题考查：{case.title.rstrip('。')}。要点依据{_cited(library, basis)}。"
    return finish(library, subject, "case", stem, (), explanation, 0.5, Response(steps=steps))


def _cited(library: Library, bases: tuple[BasisValue, ...]) -> str:
    """Every article, law by law, in order of number: 生态环境法典第1057条、第1095条，行政处罚法第44条."""
    found: dict[str, set[BasisValue]] = {}
    for basis in bases:
        found.setdefault(law(library, basis), set()).add(basis.whole)
    ordered = {name: sorted(cited, key=lambda b: (b.article, b.suffix)) for name, cited in found.items()}
    return "，".join(f"{name}{'、'.join(basis.locus for basis in cited)}" for name, cited in ordered.items())


RULE = Rule(id=ID, title="案例分析", generate=generate, thought="应用", steps=2, written=True)
