"""Names beside a type word (संगतपुर गांव; ग्राम संगतपुर; झांसी और चित्रकूट मंडल) and lists of places."""

from __future__ import annotations

from typing import cast

from nirdesh.extract.lexis import (
    closed,
    first_like,
    name_share,
    often,
    place_like,
    surname_like,
    unknown,
)
from nirdesh.extract.regions.beside import ends_person, opens_title, person_with_title
from nirdesh.extract.regions.hits import Hit, kind_word_at, overlaps, retyped
from nirdesh.extract.regions.items import adjoins, place_item
from nirdesh.extract.regions.naming import lettered, nameable, of_clerk
from nirdesh.extract.regions.nested import within_larger
from nirdesh.extract.regions.numbers import closes_name, numbered
from nirdesh.extract.regions.ways import bare
from nirdesh.extract.words import Word
from nirdesh.lexicon.gazetteer import KindWord, cue, gazetteer, kind_openers, villages
from nirdesh.lexicon.names import namesakes
from nirdesh.lexicon.posts import post_words
from nirdesh.mentions import RegionKind

_MAX_NAME = 3
_NAMESAKE = 4  # words of a person after whom a unit is called
_NAME_SHARE = 0.6
_SURE = 0.8
_SURE_LIST = 3  # members of a list that make sure that a word that is a name as well is one (बानो, … प्रखंडों में)
_NAMING = ("village", "subdistrict", "block", "district", "assembly_constituency")
_WHOLE = frozenset({"state", "country"})
_SEATS = frozenset({"assembly_constituency", "parliamentary_constituency"})
_TOWNS = frozenset({"city", "district", "assembly_constituency", "subdistrict", "block", "state"})


def typed_hits(words: list[Word], hits: list[Hit], *, party: bool) -> list[Hit]:
    """Give hits the kind of the type words beside them; add the names that only a type word shows."""
    found = list(hits)
    index = 0
    openers = kind_openers()
    while index < len(words):
        match = kind_word_at(words, index) if words[index].key in openers else None
        if match is None:
            index += 1
            continue
        kind, after = match
        only_number = kind.numbered and kind.side == "after"
        if not (only_number or _opens_next(words, found, index, after, kind)):
            _before(words, found, index, after, kind, party=party)
        if kind.side != "before" and not _typed_by(found, index, after):
            _after(words, found, index, after, kind)
        index = after
    if not party:
        rail, town = (any(word.key in cue(name) for word in words) for name in ("rail_reports", "councils"))
        found = [
            retyped(hit, "other", joined=True) if _no_unit(words, hit, rail=rail, town=town) else hit
            for hit in found
        ]
    found = [hit for hit in found if not any(_swallows(other, hit) for other in found)]
    return sorted(found, key=lambda hit: (hit.first, hit.last))


def _no_unit(words: list[Word], hit: Hit, *, rail: bool, town: bool) -> bool:
    """Whether a unit is a circle of a town or a division of the railway, in a report of no party."""
    if hit.kind != "party_unit" or hit.count is not None:
        return False
    return (rail and hit.joined) or (town and words[hit.outer - 1].key in cue("circles"))


def _swallows(typed: Hit, hit: Hit) -> bool:
    """Whether a hit is only the type word of another (महानगर in प्रयागराज महानगर)."""
    return hit.kind is None and typed.last <= hit.first and hit.outer <= typed.outer


def _opens_next(words: list[Word], found: list[Hit], index: int, after: int, kind: KindWord) -> bool:
    """Whether a type word is of the name after it: the one before has its own (ग्राम क तहसील ख)."""
    if kind.side == "before" or not _name_follows(words, after):
        return False
    before = next((hit for hit in found if hit.outer == index), None)
    if before is not None and before.kind is not None and before.inner < before.first:
        return True
    if kind.kind != "district":
        return False
    following = next((hit for hit in found if hit.first == after), None)
    known = following is not None and any(place.kind == "district" for place in following.places)
    return known and (before is None or all(place.kind != "district" for place in before.places))


def _name_follows(words: list[Word], after: int) -> bool:
    """Whether a name may begin right after a type word."""
    if after >= len(words) or words[after - 1].gap != "space":
        return False
    word = words[after]
    return nameable(word, beside=True) and not often(word.key) and word.key not in post_words()


def _typed_by(hits: list[Hit], index: int, after: int) -> bool:
    return any(hit.outer == after and hit.first < index for hit in hits)


