"""House rules that a reader of the code can't see at a glance: language knowledge is data, not code."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path

import pytest
import regex

import nirdesh
from nirdesh.errors import NirdeshError
from nirdesh.extract.clauses.lexis import table
from nirdesh.extract.directives import lexis

ROOT = Path(nirdesh.__file__).parent
# Packages whose code holds no Hindi word; add a package here once its words stand in the lexicon.
WITHOUT_WORDS = ("extract/directives",)
# The danda is punctuation of many scripts and belongs to none, so that it does not count.
DEVANAGARI = regex.compile(r"\p{Script=Devanagari}")
LOADERS = {"word_class": "words", "affixes": "affixes", "sequences": "phrases", "sequence_at": "phrases"}
DIRECTIVES = sorted((ROOT / "extract/directives").glob("*.py"))


def docstrings(tree: ast.Module) -> set[ast.expr]:
    bodies = [
        node.body
        for node in ast.walk(tree)
        if isinstance(node, ast.Module | ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef)
    ]
    return {body[0].value for body in bodies if body and isinstance(body[0], ast.Expr)}


def words_in(source: str) -> list[tuple[int, str]]:
    """Line and text of each string or name of the code with a Devanagari letter in it."""
    tree = ast.parse(source)
    told = docstrings(tree)
    found = []
    for node in ast.walk(tree):
        if node in told:
            continue
        texts = [v for _, v in ast.iter_fields(node) if isinstance(v, str)]
        found += [(getattr(node, "lineno", 0), text) for text in texts if DEVANAGARI.search(text)]
    return sorted(found)


@pytest.mark.parametrize(
    ("source", "count"),
    [
        ('"""सचिव"""\ndef f():\n    """सचिव"""  # सचिव\n', 0),
        ('x = "।"\n', 0),
        ('x = "सचिव"\n', 1),
        ('x = f"{y} सचिव"\n', 1),
        ('x = "\\u0938\\u091a"\n', 1),
        ('"""A."""\nx = {"को": 1, **{"से": 2}}\n', 2),
        ("सचिव = 1\n", 1),
    ],
)
def test_words_are_found_in_code_only(source: str, count: int) -> None:
    assert len(words_in(source)) == count


@pytest.mark.parametrize("package", WITHOUT_WORDS)
def test_no_hindi_word_stands_in_the_code(package: str) -> None:
    paths = sorted((ROOT / package).rglob("*.py"))
    assert paths
    found = [
        f"{p.relative_to(ROOT)}:{line} {text}" for p in paths for line, text in words_in(p.read_text("utf-8"))
    ]
    assert not found, "words belong in the lexicon:\n" + "\n".join(found)


def used() -> Iterator[tuple[str, str]]:
    """Section and name of each word class that the code asks for."""
    for path in DIRECTIVES:
        for node in ast.walk(ast.parse(path.read_text("utf-8"))):
            if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in LOADERS:
                name = node.args[-1]
                if isinstance(name, ast.Constant):
                    yield LOADERS[node.func.id], str(name.value)


def test_every_class_asked_for_exists_and_every_class_is_used() -> None:
    data = table(lexis.TABLE)
    known = {(section, name) for section in lexis.SECTIONS for name in data[section]}
    assert set(used()) == known


@pytest.mark.parametrize("load", [lexis.word_class, lexis.affixes, lexis.sequences])
def test_unknown_class_is_an_error_that_names_the_known_ones(load: object) -> None:
    assert callable(load)
    with pytest.raises(
        NirdeshError, match=r"no-word-class: .*no class 'ergativ'.*Its classes there: "
    ) as caught:
        load("ergativ")
    assert caught.value.stage == "lexicon"


@pytest.mark.parametrize(
    ("data", "wrong"),
    [
        ({"words": {}, "affixes": {}}, "phrases"),
        ({"words": {}, "affixes": {}, "phrases": {}, "prases": {}}, "prases"),
        ({"words": {"dative": "को"}, "affixes": {}, "phrases": {}}, r"words\.dative"),
        ({"words": {"dative": []}, "affixes": {}, "phrases": {}}, r"words\.dative"),
        ({"words": {"dative": ["को", 3]}, "affixes": {}, "phrases": {}}, r"words\.dative"),
    ],
)
def test_damaged_table_is_an_error(data: dict[str, object], wrong: str) -> None:
    with pytest.raises(NirdeshError, match=rf"bad-lexicon: .*{wrong}"):
        lexis.check(data)


def test_no_class_holds_a_word_twice() -> None:
    data = table(lexis.TABLE)
    lists = [members for section in lexis.SECTIONS for members in data[section].values()]
    assert all(len(members) == len(set(members)) for members in lists)
