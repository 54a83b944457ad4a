"""Templates: one Jinja environment that escapes everything, with the helpers that pages share."""

import json
import re
from collections.abc import Sequence
from functools import cache
from typing import Any
from urllib.parse import quote

import jinja2
from markupsafe import Markup, escape

from generator.kinds import BasisValue, Record, kind_named
from generator.kinds.concordance import RELATIONS, AmountChange
from generator.kinds.conduct import BOTH_STAND
from generator.kinds.exemption import EFFECTS
from generator.kinds.must_know import LEVELS
from generator.kinds.penalty import ORDINARY, Fine
from generator.kinds.regulation import Regulation, Section
from generator.legal.basis import format_key
from generator.legal.days import day_spaced
from generator.legal.money import format_range, format_yuan
from generator.legal.numerals import format_number
from generator.library import wording
from generator.library.model import Library
from generator.library.overhaul import present
from generator.library.timeline import STATES
from generator.questions import types
from generator.questions.item import letter
from generator.questions.thought import THOUGHTS
from generator.site import charts, scale, urls
from generator.site.ahead import ahead, with_notice
from generator.site.badges import source_ended
from generator.site.calculators import table_basis
from generator.site.cited import law_linker, linker
from generator.site.differences import differences_of, elsewhere_told
from generator.site.gravest import gravest
from generator.site.markdown import to_html
from generator.templating import bare_environment


@cache
def environment() -> jinja2.Environment:
    """The environment; templates lie in assets/templates."""
    env = bare_environment()
    env.filters.update(
        fine=wording.fine_text,
        fine_phrase=wording.fine_phrase,
        tier_name=wording.tier_name,
        detention=wording.detention_text,
        ban=wording.ban_text,
        authority=wording.authority_text,
        acting=wording.acting_text,
        unnamed=wording.unnamed_text,
        bar=scale.bar_of,
        place=scale.span_bar,
        short=lambda kind: kind_named(kind).short,
        day=day_spaced,
        yuan=format_yuan,
        letter=letter,
        figure=charts.figure,
        amounts=amounts_of,
        differences=differences_of,
        elsewhere_told=elsewhere_told,
        span=lambda span: format_range(span.min, span.max),
        chinese=format_number,
        article=format_key,
        number=lambda value: f"{float(value):g}",
        suffix=lambda n: f"之{format_number(n)}" if n else "",
        sections_of=sections_of,
        gravest=gravest,
        consequences=wording.consequences,
        amounts_of_tier=wording.tier_amounts,
        beside=wording.beside_amounts,
        added_to=wording.added_to,
        tiers_below=lambda penalty, index: [penalty.tiers[base] for base in penalty.bases(index)],
        emphasis=emphasis,
        asked=asked,
        json_attribute=lambda value: json.dumps(value, ensure_ascii=False),
        json_script=lambda text: Markup(text.replace("<", "\\u003c")),
        markdown=lambda text: Markup(to_html(text)),
    )
    env.globals.update(
        TICKS=scale.TICKS,
        RELATIONS=RELATIONS,
        EFFECTS=EFFECTS,
        LEVELS=LEVELS,
        STATES=STATES,
        type_named=types.named,
        list_file=urls.list_file,
        table_basis=table_basis,
        ahead=ahead,
        source_ended=source_ended,
        BOTH_STAND=BOTH_STAND,
        ORDINARY=ORDINARY,
    )
    env.globals.update(thought_word=lambda level: THOUGHTS[level][0], thought_says=lambda level: THOUGHTS[level][1])
    return env


def render(template: str, path: str, library: Library, **values: Any) -> str:
    """Render ``assets/templates/pages/<template>``.

    Args:
        template: file name; ``package:name`` lies in templates/pages of another package.
        path: address of the page, from which links are made relative.
        library: for citations and links.
        values: what the template names.
    """
    root = urls.root_from(path)

    def href(kind: str, record: Record) -> str:
        return root + urls.url_of(kind, record)

    def article_href(basis: BasisValue) -> str:
        return root + urls.article_url(basis)

    shared = {
        "href": href,
        "article_href": article_href,
        "cite": library.cite,
        "linked": linker(library, root),
        "linked_line": law_linker(library, root),
        "present": present(library),
    }
    package, _, name = template.rpartition(":")
    found = environment().get_template(f"{package}:pages/{name}" if package else f"pages/{name}")
    return with_notice(library, found.render(root=root, library=library, **shared, **values))


def emphasis(text: str) -> Markup:
    """Text of an item, escaped, with what stands between double asterisks (**不**) as strong."""
    return Markup(re.sub(r"\*\*(.+?)\*\*", r"<strong>\1</strong>", str(escape(text))))


def asked(text: str) -> str:
    """A value in the query of an address; a browser encodes 汉字 by itself, and as they are they take a third of the bytes."""
    return re.sub(r"[^\w.-]", lambda sign: quote(sign[0], safe=""), text)


def amounts_of(amounts: Sequence[AmountChange], side: str) -> list[tuple[str, Fine]]:
    """The fines of one side of a comparison ('old' or 'new'), each once, with the labels of the tiers that have it."""
    given = [(amount.label, fine) for amount in amounts if (fine := getattr(amount, side))]
    fines = list(dict.fromkeys(wording.fine_text(fine) for _, fine in given))
    groups = [[(label, fine) for label, fine in given if wording.fine_text(fine) == text] for text in fines]
    return [
        ("各档" if len(group) == len(given) > 1 else "、".join(label for label, _ in group), group[0][1])
        for group in groups
    ]


def sections_of(regulation: Regulation, number: int) -> list[Section]:
    """The sections of the outline that hold the article with ``number``, from the widest to the deepest."""
    found: list[Section] = []
    level = regulation.outline
    while inside := next((s for s in level if s.articles[0] <= number <= s.articles[1]), None):
        found.append(inside)
        level = inside.children
    return found
