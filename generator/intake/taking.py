"""A file of questions taken in: each read, judged, and drafted as a record."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from generator.importing.questions.base import Brought, QuestionForm
from generator.importing.questions.files import read_questions
from generator.intake import repeats
from generator.intake.grounds import grounds
from generator.intake.judged import Judged
from generator.intake.records import Draft, draft_of, flaws_of
from generator.intake.verdict import judged
from generator.kinds.question import Question
from generator.library import Library
from generator.library.names import known_names
from generator.questions.item import Item


@dataclass(frozen=True, slots=True)
class Taken:
    """A question of a file, with its verdict and its draft."""

    judged: Judged
    draft: Draft

    @property
    def ready(self) -> bool:
        """Whether it can go into the bank as it is: kept, whole and without a flaw."""
        return (
            self.judged.advice == "keep"
            and self.draft.item is not None
            and not self.draft.lacks
            and not self.judged.flaws
        )


@dataclass(frozen=True, slots=True)
class TakenFile:
    """A file: its name, the form that it is of, and its questions in order."""

    path: Path
    form: QuestionForm
    questions: tuple[Taken, ...]


def take(
    library: Library, bank: Sequence[Item], path: Path, tell: Callable[[str], None], before: Sequence[TakenFile] = ()
) -> TakenFile:
    """Read and judge a file.

    Args:
        library: what is known of the laws.
        bank: what is asked already.
        path: the file.
        tell: takes what is being done, for people who wait.
        before: files that were read with it, whose questions it may repeat.

    Raises:
        Refused: the file can't be read, or holds no question.
    """
    reading = read_questions(path)
    names = known_names(library)
    found = []
    for number, question in enumerate(reading.questions, 1):
        tell(f"核对 {path.name} 第 {number}/{len(reading.questions)} 题")
        found.append(judged(library, question, grounds(library, names, question)))
    _again(found, reading.questions)
    drafts = [draft_of(library, one, path.stem) for one in found]
    drafts = _apart(drafts)
    _repeats(library, bank, found, drafts, before)
    for one, draft in zip(found, drafts, strict=True):
        one.flaws = flaws_of(library, draft.item) if draft.item else ()
    return TakenFile(path, reading.form, tuple(Taken(one, draft) for one, draft in zip(found, drafts, strict=True)))


def _again(found: list[Judged], questions: Sequence[Brought]) -> None:
    """Of questions that ask the same, the first stays."""
    for place, earlier in repeats.within(questions).items():
        one, first = found[place], questions[earlier]
        one.again = earlier
        named = f"第 {first.number} 题（{first.where}）" if first.number else first.where
        one.accuse("duplicate-in-file", f"与{named}问的是同一件事")
        if one.advice != "by hand":
            one.advice = "drop"


def _apart(drafts: list[Draft]) -> list[Draft]:
    """Drafts with ids of their own: of two with the same words, the later has a number behind."""
    seen: dict[str, int] = {}
    apart: list[Draft] = []
    for draft in drafts:
        count = seen[draft.record.id] = seen.get(draft.record.id, 0) + 1
        if count > 1:
            record = draft.record.model_copy(update={"id": f"{draft.record.id}-{count}"})
            item = replace(draft.item, id=f"{draft.item.id}-{count}") if draft.item else None
            apart.append(Draft(record, item, draft.lacks))
        else:
            apart.append(draft)
    return apart


def _repeats(
    library: Library,
    bank: Sequence[Item],
    found: list[Judged],
    drafts: Sequence[Draft],
    before: Sequence[TakenFile],
) -> None:
    known: Mapping[str, Question] = {question.id: question for question in library.of("question", Question)}
    read = {
        one.draft.item.id: (one.draft.item, f"{file.path.name}!{one.judged.question.where}")
        for file in before
        for one in file.questions
        if one.draft.item and one.judged.advice != "drop"
    }
    asked = [*bank, *(item for item, _ in read.values())]
    second = repeats.in_bank(asked, [draft.item for draft in drafts if draft.item])
    for one, draft in zip(found, drafts, strict=True):
        if draft.record.id in known:
            one.repeats = f"authored/{draft.record.id}"
            one.reasons.append(f"题库里已有编号 {draft.record.id} 的题；改写它的，直接改题库里的文件")
        elif draft.item and draft.item.id in second:
            one.repeats = second[draft.item.id]
            where = f"一起读的 {read[one.repeats][1]} " if one.repeats in read else "题库里已有"
            one.reasons.append(f"{where}几乎相同的题：{one.repeats}")
        if one.repeats and one.advice in ("keep", "correct"):
            one.advice = "drop"
