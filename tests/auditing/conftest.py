"""A miniature: an invented law, the repealed one before it, and records that state them rightly."""

import datetime
import json
from collections.abc import Callable
from pathlib import Path

import pytest
import yaml

from generator.auditing.official import Official, read_official
from generator.auditing.verify import verify
from generator.library import Library, build_library
from generator.problems import Problem, Problems

AS_OF = datetime.date(2026, 11, 24)

NEW = "中华人民共和国试验水库法"
OLD = "中华人民共和国试验池塘法"
ORDER = "试验治安法"

TEXTS: dict[tuple[str, int, str], str] = {
    (NEW, 1, ""): "为了保护试验水库，制定本法。",
    (
        NEW,
        2,
        "",
    ): "本法所称试验水库，是指为科学观测而蓄水的人工水体。\n单位应当每年向水库主管部门提交观测记录，记录至少保存五年。",
    (NEW, 3, ""): "违反本法规定，未提交观测记录的，由水库主管部门责令限期改正，可以处一万元以下的罚款；"
    "拒不改正的，处二万元以上十万元以下的罚款，并可以责令停产整治。",
    (NEW, 4, ""): "违反本法规定，有下列行为之一的，由水库、渔业主管部门按照职责分工责令停止违法行为，没收违法所得，"
    "并处货值金额一倍以上五倍以下的罚款，货值金额不足三万元的，以三万元计算；情节严重的，报经有批准权的人民政府批准，责令停业、关闭：\n"
    "（一）擅自放水；\n（二）擅自投放鱼苗。\n"
    "有前款规定行为，造成严重后果的，由公安机关对其直接负责的主管人员和其他直接责任人员处十日以上十五日以下拘留；"
    "情节较轻的，处五日以上十日以下拘留，三年内禁止从事水库观测工作。",
    (
        NEW,
        5,
        "",
    ): "水库主管部门应当自受理之日起二十个工作日内作出决定，十五日前公告；违法行为轻微并在二十个工作日内改正的，可以不予处罚。",
    (
        NEW,
        6,
        "",
    ): "违反本法规定，擅自取样的，由水库主管部门给予警告，按照每瓶五千元处以罚款，总额处合同价款百分之二以上百分之四以下的罚款。",
    (NEW, 6, "之一"): "本法自2026年8月15日起施行。",
    (OLD, 1, ""): "未提交观测记录的，处一万元以上五万元以下的罚款。\n提交的记录不全的，处二千元以下的罚款。",
    (ORDER, 1, ""): "擅自放水的，处五日以下拘留或者五百元以下罚款。",
    (ORDER, 2, ""): "治安管理处罚由县级以上地方人民政府公安机关决定。",
    (ORDER, 3, ""): "未提交观测记录，经责令改正仍不提交的，处三千元以下罚款。",
    (ORDER, 4, ""): "未提交观测记录副本的，处二千元以下罚款。",
}
PATHS = {(NEW, n): ["第一章 总则"] if n < 3 else ["第二章 责任"] for n in range(1, 7)}
LAWS = [
    {"title": NEW, "articles": 7, "status": "现行有效", "adopted": "2026-03-12", "effective": "2026-08-15"},
    {
        "title": OLD,
        "articles": 1,
        "status": "已废止",
        "effective": "2018-01-01",
        "effective_to": "2026-08-15",
        "repealed_by": NEW,
    },
    {"title": ORDER, "articles": 4, "status": "现行有效"},
]

REGULATIONS = f"""
- id: reservoir-law
  title: {NEW}
  aliases: [水库法]
  rank: 法律
  issuer: 试验立法机关
  source: 虚构
  versions: [{{adopted: 2026-03-12, effective: 2026-08-15, articles: 6}}]
  outline:
    - {{title: 第一章 总则, articles: [1, 2]}}
    - {{title: 第二章 责任, articles: [3, 6]}}
- id: pond-law
  title: {OLD}
  aliases: [池塘法]
  rank: 法律
  issuer: 试验立法机关
  source: 虚构
  versions: [{{effective: 2018-01-01, repealed_on: 2026-08-15, repealed_by: reservoir-law, articles: 1}}]
- id: order-law
  title: {ORDER}
  rank: 法律
  issuer: 试验立法机关
  source: 虚构
  versions: [{{effective: 2006-03-01}}]
- id: local-list
  title: 某地试验清单
  rank: 规范性文件
  issuer: 某地
  source: 虚构
  versions: [{{effective: 2020-01-01}}]
"""

