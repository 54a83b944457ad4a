"""Match: which unit teaches which article?  (谁执法谁普法)

Source:  the articles that an EducationDuty names as those that matter most, and their headings.
Key:     each unit with an article of its own education duty.
Wrong:   every other pair: the unit has no education duty, duty or power under that article, does not supervise its topic
         as a whole, and cannot be one of the bodies that have.
Refused: towns; articles without a heading, of procedure, which all apply, or of a penalty that the unit does not impose;
         headings that name one of the units; too few
         units that keep clear of each other.  Whole regulations are not asked (the Code is on every unit's list), nor
         whom a unit teaches and with what: that is each unit's own plan.
"""

from collections.abc import Iterator
from dataclasses import dataclass

from generator.kinds import BasisValue
from generator.kinds._audience import STAFF
from generator.kinds.education_duty import EducationDuty
from generator.kinds.unit import Unit
from generator.library import Library
from generator.library.remember import once
from generator.questions.facts import duties
from generator.questions.facts.powers import keywords
from generator.questions.item import Claim, Item, Option, Response, Rule, Skip, choose, draw, rank
from generator.questions.writing.making import Subject, finish, validity
from generator.questions.writing.phrases import article

ID = "education-match"
PAIRS = 4
ANCHORS = 2  # articles of one education duty that an item starts from
_STEMS = (
    "按照普法责任清单，下列单位各应把哪一条作为宣讲重点？请连线：",
    "“谁执法谁普法”：把单位与普法责任清单里列给它重点宣讲的条文连起来：",
    "下列条文在普法责任清单里各是哪个单位的宣讲重点？请把单位与条文连起来：",
)


@dataclass(frozen=True)
class _Pair:
    """A unit and an article that its education duty names, by the heading of the article."""

    duty: EducationDuty
    unit: Unit
    basis: BasisValue
    heading: str
    topics: tuple[str, ...]


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield one item or skip per article that an item starts from, one skip per duty without any, in library order."""
    pairs = _pairs(library)
    for duty in library.of("education-duty", EducationDuty):
        own = [pair for pair in pairs if pair.duty.id == duty.id]
        if not own:
            yield Skip(duty.at, "没有写明重点条文，或者条文没有标题、属于各机关都适用的程序规定，或者是镇街")
        for pair in draw(own, ANCHORS, ID, lambda one: one.basis.key):
            yield _ask(library, pair, pairs)


@once
def _pairs(library: Library) -> list[_Pair]:
    found = []
    for duty in library.of("education-duty", EducationDuty):
        unit = duties.unit(library, duty.unit)
        for basis in () if duties.local(unit) else duty.articles:
            record = library.article(basis)
            if record is None or validity(library, (basis,)) is None:
                continue
            topics = record.topics or library.regulation(basis.regulation).topics
            words = {word for name in duties.names(unit) for word in keywords(name)}
            punishing = library.authorities_under(basis)
            if punishing and not punishing & {unit.name, *unit.acts_as}:
                continue  # who teaches is who enforces
            if (
                topics
                and not set(topics) & library.general_topics
                and not any(word in record.heading for word in words)
            ):
                found.append(_Pair(duty, unit, basis, record.heading, topics))
    return found


def _ask(library: Library, anchor: _Pair, pairs: list[_Pair]) -> Item | Skip:
    id = f"{anchor.duty.id}/{anchor.basis.key}"
    seed = f"{ID}/{id}"
    taken = [anchor]
    ranked = sorted(pairs, key=lambda pair: rank(seed, f"{pair.duty.id}/{pair.basis.key}"))
    for pair in ranked:
        if len(taken) < PAIRS and all(_clear(library, pair, other) for other in taken):
            taken.append(pair)
    if len(taken) < PAIRS:
        return Skip(anchor.duty.at, f"普法重点互不相干的单位有 {len(taken)} 个，需 {PAIRS} 个")
    extra = [pair for pair in ranked if all(_strange(library, one.unit, pair) for one in taken)]
    shown = [*taken, *extra[: rank(seed, "extra") % 2]]
    options = [_option(library, pair, pair in taken) for pair in sorted(shown, key=lambda p: rank(seed, p.heading))]
    prompts = sorted(taken, key=lambda pair: rank(f"{seed}/prompts", pair.unit.id))
    sequence = tuple(
        next(place for place, option in enumerate(options) if option.text == _text(library, pair)) for pair in prompts
    )
    subject = Subject(
        rule=ID, id=id, basis=tuple(pair.basis for pair in taken), at=anchor.duty.at, audience=STAFF,
        facts=tuple(f"education-duty/{pair.duty.id}/{pair.basis.key}" for pair in taken),
        topics=tuple(dict.fromkeys(topic for pair in taken for topic in pair.topics)),
        sample=any(pair.duty.sample or duties.invented(library, pair.unit, (pair.basis,)) for pair in taken), claim=Claim("teaches"),
    )  # fmt: skip
    told = "；".join(f"{_called(library, pair)}——{_text(library, pair)}" for pair in prompts)
    spare = "".join(option.why for option in options if not option.correct)
    based = f"普法职责见{article(library, anchor.duty.basis[0])}等。" if anchor.duty.basis else ""
    explanation = f"{told}。{spare}{based}"
    response = Response(prompts=tuple(_called(library, pair) for pair in prompts), sequence=sequence)
    return finish(library, subject, "match", choose(_STEMS, seed), options, explanation, 0.3, response)


def _clear(library: Library, pair: _Pair, other: _Pair) -> bool:
    """Whether neither unit has anything to do with the other's article."""
    return _strange(library, pair.unit, other) and _strange(library, other.unit, pair)


def _strange(library: Library, unit: Unit, pair: _Pair) -> bool:
    """Whether the unit surely does not enforce or teach the article of ``pair``, and the heading does not speak of it."""
    words = {word for name in duties.names(unit) for word in keywords(name)}
    return (
        unit.id != pair.unit.id
        and duties.distinct(unit, pair.unit)
        and duties.without(library, unit, (pair.basis,))
        and not duties.whole(library, unit) & set(pair.topics)
        and not any(word in pair.heading for word in words)
    )


def _option(library: Library, pair: _Pair, used: bool) -> Option:
    text = _text(library, pair)
    why = (
        f"{text}列给{_called(library, pair)}。"
        if used
        else f"{text}是{_called(library, pair)}的重点，所列单位都没有列。"
    )
    return Option(text, used, why)


def _called(library: Library, pair: _Pair) -> str:
    return duties.called(library, pair.unit, (pair.basis,))


def _text(library: Library, pair: _Pair) -> str:
    return f"{pair.heading}（{article(library, pair.basis)}）"


RULE = Rule(id=ID, title="谁执法谁普法", generate=generate)
