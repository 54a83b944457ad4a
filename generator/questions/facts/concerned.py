"""Whom a period concerns: one within which a body must act is for its staff, the others are for everyone."""

import re

from generator.kinds._audience import OFFICIALS
from generator.kinds.procedure import Limit

#: A public body is told what it should do or may do: 人民法院应当自立案之日起5日内把起诉状副本发送被告.
_BODY_ACTS = re.compile(
    r"(?:(?<!向)人民法院|(?<!申请)行政机关|复议机关|复议机构|被申请人|被告|执法主体|审核机构|执法人员).*?(?:应当(?!知道)|可以(?!起诉))"
)
#: Nobody is named who must act, but it is the court.
_COURT = re.compile(r"审结$")


def concerned(limit: Limit) -> tuple[str, ...]:
    """For whom an item on the period is; empty where it is for everyone, as for whom a right runs out.

    听证应当在告知后5日内提出 is for whoever may ask for one; within how many days a court sends a copy, no manager needs know.
    """
    return OFFICIALS if _BODY_ACTS.search(limit.says) or _COURT.search(limit.says) else ()
