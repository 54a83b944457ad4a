"""The command line: gathers the commands and nothing else."""

import typer

import generator.commands as package
from generator import registry
from generator.commands._base import Command
from generator.commands._chinese import speak_chinese

_HELP = "普法：把环境法规、责任清单和普法材料编成可搜索的网站、题库和试卷。"


def make_app() -> typer.Typer:
    """The application with all commands, in Chinese."""
    speak_chinese()
    app = typer.Typer(
        name="pufa",
        help=_HELP,
        no_args_is_help=True,
        add_completion=False,
        rich_markup_mode=None,
        pretty_exceptions_enable=False,
        options_metavar="[选项]",
        subcommand_metavar="命令 [参数]…",
        context_settings={"help_option_names": ["--help", "-h"]},
    )
    for command in registry.constants(package, "COMMAND", Command):
        examples = "\b\n例：\n" + "\n".join(f"  {line}" for line in command.examples)
        app.command(command.name, help=command.help, epilog=examples, options_metavar="[选项]")(command.run)
    return app
