"""Scripts joined into few files: every element in one of them, nothing twice on a page, and what can't be joined is told."""

import re

import pytest
from playwright.sync_api import Browser

from generator.site import bundles
from generator.site.pages.scripts import sources
from tests.browser import serve

SOURCES = sources()
ALL = bundles.bundles(SOURCES)


def tree(**modules: str) -> dict[str, str]:
    """Modules in ui/, below a main.js that imports the first of them."""
    first = next(iter(modules))
    return {"ui/main.js": f'import "./{first}.js";', **{f"ui/{name}.js": text for name, text in modules.items()}}


def test_every_element_is_in_a_bundle() -> None:
    defined = set(re.findall(r'customElements\.define\("([\w-]+)"', "".join(SOURCES.values())))
    assert set().union(*(bundle.elements for bundle in ALL)) == defined


def test_the_search_is_in_no_page_before_it_is_asked() -> None:
    engine = next(bundle for bundle in ALL if bundle.name == "engine")
    assert "core/search.js" in engine.modules
    assert not any(set(bundles.needed(ALL, f"<{element}>")) & {engine} for bundle in ALL for element in bundle.elements)


def test_all_that_there_is_can_be_joined() -> None:
    assert all(bundles.joined(bundle.modules, SOURCES) for bundle in ALL)


def test_what_every_page_has_is_in_the_first_alone() -> None:
    first, *others = ALL
    assert first.name == "base"
    assert not any(set(first.modules) & set(other.modules) for other in others)


def test_a_page_gets_what_its_elements_need() -> None:
    assert [bundle.name for bundle in bundles.needed(ALL, "<p>字</p>")] == ["base"]
    assert [bundle.name for bundle in bundles.needed(ALL, "<pufa-exam></pufa-exam>")] == ["base", "practice"]
    assert [bundle.name for bundle in bundles.needed(ALL, '<pufa-daily data-a="1"></pufa-daily>')] == ["base", "tools"]


@pytest.mark.parametrize(
    ("module", "said"),
    [
        ('export { a } from "./b.js";', "ui/a.js: export { a }"),
        ("export let a = 1;", "ui/a.js: export let"),
        ('const b = await import("./b.js");', "ui/a.js: import("),
        ("import b from './b.js';", "ui/a.js: import b"),
        ("const a = `one\n  two`;", "ui/a.js: const a = `one"),
        ('import "./c.js";', "ui/c.js: not there"),
        ('import "./b.js";', "ui/a.js → ui/b.js → ui/a.js: a circle"),
    ],
)
def test_what_cannot_be_joined_is_told(module: str, said: str) -> None:
    made = tree(a=module, b='import "./a.js";')
    with pytest.raises(bundles.Unjoinable, match=re.escape(said)):
        bundles.joined(bundles.bundles(made)[0].modules, made)


@pytest.mark.browser
def test_joined_modules_see_one_another_by_any_name_and_run_once(chromium: Browser) -> None:
    made = tree(
        a='import one, { two } from "./b.js";'.replace("one, ", "")
        + '\nimport named from "./c.js";\nimport {\n  two as zwei,\n} from "./b.js";\nimport * as all from "./b.js";\n'
        + "window.seen = [two(), zwei(), all.THREE, new all.Four().n, named, import.meta.url];",
        b="window.runs = (window.runs ?? 0) + 1;\nexport function two() { return 2; }\nexport const THREE = 3;\nexport class Four { n = 4; }\n",
        c="const five = 5;\nexport default five;\n",
    )
    script = bundles.joined(bundles.bundles(made)[0].modules, made)
    page = chromium.new_page()
    page.set_content(f"<base href='http://site.invalid/x/'><script>{script}{script}</script>")
    assert page.evaluate("seen") == [2, 2, 3, 4, 5, "http://site.invalid/x/ui/a.js"]
    assert page.evaluate("runs") == 1
    page.close()


@pytest.mark.browser
def test_a_page_asks_for_few_files_and_may_run_no_others(chromium: Browser, mini_site) -> None:
    page = chromium.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    with serve(mini_site) as address:
        for path in (
            "",
            "conducts/taking-water/",
            "practice/lake/",
            "exams/lake-mock/",
            "guides/boats-for-hire/",
            "builder/",
        ):
            asked.clear()
            page.goto(address + path, wait_until="networkidle")
            assert len(asked) <= 12, asked
            assert sum(url.endswith(".js") for url in asked) <= 3
            page.evaluate(
                "document.body.append(Object.assign(document.createElement('script'), { textContent: 'window.harm = 1' }))"
            )
            assert page.evaluate("window.harm") is None
    page.close()


@pytest.mark.browser
def test_of_a_bundle_only_the_elements_that_the_page_has_are_run(chromium: Browser) -> None:
    made = tree(
        a='import "./b.js";\nimport "./c.js";\n',
        b='window.ran = [...(window.ran ?? []), "b"];\ncustomElements.define("pufa-b", class extends HTMLElement {});\n',
        c='window.ran = [...(window.ran ?? []), "c"];\ncustomElements.define("pufa-c", class extends HTMLElement {});\n',
    )
    script = bundles.joined(bundles.bundles(made)[0].modules, made)
    page = chromium.new_page()
    page.set_content(f"<base href='http://site.invalid/x/'><pufa-c></pufa-c><script>{script}</script>")
    assert page.evaluate("ran") == ["c"]
    page.close()
