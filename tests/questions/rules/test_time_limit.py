"""Periods of procedures and bans: what the stem says, which periods are offered, and what is refused."""

from generator.questions.types import answer

FILE = "content/procedures/pond.yml"


def reasons(bank) -> list[str]:
    return [skip.reason for rule, skip in bank.skips if rule == "time-limit" and "pond" in skip.at.file]


def test_choice_offers_real_periods_of_other_sentences(bank) -> None:
    item = bank.by_id["time-limit/pond-permit/eco-code-194-60d/choice"]
    assert "生态环境法典第194条" in item.stem
    assert "县政府应当自受理材料之日起" in item.stem
    assert "60" not in item.stem
    assert [o.text for o in item.options] == ["10日", "15日", "30日", "60日"]
    assert answer(item) == "D"
    assert "第180条" in next(o.why for o in item.options if o.text == "30日")
    assert item.facts == ("procedure/pond-permit/eco-code-194-60d", "period/eco-code/194/60日")


def test_blank_takes_working_days_where_the_law_counts_them(bank) -> None:
    item = bank.by_id["time-limit/pond-permit/eco-code-193-7d/blank"]
    assert item.response.blanks[0].accepted == ("7日", "7个工作日")
    assert "指工作日（生态环境法典第195条）" in item.explanation
    assert {basis.key for basis in item.basis} == {"193", "195"}


def test_old_regulation_is_dated_in_the_stem(bank) -> None:
    assert (
        "池塘管理条例第9条（按2022年9月的文本）"
        in bank.by_id["time-limit/pond-permit/pond-regulation-9-15d/blank"].stem
    )


def test_unit_without_enough_periods_is_asked_as_a_blank_alone(bank) -> None:
    assert "time-limit/pond-permit/eco-code-196-6m/choice" not in bank.by_id
    assert bank.by_id["time-limit/pond-permit/eco-code-196-6m/blank"].response.blanks[0].accepted == ("6个月", "半年")
    assert any("以“个月”计的其他期限有 0 个" in reason for reason in reasons(bank))


def test_ban_is_asked_for_its_condition(bank) -> None:
    item = bank.by_id["time-limit/false-report/persons/1/blank"]
    assert "情节严重的" in item.stem
    assert answer(item) == "10年"
    assert item.facts == ("penalty/false-report/persons/1", "penalty/false-report/persons/ladder")


def test_changed_period_changes_key_and_distractors(project) -> None:
    project.replace(
        FILE, "自受理材料之日起60日内作出批复, period: 60日", "自受理材料之日起45日内作出批复, period: 45日"
    )
    bank = project.bank()
    assert "time-limit/pond-permit/eco-code-194-60d/choice" not in bank.by_id
    assert answer(bank.by_id["time-limit/pond-permit/eco-code-194-45d/blank"]) == "45日"
    assert "60日" not in [o.text for item in bank.by_rule["time-limit"] for o in item.options]


def test_same_sentence_is_asked_once(project) -> None:
    project.add(
        FILE,
        "- id: pond-permit-again\n  title: 再审批\n  topics: [pond]\n"
        "  steps: [{title: 甲, basis: [法典 第190条]}, {title: 乙, basis: [法典 第190条]}]\n"
        "  limits: [{says: 县政府应当自受理材料之日起60日内作出批复, period: 60日, basis: 法典 第194条}]\n",
    )
    assert not [item for item in project.bank().by_rule["time-limit"] if "pond-permit-again" in item.id]


def test_law_out_of_force_is_refused(project) -> None:
    project.replace(
        "content/regulations/pond.yml", "effective: 2020-01-01, articles", "effective: 2027-01-01, articles"
    )
    bank = project.bank()
    assert not [item for item in bank.by_rule["time-limit"] if "pond-regulation" in item.id]
    assert "依据没有施行" in reasons(bank)
