"""Single choice and true or false: which law applies at a date?  (适用哪部法律)

Source:  fines before and after of concordance rows (changes.py), the day on which the old law ceased, and the articles that
         say which law applies when the law has changed (法典 1057).
Asks:    conduct and decision on either side of the day: the law, and where the decision alone is later, the span of the fine;
         conduct that goes on over the day, as 广东省生态环境行政处罚自由裁量权规定 answers it (第8条).
Beside:  where another provision fined the act more while the old law stood (concordance ``also``), it is told, and the key is
         the heavier of the two, unless the new law is milder still (行政处罚法 29).
Wrong:   the other law, and either law for the other reason: comparing where there is nothing to compare, or not comparing.
Refused: conduct before and decision after the day where not every fine moved one way or the row has a reservation, since
         which law is milder is then for the case to show; rows of which it can't be told what applied beside the old article
         or applies beside the new one; conduct over the day where no document says which law applies.
"""

import datetime
from collections.abc import Iterator
from decimal import Decimal

from generator.kinds import BasisValue
from generator.kinds.penalty import Fine
from generator.legal.days import day_written, month_written
from generator.library import Library
from generator.questions.facts.amounts import amount_text, rivals, size
from generator.questions.facts.applied import Unsure
from generator.questions.facts.changes import Change, changes, one_way, rule_of, topics_of
from generator.questions.facts.related import key
from generator.questions.flaws.key import cue
from generator.questions.item import Claim, Item, Option, Rule, Skip, choose, rank
from generator.questions.writing.making import Subject, around, finish, judge_options, place_key, truth
from generator.questions.writing.phrases import article, dated_article

ID = "applicable-law"
_AFTER = (0, 9, 26, 40)  # days from the day of change to conduct after it
_BEFORE = (12, 20, 45, 80)  # days from the end of conduct before it to the day of change
_ACROSS = (
    "{then}终了的违法行为：{doing}，属于当时《{old}》{locus}规定的情形，罚款{label}为{was}；{decided}作出处罚决定时，这一内容已改由{new}"
    "规定，罚款为{now}。应当：",
    "{doing}，行为在{then}终了，属于当时《{old}》{locus}规定的情形，罚款{label}为{was}。处罚决定作出于{decided}，这时{new}规定的罚款"
    "为{now}。对此应当：",
    "当事人有下列行为，到{then}终了：{doing}。当时依照《{old}》{locus}罚款{label}{was}，现在依照{new}罚款{now}。{decided}作出处罚"
    "决定，应当：",
)
_SPANS = (
    "{doing}，行为在{then}终了，{decided}作出处罚决定。这一行为属于过去《{old}》{locus}、现在{article}规定的情形。只看这两部法律，罚款{label}应当在"
    "什么幅度内确定？",
    "{then}终了的违法行为：{doing}，当时属于《{old}》{locus}规定的情形。{decided}作出处罚决定，这时{article}已经取代它。只看这两部"
    "法律，罚款的幅度{label}是：",
    "执法人员查明，当事人有下列行为，到{then}已经终了：{doing}。行为时由《{old}》{locus}规定，{decided}作出处罚决定时由{article}规定。只看"
    "这两部法律，罚款幅度{label}应当是：",
)
_STATEMENTS = (
    "{doing}，行为在{then}终了，{decided}作出处罚决定。新旧规定的罚款{label}分别是{now}（{article}）和{was}（《{old}》{locus}），"
    "应当适用《{applied}》。",
    "{then}终了的违法行为：{doing}。罚款{label}按《{old}》{locus}为{was}，按{article}为{now}。{decided}作出处罚决定，应当"
    "适用《{applied}》。",
    "{doing}，属于《{old}》{locus}规定的情形，行为到{then}终了。{decided}作出处罚决定时，罚款{label}已由{was}改为{now}（{article}），应当"
    "适用《{applied}》。",
)
#: Where another provision fined the act more while the old law stood.
_ACROSS_BESIDE = (
    "{doing}，行为在{then}终了。当时《{old}》{locus}规定罚款{own}，{beside}规定罚款{was}，这一行为两处都违反；{decided}作出处罚决定时，"
    "{article}规定罚款{now}。应当：",
    "当事人有下列行为，到{then}终了：{doing}。当时依照《{old}》{locus}罚款{own}，依照{beside}罚款{was}，现在依照{article}罚款{now}。"
    "{decided}作出处罚决定，应当：",
)
_SPANS_BESIDE = (
    "{doing}，行为在{then}终了，{decided}作出处罚决定。行为时《{old}》{locus}和{beside}都对它规定了罚款，作出决定时{article}已经取代前者。"
    "罚款{label}应当在什么幅度内确定？",
    "执法人员查明，当事人有下列行为，到{then}已经终了：{doing}。它同时违反当时的《{old}》{locus}和{beside}，{decided}作出处罚决定时由"
    "{article}规定。罚款幅度{label}应当是：",
)
_STATEMENTS_BESIDE = (
    "{doing}，行为在{then}终了，{decided}作出处罚决定。当时《{old}》{locus}的罚款是{own}，{beside}的罚款是{was}；现在{article}的罚款是{now}。"
    "应当适用《{applied}》。",
    "{then}终了的违法行为：{doing}。罚款按《{old}》{locus}为{own}，按{beside}为{was}，按{article}为{now}。{decided}作出处罚决定，应当适用"
    "《{applied}》。",
)
_ON_ONE_SIDE = (
    "{doing}，行为{when}，{decided}作出处罚决定。这一行为过去由《{old}》{locus}规定，{until}起由{article}规定。应当：",
    "{doing}。违法行为{when}，{decided}作出处罚决定。《{old}》{locus}和{article}先后规定了这一行为，以{until}为界。应当：",
    "当事人的违法行为{when}：{doing}。{decided}作出处罚决定。{until}起，这一行为由《{old}》{locus}改由{article}规定。应当：",
)
_OVER = (
    "{doing}，行为从{then}一直持续到{ended}，{decided}作出处罚决定。依照{document}，应当：",
    "{then}起，某单位一直有下列行为，到{ended}才停止：{doing}。{decided}作出处罚决定，依照{document}应当：",
    "从{then}到{ended}，下列行为一直没有停止：{doing}。{decided}作出处罚决定。按照{document}的规定，应当：",
)

