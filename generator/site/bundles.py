"""The page's scripts and styles joined into few files: one for every page, one for each group of elements that a page holds.

A bundle is an import of ``assets/js/ui/main.js``; the first of them, ``base``, stands on every page.  Joined scripts are classic
ones, so that a page works from a folder as well, where browsers load no modules.  A module runs when another asks for it, and one
that defines an element only where the page has that element: compiling all at once held a phone up.  The sources keep to a part of the language
that can be joined without reading it: imports and exports each on a line of their own, all of them by name; no template goes over a line.
"""

import posixpath
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from pathlib import PurePosixPath

import rcssmin

from generator.site.elder import with_elder
from generator.templating import ASSETS

#: In the site.
FOLDER = "assets/pufa"
#: What runs before the first paint; it stands in the page itself.
EARLY = "ui/early.js"
#: What finds the site's root from an address that is not there.
LOST = "ui/lost.js"
_MAIN = "ui/main.js"
#: Style sheets of a bundle, where they are not one of its own name.
_STYLES = {"base": ("base", "parts", "pages", "everywhere"), "tools": ("calculator", "owner"), "builder": ("practice", "builder"), "paper": ("practice", "builder"), "results": ("results", "builder")}  # fmt: skip
_NAMES = r"\{([\w\s,$]*)\}"
_IMPORT = re.compile(rf'^import (?:(?:(\w+)|{_NAMES}|\* as (\w+)) from )?"(\.[^"]*)";', re.MULTILINE)
_EXPORTED = re.compile(r"^export ((?:async )?function\*?|class|const) (\w+)", re.MULTILINE)
_DEFAULT = re.compile(r"^export default ", re.MULTILINE)
_LEFT = re.compile(
    r"^(?:import|export)\b.*|(?<![{\w])import\(.*", re.MULTILINE
)  # in a remark, {import(…)} names a type
_DEFINED = re.compile(r'customElements\.define\("([\w-]+)"')
_AS = re.compile(r"\s+as\s+")
_REMARK = re.compile(r"^\s*/\*.*?\*/[ \t]*\n", re.DOTALL | re.MULTILINE)
_ONE_LINE = re.compile(r"^[ \t]*//.*\n", re.MULTILINE)
_INDENT = re.compile(r"^[ \t]+|^\n", re.MULTILINE)
#: Lines that are no remark, and the ends of templates: one that goes over a line would lose its indents.
_CODE = re.compile(r"^(?!\s*(?:\*|/\*|//)).*`.*$", re.MULTILINE)
_TICK = re.compile(r"(?<!\\)`")
_META = "import.meta.url"


class Unjoinable(ValueError):
    """A module that does not keep to what can be joined; says which and where."""


@dataclass(frozen=True, slots=True)
class Bundle:
    """Scripts that are loaded together.

    Attributes:
        name: of its files.
        modules: paths below assets/js of the modules that ``base`` lacks, those imported first.
        elements: names of the elements that they define and no earlier bundle does.
    """

    name: str
    modules: tuple[str, ...]
    elements: frozenset[str]

    @property
    def script(self) -> str:
        """Path in the site."""
        return f"{FOLDER}/js/{self.name}.js"

    @property
    def style(self) -> str:
        """Path in the site of its style sheet, which is there if ``styles`` names any."""
        return f"{FOLDER}/css/{self.name}.css"

    def styles(self) -> tuple[str, ...]:
        """Its style sheets as they are written: names in assets/css."""
        named = _STYLES.get(self.name, (self.name,))
        return tuple(name for name in named if (ASSETS / "css" / f"{name}.css").is_file())


def bundles(sources: Mapping[str, str]) -> tuple[Bundle, ...]:
    """All bundles of ``sources`` (path below assets/js → text), ``base`` first.

    Raises:
        Unjoinable: modules import one another in a circle, or what is not there.
    """
    made: list[Bundle] = []
    for entry in _imported(_MAIN, sources):
        path = PurePosixPath(entry)
        shared = made[0].modules if made else ()
        modules = tuple(name for name in _ordered(entry, sources) if name not in shared)
        earlier = {element for bundle in made for element in bundle.elements}
        elements = {element for name in modules for element in _DEFINED.findall(sources[name])} - earlier
        made.append(Bundle(path.parent.name if path.stem == "main" else path.stem, modules, frozenset(elements)))
    return tuple(made)


def written(sources: Mapping[str, str]) -> Iterator[tuple[str, str]]:
    """Path in the site and text of every joined script and style sheet."""
    yield f"{FOLDER}/js/early.js", early()
    taken: set[str] = set()
    for bundle in bundles(sources):
        yield bundle.script, joined(bundle.modules, sources)
        if bundle.styles():
            yield bundle.style, "".join(_style(name) for name in bundle.styles())
        taken |= set(bundle.styles())
    for path in sorted((ASSETS / "css").glob("*.css")):  # of print, and of single pages, which name them
        if path.stem not in taken:
            yield f"{FOLDER}/css/{path.name}", _style(path.stem)


