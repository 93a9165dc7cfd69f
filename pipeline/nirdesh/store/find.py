"""From what somebody typed, in any script and spelling, to rows of the database."""

from __future__ import annotations

import re
import sqlite3
from collections.abc import Sequence
from typing import Final

from nirdesh.lexicon.keys import fold
from nirdesh.lexicon.names import honorifics
from nirdesh.lexicon.skeleton import likeness
from nirdesh.store.aliases import initials, name_key
from nirdesh.store.fold import bones, form, is_devanagari, spelled, stem, stop_stems, words

_MOST: Final = 12
_LATIN: Final = 0.78
_DEVANAGARI: Final = 0.9
_PHRASE: Final = re.compile(r'"([^"]*)"|([^"]+)')


def variants(connection: sqlite3.Connection, word: str, *, name: bool = False) -> list[str]:
    """Stems that a word of a question may mean, the likeliest first.

    Args:
        connection: The database, whose vocabulary is looked through.
        word: In Devanagari or Latin letters.
        name: Take other spellings too, where the word as it stands is known (मिनाक्षी, मीनाक्षी); words that
            are no names differ by such signs (दिन, दीन): for them others count only if the word is unknown.
    """
    own = stem(word)
    hindi = is_devanagari(word)
    if hindi and not name:
        known = connection.execute("SELECT 1 FROM words WHERE stem = ? LIMIT 1", (own,)).fetchone()
        if known:
            return [own]
    floor = _DEVANAGARI if hindi else _LATIN
    asked = spelled(word)
    scores: dict[str, float] = {own: 2.0}
    rows = connection.execute("SELECT stem, latin FROM words WHERE skeleton = ?", (bones(word),))
    for other, latin in rows:
        score = likeness(asked, latin, floor)
        if score >= floor:
            scores[other] = max(score, scores.get(other, 0.0))
    best = sorted(scores, key=lambda stem: (-scores[stem], stem))
    top = scores[best[1]] if len(best) > 1 else 0.0
    # A perfect match leaves no room for merely similar words.
    return [item for item in best if scores[item] >= top - 0.12][:_MOST]


def expression(connection: sqlite3.Connection, text: str, *, name: bool = False) -> str | None:
    """A full-text expression for what was typed; words in double quotes must stand side by side.

    Returns:
        The expression, or None if the text has no word.
    """
    parts: list[str] = []
    spare: list[str] = []
    for quoted, free in _PHRASE.findall(text):
        if quoted:
            phrase = " ".join(variants(connection, word, name=name)[0] for word in words(quoted))
            if phrase:
                parts.append(f'"{phrase}"')
            continue
        for word in words(free):
            found = variants(connection, word, name=name)
            group = "(" + " OR ".join(f'"{item}"' for item in found) + ")"
            (spare if stop_stems().issuperset(found[:2]) else parts).append(group)
    return " AND ".join(parts or spare) or None


def entities(
    connection: sqlite3.Connection,
    text: str,
    kinds: Sequence[str] = ("person", "organisation", "office", "group"),
) -> list[int]:
    """Numbers of the people, organisations, offices and groups of addressees that a name may mean.

    Honorifics of the question do not count (डॉ. मीनाक्षी तोमर, Shri Gupta).
    """
    asked = expression(connection, _plain(text), name=True)
    if asked is None:
        return []
    marks = ", ".join("?" * len(kinds))
    query = (
        "SELECT e.n, e.kind, e.name, e.other_names FROM entities_fts f JOIN entities e ON e.n = f.rowid"
        f" WHERE entities_fts MATCH ? AND e.kind IN ({marks}) ORDER BY e.n"
    )
    rows = connection.execute(query, (asked, *kinds)).fetchall()
    whole = {row[0] for row in rows if row[1] == "office" and _is_called(row, name_key(text))}
    # Whoever asks for जिलाधिकारी does not mean the अपर जिलाधिकारी.
    return [row[0] for row in rows if not whole or row[0] in whole or row[1] != "office"]


def _is_called(row: tuple[int, str, str, str], key: str) -> bool:
    names = (row[2], *row[3].split("; "))
    return any(key in (name_key(name), _letters(name)) for name in names)


def _letters(name: str) -> str:
    return " ".join(initials(word) or form(word) for word in words(name))


def places(connection: sqlite3.Connection, text: str) -> list[int]:
    """Numbers of the places of that name, and of all that lies within them."""
    asked = expression(connection, text, name=True)
    if asked is None:
        return []
    query = """
        WITH RECURSIVE inside(n) AS (
            SELECT rowid FROM places_fts WHERE places_fts MATCH ?
            UNION SELECT w.place FROM place_within w JOIN inside ON w.container = inside.n
        ) SELECT n FROM inside ORDER BY n
    """
    return [row[0] for row in connection.execute(query, (asked,))]


def _plain(name: str) -> str:
    """A name without its honorifics, unless nothing else is there."""
    known = honorifics()
    titles = known.before | known.after
    latin = {spelled(title) for title in titles}
    kept = [word for word in words(name) if fold(word) not in titles and word.lower() not in latin]
    return " ".join(kept) or name
