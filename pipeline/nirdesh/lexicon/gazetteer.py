"""Loaders for the gazetteer and for the words that say what kind of region a name is."""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple, cast, get_args

from nirdesh.errors import NirdeshError
from nirdesh.lexicon.files import lines, table, toml
from nirdesh.lexicon.keys import fold, fold_name
from nirdesh.lexicon.skeleton import skeleton  # noqa: F401 (used by the examples)
from nirdesh.mentions import RegionKind


class Place(NamedTuple):
    """One region of the gazetteer; ``within`` is the id of the region that contains it."""

    id: str
    kind: RegionKind
    name: str
    within: str
    lgd: str
    eci: str
    wikidata: str
    lat: str
    lon: str
    census: str = ""


class KindWord(NamedTuple):
    """A word (or two) that says what kind a region is; see ``kinds.toml``.

    Attributes:
        party: Only in reports on a party or an election.
        unlisted: Kind of a name that no list has.
        either: A unit of a party as well as of the administration.
        opens: May stand before a name that no list has.
        rare: A name before it is a word that no source has.
    """

    kind: RegionKind
    side: str
    joined: bool
    known: bool
    plural: bool
    form: str
    listed: bool = False
    numbered: bool = False
    party: bool = False
    unlisted: str = ""
    either: bool = False
    opens: bool = False
    rare: bool = False


class Gazetteer(NamedTuple):
    """Places by key, by id, and the length in words of the longest name."""

    by_key: dict[str, tuple[Place, ...]]
    by_id: dict[str, Place]


@lru_cache(maxsize=1)
def gazetteer() -> Gazetteer:
    """The compiled gazetteer, read once.

    Example:
        >>> [place.kind for place in gazetteer().by_key[fold_name("बिल्हौर")]][:1]
        ['assembly_constituency']
    """
    rows = lines("gazetteer", "gazetteer.tsv.gz")
    next(rows)
    by_key: dict[str, list[Place]] = {}
    by_id: dict[str, Place] = {}
    kinds = frozenset(get_args(RegionKind))
    for row in rows:
        identity, kind, name, aliases, within, lgd, eci, wikidata, lat, lon, _, census = row.split("\t")
        if kind not in kinds:
            raise NirdeshError(
                "bad-lexicon", f"Gazetteer row {identity} has unknown kind {kind}.", stage="lexicon"
            )
        place = Place(identity, cast(RegionKind, kind), name, within, lgd, eci, wikidata, lat, lon, census)
        by_id[identity] = place
        for form in (name, *aliases.split(";")):
            if form and place not in by_key.setdefault(fold_name(form), []):
                by_key[fold_name(form)].append(place)
    return Gazetteer({key: tuple(places) for key, places in by_key.items()}, by_id)


@lru_cache(maxsize=1)
def villages() -> frozenset[str]:
    """Keys of the gram panchayats of Uttar Pradesh."""
    return frozenset(line.partition("\t")[0] for line in lines("gazetteer", "villages.tsv.gz"))


class LatinPlace(NamedTuple):
    """A region that the official lists name in Latin letters only."""

    kind: RegionKind
    state: str
    code: str
    name: str
    district: str = ""
    census: str = ""

    @property
    def id(self) -> str:
        """An id like those of the gazetteer."""
        return f"l-{self.kind}-{self.code}"

    @property
    def within(self) -> str:
        """Id of the district, or else of the state."""
        if not self.district:
            return self.state
        known = f"d{self.district}"
        return known if known in gazetteer().by_id else f"l-district-{self.district}"

    def place(self, name: str) -> Place:
        """The region as a row of the gazetteer under a Devanagari name."""
        seat = self.kind == "assembly_constituency"
        lgd, eci = ("", self.code) if seat else (self.code, "")
        return Place(self.id, self.kind, name, self.within, lgd, eci, "", "", "", self.census)


@lru_cache(maxsize=1)
def latin_places() -> dict[str, tuple[LatinPlace, ...]]:
    """Skeleton -> regions with it.

    Example:
        >>> "Jhanjharpur" in {place.name for place in latin_places()[skeleton("Jhanjharpur")]}
        True
    """
    found: dict[str, list[LatinPlace]] = {}
    for line in lines("gazetteer", "latin.tsv.gz"):
        bones, kind, *rest = line.split("\t")
        found.setdefault(bones, []).append(LatinPlace(cast(RegionKind, kind), *rest))
    return {bones: tuple(places) for bones, places in found.items()}


