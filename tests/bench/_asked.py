"""Facts of an invented project that every rule for questions can ask of, as many for each law as a project of that size has.

``_scale`` writes laws, their articles and conducts; this writes what stands around them: who leads and who supports, what
replaced what, procedures, exemptions, tables of discretion, duties, situations and cases.  Nothing in it is law.
"""

import datetime
from collections.abc import Callable, Sequence
from random import Random
from typing import Any

Row = dict[str, Any]
Words = Sequence[str]

#: Of so many laws one is penal: five conducts rest on it, and the rest of what is written here.
EACH, CONDUCTS = 10, 5
#: How many topics there are, and units.
SHELVES = 20
#: Of so many penal laws one took the place of an older one, that is, of one whose number is the next.
RENEWED = 4
CHANGED = datetime.date(2026, 9, 1)
#: Where everything comes from; ``sample`` would keep it out of items that don't say so.
SOURCE = "为测速而造"
#: The laws by whose names questions on days look for periods (``questions/facts/days``), with the periods that they set.
_OF_PROCEDURE = {
    "行政处罚法": (
        ("第64条第（一）项", "要求听证", "当事人要求听证的，应当在告知后5日内提出", "5日"),
        ("第61条第1款", "", "当事人不在场的，应当在7日内把决定书送达", "7日"),
        ("第67条第3款", "缴纳罚款", "当事人应当自收到决定书之日起15日内缴纳罚款", "15日"),
    ),
    "行政复议法": (("第20条第1款", "申请行政复议", "可以自知道行政行为之日起60日内申请行政复议", "60日"),),
    "行政诉讼法": (("第46条第1款", "直接向法院起诉", "应当自知道行政行为之日起6个月内起诉", "6个月"),),
}
_MEASURES = (
    ("警告", "没收违法所得"),
    ("责令停产整治", "没收违法所得"),
    ("吊销许可证件", "责令停业、关闭"),
    ("警告", "责令停产整治"),
    ("限制生产", "吊销许可证件"),
)
_CONDITIONS = ("情节严重", "拒不改正", "造成严重后果", "逾期不改正")
_OFTEN = ("每月", "每季度", "每半年", "每年")
_DAYS = (3, 5, 7, 10, 15, 20, 30, 45, 60, 90)


