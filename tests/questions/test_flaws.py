"""Every flaw check has an item that it refuses, made from a sound one by one change, and none refuses the sound one."""

from collections.abc import Callable
from dataclasses import replace

import pytest

from generator.kinds import BasisValue
from generator.library import Library
from generator.problems import Place
from generator.questions.chained import Chain, Evidence, Part
from generator.questions.item import BLANK, Blank, CaseQuestion, Item, Option, Point, Response
from generator.questions.sound import all_flaws, bank_flaws, checks, item_flaws
from generator.questions.twins import twins


def options(*texts: str, right: int = 1, why: str = "见条文。") -> tuple[Option, ...]:
    return tuple(Option(text, i == right, why) for i, text in enumerate(texts))


SOUND = Item(
    id="penalty-range/x",
    rule="penalty-range",
    type="single",
    stem="没有开展自行监测，依照生态环境法典，对单位的罚款幅度是：",
    options=options("1万元以上10万元以下", "2万元以上20万元以下", "10万元以上50万元以下", "20万元以上100万元以下"),
    explanation="生态环境法典第1086条。",
    basis=(BasisValue(regulation="eco-code", article=1086),),
    facts=("penalty/no-monitoring/unit/0",),
    topics=("eia",),
    at=Place("content/conducts/conducts.yml", 1),
)


def part(stem: str, *texts: str) -> Part:
    return Part(stem, options(*texts), "见条文。", SOUND.basis)


PARTS = (
    part("这些事实应当认定为：", "没有开展自行监测", "没有建立管理台账", "没有如实公开信息", "没有依法备案登记"),
    part("由谁查处：", "公安机关", "海事机构", "税务机关", "教育机关"),
    part(
        "对单位的罚款幅度是：",
        "1万元以上10万元以下",
        "2万元以上20万元以下",
        "10万元以上50万元以下",
        "20万元以上80万元以下",
    ),
)
CHAIN = replace(SOUND, type="chain", stem="某厂一年没有测过烟气。", options=(), response=Chain(parts=PARTS))


def chained(parts: tuple[Part, ...] = PARTS, evidence: tuple[Evidence, ...] = (), stem: str = CHAIN.stem) -> Item:
    return replace(CHAIN, stem=stem, response=Chain(evidence=evidence, parts=parts))


FAULTS: dict[str, Callable[[Item], Item]] = {
    "chain-parts": lambda i: chained(PARTS[:2]),
    "chain-apart": lambda i: chained((*PARTS[:2], replace(PARTS[2], stem="没有建立管理台账的，对单位的罚款幅度是："))),
    "chain-told": lambda i: chained(stem="经查，没有建立管理台账。"),
    "chain-evidence": lambda i: chained(evidence=(Evidence("台账", head=("日期", "数"), rows=(("1日",),)),)),
    "key-count": lambda i: replace(i, options=tuple(replace(o, correct=True) for o in i.options[:2]) + i.options[2:]),
    "contradiction": lambda i: replace(i, stem="环保设施未建成就投产。查明：设施已建成。对单位的罚款幅度是："),
    "key-longest": lambda i: replace(
        i, stem="谁查处？", options=options("海关", "县级以上地方人民政府生态环境主管部门", "公安机关", "税务机关")
    ),
    "key-cued": lambda i: replace(
        i,
        stem="无人看管的放射源由谁收贮？",
        options=options("税务机关", "放射源收贮站", "教育行政机关", "市场监管机关"),
    ),
    "options-mixed": lambda i: replace(
        i,
        options=options("1万元以上10万元以下", "2万元以上20万元以下", "合同价款的2%以上4%以下", "20万元以上50万元以下"),
    ),
    "options-numerals": lambda i: replace(
        i,
        options=options("一万元以上十万元以下", "2万元以上20万元以下", "10万元以上50万元以下", "20万元以上50万元以下"),
    ),
    "options-catch-all": lambda i: replace(
        i, stem="由谁查处？", options=options("公安机关", "税务机关", "教育机关", "以上都对")
    ),
    "options-absolute": lambda i: replace(
        i, stem="如何适用？", options=options("一律从新法", "旧法为主，新法轻的从新", "当事人自行选择法律", "两法并用")
    ),
    "options-repeated": lambda i: replace(
        i,
        options=options(
            "20000元以上200000元以下", "2万元以上20万元以下", "10万元以上50万元以下", "20万元以上50万元以下"
        ),
    ),
    "options-overlap": lambda i: replace(i, stem="没有开展自行监测，罚款可以是："),
    "negation-unmarked": lambda i: replace(
        i, stem="下列机关中，无权查处的是：", options=options("公安机关", "税务机关", "教育机关", "海事机构")
    ),
    "negation-double": lambda i: replace(
        i, stem="单位**不得不**停产的，处以：", options=options("甲", "乙", "丙", "丁")
    ),
    "negation-asked": lambda i: replace(
        i, stem="下列做法中，**不**正确的是：", options=options("不开展监测", "没有联网", "不保存记录", "公开数据")
    ),
    "wording-unclean": lambda i: replace(i, stem="没有开展自行监测，依照生态环境法典，，对单位的罚款幅度是："),
    "blanks": lambda i: replace(
        i,
        type="blank",
        stem=f"罚款不超过{BLANK}。",
        options=(),
        response=Response(blanks=(Blank(("5万元",)), Blank(("2年",)))),
    ),
    "pairs": lambda i: replace(
        i,
        type="match",
        options=options("税务机关", "教育机关", "海关"),
        response=Response(("甲", "乙", "丙"), (0, 1, 1)),
    ),
    "order": lambda i: replace(
        i, type="order", options=options("立案", "告知", "决定"), response=Response(sequence=(0, 1, 2))
    ),
    "steps": lambda i: replace(
        i, type="case", options=(), response=Response(steps=(CaseQuestion("如何处理？", (Point("责令改正。", 0),)),))
    ),
    "no-basis": lambda i: replace(i, basis=()),
    "not-in-force": lambda i: replace(i, basis=(BasisValue(regulation="air-law", article=100),)),
    "unexplained": lambda i: replace(i, explanation=" "),
    "unreasoned": lambda i: replace(i, options=tuple(replace(o, why="") for o in i.options)),
    "response": lambda i: replace(i, response=Response(blanks=(Blank(("5万元",)),))),
    "blanks-shown": lambda i: replace(
        i,
        type="blank",
        stem=f"罚款在5万元以上，即{BLANK}以上。",
        options=(),
        response=Response(blanks=(Blank(("5万元",)),)),
    ),
}