def _before(
    words: list[Word], found: list[Hit], index: int, after: int, kind: KindWord, *, party: bool
) -> None:
    """The name just before the type word, and the list that it closes."""
    if index == 0 or words[index - 1].gap not in ("space", "hyphen") or _tells_when(words, index - 1):
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
    beside = words[after].key if after < len(words) else ""
    if words[index].key in cue("block_like") and beside in cue("block_posts"):
        region_kind = "block"  # सोनपुर जनपद सीईओ
    if words[index].key in cue("holdings") and of_clerk(words, index):
        region_kind = "other"
    found[position] = retyped(hit, region_kind, outer=after, joined=joined)
    if kind.joined and region_kind == "other" and not kind.listed:
        return
    if kind.unlisted and joined:
        return
    _spread_left(words, found, hit.first, region_kind)


def _tells_when(words: list[Word], index: int) -> bool:
    """चुनाव से पूर्व | बूथ स्तर तक: a word after से that tells when is no name."""
    return index > 0 and words[index].key in cue("times") and words[index - 1].key in closed("from_mark")


def decide_kind(hit: Hit, kind: KindWord, *, party: bool) -> tuple[RegionKind | None, bool]:
    """What a type word makes of a name: (kind, whether the type word belongs to the name)."""
    kinds = {place.kind for place in hit.places}
    if kind.party and not party:
        return None, False
    if kind.unlisted and not kinds & _TOWNS:
        return cast(RegionKind, kind.unlisted), True
    if kind.known and not kinds & {kind.kind} and (kinds or not kind.rare):
        return None, False
    if kind.kind == "other":
        if "party_region" in kinds and (party or hit.last - hit.first > 1):
            return "party_region", True
        return ("other" if not kinds & _WHOLE else None), kind.joined and not kind.plural
    if kinds and (kinds <= _WHOLE or (kinds & _WHOLE and kind.kind in _SEATS)):
        return None, False  # मध्य प्रदेश विधानसभा, राजस्थान मंडल
    if kind.kind == "division" and not kind.either:
        return "division", False
    if kind.kind == "division":
        return ("division" if "division" in kinds else "party_unit"), "division" not in kinds
    if kind.kind == "city" and kinds and not kinds & {"city", "district", "assembly_constituency", "block"}:
        return None, False
    return kind.kind, kind.joined


def _unknown_before(words: list[Word], found: list[Hit], index: int, kind: KindWord) -> Hit | None:
    """A name of up to three words before the type word that no list has."""
    if (kind.known or (kind.kind == "city" and not kind.unlisted)) and not kind.rare:
        return None
    called = _namesake(words, index) if kind.either else None
    if called is not None and not overlaps(found, called, index):
        return Hit(called, index, called, index, None, (), "typed")
    if kind.kind == "division" and not (kind.either and _within_unit(words, index)):
        return None
    if kind.unlisted and not closes_name(words, index + 1):
        return None
    if words[index].start - words[index - 1].end > 1:
        return None  # राम लाल - जिला अध्यक्ष: a dash with blanks parts two things
    first = index
    while first > 0 and index - first < _MAX_NAME:
        word = words[first - 1]
        if (
            word.gap not in ("space", "hyphen")
            or not nameable(word, beside=True)
            or overlaps(found, first - 1, first)
        ):
            break
        first -= 1
        if place_like(word.key) and index - first >= 1 and word.key not in cue("second"):
            break
    while first < index and words[first].key in cue("second") and first + 1 < index:
        first += 1
    if first == index or not _good_unknown(words, first, index, kind):
        return None
    if ends_person(words, first) or opens_title(words, first, index):
        return None
    if person_with_title(words, first, index) or lettered(words[index - 1].text):
        return None
    return Hit(first, index, first, index, None, (), "typed")


def _namesake(words: list[Word], index: int) -> int | None:
    """First word of the person after whom the unit at ``index`` is called (भगत सिंह मंडल), or None."""
    key = ""
    for first in range(index - 1, max(-1, index - 1 - _NAMESAKE), -1):
        if words[first].gap != "space":
            return None
        key = words[first].key + key
        if key in namesakes() and first < index - 1:
            return first
    return None


def _within_unit(words: list[Word], index: int) -> bool:
    """फुलझरिया मंडल में: a type word that is a surname as well (रमेश मंडल) is none before में and after no name."""
    inside = index + 1 < len(words) and words[index].gap == "space" and words[index + 1].key in cue("inside")
    name = words[index - 1].key
    return inside and (unknown(name) or place_like(name)) and not first_like(name)


def _good_unknown(words: list[Word], first: int, index: int, kind: KindWord) -> bool:
    keys = [word.key for word in words[first:index]]
    if any(place_like(key) for key in keys):
        return True
    if first and words[first - 1].key.isdigit() and keys[-1].endswith(tuple(cue("plurals"))):
        return False  # 200 गांठें मंडी में
    if kind.listed or kind.rare:
        return all(unknown(key) for key in keys) and kind.rare and len(keys) == 1
    if kind.kind == "other" and not kind.joined:
        return all(unknown(key) for key in keys) and len(keys) == 1
    return len(keys) <= 2 and not (len(keys) == 1 and keys[0] in cue("second"))


