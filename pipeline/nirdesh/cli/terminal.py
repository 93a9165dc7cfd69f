"""What the commands share: help with examples, consoles, error lines."""

from __future__ import annotations

import inspect
from collections.abc import Callable
from typing import TYPE_CHECKING, Any, Final

import typer

from nirdesh.errors import NirdeshError, Problem

if TYPE_CHECKING:
    from rich.console import Console


def add(app: typer.Typer, name: str, function: Callable[..., Any], examples: str) -> None:
    """Register a command; its help is its docstring and its examples.

    Args:
        app: Where to add it.
        name: What users type.
        function: The command; its docstring's first paragraph is the short help.
        examples: Lines to try, comments with ``#``.
    """
    paragraphs = (inspect.getdoc(function) or "").split("\n\n")
    text = "\n\n".join(" ".join(paragraph.split()) for paragraph in paragraphs)
    lines = "\n".join(
        f"[dim]{_plain(line)}[/dim]" if line.startswith("#") else f"[cyan]{_plain(line)}[/cyan]"
        for line in inspect.cleandoc(examples).splitlines()
    )
    app.command(name, help=f"{text}\n\n\b\n[bold]Examples[/bold]\n{lines}")(function)


def _plain(line: str) -> str:
    return line.replace("[", r"\[")


def console(*, stderr: bool = False) -> Console:
    """A terminal to write tables to; files and pipes get plain text, as wide as it needs."""
    from rich.console import Console

    made = Console(stderr=stderr, highlight=False)
    if not made.is_terminal:
        made = Console(stderr=stderr, highlight=False, width=120)
    return made


_CONTROL: Final = dict.fromkeys((*range(9), *range(11, 32), *range(127, 160)), "\ufffd")


def safe(text: str) -> str:
    """``text`` without control characters, of the same length: a report must not steer the terminal.

    Example:
        >>> safe("क\x1b[31m")
        'क�[31m'
    """
    return text.translate(_CONTROL)


def complain(error: NirdeshError) -> None:
    """One error on standard error: what, where, what to do."""
    typer.secho(safe(f"nirdesh: {error}"), fg="red", err=True)


def warn(problem: Problem) -> None:
    """One problem row on standard error."""
    typer.echo(safe(f"{problem.source}: {problem.code}: {problem.message}"), err=True)
