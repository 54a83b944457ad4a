"""What is not content but is published with it: the pages and files in docs/, mkdocs.yml, and where guides lead.

MkDocs reads these itself, and ends in a traceback, hangs or loads from other hosts where they are not as it thinks.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any

from generator.gate import gate, printable
from generator.kinds import Record
from generator.kinds._site import Site
from generator.legal.days import read_day
from generator.problems import Place, Problem, Problems
from generator.reading import Marked, below, is_folder, leads_out, named_for_all, read_yaml
from generator.reading.files import read_text, relative, report_odd
from generator.reading.markdown_text import host_of, outward, outward_file, too_much, usable

SETTINGS = "mkdocs.yml"
PAGES = "docs"
_HEAVY = "分成几段或几页；代码放进 ``` 围起来的代码块。"
#: Files beside the pages from which a browser loads more.
_LOADING = {".html", ".htm", ".xhtml", ".svg", ".css", ".js", ".mjs"}
#: Settings that hold addresses of other hosts and load nothing: where the site itself stands, and where its source is edited.
_OWN = ("site_url", "edit_uri")


def check_pages(root: Path, site: Site, problems: Problems) -> None:
    """Record what is wrong with docs/ and mkdocs.yml of the project at ``root``."""
    settings = read_settings(root, problems)
    hosts = _allowed(site, settings)
    if settings is not None:
        problems.extend(_settings_outward(settings, hosts))
        problems.extend(_settings_day(settings))
        if settings.value.get("docs_dir", PAGES) != PAGES:
            message = f"docs_dir 只能是 {PAGES}：手写的网页都放在那里，pufa 检查的也是那里"
            problems.error(settings.place(("docs_dir",)), "E204", message, f"删去 docs_dir，把网页移到 {PAGES}/ 里。")
        problems.extend(_settings_target(settings, root))
    extensions = usable(_extensions(settings))
    folder = root / PAGES
    if not is_folder(root, folder, problems):
        return
    for path in below(root, folder, problems):
        if leads_out(root, path, problems) or path.is_dir():
            continue
        at = Place(relative(root, path))
        if printable(path.name) != path.name:
            problems.error(at, "E101", "文件名里有不是 UTF-8 的字节或看不见的字符", "改成平常的文件名。")
        elif not named_for_all(root, path, problems):
            continue
        elif not path.is_file():
            problems.error(at, "E101", "这不是文件，是管道或设备", "移走它；docs/ 里只放文件。")
        elif path.suffix.lower() in {".md", ".markdown"}:
            _page(root, path, hosts, extensions, problems)
        elif path.suffix.lower() in _LOADING:
            _file(root, path, hosts, problems)


def check_leads(records: Iterable[Record], site: Site, root: Path, problems: Problems) -> None:
    """Record the links and images of guides and of notes that lead to other hosts."""
    hosts = _allowed(site, read_settings(root, Problems()))
    for record in records:
        for name in ("body", "note"):
            text = getattr(record, name, None)
            if isinstance(text, str) and ("//" in text or "\\" in text or ":" in text) and not too_much(text):
                first = record.place(name)
                problems.extend(_leads(text, first.file, first.line - 1, hosts, problems))


def _page(root: Path, path: Path, hosts: frozenset[str], extensions: Sequence[str], problems: Problems) -> None:
    text = read_text(root, path, problems)
    if text is None:
        return
    file = relative(root, path)
    if "\0" in text:
        problems.error(
            Place(file, text[: text.index("\0")].count("\n") + 1), "E109", "有看不见的字符：U+0000", "删去它。"
        )
    report_odd(text.replace("\0", " "), file, 0, problems, grave=False)
    heavy = too_much(text)
    if heavy:
        problems.error(Place(file, heavy[0]), "E110", heavy[1], _HEAVY)
    else:
        problems.extend(_leads(text, file, 0, hosts, problems, extensions))


def _file(root: Path, path: Path, hosts: frozenset[str], problems: Problems) -> None:
    """A file that is published as it is, in whatever encoding, and loads what it names."""
    file = relative(root, path)
    with gate(Place(file), problems, saying="文件读不了"):
        text = path.read_bytes().decode("utf-8", "replace")
        for line, address, host in outward_file(text, path.suffix.lower()):
            if not _is_allowed(host, hosts):
                problems.extend([_outside(Place(file, line), address, host)])


def _leads(
    text: str, file: str, above: int, hosts: frozenset[str], problems: Problems, extensions: Sequence[str] = ()
) -> list[Problem]:
    found: list[Problem] = []
    with gate(Place(file), problems, "E110", _HEAVY, "这一页转换不了"):
        for line, address, host in outward(text, extensions):
            if not _is_allowed(host, hosts):
                found.append(_outside(Place(file, line + above), address, host))
    return found


def _outside(at: Place, address: str, host: str) -> Problem:
    message = f"链接或图片指向别的网站：{printable(address)[:80]}"
    return Problem(
        at, "E111", message, f"图片存到 docs/ 里；确要链接的，在 content/site.yml 的 hosts 里写上 {printable(host)}。"
    )


def _is_allowed(host: str, hosts: frozenset[str]) -> bool:
    """Whether a host, or one of which it is a part, may be led to."""
    parts = host.split(".")
    return any(".".join(parts[at:]) in hosts for at in range(len(parts)))


def _allowed(site: Site, settings: Marked | None) -> frozenset[str]:
    """Hosts that may be led to: those that site.yml allows, and the site's own."""
    given = settings.value.get("site_url") if settings is not None else None
    own = {host_of(address) for address in (given, site.url) if isinstance(address, str)}
    return frozenset({host.lower() for host in site.hosts} | own) - {""}


