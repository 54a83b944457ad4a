"""The theme's sheets without what no page uses: which rules go, and that no page looks otherwise for it."""

from pathlib import Path

import material
import pytest
from playwright.sync_api import Browser

from generator.site.theme import PATH, names_in, stripped, words_of
from tests.browser import serve
from tests.site.kinds_of_page import kinds_of_page


@pytest.mark.parametrize(
    ("sheet", "left"),
    [
        (".a{top:0}.b{top:1px}", ".a{top:0}"),
        (".a .b{top:0}", ""),
        (".b,.a,p{top:0}", ".a,p{top:0}"),
        ("p:not(.b){top:0}", "p:not(.b){top:0}"),
        (":is(.b,.a) p{top:0}", ":is(.b,.a) p{top:0}"),
        ("#a{top:0}#b{top:0}", "#a{top:0}"),
        ("[data-b] .a::before{top:0}", "[data-b] .a::before{top:0}"),
        (".a\\:b{top:0}", ""),
        ("@media print{.b{top:0}}@media (width<9em){.a{top:0}.b{top:0}}", "@media (width<9em){.a{top:0}}"),
        ('@charset "utf-8";@page{margin:0}', "@page{margin:0}"),
        (":root{--x:1;--y:2}.a{top:var(--x)}", ":root{--x:1}.a{top:var(--x)}"),
        (":root{--x:var(--y);--y:2}.a{top:0}.b{top:var(--x)}", ".a{top:0}"),
        (":root{--x:var(--y);--y:2}.a{top:var(--x, 1px)}", ":root{--x:var(--y);--y:2}.a{top:var(--x, 1px)}"),
        (":root{--ours:1;--theirs:2}", ":root{--ours:1}"),
        ("@keyframes go{0%{top:0}}@keyframes stay{0%{top:0}}.a{animation:go 1s}", "@keyframes go{0%{top:0}}.a{animation:go 1s}"),
    ],
)  # fmt: skip
def test_rules_go_that_nothing_can_meet(sheet: str, left: str) -> None:
    made = stripped([sheet], ["a"], ["color: var(--ours)"])
    assert made.strip() == left


def test_names_are_read_as_browsers_read_them() -> None:
    assert names_in('<p class=\'a  b\' id=c data-class="d"><i\nclass="e">') == {"a", "b", "c", "e"}
    assert {"pf-a", "b"} <= words_of('element("pf-a " + b)')


#: All that the browser makes of the styles: each element's, and of what stands before and after it.
STYLES = """() => [...document.querySelectorAll("body, body *")].flatMap((e) => [null, "::before", "::after", "::marker"].map((part) => {
  const style = getComputedStyle(e, part);
  if (part && style.content === "none") return "";
  return [...style].filter((name) => !name.startsWith("--")).map((name) => style.getPropertyValue(name)).join("|");
}))"""


@pytest.mark.browser
@pytest.mark.parametrize(
    ("width", "kind"),
    [
        (1280, "404.html"),  # the smallest
        *(
            pytest.param(width, kind, marks=pytest.mark.slow)
            for width in (1280, 390)
            for kind in ("", "about/", "conducts/*/", "practice/*/")
        ),
    ],
)
def test_pages_look_as_under_the_whole_sheets(chromium: Browser, mini_site: Path, width: int, kind: str) -> None:
    sheets = Path(next(iter(material.__path__))) / "templates" / "assets" / "stylesheets"
    whole = "".join(next(sheets.glob(f"{name}.*.min.css")).read_text("utf-8") for name in ("main", "palette"))
    assert (mini_site / PATH).stat().st_size < len(whole) / 4
    pages = []
    with serve(mini_site) as address:
        for sheet in (None, whole):
            page = chromium.new_page(viewport={"width": width, "height": 900}, reduced_motion="reduce")
            if sheet:
                page.route(f"**/{PATH}", lambda route: route.fulfill(body=whole, content_type="text/css"))
            page.goto(address + kinds_of_page(mini_site)[kind][0])
            pages.append(page)
        for media, scheme in (("screen", "light"), ("screen", "dark"), ("print", "light")):
            seen = []
            for page in pages:
                page.emulate_media(media=media, color_scheme=scheme)  # type: ignore[arg-type]
                # The page hears of it some time after the browser has been told, and later still on a busy machine.
                page.wait_for_function(
                    "name => document.body.dataset.mdColorScheme === name",
                    arg="slate" if scheme == "dark" else "default",
                )
                page.evaluate("() => new Promise((done) => requestAnimationFrame(() => setTimeout(done)))")
                seen.append(page.evaluate(STYLES))
            assert len(seen[0]) == len(seen[1]) > 100
            other = [n // 4 for n, (one, all) in enumerate(zip(*seen, strict=True)) if one != all]
            assert other == [], (media, scheme)
        for page in pages:
            page.close()
