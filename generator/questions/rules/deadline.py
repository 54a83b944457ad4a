"""Blank: by when, how often, how long to be kept?  (期限与保存)

Source:  deadline, frequency and retention of an Obligation, where they hold a figure.
Key:     each figure of the field, in its order.
Wrong:   nothing: what is written must be the figure, in Arabic or Chinese.
Refused: fields without a figure (及时, 定期), with one that is no length of time or day (晚上十点), and figures that the rest of
         the stem says.
"""

from collections.abc import Iterator

from generator.kinds import BasisValue
from generator.kinds.obligation import Obligation
from generator.legal.days import month_written
from generator.legal.periods import parse_period
from generator.library import Library
from generator.questions.item import BLANK, Blank, Claim, Item, Response, Rule, Skip, choose
from generator.questions.writing.making import Subject, finish, validity
from generator.questions.writing.phrases import law, quoted
from generator.questions.writing.quantities import Quantity, arabic, quantities

ID = "deadline"
_UNITS = frozenset({"日", "天", "个工作日", "工作日", "个月", "年", "小时", "月日"})
_STEMS = {
    "deadline": (
        "{title}。依照{where}，时间要求是：{text}。",
        "企业的一项义务：{title}。{where}规定的期限是：{text}。",
        "{where}对{quoted}写明了时间：{text}。",
    ),
    "frequency": (
        "{title}。依照{where}，{text}。",
        "企业的一项义务：{title}。按照{where}的规定，{text}。",
        "{title}。按{where}，{text}。",
    ),
    "retention": (
        "{title}。依照{where}，下列记录的保存时间{text}：{record}。",
        "企业的一项义务：{title}。{where}要求下列记录的保存时间{text}：{record}。",
        "{title}。记录的内容是：{record}。按照{where}的规定，保存时间{text}。",
    ),
}


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield one item or skip per field of an obligation that sets a time, in library order."""
    for obligation in library.of("obligation", Obligation):
        for field in _STEMS:
            if getattr(obligation, field):
                yield _ask(library, obligation, field)


def _ask(library: Library, obligation: Obligation, field: str) -> Item | Skip:
    at = obligation.place(field)
    said = arabic(str(getattr(obligation, field)))
    found = quantities(said)
    if not found:
        return Skip(at, "没有写明数字")
    if any(quantity.unit not in _UNITS for quantity in found):
        return Skip(at, "写的是钟点一类的时刻，答法不一")
    if validity(library, obligation.basis) is None:
        return Skip(at, "依据没有施行")
    basis = _saying(library, obligation, found)
    words = {
        "title": obligation.title, "quoted": quoted(obligation.title), "where": _where(library, obligation, basis),
        "record": (obligation.record or "").rstrip("。"),
    }  # fmt: skip
    key = f"{ID}/{obligation.id}/{field}"
    stem = choose(_STEMS[field], key).format(text=_blanked(said, found, field), **words)
    answers = [quantity.text for quantity in found]
    if any(answer in stem for answer in answers):
        return Skip(at, "题干别处写着答案")
    breach = obligation.breach[0] if len(obligation.breach) == 1 else None
    subject = Subject(
        rule=ID, id=f"{obligation.id}/{field}", basis=basis, at=at, conduct=breach,
        facts=(f"obligation/{obligation.id}/{field}", *_facts(basis, found)), sample=obligation.sample,
        topics=obligation.topics or library.regulation(basis[0].regulation).topics,
        claim=Claim("deadline", (("obligation", obligation.id), ("field", field))),
    )  # fmt: skip
    old = any(library.regulation(b.regulation).awaits_alignment for b in basis)
    aged = f"{arabic(obligation.note).rstrip('。')}。" if old and obligation.note else ""
    where = _where(library, obligation, basis, dated=False)
    why = f"{where}：{obligation.title.rstrip('。')}，{_named(field)}{said.rstrip('。')}。{aged}"
    blanks = tuple(Blank((answer,)) for answer in answers)
    return finish(library, subject, "blank", stem, (), why, 0, Response(blanks=blanks))


def _blanked(said: str, found: list[Quantity], field: str) -> str:
    """The words of the field with a blank for each figure; 保存 goes where the stem says it."""
    for quantity in reversed(found):
        said = said[: quantity.start] + BLANK + said[quantity.end :]
    return (said.replace("保存", "") if field == "retention" else said).rstrip("。")


def _named(field: str) -> str:
    return {"deadline": "期限：", "frequency": "", "retention": "保存时间："}[field]


def _saying(library: Library, obligation: Obligation, found: list[Quantity]) -> tuple[BasisValue, ...]:
    """The articles that say the figures: those whose digest holds them, else those of which no digest is held, else all."""
    digests = {basis: article.digest or "" for basis in obligation.basis if (article := library.article(basis))}
    texts = {quantity.text for quantity in found}
    holding = tuple(b for b, digest in digests.items() if texts <= {q.text for q in quantities(arabic(digest))})
    return holding or tuple(b for b in obligation.basis if b not in digests) or obligation.basis


def _where(library: Library, obligation: Obligation, bases: tuple[BasisValue, ...], dated: bool = True) -> str:
    """The articles, law by law, with the month of the text where it is older than the Code."""
    found: dict[str, list[str]] = {}
    for basis in bases:
        day = obligation.as_of or library.regulation(basis.regulation).as_of
        old = library.regulation(basis.regulation).awaits_alignment and dated and day
        name = law(library, basis) + (f"（按{month_written(day)}的文本）" if old and day else "")
        loci = found.setdefault(name, [])
        loci += [basis.whole.locus] if basis.whole.locus not in loci else []
    return "和".join(f"{name}{'、'.join(loci)}" for name, loci in found.items())


def _facts(bases: tuple[BasisValue, ...], found: list[Quantity]) -> tuple[str, ...]:
    """The periods of the articles, whoever asks them: limits of procedures and digests share these facts."""
    periods = {str(parse_period(quantity.text)) for quantity in found if quantity.unit != "月日"}
    articles = {(basis.regulation, basis.key) for basis in bases}
    return tuple(sorted(f"period/{law}/{key}/{period}" for law, key in articles for period in periods))


RULE = Rule(id=ID, title="期限与保存", generate=generate)
