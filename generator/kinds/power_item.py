"""A power item (权责清单事项): a power that a body holds by law, with the duties and accountability that go with it."""

from collections.abc import Mapping
from typing import ClassVar, Literal

from generator.kinds._base import Basis, Record, Ref, Text
from generator.kinds._kind import Audit, Kind, No, Words

PowerType = Literal["许可", "处罚", "强制", "检查", "确认", "其他"]


class PowerItem(Record):
    """One row of a list of powers.

    Attributes:
        title: name of the item.
        code: its number in the list, where it has one.
        power_type: 许可, 处罚, 强制, 检查, 确认 or 其他.
        body: unit that holds the power.
        basis: articles that grant it.
        duties: what the body must do when it uses the power.
        accountability: what follows when it does not.
        conducts: conduct that a 处罚 item concerns.
    """

    SAYS: ClassVar[Mapping[str, str]] = {
        "title": "事项名称",
        "code": "清单里的编号",
        "power_type": "职权类型",
        "body": "由哪个单位行使",
        "basis": "授权的条文",
        "duties": "行使时要做到的",
        "accountability": "没做到的后果",
        "conducts": "处罚类事项针对的违法行为",
    }

    title: Text
    code: Text | None = None
    power_type: PowerType
    body: Ref("unit")  # type: ignore[valid-type]
    basis: tuple[Basis, ...] = ()
    duties: tuple[Text, ...] = ()
    accountability: tuple[Text, ...] = ()
    conducts: tuple[Ref("conduct"), ...] = ()  # type: ignore[valid-type]


KIND = Kind(
    "power-item",
    "权责清单",
    "content/powers",
    PowerItem,
    short="职权",
    address="powers/#{id}",
    page="powers",
    search=No("从责任单位和违法行为的页面进入"),
    asked=No("没有规则问权责清单"),
    audited=Audit(says=Words(("title", "duties", "accountability"), "｜"), own_words=("duties", "accountability")),
    met=True,
    own=True,
)
