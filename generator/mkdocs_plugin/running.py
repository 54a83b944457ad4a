"""Running MkDocs: its settings looked at, a site built, a site served; what it says and raises told as Problems."""

import datetime
import logging
import re
import socket
import traceback
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from typing import Any

from jinja2 import TemplateNotFound
from mkdocs.commands.build import build as mkdocs_build
from mkdocs.commands.serve import serve as mkdocs_serve
from mkdocs.config.defaults import MkDocsConfig
from mkdocs.exceptions import Abort, MkDocsException

from generator.gate import NO_ROOM, Refusal, Terminated, Unread, gate, named, printable, words
from generator.impact.builds import Built
from generator.library.pages import SETTINGS, read_settings
from generator.mkdocs_plugin.plugin import DAY, PufaPlugin
from generator.mkdocs_plugin.words import of_page, of_setting, while_serving
from generator.problems import Place, Problem, Problems, Severity
from generator.site.compile import Progress, silent

_HINT = "检查 mkdocs.yml 与 docs/。"
#: How the plugin's own lines begin, which are Chinese.
_OWN = "pufa: "
#: Fields of the theme with the form that its templates take, and settings whose entries are text; MkDocs does not look.
_OF_THEME: Mapping[str, tuple[tuple[type, ...], str]] = {
    **dict.fromkeys(("language", "favicon", "logo", "direction"), ((str,), "一行文字，如 language: zh")),
    "features": ((list,), "列表：每行“- 功能的名字”"),
    "palette": ((list, dict), "字段表，或者每种配色一项的列表"),
    "icon": ((dict,), "字段表（名称: 图标）"),
}
_NAMES = ("extra_css", "extra_templates")
#: Settings that leave files out, and files of each kind without which no page works.
_LEFT_OUT = ("exclude_docs", "draft_docs")
_NEEDED = ("assets/pufa/css/theme.css", "assets/pufa/js/base.js", "search/index.json", "search/p/0.bin", "index.md")
_CLOCK = re.compile(r"^\[\d\d:\d\d:\d\d\] ")
_SETTING = re.compile(r"Config value '(.*?)': (.*)", re.DOTALL)


class _Ear(logging.Handler):
    """Hears what MkDocs logs, and hands it on instead of printing it."""

    def __init__(self, tell: Callable[[int, str], None]) -> None:
        super().__init__()
        self._tell = tell

    def emit(self, record: logging.LogRecord) -> None:
        """Hand on one record: its level and what it says, with the name of who says it where that is the plugin."""
        self._tell(record.levelno, record.getMessage())


@contextmanager
def _going_on() -> Iterator[None]:
    """Within it, an exit is a fault: ``sys.exit(0)`` in a hook would leave no site and say nothing."""
    try:
        yield
    except (Terminated, MkDocsException):  # MkDocs ends itself so, too
        raise
    except SystemExit as end:
        raise Unread(f"hooks 或者别的插件自己结束了运行（退出码 {end.code}）") from end


@contextmanager
def _hearing(tell: Callable[[int, str], None], level: int) -> Iterator[None]:
    """Within it, what MkDocs logs goes to ``tell`` alone."""
    logger, ear = logging.getLogger("mkdocs"), _Ear(tell)
    before = logger.level, logger.propagate
    logger.addHandler(ear)
    logger.setLevel(level)
    logger.propagate = False
    try:
        yield
    finally:
        logger.removeHandler(ear)
        logger.setLevel(before[0])
        logger.propagate = before[1]


