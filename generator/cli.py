"""The command line: gathers the commands and nothing else."""

from collections.abc import Sequence
from importlib.metadata import version
from typing import Annotated

import typer

from generator.commands._base import COMMANDS, Command
from generator.commands._chinese import speak_chinese
from generator.commands._gate import guarded

_HELP = "普法：把法规、责任清单和普法材料编成可搜索的网站、题库和试卷。"
#: Commands of two words stand in a group of the first.
_GROUPS = {
    "blueprint": "组卷方案：列出、新写、写成 Excel 表、从表里读回来。",
    "import": "带入：把法规、清单、试题从手头的文件读进来。",
}


def make_app(words: Sequence[str] = ()) -> typer.Typer:
    """The application with all commands, in Chinese.

    Args:
        words: what was typed.  Where it begins with a command of the house, the application has that one alone: loading the
            others, and the libraries that they need, would take as long as the command itself.
    """
    speak_chinese()
    app = _typer("pufa", _HELP)
    app.callback()(_before)
    groups: dict[str, typer.Typer] = {}
    for command in _typed(words) or COMMANDS.all():
        examples = "\b\n例：\n" + "\n".join(f"  {line}" for line in command.examples)
        first, _, second = command.name.partition(" ")
        if second and first not in groups:
            groups[first] = _typer(first, _GROUPS[first])
            app.add_typer(groups[first])
        home = groups[first] if second else app
        home.command(second or first, help=command.help, epilog=examples, options_metavar="[选项]")(
            guarded(command.run)
        )
    return app


def _typed(words: Sequence[str]) -> tuple[Command, ...]:
    found = (COMMANDS.named(" ".join(words[:count])) for count in (2, 1) if len(words) >= count)
    return tuple(command for command in found if command)[:1]


def _version(wanted: bool) -> None:
    if wanted:
        print(f"pufa {version('pufa')}")
        raise typer.Exit


def _before(
    version: Annotated[
        bool, typer.Option("--version", help="显示版本并退出。", callback=_version, is_eager=True)
    ] = False,
) -> None:
    """Options of the application itself."""


def _typer(name: str, help: str) -> typer.Typer:
    return typer.Typer(
        name=name,
        help=help,
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        suggest_commands=False,  # click does, in words that can be Chinese
        options_metavar="[选项]",
        subcommand_metavar="命令 [参数]…",
        context_settings={"help_option_names": ["--help", "-h"]},
    )
