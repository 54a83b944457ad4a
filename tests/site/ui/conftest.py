"""Small that follow the HTML of macros.html and the page templates, and a browser to open them in."""

import json
import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import material
import pytest
from playwright.sync_api import Browser, BrowserContext, Page

from generator.search.documents import Document
from generator.search.index import build_index
from generator.site import bundles
from generator.site.longlists import shortened
from generator.site.page import Asset
from generator.site.page import Page as PageOfSite
from generator.site.pages.scripts import sources
from tests.browser import serve
from tests.site.ui._core import opening, scripts

#: As the site has them: few files, so that a page loads as fast as a real one.
BUNDLES = bundles.bundles(sources())
LAW = "中华人民共和国示例法"
WIDE = {"width": 1280, "height": 900}


def item(number: int, type: str, stem: str, options: list[tuple[str, bool, str]], topics: str = "water") -> str:
    """As the macro ``item`` writes it."""
    letters = "".join("ABCDEFG"[i] for i, (_, right, _) in enumerate(options) if right)
    answer = next(text for text, right, _ in options if right) if type == "judge" else letters
    kind = {"single": "单项", "multiple": "多项", "judge": "判断", "case": "案例"}[type]
    rows = "".join(f'<li data-correct="{str(r).lower()}" data-why="{w}">{t}</li>' for t, r, w in options)
    return f"""<li class="pf-item" id="q{number}" data-id="{type}/{number}" data-type="{type}" data-answer="{answer}" data-topics="{topics}">
<p class="pf-stem"><span class="pf-kind">{kind}</span>{stem}</p><ol class="pf-options" type="A">{rows}</ol>
<details class="pf-answer"><summary>看答案</summary><p><b>答案：{answer}</b>　因为第{number}条这样规定。</p>
<p class="pf-refs">依据：<a class="pf-law-link" href="../../regulations/l/#a{number}">示例法 第{number}条</a></p></details></li>"""


