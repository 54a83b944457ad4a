"""考试宝: 姓名 with 部门 and 得分, 用时 and 交卷时间, then a column a question."""

from generator.sitting.platforms._base import Platform

PLATFORM = Platform(
    id="kaoshibao",
    title="考试宝",
    signs=("交卷时间", "考试用时", "答题用时", "是否及格", "考试次数", "切屏次数", "得分", "排名"),
    number=("账号", "登录账号", "手机号", "手机号码", "手机"),
    name=("考生", "昵称", "用户"),
    time=("考试用时", "答题用时", "用时"),
    total=("得分", "成绩"),
    state=("考试状态", "状态"),
    absent=("未参加", "未考试", "缺考", "未交卷"),
)