#: A guide, whose body is held against what it cites.
GUIDE = """---
id: keepers
title: 观测单位指南
industry: keeping
summary: 做观测的都适用。
---

## 要交什么

每年交齐记录，至少保存五年（水库法 第2条第2款）。拒不改正的，处二万元以上十万元以下罚款（水库法 第3条）；决定在二十个工作日内作出（《试验水库法》第5条）。

- 放水的，最高罚货值的五倍，三万元以下的按三万元算（水库法 第4条第1款）。拘留十日以上十五日以下（水库法 第4条第1款、第2款）。
- 收费的百分之二也可能
  要罚（水库法 第6条）。

| 行为 | 罚款 | 依据 |
|---|---|---|
| 取样 | 每瓶五千元 | 水库法 第6条 |

何年何月放过水，记下来，哪一天也行（水库法 第2条）。
"""

#: The records, all true; tests alter one place and expect one code.
RECORDS: dict[str, str] = {
    "regulations/all": REGULATIONS,
    "topics/all": "- {id: water, title: 水}",
    "industries/all": "- {id: keeping, title: 观测}",
    "guides/keepers.md": GUIDE,
    "conducts/all": """
- id: no-record
  title: 没有交观测记录
  actor: 观测单位
  prohibited_by: [水库法 第2条第2款]
  topics: [water]
  do: [每年交一次记录。]
  penalties:
    - id: unit
      basis: 水库法 第3条
      authority: [水库主管部门]
      target: 单位
      tiers:
        - {measures: [责令改正], fine: {range: {max: 10000}, may: true}}
        - {condition: 拒不改正, may: [责令停产整治], fine: {range: {min: 20000, max: 100000}}}
- id: release
  title: 擅自把水放掉
  topics: [water]
  confirmed:
    - {what: 没有写 中华人民共和国试验水库法 第4条 停业, checked: 2026-11-24, why: 停业只给另一项}
    - {what: 没有写 中华人民共和国试验水库法 第4条 第1款第2项, checked: 2026-11-24, why: 投鱼苗另有记录}
    - {what: 条文 试验治安法 第1条, checked: 2026-11-24, why: 放水的拘留在这一条}
  penalties:
    - id: unit
      basis: 水库法 第4条第1款第（一）项
      authority: [水库主管部门, 渔业主管部门]
      target: 单位
      tiers:
        - measures: [责令停止违法行为, 没收违法所得]
          fine: {multiple: {min: 1.0, max: 5.0, base: 货值金额, deemed: {below: 30000, amount: 30000}}}
        - {condition: 情节严重, adds: true, measures: [责令关闭], approval: 有批准权的人民政府}
    - id: persons
      basis: 水库法 第4条第2款
      authority: [公安机关]
      target: 直接负责的主管人员和其他直接责任人员
      tiers:
        - {condition: 造成严重后果, detention: {min_days: 10, max_days: 15}}
        - {condition: 情节较轻, detention: {min_days: 5, max_days: 10}, ban: {years: 3, trade: 水库观测工作}}
    - id: order
      basis: 试验治安法 第1条
      authority: [公安机关]
      target: 个人
      tiers:
        - {one_of: [拘留, 罚款], detention: {min_days: 1, max_days: 5}, fine: {range: {max: 500}}}
- id: sample-taking
  title: 擅自取样
  topics: [water]
  actor: 取样的单位
  confirmed: [{what: 没有写 unit 第2档 警告, checked: 2026-11-24, why: 警告只给第一次}]
  penalties:
    - id: unit
      basis: 水库法 第6条
      authority: [水库主管部门]
      target: 单位
      tiers:
        - {measures: [警告], fine: {per_unit: {min: 5000, max: 5000, unit: 瓶}}}
        - {category: 合同, fine: {rate: {min: 2.0, max: 4.0, base: 合同价款}}}
""",
    "articles/all": """
- {regulation: reservoir-law, number: 2, heading: 年年交记录, digest: 单位每年交一次，留底5年。}
- {regulation: reservoir-law, number: 4, heading: 两种行为的罚则, digest: 擅自放水或者投鱼苗的，没收所得，最高罚到货值的5倍；情节严重的报批后停业、关闭；后果严重的拘留，还会禁业。}
""",
    "concordance/all": """
- id: pond-1
  title: 未提交观测记录
  old: 池塘法 第1条
  new: [水库法 第3条]
  relation: raised
  summary: 拒不改的罚得更重，2026年8月15日起适用；放水另见第4条。
  amounts:
    - label: 拒不改正
      old: {range: {min: 10000, max: 50000}}
      new: {range: {min: 20000, max: 100000}}
  also:
    - basis: 试验治安法 第3条
      fines: [{label: 拒不改正, fine: {range: {max: 3000}}}]
  unlike: [试验治安法 第4条]
""",
    "benchmarks/all": """
- id: table
  title: 不交记录裁量表
  conduct: no-record
  issued_by: local-list
  basis: [水库法 第3条]
  method: weight_sum
  base: 100000
  start: 20.0
  floor: 20000
  factors:
    - {title: 次数, levels: [{label: 首次, weight: 0.0}, {label: 多次, weight: 80.0}]}
  adjustments: [{title: 公开道歉, min_percent: -40, max_percent: -30}]
- id: shares
  title: 取样裁量表
  conduct: sample-taking
  issued_by: local-list
  basis: [水库法 第6条]
  method: weight_sum
  rate: {base: 合同价款, min: 2.0, max: 4.0}
  start: 50.0
  factors:
    - {title: 次数, levels: [{label: 第一回, weight: 0.0}, {label: 第二回, weight: 50.0}]}
  adjustments: [{title: 公开道歉, min_percent: -20, max_percent: -10}]
- id: spans
  title: 不交记录区间表
  conduct: no-record
  issued_by: local-list
  basis: [水库法 第3条]
  method: interval
  intervals:
    - {circumstances: [拒不改正], span: {min: 20000, max: 60000}}
  adjustments: [{title: 公开道歉, min_percent: -30, max_percent: -20}]
""",
    "obligations/all": """
- id: keep
  title: 提交并保存观测记录
  frequency: 每年一次
  retention: 5年
  basis: [水库法 第2条第2款]
""",
    "procedures/all": """
- id: decide
  title: 审批
  source: 虚构
  steps:
    - {title: 受理}
    - {title: 决定, time_limit: 受理后20个工作日内, basis: [水库法 第5条]}
  limits:
    - {says: 受理以后应当在20个工作日内决定, period: 20个工作日, basis: 水库法 第5条}
    - {says: 决定应当15日前公告, period: 15日, basis: 水库法 第5条}
""",
    "exemptions/all": """
- id: light
  title: 按期改正
  basis: [水库法 第5条]
  all_of: [违法行为轻微, 20个工作日内改正]
  effect: may
- id: listed
  title: 清单所列
  issued_by: local-list
  source: 虚构
  all_of: [在90日内改正]
  effect: may
""",
    "terms/all": "- {id: reservoir, title: 试验水库, definition: 用来做观测的人造水面。, basis: [水库法 第2条第1款]}",
}