SINGLE = item(
    1,
    "single",
    "谁来查？",
    [("甲部门", False, "甲管别的。"), ("乙部门", True, "乙管这个。"), ("丙部门", False, "丙也不管。")],
)
MULTIPLE = item(
    2,
    "multiple",
    "哪些要报？",
    [("气", True, "要报。"), ("水", True, "也要报。"), ("光", False, "不用。")],
    "water air",
)
JUDGE = item(3, "judge", "夜里可以施工。", [("正确", False, ""), ("错误", True, "")], "noise")
CASE = item(4, "case", "写出该怎么处理。", [])
BLANK = """<li class="pf-item" id="q1" data-id="blank/1" data-type="blank" data-answer="20万元；30日" data-topics="water" data-blanks='[["20万元"],["30日"]]'>
<p class="pf-stem"><span class="pf-kind">填空</span>罚款不超过＿＿＿＿，在＿＿＿＿内缴纳。</p>
<details class="pf-answer"><summary>看答案</summary><p><b>答案：20万元；30日</b>　第5条。</p><p class="pf-refs">依据：第5条</p></details></li>"""
MATCH = """<li class="pf-item" id="q2" data-id="match/1" data-type="match" data-answer="1-B 2-A 3-C" data-topics="water" data-sequence="[1, 0, 2]">
<p class="pf-stem"><span class="pf-kind">连线</span>谁普什么法：</p><ol class="pf-prompts"><li>水务局</li><li>公安局</li><li>教育局</li></ol>
<ol class="pf-options" type="A"><li data-correct="true" data-why="">治安法</li><li data-correct="true" data-why="">水法</li><li data-correct="true" data-why="">教育法</li><li data-correct="false" data-why="">海关法</li></ol>
<details class="pf-answer"><summary>看答案</summary><p><b>答案：1-B 2-A 3-C</b>　按清单。</p><p class="pf-refs">依据：第6条</p></details></li>"""
ORDER = """<li class="pf-item" id="q3" data-id="order/1" data-type="order" data-answer="BCA" data-topics="water" data-sequence="[1, 2, 0]">
<p class="pf-stem"><span class="pf-kind">排序</span>排出先后：</p>
<ol class="pf-options" type="A"><li data-correct="true" data-why="">决定</li><li data-correct="true" data-why="">立案</li><li data-correct="true" data-why="">告知</li></ol>
<details class="pf-answer"><summary>看答案</summary><p><b>答案：BCA</b>　按程序。</p><p class="pf-refs">依据：第7条</p></details></li>"""
STEPS = """<li class="pf-item" id="q4" data-id="case/2" data-type="case" data-answer="（1）责令改正" data-topics="water">
<p class="pf-stem"><span class="pf-kind">案例</span>甲厂偷排。</p><div class="pf-facts-of-case"><p>夜里排的。</p></div>
<ol class="pf-steps"><li>怎么办？<small>（2 分）</small></li></ol>
<details class="pf-answer"><summary>看答案</summary><ol class="pf-model"><li>怎么办？<ul><li>责令改正<small>2 分</small></li></ul></li></ol><p>看第8条。</p><p class="pf-refs">依据：第8条</p></details></li>"""
OTHERS = (
    f"""<h1>练习</h1><pufa-quiz class="pf-quiz"><ol class="pf-items">{BLANK}{MATCH}{ORDER}{STEPS}</ol></pufa-quiz>"""
)
OTHERS_EXAM = f"""<h1>考</h1><pufa-exam data-exam="o-1" data-minutes="30" data-pass="3" data-total="9" data-marking="half">
<section class="pf-exam-section" data-points="3"><h2>一、其他题</h2><ol class="pf-items">{BLANK}{MATCH}{ORDER}</ol></section></pufa-exam>"""
QUIZ = f'<h1>练习</h1><pufa-quiz class="pf-quiz" data-quiz="t" data-title="水"><ol class="pf-items">{SINGLE}{MULTIPLE}{JUDGE}</ol></pufa-quiz>'
EXAM = f"""<h1>模拟考试</h1><script type="application/json" id="pf-topics">{{"water": "水污染", "air": "大气", "noise": "噪声"}}</script>
<pufa-exam data-exam="e-1" data-minutes="30" data-pass="3" data-total="6" data-marking="half">
<section class="pf-exam-section" data-points="2"><h2>一、单项选择题<small>每题 2 分</small></h2><ol class="pf-items">{SINGLE}</ol></section>
<section class="pf-exam-section" data-points="3"><h2>二、多项选择题<small>每题 3 分</small></h2><ol class="pf-items" start="2">{MULTIPLE}</ol></section>
<section class="pf-exam-section" data-points="1"><h2>三、判断题<small>每题 1 分</small></h2><ol class="pf-items" start="3">{JUDGE}</ol></section></pufa-exam>"""
CASES = f"""<pufa-quiz class="pf-quiz"><ol class="pf-items">{CASE}</ol></pufa-quiz>"""
CASE_EXAM = f"""<pufa-exam data-exam="c-1" data-minutes="30" data-pass="1" data-total="12" data-marking="half">
<section class="pf-exam-section" data-points="2"><h2>一、单项选择题</h2><ol class="pf-items">{SINGLE}</ol></section>
<section class="pf-exam-section" data-points="10"><h2>二、案例分析题</h2><ol class="pf-items" start="2">{CASE}</ol></section></pufa-exam>"""
ROWS = [
    ("夜间施工", "噪声", 100000, "公安机关|城管", "zs"),
    ("未批先建", "环评", 1000000, "生态环境", "wp"),
    ("超标排污", "水", 0, "生态环境", "cb"),
]
TABLE = (
    """<h1>行为</h1><pufa-table data-kind="conduct" data-filters='{"topic":"专题","authority":"谁来查"}'><table class="pf-table"><thead><tr><th scope="col" data-sort="text">行为</th>
<th scope="col" data-sort="number">罚款</th></tr></thead><tbody>"""
    + "".join(
        f'<tr data-topic="{topic}" data-authority="{who}"><th scope="row"><a href="{page}/">{name}</a></th><td data-label="罚款" data-value="{fine or ""}">{fine or "—"}</td></tr>'
        for name, topic, fine, who, page in ROWS
    )
    + "</tbody></table></pufa-table>"
)
LONG = (
    """<h1>行为</h1><pufa-table><table class="pf-table"><thead><tr><th scope="col">行为</th></tr></thead><tbody>"""
    + "".join(f'<tr id="r{n}"><th scope="row"><a href="#r{n}">第{n}种</a></th></tr>' for n in range(130))
    + "</tbody></table></pufa-table>"
)
REST = """<h1>长表</h1>
<pufa-table data-long data-filters='{"topic":"专题"}'><table class="pf-table"><thead><tr><th scope="col" data-sort="number">号</th><th scope="col">字</th></tr></thead><tbody>
""" + "".join(f'<tr id="z{n}" data-topic="{"水" if n % 3 else "水|气"}"><th scope="row" data-value="{n}"><a href="#z{n}">第{n}号</a></th><td>{"字" * 100}</td></tr>\n' for n in range(300)) + "</tbody></table></pufa-table>\n<p>表后</p>"  # fmt: skip
MENU = '<nav class="pf-nav"><ul>' + "".join(f'<li><a href="../"{" aria-current=true" if n == 7 else ""}>第{n}个栏目</a></li>' for n in range(9)) + "</ul></nav><h1>栏目</h1>"  # fmt: skip
MEMORY = "<h1>练习与考试</h1><pufa-memory><p>只存在这台设备里。</p></pufa-memory>"
FILTERS = {
    "kind": {"article": "条文", "conduct": "违法行为"},
    "topic": {"noise": "噪声", "eia": "环评"},
    "rank": {"法律": "法律"},
}
SEARCH = f"""<h1>搜索</h1><pufa-search-page><form class="pf-hero__search" role="search" method="get"><label class="pf-sr" for="pf-page-q">搜索</label>
<input id="pf-page-q" type="search" name="q"><button class="pf-btn" type="submit">搜索</button></form><div class="pf-results"></div></pufa-search-page>
<script type="application/json" id="pf-filters">{json.dumps(FILTERS, ensure_ascii=False)}</script>
<script type="application/json" id="pf-filter-titles">{{"kind": "类别", "topic": "专题"}}</script>"""
PAGES = {"": "<h1>首页</h1><p>字</p>", "practice/t/": QUIZ, "practice/case/": CASES, "practice/others/": OTHERS, "exams/o/": OTHERS_EXAM, "exams/c/": CASE_EXAM, "exams/e/": EXAM, "conducts/": TABLE, "long/": LONG, "menu/": MENU, "practice/": MEMORY, "search/": SEARCH}  # fmt: skip