def check_settings(root: Path, problems: Problems, **given: Any) -> MkDocsConfig | None:
    """mkdocs.yml as MkDocs takes it, with ``given`` in place of what stands there; None and Problems where it does not take it."""
    found = Problems()
    settings = read_settings(root, found)
    config = None
    if settings is None or found.blocking():
        # MkDocs waits for a pipe and ends in a traceback else.
        found.error(Place(SETTINGS), "E701", "MkDocs 未能生成网站：mkdocs.yml 读不了", "照列出的问题改 mkdocs.yml。")
    else:
        with (
            gate(settings.at, found, "E204", "看 MkDocs 的说明，或者删去新加的设置。", "mkdocs.yml 的设置不对"),
            _hearing(lambda level, said: None, logging.CRITICAL),
            _going_on(),
        ):
            config = MkDocsConfig(config_file_path=str(root / SETTINGS))
            with (root / SETTINGS).open("rb") as file:
                config.load_file(file)
            config.load_dict(given)
            faults, warnings = config.validate()
            for name, (forms, said) in _OF_THEME.items():
                if not isinstance(config.theme.get(name) or forms[0](), forms):
                    at = settings.place(("theme", name))
                    found.error(at, "E204", f"“theme.{name}”应为{said}", "照这样改，或者删去这一项。")
            for name in _NAMES:
                for place, entry in enumerate(config[name] if isinstance(config[name], list) else ()):
                    if not isinstance(entry, str):
                        at = settings.place((name, place))
                        found.error(at, "E204", of_setting(name, ""), "每行写一个文件的名字。")
            for name in _LEFT_OUT:
                out = [
                    file for file in _NEEDED if hasattr(config[name], "match_file") and config[name].match_file(file)
                ]
                if out:
                    message = f"“{name}”连网站自己的网页和文件也排除了，如 {out[0]}"
                    found.error(settings.place((name,)), "E204", message, "把式样写得窄些，只写 docs/ 里不发布的文件。")
            for name, fault in faults:
                found.error(settings.place((name,)), "E204", of_setting(name, str(fault)), "看 MkDocs 的说明改这一项。")
            for name, said in warnings:
                found.warning(settings.place((name,)), "W701", of_setting(name, said), "改正名称，或者删去它。")
            if not faults and not isinstance(config.plugins.get("pufa"), PufaPlugin):
                message = "MkDocs 未能生成网站：mkdocs.yml 的 plugins 里没有 pufa"
                found.error(settings.place(("plugins",)), "E701", message, "在 plugins 下加一行“- pufa”。")
    problems.extend(found)
    return None if found.blocking() else config


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
        The problems found, and whether the site is whole.  A failure of MkDocs itself is a Problem too.  Where mkdocs.yml says
        ``strict``, warnings are errors.
    """
    told = Problems()
    config = check_settings(root, told, site_dir=str(out))
    if config is None:
        return told, False
    plugin = config.plugins["pufa"]
    assert isinstance(plugin, PufaPlugin)
    config.extra |= {} if as_of is None else {DAY: as_of}
    # MkDocs would end at the first warning, with a line that says how many there are.
    grave, config.strict = config.strict, False
    plugin.strict, plugin.progress, plugin.earlier = strict or grave, progress, earlier
    fault: Problem | None = None
    with _hearing(lambda level, said: told.extend(_heard(level, said)), logging.WARNING):
        try:
            with _going_on():
                config.plugins.on_startup(command="build", dirty=False)
                mkdocs_build(config)
        except (MkDocsException, Abort) as error:
            reason = error.__context__ or error  # MkDocs ends with less than it knows
            fault = Problem(Place(SETTINGS), "E701", f"MkDocs 未能生成网站：{reason}", _HINT)
        except Exception as error:
            fault = _failure(error, root, out)
    problems = Problems()
    problems.extend(dict.fromkeys((*told, *plugin.problems)))
    if fault is not None and not problems.blocking(strict or grave):
        problems.extend([fault])
    if grave:
        problems = Problems([replace(problem, severity=Severity.ERROR) for problem in problems])
    return problems, fault is None and not problems.blocking(strict)


def _heard(level: int, said: str) -> Iterator[Problem]:
    if said.startswith(_OWN):
        return  # the plugin holds its problems itself
    file, message = of_page(said)
    if level >= logging.ERROR:
        yield Problem(Place(file), "E701", f"MkDocs 未能生成网站：{message}", _HINT)
    else:
        yield Problem(
            Place(file), "W701", message, "改正它，或者在 mkdocs.yml 的 validation 里写明不查。", Severity.WARNING
        )


def _failure(error: Exception, root: Path, out: Path) -> Problem:
    """What MkDocs or one of its libraries raised, with the file it names.  Raises it again where it is no fault of the project's.

    What the theme's templates meet comes from mkdocs.yml (``features: 5``) or from hooks.
    """
    if isinstance(error, TemplateNotFound):
        return Problem(Place(SETTINGS), "E701", f"MkDocs 未能生成网站：主题里没有 {printable(str(error.name))}", _HINT)
    file = named(error, SETTINGS, root)
    frames = traceback.extract_tb(error.__traceback__)[1:]  # the first is of build_site
    code = [frame.filename for frame in frames if frame.filename.endswith(".py")]
    ours = any(Path(name).is_relative_to(Path(__file__).parent.parent) for name in code)
    template = next((frame for frame in reversed(frames) if frame.filename.endswith((".html", ".xml"))), None)
    if isinstance(error, OSError):
        ours = error.errno in NO_ROOM or str(error.filename).startswith(str(out))
    if ours and not isinstance(error, Unread):
        raise error
    if template is not None:
        where = f"{Path(template.filename).name} 第 {template.lineno} 行"
        message = f"MkDocs 未能生成网站：主题的模板用不了某一项设置（{printable(str(error))[:200]}；{where}）"
        return Problem(Place(SETTINGS), "E701", message, "看 mkdocs.yml 的 theme、extra 和 hooks 里新改的地方。")
    return Problem(Place(file), "E701", f"MkDocs 未能生成网站：{words(error)}", _HINT)


def serve_site(root: Path, address: str, as_of: datetime.date | None) -> None:
    """Serve the site at ``address`` (host:port) and rebuild it when a file changes, until interrupted.

    Raises:
        Refusal: MkDocs can't begin: the address is none of this machine's, mkdocs.yml can't be read.
    """
    problems = Problems()
    config = check_settings(root, problems)
    if config is None:
        raise Refusal(problems.blocking()[0])
    given: dict[str, Any] = {} if as_of is None else {"extra": {**config.extra, DAY: as_of}}
    closed = f"在 {printable(address)} 打不开网站："
    hint = "用 --address 127.0.0.1:8000 或别的端口。"
    try:
        _open(address)
        with _hearing(_serving, logging.INFO):
            mkdocs_serve(str(root / SETTINGS), dev_addr=address, **given)
    except (MkDocsException, Abort) as error:
        if check_settings(root, Problems(), dev_addr=address) is None:
            message = f"{closed}主机要写 localhost 或者 IP 地址"
            raise Refusal(Problem(Place(SETTINGS), "E701", message, hint)) from error
        raise Refusal(
            Problem(Place(SETTINGS), "E701", f"MkDocs 打不开网站：{error}", "检查 mkdocs.yml 与地址。")
        ) from error
    except (OSError, OverflowError, UnicodeError) as error:
        if getattr(error, "filename", None):
            raise
        raise Refusal(Problem(Place(SETTINGS), "E701", f"{closed}{words(error)}", hint)) from error


def _open(address: str) -> None:
    """Try the address for a moment: a site is not built first to be told that it can be served nowhere.

    Raises:
        OSError, UnicodeError: it can't be opened.
    """
    host, _, port = address.rpartition(":")
    family, kind, *_, where = socket.getaddrinfo(host.strip("[]"), int(port), type=socket.SOCK_STREAM)[0]
    with socket.socket(family, kind) as tried:
        tried.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        tried.bind(where)


def _serving(level: int, said: str) -> None:
    """Print what whoever serves a site need know."""
    said = _CLOCK.sub("", said)
    setting = _SETTING.fullmatch(said)
    if said.startswith(_OWN):
        line = said.removeprefix(_OWN)
    elif setting:
        # An address that is none ends the command, which tells it.
        line = "" if setting[1] == "dev_addr" else f"{SETTINGS}：{of_setting(setting[1], setting[2])}"
    else:
        line = while_serving(said)
        if not line and level >= logging.WARNING:
            line = "：".join(of_page(said))
    if line:
        print(line, flush=True)
