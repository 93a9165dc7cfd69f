"""Lists of places without a type word, judged by how many of their items look like places."""

from __future__ import annotations

from nirdesh.extract.lexis import closed, name_share, place_like, surname_like
from nirdesh.extract.regions.hits import Hit, overlaps, plausible, window_key
from nirdesh.extract.regions.items import place_item
from nirdesh.extract.regions.naming import nameable_key
from nirdesh.extract.words import Word
from nirdesh.lexicon.gazetteer import cue, gazetteer
from nirdesh.lexicon.names import honorifics
from nirdesh.mentions import RegionKind

_MAX_NAME = 3
_LIST_SHARE = 0.4
_LONG = 5  # items of a list that a plural closes
_CLOSE = 5  # words to that plural
_TOWNS = frozenset({"city", "district", "subdistrict", "block"})


def place_lists(words: list[Word], found: list[Hit], *, villages: bool) -> list[Hit]:
    """Lists of three or more places without a type word, judged by how many items look like places."""
    added: list[Hit] = []
    for run in runs(words):
        items = [item for item in run if item[1] > item[0]]
        if len(items) < 3:
            continue
        placed = [item for item in items if _looks_placed(words, found, item)]
        persons = [item for item in items if _looks_person(words, item)]
        if any(_foreign(found, item) for item in items):
            continue
        unit = _unit_after(words, items[-1][1]) if not persons and len(items) >= _LONG else ""
        few = len(placed) < 2 or len(placed) / len(items) < _LIST_SHARE or len(persons) * 3 > len(items)
        if few and not (unit and placed):
            continue
        rural = unit in cue("villages") or any(words[last - 1].key in cue("rural") for _, last in items)
        towns = any(_town(found, item) for item in items)
        kind: RegionKind = "village" if villages or rural else "city" if towns else "other"
        for first, last in items:
            if (
                not overlaps(found, first, last)
                and not overlaps(added, first, last)
                and place_item(words, first, last)
            ):
                places = gazetteer().by_key.get(window_key(words, first, last) or "", ())
                added.append(Hit(first, last, first, last, None if places else kind, places, "place-list"))
    return added


def _unit_after(words: list[Word], last: int) -> str:
    """The plural that closes a list of places (… व आसपास के क्षेत्रों में, … आदि गांवों की), or nothing."""
    for index in range(last, min(len(words), last + _CLOSE)):
        if words[index - 1].gap not in ("space", "comma"):
            return ""
        if words[index].key in cue("list_units"):
            return words[index].key
        if words[index].key not in closed("conjunctions") | cue("list_ends") | closed("genitive"):
            return ""
    return ""


def runs(words: list[Word]) -> list[list[tuple[int, int]]]:
    """Stretches of short items of name-like words parted by commas and conjunctions."""
    stretches: list[list[tuple[int, int]]] = []
    run: list[tuple[int, int]] = []
    start = 0
    conjunctions = closed("conjunctions")
    for index, word in enumerate(words):
        link = word.key in conjunctions
        if not link and not nameable_key(word.key):
            if start < index:
                run.append((start, index))
            stretches.append(run)
            run, start = [], index + 1
            continue
        if link:
            if start < index:
                run.append((start, index))
            start = index + 1
        elif word.gap not in ("space", "hyphen"):
            run.append((start, index + 1))
            start = index + 1
        if word.gap not in ("space", "hyphen", "comma"):
            stretches.append(run)
            run, start = [], index + 1
    stretches.append(run)
    return [[item for item in one if item[1] - item[0] <= _MAX_NAME] for one in stretches if one]


def _town(found: list[Hit], item: tuple[int, int]) -> bool:
    """Whether a list knows the item as a town and no type word says otherwise."""
    return any(
        hit.first == item[0] and hit.kind is None and any(place.kind in _TOWNS for place in hit.places)
        for hit in found
    )


def _foreign(found: list[Hit], item: tuple[int, int]) -> bool:
    """Whether the item is a state or a country: its neighbours are no villages then."""
    large = ("state", "country")
    return any(hit.first == item[0] and any(p.kind in large for p in hit.places) for hit in found)


def _looks_placed(words: list[Word], found: list[Hit], item: tuple[int, int]) -> bool:
    if overlaps(found, *item):
        return True
    keys = [word.key for word in words[item[0] : item[1]]]
    key = window_key(words, *item)
    hit = Hit(item[0], item[1], item[0], item[1], None, gazetteer().by_key.get(key or "", ()), "list")
    return (
        keys[-1] in cue("second")
        or all(place_like(k) for k in keys)
        or (bool(hit.places) and plausible(words, hit))
    )


def _looks_person(words: list[Word], item: tuple[int, int]) -> bool:
    keys = [word.key for word in words[item[0] : item[1]]]
    if any(key in honorifics().before for key in keys):
        return True
    return (
        len(keys) > 1 and name_share(keys[0]) > 0.7 and (surname_like(keys[-1]) or name_share(keys[-1]) > 0.7)
    )
