"""The theme's style sheets without what no page of the site can show.

Material's sheet styles a search, a drawer, tabs and a dozen more that our frame leaves out; it is the heaviest file of a page,
and each page waits for it.  A rule goes where each of its selectors names a class or an id that stands in no page and in no
script; what hand-written pages use stays, whatever it is.  Then go values and animations that nothing asks for any more.
"""

import re
from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path
from typing import Any

import tinycss2

#: In the folder of a theme; its names bear digests.
_SHEETS = ("assets/stylesheets/main.*.css", "assets/stylesheets/palette.*.css")
_UNUSED = ("assets/stylesheets/", "assets/javascripts/")
#: In the site.
PATH = "assets/pufa/css/theme.css"
_ATTRIBUTE = re.compile(r"""\s(?:class|id)=(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))""")
_WORD = re.compile(r"[\w-]+")
_VARIABLE = re.compile(r"--[\w-]+")
_ASKED = re.compile(r"var\(\s*(--[\w-]+)")
_MOVED = re.compile(r"[{;]animation(?:-name)?:([^;}]+)")
#: Files of a site that ask for styles.
_READ = frozenset((".html", ".js", ".css"))
#: Rules that hold rules.
_GROUPS = frozenset(("media", "supports", "layer", "container"))


def unused(path: str) -> bool:
    """Whether a file of the theme has no use on our site: scripts that it does not load, and sheets that stand in ``PATH``."""
    return path.startswith(_UNUSED)


def of_site(site: Path, folders: Iterable[Path]) -> str:
    """The theme's styles for the pages of a built site.

    Args:
        site: the folder of the site; its pages and scripts are read.
        folders: of the theme, ours first; the sheets come from the first that has them.
    """
    used: set[str] = set()
    others: set[str] = set()
    for path in sorted(site.rglob("*")):
        if path.suffix in _READ and path.is_file() and path != site / PATH:
            text = path.read_text(encoding="utf-8", errors="replace")
            used |= names_in(text) if path.suffix == ".html" else words_of(text) if path.suffix == ".js" else set()
            others |= set(_VARIABLE.findall(text)) if path.suffix != ".html" else set(_ASKED.findall(text))
    found = [next((path for folder in folders for path in sorted(folder.glob(sheet))), None) for sheet in _SHEETS]
    return stripped([path.read_text(encoding="utf-8") for path in found if path], used, others)


def names_in(html: str) -> set[str]:
    """All classes and ids of a page."""
    return {name for found in _ATTRIBUTE.findall(html) for value in found for name in value.split()}


def words_of(script: str) -> set[str]:
    """All that a script may make a class or an id of."""
    return set(_WORD.findall(script))


def stripped(sheets: Iterable[str], used: Iterable[str], others: Iterable[str] = ()) -> str:
    """The sheets as one, without rules that can't apply.

    Args:
        sheets: the theme's, in their order.
        used: classes and ids of all pages, and words of all scripts.
        others: texts that use the theme's variables: our own sheets, scripts and styles in pages.
    """
    names = frozenset(used)
    css = "".join(_meeting(rule, names) for sheet in sheets for rule in _rules(sheet))
    asked = {name for text in others for name in _VARIABLE.findall(text)}
    while True:  # a variable may stand in another's value
        wanted = frozenset(asked.union(_ASKED.findall(css), *(_WORD.findall(moved) for moved in _MOVED.findall(css))))
        left = "".join(_wanted(rule, wanted) for rule in _rules(css))
        if left == css:
            return f"{css}\n"
        css = left


def _rules(content: str | Sequence[Any]) -> list[Any]:
    return list(tinycss2.parse_rule_list(content, skip_comments=True, skip_whitespace=True))


def _meeting(rule: Any, names: frozenset[str]) -> str:
    """A rule with those of its selectors that something can meet; empty without any."""
    if rule.type == "at-rule":
        if rule.lower_at_keyword not in _GROUPS:
            return "" if rule.lower_at_keyword == "charset" else str(rule.serialize())
        return _grouped(rule, "".join(_meeting(inner, names) for inner in _rules(rule.content)))
    selectors = [one for one in _split(rule.prelude) if all(name in names for name in _named(one))]
    prelude = ",".join(tinycss2.serialize(one).strip() for one in selectors)
    return f"{prelude}{{{tinycss2.serialize(rule.content)}}}" if selectors else ""


def _wanted(rule: Any, wanted: frozenset[str]) -> str:
    """A rule with those of its variables that are asked for; empty without any declaration, and where nothing moves so."""
    if rule.type == "at-rule":
        if rule.lower_at_keyword in _GROUPS:
            return _grouped(rule, "".join(_wanted(inner, wanted) for inner in _rules(rule.content)))
        moves = rule.lower_at_keyword.endswith("keyframes")
        return "" if moves and tinycss2.serialize(rule.prelude).strip() not in wanted else str(rule.serialize())
    declared = tinycss2.parse_blocks_contents(rule.content, skip_comments=True, skip_whitespace=True)
    left = [one.serialize() for one in declared if not one.name.startswith("--") or one.name in wanted]
    return f"{tinycss2.serialize(rule.prelude)}{{{';'.join(left)}}}" if left else ""


def _grouped(rule: Any, inner: str) -> str:
    return f"@{rule.at_keyword}{tinycss2.serialize(rule.prelude)}{{{inner}}}" if inner else ""


def _split(prelude: Sequence[Any]) -> Iterator[list[Any]]:
    """The selectors of a list of them."""
    one: list[Any] = []
    for part in prelude:
        if part == ",":
            yield one
            one = []
        else:
            one.append(part)
    yield one


def _named(selector: Sequence[Any]) -> Iterator[str]:
    """Classes and ids that must be there for a selector to apply; within :not() and :is() they need not."""
    before = None
    for part in selector:
        if part.type == "hash" or (part.type == "ident" and before == "."):
            yield part.value
        before = part
