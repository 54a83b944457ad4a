"""Facts drawn for a person to read."""

from pathlib import Path

import pytest

from generator.auditing.facts import facts, sample_facts
from generator.auditing.official import Official
from generator.library import Library
from tests.auditing.conftest import RECORDS, write_project


@pytest.fixture
def library(tmp_path: Path) -> Library:
    return write_project(tmp_path / "project", RECORDS)


def test_the_same_seed_draws_the_same_and_another_seed_others(library: Library, official: Official) -> None:
    first = sample_facts(library, official, 5, seed=1)
    assert first == sample_facts(library, official, 5, seed=1)
    assert first != sample_facts(library, official, 5, seed=2)
    assert len({fact.id for fact in first}) == 5


def test_a_sample_larger_than_the_whole_is_the_whole(library: Library, official: Official) -> None:
    everything = list(facts(library, official))
    assert len(sample_facts(library, official, 10_000, seed=1)) == len(everything)
    assert sample_facts(library, official, 0, seed=1) == []
    assert len({fact.id for fact in everything}) == len(everything)


def test_a_fact_shows_the_statement_beside_the_text(library: Library, official: Official) -> None:
    (fact,) = [one for one in facts(library, official) if one.id == "no-record/penalties/0/tiers/1"]
    shown = str(fact)
    assert "拒不改正｜处2万元以上10万元以下的罚款｜可以责令停产整治" in shown
    assert "处二万元以上十万元以下的罚款" in shown
    assert str(fact.at).startswith("content/conducts/all.yml:")


def test_a_new_record_disturbs_the_draw_little(tmp_path: Path, library: Library, official: Official) -> None:
    more = {**RECORDS, "terms/more": "- {id: pond, title: 池塘, definition: 小水面。, basis: [水库法 第1条]}"}
    larger = write_project(tmp_path / "larger", more)
    before = {fact.id for fact in sample_facts(library, official, 6, seed=4)}
    after = {fact.id for fact in sample_facts(larger, official, 6, seed=4)}
    assert len(before & after) >= 5
