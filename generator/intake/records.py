"""From a brought question to an authored one: what it says, with what a record needs besides."""

import hashlib
import re
from dataclasses import dataclass, replace

from generator.importing.questions.base import Brought
from generator.importing.questions.kinds import brought_by
from generator.intake.judged import Judged
from generator.intake.words import plain
from generator.kinds import BasisValue
from generator.kinds._base import SLUG
from generator.kinds.question import LEVELS, Question, QuestionBlank, QuestionOption
from generator.library import Library
from generator.questions import types
from generator.questions.authored import unchecked
from generator.questions.item import Item
from generator.questions.sound import checks
from generator.reading import pinyin

#: Checks that find what a record lacks, which is told in other words.
_LACKING = frozenset(
    {"no-basis", "not-in-force", "unexplained", "unreasoned", "sample-unmarked", "key-count", "response", "blanks"}
)
_LONGEST_NAME = 40


@dataclass(frozen=True, slots=True)
class Draft:
    """A question as it would be kept.

    Attributes:
        record: the authored question, not validated: it may lack what a record needs.
        item: the same as an item of the bank; None without a key.
        lacks: what a person has to add, in Chinese.
    """

    record: Question
    item: Item | None
    lacks: tuple[str, ...]


def draft_of(library: Library, judged: Judged, name: str) -> Draft:
    """The question as a record, with the article now in force and the key that is right under it.

    Args:
        library: what is known of laws and topics.
        judged: the question.
        name: of its file, for the id.
    """
    question = _corrected(judged)
    bases = _bases(library, judged)
    topics = _topics(library, question, bases)
    cited = "、".join(map(library.cite, bases))
    record = Question.model_construct(
        id=_id(question, name),
        type=question.type,
        stem=_stem(library, judged),
        options=_options(question, cited),
        answer=question.truth,
        blanks=tuple(QuestionBlank.model_construct(accepted=blank, why=None) for blank in question.blanks),
        explanation=question.explanation or (f"依据{cited}。" if cited else ""),
        basis=bases,
        topics=topics,
        audience=question.kept.audience,
        level=next((level for level in LEVELS if level == question.kept.level), LEVELS[0]),
        difficulty=0.5 if question.kept.difficulty is None else question.kept.difficulty,
        sample=question.kept.sample,
    )
    type = next((one for one in types.all_types() if one.id == question.type and one.by_hand), None)
    fits = type is not None and question.answered and type.misfit(record) is None
    lacks = [*([] if bases else ["依据"]), *([] if topics else ["专题"]), *([] if fits else ["与题型相合的答案和选项"])]
    return Draft(record, unchecked(record, type, bases) if fits and type else None, tuple(lacks))


def flaws_of(library: Library, item: Item) -> tuple[str, ...]:
    """What the bank's checks have against the item, apart from what it lacks."""
    found = (flaw.find(item, library) for flaw in checks(item) if flaw.id not in _LACKING)
    return tuple(text for text in found if text)


def _corrected(judged: Judged) -> Brought:
    """The question with the key that is right now, where it is known."""
    question = judged.question
    if not judged.key:
        return question
    right = tuple(place for place, label in enumerate(question.labels) if label in judged.key)
    type = brought_by("options", several=True).id if len(right) > 1 else question.type
    return replace(question, right=right, type=type)


def _id(question: Brought, name: str) -> str:
    """Of the file and the words of the question: the same whenever it is read again, wherever in the file it stands."""
    if re.fullmatch(SLUG, question.kept.id):
        return question.kept.id
    said = "\0".join((question.type, plain(question.stem), *map(plain, question.options)))
    digest = hashlib.sha256(said.encode()).hexdigest()[:10]
    return f"{file_name(name)}-{digest}"


def file_name(stem: str) -> str:
    """The name of a file in small letters, as ids are written."""
    return pinyin.slug(stem, _LONGEST_NAME) or "questions"


def _bases(library: Library, judged: Judged) -> tuple[BasisValue, ...]:
    """Each article once; a whole article not beside a part of it."""
    found = [basis for basis in judged.bases if library.in_force(basis)]
    parts = {basis.whole for basis in found if basis != basis.whole}
    return tuple(dict.fromkeys(basis for basis in found if basis not in parts))


def _topics(library: Library, question: Brought, bases: tuple[BasisValue, ...]) -> tuple[str, ...]:
    """Those that the file names and the project has; else those of the articles, else of their regulations."""
    named = {topic.label: topic.id for topic in library.topics} | {topic.id: topic.id for topic in library.topics}
    told = tuple(dict.fromkeys(named[name] for name in question.kept.topics if name in named))
    if told:
        return told
    articles = [article for basis in bases if (article := library.article(basis))]
    own = tuple(dict.fromkeys(topic for article in articles for topic in article.topics))
    return own or tuple(dict.fromkeys(t for basis in bases for t in library.regulation(basis.regulation).topics))


def _options(question: Brought, cited: str) -> tuple[QuestionOption, ...]:
    """Options with why each is right or wrong; where the file doesn't say, with the article to look at."""
    whys = question.kept.whys if len(question.kept.whys) == len(question.options) else ()
    return tuple(
        QuestionOption.model_construct(
            text=text,
            correct=place in question.right,
            why=whys[place] if whys else _why(place in question.right, cited),
        )
        for place, text in enumerate(question.options)
    )


def _why(right: bool, cited: str) -> str:
    return f"{'是' if right else '不是'}答案，见{cited}。" if cited else ""


def _stem(library: Library, judged: Judged) -> str:
    """The stem, in which an article that has one successor is replaced by it."""
    stem = judged.question.stem
    for ground in judged.grounds:
        change = next((one for one in judged.changes if one.sure and one.old == ground.basis), None)
        if ground.part == "stem" and change and len(change.new) == 1:
            now = change.new[0]
            stem = stem.replace(ground.surface, f"《{library.regulation(now.regulation).name}》{now.locus}", 1)
    return stem
