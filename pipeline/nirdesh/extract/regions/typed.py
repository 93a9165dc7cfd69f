"""Names beside a type word (संगतपुर गांव; ग्राम संगतपुर; झांसी और चित्रकूट मंडल) and lists of places."""

from __future__ import annotations

from nirdesh.extract.lexis import (
    closed,
    common,
    first_like,
    name_share,
    place_like,
    surname_like,
    unknown,
)
from nirdesh.extract.regions.hits import (
    Hit,
    kind_word_at,
    nameable,
    overlaps,
    plausible,
    retyped,
    window_key,
)
from nirdesh.extract.words import Word
from nirdesh.lexicon.gazetteer import KindWord, cue, gazetteer
from nirdesh.lexicon.names import honorifics
from nirdesh.lexicon.posts import post_words
from nirdesh.mentions import RegionKind

_MAX_NAME = 3
_LIST_SHARE = 0.4
_PANCHAYAT = "पंचायत"
_PARTY_TOO = ("मंडल", "मण्डल")
_TOWNS = frozenset({"city", "district", "subdistrict", "block"})


def typed_hits(words: list[Word], hits: list[Hit], *, party: bool) -> list[Hit]:
    """Give hits the kind of the type words beside them; add the names that only a type word shows."""
    found = list(hits)
    index = 0
    while index < len(words):
        match = kind_word_at(words, index)
        if match is None:
            index += 1
            continue
        kind, after = match
        _before(words, found, index, after, kind, party=party)
        if kind.side != "before" and not _typed_by(found, index, after):
            _after(words, found, index, after, kind)
        index = after
    return sorted(found, key=lambda hit: (hit.first, hit.last))


def _typed_by(hits: list[Hit], index: int, after: int) -> bool:
    return any(hit.outer == after and hit.first < index for hit in hits)


def _before(
    words: list[Word], found: list[Hit], index: int, after: int, kind: KindWord, *, party: bool
) -> None:
    """The name just before the type word, and the list that it closes."""
    if index == 0 or words[index - 1].gap not in ("space", "hyphen"):
        return
    position = next((n for n, hit in enumerate(found) if hit.last == index and hit.outer == index), None)
    if position is None:
        hit = _unknown_before(words, found, index, kind)
        if hit is None:
            return
        found.append(hit)
        position = len(found) - 1
    hit = found[position]
    region_kind, joined = decide_kind(hit, kind, party=party)
    if region_kind is None:
        return
    found[position] = retyped(hit, region_kind, outer=after, joined=joined)
    if kind.joined and region_kind == "other":
        return
    _spread_left(words, found, hit.first, region_kind)


def decide_kind(hit: Hit, kind: KindWord, *, party: bool) -> tuple[RegionKind | None, bool]:
    """What a type word makes of a name: (kind, whether the type word belongs to the name)."""
    kinds = {place.kind for place in hit.places}
    if kind.known and not kinds & {kind.kind}:
        return None, False
    if kind.kind == "other":
        if "party_region" in kinds and (party or hit.last - hit.first > 1):
            return "party_region", True
        return ("other" if not kinds & {"state", "country"} else None), kind.joined
    if kind.kind == "division" and kind.form not in _PARTY_TOO:
        return "division", False
    if kind.kind == "division":
        return ("division" if "division" in kinds else "party_unit"), "division" not in kinds
    if kind.kind == "city" and kinds and not kinds & {"city", "district", "assembly_constituency", "block"}:
        return None, False
    return kind.kind, kind.joined


def _unknown_before(words: list[Word], found: list[Hit], index: int, kind: KindWord) -> Hit | None:
    """A name of up to three words before the type word that no list has."""
    if kind.known or kind.kind in ("city", "division"):
        return None
    first = index
    while first > 0 and index - first < _MAX_NAME:
        word = words[first - 1]
        if word.gap not in ("space", "hyphen") or not nameable(word) or overlaps(found, first - 1, first):
            break
        first -= 1
        if place_like(word.key) and index - first >= 1 and word.key not in cue("second"):
            break
    while first < index and words[first].key in cue("second") and first + 1 < index:
        first += 1
    if first == index or not _good_unknown(words, first, index, kind):
        return None
    return Hit(first, index, first, index, None, (), "typed")


def _good_unknown(words: list[Word], first: int, index: int, kind: KindWord) -> bool:
    keys = [word.key for word in words[first:index]]
    if any(place_like(key) for key in keys):
        return True
    if kind.listed:
        return all(unknown(key) for key in keys) and kind.form == _PANCHAYAT and len(keys) == 1
    if kind.kind == "other" and not kind.joined:
        return all(unknown(key) for key in keys) and len(keys) == 1
    return len(keys) <= 2 and not (len(keys) == 1 and keys[0] in cue("second"))


