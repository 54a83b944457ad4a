"""The plugin: gives the site's pages to MkDocs as virtual files, and nothing else."""

import datetime
from collections.abc import Callable, Iterator, Sequence
from functools import partial
from pathlib import Path
from typing import Any, Literal

from markupsafe import escape
from mkdocs.config import base
from mkdocs.config import config_options as option
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException, PluginError
from mkdocs.livereload import LiveReloadServer
from mkdocs.plugins import BasePlugin, get_plugin_logger
from mkdocs.structure.files import File, Files
from mkdocs.structure.nav import Navigation
from mkdocs.structure.pages import Page as MkDocsPage
from mkdocs.utils.templates import TemplateContext

from generator.gate import named, words
from generator.impact.builds import Built
from generator.keeping import names_below
from generator.legal.days import read_day
from generator.problems import Problems
from generator.reading.markdown_text import too_much
from generator.registry import ExtensionError, check_extensions
from generator.site import bundles, lost, theme
from generator.site.changed import changed_files
from generator.site.clash import clashes
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
DAY = "pufa_as_of"


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
        given = config.extra.pop(DAY, None) or self.config.as_of
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
        found = list(clashes({file.dest_uri: file.src_uri for file in files}))
        self.problems.extend(found)
        if found:
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
        """Watch what people write, and tell in words what breaks a rebuild: MkDocs prints a traceback."""
        server.builder = partial(_rebuilt, builder)
        root = Path(config.config_file_path).parent
        for folder in WATCHED:
            if (root / folder).is_dir():
                server.watch(str(root / folder))
        return server


def _rebuilt(builder: Callable[[], Any]) -> None:
    try:
        builder()
    except Abort:
        raise
    except Exception as error:  # the one place where all exceptions are meant
        known = isinstance(error, PluginError) or not isinstance(error, MkDocsException)
        told = (str(error) if isinstance(error, PluginError) else words(error)) if known else "读不了或者填得不对"
        raise Abort(f"网站没有生成：{named(error, 'mkdocs.yml')}：{told}") from error


def _leads_to(entry: object, pages: frozenset[str]) -> bool:
    """Whether an entry of the menu is one of the pages."""
    return isinstance(entry, dict) and all(
        source in {f"{page}/index.md" for page in pages} for source in entry.values()
    )


def _examples(tries: Sequence[str]) -> str:
    """（如 未批先建、法典1057）: the first and the last of the searches that the home page offers; empty where it offers none."""
    return f"（如 {'、'.join(dict.fromkeys((tries[0], tries[-1])))}）" if tries else ""
