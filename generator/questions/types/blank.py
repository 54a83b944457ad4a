"""填空题: amounts, periods and words to be written where the stem leaves them out."""

from generator.questions.flaws import response
from generator.questions.types._base import ItemType
from generator.questions.types._filled import Filled


class Blank(Filled):
    """See ``ItemType``."""

    id = "blank"
    title = "填空题"
    place = 4
    base = 0.5
    rule_text = "数字用阿拉伯数字或汉字都可以，单位照题目的要求写。"
    practice = "金额、期限和关键的词，写准才算对。"
    flaws = (response.BLANKS, response.SHOWN)


TYPE: ItemType = Blank()
