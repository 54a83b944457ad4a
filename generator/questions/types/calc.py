"""计算题: a case with its figures, and a sum to be worked out."""

from generator.questions.flaws import response
from generator.questions.flaws.contradiction import CONTRADICTION
from generator.questions.types._base import ItemType
from generator.questions.types._filled import Filled


class Calc(Filled):
    """See ``ItemType``."""

    id = "calc"
    title = "计算题"
    place = 7
    thought = "应用"
    base = 0.65
    rule_text = "写出得数和单位。"
    practice = "按日连续处罚和裁量，给出案情算数额，解析里有算式。"
    flaws = (response.BLANKS, CONTRADICTION)


TYPE: ItemType = Calc()
