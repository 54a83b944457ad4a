"""Blank: the point of an article with one figure or one term taken out.  (填空)

Source:  the digest of an Article: its figures, under number and heading, and the terms that it names as ``gaps``.
Key:     the figure (a sum, a share, a multiple, a period, a day, an age) or the term.
Wrong:   nothing: what is written must be the figure, in Arabic or Chinese, or one of the names of the term.
Refused: figures that need a whole long article around them, that the stem shows a second time, that stand in a row of their like or are hours of the clock; the second bound
         of a range whose first is asked; figures of a penal article that none of its penalties knows, since then the digest alone
         vouches for them; more than two figures of a penal article, three of another; the day of a year on which a law came into
         force, which nobody needs by heart, unless it is the day from which another law no longer holds.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from generator.kinds import BasisValue
from generator.kinds.article import Article
from generator.legal.periods import parse_period
from generator.library import Library
from generator.library.model import PenaltyOf
from generator.questions.facts.penal_figures import figures
from generator.questions.item import BLANK, Blank, Claim, Item, Response, Rule, Skip, choose, draw, rank
from generator.questions.writing.making import Subject, finish, validity
from generator.questions.writing.phrases import article as named
from generator.questions.writing.quantities import Quantity, arabic, quantities

ID = "cloze"
MOST, MOST_PENAL = 3, 2
LONGEST = (
    90  # characters of the digest that a figure may need around it: else the whole article is copied for one number
)
_FIGURES = (
    "{where}{heading}：{text}",
    "补全{where}{heading}的要点：{text}",
    "依照{where}{heading}，填出空缺的数字和单位：{text}",
    "{where}{heading}规定：{text}",
)
_TERMS = (
    "补全{where}{heading}的要点：{text}",
    "依照{where}{heading}，填出空缺的词：{text}",
    "{where}{heading}规定：{text}",
)
_PERIODS = frozenset({"日", "天", "个工作日", "工作日", "个月", "年", "小时"})
_KNOWN = frozenset({"元", "%", "倍", "日", "年"})
#: How a sentence begins that leans on the one before it; any other reads alone under the heading.
_LEANING = re.compile(
    r"情节|拒不|逾期|不改|责任人|自己|其|该|也|都|还|包括|造成|区内|设在|网上|违规|没装|骗取|有违法所得|停止|上述|对方|批准|不管控"
    r"|登记表|暂时|拆|报告书|在禁|有害"
)
#: Conditions of a further tier: where the sentence names none, it speaks of the first.
_AGGRAVATED = re.compile(r"拒不|逾期|情节严重|情节较轻|造成严重后果")
_JOINT = re.compile(r"[至到]|以上")
#: A day of one year, as a law came into force on it; 每年8月15日 is another thing.
_DAY_OF_A_YEAR = re.compile(r"\d{4}年\d{1,2}月")


@dataclass(frozen=True, slots=True)
class Gap:
    """What is taken out of a digest, how the stem shows the rest, how the gap is named in an id, and of which tier it is."""

    answers: tuple[str, ...]
    text: str
    name: str
    unit: str = ""
    aside: str = ""


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield the items of each article with figures or terms to ask, or one skip where none is left, in library order."""
    repeals = {(basis.regulation, basis.article, basis.suffix) for basis in library.provisions("repeals")}
    for article in library.of("article", Article):
        basis = BasisValue(regulation=article.regulation, article=article.number, suffix=article.suffix)
        if not article.digest or validity(library, (basis,)) is None:
            continue
        penalties = library.penalties_under(article.regulation, article.key)
        started = (basis.regulation, basis.article, basis.suffix) not in repeals
        asked = tuple(
            gap for gap in _figures(article, penalties) if not (started and _DAY_OF_A_YEAR.match(gap.answers[0]))
        )
        if quantities(arabic(article.digest)) and not asked:
            yield Skip(article.place("digest"), "摘要里的数字在题干别处重复，或者结构化的罚则里没有它")
        for gap in (*asked, *_terms(article)):
            yield _ask(library, article, basis, gap, penalties)


def _figures(article: Article, penalties: tuple[PenaltyOf, ...]) -> tuple[Gap, ...]:
    """The figures to ask of a digest, few of many, drawn by the article alone."""
    text = arabic(article.digest or "")
    known = frozenset[str]().union(*(figures(tier) for entry in penalties for tier in entry.penalty.tiers))
    others = _other_conditions(penalties)
    found = [q for q in _single(text, article.id) if not (known and q.unit in _KNOWN and q.text not in known)]
    gaps = [gap for quantity in found if (gap := _figure(article, text, quantity, others))]
    return draw(gaps, MOST_PENAL if known else MOST, f"{ID}/{article.id}", lambda gap: gap.name)


def _single(text: str, seed: str) -> list[Quantity]:
    """Quantities that can be asked alone: none in a row (2日、3日), no hour, and of two joined bounds one drawn by ``seed``."""
    found = quantities(text)
    kept = []
    for place, quantity in enumerate(found):
        before = text[found[place - 1].end : quantity.start] if place else ""
        after = text[quantity.end : found[place + 1].start] if place + 1 < len(found) else ""
        if quantity.unit == "点" or "、" in {before, after}:
            continue
        if _JOINT.fullmatch(after) and rank(seed, quantity.text) % 2:
            continue  # the upper bound is asked
        if _JOINT.fullmatch(before) and not rank(seed, found[place - 1].text) % 2:
            continue  # the lower bound is asked
        kept.append(quantity)
    return kept


