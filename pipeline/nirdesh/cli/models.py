"""``nirdesh models``: what the engines run on."""

from __future__ import annotations

from enum import StrEnum
from pathlib import Path
from typing import Annotated

import typer

from nirdesh.cli.terminal import add, console
from nirdesh.errors import NirdeshError

LIST = """
nirdesh models list
"""
VERIFY = """
nirdesh models verify && nirdesh run reports/ -o out
"""
DOWNLOAD = """
# The models of a release, from the web or from a file
nirdesh models download --from https://example.org/nirdesh-models-0.1.0.tar.gz
nirdesh models download --from nirdesh-models-0.1.0.tar.gz --to ~/nirdesh-models
# Stanza's own Hindi package, to compare with
nirdesh models download stanza
"""


def list_models() -> None:
    """List the models with version, size, licence and figures."""
    from rich.table import Table

    from nirdesh.analyse.models import list_models as all_models
    from nirdesh.analyse.models import models_folder

    table = Table(title=f"Models in {models_folder()}", title_justify="left")
    for name in ("model", "version", "MB", "licence", "figures", "state"):
        table.add_column(name, justify="right" if name == "MB" else "left", overflow="fold")
    for model in all_models():
        figures = ", ".join(f"{name} {value:.3g}" for name, value in model.figures.items())
        size = f"{model.size / 1_000_000:.1f}" if model.size else ""
        table.add_row(model.name, model.version, size, model.licence, figures, model.problem or "whole")
    console().print(table)


def verify() -> None:
    """Check that the files of every model are those that its card names.

    Exit code: 0 all whole, 1 some missing or damaged, 2 none usable.
    """
    from nirdesh.analyse.models import list_models as all_models

    found = all_models()
    for model in found:
        typer.echo(f"{model.name}: {model.problem or 'whole'}")
    broken = sum(1 for model in found if model.problem)
    raise typer.Exit(0 if not broken else 1 if broken < len(found) else 2)


class What(StrEnum):
    """What can be fetched."""

    release = "release"
    stanza = "stanza"


def download(
    what: Annotated[
        What,
        typer.Argument(metavar="WHAT", help="release: our models; stanza: Stanza's official Hindi package."),
    ] = What.release,
    source: Annotated[
        str | None,
        typer.Option(
            "--from",
            metavar="ADDRESS",
            help="Archive of a release (.tar.gz or .zip), web address or file; for stanza a mirror.",
            show_default=False,
        ),
    ] = None,
    to: Annotated[
        Path | None,
        typer.Option(
            metavar="FOLDER",
            help="Where to put them; by default the folder of the models.",
            show_default=False,
        ),
    ] = None,
) -> None:
    """Fetch models. This is the only command that uses the network, and only if asked.

    Our own models are put where the engines look for them. Stanza's official package goes beside them, for
    comparing; the engine stanza runs on the package that ships with nirdesh.
    """
    from nirdesh.analyse.models import models_folder

    folder = models_folder(to)
    if what is What.stanza:
        from nirdesh.analyse.download import download_stanza

        place = download_stanza(folder / "stanza-official", base_url=source)
        typer.echo(f"Stanza's Hindi package is now in {place}.")
        return
    from nirdesh.cli.fetch import fetch_models

    if source is None:
        raise NirdeshError("no-address", "Where is the release?", hint="Add --from with its address or file.")
    names = fetch_models(source, folder)
    if not names:
        raise NirdeshError("no-model", f"{source} holds no model.", hint="Give the archive of a release.")
    typer.echo(f"{', '.join(names)} now in {folder}. Check with: nirdesh models verify")


def register(app: typer.Typer) -> None:
    """Add the commands."""
    group = typer.Typer(rich_markup_mode="rich", invoke_without_command=True)

    @group.callback()
    def models(context: typer.Context) -> None:
        """List, check and fetch the models that the engines run on."""
        if context.invoked_subcommand is None:
            list_models()

    add(group, "list", list_models, LIST)
    add(group, "verify", verify, VERIFY)
    add(group, "download", download, DOWNLOAD)
    app.add_typer(group, name="models")
