"""``nirdesh export`` and ``nirdesh import``: to other tools, and reviews back."""

from __future__ import annotations

import json
from enum import StrEnum
from pathlib import Path
from typing import Annotated, Any

import typer

from nirdesh.cli.load import Database
from nirdesh.cli.questions import Modality
from nirdesh.cli.terminal import add, console
from nirdesh.errors import NirdeshError

EXPORT_EXAMPLES = """
# Tables for pandas, R or DuckDB
nirdesh export --to parquet -o tables/
# For FollowTheMoney tools
nirdesh export --to ftm -o entities.ftm.json
# Tasks for reviewers in Label Studio
nirdesh export --to label-studio -o tasks.json
# What reviewers settled, as gold for nirdesh evaluate
nirdesh export --to gold -o gold.jsonl
"""
IMPORT_EXAMPLES = """
# What came back from Label Studio, or from doccano
nirdesh import reviewed.json
nirdesh import reviewed.jsonl --who "R. Verma"
"""
CORRECT_EXAMPLES = """
nirdesh correct 82af9a58c7cb26b9 right --who "R. Verma"
nirdesh correct 82af9a58c7cb26b9 corrected --who "R. Verma" --modality order --note "a written order"
"""


class Target(StrEnum):
    """Formats of ``nirdesh.export.FORMATS``; a test keeps the two alike."""

    parquet = "parquet"
    csv = "csv"
    ftm = "ftm"
    popolo = "popolo"
    schema_org = "schema-org"
    web_annotation = "web-annotation"
    conllu = "conllu"
    docbin = "docbin"
    ics = "ics"
    label_studio = "label-studio"
    doccano = "doccano"
    gold = "gold"


class Verdict(StrEnum):
    """What a reviewer may say."""

    right = "right"
    wrong = "wrong"
    corrected = "corrected"


def export(
    to: Annotated[Target, typer.Option("--to", help="The format.", show_default=False)],
    db: Database = Path("nirdesh.db"),
    out: Annotated[
        Path | None,
        typer.Option("--out", "-o", metavar="PATH", help="File, or folder of tables.", show_default=False),
    ] = None,
) -> None:
    """Write the database in a format of other tools.

    What each format keeps and loses is told in docs/exports.md. Directives that a reviewer called wrong are
    left out, except from tables and review tasks, which tell the verdict.
    """
    from nirdesh.export import FORMATS
    from nirdesh.export import export as write
    from nirdesh.store import open_database

    _, _, what, usual = FORMATS[to.value]
    path = out or Path(usual)
    count = write(open_database(db), to.value, path)
    console().print(f"{count:,} {what} written to {path}", markup=False, soft_wrap=True)


def take_in(
    review: Annotated[
        Path, typer.Argument(metavar="FILE", help="Export of Label Studio or doccano.", show_default=False)
    ],
    db: Database = Path("nirdesh.db"),
    who: Annotated[
        str | None,
        typer.Option(metavar="NAME", help="The reviewer, if the file names none.", show_default=False),
    ] = None,
) -> None:
    """Take corrections of directives from Label Studio or doccano.

    They are kept beside the machine's output, with who and when, and stay when records are loaded again.
    """
    from nirdesh.export.review import read_review
    from nirdesh.store import open_database
    from nirdesh.store.corrections import correct

    if not review.is_file():
        raise NirdeshError("unreadable", f"There is no file {review}.", hint="Check the path.")
    found = list(read_review(open_database(db), review, who))
    new = correct(db, found)
    console().print(
        f"{new:,} new corrections of {len(found):,} read from {review}", markup=False, soft_wrap=True
    )


def correct(
    directive: Annotated[str, typer.Argument(metavar="ID", help="Id of the directive.", show_default=False)],
    verdict: Annotated[Verdict, typer.Argument(metavar="VERDICT", help="right, wrong or corrected.")],
    who: Annotated[str, typer.Option(metavar="NAME", help="The reviewer.", show_default=False)],
    db: Database = Path("nirdesh.db"),
    modality: Annotated[Modality | None, typer.Option(help="The right modality.", show_default=False)] = None,
    changes: Annotated[
        str | None,
        typer.Option(
            metavar="JSON", help='Other right values, as {"addressees": ["…"]}.', show_default=False
        ),
    ] = None,
    note: Annotated[str | None, typer.Option(metavar="TEXT", help="A remark.", show_default=False)] = None,
) -> None:
    """Say that a directive is right, wrong or corrected."""
    from nirdesh.store.corrections import Correction
    from nirdesh.store.corrections import correct as write

    values = _object(changes) | ({"modality": modality.value} if modality else {})
    write(db, [Correction(directive, verdict.value, who, changes=values, note=note)])
    console().print(f"{directive} is {verdict.value}, says {who}.", markup=False, soft_wrap=True)


def register(app: typer.Typer) -> None:
    """Add the commands."""
    add(app, "export", export, EXPORT_EXAMPLES)
    add(app, "import", take_in, IMPORT_EXAMPLES)
    add(app, "correct", correct, CORRECT_EXAMPLES)


def _object(text: str | None) -> dict[str, Any]:
    try:
        made = json.loads(text or "{}")
    except ValueError as error:
        raise NirdeshError(
            "bad-correction", f"--changes is no JSON: {error}.", hint='Write {"when": ["…"]}.'
        ) from error
    if not isinstance(made, dict):
        raise NirdeshError("bad-correction", "--changes is no JSON object.", hint='Write {"when": ["…"]}.')
    return made