def test_sound_item_has_no_flaw(library: Library) -> None:
    assert list(item_flaws(SOUND, library)) == []


@pytest.mark.parametrize("id", sorted(FAULTS))
def test_flaw_is_found(id: str, library: Library) -> None:
    faulty = FAULTS[id](SOUND)
    assert [flaw.id for flaw in checks(faulty) if flaw.id == id and flaw.find(faulty, library)] == [id]


@pytest.mark.parametrize(
    ("stem", "blanks"),
    [
        (f"罚款不超过{BLANK}。", ("",)),
        (f"在5万元以上，即{BLANK}以上。", ("5万元",)),
        ("罚款不超过五万元。", ("5万元",)),
    ],
    ids=["nothing accepted", "stem tells", "no place"],
)
def test_blank_that_asks_nothing(stem: str, blanks: tuple[str, ...], library: Library) -> None:
    item = replace(
        SOUND, type="blank", stem=stem, options=(), response=Response(blanks=tuple(Blank((b,)) for b in blanks))
    )
    assert item_flaws(item, library)


def test_sound_items_of_other_types_have_no_flaw(library: Library) -> None:
    shown = tuple(Option(text, True, "见条文。") for text in ("告知", "立案", "决定"))
    sound = (
        replace(SOUND, type="blank", stem=f"罚款不超过{BLANK}。", options=(), response=Response(blanks=(Blank(("5万元",)),))),
        replace(SOUND, type="order", stem="排出先后：", options=shown, response=Response(sequence=(1, 0, 2))),
        replace(SOUND, type="match", stem="连线：", options=shown, response=Response(("甲", "乙", "丙"), (1, 0, 2))),
        replace(SOUND, type="case", stem="某厂停产。", options=(),
                response=Response(steps=(CaseQuestion("如何处理？", (Point("责令改正。", 2),)),))),
    )  # fmt: skip
    assert [list(item_flaws(item, library)) for item in sound] == [[], [], [], []]


def test_sample_must_be_marked(project) -> None:
    project.replace(
        "content/conducts/conducts.yml", "title: 没有开展自行监测", "sample: true\n  title: 没有开展自行监测"
    )
    library = project.library()
    assert any("示例" in flaw for flaw in item_flaws(SOUND, library))
    assert not any("示例" in flaw for flaw in item_flaws(replace(SOUND, sample=True), library))


def test_every_flaw_has_an_example() -> None:
    assert {flaw.id for flaw in all_flaws()} == {*FAULTS, "sample-unmarked"}


@pytest.mark.parametrize(
    "stem",
    ["下列机关中，**无权**查处的是：", "关于法律适用，正确的是：", "群众反映：没有安装设施。应当由谁查处？"],
)
def test_marked_or_plain_stems_pass(stem: str, library: Library) -> None:
    item = replace(SOUND, stem=stem, options=options("公安机关", "税务机关", "教育机关", "海事机构"))
    assert not [f for f in item_flaws(item, library) if "否定" in f]


@pytest.mark.parametrize("type", ["multiple", "judge"])
def test_keys_of_other_types(type: str, library: Library) -> None:
    def of_key(item: Item) -> list[str | None]:
        return [flaw.find(item, library) for flaw in checks(item) if flaw.id == "key-count"]

    assert all(of_key(replace(SOUND, type=type)))
    judge = (Option("正确", True, "x"), Option("错误", False))
    assert of_key(replace(SOUND, type="judge", options=judge)) == [None]


def test_twins_are_found_by_stem_and_key() -> None:
    other = replace(SOUND, id="penalty-range/y", stem=SOUND.stem.replace("幅度是：", "幅度为："))
    elsewhere = replace(SOUND, id="penalty-range/z", stem="销售噪声超过限值的产品，依照生态环境法典，罚款幅度是：")
    assert twins([SOUND, other, elsewhere]) == {"penalty-range/y": "penalty-range/x"}


def test_same_stem_with_another_key_is_no_twin() -> None:
    moved = options(*(o.text for o in SOUND.options), right=2)
    assert twins([SOUND, replace(SOUND, id="y", options=moved)]) == {}


def test_key_positions_out_of_balance() -> None:
    same = [replace(SOUND, id=f"x/{n}") for n in range(60)]
    assert any("位置失衡：B" in flaw for flaw in bank_flaws(same))
    texts = [o.text for o in SOUND.options]
    even = [replace(SOUND, id=f"x/{n}", options=options(*texts, right=n % 4)) for n in range(60)]
    assert bank_flaws(even) == []


def test_judge_out_of_balance() -> None:
    judge = replace(SOUND, type="judge", options=(Option("正确", True, "x"), Option("错误", False)))
    assert any("判断题的正误失衡" in flaw for flaw in bank_flaws([replace(judge, id=f"x/{n}") for n in range(60)]))


def test_few_items_are_not_weighed() -> None:
    assert bank_flaws([SOUND] * 5) == []
