"""Sentences made from the project's own frames, filled with names, posts and places that are public facts."""

from __future__ import annotations

import csv
import random
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import regex

from nirdesh.analyse.tokenizer import split_words
from nirdesh.lexicon.files import toml
from nirdesh.train.entities import Tagged

_SLOT = regex.compile(r"\{(PL|P|S|O|G|L|T)\}")
_LABELS = {"P": "PERSON", "S": "PERSON", "O": "POST", "G": "ORGANIZATION", "L": "LOCATION", "T": "TIMEX"}
Piece = tuple[str, str]


def _column(path: Path, name: str) -> list[str]:
    with path.open(encoding="utf-8") as handle:
        rows = csv.DictReader(
            (line for line in handle if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE
        )
        unfit = ("last_names", "prefixes", "prefixes_male", "prefixes_female", "suffixes")
        kept = (r for r in rows if r.get("kind") != "honorific" and r.get("list") not in unfit)
        return [part for r in kept for part in (r[name] or "").split(";") if part.strip()]


@dataclass(frozen=True, slots=True)
class Fillers:
    """What the slots are filled with."""

    first: Sequence[str]
    last: Sequence[str]
    posts: Sequence[str]
    places: Sequence[str]
    organisations: Sequence[str]
    data: dict[str, Any]

    def fill(self, slot: str, rng: random.Random) -> list[Piece]:
        """Words of one slot with their label (empty for words outside the entity)."""
        if slot == "P":
            return self._person(rng)
        if slot == "PL":
            return self._list(rng)
        if slot == "S":
            return [(rng.choice(["श्री", "श्रीमती", "डॉ."]), ""), (rng.choice(self.last), "PERSON")]
        if slot == "T":
            return [(self._time(rng), "TIMEX")]
        options = {"O": self.posts, "G": self.organisations, "L": self.places}[slot]
        return [(rng.choice(options), _LABELS[slot])]

    def _person(self, rng: random.Random) -> list[Piece]:
        name = " ".join(p for p in (rng.choice(self.first), rng.choice(self.data["middle"])) if p)
        if rng.random() < 0.92:
            name = f"{name} {rng.choice(self.last)}"
        title = rng.choice(self.data["honorifics"])
        tail = [("जी", "")] if rng.random() < 0.06 else []
        return [*([(title, "")] if title else []), (name, "PERSON"), *tail]

    def _list(self, rng: random.Random) -> list[Piece]:
        pieces: list[Piece] = []
        style = rng.choice([",", ",", ",", ""])
        count = rng.randint(2, 7)
        for i in range(count):
            if i:
                mark = rng.choice(["और", "व", "एवं", "तथा"]) if i == count - 1 and style else style
                pieces.extend([(mark, "")] if mark else [])
            pieces.extend(self._person(rng))
        return pieces

    def _time(self, rng: random.Random) -> str:
        months = self.data["months"]
        day = rng.randint(1, 25)
        form: str = rng.choice(self.data["times"])
        return form.format(
            d=day,
            e=day + rng.randint(1, 3),
            f=day + 5,
            m=rng.choice(months),
            n=rng.randint(1, 12),
            y=rng.randint(2008, 2027),
        )


def fillers(data: Path) -> Fillers:
    """Fillers from the data folder."""
    frames = toml("analyse", "templates.toml")
    names = _column(data / "names/up2015-first-names.tsv", "name")[:1500] + _column(
        data / "names/faker-hi_IN.tsv", "name"
    )
    posts = _column(data / "lexicon/posts-curated.tsv", "hi") + _column(
        data / "lexicon/posts-curated.tsv", "variants"
    )
    districts = _column(data / "gazetteer/districts-hindi-belt.tsv", "district_hi")
    seats = _column(data / "gazetteer/up-vidhansabha-403.tsv", "ac_hi")
    blocks = _column(data / "gazetteer/up-blocks-2015.tsv", "block_hi")
    cities = _column(data / "gazetteer/faker-hi_IN-places.tsv", "name")
    departments = _column(data / "lexicon/departments-hi.tsv", "hi")
    months = ["जनवरी", "फरवरी", "मार्च", "अप्रैल", "मई", "जून", "जुलाई", "अगस्त", "सितंबर", "अक्टूबर", "नवंबर", "दिसंबर"]
    return Fillers(
        names,
        frames["surnames"],
        posts,
        districts * 2 + seats + blocks + cities,
        frames["organisations"] * 2 + departments,
        {**frames, "months": months},
    )


def generate(data: Path, count: int, seed: int) -> list[Tagged]:
    """``count`` sentences in the press labels."""
    rng = random.Random(seed)
    filling = fillers(data)
    made: list[Tagged] = []
    for _ in range(count):
        frame: str = rng.choice(filling.data["sentences"])
        pieces: list[Piece] = []
        position = 0
        for slot in _SLOT.finditer(frame):
            pieces.append((frame[position : slot.start()], ""))
            pieces.extend(filling.fill(slot.group(1), rng))
            position = slot.end()
        pieces.append((frame[position:], ""))
        made.append(_tagged(pieces))
    return made


def _tagged(pieces: Sequence[Piece]) -> Tagged:
    words: list[str] = []
    spans: list[tuple[int, int, str]] = []
    for text, label in pieces:
        found = [word for word in split_words(text.strip())[0] if not word.isspace()]
        if label and found:
            spans.append((len(words), len(words) + len(found), label))
        words.extend(found)
    return Tagged(tuple(words), tuple(spans), "templates")
