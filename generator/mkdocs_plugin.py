"""The MkDocs adapter: gives the site's pages to MkDocs as virtual files, and nothing else.

Only this module imports mkdocs, so that the day MkDocs ends only this module goes.
"""

import datetime
import logging
import traceback
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path, PurePosixPath
from typing import Any, Literal

from markupsafe import escape
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config import base, load_config
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from generator.gate import NO_ROOM, Refusal, named, printable, words
from generator.impact.builds import Built
from generator.keeping import names_below
from generator.legal.days import read_day
from generator.library.pages import SETTINGS, read_settings
from generator.problems import Place, Problem, Problems
from generator.reading.markdown_text import too_much
from generator.registry import ExtensionError, check_extensions
from generator.site import bundles, lost, theme
from generator.site.changed import changed_files
from generator.site.compile import Progress, compile_project, silent, site_files
from generator.site.context import Context
from generator.site.menu import empty_pages
from generator.site.page import Asset, Page
from generator.site.pages.scripts import sources
from generator.site.policy import policy
from generator.templating import ASSETS

log = get_plugin_logger("pufa")
#: In the site: the names of all its files, so that the next build leaves alone what others laid beside them.
FILES = "assets/pufa/files.txt"
#: Folders of a project whose changes rebuild the site while serving.
WATCHED = ("content", "quizzes")


#: Where the day of the command line stands in ``extra`` until the plugin takes it; it goes before that of mkdocs.yml.
_DAY = "pufa_as_of"


class PufaConfig(base.Config):  # type: ignore[no-untyped-call]
    """Options of the plugin in mkdocs.yml.

    ``as_of``: the day for which "in force" is meant (2026-08-15); today where it is left out.
    """

    as_of = option.Optional(option.Type((str, datetime.date)))


