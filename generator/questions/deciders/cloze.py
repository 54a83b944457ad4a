"""Whether a figure or a term, put into its blank, gives what the digest of the article says."""

import re
from decimal import Decimal

from generator.kinds.article import Article
from generator.legal.numerals import NUMBER, format_decimal, parse_decimal
from generator.library import Library
from generator.questions.deciders._base import Decider
from generator.questions.item import BLANK, Claim, Item
from generator.questions.said import Said

_PERCENT = re.compile(rf"百分之({NUMBER})")
_NUMERAL = re.compile(NUMBER)


def decide(library: Library, claim: Claim, said: Said, item: Item) -> bool | None:
    """See ``Decide``: both texts are brought to plain figures, and the filled stem must stand in the digest.

    Another name of a term is put in as the word that the article uses for it.
    """
    article = library.get("article", claim.get("article") or "")
    if not isinstance(article, Article) or not article.digest or item.stem.count(BLANK) != 1:
        return None
    number = f"第{article.number}条" + (f"之{article.suffix}" if article.suffix else "")
    if f"{library.regulation(article.regulation).name}{number}" not in item.stem:
        return None
    words = [said.text, *(gap.word for gap in article.gaps if said.text in gap.also)]
    text = item.stem.split("：", maxsplit=1)[-1].rstrip("。")
    digest = _plain(article.digest)
    return any(_plain(text.replace(BLANK, word)) in digest for word in words)


def _plain(text: str) -> str:
    """The text with every numeral in Arabic figures, without 元, so that 二十万至一百万元 and 20万元至100万元 are one."""
    text = _PERCENT.sub(lambda m: f"{_value(m[1])}%", text)
    return _NUMERAL.sub(lambda m: _value(m[0]), text).replace("元", "")


def _value(numeral: str) -> str:
    try:
        return format_decimal(Decimal(parse_decimal(numeral)))
    except ValueError:
        return numeral


DECIDER = Decider("cloze", decide)