def _after(words: list[Word], found: list[Hit], index: int, after: int, kind: KindWord) -> None:
    """The name just after the type word (ग्राम संगतपुर, वार्ड 12) and the list that it opens."""
    if (
        (kind.joined and not kind.numbered)
        or kind.known
        or words[after - 1].gap not in ("space", "hyphen", "punct")
        or after >= len(words)
    ):
        return
    if kind.kind == "ward" or kind.numbered:
        _numbered(words, found, index, kind)
        return
    position = next((n for n, hit in enumerate(found) if hit.first == after), None)
    if position is not None:
        hit = found[position]
        if _type_follows(words, hit.last):
            return
        if kind.kind in (
            "district",
            "subdistrict",
            "block",
            "village",
            "assembly_constituency",
            "parliamentary_constituency",
        ):
            found[position] = retyped(hit, kind.kind, inner=index)
            _spread_right(words, found, hit.last, kind.kind)
        return
    if kind.kind not in ("village", "subdistrict", "block", "district") and not _station(words, index):
        return
    last = _name_end(words, found, after)
    if last == after or _type_follows(words, last):
        return
    if kind.kind == "district" and not place_like(words[after].key):
        return
    if not _closes_name(words, last) or name_share(words[after].key) > 0.85:
        return
    found.append(Hit(after, last, index, last, kind.kind, (), "typed"))
    _spread_right(words, found, last, kind.kind)


def _station(words: list[Word], index: int) -> bool:
    return words[index].key.startswith(("थान", "कोतवाल"))


def _numbered(words: list[Word], found: list[Hit], index: int, kind: KindWord) -> None:
    """वार्ड 12, वार्ड संख्या 7, जोन 11, सेक्टर-4."""
    last = last_noun(words, index) + 1
    if last > len(words):
        return
    if not words[last - 1].key.isdigit():
        return
    found.append(Hit(index, last, index, last, kind.kind, (), "typed"))
    while last < len(words):
        start = (
            last + 1 if words[last - 1].gap == "space" and words[last].key in closed("conjunctions") else last
        )
        joined = start > last or words[last - 1].gap == "comma"
        if not joined or start >= len(words) or not words[start].key.isdigit():
            return
        if words[start].gap == "space" and start + 1 < len(words) and not _closes_name(words, start + 1):
            return
        found.append(
            Hit(
                start,
                start + 1,
                start,
                start + 1,
                kind.kind,
                (),
                "typed",
                head=(index, last_noun(words, index)),
            )
        )
        last = start + 1


def last_noun(words: list[Word], index: int) -> int:
    """End of वार्ड or वार्ड नंबर."""
    last = index + 1
    while last < len(words) and words[last].key in closed("number_nouns"):
        last += 1
    return last


def _type_follows(words: list[Word], index: int) -> bool:
    if index >= len(words) or words[index - 1].gap != "space":
        return False
    match = kind_word_at(words, index)
    return match is not None and match[0].kind != "other"


def _closes_name(words: list[Word], last: int) -> bool:
    """A postposition, a conjunction or punctuation ends the name."""
    if words[last - 1].gap != "space" or last >= len(words):
        return True
    key = words[last].key
    return key in closed("postpositions") or key in closed("conjunctions") or common(key)


def _name_end(words: list[Word], found: list[Hit], first: int) -> int:
    last = first
    while last < len(words) and last - first < _MAX_NAME:
        if not nameable(words[last]) or overlaps(found, last, last + 1):
            break
        last += 1
        if words[last - 1].gap not in ("space", "hyphen"):
            break
    return last


def _item_before(words: list[Word], found: list[Hit], end: int) -> tuple[int, int] | None:
    """The list item that ends before ``end`` with a comma or a conjunction between; its word range."""
    stop = end
    if stop > 0 and words[stop - 1].key in closed("conjunctions") and words[stop - 1].gap == "space":
        stop -= 1
        if stop == 0 or words[stop - 1].gap not in ("space", "comma"):
            return None
    elif stop == 0 or words[stop - 1].gap not in ("comma", "slash", "hyphen"):
        return None
    first = stop
    while first > 0 and stop - first < 2:
        if first < stop and words[first - 1].gap not in ("space", "hyphen"):
            break
        if not nameable(words[first - 1]):
            break
        first -= 1
    return (first, stop) if first < stop else None