#: Of changes that made a fine heavier, where the old law applies, one in so many is stated: else 旧法 would nearly always be true.
_STATED = 5


def generate(library: Library) -> Iterator[Item | Skip]:
    """Yield items and skips per change of a fine, the first of each row and old article, in library order."""
    rows: set[str] = set()
    sides: set[tuple[str, str]] = set()
    laws: set[str] = set()
    for change in changes(library):
        if library.provision(change.after.regulation, "change") is None or _until(library, change) is None:
            continue
        way = one_way(library, change.row)
        if change.unsure:
            if change.row.id not in rows:
                rows.add(change.row.id)
                yield Skip(change.row.at, change.unsure)
        elif change.row.id not in rows and (way is None or change.moved == way or change.beside):
            rows.add(change.row.id)
            yield from _across(library, change, way)
        if key(change.before) not in sides and not isinstance(change.now, Unsure):
            sides.add(key(change.before))
            yield _on_one_side(library, change)
        if change.before.regulation not in laws and change.doing.startswith(("没有", "不", "排放", "违反")):
            laws.add(change.before.regulation)
            yield _over(library, change)


def _until(library: Library, change: Change) -> datetime.date | None:
    return library.standing(change.before).version.repealed_on


def _day(library: Library, change: Change, days: int) -> datetime.date:
    until = _until(library, change)
    assert until is not None
    return until + datetime.timedelta(days=days)


