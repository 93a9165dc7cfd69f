"""The command line's reference as Markdown: ``python -m nirdesh.cli.reference``."""

from __future__ import annotations

import inspect
import sys
from collections.abc import Callable, Iterator
from enum import Enum
from typing import Any, get_args, get_type_hints

import regex
import typer
from typer.models import ArgumentInfo, OptionInfo

_TAG = regex.compile(r"(?<!\\)\[/?[a-z ]+\]")
_HEAD = """# Command line

Made from the commands themselves by `python -m nirdesh.cli.reference`; a test keeps it current.
Every command answers `--help`; `nirdesh --install-completion` sets up completion for your shell.
"""


def reference() -> str:
    """Every command with its help, arguments, options and examples."""
    from nirdesh.cli.app import app

    sections = [_HEAD, *(_section(path, text, function) for path, text, function in commands(app))]
    return "\n".join(sections).rstrip() + "\n"


def commands(app: typer.Typer, path: str = "nirdesh") -> Iterator[tuple[str, str, Callable[..., Any]]]:
    """Path, help and function of every command, groups opened."""
    for command in app.registered_commands:
        if command.callback is not None:
            yield f"{path} {command.name}", str(command.help), command.callback
    for group in app.registered_groups:
        if group.typer_instance is not None:
            yield from commands(group.typer_instance, f"{path} {group.name}")


def examples(text: str) -> list[str]:
    """The example lines of a command's help.

    Example:
        >>> examples("Do it.\\n\\n\\b\\n[bold]Examples[/bold]\\n[cyan]nirdesh run a.txt[/cyan]")
        ['nirdesh run a.txt']
    """
    return _plain(text).partition("\b\nExamples\n")[2].strip().splitlines()


def _section(path: str, text: str, function: Callable[..., Any]) -> str:
    rows, arguments, options = [], [], 0
    hints = get_type_hints(function, include_extras=True)
    for name, parameter in inspect.signature(function).parameters.items():
        kind, info = get_args(hints[name])[:2]
        if isinstance(info, ArgumentInfo):
            many = "..." if "list" in str(kind) else ""
            word = f"{info.metavar or name.upper()}{many}"
            arguments.append(word if parameter.default is parameter.empty else f"[{word}]")
            shown = (info.metavar or name.upper()).replace("|", r"\|")
            rows.append(f"| `{shown}` | | {_plain(info.help or '')} |")
        elif isinstance(info, OptionInfo):
            options += 1
            rows.append(_option(name, kind, info, parameter.default))
    description = _plain(text).partition("\b\n")[0].strip()
    lines = [f"## {path}", "", f"`{' '.join([path, *arguments, *(['[OPTIONS]'] if options else [])])}`", ""]
    lines += [description, ""]
    if rows:
        lines += ["| | default | |", "|---|---|---|", *rows, ""]
    prompts = [line if line.startswith("#") else f"$ {line}" for line in examples(text)]
    return "\n".join([*lines, "```console", *prompts, "```", ""])


def _option(name: str, kind: Any, info: OptionInfo, default: object) -> str:
    # Typer keeps the first name as the default until it builds the command.
    given = [name for name in (info.default, *(info.param_decls or ())) if isinstance(name, str)]
    names = sorted(given or [f"--{name.replace('_', '-')}"], key=len)
    value = ""
    if inspect.isclass(kind) and issubclass(kind, Enum):
        value = " " + r"\|".join(str(item.value) for item in kind)
    elif kind is not bool:
        value = f" {info.metavar or 'N'}"
    shown = getattr(default, "value", default)
    hidden = shown is None or isinstance(shown, bool) or default is inspect.Parameter.empty
    return f"| `{', '.join(names)}{value}` | {'' if hidden else f'`{shown}`'} | {_plain(info.help or '')} |"


def _plain(text: str) -> str:
    return str(_TAG.sub("", text)).replace(r"\[", "[")


if __name__ == "__main__":
    sys.stdout.buffer.write(reference().encode())