def frame(path: str, body: str) -> str:
    up = "../" * path.count("/") or "./"
    loaded = bundles.needed(BUNDLES, body)
    sheets = ("main.css", "palette.css", *(bundle.style for bundle in loaded if bundle.styles()))
    css = "".join(f'<link rel="stylesheet" href="{up}{name}">' for name in sheets)
    scripts = "".join(f'<script src="{up}{bundle.script}"></script>' for bundle in loaded)
    return f"""<!doctype html><html lang="zh" class="no-js"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width,initial-scale=1">
<title>t</title><meta name="pufa-base" content="{up}">{css}<script src="{up}assets/pufa/js/early.js"></script></head>
<body data-md-color-scheme="default"><header class="pf-header"><div class="pf-header__inner"><a class="pf-brand" href="{up}"><svg viewBox="0 0 9 9" width="26"></svg><b>普法</b></a>
<form class="pf-search" role="search" action="{up}search/" method="get"><pufa-search><label class="pf-sr" for="pf-q">搜索</label>
<input id="pf-q" name="q" type="search" autocomplete="off"></pufa-search><button type="submit" class="pf-search__go">搜</button></form>
<pufa-settings class="pf-tools"></pufa-settings></div></header><article class="md-content__inner md-typeset pf-page">{body}</article>
{scripts}</body></html>"""


def corpus() -> list[Document]:
    filler = [Document(f"regulations/l/#a{n}", f"示例法 第{n}条 检修", "article", LAW, f"第{n}条", text=f"每年检修第{n}号设备。", filters={"kind": ("article",)}) for n in range(1, 70)]  # fmt: skip
    return [
        *filler,
        Document("conducts/zs/", "夜间施工噪声扰民", "conduct", LAW, "第88条", digest="夜间施工 & <b>喇叭</b>。", aliases=("半夜敲打",), fine=("最高 10万元", 40.0, 10.0), filters={"kind": ("conduct",), "topic": ("noise",)}),
        Document("regulations/l/#a88", "示例法 第88条 夜间施工", "article", LAW, "第88条", text="夜间施工的，给予警告。", filters={"kind": ("article",), "topic": ("noise",), "status": ("已废止",)}, next=("regulations/l/#a9",)),
        Document("conducts/wp/", "未批先建", "conduct", LAW, "第9条", digest="没批就动工。", filters={"kind": ("conduct",), "topic": ("eia",), "sample": ("示例",)}),
    ]  # fmt: skip


@pytest.fixture(scope="module")
def core(chromium: Browser, tmp_path_factory: pytest.TempPathFactory) -> Iterator[Page]:
    with scripts(chromium, tmp_path_factory.mktemp("core")) as opened:
        yield opened


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    root = tmp_path_factory.mktemp("ui-site")
    for path, text in bundles.written(sources()):
        (root / path).parent.mkdir(parents=True, exist_ok=True)
        (root / path).write_text(text, encoding="utf-8")
    sheets = Path(next(iter(material.__path__))) / "templates" / "assets" / "stylesheets"
    for name in ("main", "palette"):
        shutil.copy(next(sheets.glob(f"{name}.*.min.css")), root / f"{name}.css")
    for name, content in build_index(
        corpus(), {}, {"conduct": "违法行为", "article": "条文", "regulation": "法规"}
    ).items():
        (root / "search" / name).parent.mkdir(parents=True, exist_ok=True)
        (root / "search" / name).write_bytes(content)
    pages = dict(PAGES)
    for made in shortened(PageOfSite("rest", "长表", REST)):
        if isinstance(made, Asset):
            (root / made.path).parent.mkdir(parents=True, exist_ok=True)
            (root / made.path).write_bytes(made.content)
        else:
            pages[f"{made.path}/"] = made.body
    for path, body in pages.items():
        (root / path).mkdir(parents=True, exist_ok=True)
        (root / path / "index.html").write_text(frame(path, body), encoding="utf-8")
    with serve(root) as address:
        yield address


@pytest.fixture
def context(chromium: Browser, site: str) -> Iterator[BrowserContext]:
    opened = chromium.new_context(base_url=site, viewport=WIDE)
    yield opened
    opened.close()


@pytest.fixture
def go(context: BrowserContext) -> Iterator[Callable[..., Page]]:
    """Open a page of the site in a browser without memory; an error in a script fails the test."""
    with opening(context, "() => customElements.get('pufa-settings') !== undefined") as open_page:
        yield open_page