def _other_conditions(penalties: tuple[PenaltyOf, ...]) -> tuple[str, ...]:
    """拒不改正, 情节严重 …: the conditions under which the article has other figures, in its order."""
    tiers = [tier for entry in penalties for tier in entry.penalty.tiers if tier.fine or tier.detention]
    return tuple(dict.fromkeys(tier.condition for tier in tiers if _AGGRAVATED.search(tier.condition)))


def _figure(article: Article, text: str, quantity: Quantity, others: tuple[str, ...]) -> Gap | None:
    end = next(at for at in range(quantity.end, len(text) + 1) if at == len(text) or text[at] in "。；")
    start = text.rfind("。", 0, quantity.start) + 1
    if _LEANING.match(text[start:]) or quantities(arabic(article.heading)):
        start = 0
    shown = f"{text[start : quantity.start]}{BLANK}{text[quantity.end : end]}。"
    if len(shown) > LONGEST or re.search(rf"(?<![0-9.]){re.escape(quantity.text)}", shown):
        return None
    aside = ""
    left = [name for name in others if name not in shown]
    if left and len(left) == len(others) and not _AGGRAVATED.search(shown):
        aside = f"尚不属于{'、'.join(left)}的"
    return Gap(_writings(quantity.text), shown, _slug(quantity, text), quantity.unit, aside)


def _terms(article: Article) -> Iterator[Gap]:
    """The terms that the article names, each taken out of the whole digest."""
    for number, term in enumerate(article.gaps, 1):
        shown = arabic((article.digest or "").replace(term.word, BLANK))
        yield Gap((term.word, *term.also), f"{shown.rstrip('。')}。", "term" if number == 1 else f"term-{number}")


def _ask(library: Library, article: Article, basis: BasisValue, gap: Gap, penalties: tuple[PenaltyOf, ...]) -> Item:
    answer = gap.answers[0]
    where = named(library, basis)
    shown = {answer, *(quantity.text for quantity in quantities(gap.text))}
    conducts = {entry.conduct.id for entry in penalties}
    subject = Subject(
        rule=ID, id=f"{article.regulation}-{article.key}/{gap.name}", basis=(basis,), at=article.place("digest"),
        facts=(f"article/{article.id}/digest", *_told(article, shown, penalties)), sample=article.sample,
        topics=article.topics or library.regulation(article.regulation).topics,
        conduct=conducts.pop() if len(conducts) == 1 else None, claim=Claim("cloze", (("article", article.id),)),
    )  # fmt: skip
    heading = _heading(article, answer)
    if gap.aside:
        heading = f"{heading.removesuffix('）')}；{gap.aside}）" if heading else f"（{gap.aside}）"
    stem = choose(_FIGURES if gap.unit else _TERMS, subject.key).format(where=where, heading=heading, text=gap.text)
    why = f"{where}：{arabic(article.digest or '').rstrip('。')}。"
    return finish(library, subject, "blank", stem, (), why, 0, Response(blanks=(Blank(gap.answers),)))


def _told(article: Article, shown: set[str], penalties: tuple[PenaltyOf, ...]) -> Iterator[str]:
    """The tiers and periods whose figures are asked or shown: items on them must not meet this one in a paper."""
    for entry in penalties:
        for index, tier in enumerate(entry.penalty.tiers):
            if shown & figures(tier):
                yield f"penalty/{entry.id}/{index}"
    for quantity in quantities("，".join(sorted(shown))):
        if quantity.unit in _PERIODS:
            yield f"period/{article.regulation}/{article.key}/{parse_period(quantity.text)}"


def _heading(article: Article, answer: str) -> str:
    """The heading in brackets; empty where it holds a figure or shares a pair of characters with the answer."""
    heading = arabic(article.heading).replace("：", "，")
    told = any(answer[at : at + 2] in heading for at in range(len(answer) - 1))
    return "" if told or quantities(heading) else f"（{heading}）"


def _writings(answer: str) -> tuple[str, ...]:
    """The figure; a sum without 元 too, and a day in Chinese figures, which ``answers.fills`` would not know."""
    day = re.fullmatch(r"(\d{1,2})月(\d{1,2})日", answer)
    if day:
        return answer, f"{_chinese(int(day[1]))}月{_chinese(int(day[2]))}日"
    return (answer, answer[:-1]) if answer.endswith("万元") else (answer,)


def _chinese(n: int) -> str:
    tens, ones = divmod(n, 10)
    ten = ("", "十", "二十", "三十")[tens]
    return ten + "〇一二三四五六七八九"[ones] if ones else ten


def _slug(quantity: Quantity, text: str) -> str:
    """Figure and unit in ASCII, with its rank among equal figures: 1000000-yuan, 5-days-2."""
    unit = {
        "元": "yuan", "%": "percent", "倍": "times", "日": "days", "天": "days", "年": "years", "个月": "months", "人": "people",
        "小时": "hours", "周岁": "age", "度": "degrees", "月日": "date", "个工作日": "workdays",
    }[quantity.unit]  # fmt: skip
    plain = quantity.text.replace("万", "0000").replace("亿", "00000000")
    figure = re.sub(r"[^\d]+", "-", plain).strip("-")
    before = sum(q.text == quantity.text for q in quantities(text) if q.start < quantity.start)
    return f"{figure}-{unit}" + (f"-{before + 1}" if before else "")


RULE = Rule(id=ID, title="填空", generate=generate)