def penal(conduct: int, regulations: int) -> int:
    """The number of the law on which a conduct rests."""
    return EACH * (conduct // CONDUCTS) % regulations


def topic(regulation: int) -> str:
    """The topic of a law: that of the penal law before it."""
    return f"t{regulation // EACH % SHELVES}"


def renewed(regulation: int) -> bool:
    """Whether the law took the place of the next one by number."""
    return regulation % (EACH * RENEWED) == 0


def figured(regulation: int) -> bool:
    """Whether digests of the law hold figures: of every other topic, since what is asked of them crowds out other recall."""
    return regulation // EACH % 2 == 0


def old(regulation: int) -> bool:
    """Whether the law was repealed."""
    return regulation % EACH == 1 and renewed(regulation - 1)


def articles_of(regulation: int, articles: int) -> Row:
    """What the articles of a law settle for the whole field: the last ones of a penal law."""
    if regulation % EACH or articles < 5:
        return {}
    found: Row = {"daily": {"article": articles - 1}, "method": {"article": articles - 2}}
    if renewed(regulation):
        found |= {"change": {"article": articles - 3}, "repeals": {"article": articles}}
    return {"provides": found}


def penalties(random: Random, conduct: int, article: str, bodies: Words) -> list[Row]:
    """The penalties of a conduct: of a firm by two or three conditions, and now and then of the persons who answer for it."""
    place = conduct % CONDUCTS
    least = random.choice((1, 2, 3, 5, 8, 10, 20)) * 10_000
    most = least * random.choice((2, 4, 5, 10))
    first, second = _MEASURES[place]
    condition = _CONDITIONS[conduct // CONDUCTS % len(_CONDITIONS)]
    firm: Row = {
        "id": "firm",
        "basis": article,
        "authority": [bodies[(conduct // CONDUCTS + place) % len(bodies)]],
        "target": "单位",
        "tiers": [
            {"measures": ["责令改正", first], "fine": {"range": {"min": least, "max": most}}},
            {"condition": condition, "measures": [second], "fine": {"range": {"min": most, "max": most * 5}}},
        ],
    }
    if place == 1:
        firm["tiers"].append({"condition": "造成特别严重后果", "measures": ["责令停业、关闭"]})
    if place % 2:
        return [firm]
    days = random.choice((3, 5))
    person: Row = {
        **firm,
        "id": "persons",
        "target": "直接负责的主管人员",
        "tiers": [
            {"fine": {"range": {"min": 5_000, "max": random.choice((10_000, 20_000, 50_000))}}},
            {"condition": "情节较轻", "detention": {"min_days": 1, "max_days": days}},
            {"condition": "情节严重", "detention": {"min_days": days, "max_days": 15}},
        ],
    }
    return [firm, person]


def records(
    regulations: int,
    articles: int,
    offences: Sequence[Row],
    title: Callable[[int], str],
    clause: Callable[[Random], str],
) -> dict[str, list[Row]]:
    """Folder of content → its records.

    Args:
        regulations, articles: how many laws, of how many articles each.
        offences: the conducts, in order.
        title: name of a law by its number.
        clause: a sentence without its stop.
    """
    if not offences:
        return {}
    found: dict[str, list[Row]] = {
        name: []
        for name in (
            *("responsibilities", "concordance", "exemptions", "benchmarks", "procedures"),
            *("obligations", "situations", "cases", "regulations", "occasions"),
        )
    }
    for group in range(0, len(offences), CONDUCTS):
        some = offences[group : group + CONDUCTS]
        number, name = penal(group, regulations), title(penal(group, regulations))
        random = Random(f"asked/{group}")
        cite, key = _citing(name, articles), f"{number}-{group // CONDUCTS}"
        found["responsibilities"] += _shared(random, number, key, cite(2), clause)
        found["procedures"].append(_procedure(random, number, key, cite, clause))
        found["exemptions"].append(_exemption(random, key, some, cite(3), clause))
        found["benchmarks"].append(_benchmark(random, number, key, some[0]))
        found["obligations"] += [
            _duty(random, number, f"{key}-{n}", one, cite(4 + n), clause) for n, one in enumerate(some[:2])
        ]
        found["situations"] += [
            _situation(random, number, f"{key}-{n}", some, some[2 * n : 2 * n + 2], clause)
            for n in range(len(some) // 2)
        ]
        found["cases"].append(_case(random, key, some[0], cite(5)))
        if renewed(number) and number + 1 < regulations:
            found["concordance"] += [
                _row(f"{key}-{n}", one, _citing(title(number + 1), articles)(10 + n)) for n, one in enumerate(some)
            ]
    found["regulations"] = [
        {
            "id": f"of-procedure-{place}",
            "title": name,
            "rank": "法律",
            "issuer": "代表大会",
            "topics": ["t0"],
            "versions": [{"effective": datetime.date(2010, 1, 1), "articles": 100}],
            "source": SOURCE,
        }
        for place, name in enumerate(_OF_PROCEDURE)
    ]
    found["procedures"] += [_days(place, name, limits) for place, (name, limits) in enumerate(_OF_PROCEDURE.items())]
    found["occasions"] = [{"id": "decided", "title": "收到处罚决定", "source": SOURCE}]
    return found


def _days(place: int, name: str, limits: Sequence[tuple[str, str, str, str]]) -> Row:
    """The periods that a law on procedure sets, counted from a decision."""
    return {
        "id": f"days-{place}",
        "title": f"{name}的期限",
        "topics": ["t0"],
        "steps": [{"title": title, "actor": "主管部门", "basis": [f"{name} 第1条"]} for title in ("告知", "作出决定")],
        "limits": [
            {
                "says": says,
                "period": period,
                "basis": f"{name} {where}",
                **({"since": "decided", "what": what} if what else {}),
            }
            for where, what, says, period in limits
        ],
    }


def _citing(name: str, articles: int) -> Callable[[int], str]:
    return lambda number: f"{name} 第{min(number, articles)}条"


def _shared(random: Random, number: int, key: str, basis: str, clause: Callable[[Random], str]) -> list[Row]:
    """One unit leads in a matter, two support it."""
    work, first = f"统一检查{clause(random)[-6:]}", number // EACH
    return [
        {
            "id": f"s{key}-{place}",
            "unit": f"u{(first + place) % SHELVES}",
            "topic": topic(number),
            "duty": f"配合主管部门{work}" if place else work,
            "role": "support" if place else "lead",
            "basis": [basis],
            "source": SOURCE,
        }
        for place in range(3)
    ]


def _procedure(
    random: Random, number: int, key: str, cite: Callable[[int], str], clause: Callable[[Random], str]
) -> Row:
    """Five steps in an order that the articles fix, and three limits."""
    steps = [
        {"title": f"{clause(random)[-6:]}", "actor": "主管部门", "basis": [cite(6 + place)], "fixed": place > 0}
        for place in range(5)
    ]
    limits = [
        {
            "says": f"当事人应当自收到通知之日起{days}日内{clause(random)[-4:]}",
            "period": f"{days}日",
            "basis": cite(12 + place),
        }
        for place, days in enumerate(random.sample(_DAYS, 3))
    ]
    title = f"{clause(random)[-4:]}的办理"
    return {
        "id": f"p{key}",
        "title": title,
        "topics": [topic(number)],
        "steps": steps,
        "limits": limits,
        "source": SOURCE,
    }


def _exemption(random: Random, key: str, some: Sequence[Row], basis: str, clause: Callable[[Random], str]) -> Row:
    return {
        "id": f"e{key}",
        "title": f"{clause(random)[-4:]}，及时改正",
        "conducts": [some[-1]["id"]],
        "basis": [basis],
        "all_of": [
            f"{clause(random)[-6:]}",
            f"{clause(random)[-6:]}不到{random.randint(2, 9)}日",
            f"主动{clause(random)[-4:]}",
        ],
        "effect": random.choice(("must", "may")),
        "source": SOURCE,
    }


def _benchmark(random: Random, number: int, key: str, conduct: Row) -> Row:
    """Weights of two factors on the fine of the first tier."""
    fine = conduct["penalties"][0]["tiers"][0]["fine"]["range"]
    weights = [float(random.choice((5, 10, 15, 20))), float(random.choice((25, 30, 35)))]
    return {
        "id": f"b{key}",
        "title": f"{conduct['title']}裁量表",
        "conduct": conduct["id"],
        "issued_by": f"r{number}",
        "basis": [conduct["penalties"][0]["basis"]],
        "basis_then": [conduct["penalties"][0]["basis"]],
        "method": "weight_sum",
        "base": fine["max"],
        "start": 10.0,
        "cap": 100.0,
        "floor": fine["min"],
        "factors": [
            {
                "title": name,
                "levels": [
                    {"label": f"{name}不到十次", "weight": weights[0]},
                    {"label": f"{name}十次以上", "weight": weights[1]},
                ],
            }
            for name in ("持续", "涉及")
        ],
        "source": SOURCE,
    }


def _duty(random: Random, number: int, key: str, conduct: Row, basis: str, clause: Callable[[Random], str]) -> Row:
    return {
        "id": f"o{key}",
        "title": clause(random),
        "topics": [topic(number)],
        "deadline": f"{random.choice(_OFTEN)}结束后{random.choice(_DAYS)}日内",
        "retention": f"{random.randint(1, 10)}年",
        "basis": [basis],
        "breach": [conduct["id"]],
        "source": SOURCE,
    }


def _situation(
    random: Random, number: int, key: str, some: Sequence[Row], two: Sequence[Row], clause: Callable[[Random], str]
) -> Row:
    """Two conducts that somebody may come upon in one place, beside the others of their law."""
    findings = [
        {
            "conduct": one["id"],
            "target": "单位",
            "found": f"{clause(random)[-6:]}的地方没有人。{clause(random)[-6:]}的本子是空的。",
            "because": f"{clause(random)[-6:]}没有做，旁的都做了。",
            "recent": True,
        }
        for one in two
    ]
    return {
        "id": f"w{key}",
        "title": f"{clause(random)[-4:]}的现场",
        "evidence": "检查笔录",
        "topics": [topic(number)],
        "who": ["某厂", "某公司"],
        "scene": "{day}，执法人员到{who}检查。",
        "asides": ["门口停着两辆车。"],
        "findings": findings,
        "rivals": [one["id"] for one in some if one["id"] not in {f["conduct"] for f in findings}],
        "source": SOURCE,
    }


def _case(random: Random, key: str, conduct: Row, basis: str) -> Row:
    return {
        "id": f"k{key}",
        "title": f"{conduct['title']}一案",
        "facts": [f"某厂{conduct['title']}，持续{random.randint(3, 40)}日。", "第二天停止。"],
        "questions": [
            {
                "text": "应当怎样处理？",
                "answers": [
                    {"text": f"属于{conduct['title']}。", "points": 5, "basis": [conduct["penalties"][0]["basis"]]},
                    {"text": "看有没有改正。", "points": 3, "basis": [basis]},
                ],
            }
        ],
        "conducts": [conduct["id"]],
        "topics": conduct["topics"],
        "source": SOURCE,
    }


def _row(key: str, conduct: Row, old: str) -> Row:
    """What an older law had for the conduct: a fine half as high."""
    penalty = conduct["penalties"][0]
    now = penalty["tiers"][0]["fine"]["range"]
    return {
        "id": f"x{key}",
        "title": conduct["title"],
        "old": old,
        "new": [penalty["basis"]],
        "relation": "raised",
        "summary": "罚款提高了。",
        "act": conduct["title"],
        "amounts": [
            {
                "label": "一般情形",
                "old": {"range": {"min": now["min"] // 2, "max": now["max"] // 2}},
                "new": {"range": {"min": now["min"], "max": now["max"]}},
            }
        ],
        "conducts": [conduct["id"]],
        "source": SOURCE,
    }