def needed(all: tuple[Bundle, ...], html: str) -> tuple[Bundle, ...]:
    """The bundles that a page with this body needs, ``base`` first."""
    found = set(re.findall(r"<(pufa-[\w-]+)", html))
    return tuple(bundle for bundle in all if bundle is all[0] or bundle.elements & found)


@cache
def early() -> str:
    """The script that stands in the page."""
    return _small((ASSETS / "js" / EARLY).read_text(encoding="utf-8"))


@cache
def lost() -> str:
    """The script that stands in 404.html."""
    return _small((ASSETS / "js" / LOST).read_text(encoding="utf-8"))


def joined(modules: tuple[str, ...], sources: Mapping[str, str]) -> str:
    """One classic script of modules, of which the last is run; a module that an earlier script of the page holds is not run again.

    Raises:
        Unjoinable: a module has imports or exports in another form.
    """
    entry = modules[-1]
    parts = "".join(f'def("{name}", (meta) => {{\n{_wrapped(name, sources, name == entry)}\n}});\n' for name in modules)
    return _small(_FRAME.replace("ENTRY", entry).replace("PARTS", parts))


#: ``meta`` is the address that the module would have beside the others.
_FRAME = """(() => {
"use strict";
const held = (window.pufaModules ??= {});
const here = document.currentScript?.src || document.baseURI;
const def = (name, run) => {
  if (name in held) return;
  const get = () => {
    const value = run(new URL(name, here).href);
    Object.defineProperty(held, name, { value });
    return value;
  };
  Object.defineProperty(held, name, { get, configurable: true });
};
PARTS
void held["ENTRY"];
})();
"""


def _wrapped(name: str, sources: Mapping[str, str], entry: bool) -> str:
    """A module as the body of a function that returns what it exports."""
    text = sources[name]
    lists = entry and not _DEFINED.search(text)  # what defines an element may make others
    exports = [(found[2], found[2]) for found in _EXPORTED.finditer(text)]
    text = _IMPORT.sub(lambda found: _taken(name, found, sources if lists else {}), text)
    text = _EXPORTED.sub(r"\1 \2", text)
    if _DEFAULT.search(text):
        text = _DEFAULT.sub("const defaulted = ", text)
        exports.append(("default", "defaulted"))
    left = _LEFT.search(text) or next((line for line in _CODE.finditer(text) if len(_TICK.findall(line[0])) % 2), None)
    if left:
        raise Unjoinable(f"{name}: {left[0].strip()}")
    returned = ", ".join(inner if inner == outer else f"{outer}: {inner}" for outer, inner in exports)
    return f"{text.replace(_META, 'meta')}\nreturn {{ {returned} }};"


def _taken(name: str, found: re.Match[str], sources: Mapping[str, str]) -> str:
    """What stands for an import; of a module in ``sources`` that is only run and defines an element, where the page has it."""
    default, names, all, path = found.groups()
    source = f'held["{_resolved(name, path)}"]'
    if not (default or names or all):
        elements = _DEFINED.findall(sources.get(_resolved(name, path), ""))
        return (
            f"""if (document.querySelector("{", ".join(elements)}")) void {source};"""
            if elements
            else f"void {source};"
        )
    if default:
        return f"const {default} = {source}.default;"
    if all:
        return f"const {all} = {source};"
    renamed = _AS.sub(": ", names or "")
    return f"const {{{renamed}}} = {source};" if names else f"void {source};"


def _ordered(entry: str, sources: Mapping[str, str]) -> tuple[str, ...]:
    """The module and all that it imports, each after what it imports."""
    done: dict[str, None] = {}
    open: list[str] = []

    def visit(name: str) -> None:
        if name in done:
            return
        if name in open:
            raise Unjoinable(f"{' → '.join([*open, name])}: a circle")
        open.append(name)
        for other in _imported(name, sources):
            visit(other)
        open.pop()
        done[name] = None

    visit(entry)
    return tuple(done)


def _imported(name: str, sources: Mapping[str, str]) -> list[str]:
    if name not in sources:
        raise Unjoinable(f"{name}: not there")
    return [_resolved(name, found[4]) for found in _IMPORT.finditer(sources[name])]


def _resolved(name: str, path: str) -> str:
    return posixpath.normpath(posixpath.join(posixpath.dirname(name), path))


@cache
def _style(name: str) -> str:
    made = rcssmin.cssmin(with_elder((ASSETS / "css" / f"{name}.css").read_text(encoding="utf-8")))
    assert isinstance(made, str)  # text for text
    return f"{made.strip()}\n"


def _small(text: str) -> str:
    """A script without remarks and indents that fill whole lines.

    That is half of what a minifier saves, and all that can be done without reading the language: rjsmin and tdewolff-minify
    both changed what these scripts do (spaces in templates, a constant used before it is there).
    """
    return _INDENT.sub("", _ONE_LINE.sub("", _REMARK.sub("", text)))