def _words(library: Library, change: Change) -> dict[str, str]:
    return {
        "doing": change.doing,
        "label": change.label,
        "old": library.name_of(change.before),
        "locus": change.before.locus,
        "new": library.regulation(change.after.regulation).name,
        "article": article(library, change.after),
        "own": amount_text(change.old),
        "beside": dated_article(library, change.beside) if change.beside else "",
        "was": amount_text(change.was),
        "now": amount_text(change.new),
        "until": day_written(_day(library, change, 0)),
        "then": month_written(_day(library, change, -40)),
        "decided": month_written(_day(library, change, 60)),
    }


def _subject(library: Library, change: Change, part: str, bases: tuple[BasisValue, ...]) -> Subject:
    conduct = change.case.entry.conduct
    claim = Claim("applies", (("concordance", change.row.id), ("label", change.amount.label)))
    return Subject(
        rule=ID, id=f"{change.row.id}/{part}", basis=bases, facts=change.facts, topics=topics_of(library, change),
        at=change.row.at, conduct=conduct.id, sample=change.row.sample or conduct.sample, claim=claim,
    )  # fmt: skip


def _of(library: Library, what: str, regulation: str) -> BasisValue:
    found = library.provision(regulation, what)
    assert found is not None  # those without are left out at the start
    return found


def _across(library: Library, change: Change, way: int | None) -> Iterator[Item | Skip]:
    """Conduct before the day, decision after it: the law, the span of the fine, and a judgement.

    The fine asked about is one that moved: for whom it stayed, the old law applies whatever became of others.
    """
    if way is None:
        yield Skip(change.row.at, "新旧处罚不是一律加重或者一律减轻，或者有保留说明，适用哪部法律要逐案比较")
        return
    words = _words(library, change)
    names = _laws(library, change, way)
    why = _because(library, change, way)
    instead = (
        f"新规定的罚款（{words['now']}）并不比过去的（{words['was']}）轻，不适用新法"
        if way > 0
        else f"新规定的罚款（{words['now']}）比过去的（{words['was']}）轻，不再适用旧法"
    )
    reasoned = _reasoned(library, change, True, way < 0, why, instead)
    right, wrong = _named(library, change, names, why) if change.beside else reasoned
    subject = _subject(library, change, "applies", _bases(library, change))
    stem = choose(_ACROSS_BESIDE if change.beside else _ACROSS, subject.key).format(**words)
    told = stem
    for name, _ in names:
        told = told.replace(name, "")
    if cue(told, [right.text], [option.text for option in wrong]):
        yield Skip(change.row.at, "行为的名称与答案中的法律名称相近，泄露答案")
    else:
        yield finish(library, subject, "single", stem, place_key(right, wrong, subject.key), why, 0.6)
    yield _span(library, change, way, why)
    if way > 0 and rank(subject.key, "stated") % _STATED:
        yield Skip(change.row.at, "新规定较重的占多数，判断题五处只问一处，免得“适用旧法”总是正确")
    else:
        yield _statement(library, change, names, why)


def _named(library: Library, change: Change, names: list[tuple[str, str]], why: str) -> tuple[Option, list[Option]]:
    """Which of three laws, where another provision stood beside the old one."""
    rule = article(library, _of(library, "change", change.after.regulation))
    wrong = [Option(f"适用《{name}》", False, because) for name, because in names[1:]]
    added = Option("几个规定的罚款相加", False, f"{rule}只在新旧规定中择一适用，没有相加的规定。")
    return Option(f"适用《{names[0][0]}》", True, why), [*wrong, added]


def _reasoned(
    library: Library, change: Change, compared: bool, new: bool, why: str, instead: str
) -> tuple[Option, list[Option]]:
    """The two laws, each reached in two ways: by comparing them or without; each way is right of some conduct.

    Args:
        library: names the laws.
        change: between which laws.
        compared: the conduct ended before the day and the decision came after it.
        new: the new law applies.
        why: the reason of the key.
        instead: why the other law does not apply.
    """
    words = _words(library, change)
    rule = article(library, _of(library, "change", change.after.regulation))
    way = (
        f"行为在更替以前、决定在更替以后的，要比较轻重（{rule}）" if compared else "行为和决定之间没有要比较的新旧规定"
    )
    options = {}
    for weighed in (True, False):
        for newer in (True, False):
            text = f"{'比较轻重以后' if weighed else '不比较轻重'}，适用《{words['new' if newer else 'old']}》"
            because = [way] if weighed != compared else []
            because += [instead] if newer != new else []
            options[weighed, newer] = Option(text, not because, "；".join(because) + "。" if because else why)
    return options.pop((compared, new)), list(options.values())