def served_from(root: Path) -> str | None:
    """The address that mkdocs.yml says the site is served from."""
    settings = read_settings(root, Problems())
    given = settings.value.get("site_url") if settings is not None else None
    return given if isinstance(given, str) and host_of(given) else None


def read_settings(root: Path, problems: Problems) -> Marked | None:
    """mkdocs.yml with its places; None where there is none or it can't be read, which is a Problem."""
    path = root / SETTINGS
    if not os.path.lexists(path):
        return None
    marked = read_yaml(root, path, problems)
    if marked is not None and not isinstance(marked.value, dict):
        problems.error(marked.at, "E204", "mkdocs.yml 应为字段表（名称: 值）", "每行写成 字段: 值。")
        return None
    return marked


def _extensions(settings: Marked | None) -> Iterator[str]:
    """Names of the extensions that mkdocs.yml has pages converted with."""
    given = settings.value.get("markdown_extensions") if settings is not None else None
    for entry in given if isinstance(given, list | Mapping) else ():
        yield from (str(name) for name in (entry if isinstance(entry, Mapping) else [entry]))


def _settings_outward(settings: Marked, hosts: frozenset[str]) -> Iterator[Problem]:
    """Settings from which pages load scripts, styles, fonts or counts of other hosts."""
    loaded = {name: value for name, value in settings.value.items() if name not in _OWN}
    for path, text in _texts(loaded):
        for _, address, host in outward(f"<a href='{text}'>") if "//" in text else ():
            if not _is_allowed(host, hosts):
                yield _outside(settings.place(path), address, host)
    theme = settings.value.get("theme")
    font = theme.get("font") if isinstance(theme, dict) else None
    if font and not _is_allowed("fonts.googleapis.com", hosts):
        yield _outside(settings.place(("theme", "font")), "https://fonts.googleapis.com", "fonts.googleapis.com")


def _settings_target(settings: Marked, root: Path) -> Iterator[Problem]:
    """E204 where ``mkdocs build`` would write into what people wrote, or over it: it empties the folder first."""
    given = settings.value.get("site_dir", "site")
    if not isinstance(given, str):
        return  # MkDocs says so
    target = Path(os.path.realpath(root / given))
    for name in (PAGES, "content", "quizzes", "texts"):
        folder = Path(os.path.realpath(root / name))
        if folder.is_relative_to(target) or target.is_relative_to(folder):
            message = f"site_dir 不能是“{printable(given)}”：网站会写进 {name}/，里面的文件会被清空或者当成网页"
            yield Problem(settings.place(("site_dir",)), "E204", message, "删去 site_dir，或者写成 site_dir: site。")
            return


def _settings_day(settings: Marked) -> Iterator[Problem]:
    """E204 where the day for which the site is built is none."""
    for path, given in _given_days(settings.value.get("plugins")):
        try:
            read_day(str(given))
        except ValueError as reason:
            yield Problem(
                settings.place(path),
                "E204",
                f"pufa 的 as_of“{printable(str(given))}”不是日期，{reason}",
                "日期写成 2026-08-15。",
            )


def _given_days(plugins: Any) -> Iterator[tuple[tuple[str | int, ...], Any]]:
    entries = enumerate(plugins) if isinstance(plugins, list) else [(None, plugins)]
    for index, entry in entries:
        options = entry.get("pufa") if isinstance(entry, Mapping) else None
        if isinstance(options, Mapping) and options.get("as_of") is not None:
            yield ("plugins", *(() if index is None else (index,)), "pufa", "as_of"), options["as_of"]


def _texts(value: Any, path: tuple[str | int, ...] = ()) -> Iterator[tuple[tuple[str | int, ...], str]]:
    if isinstance(value, str):
        yield path, value
    elif isinstance(value, Mapping):
        for key, part in value.items():
            yield from _texts(part, (*path, str(key)))
    elif isinstance(value, list):
        for index, part in enumerate(value):
            yield from _texts(part, (*path, index))
