"""pufa blueprint new: a blueprint by questions and answers."""

import math
import re
import unicodedata
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

import typer

from generator.commands._base import AsOf, Command, Root, project, today
from generator.commands._plans import held_against_the_bank, write_plan
from generator.exports.plan_sheet import Names
from generator.kinds._base import SLUG
from generator.kinds.blueprint import BY_HEART
from generator.legal.numerals import parse_number
from generator.library import build_library
from generator.problems import Problems
from generator.questions import types
from generator.reading import pinyin

T = TypeVar("T")
_LONGEST_ID, _MOST_TOPICS = 40, 12
_YES, _NO = (
    frozenset({"有", "还有", "是", "要", "y", "yes"}),
    frozenset({"没有", "没", "无", "没有了", "否", "不", "n", "no", ""}),
)
#: The least share of a paper that applies the law, as the papers of the project have it.
_LEAST_APPLIED = 0.4
_APPLIED = "以用法律为主吗（应用题至少四成，背数额的至多两成、只问条号的至多半成；是 或者 否）"
_COUNTED = re.compile(r"\s*(?:分钟|分|道题?|题|套)$")


def run(root: Root = Path("."), as_of: AsOf = None) -> None:
    """Ask, show the sum, and write the blueprint."""
    library = build_library(project(root), today(as_of), Problems())
    names, known = Names(library), {record.id: record.at.file for record in library.all("blueprint")}
    title = _asked("试卷叫什么名字", str, _some)
    plan: dict[str, Any] = {
        "id": _asked(
            "编号（小写英文字母、数字、连字符；出卷命令里用它）",
            str,
            lambda id: _new_id(id, known),
            pinyin.slug(title, _LONGEST_ID) or "paper",
        ),
        "title": title,
        "audience": _asked("考谁（例如 执法人员、企业负责人、社会公众）", str, _some, "执法人员"),
        "minutes": _asked("考多少分钟", int, lambda n: _between(n, 1, 600), 60),
    }
    sections = [_section(1, names)]
    while _asked("还有别的大题吗（有 或者 没有）", str, _yes_or_no, "没有").strip().casefold() in _YES:
        sections.append(_section(len(sections) + 1, names))
    total = sum(section["count"] * section["points"] for section in sections)
    typer.echo(f"共 {sum(section['count'] for section in sections)} 题，满分 {total:g} 分。")
    plan["pass_mark"] = _asked("及格多少分", float, lambda n: _between(n, 0, total), round(total * 0.6, 1))
    if any(types.named(section["type"]).several for section in sections):
        plan["marking"] = _choice("多选题怎么给分", names.known["marking"], "half")
    plan["forms"] = _asked("出几套卷（A、B、C……）", int, lambda n: _between(n, 1, 26), 1)
    numbers = sum(section["count"] for section in sections)
    if _asked(_APPLIED, str, _yes_or_no, "是").strip().casefold() in _YES:
        plan["thought"] = [{"thought": "应用", "min": math.ceil(_LEAST_APPLIED * numbers)}]
        plan |= BY_HEART
    if topics := _only(sections):
        plan["topics"] = topics
    plan["sections"] = sections
    path = write_plan(root, plan, known, replace=False)
    typer.echo(f"{path}：用 pufa exam {plan['id']} 出卷；要改，用 pufa blueprint to-xlsx {plan['id']} 写成表格来改。")
    held_against_the_bank(root, plan["id"], library.as_of)


def _section(number: int, names: Names) -> dict[str, Any]:
    typer.echo(f"第 {number} 大题")
    first = next(type.id for type in types.all_types() if type.begins)
    kind = _choice("  什么题型", names.known["type"], first)
    section: dict[str, Any] = {
        "title": names.known["type"][kind],
        "type": kind,
        "count": _asked("  几道题", int, lambda n: _between(n, 1, 500), 20),
        "points": _asked("  每题几分", float, lambda n: _between(n, 0.5, 100), 2.0),
    }
    told = _asked(
        f"  只考哪些专题（{_examples(names.known['topic'])}；用顿号隔开，不限直接回车）",
        str,
        lambda text: _topics(text, names),
        "",
    )
    topics = _topic_ids(told, names)
    if topics:
        share, more = divmod(section["count"], len(topics))
        shares = [share + (place < more) for place in range(len(topics))]
        section["quotas"] = [{"topic": id, "min": n} for id, n in zip(topics, shares, strict=True) if n]
    return section