def _spread_left(words: list[Word], found: list[Hit], first: int, kind: RegionKind) -> None:
    """Give the kind to the earlier items of the list (कानपुर, झांसी और चित्रकूट मंडल)."""
    while True:
        known = next(
            (
                n
                for n, hit in enumerate(found)
                if hit.kind is None and _adjoins(words, hit.outer, first) and hit.count is None
            ),
            None,
        )
        if known is not None:
            hit = found[known]
            kinds = {place.kind for place in hit.places}
            if kinds & {"state", "country"} or (kind == "division" and "division" not in kinds):
                return
            found[known] = retyped(hit, kind)
            first = hit.first
            continue
        item = _item_before(words, found, first)
        if (
            item is None
            or kind not in ("village", "other", "block", "ward", "assembly_constituency")
            or overlaps(found, *item)
        ):
            return
        if not _place_item(words, *item):
            return
        found.append(Hit(item[0], item[1], item[0], item[1], kind, (), "list"))
        first = item[0]


def _adjoins(words: list[Word], end: int, start: int) -> bool:
    """Whether only a comma or a conjunction stands between the words ``end`` and ``start``."""
    if end == start:
        return words[end - 1].gap in ("comma", "slash", "hyphen")
    return (
        start == end + 1
        and words[end].key in closed("conjunctions")
        and words[end].gap == "space"
        and words[end - 1].gap in ("space", "comma")
    )


def _spread_right(words: list[Word], found: list[Hit], last: int, kind: RegionKind) -> None:
    """Give the kind to the later items of the list (ग्राम क, ख व ग)."""
    while last < len(words):
        start = last
        if words[last - 1].gap == "space" and words[last].key in closed("conjunctions"):
            start = last + 1
        elif words[last - 1].gap != "comma":
            return
        known = next((n for n, hit in enumerate(found) if hit.first == start), None)
        if known is not None:
            if found[known].kind is not None or _type_follows(words, found[known].last):
                return
            found[known] = retyped(found[known], kind)
            last = found[known].outer
            continue
        end = _name_end(words, found, start)
        if end == start or not _place_item(words, start, end) or not _closes_name(words, end):
            return
        if _type_follows(words, end):
            return
        found.append(Hit(start, end, start, end, kind, (), "list"))
        last = end


def _place_item(words: list[Word], first: int, last: int) -> bool:
    """Whether a list item that no list has may be a place rather than a person or a thing."""
    keys = [word.key for word in words[first:last]]
    if any(key in honorifics().before or key in post_words() for key in keys):
        return False
    if any(place_like(key) for key in keys):
        return True
    if len(keys) > 1 and first_like(keys[0]) and surname_like(keys[-1]):
        return False
    return all(name_share(key) <= 0.6 for key in keys)


def place_lists(words: list[Word], found: list[Hit], *, villages: bool) -> list[Hit]:
    """Lists of three or more places without a type word, judged by how many items look like places."""
    added: list[Hit] = []
    for run in _runs(words):
        items = [item for item in run if item[1] > item[0]]
        if len(items) < 3:
            continue
        placed = [item for item in items if _looks_placed(words, found, item)]
        persons = [item for item in items if _looks_person(words, item)]
        if any(_foreign(found, item) for item in items):
            continue
        if len(placed) < 2 or len(placed) / len(items) < _LIST_SHARE or len(persons) * 3 > len(items):
            continue
        towns = any(_town(found, item) for item in items)
        kind: RegionKind = "village" if villages else "city" if towns else "other"
        for first, last in items:
            if (
                not overlaps(found, first, last)
                and not overlaps(added, first, last)
                and _place_item(words, first, last)
            ):
                places = gazetteer().by_key.get(window_key(words, first, last) or "", ())
                added.append(Hit(first, last, first, last, None if places else kind, places, "place-list"))
    return added


def _runs(words: list[Word]) -> list[list[tuple[int, int]]]:
    """Stretches of short items of name-like words parted by commas and conjunctions."""
    runs: list[list[tuple[int, int]]] = []
    run: list[tuple[int, int]] = []
    start = 0
    for index, word in enumerate(words):
        link = word.key in closed("conjunctions")
        if not nameable(word) and not link:
            if start < index:
                run.append((start, index))
            runs.append(run)
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
            runs.append(run)
            run, start = [], index + 1
    runs.append(run)
    return [[item for item in one if item[1] - item[0] <= _MAX_NAME] for one in runs if one]


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
