"""Brought questions as files of content: those that can go into the bank, and those that a person has to finish."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from typing import Any

import yaml

from generator.gate import Refusal
from generator.intake.records import file_name
from generator.intake.taking import Taken, TakenFile
from generator.keeping import write_files
from generator.kinds.question import Question
from generator.library import Library
from generator.problems import Place, Problem

_WIDTH = 10_000


class _Flow(dict[str, Any]):
    """A mapping that is written on one line."""


class _Dumper(yaml.SafeDumper):
    """Writes as people do: options on a line each."""


_Dumper.add_representer(
    _Flow, lambda dumper, value: dumper.represent_mapping("tag:yaml.org,2002:map", value, flow_style=True)
)


def write(library: Library, folder: Path, files: Sequence[TakenFile]) -> tuple[Path, ...]:
    """Write ``NAME.yml`` with the questions that can go into the bank, and ``_NAME.yml``, which a project doesn't read, with the rest.

    Files that stand there with other content are not replaced: somebody may have worked on them.

    Returns:
        The files, of questions that there are.

    Raises:
        Refusal: E844 where one of the names is taken, E702 where one can't be written; then none is.
    """
    contents: dict[Path, bytes] = {}
    for taken in files:
        for path, content in _files(library, folder, taken):
            if path in contents or (path.exists() and path.read_bytes() != content):
                raise Refusal(_occupied(path, path in contents))
            contents[path] = content
    write_files(contents)
    return tuple(contents)


def _files(library: Library, folder: Path, taken: TakenFile) -> Iterator[tuple[Path, bytes]]:
    name = file_name(taken.path.stem)
    ready = [one for one in taken.questions if one.ready]
    rest = [one for one in taken.questions if not one.ready and one.judged.advice != "drop"]
    if ready:
        yield folder / f"{name}.yml", _text(library, taken, ready, "可以直接进题库：pufa check 通过后照常用。").encode()
    if rest:
        about = "还要人看过：逐题照注释改好，移到不带下划线的文件里。"
        yield folder / f"_{name}.yml", _text(library, taken, rest, about).encode()


def _occupied(path: Path, just_now: bool) -> Problem:
    if just_now:
        message, hint = (
            f"两个文件都要写成 {path.name}，一题也没有写",
            "其中一个改名，或者分两次读，用 --into 写到不同的目录。",
        )
    else:
        message = f"{path.name} 已经有了，内容不同，一题也没有写"
        hint = "移走或者改名以后再读；或者用 --into 写到别的目录。"
    return Problem(Place(path.as_posix()), "E844", message, hint)


def _text(library: Library, taken: TakenFile, questions: Sequence[Taken], about: str) -> str:
    lines = [f"# 由 pufa import questions 从 {taken.path.name} 读入，{len(questions)} 题。{about}", "records:"]
    for one in questions:
        lines += [f"  # {text}" for text in _remarks(library, taken, one)]
        dumped = yaml.dump(
            [record(library, one.draft.record)], Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=_WIDTH
        )
        lines += [f"  {line}" for line in dumped.rstrip("\n").split("\n")]
    return "\n".join(lines) + "\n"


def _remarks(library: Library, taken: TakenFile, one: Taken) -> Iterator[str]:
    question = one.judged.question
    number = f" 第 {question.number} 题" if question.number else ""
    yield f"{taken.path.name}!{question.where}{number}"
    if not one.ready:
        if one.draft.lacks:
            yield f"待补：{'、'.join(one.draft.lacks)}"
        for reason in (*one.judged.reasons, *one.judged.flaws):
            yield f"待核：{' '.join(reason.split())}"
        if one.judged.proposed:
            yield f"可能的依据：{library.cite(one.judged.proposed)}（按文字找到，请核对）"


def record(library: Library, question: Question) -> dict[str, Any]:
    """The question as a person would write it: what says nothing is left out."""
    found: dict[str, Any] = {"id": question.id, "type": question.type, "stem": question.stem}
    if question.options:
        found["options"] = [
            _Flow({"text": o.text, **({"correct": True} if o.correct else {}), **({"why": o.why} if o.why else {})})
            for o in question.options
        ]
    if question.answer is not None:
        found["answer"] = question.answer
    if question.blanks:
        found["blanks"] = [{"accepted": list(blank.accepted)} for blank in question.blanks]
    found["explanation"] = question.explanation
    found["basis"] = [library.cite(basis) for basis in question.basis]
    found["topics"] = list(question.topics)
    if question.audience:
        found["audience"] = list(question.audience)
    found |= {"level": question.level, "difficulty": question.difficulty}
    return found | ({"sample": True} if question.sample else {})
