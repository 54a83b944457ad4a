"""What papers, keys and sheets say alike: title, facts, headings."""

from collections.abc import Iterator

from generator.exams.paper import Paper, PaperSection
from generator.legal.numerals import format_number
from generator.library import Library
from generator.questions.item import Item


def titled(paper: Paper) -> str:
    """Title, form where there are several, and that it is a sample."""
    form = "" if paper.alone else f"（{paper.form} 卷）"
    return paper.blueprint.title + form + ("（示例）" if paper.blueprint.sample else "")


def facts(library: Library, paper: Paper) -> str:
    """For whom, which draw, how many items, which day's law."""
    plan = paper.blueprint
    return f"对象：{plan.audience}　卷号：{paper.code}　共 {paper.count} 题　按 {library.as_of} 的法律状态"


def numbered_sections(paper: Paper) -> Iterator[tuple[int, PaperSection, tuple[tuple[int, Item], ...]]]:
    """Each section with its ordinal and its items with their numbers, from 1 through the paper."""
    for section, (index, items) in zip(paper.sections, paper.numbered, strict=True):
        yield index, section, items


def heading(index: int, section: PaperSection) -> str:
    """一、单项选择题, with how many there are and what they are worth."""
    count = section.count
    sets = f" {len(section.items)} 组" if count > len(section.items) else ""
    points = f"本大题共{sets} {count} 题，每题 {section.points:g} 分，共 {section.points * count:g} 分"
    return f"{format_number(index)}、{section.title}（{points}）"