def _laws(library: Library, change: Change, way: int) -> list[tuple[str, str]]:
    """Names of the laws in question, the one that applies first; with each other one, why it does not."""
    words = _words(library, change)
    old = (words["old"], "本例旧规定的罚款较重，不适用。")
    new = (words["new"], "本例新规定的罚款并不较轻，不适用。")
    if change.beside is None:
        return [old, new] if way > 0 else [new, old]
    heavier = library.regulation(change.beside.regulation).name
    if way < 0:
        return [new, old, (heavier, old[1])]
    return [(heavier, ""), (old[0], f"同一行为还违反{words['beside']}，那里的罚款数额高，按那里处罚。"), new]


def _because(library: Library, change: Change, way: int) -> str:
    """Why the law that applies does."""
    words = _words(library, change)
    says = article(library, _of(library, "change", change.after.regulation))
    then = f"旧为{words['was']}，新为{words['now']}"
    if change.beside:
        heavier = "、".join(article(library, basis) for basis in rule_of(library, "heavier"))
        then = (
            f"《{words['old']}》为{words['own']}，{words['beside']}为{words['was']}，同一行为按罚款数额高的规定处罚（{heavier}）；"
            f"新为{words['now']}"
        )
    name = _laws(library, change, way)[0][0]
    return (
        f"{says}：适用违法行为发生时的规定，作出决定时新规定处罚较轻的才适用新规定。罚款{change.label}{then}，"
        f"新规定{'并不' if way > 0 else ''}较轻，所以适用《{name}》。"
    )


def _bases(library: Library, change: Change) -> tuple[BasisValue, ...]:
    """What the answer rests on."""
    heavier = rule_of(library, "heavier") if change.beside else ()
    return (_of(library, "change", change.after.regulation), *heavier, change.after.whole)


def _span(library: Library, change: Change, way: int, why: str) -> Item | Skip:
    """The span of the fine, where which law applies is left to the reader."""
    subject = _subject(library, change, "span", _bases(library, change))
    words = _words(library, change)
    right, other = (words["was"], words["now"]) if way > 0 else (words["now"], words["was"])
    if right == other:
        other = words["own"]
    others = {r.text: r.size for r in rivals(library, change.case, subject.key) if r.text not in {right, other}}
    sizes = {
        words["own"]: _size(change.old),
        words["was"]: _size(change.was),
        words["now"]: _size(change.new),
        **others,
    }
    lower = [text for text in others if sizes[text] < sizes[right]]
    higher = [text for text in others if sizes[text] > sizes[right]]
    (lower if sizes[other] < sizes[right] else higher).insert(0, other)
    below = around(len(lower), len(higher), 3, subject.key)
    if below is None:
        return Skip(change.row.at, "形式相同、大小相近而又确定不适用的罚款不足 3 种")
    if other in lower:
        below = max(below, 1)
    elif below == 3:
        below = 2
    shown = sorted([right, *lower[:below], *higher[: 3 - below]], key=lambda text: sizes[text])
    known = f"旧为{words['was']}，新为{words['now']}"
    reasons = {right: why, other: _not_this(words, other)}
    options = [
        Option(text, text == right, reasons.get(text, f"新旧规定对这一情形都不是这个幅度：{known}。")) for text in shown
    ]
    stem = choose(_SPANS_BESIDE if change.beside else _SPANS, subject.key).format(**words)
    return finish(library, subject, "single", stem, options, why, 1.0)


