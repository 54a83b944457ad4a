"""What stands beside the key could be true of the case: options that a reader without law strikes out at once stay out."""

import re
from collections import Counter, defaultdict

import pytest

from generator.library import Library
from generator.questions.bank import Bank
from generator.questions.chained import chain_of
from generator.questions.facts.authorities import action
from generator.questions.facts.conditions import plain_measure
from generator.questions.facts.related import key
from generator.questions.item import Item
from generator.questions.rules import decision_letter, penalty_notice, situation
from generator.questions.types import answer

#: Words of what is done to a thing, or takes a licence: each befalls acts of some field alone.
THINGS = re.compile(r"代为|退运|拆除|消除污染|恢复原状|没收(?!违法所得)|吊销|暂扣")
BUSINESS = re.compile(r"停业|停产|关闭|禁止从业|限制生产|没收违法所得|拆除|恢复原状|代为")


@pytest.fixture(scope="module")
def fields(library: Library) -> dict[str, set[str]]:
    """Measure, without what it costs whom, → first topics of the acts that it befalls."""
    found: dict[str, set[str]] = defaultdict(set)
    for entry in library.penalties:
        for tier in entry.penalty.tiers:
            for text in tier.every_measure:
                found[plain_measure(text)].update(entry.conduct.topics[:1])
    return found


def wrong_measures(library: Library, bank: Bank) -> list[tuple[Item, str, str]]:
    """Item, first topic of its act, and measure that another article has."""
    conducts = {conduct.id: conduct for conduct in library.conducts}
    own: dict[object, str] = defaultdict(str)
    for entry in library.penalties:
        own[key(entry.penalty.basis)] += "".join(m for tier in entry.penalty.tiers for m in tier.every_measure)
    found = []
    for item in [*bank.by_rule["measures"], *bank.by_rule["tier"]]:
        if item.claim and item.claim.ask in {"measures", "tier-measure"} and item.conduct:
            texts = [option.text.rsplit("的，", 1)[-1] for option in item.options if not option.correct]
            elsewhere = [text for text in texts if text not in own[key(item.basis[0])]]
            found += [(item, conducts[item.conduct].topics[0], text) for text in elsewhere]
    return found


def test_what_is_done_to_things_stands_beside_acts_of_its_own_field(
    library: Library, bank: Bank, fields: dict[str, set[str]]
) -> None:
    """指定有治理能力的单位代为治理 stood beside an environmental report of bad quality, 没收原材料 beside an approval run out."""
    shown = wrong_measures(library, bank)
    assert shown
    assert [(i.id, text) for i, topic, text in shown if THINGS.search(text) and topic not in fields[text]] == []


def test_nothing_that_shuts_a_business_stands_beside_what_only_people_do(library: Library, bank: Bank) -> None:
    """责令停业、关闭 stood beside a driver's horn and a singer in the park, later 没收违法所得 and 责令拆除."""
    conducts = {conduct.id: conduct for conduct in library.conducts}
    for item, _, text in wrong_measures(library, bank):
        basis = item.basis[0].whole
        targets = {p.target for p in conducts[item.conduct or ""].penalties if p.basis.whole == basis}
        assert not (targets <= {"个人", "机动车驾驶人"} and BUSINESS.search(text)), (item.id, text)


def test_an_order_to_mend_is_no_answer_to_what_follows_when_it_is_disobeyed(bank: Bank) -> None:
    for item in bank.by_rule["tier"]:
        if (
            item.claim
            and item.claim.ask == "tier-measure"
            and item.claim.get("condition") in {"拒不改正", "逾期不改正"}
        ):
            assert not [option.text for option in item.options if option.text.startswith("责令改正")], item.id


def test_no_act_names_the_body_that_sees_to_it(library: Library, bank: Bank) -> None:
    """报给两地生态环境主管部门 stood before 由农业农村主管部门责令改正; 供水主管部门 beside the quality of 供水."""
    asked = [item for item in bank.by_rule["judge"] if item.claim and item.claim.ask == "authority"]
    assert len(asked) >= 6
    for item in asked:
        assert item.claim
        penalty = next(
            e.penalty
            for e in library.penalties_of(item.claim.get("conduct") or "")
            if e.penalty.id == item.claim.get("penalty")
        )
        conduct = next(c for c in library.conducts if c.id == item.conduct)
        for name in penalty.authority:
            field = name.removesuffix("主管部门")
            assert field == "生态环境" or field not in conduct.title, (item.id, name)
            assert name not in conduct.title, item.id


