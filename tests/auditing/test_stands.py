"""Whether a phrase stands in the law, what governs it, and whether a sentence was copied."""

import pytest

from generator.auditing.stands import (
    LONGEST_RUN,
    any_body,
    body_cut,
    body_stands,
    clause_before,
    condition_before,
    longest_shared_run,
    may,
    must,
    stands,
)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("责令停产整治", "责令限制生产、停产整治"),
        ("责令限制生产、停产整治", "责令限制生产、停产整治"),
        ("责令改正", "由部门责令其限期改正"),
        ("责令停业", "报经批准，责令停业、关闭"),
        ("吊销许可证", "暂扣或者吊销其许可证"),
        ("没收违法生产、销售的产品", "没收违法生产、进口、销售的产品"),
        ("警告", "给予警告"),
        ("没收船舶", "对存在严重安全隐患的船舶，可以依法予以没收"),
        ("没收伪造、变造证书", "对持有的伪造、变造证书，予以没收"),
    ],
)
def test_a_measure_stands_where_the_list_shares_its_verb(phrase: str, text: str) -> None:
    assert stands(phrase, text)


@pytest.mark.parametrize(
    ("phrase", "text"),
    [
        ("责令关闭", "责令改正，可以关闭闸门"),
        ("责令停产整治", "责令改正；停产整治结束后"),
        ("没收船舶", "对船舶检验，予以没收"),
        ("吊销许可证", "没收许可证"),
        ("责令停业、搬迁", "责令停业、关闭"),
    ],
)
def test_a_measure_does_not_stand_across_a_comma_or_without_its_verb(phrase: str, text: str) -> None:
    assert not stands(phrase, text)


def test_a_body_stands_in_a_list_that_shares_its_end() -> None:
    assert body_stands("水行政主管部门", "由水行政、渔业主管部门") is False
    assert body_stands("水库主管部门", "由水库、渔业主管部门按照职责分工")
    assert body_stands("渔业主管部门", "由水库、渔业主管部门按照职责分工")
    assert not body_stands("林业主管部门", "由水库、渔业主管部门按照职责分工")
    assert not body_stands("水库主管部门", "水库、鱼塘，由渔业主管部门处罚")


def test_an_item_is_governed_by_the_last_clause_of_its_lead() -> None:
    text = "责令改正；拒不改正的，按下列规定处罚：\n（一）甲，处一万元罚款；\n（二）乙，处二万元罚款。"
    place = text.index("二万元")
    assert clause_before(text, place) == "拒不改正的，按下列规定处罚，（二）乙，处"
    assert condition_before(text, place) == "拒不改正"


def test_the_words_of_a_conduct_are_no_condition() -> None:
    text = "拒不执行停工命令的，处一万元罚款"
    assert condition_before(text, text.index("一万元")) == ""


LAW = (
    "从事观测活动的单位应当按照国家有关规定安装水位监测设备并保证其正常运行，不得擅自拆除、闲置、改动或者损毁监测设备。"
)


def test_a_run_longer_than_allowed_is_found_whatever_the_punctuation() -> None:
    copied = "要知道：应当按照国家有关规定，安装水位监测设备，并保证其正常运行，不得擅自拆除。"
    assert (
        longest_shared_run(copied, LAW, LONGEST_RUN)
        == "应当按照国家有关规定安装水位监测设备并保证其正常运行不得擅自拆除"
    )


def test_a_run_of_the_allowed_length_passes() -> None:
    run = "应当按照国家有关规定安装水位监测设备并保证其正常"[:LONGEST_RUN]
    assert run in LAW
    assert longest_shared_run(f"单位要{run[1:]}，别的另说。", LAW, LONGEST_RUN) == ""
    assert longest_shared_run(LAW[: LONGEST_RUN + 1], LAW, LONGEST_RUN)


def test_set_phrases_break_a_run() -> None:
    law = "对其直接负责的主管人员和其他直接责任人员处一万元以上十万元以下的罚款，并依法处理。"
    assert longest_shared_run(law[2:-8], law, LONGEST_RUN) == ""


def test_what_is_not_done_in_time_opens_a_tier_in_any_words() -> None:
    law = "欠缴的，责令限期缴纳；逾期拒不缴纳的，处一万元罚款。逾期归还的，处二万元罚款。"
    assert condition_before(law, law.index("一万")) == "逾期拒不缴纳"
    assert condition_before(law, law.index("二万")) == ""


def test_what_old_regulations_let_do_is_no_order() -> None:
    text = "主管部门可责令其限期治理，并处罚款。"
    assert may(text, text.index("责令"))
    assert not must(text, text.index("责令"))


@pytest.mark.parametrize(
    ("name", "text", "cut"),
    [
        ("主管部门", "由核工业主管部门责令改正", True),
        ("主管部门", "由县级以上人民政府水行政主管部门依据职权", True),
        ("主管部门", "由县级以上人民政府主管部门责令改正", False),
        ("水行政主管部门", "由生态环境、水行政主管部门处罚", False),
        ("水行政主管部门", "由县级以上人民政府水行政主管部门处罚", False),  # its level is held elsewhere
        ("生态环境等部门", "由林业草原、水行政、生态环境等部门", True),
        ("林业草原、水行政、生态环境等部门", "由林业草原、水行政、生态环境等部门", False),
        ("公安机关", "移送公安机关；由公安机关处罚", False),
        ("所在地生态环境主管部门", "由水源保护区所在地生态环境主管部门", False),
        ("海关", "由公安机关处罚", False),
    ],
)
def test_the_end_of_a_longer_name_is_no_name(name: str, text: str, cut: bool) -> None:
    assert body_cut(name, text) == cut


def test_names_of_any_body() -> None:
    assert all(map(any_body, ("主管部门", "有关主管部门", "行政管理部门", "管理机构")))
    assert not any(map(any_body, ("海洋主管部门", "公安机关", "海警机构")))
