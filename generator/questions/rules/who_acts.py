"""Match: several cases come in on one day; which authority acts on which?  (各归谁查处)

Source:  conducts whose penalties in one law name definite authorities.
Key:     for each conduct the authorities that its penalty names.
Wrong:   the authorities of the others, and one more, none of which has power over it or can turn out to be the same body
         (powers.py); so every option is right for something, or could be.
Refused: conduct on which a body may act that the local government designates, or that the law names only in general; that says
         its authority by a word or by the place; that is too long to be held beside others.
"""

from collections.abc import Iterator, Sequence

from generator.library import Library
from generator.library.model import PenaltyOf
from generator.questions.facts.authorities import (
    acting,
    names_text,
    open_powers,
    powers_over,
    right_because,
    same_bodies,
    wrong_because,
)
from generator.questions.facts.powers import apart, out_of_place, told_by_place
from generator.questions.flaws.key import cue
from generator.questions.item import Claim, Item, Option, Response, Rule, Skip, choose, rank
from generator.questions.writing.making import Subject, finish
from generator.questions.writing.phrases import doing, law

ID = "who-acts"
PAIRS = 3
_LONGEST = 45  # characters of a conduct
_STEMS = (
    "举报热线一天转来下面几件事，查实以后都违反{law}。依照{law}的罚则，各归谁查处？",
    "联合检查发现下面几种情况，都要依照{law}处罚。各应当移交给哪个机关？",
    "下面几种行为都违反{law}。给每一种找出有权处罚它的机关：",
)


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield one item for each few that go together, each conduct in one at most, and a skip for what is left over."""
    left: list[PenaltyOf] = []
    for entry in acting(library):
        why = _refused(library, entry)
        if why:
            yield Skip(entry.conduct.place("penalties", entry.index), why)
        else:
            left.append(entry)
    groups, alone = _grouped(library, left)
    for entry in alone:
        yield Skip(entry.conduct.place("penalties", entry.index), f"各归不同机关、互不相干的行为不足 {PAIRS} 个")
    shown = [entry for group in groups for entry in group]
    for group in groups:
        yield _ask(library, group, _spare(library, group, shown))


def _grouped(library: Library, entries: Sequence[PenaltyOf]) -> tuple[list[list[PenaltyOf]], list[PenaltyOf]]:
    """Groups that go together, each conduct in one at most, and what is left over."""
    left = sorted(entries, key=lambda entry: rank(ID, entry.id))
    groups, alone = [], []
    while left:
        first, *others = left
        taken = _together(library, first, others)
        if len(taken) < PAIRS:
            alone.append(first)
            left = others
        else:
            groups.append(taken)
            left = [entry for entry in others if entry not in taken]
    return groups, alone


def _refused(library: Library, entry: PenaltyOf) -> str | None:
    """Why the conduct can stand beside no others, or None."""
    vague = open_powers(library, entry.conduct)
    if vague:
        return f"“{'、'.join(vague)}”不指明具体部门，别的部门都可能是它"
    if len(doing(entry.conduct)) > _LONGEST:
        return "行为的名称太长，几件并列读不下去"
    return None


def _together(library: Library, first: PenaltyOf, others: Sequence[PenaltyOf]) -> list[PenaltyOf]:
    """The first and others of its law and topics, each of which is surely for its own authorities alone.

    Of one topic: a dry cleaner's, sludge and a lorry's exhaust belong apart for whoever has read a street's signs.
    """
    topics = set(first.conduct.topics)
    near = [one for one in others if topics & set(one.conduct.topics)]
    ranked = sorted(near, key=lambda one: rank(f"{ID}/{first.id}", one.id))
    taken = [first]
    for other in ranked:
        fits = other.penalty.basis.regulation == first.penalty.basis.regulation
        apart_all = fits and all(_apart(library, one, other) for one in taken)
        if len(taken) < PAIRS and apart_all and not _told([*taken, other]):
            taken.append(other)
    return taken


def _apart(library: Library, one: PenaltyOf, other: PenaltyOf) -> bool:
    """Whether neither has power over the other's conduct."""
    return _without(library, one, other) and _without(library, other, one)


def _without(library: Library, one: PenaltyOf, other: PenaltyOf) -> bool:
    """Whether the authorities of ``other`` have no power over the conduct of ``one``."""
    holding = same_bodies(library, powers_over(library, one.conduct))
    return apart(tuple(same_bodies(library, other.penalty.authority)), holding)


def _told(taken: Sequence[PenaltyOf]) -> bool:
    """Whether words or the place tell somebody without law where one belongs."""
    for one in taken:
        others = [other for other in taken if other is not one]
        names = tuple(name for other in others for name in other.penalty.authority)
        said = cue(doing(one.conduct), [names_text(one.penalty)], [names_text(other.penalty) for other in others])
        if said or told_by_place(one.penalty.authority, names, one.conduct.title):
            return True
    return False


def _spare(library: Library, taken: Sequence[PenaltyOf], shown: Sequence[PenaltyOf]) -> PenaltyOf | None:
    """One more, which is right in another item, so that it isn't known for never being right: its authorities have no power over
    any of these, and may act where they happen.
    """
    fitting = [
        entry
        for entry in shown
        if entry.penalty.basis.regulation == taken[0].penalty.basis.regulation
        and all(_without(library, one, entry) for one in taken)
        and all(apart(tuple(same_bodies(library, entry.penalty.authority)), one.penalty.authority) for one in taken)
        and not any(out_of_place(name, one.conduct.title) for name in entry.penalty.authority for one in taken)
    ]
    return min(fitting, key=lambda entry: rank(f"{ID}/{taken[0].id}/spare", entry.id), default=None)


def _ask(library: Library, taken: Sequence[PenaltyOf], spare: PenaltyOf | None) -> Item:
    first = taken[0]
    seed = f"{ID}/{first.id}"
    shown = sorted(taken, key=lambda one: rank(f"{seed}/cases", one.id))
    named = sorted([*taken, *([spare] if spare else [])], key=lambda one: rank(f"{seed}/names", one.id))
    options = [
        Option(names_text(one.penalty), one in taken, (right_because if one in taken else wrong_because)(library, one))
        for one in named
    ]
    about = tuple((doing(one.conduct), f"{one.conduct.id}/{one.penalty.id}") for one in shown)
    subject = Subject(
        rule=ID, id=first.id, basis=tuple(dict.fromkeys(one.penalty.basis for one in shown)),
        facts=tuple(f"penalty/{one.id}/authority" for one in shown),
        topics=tuple(dict.fromkeys(topic for one in shown for topic in one.conduct.topics)),
        at=first.conduct.place("penalties", first.index), sample=any(one.conduct.sample for one in shown),
        claim=Claim("whose", about),
    )  # fmt: skip
    why = "".join(f"{doing(one.conduct)}：{right_because(library, one)}" for one in shown)
    response = Response(
        prompts=tuple(doing(one.conduct) for one in shown), sequence=tuple(named.index(one) for one in shown)
    )
    stem = choose(_STEMS, seed).format(law=law(library, first.penalty.basis))
    close = sum(bool(set(one.conduct.topics) & set(first.conduct.topics)) for one in taken[1:]) / (PAIRS - 1)
    return finish(library, subject, "match", stem, options, why, close, response)


RULE = Rule(id=ID, title="各归谁查处", generate=generate, thought="理解")
