"""长者模式: the sheets of a phone, at twice the size, on a screen of any width.

Letters of 200% on a desktop leave the room of a phone, but media queries ask the screen and know nothing of the letters.  So each
rule for narrow screens is written once more for a page in 长者模式, and each rule for wide ones leaves such a page out.  Both go
through ``:where()``, which adds nothing to the weight of a selector: the cascade stays what the sheets say.
"""

import re
from typing import Any

import tinycss2

_ON = "[data-pf-elder]"
_NARROW = re.compile(r"^(?:screen and )?\(max-width:[^)]*\)$")
_WIDE = re.compile(r"^(?:screen and )?\(min-width:[^)]*\)$")
#: Selectors that begin with the element that bears the mark.
_ROOT = re.compile(r"^(html|:root|\.(?:pf-js|no-js|pf-known|pf-annexed))(?![\w-])")


def with_elder(sheet: str) -> str:
    """A style sheet that knows 长者模式, from one that knows narrow and wide screens."""
    rules = tinycss2.parse_stylesheet(sheet, skip_whitespace=True)
    return "\n".join(_written(rule) for rule in rules)


def _written(rule: Any) -> str:
    text = str(rule.serialize())
    if rule.type != "at-rule" or rule.lower_at_keyword != "media":
        return text
    asked = [one.strip() for one in tinycss2.serialize(rule.prelude).split(",")]
    inner = tinycss2.serialize(rule.content)
    if all(_NARROW.match(one) for one in asked):
        return f"{text}\n@media screen{{{_under(inner, _ON)}}}"
    if not any(_WIDE.match(one) for one in asked):
        return text
    others = ",".join(one for one in asked if not _WIDE.match(one))
    wide = ",".join(one for one in asked if _WIDE.match(one))
    kept = f"@media {others}{{{inner}}}\n" if others else ""
    return f"{kept}@media {wide}{{{_under(inner, f':not({_ON})')}}}"


def _under(content: str, condition: str) -> str:
    """Rules that hold only where the page's root meets the condition."""
    rules = tinycss2.parse_rule_list(content, skip_comments=True, skip_whitespace=True)
    return "".join(f"{_marked(rule.prelude, condition)}{{{tinycss2.serialize(rule.content)}}}" for rule in rules)


def _marked(prelude: list[Any], condition: str) -> str:
    selectors: list[list[Any]] = [[]]
    for part in prelude:
        if part == ",":
            selectors.append([])
        else:
            selectors[-1].append(part)
    return ",".join(_one(tinycss2.serialize(one).strip(), condition) for one in selectors)


def _one(selector: str, condition: str) -> str:
    if _ROOT.match(selector):
        return _ROOT.sub(rf"\1:where({condition})", selector)
    return f":where({condition if condition == _ON else f'html{condition}'}) {selector}"
