"""Pictures of every kind of page to look at: ``python -m tests.bench screenshots [--site site] [--out FOLDER] [kind …]``.

Wide and on a phone, light, dark and in 长者模式, the first screen and the whole page; nothing is compared.  One page shows them all.
"""

import argparse
import json
from html import escape
from pathlib import Path

from tests.browser import chromium, serve
from tests.site.kinds_of_page import kinds_of_page

SCREENS = {"wide": {"width": 1280, "height": 900}, "phone": {"width": 390, "height": 844}}
LOOKS = {"light": {"scheme": "light"}, "dark": {"scheme": "dark"}, "elder": {"scheme": "light", "elder": True}}
#: Longer pages are cut, in pixels.
LONGEST = 8000


def main(arguments: list[str]) -> int:
    """Write the pictures, and an index.html beside them."""
    parser = argparse.ArgumentParser(prog="python -m tests.bench screenshots", description=__doc__)
    parser.add_argument("--site", type=Path, default=Path("site"))
    parser.add_argument("--out", type=Path, default=Path("build/screenshots"))
    parser.add_argument("--whole", action="store_true", help="the whole page, not only its first screen")
    parser.add_argument("kinds", nargs="*", help="as conducts/*/; all where none is named")
    asked = parser.parse_args(arguments)
    pages = {kind: names[len(names) // 2] for kind, names in kinds_of_page(asked.site).items()}
    shown = {kind: name for kind, name in pages.items() if not asked.kinds or kind in asked.kinds}
    asked.out.mkdir(parents=True, exist_ok=True)
    files: dict[str, list[str]] = {kind: [] for kind in shown}
    with chromium() as browser, serve(asked.site) as address:
        for screen, size in SCREENS.items():
            for look, settings in LOOKS.items():
                context = browser.new_context(viewport=size, reduced_motion="reduce")  # type: ignore[arg-type]
                context.add_init_script(f"localStorage.setItem('pufa.settings', {json.dumps(json.dumps(settings))})")
                page = context.new_page()
                for kind, name in shown.items():
                    page.goto(address + name, wait_until="networkidle")
                    file = f"{kind.strip('/').replace('/', '_').replace('*', 'x') or 'home'}.{screen}.{look}.png"
                    high = page.evaluate("document.documentElement.scrollHeight") if asked.whole else size["height"]
                    clip = {"x": 0, "y": 0, "width": size["width"], "height": min(high, LONGEST)}
                    page.screenshot(path=asked.out / file, clip=clip, full_page=True)  # type: ignore[arg-type]
                    files[kind].append(file)
                context.close()
                print(f"{screen} {look}: {len(shown)}", flush=True)
    rows = "".join(f"<h2>{escape(kind or '/')}</h2>" + "".join(f'<img src="{file}" height="420" loading="lazy" alt="{file}"> ' for file in made) for kind, made in files.items())  # fmt: skip
    (asked.out / "index.html").write_text(
        f'<!doctype html><meta charset="utf-8"><title>Screenshots</title>{rows}', encoding="utf-8"
    )
    print(asked.out / "index.html")
    return 0
