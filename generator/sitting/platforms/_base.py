"""What is said of a platform: by which heads its export is known, and what else it calls what every table has."""

import re
from dataclasses import dataclass

from generator.registry import Slot

#: The head of a question: a number, with what stands before and after it.
QUESTION = re.compile(
    r"(?:第|题目?|Q[._]?|T|题?#|No\.?|题号|V|客观题|主观题|(?:单项?|多项?|不定项)?选择?题?|判断题?|填空题?|计算题?|连线题?|排序题?|案例(?:分析)?题?|简答题?|试题|小题|问题|Question|Item|Response|回答|答复|(?:学生|考生|学员|您的|你的|我的)?(?:答案|作答|选项)(?=\s*\d))?\s*"
    r"[(（\[【]?\s*0*(?P<n>\d{1,3})\s*[)）\]】]?\s*(?:小?题|号题?)?\s*(?P<rest>(?:[、.．:：)）(（\[【\s_/—-]|得分|分数|(?:学生|考生|学员|您的|你的|我的)?(?:答案|作答|选项)).*)?",
    re.IGNORECASE | re.DOTALL,
)


@dataclass(frozen=True, slots=True)
class Platform:
    """A kind of answer table.

    Attributes:
        id, title: slug, and the name people know.
        signs: heads that its exports have, ``tells_by`` of which tell it; none for what is told by nothing else.
        question: the head of a column of answers; groups ``n`` (number) and ``rest`` (what follows).
        stem: the head of a column whose cells tell the stem of question ``n``; None where there is none.
        other: heads that look like questions and are none.
        number, name, unit, form, time, total, state: what it calls these columns, besides what all do.
        parts: name in several columns, to be joined in this order.
        absent: what stands under ``state`` for those who did not sit.
        footer: what stands under the number or the name in rows that are nobody's.
    """

    id: str
    title: str
    signs: tuple[str, ...] = ()
    tells_by: int = 2
    question: re.Pattern[str] = QUESTION
    stem: re.Pattern[str] | None = None
    other: re.Pattern[str] | None = None
    number: tuple[str, ...] = ()
    name: tuple[str, ...] = ()
    unit: tuple[str, ...] = ()
    form: tuple[str, ...] = ()
    time: tuple[str, ...] = ()
    total: tuple[str, ...] = ()
    state: tuple[str, ...] = ()
    parts: tuple[str, ...] = ()
    absent: tuple[str, ...] = ()
    footer: tuple[str, ...] = ()


#: Where platforms are added.
PLATFORMS = Slot("pufa.platforms", "generator.sitting.platforms", "PLATFORM", Platform)