def write_official(directory: Path, texts: dict[tuple[str, int, str], str] = TEXTS, laws: object = LAWS) -> Path:
    """Write a copy of official texts in the documented format."""
    directory.mkdir(parents=True, exist_ok=True)
    rows = [
        {"law": law, "no": no, "suffix": suffix, "path": PATHS.get((law, no), []), "text": text, "source": ""}
        for (law, no, suffix), text in texts.items()
    ]
    lines = "".join(json.dumps(row, ensure_ascii=False) + "\n" for row in rows)
    (directory / "articles.jsonl").write_text(lines, encoding="utf-8")
    (directory / "laws.json").write_text(json.dumps(laws, ensure_ascii=False), encoding="utf-8")
    return directory


def write_project(root: Path, records: dict[str, str]) -> Library:
    """Write records and read them back; they must be sound but for what the audit looks at."""
    for name, text in records.items():
        path = root / "content" / (name if name.endswith(".md") else f"{name}.yml")
        assert path.suffix == ".md" or yaml.safe_load(text)
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(text, encoding="utf-8")
    problems = Problems()
    library = build_library(root, AS_OF, problems)
    assert not problems.blocking(), "\n".join(map(str, problems))
    return library


@pytest.fixture
def official(tmp_path: Path) -> Official:
    problems = Problems()
    read = read_official(write_official(tmp_path / "official"), problems)
    assert not len(problems)
    return read


@pytest.fixture
def audit(tmp_path: Path, official: Official) -> Callable[..., list[Problem]]:
    """Audit the true records with one place altered: ``audit(old, new)``; ``audit()`` for none."""

    def run(old: str = "", new: str = "") -> list[Problem]:
        records = dict(RECORDS)
        if old:
            holding = [name for name, text in records.items() if old in text]
            assert [records[name].count(old) for name in holding] == [1], f"{old} stands in {holding}"
            records[holding[0]] = records[holding[0]].replace(old, new)
        return list(verify(write_project(tmp_path / "project", records), official))

    return run
