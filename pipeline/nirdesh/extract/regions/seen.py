"""Places that a model saw and no list has."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from nirdesh.extract.lexis import (
    closed,
    common,
    first_like,
    name_share,
    place_ending,
    place_like,
    surname_like,
    unknown,
)
from nirdesh.extract.regions.beside import neighbour
from nirdesh.extract.regions.hits import Hit, in_body, in_dateline, kind_word_at, overlaps
from nirdesh.extract.regions.items import adjoins
from nirdesh.extract.regions.latin import any_matches, known_sound
from nirdesh.extract.regions.naming import lettered, nameable
from nirdesh.extract.regions.ways import institutions
from nirdesh.extract.words import Word
from nirdesh.lexicon.gazetteer import Place, agencies, cue, gazetteer
from nirdesh.lexicon.names import honorifics, second_parts
from nirdesh.lexicon.posts import post_grammar
from nirdesh.mentions import Span

_LONGEST = 3
_NAME = 0.6
_SURE = 0.9
_MIDDLE = 8
_GIVEN = 7  # words back to को
_OVER = frozenset({"admin", "police"})
_TOWNS = frozenset({"city", "district"})


def seen_hits(words: list[Word], hits: list[Hit], seen: Sequence[Span]) -> list[Hit]:
    """Hits for the model's places, cut to the words that can name one.

    Args:
        words: The text.
        hits: What the lists found; the model adds only beside it.
        seen: Spans of the model's places.
    """
    starts = {word.start: index for index, word in enumerate(words)}
    cut: list[tuple[Hit, bool]] = []
    for span in seen:
        first = starts.get(span.start)
        if first is None:
            continue
        last = first
        while last < len(words) and words[last].end <= span.end:
            last += 1
        judged = _cut(words, first, last)
        if judged is not None and not overlaps(
            [*hits, *(hit for hit, _ in cut)], judged[0].first, judged[0].last
        ):
            cut.append(judged)
    sure = [hit for hit, supported in cut if supported]
    known = [*hits, *sure]
    return sure + [
        _like(hit, beside)
        for hit, supported in cut
        if not supported and (beside := _beside(words, hit, known)) is not None
    ]


def _beside(words: list[Word], hit: Hit, places: list[Hit]) -> Hit | None:
    """The place that the name stands in a list with (टिकरी, जखैनी व कुद)."""
    keys = [word.key for word in words[hit.first : hit.last]]
    before = neighbour(words, hit.first, -1)
    filled = before is not None and before.key in closed("inside")
    if len(keys) > 1 and (first_like(keys[0]) or filled) and not any(map(place_like, keys)):
        return None
    after = neighbour(words, hit.last - 1, 1)
    if len(keys) > 1 and after is not None and after.key in closed("actor_marks"):
        return None
    for place in places:
        if _moves(words, hit, place) and not (first_like(keys[0]) and not place_like(keys[0])):
            return place
        right = adjoins(words, hit.outer, place.first) and not filled
        if adjoins(words, place.outer, hit.first) or right:
            return place
    return None


def _moves(words: list[Word], hit: Hit, place: Hit) -> bool:
    """सोनपुर से हरिपुर: from one place to another."""
    left, right = (hit, place) if hit.first < place.first else (place, hit)
    return right.first == left.outer + 1 and words[left.outer].key in closed("from_mark")


def _like(hit: Hit, beside: Hit) -> Hit:
    """The hit as a town where its neighbour is one."""
    town = any(place.kind in _TOWNS for place in beside.places) and not hit.places
    return replace(hit, places=(Place("", "city", "", "", "", "", "", "", ""),)) if town else hit


def dateline_hits(words: list[Word], hits: list[Hit]) -> list[Hit]:
    """Places of datelines that only the lists of all India have (संवाद सूत्र, सोनपुर : …; सोनपुर, 4 मई)."""
    found: list[Hit] = []
    for first, word in enumerate(words):
        opens = first == 0 or words[first - 1].gap == "line"
        byline = not opens and words[first - 1].gap == "comma" and words[first - 1].key in agencies()
        if not (opens or byline) or not nameable(word) or word.key in agencies():
            continue
        for last in (first + 2, first + 1):
            if last >= len(words) or any(w.gap != "space" for w in words[first : last - 1]):
                continue
            dated = words[last - 1].gap == "comma" and words[last].key.isdigit()
            if not dated and not (byline and in_dateline(words, first, last, strict=True)):
                continue
            places = any_matches(" ".join(w.text for w in words[first:last]), dateline=True)
            known = known_sound(" ".join(w.text for w in words[first:last]))
            if known and not overlaps([*hits, *found], first, last):
                found.append(Hit(first, last, first, last, None, places, "dateline"))
    return found


def ending_hits(words: list[Word], hits: list[Hit]) -> list[Hit]:
    """Unlisted names with the ending of a place before a postposition of place (भक्तिनगर तक)."""
    found = []
    for index, word in enumerate(words):
        if (
            word.gap != "space"
            or not place_ending(word.key)
            or common(word.key)
            or name_share(word.key) > _NAME
        ):
            continue
        after, before = neighbour(words, index, 1), neighbour(words, index, -1)
        if after is None or after.key not in cue("reaching") or overlaps(hits, index, index + 1):
            continue
        if before is not None and (before.key in honorifics().before or first_like(before.key)):
            continue
        if nameable(word) and word.key not in cue("wary"):
            found.append(Hit(index, index + 1, index, index + 1, None, (), "model"))
    return found


def resident_hits(words: list[Word], hits: list[Hit]) -> list[Hit]:
    """Unlisted names beside निवासी (राम लाल (41) निवासी सोनवल; सोनवल निवासी राम लाल)."""
    found = []
    resident = closed("resident")
    for index, word in enumerate(words):
        if word.key not in resident or not 0 < index < len(words) - 1 or word.gap != "space":
            continue
        person = words[index - 1].gap == "bracket" or first_like(words[index - 1].key)
        person = person or surname_like(words[index - 1].key)
        named = index + 2 < len(words) and words[index + 1].gap == "space" and nameable(words[index + 2])
        whose = named and not place_like(words[index + 1].key) and not _closes(words, index + 2)
        if whose and index > 1 and _from_place(words, index - 2):  # … के मिश्रौली दीक्षित निवासी हदीसुन निशा ने
            if not overlaps(hits, index - 2, index):
                found.append(Hit(index - 2, index, index - 2, index, None, (), "resident"))
            continue
        at = index + 1 if person and not place_like(words[index - 1].key) else index - 1
        other = words[at]
        if overlaps(hits, at, at + 1) or not nameable(other) or not unknown(other.key):
            continue
        if at > index or (other.gap == "space" and first_like(words[index + 1].key)):
            found.append(Hit(at, at + 1, at, at + 1, None, (), "resident"))
    return found


def _closes(words: list[Word], index: int) -> bool:
    return words[index].key in closed("postpositions") or words[index].key in closed("actor_marks")


def _from_place(words: list[Word], first: int) -> bool:
    """Whether a genitive before two words says that they name a place in another (भटनी के …)."""
    before = neighbour(words, first, -1)
    named = nameable(words[first]) and words[first].gap == "space" and unknown(words[first].key)
    named = named and kind_word_at(words, first + 1) is None
    return named and before is not None and before.key in closed("genitive")


def _cut(words: list[Word], first: int, last: int) -> tuple[Hit, bool] | None:
    """The words of ``first:last`` that can name a place, and whether more than the model speaks for it."""
    if first < last and (
        words[first].key in honorifics().before or words[first].key in post_grammar().former
    ):
        return None
    first = _past_institution(words, first, last)
    end = first
    inside = words[first:last]
    listed = 1 < last - first <= _LONGEST and known_sound(" ".join(w.text for w in inside))
    plain = all(w.gap == "space" for w in inside[:-1]) and all(w.key not in cue("never") for w in inside)
    at = neighbour(words, last - 1, 1)
    site = (
        len(inside) > 1
        and inside[-1].key in closed("sites")
        and at is not None
        and at.key in closed("inside")
    )
    if (listed or site) and plain:
        end = last  # पोर्ट ब्लेयर: an ordinary word in a known name
    while end < last and nameable(words[end]) and words[end].key not in cue("never"):
        end += 1
        if words[end - 1].gap not in ("space", "hyphen"):
            break
    if end == first or end - first > _LONGEST or all(common(word.key) for word in words[first:end]):
        return None
    after = neighbour(words, end - 1, 1)
    speaks = after is not None and (after.key in closed("subject") or after.key in honorifics().after)
    street = after is not None and after.key in cue("never")
    if after is not None and after.key in cue("shrines") and not known_sound(_text(words, first, end)):
        return None
    if speaks or street or (end - first == 1 and words[first].key in cue("wary") | agencies()):
        return None
    hit = Hit(first, end, first, end, None, (), "model")
    if end - first == 1 and first and (_of_person(words, first) or _letters(words[first].text)):
        return None
    if end - first == 1 and _surname(words, first):
        return None
    dateline = in_dateline(words, first, end, strict=True)
    known = gazetteer().by_key.get("".join(word.key for word in words[first:end]), ())
    states = tuple(place for place in known if place.kind in ("state", "country"))
    places = states or any_matches(_name(words, hit), dateline=dateline)
    if in_body(words, replace(hit, places=states)):
        return None
    return replace(hit, places=places), dateline or _supported(words, hit, after)


def _past_institution(words: list[Word], first: int, last: int) -> int:
    """सीएचसी | सोनवल, उपतहसील | सोनवल: where the name begins after a word for what is there."""
    match = kind_word_at(words, first) if first + 1 < last else None
    if match is not None and match[1] < last and match[0].side != "before" and not match[0].joined:
        return match[1]
    for end in range(last - 1, first, -1):
        if tuple(word.key for word in words[first:end]) in institutions("schools") | institutions("posts"):
            return end
    return first


def _letters(text: str) -> bool:
    """Whether the word is letter names, as bodies and committees are called (एमआईसी), and no known place."""
    return lettered(text) and not known_sound(text)


def _of_person(words: list[Word], index: int) -> bool:
    """होटल अमित में; सोनपुर से यशपाल, हरिपुर से …: a first name after a house or in a list of places."""
    word, before = words[index], words[index - 1]
    if before.gap != "space" or not first_like(word.key) or name_share(word.key) <= _SURE:
        return False
    listed = before.key in closed("slot_marks") and word.gap == "comma" and not known_sound(word.text)
    return before.key in closed("lodgings") or (listed and not place_like(word.key))


def _surname(words: list[Word], index: int) -> bool:
    """हरदीप सिंह लाली के पास, कुंदन नेगी: the end of a name, or a first name before its surname."""
    word, before, after = words[index], neighbour(words, index, -1), neighbour(words, index, 1)
    if after is not None and first_like(word.key) and surname_like(after.key) and not place_like(word.key):
        return not common(after.key) and not place_like(after.key)
    led = neighbour(words, index - 1, -1)
    named = led is not None and first_like(led.key) and before is not None and before.key in second_parts()
    return named and after is not None and after.key in closed("genitive") | closed("actor_marks")


def _name(words: list[Word], hit: Hit) -> str:
    return _text(words, hit.first, hit.last)


def _text(words: list[Word], first: int, last: int) -> str:
    return " ".join(word.text for word in words[first:last])


def _supported(words: list[Word], hit: Hit, after: Word | None) -> bool:
    """Whether the name's form or the words beside it speak for a place as the model does."""
    keys = [word.key for word in words[hit.first : hit.last]]
    if len(keys) > 1 and first_like(keys[0]) and not place_like(keys[-1]):
        return False
    if any(surname_like(key) and not place_like(key) for key in keys):
        return False
    if any(map(place_like, keys)) or known_sound(_name(words, hit)):
        return True
    before = [word.key for word in words[max(hit.first - 2, 0) : hit.first]]
    if len(before) > 1 and before[1] in closed("dative"):
        listed = words[hit.last - 1].gap == "comma" or (
            after is not None and after.key in closed("conjunctions")
        )
        if before[0].isdigit() or (listed and surname_like(before[0])):
            return True  # 14 को सोनपुर, 16 को हरिपुर; राम लाल को सोनपुर, …
    if after is None:
        return False
    if after.key in closed("resident") or after.key in closed("sites"):
        return True
    near = words[hit.last + 1 : hit.last + 2] if after.key in closed("genitive") else []
    return after.key in closed("inside") or any(word.key in cue("near") for word in near)
