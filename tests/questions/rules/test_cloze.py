"""Digests with a figure or a term taken out."""

from generator.questions.types import answer

FILE = "content/articles/pond.yml"


def asked(bank, article: str) -> set[str]:
    return {answer(item) for item in bank.by_rule["cloze"] if item.id.startswith(f"cloze/{article}/")}


def test_figure_under_number_and_heading(bank) -> None:
    item = bank.by_id["cloze/eco-code-183/5-years"]
    assert "生态环境法典第183条（池塘巡查）" in item.stem
    assert item.stem.endswith("管理单位每月巡查池塘，巡查记录至少保存＿＿＿＿。")
    assert answer(item) == "5年"


def test_later_sentence_stands_alone(bank) -> None:
    item = bank.by_id["cloze/eco-code-1136/200000-yuan"]
    assert "废油" not in item.stem
    assert item.stem.endswith("：向河里排放废酸的，罚＿＿＿＿至700万元。")


def test_figure_that_no_penalty_knows_is_not_asked(bank, project) -> None:
    assert asked(bank, "eco-code-1136") == {"10万元", "20万元"}
    project.replace(FILE, "罚十万至一百万元", "罚三万至一百万元")
    assert "3万元" not in asked(project.bank(), "eco-code-1136")


def test_shares_the_facts_of_the_fine(bank) -> None:
    item = bank.by_id["cloze/eco-code-1136/100000-yuan"]
    assert item.facts == ("article/eco-code/1136/digest", "penalty/oil/polluter/0")


def test_row_of_figures_is_refused(bank) -> None:
    assert not asked(bank, "eco-code-184")
    assert [s for r, s in bank.skips if r == "cloze" and s.at.file == FILE]


def test_figure_that_stands_twice_is_refused(project) -> None:
    project.replace(FILE, "巡查记录至少保存五年", "五年内巡查，记录至少保存五年")
    assert not asked(project.bank(), "eco-code-183")


def test_term_and_its_other_name(bank) -> None:
    item = bank.by_id["cloze/eco-code-207/term"]
    assert item.response.blanks[0].accepted == ("禁养区", "水产禁养区")
    assert "区内养鱼的" in item.stem
    assert "禁养" not in item.stem


def test_heading_that_tells_the_term_is_left_out(project) -> None:
    project.replace(FILE, "heading: 禁止下塘", "heading: 划定禁养区")
    assert "（" not in project.bank().by_id["cloze/eco-code-207/term"].stem


def test_leaning_sentence_keeps_the_one_before(project) -> None:
    project.replace(FILE, "罚十万至一百万元。向河里排放废酸的", "罚十万至一百万元。情节严重的")
    item = project.bank().by_id["cloze/eco-code-1136/200000-yuan"]
    assert "向河里排放废油的" in item.stem


def test_a_law_s_first_day_is_asked_only_where_others_end(project) -> None:
    """1242 says what the code repeals, and so which acts are judged by which law; another law's first day is for the file."""
    project.replace(FILE, "管理单位每月巡查池塘，巡查记录至少保存五年", "本规定自2026年9月1日起施行")
    assert not asked(project.bank(), "eco-code-183")
    project.replace(FILE, "{number: 183,", "{number: 1242,")
    assert asked(project.bank(), "eco-code-1242") == {"2026年9月1日"}