def _not_this(words: dict[str, str], span: str) -> str:
    """Why the span of the law that does not apply is not the answer."""
    if span == words["now"]:
        return "这是新规定的幅度；它并不较轻，不适用。"
    if span == words["was"]:
        return "这是行为时的幅度；新规定较轻，不再适用它。"
    return f"这是《{words['old']}》的幅度；同一行为还违反{words['beside']}，那里的罚款数额高，按那里处罚。"


def _size(fine: Fine) -> tuple[Decimal, Decimal]:
    part = fine.range
    return (Decimal(0), Decimal(0)) if part is None else size(fine)


def _statement(library: Library, change: Change, names: list[tuple[str, str]], why: str) -> Item:
    subject = _subject(library, change, "judge", _bases(library, change))
    true = truth(subject.key)
    other = names[1 + rank(subject.key, "other") % (len(names) - 1)][0]
    words = _words(library, change) | {"applied": names[0][0] if true else other}
    stem = choose(_STATEMENTS_BESIDE if change.beside else _STATEMENTS, subject.key).format(**words)
    if not true:
        why = f"{why.rstrip('。')}；题中改成了适用《{other}》。"
    return finish(library, subject, "judge", stem, judge_options(true, why), why, 0.7)


def _on_one_side(library: Library, change: Change) -> Item:
    """Conduct and decision both before the day, or both from the day on: there is nothing to compare.

    After the day only, where another provision fined the act more before it or may have.
    """
    seed = f"{ID}/{change.row.id}/side"
    later = rank(seed, "side") % 2 == 1 or bool(change.beside or change.unsure)
    begun = choose(_AFTER, seed) if later else -choose(_BEFORE, seed)
    decided = begun + 35 if later else -1 if begun == -_BEFORE[0] else begun // 2
    then = day_written(_day(library, change, begun))
    words = _words(library, change) | {
        "when": f"自{then}开始" if later else f"于{then}终了", "decided": day_written(_day(library, change, decided)),
    }  # fmt: skip
    law = _of(library, "repeals", change.after.regulation)
    subject = _subject(library, change, "side", (law, change.after.whole))
    why = f"{article(library, law)}：{words['until']}起《{words['new']}》施行，《{words['old']}》同时废止；"
    why += f"{'行为开始于这一天以后（含当日）' if later else '行为和决定都在这一天以前'}，适用当时有效的《{words['new' if later else 'old']}》。"
    instead = (
        f"《{words['old']}》到{words['until']}已经废止，行为在那以后才开始"
        if later
        else f"《{words['new']}》到{words['until']}才施行，作出决定时还没有它"
    )
    right, wrong = _reasoned(library, change, False, later, why, instead)
    stem = choose(_ON_ONE_SIDE, seed).format(**words)
    return finish(library, subject, "single", stem, place_key(right, wrong, subject.key), why, 0.4)


def _over(library: Library, change: Change) -> Item | Skip:
    """Conduct that goes on over the day."""
    known = rule_of(library, "continuing")
    if not known:
        return Skip(change.row.at, "行为跨过法律更替之日的，没有收录说明适用哪部法律的现行规定")
    basis = known[0]
    document = f"《{library.regulation(basis.regulation).name}》{basis.locus}"
    subject = _subject(library, change, "continuing", (basis, _of(library, "repeals", change.after.regulation)))
    words = _words(library, change) | {
        "then": month_written(_day(library, change, -70)), "ended": month_written(_day(library, change, 35)),
        "decided": month_written(_day(library, change, 80)), "document": document,
    }  # fmt: skip
    why = f"{document}：行为发生在旧法施行期间、一直连续或者继续到新法施行以后的，适用新法处罚；{words['until']}起新法是《{words['new']}》。"
    instead = f"行为一直继续到{words['until']}以后，按新法处罚，不再适用《{words['old']}》"
    right, wrong = _reasoned(library, change, False, True, why, instead)
    stem = choose(_OVER, subject.key).format(**words)
    return finish(library, subject, "single", stem, place_key(right, wrong, subject.key), why, 0.6)


RULE = Rule(id=ID, title="适用哪部法律", generate=generate, thought="应用", steps=2)
