"""Moodle: ``Response 1`` (``回答 1``) with ``Question 1`` and ``Right answer 1`` beside it, or points as ``Q. 1 /2.00``."""

import re

from generator.sitting.platforms._base import Platform

PLATFORM = Platform(
    id="moodle",
    title="Moodle",
    signs=(
        "State", "Started on", "Started", "Completed", "Time taken", "Email address", "ID number", "Surname", "Last name",
        "First name", "Response 1", "状态", "开始于", "开始时间", "已完成", "完成于", "所用时间", "耗时", "Email地址", "电子邮件地址",
        "学号", "姓氏", "名", "回答 1", "答复 1", "Q. 1", "题 1",
    ),
    question=re.compile(
        r"(?:Response|Q\.|回答|答复|响应|题)\s*0*(?P<n>\d{1,3})\s*(?P<rest>(?:[/(（\[【:：].*)?)", re.IGNORECASE | re.DOTALL
    ),
    stem=re.compile(r"(?:Question|试题|问题|题目)\s*0*(?P<n>\d{1,3})", re.IGNORECASE),
    other=re.compile(r"(?:Right answer|正确答案|正确回答)\s*\d{1,3}", re.IGNORECASE),
    number=("ID number", "ID号", "ID 号", "ID号码", "用户名", "Username", "Email address", "Email地址", "电子邮件地址"),
    name=("Full name", "Name", "全名"),
    parts=("Last name", "Surname", "姓氏", "姓", "First name", "名"),
    unit=("Department", "Institution", "Group"),
    time=("Time taken", "所用时间", "耗时", "用时"),
    total=("Grade", "成绩"),
    state=("State", "状态"),
    absent=("Never submitted", "从未提交", "未提交", "-"),
    footer=("Overall average", "总平均分", "总平均"),
)  # fmt: skip