@lru_cache(maxsize=1)
def spellings() -> dict[tuple[str, str], tuple[str, ...]]:
    """State and Latin name -> how Hindi papers write it, the usual spelling first.

    Example:
        >>> spellings()["IN-HR", "Pundri"][0]
        'पूंडरी'
    """
    rows = (line.split("\t") for line in lines("gazetteer", "spellings.tsv"))
    return {(state, name): tuple(names.split(";")) for state, name, names in rows}


@lru_cache(maxsize=1)
def spelt_places() -> dict[str, tuple[LatinPlace, ...]]:
    """Key of a Devanagari spelling -> regions of the Latin lists that are written so.

    Example:
        >>> {place.kind for place in spelt_places()[fold_name("पूंडरी")]} >= {"block", "city"}
        True
    """
    found: dict[str, list[LatinPlace]] = {}
    for places in latin_places().values():
        for place in places:
            for name in spellings().get((place.state, place.name), ()):
                found.setdefault(fold_name(name), []).append(place)
    return {key: tuple(places) for key, places in found.items()}


@lru_cache(maxsize=1)
def _latin_by_id() -> dict[str, LatinPlace]:
    return {place.id: place for places in latin_places().values() for place in places}


def place_by_id(identity: str) -> Place | None:
    """A region of the gazetteer, or of the Latin lists under its Latin name.

    Example:
        >>> place = place_by_id("d157")
        >>> place.name if place else None
        'कानपुर नगर'
    """
    known = gazetteer().by_id.get(identity)
    if known is not None or not identity.startswith("l-"):
        return known
    latin = _latin_by_id().get(identity)
    if latin is None:
        return None
    return latin.place(spellings().get((latin.state, latin.name), (latin.name,))[0])


@lru_cache(maxsize=1)
def party_regions() -> dict[str, tuple[str, ...]]:
    """Id of a district -> ids of the party regions that it belongs to."""
    found: dict[str, list[str]] = {}
    for row in table("gazetteer", "members.tsv"):
        found.setdefault(row["district"], []).append(row["region"])
    return {district: tuple(regions) for district, regions in found.items()}


@lru_cache(maxsize=1)
def kind_words() -> dict[tuple[str, ...], list[KindWord]]:
    """Keys of a type word's words -> what it says, singular and plural.

    Example:
        >>> [word.kind for word in kind_words()[(fold_name("तहसील"),)]]
        ['subdistrict']
    """
    found: dict[tuple[str, ...], list[KindWord]] = {}
    for entry in toml("gazetteer", "kinds.toml")["kind"]:
        for plural, forms in ((False, entry["forms"]), (True, entry["plural"])):
            for form in forms:
                key = tuple(fold_name(part) for part in form.split())
                word = KindWord(
                    entry["kind"],
                    entry["side"],
                    entry.get("joined", False),
                    entry.get("known", False),
                    plural,
                    form,
                    entry.get("listed", False),
                    entry.get("numbered", False),
                    entry.get("party", False),
                    entry.get("unlisted", ""),
                    *(entry.get(flag, False) for flag in ("either", "opens", "rare")),
                )
                found.setdefault(key, []).append(word)
    return found


@lru_cache(maxsize=1)
def kind_openers() -> frozenset[str]:
    """Keys of the first words of type words."""
    return frozenset(key[0] for key in kind_words())


@lru_cache(maxsize=1)
def name_prefixes() -> frozenset[str]:
    """Beginnings of all keys, so that a search stops where no name goes on."""
    return frozenset(key[:end] for key in gazetteer().by_key for end in range(1, len(key) + 1))


@lru_cache(maxsize=128)
def cue(name: str) -> frozenset[str]:
    """Keys of a list of ``[cues]`` in ``kinds.toml``."""
    return frozenset(fold_name(word) for word in toml("gazetteer", "kinds.toml")["cues"][name])


@lru_cache(maxsize=1)
def area_posts() -> dict[str, RegionKind]:
    """Key of a post -> kind of the area that it is over."""
    areas: dict[RegionKind, list[str]] = toml("gazetteer", "kinds.toml")["area"]
    return {fold(post): kind for kind, posts in reversed(areas.items()) for post in posts}


@lru_cache(maxsize=1)
def agencies() -> frozenset[str]:
    """Keys of news agencies and bylines that follow a dateline's place."""
    return frozenset(fold(word) for word in toml("gazetteer", "kinds.toml")["dateline"]["agencies"])
