"""A file of questions, read by the form that it is of."""

import dataclasses
from pathlib import Path

from generator.gate import raising
from generator.importing.base import Refused
from generator.importing.files import instead
from generator.importing.questions.base import MOST, QUESTION_FORMS, Brought, File, QuestionForm
from generator.importing.questions.understanding import understood


@dataclasses.dataclass(frozen=True, slots=True)
class Reading:
    """What a file gave: the form that it is of, and its questions in order."""

    form: QuestionForm
    questions: tuple[Brought, ...]


def read_questions(path: Path) -> Reading:
    """The questions of a file.

    Raises:
        Refused: of no form that is read, damaged, harmful, too large, or without a question.
    """
    suffix = path.suffix.lower()
    forms = sorted((form for form in QUESTION_FORMS.all() if suffix in form.suffixes), key=lambda form: form.place)
    if not forms:
        known = "、".join(dict.fromkeys(end for form in QUESTION_FORMS.all() for end in form.suffixes))
        raise Refused(instead(suffix) or f"不认识扩展名“{suffix or '（没有）'}”；能读的有 {known}")
    file = File(path)
    for form in forms:
        with raising(Refused, "文件损坏，或者不是扩展名所说的格式；用原来的软件打开后另存"):
            raws = form.read(file)
        if raws is None:
            continue
        if not raws:
            raise Refused("没有认出一道题；题要有题号和选项，或者表格要有“题干”“答案”两列")
        if len(raws) > MOST:
            raise Refused(f"有 {len(raws):,} 题，一个文件至多 {MOST:,} 题；分成几份")
        return Reading(form, tuple(understood(raw) for raw in raws))
    raise Refused("没有认出是哪一种题库；表格要有“题干”“答案”两列，Moodle 的要是题库导出的 XML")
