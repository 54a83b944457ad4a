"""Citations as clerks shorten them in a cell, written out as citations are read."""

import re
from collections.abc import Callable

from generator.legal.numerals import INTEGER as N
from generator.legal.numerals import TO

_BRACKETED = rf"[（(]\s*{N}\s*[）)]"


def _each(found: re.Match[str]) -> str:
    """Each number with its own 款."""
    return "、".join(f"第{number}款" for number in re.findall(N, found[0]))


#: What is written otherwise → how; in this order.
_FORMS: tuple[tuple[re.Pattern[str], str | Callable[[re.Match[str]], str]], ...] = (
    # <<…>>, as some keyboards have it
    (re.compile(r"<<\s*([^<>]+?)\s*>>"), r"《\g<1>》"),
    # 《…》第1107条（2）《…》第33条: citations that are numbered
    (re.compile(rf"{_BRACKETED}\s*(?=《)"), "；"),
    # 《…》第103条、该法第174条
    (re.compile(rf"(?<=[条款项])\s*[、，,和及]\s*(?:该|同|本|此)(?:法(?:典)?|条例|规定|办法)(?=\s*第\s*{N}\s*条)"), "、"),
    # 《…》总则编第十二条, 《…》第五编法律责任第1095条: where in the law its article stands
    (re.compile(rf"(?<=》)(?:[\u4e00-\u9fff]{{1,8}}[编章节]|第\s*{N}\s*(?:分编|[编章节])(?:(?!第)[\u4e00-\u9fff]){{0,20}}\s*)+(?=第?\s*{N}\s*条)"), ""),
    # 《…》：“第一百零二条……”, with what the article says behind it
    (re.compile(rf"(?<=》)\s*[:：，,]?\s*[“\"「]?\s*(?=第\s*{N}\s*条)"), ""),
    # 《…》第102条，第103条: another article of the law
    (re.compile(rf"(?<=[条款项])(?:\s*[，,]\s*|[ \t\u3000]+)(?=第\s*{N}\s*条)"), "；"),
    # 《…》1095条, 生态环境法典1095条
    (re.compile(rf"(?<=》)\s*(?={N}\s*条)|(?<=[法典例])\s*(?=\d+\s*条)"), "第"),
    # 第1095条-第1097条, 第1095条-1097条
    (re.compile(rf"(?<=条)\s*{TO}\s*第?\s*(?={N}\s*条)"), "至第"),
    # 第1130条（第一项、第三项）
    (re.compile(rf"(?<=条)\s*[（(]\s*(?P<in>第\s*{N}\s*[款项][^（()）]*|(?:第\s*)?{_BRACKETED}\s*项)\s*[）)]"), r"\g<in>"),
    # 第（1）款
    (re.compile(rf"第\s*[（(]\s*({N})\s*[）)]\s*(?=款)"), r"第\g<1>"),
    # 《…》1095、1096条
    (re.compile(r"(?<=》)\s*(?=\d+(?:\s*[、和及]\s*\d+)+\s*条)"), "第"),
    # 第1130条（一）（三）, 第1062条第一款（一）、（五）: 项 left out
    (re.compile(rf"(?<=[条款])\s*({_BRACKETED}(?:\s*[、，和及]?\s*{_BRACKETED})*)(?!\s*[、，和及]?\s*(?:{_BRACKETED}|项))"), r"第\g<1>项"),
    # 第1095条1、3款
    (re.compile(rf"(?<=条)(?={N}(?:\s*[、和及]\s*{N})+\s*款)"), "第"),
    # 第1095条一款, 第1130条第一款三项
    (re.compile(rf"(?<=条)(?={N}款)|(?<=[条款])(?={N}项)"), "第"),
    # 第一、三款, 第一款、三款
    (re.compile(rf"第\s*{N}(?:\s*[、和及]\s*第?\s*{N})+\s*款"), _each),
    (re.compile(rf"(?<=款)\s*、\s*(?={N}款)"), "、第"),
    # 第（一）（二）（三）项
    (re.compile(rf"(?<=[）)])\s*(?={_BRACKETED}(?:\s*[、，]?\s*{_BRACKETED})*\s*项)"), "、"),
    # 第1130条（一）、（三）项
    (re.compile(rf"(?<=[条款])\s*(?={_BRACKETED}(?:\s*[、，]\s*{_BRACKETED})+\s*项)"), "第"),
)  # fmt: skip


def written_out(text: str) -> str:
    """The text of a cell with its citations in full: 《生态环境法典》1130条（第一项） is 《生态环境法典》第1130条第一项."""
    for form, instead in _FORMS:
        text = form.sub(instead, text)
    return text