def test_bodies_of_another_trade_are_no_alternative(bank: Bank) -> None:
    stems = "\n".join(item.stem for item in bank.by_rule["judge"])
    assert not re.search(r"锅炉[^\n]*由公安机关|光污染[^\n]*消耗臭氧层|放射性废[^\n]*由市场监督", stems)


def test_a_condition_of_discharges_is_none_of_a_label(bank: Bank) -> None:
    for item in bank.by_rule["exemption"]:
        assert item.topics, item.id
        texts = {option.text for option in item.options}
        assert not ("日均值没有超标" in texts and not {"permit", "water", "air"} & set(item.topics)), item.id
        assert not ("项目属于编制报告表的类别" in texts and "eia" not in item.topics), item.id


def chains(library: Library) -> list[Item]:
    return [
        i
        for rule in (situation, decision_letter, penalty_notice)
        for i in rule.generate(library)
        if isinstance(i, Item)
    ]


def test_whoever_lied_or_was_warned_has_not_mended_in_time(library: Library) -> None:
    """违法行为轻微；及时改正 was told of figures altered on purpose, and of a site that worked on after two visits."""
    for item in chains(library):
        for part in chain_of(item).parts:
            if part.claim and part.claim.ask == "exempt" and re.search(r"[；：](?:违法行为轻微|及时改正)", part.stem):
                told = item.stem + "".join(line for sheet in chain_of(item).evidence for line in sheet.lines)
                assert not re.search(r"篡改|伪造|催了|上门通知|责令", told.split("上述行为")[0]), item.id


def test_no_consequence_is_half_in_the_article(library: Library) -> None:
    """责令停业 under 情节严重 made 情节严重的，责令停业、关闭 a matter of two characters; 停产整治 under 情节严重 came before a refusal."""
    for item in chains(library):
        for part in chain_of(item).parts:
            if part.claim and part.claim.ask == "follows":
                tiers = [
                    tier
                    for entry in library.penalties_of(part.claim.get("conduct") or "")
                    if entry.penalty.basis.key == part.claim.get("article")
                    for tier in entry.penalty.tiers
                    if tier.condition == "情节严重"
                ]
                texts = [text for tier in tiers for text in tier.every_measure if re.search("停业|关闭", text)]
                assert all("停业、关闭" in text for text in texts), item.id


def test_no_body_is_said_to_do_what_it_is_known_never_to_do(library: Library, bank: Bank) -> None:
    """The office for clean streets sent foreign waste back (责令退运), that of a park had a river's slopes mended."""
    done: dict[str, Counter[str]] = defaultdict(Counter)
    for entry in library.penalties:
        done["、".join(sorted(entry.penalty.authority))][action(entry.penalty)] += 1
    said = [i for i in bank.by_rule["judge"] if i.id.endswith("/authority") and answer(i) == "错误"]
    assert said
    for item in said:
        assert item.claim
        deeds = done[item.claim.get("names") or ""]
        deed = action(
            next(e.penalty for e in library.penalties if item.id.startswith(f"judge/{e.conduct.id}/{e.penalty.id}/"))
        )
        assert deed in deeds or deed == "查处" or deeds.total() < 5, item.stem


def test_words_asked_about_do_not_tell_the_condition(bank: Bank) -> None:
    """逾期不治理 was the one condition of which 代为治理 could speak, 造成林木毁坏 that of 毁坏林木价值."""
    asked = [i for i in bank.by_rule["tier"] if i.claim and i.claim.ask == "condition"]
    assert len(asked) > 20
    for item in asked:
        what = item.claim.get("text") if item.claim else ""
        right = next(option.text for option in item.options if option.correct)
        wrong = "".join(option.text for option in item.options if not option.correct)
        pairs = {right[at : at + 2] for at in range(len(right) - 1)}
        assert [pair for pair in pairs if pair in (what or "") and pair not in wrong] == [], item.id


def test_an_order_to_stop_is_no_measure_of_its_own(library: Library, bank: Bank) -> None:
    """责令停止违法行为 was wrong where the article says 责令改正, which asks the same of the wrongdoer."""
    assert [i.id for i in bank.by_rule["measures"] if any("停止违法行为" in o.text for o in i.options)] == []
