"""The documentation: current, complete, and every command of it runs."""

from __future__ import annotations

import shlex
import shutil
from pathlib import Path

import pytest
import regex
from typer.testing import CliRunner

from nirdesh.cli import app
from nirdesh.record.reference import reference
from nirdesh.store import create

ROOT = Path(__file__).parent.parent
DOCS = ROOT / "docs"
CONSOLE = regex.compile(r"(?s)```console\n(.*?)```")
PAGES = sorted(
    page
    for page in [*DOCS.glob("*.md"), *DOCS.glob("how-to/*.md")]
    if page.name not in ("cli-reference.md", "exports.md") and CONSOLE.search(page.read_text("utf-8"))
)


@pytest.fixture(scope="module")
def finished(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with reports, as the pages take for granted, and the work on them done."""
    folder = tmp_path_factory.mktemp("docs")
    (folder / "reports").mkdir()
    rows = (ROOT / "corpus" / "reports" / "metadata.jsonl").read_text("utf-8").splitlines()
    names = ("a01.txt", "a22.txt", "p33.txt")
    for name in names:
        shutil.copy(ROOT / "corpus" / "reports" / name, folder / "reports")
    kept = [row for row in rows if any(f'"{name}"' in row for name in names)]
    (folder / "reports" / "metadata.jsonl").write_text("\n".join(kept) + "\n", encoding="utf-8")
    with pytest.MonkeyPatch.context() as patch:
        patch.chdir(folder)
        result = CliRunner().invoke(app, ["run", "reports", "-o", "out", "--db", "nirdesh.db"])
    assert result.exit_code == 0, result.output
    return folder


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.stem)
def test_every_command_of_a_page_runs(
    page: Path, finished: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    shutil.copytree(finished, tmp_path, dirs_exist_ok=True)
    monkeypatch.chdir(tmp_path)
    lines = [line for block in CONSOLE.findall(page.read_text("utf-8")) for line in block.splitlines()]
    commands = [line.removeprefix("$ ") for line in lines if line.startswith("$ nirdesh ")]
    assert commands
    for command in commands:
        words = shlex.split(command, comments=True)
        target = words[words.index(">") + 1] if ">" in words else None
        result = CliRunner().invoke(app, words[1 : words.index(">") if target else None])
        assert result.exit_code == 0, f"{command}\n{result.output}"
        assert result.stdout.strip(), command
        if target:
            Path(target).write_text(result.stdout, encoding="utf-8")


def test_the_fields_are_current_and_explained() -> None:
    made = reference()
    assert (DOCS / "record.md").read_text("utf-8") == made, (
        "python -m nirdesh.record.reference > docs/record.md"
    )
    assert not regex.findall(r"(?m)^\| `\w+` \| .* \|  \|$", made)


def test_every_table_and_view_is_told() -> None:
    told = (DOCS / "database.md").read_text("utf-8")
    db = create(":memory:")
    own = [
        name
        for name in [*db.table_names(), *db.view_names()]
        if not regex.search("_fts_|^sqlite_|^meta$", name)
    ]
    assert [name for name in own if f"`{name}`" not in told] == []


def test_every_page_stands_in_the_site_and_every_link_has_its_end() -> None:
    nav = (ROOT / "mkdocs.yml").read_text("utf-8")
    for page in [*DOCS.glob("*.md"), *DOCS.glob("how-to/*.md")]:
        assert f" {page.relative_to(DOCS).as_posix()}\n" in nav, page
        for link in regex.findall(r"\]\((?!https?:|#)([^)#\s]+)", page.read_text("utf-8")):
            assert (page.parent / link).exists(), f"{page.name}: {link}"