def _only(sections: Sequence[Mapping[str, Any]]) -> list[str]:
    """The topics that the whole paper keeps to: all that are named, where each section names some."""
    named = [[quota["topic"] for quota in section.get("quotas", ())] for section in sections]
    return list(dict.fromkeys(id for ids in named for id in ids)) if all(named) else []


def _asked(question: str, of: type[T], check: Callable[[T], str | None], default: T | None = None) -> T:
    """Ask until the answer will do; a number may be written as people do: 45, ４５, 45分钟, 四十五."""
    shown = None if default is None else f"{default:g}" if isinstance(default, float) else str(default)
    while True:
        told: str = typer.prompt(question, type=str, default=shown, show_default=default not in (None, ""))
        try:
            answer = of(told if of is str else _figure(told))  # type: ignore[call-arg]
        except ValueError:
            typer.echo(f"“{told.strip()}”不是{'整数' if of is int else '数'}，请再写一遍")
            continue
        wrong = check(answer)
        if wrong is None:
            return answer
        typer.echo(wrong)


def _figure(told: str) -> str | int:
    """What a number is written with, without what it counts.

    Raises:
        ValueError: it is none.
    """
    plain = _COUNTED.sub("", unicodedata.normalize("NFKC", told).strip())
    return plain if plain[:1].isascii() else parse_number(plain)


def _yes_or_no(text: str) -> str | None:
    return None if text.strip().casefold() in _YES | _NO else "写 有 或者 没有（是 或者 否）"


def _choice(question: str, known: Mapping[str, str], default: str) -> str:
    """Ask for one of several by its number or name."""
    listed = "；".join(f"{place} {title}" for place, title in enumerate(known.values(), 1))
    titles, ids = list(known.values()), list(known)

    def place(text: str) -> int | None:
        if text.isdecimal() and 1 <= int(text) <= len(ids):
            return int(text) - 1
        return titles.index(text) if text in titles else ids.index(text) if text in ids else None

    answer = _asked(
        f"{question}（{listed}）",
        str,
        lambda text: None if place(text) is not None else f"写 1 至 {len(ids)} 的数",
        str(ids.index(default) + 1),
    )
    found = place(answer)
    assert found is not None
    return ids[found]


def _some(text: str) -> str | None:
    return None if text.strip() else "不能空着"


def _between(number: float, low: float, high: float) -> str | None:
    return None if low <= number <= high else f"在 {low:g} 与 {high:g} 之间"


def _new_id(id: str, known: Mapping[str, str]) -> str | None:
    if not re.fullmatch(SLUG, id):
        return "只能有小写英文字母、数字和连字符"
    return f"编号 {id} 已经有了（{known[id]}）" if id in known else None


def _examples(topics: Mapping[str, str]) -> str:
    listed = list(topics.values())
    return "、".join(listed[:_MOST_TOPICS]) + ("……" if len(listed) > _MOST_TOPICS else "")


def _parts(text: str) -> list[str]:
    return [part for part in re.split(r"[、，,;；\s]+", text) if part]


def _topics(text: str, names: Names) -> str | None:
    known = names.known["topic"]
    wrong = [part for part in _parts(text) if part not in known and part not in known.values()]
    return f"没有专题“{wrong[0]}”" if wrong else None


def _topic_ids(text: str, names: Names) -> list[str]:
    titles = {title: id for id, title in names.known["topic"].items()}
    return list(dict.fromkeys(titles.get(part, part) for part in _parts(text)))


COMMAND = Command("blueprint new", "一问一答，写一份组卷方案。", ("pufa blueprint new",), run)
