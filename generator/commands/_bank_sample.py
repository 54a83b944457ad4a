"""Items of the bank beside the law that they rest on, for a person to read."""

from collections.abc import Iterator

from generator.exports.formats.markdown import answer, question
from generator.exports.text import code, escape
from generator.kinds import BasisValue
from generator.library import Library
from generator.questions import types
from generator.questions.bank import Bank, rule_titles
from generator.questions.item import Item, rank


def drawn(bank: Bank, count: int, seed: int) -> tuple[Item, ...]:
    """``count`` items drawn by ``seed``, all where the bank has no more; the same seed draws the same of the same bank."""
    return tuple(sorted(bank.items, key=lambda item: rank(f"sample/{seed}", item.id))[:count])


def sample_text(library: Library, items: tuple[Item, ...]) -> str:
    """The items as Markdown: as they are printed, with key and reasons, and each article that is cited below."""
    return "\n\n".join(block for number, item in enumerate(items, 1) for block in _blocks(library, number, item)) + "\n"


def _blocks(library: Library, number: int, item: Item) -> Iterator[str]:
    rule = rule_titles().get(item.rule, item.rule)
    yield f"## {number}　{code(item.id)}"
    yield f"{escape(rule)}　{types.of(item).title}　{item.thought}　难度 {item.difficulty:.2f}　{code(str(item.at))}"
    yield question(number, item)
    yield answer(library, number, item)
    for basis in dict.fromkeys(basis.model_copy(update={"paragraph": None, "item": None}) for basis in item.basis):
        yield _law(library, basis)


def _law(library: Library, basis: BasisValue) -> str:
    """The article as a quotation: the official text where one is at hand, else the digest, which is said."""
    official = None if basis.version else library.official(basis.regulation, basis.key)
    record = None if basis.version else library.article(basis)
    if official:
        head, text = "原文", official.text
    elif record and record.digest:
        head, text = "手边没有原文，只有摘要", record.digest
    else:
        head, text = "手边没有原文，也没有摘要", ""
    lines = [f"**{escape(library.cite(basis))}**（{head}）", *(escape(line) for line in text.split("\n") if line)]
    return "\n>\n".join(f"> {line}" for line in lines)
