"""计算题: a case with its figures, and a sum to be worked out."""

from generator.questions.flaws import response
from generator.questions.flaws.contradiction import CONTRADICTION
from generator.questions.item import Item
from generator.questions.types._base import ItemType
from generator.questions.types._filled import Filled


class Calc(Filled):
    """See ``ItemType``."""

    id = "calc"
    title = "计算题"
    place = 7
    called = "计算|numerical"
    thought = "应用"
    rule_text = "写出得数和单位。"
    practice = "按日连续处罚和裁量，给出案情算数额，解析里有算式。"
    flaws = (response.BLANKS, CONTRADICTION)

    def more_steps(self, item: Item) -> float:
        """The rule, what goes into it, and the reckoning."""
        return 2.0


TYPE: ItemType = Calc()
