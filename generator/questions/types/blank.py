"""填空题: amounts, periods and words to be written where the stem leaves them out."""

import re

from generator.kinds.question import Question as Authored
from generator.questions.flaws import response
from generator.questions.item import BLANK, Item, Response
from generator.questions.item import Blank as Space
from generator.questions.types._base import ItemType
from generator.questions.types._filled import Filled

_PERIOD = re.compile(r"^\d+个?(?:工作)?[日天月年]")
_LUCKY = 0.2


class Blank(Filled):
    """See ``ItemType``."""

    id = "blank"
    by_hand = True
    title = "填空题"
    place = 4
    called = "填空|blank"
    brought = "gaps"
    rule_text = "数字用阿拉伯数字或汉字都可以，单位照题目的要求写。"
    practice = "金额、期限和关键的词，写准才算对。"
    flaws = (response.BLANKS, response.SHOWN)

    def luck(self, item: Item) -> float:
        """Periods are few in law, 三日 to 六个月, and a practised guess hits one in five; sums and words are not guessed."""
        periods = [bool(_PERIOD.search(blank.accepted[0])) for blank in item.response.blanks]
        return _LUCKY * sum(periods) / len(periods)

    def more_steps(self, item: Item) -> float:
        """A step for each blank beyond the first."""
        return len(item.response.blanks) - 1

    def nearness(self, item: Item) -> float:
        """Any figure would do; of words only those that go into the sentence."""
        figures = [blank.accepted[0][:1].isdigit() for blank in item.response.blanks]
        return 1.0 if any(figures) else item.closeness

    def misfit(self, authored: Authored) -> str | None:
        """A blank for each ``＿＿＿＿`` of the stem, and nothing to choose from."""
        places = authored.stem.count(BLANK)
        good = places == len(authored.blanks) > 0 and not authored.options and authored.answer is None
        return None if good else f"填空题的题干里每处空写 {BLANK}，blanks 里各有一个答案；不写 options 和 answer"

    def authored_response(self, authored: Authored) -> Response:
        """Its blanks."""
        return Response(blanks=tuple(Space(blank.accepted, blank.why or "") for blank in authored.blanks))


TYPE: ItemType = Blank()