class PufaPlugin(BasePlugin[PufaConfig]):  # type: ignore[no-untyped-call]
    """Adds the generated pages, the search index and the theme's own parts to a MkDocs site."""

    def __init__(self) -> None:
        self.command: Literal["build", "gh-deploy", "serve"] = "build"
        self.strict = False
        self.progress: Progress = silent
        self.problems = Problems()
        self._context: Context | None = None
        self._pages: dict[str, Page] = {}
        self._day = datetime.date.min
        self.earlier: Built | None = None  # the build of which the page of changes tells

    def _as_of(self, config: MkDocsConfig) -> datetime.date:
        """The day of the command line, else the configured one, else today."""
        given = config.extra.pop(_DAY, None) or self.config.as_of
        if given is None:
            return datetime.date.today()  # noqa: DTZ011 - the reader's own calendar day is meant
        try:
            return read_day(str(given))
        except ValueError as reason:
            raise PluginError(f"mkdocs.yml 里 pufa 的 as_of“{given}”不是日期，{reason}") from None

    def on_startup(self, *, command: Literal["build", "gh-deploy", "serve"], dirty: bool) -> None:
        """Remember whether a site is built or tried out; a plugin that has this event lives through rebuilds."""
        self.command = command

    def on_config(self, config: MkDocsConfig) -> MkDocsConfig:
        """Compile the project, before MkDocs empties the folder it writes to.

        Raises:
            Abort: a site is being built and the content has errors; while serving they are only shown.
        """
        self.problems = Problems()
        root = Path(config.config_file_path).parent
        try:
            check_extensions(unknown=False)
        except ExtensionError as error:
            raise PluginError(str(error)) from None
        self._day = self._as_of(config)
        self._context = compile_project(root, self._day, self.problems, self.progress)
        for problem in self.problems.blocking(self.strict or config.strict):
            log.error("%s", problem)
        if self.command != "serve" and self.problems.blocking(self.strict or config.strict):
            raise Abort("内容有问题，没有生成网站。")
        folder = str(ASSETS / "templates" / "theme")
        if folder not in config.theme.dirs:
            config.theme.dirs.insert(0, folder)
        site = self._context.library.site
        config.site_name = site.name if "name" in site.model_fields_set else config.site_name
        if site.url and self.command != "serve":
            config.site_url = f"{site.url.rstrip('/')}/"
        config.extra["pufa"] = {
            "as_of": self._day.isoformat(),
            "site": site,
            "examples": _examples(site.tries),
            "early": bundles.early(),
            "bundles": partial(bundles.needed, bundles.bundles(sources())),
            "changes": self.earlier is not None,
            "policy": policy(site.hosts)
            if self.command != "serve"
            else "",  # `serve` puts a script of its own into pages
        }
        return config

    def on_files(self, files: Files, *, config: MkDocsConfig) -> Files:
        """Add pages and assets; a hand-written page at the same address wins."""
        assert self._context is not None
        self._pages = {}
        menu = {
            title: source for entry in config.nav or [] if isinstance(entry, dict) for title, source in entry.items()
        }
        empty = empty_pages(self._context.library)
        config.nav = [entry for entry in config.nav or [] if not _leads_to(entry, empty)] or config.nav
        sections: dict[str, list[dict[str, str]]] = {}
        written = {file.dest_uri for file in files}  # a.md and a/index.md have one address
        for made in self._made(self._context):
            if isinstance(made, Asset):
                files.append(File.generated(config, made.path, content=made.content))
                continue
            if made.section and made.path and "/" not in made.path and made.path not in empty:
                entry = {"title": made.title, "url": f"{made.path}/"}
                beside = sections.setdefault(made.section, [])
                beside.insert(0 if made.source in menu.values() else len(beside), entry)
            file = File.generated(config, made.source, content="")
            if file.dest_uri not in written:
                self._pages[made.source] = made
                files.append(file)
        config.extra["pufa"]["sections"] = {
            **{title: sections[title] for title in menu if title in sections},
            **sections,
        }
        self._context = None
        for file in [file for file in files if file.src_dir in config.theme.dirs and theme.unused(file.src_uri)]:
            files.remove(file)
        self._refuse_clashes(files)
        self.progress("写出网页")
        return files

    def _made(self, context: Context) -> Iterator[Page | Asset]:
        """Everything that is generated, with what changed since the earlier build."""
        kept: dict[str, bytes] = {}
        for made in site_files(context, self.progress):
            if isinstance(made, Asset) and self.earlier is not None and made.path.endswith(".json"):
                kept[made.path] = made.content
            yield made
        if self.earlier is not None:
            yield from changed_files(context.library, self.earlier, kept)

    def _refuse_clashes(self, files: Files) -> None:
        """Problems, and the end, where a file stands in the way of a folder: docs/conducts beside conducts/…"""
        names = {file.dest_uri: file for file in files}
        before = len(self.problems)
        for name in names:
            for parent in PurePosixPath(name).parents:
                blocking = names.get(parent.as_posix())
                if blocking is not None:
                    at = Place(f"docs/{blocking.src_uri}")
                    message = f"文件与网站的目录同名：{parent.as_posix()}/"
                    if all(problem.at != at for problem in self.problems):
                        self.problems.error(at, "E701", message, "给这个文件改个名字。")
        if len(self.problems) > before:
            raise Abort("docs/ 里的文件与网站的目录同名，没有生成网站。")

    def on_page_markdown(self, markdown: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Give a generated page its title and description, and every page its day."""
        page.update_date = self._day.isoformat()  # in the sitemap: the same content gives the same bytes
        made = self._pages.get(page.file.src_uri)
        if made is None:  # written by hand; while serving, also one that a build would refuse
            return "" if too_much(markdown) else markdown
        # MkDocs's templates do not escape, and both stand in attributes too.
        title, description = str(escape(made.title)), str(escape(made.description))
        page.meta = {
            "title": title,
            "description": description,
            "section": made.section,
            "focused": made.focused,
            "generated": True,
        }
        return ""

    def on_page_content(self, html: str, *, page: MkDocsPage, config: MkDocsConfig, files: Files) -> str:
        """Put in the body of a generated page."""
        made = self._pages.pop(page.file.src_uri, None)
        return html if made is None else made.body

    def on_post_build(self, *, config: MkDocsConfig) -> None:
        """Write what the site needs of the theme's styles, and list the files of the site."""
        site = Path(config.site_dir)
        (site / theme.PATH).write_text(theme.of_site(site, [Path(folder) for folder in config.theme.dirs]), "utf-8")
        names = sorted({*names_below(site), FILES})
        (site / FILES).write_text("".join(f"{name}\n" for name in names), encoding="utf-8")

    def on_post_template(self, output_content: str, *, template_name: str, config: MkDocsConfig) -> str:
        """The page for what is not there works in any folder; without ``site_url`` a map of the site would be empty."""
        if template_name == lost.NAME:
            return lost.anywhere(output_content, config.site_url)
        return "" if template_name.startswith("sitemap.xml") and not config.site_url else output_content

    def on_page_context(
        self, context: TemplateContext, *, page: MkDocsPage, config: MkDocsConfig, nav: Navigation
    ) -> TemplateContext:
        """The day that the site is of, for themes that show when it was built."""
        context["build_date_utc"] = datetime.datetime.combine(self._day, datetime.time(), datetime.UTC)
        return context

    def on_serve(
        self, server: LiveReloadServer, *, config: MkDocsConfig, builder: Callable[..., Any]
    ) -> LiveReloadServer:
        """Watch what people write."""
        root = Path(config.config_file_path).parent
        for folder in WATCHED:
            if (root / folder).is_dir():
                server.watch(str(root / folder))
        return server


def _leads_to(entry: object, pages: frozenset[str]) -> bool:
    """Whether an entry of the menu is one of the pages."""
    return isinstance(entry, dict) and all(
        source in {f"{page}/index.md" for page in pages} for source in entry.values()
    )


def _examples(tries: Sequence[str]) -> str:
    """（如 未批先建、法典1057）: the first and the last of the searches that the home page offers; empty where it offers none."""
    return f"（如 {'、'.join(dict.fromkeys((tries[0], tries[-1])))}）" if tries else ""


def build_site(
    root: Path,
    out: Path,
    as_of: datetime.date | None,
    strict: bool = False,
    progress: Progress = silent,
    earlier: Built | None = None,
) -> tuple[Problems, bool]:
    """Build the site of the project at ``root`` into the folder ``out``, which should be new; with ``earlier`` also what changed since.

    Returns:
        The problems found, and whether the site is whole.  A failure of MkDocs itself is a Problem too.
    """
    logging.getLogger("mkdocs").setLevel(logging.WARNING)
    logging.getLogger("mkdocs.plugins.pufa").setLevel(logging.CRITICAL)  # the caller prints the problems
    plugin: PufaPlugin | None = None
    unread = _unreadable(root)
    if unread is not None:
        return unread, False
    try:
        config = load_config(str(root / "mkdocs.yml"), site_dir=str(out))
        config.extra |= {} if as_of is None else {_DAY: as_of}
        found = config.plugins.get("pufa")
        if not isinstance(found, PufaPlugin):
            raise MkDocsException("mkdocs.yml 的 plugins 里没有 pufa")
        plugin = found
        plugin.strict, plugin.progress, plugin.earlier = strict, progress, earlier
        config.plugins.on_startup(command="build", dirty=False)
        mkdocs_build(config)
    except (MkDocsException, Abort) as error:
        problems = plugin.problems if plugin else Problems()
        if not problems.blocking(strict):
            reason = error.__context__ or error  # MkDocs ends with less than it knows
            problems.error(Place(SETTINGS), "E701", f"MkDocs 未能生成网站：{reason}", "检查 mkdocs.yml 与 docs/。")
        return problems, False
    except Exception as error:
        problems = plugin.problems if plugin else Problems()
        problems.extend([_failure(error, root, out)])
        return problems, False
    return plugin.problems, True


def _failure(error: Exception, root: Path, out: Path) -> Problem:
    """What MkDocs or one of its libraries raised, with the file it names.  Raises it again where it is no fault of the project's."""
    file = named(error, SETTINGS, root)
    frames = traceback.extract_tb(error.__traceback__)[1:]  # the first is of build_site
    ours = any(Path(frame.filename).is_relative_to(Path(__file__).parent) for frame in frames)
    if isinstance(error, OSError):
        ours = error.errno in NO_ROOM or str(error.filename).startswith(str(out))
    if ours:
        raise error
    return Problem(Place(file), "E701", f"MkDocs 未能生成网站：{words(error)}", "检查 mkdocs.yml 与 docs/。")


def _unreadable(root: Path) -> Problems | None:
    """What is wrong with mkdocs.yml where it can't be read at all: MkDocs waits for a pipe and ends in a traceback else."""
    problems = Problems()
    if read_settings(root, problems) is not None and not problems.blocking():
        return None
    problems.error(Place(SETTINGS), "E701", "MkDocs 未能生成网站：mkdocs.yml 读不了", "照列出的问题改 mkdocs.yml。")
    return problems


def serve_site(root: Path, address: str, as_of: datetime.date | None) -> None:
    """Serve the site at ``address`` (host:port) and rebuild it when a file changes, until interrupted.

    Raises:
        Refusal: MkDocs can't begin: the address is none of this machine's, mkdocs.yml can't be read.
    """
    unread = _unreadable(root)
    if unread is not None:
        raise Refusal(next(iter(unread)))
    try:
        file = str(root / SETTINGS)
        given: dict[str, Any] = {} if as_of is None else {"extra": {**load_config(file).extra, _DAY: as_of}}
        mkdocs_serve(file, dev_addr=address, **given)
    except (MkDocsException, Abort) as error:
        raise Refusal(
            Problem(Place(SETTINGS), "E701", f"MkDocs 打不开网站：{error}", "检查 mkdocs.yml 与地址。")
        ) from error
    except (OSError, OverflowError, UnicodeError) as error:
        if getattr(error, "filename", None):
            raise
        message = f"在 {printable(address)} 打不开网站：{words(error)}"
        raise Refusal(Problem(Place(SETTINGS), "E701", message, "用 --address 127.0.0.1:8000 或别的端口。")) from error