def _after(words: list[Word], found: list[Hit], index: int, after: int, kind: KindWord) -> None:
    """The name just after the type word (ग्राम संगतपुर, वार्ड 12) and the list that it opens."""
    if words[index].key in cue("holdings") and of_clerk(words, index):
        kind = kind._replace(kind="village")
    if _opens_rare(words, found, after, kind):
        found.append(Hit(after, after + 1, index, after + 1, kind.kind, (), "typed"))
        return
    if (
        (kind.joined and not kind.numbered)
        or kind.known
        or words[after - 1].gap not in ("space", "hyphen", "punct")
        or after >= len(words)
    ):
        return
    if kind.kind == "village" and words[after].key in cue("village_things"):
        return  # ग्राम चौपाल में
    if kind.kind == "ward" or kind.numbered or (kind.kind == "block" and words[after].key.isdigit()):
        numbered(words, found, index, kind)
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
    if kind.kind not in _NAMING and not kind.opens:
        return
    last = _name_end(words, found, after)
    if last == after or _type_follows(words, last):
        return
    if kind.kind == "district" and not place_like(words[after].key):
        return
    named = name_share(words[after].key) > 0.85 and (kind.kind != "village" or first_like(words[after].key))
    named = named and not (kind.opens and last - after == 1 and _town_name(words[after].key))
    if not closes_name(words, last) or named:
        return
    if last - after > 1 and first_like(words[last - 2].key) and surname_like(words[last - 1].key):
        return  # प्रखंड समन्वयक क ख
    found.append(Hit(after, last, index, last, kind.kind, (), "typed"))
    _spread_right(words, found, last, kind.kind)


def _town_name(key: str) -> bool:
    """Whether a word that ends names is one of a list of villages too, and no first name (थाना खन्ना)."""
    return not first_like(key) and (key in villages() or key in gazetteer().by_key)


def _opens_rare(words: list[Word], found: list[Hit], after: int, kind: KindWord) -> bool:
    """Whether a word that no source has follows a type word (मोहल्ला झिरनाव, अंचल झिरनाव)."""
    if not (kind.rare or (kind.opens and kind.joined)) or after >= len(words):
        return False
    if words[after - 1].gap != "space" or not bare(words[after]) or overlaps(found, after, after + 1):
        return False
    return closes_name(words, after + 1) and not _type_follows(words, after + 1)


def _type_follows(words: list[Word], index: int) -> bool:
    if index >= len(words) or words[index - 1].gap != "space":
        return False
    match = kind_word_at(words, index)
    if match is None or match[0].kind == "other":
        return False
    return match[0].side == "before" or not _name_follows(words, match[1])


def _name_end(words: list[Word], found: list[Hit], first: int) -> int:
    last = first
    while last < len(words) and last - first < _MAX_NAME:
        if not nameable(words[last], beside=True) or overlaps(found, last, last + 1):
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
        if not nameable(words[first - 1], beside=True):
            break
        first -= 1
    return (first, stop) if first < stop else None


def _spread_left(words: list[Word], found: list[Hit], first: int, kind: RegionKind) -> None:
    """Give the kind to the earlier items of the list (कानपुर, झांसी और चित्रकूट मंडल)."""
    members = 1
    while True:
        known = next(
            (
                n
                for n, hit in enumerate(found)
                if hit.kind is None and adjoins(words, hit.outer, first) and hit.count is None
            ),
            None,
        )
        if known is not None:
            hit = found[known]
            kinds = {place.kind for place in hit.places}
            if (
                within_larger(words, hit.first)
                or kinds & {"state", "country"}
                or (kind == "division" and "division" not in kinds)
            ):
                return
            found[known] = retyped(hit, kind)
            first = hit.first
            members += 1
            continue
        item = _item_before(words, found, first)
        if (
            item is None
            or within_larger(words, item[0])
            or kind not in ("village", "other", "block", "ward", "assembly_constituency")
            or overlaps(found, *item)
        ):
            return
        if not place_item(words, *item, typed=True) and not (
            members >= _SURE_LIST and item[1] - item[0] == 1
        ):
            return
        found.append(Hit(item[0], item[1], item[0], item[1], kind, (), "list"))
        first = item[0]
        members += 1


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
        if end == start or not place_item(words, start, end, typed=True) or not closes_name(words, end):
            return
        if _type_follows(words, end):
            return
        found.append(Hit(start, end, start, end, kind, (), "list"))
        last = end
