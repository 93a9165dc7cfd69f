"""The command ``nirdesh`` with its commands."""

from __future__ import annotations

import logging
import os
import sys
from typing import Annotated, Any

import typer
from typer.core import TyperGroup

from nirdesh import __version__
from nirdesh.cli import (
    convert,
    dates,
    due,
    entities,
    evaluate,
    explore,
    export,
    load,
    models,
    normalise,
    people,
    person,
    query,
    run,
    schema,
    show,
    timeline,
)
from nirdesh.cli.terminal import complain
from nirdesh.errors import RESUMABLE, NirdeshError


class _Group(TyperGroup):
    """Turns errors that nirdesh raises on purpose into one line and an exit code."""

    def invoke(self, ctx: Any) -> Any:
        try:
            return super().invoke(ctx)
        except NirdeshError as error:
            complain(error)
            raise typer.Exit(3 if error.code in RESUMABLE else 2) from error
        except BrokenPipeError as error:
            # Whoever read our output has gone (`| head`); nothing may be written at exit either.
            os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
            raise typer.Exit(141) from error
        except OSError as error:
            reason = f"{error.filename or 'A file'}: {error.strerror or error}."
            complain(NirdeshError("unusable-file", reason, hint="Check the path and its rights."))
            raise typer.Exit(2) from error
        except KeyboardInterrupt as error:
            typer.echo("Stopped. The same command goes on from here.", err=True)
            raise typer.Exit(130) from error


app = typer.Typer(
    name="nirdesh",
    cls=_Group,
    no_args_is_help=True,
    rich_markup_mode="rich",
    pretty_exceptions_enable=False,
    context_settings={"help_option_names": ["-h", "--help"]},
    epilog="निर्देश: Hindi press reports in, structured records out. Start with [bold]nirdesh run FILE[/bold].",
)


def _version(asked: bool) -> None:
    if asked:
        typer.echo(f"nirdesh {__version__}")
        raise typer.Exit


@app.callback()
def main(
    version: Annotated[
        bool, typer.Option("--version", help="Print the version.", callback=_version, is_eager=True)
    ] = False,
    verbose: Annotated[bool, typer.Option("--verbose", "-v", help="Tell what the libraries log.")] = False,
) -> None:
    """Structured records of directives, assignments, people, dates and places from Hindi press reports."""
    logging.basicConfig(
        level=logging.INFO if verbose else logging.CRITICAL, format="%(name)s: %(message)s", stream=sys.stderr
    )


for module in (
    run,
    show,
    load,
    people,
    query,
    timeline,
    person,
    due,
    explore,
    export,
    evaluate,
    schema,
    models,
    dates,
    entities,
    normalise,
    convert,
):
    module.register(app)
