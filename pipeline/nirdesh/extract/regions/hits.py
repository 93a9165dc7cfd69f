"""Places where a text names a region, before they are put together."""

from __future__ import annotations

from dataclasses import dataclass, replace

from nirdesh.extract.lexis import (
    closed,
    common,
    name_share,
    place_like,
)
from nirdesh.extract.regions.beside import (
    before_is_free,
    called,
    inside_person,
    neighbour,
    ruled,
    slot,
)
from nirdesh.extract.words import Word
from nirdesh.lexicon.gazetteer import (
    KindWord,
    Place,
    agencies,
    area_posts,
    cue,
    gazetteer,
    kind_openers,
    kind_words,
    name_prefixes,
)
from nirdesh.lexicon.names import honorifics
from nirdesh.lexicon.organisations import party_words
from nirdesh.lexicon.posts import titles
from nirdesh.lexicon.quantity import quantity
from nirdesh.mentions import RegionKind

_LONGEST = 5
_LONG_KEY = 8
_BODY_WORDS = 4
_PARTY_REACH = 12
_NAME = 0.8
_SMALL = frozenset({"block", "assembly_constituency", "other", "party_region"})
_PARTED = frozenset({"city", "district"})
_SIDED = frozenset({"state", "city", "district"})
_SEATS = frozenset({"assembly_constituency", "parliamentary_constituency", "party_unit", "division"})
LINKS = ("space", "hyphen")


@dataclass(frozen=True, slots=True)
class Hit:
    """A named place in the words ``first:last``.

    Attributes:
        outer: One past the last word of the mention, type word included.
        inner: First word of the mention, type word included.
        kind: What a word beside it says, or None.
        places: What the gazetteer has under this name.
        count: Number of places of a counted class.
        head: Words before a list that belong to the name of each item (वार्ड 5, 7 और 9).
        rule: Which rule found it.
    """

    first: int
    last: int
    inner: int
    outer: int
    kind: RegionKind | None
    places: tuple[Place, ...]
    rule: str
    count: int | None = None
    joined: bool = False
    head: tuple[int, int] | None = None


def word_end(text: str, word: Word) -> int:
    """End of the word with the full stop of an abbreviation (उ.प्र.)."""
    return word.end + 1 if word.dotted and text[word.end : word.end + 1] == "." else word.end


def window_key(words: list[Word], first: int, last: int) -> str | None:
    """Key of the words ``first:last`` as one name, None where something but a space or hyphen parts them."""
    for word in words[first : last - 1]:
        if word.gap not in LINKS:
            return None
    return "".join(word.key for word in words[first:last])


def gazetteer_hits(words: list[Word]) -> list[Hit]:
    """Longest gazetteer names in the text, those left out that read better as something else.

    An ordinary word that is a name too (मंडी, कोटा) counts where the report shows a place elsewhere.
    """
    by_key, prefixes = gazetteer().by_key, name_prefixes()
    hits: list[Hit] = []
    doubtful: list[tuple[str, Hit]] = []
    refused: list[Hit] = []
    shown: set[str] = set()
    index = 0
    while index < len(words):
        if words[index].key not in prefixes:
            index += 1
            continue
        step = 1
        for last, key in reversed(_windows(words, index, prefixes)):
            if key not in by_key:
                continue
            hit = _with_direction(words, Hit(index, last, index, last, None, by_key[key], "gazetteer"))
            if plausible(words, hit):
                hits.append(_sided(words, hit))
                shown.add(key)
                step = hit.last - index
                break
            refused.append(hit)
            if key in cue("wary"):
                doubtful.append((key, hit))
        index += step
    hits += [
        hit
        for key, hit in doubtful
        if (key in shown and in_place_slot(words, hit))
        or _bracketed(words, hit, hits)
        or _governed(words, hit)
    ]
    for hit in [*refused, *reversed(refused)]:
        if not overlaps(hits, hit.first, hit.last) and _beside_sibling(words, hit, hits):
            hits.append(hit)
    return sorted(hits, key=lambda hit: hit.first)


def _beside_sibling(words: list[Word], hit: Hit, hits: list[Hit]) -> bool:
    """सीधी एवं सिंगरौली, पीलीभीत, बस्ती और एटा: a district that a comma or और joins to one of the same state."""
    states = {place.within for place in hit.places if place.kind == "district"}
    for other in hits if states else ():
        left, right = (other, hit) if other.first < hit.first else (hit, other)
        between = words[left.last : right.first]
        comma = not between and words[left.last - 1].gap == "comma"
        joined = len(between) == 1 and between[0].key in closed("conjunctions") and between[0].gap == "space"
        if (comma or joined) and states & {p.within for p in other.places if p.kind == "district"}:
            return True
    return False


def _bracketed(words: list[Word], hit: Hit, hits: list[Hit]) -> bool:
    """सोनपुर (मंडी): the district of a place, in brackets after it."""
    if not hit.first or words[hit.first - 1].gap != "bracket" or words[hit.last - 1].gap == "space":
        return False
    return place_like(words[hit.first - 1].key) or any(place.last == hit.first for place in hits)


def _governed(words: list[Word], hit: Hit) -> bool:
    """गया के डीएम, सागर कलेक्टर: a district before the title of who is over it."""
    before = neighbour(words, hit.first, -1)
    if not any(place.kind == "district" for place in hit.places) or not before_is_free(before):
        return False
    if before is not None and before.key.endswith(tuple(cue("perfective_endings"))):
        return False
    after = neighbour(words, hit.last - 1, 1)
    if after is not None and after.key in closed("genitive"):
        after = neighbour(words, hit.last, 1)
    return after is not None and (after.key,) in titles() and area_posts().get(after.key) == "district"


def _with_direction(words: list[Word], hit: Hit) -> Hit:
    """The hit with the part of a town or seat after it (पानीपत ग्रामीण, पीपाड़ सिटी), if no list has both."""
    after = neighbour(words, hit.last - 1, 1)
    if after is not None and after.key in cue("village_ends") and _ends(words, hit.last + 1):
        return replace(hit, last=hit.last + 1, outer=hit.outer + 1, places=())  # रामपुर खुर्द में
    if after is None or after.key not in cue("parts") or not any(p.kind in _PARTED for p in hit.places):
        return hit
    beyond = neighbour(words, hit.last, 1)
    ends = closed("postpositions", "conjunctions", "clause")
    if beyond is not None and beyond.key not in ends:
        typed = kind_word_at(words, hit.last + 1)
        if typed is None or typed[0].kind not in _SEATS:
            return hit
    places = (Place("", "assembly_constituency", "", "", "", "", "", "", ""),)
    return replace(hit, last=hit.last + 1, outer=hit.outer + 1, places=places)


def _ends(words: list[Word], last: int) -> bool:
    """Whether a postposition, a conjunction, a type word or punctuation ends a name at ``last``."""
    after = neighbour(words, last - 1, 1)
    if after is None or kind_word_at(words, last) is not None:
        return True
    return after.key in closed("postpositions") or after.key in closed("conjunctions")


def _sided(words: list[Word], hit: Hit) -> Hit:
    """The hit with the side before it that makes it a part of a state or town (पश्चिम ओडिशा, उत्तर नागपुर)."""
    before = neighbour(words, hit.first, -1)
    if before is None or before.key not in cue("sides") or not any(p.kind in _SIDED for p in hit.places):
        return hit
    led = neighbour(words, hit.first - 1, -1)
    if led is not None and led.key in closed("genitive"):
        return hit
    return replace(hit, first=hit.first - 1, inner=hit.first - 1, kind="other", places=())


def _windows(words: list[Word], index: int, prefixes: frozenset[str]) -> list[tuple[int, str]]:
    """Ends and joined keys of the windows from ``index`` that begin some name."""
    found: list[tuple[int, str]] = []
    key = ""
    for last in range(index + 1, min(len(words), index + _LONGEST) + 1):
        key += words[last - 1].key
        if key not in prefixes:
            break
        found.append((last, key))
        if words[last - 1].gap not in LINKS:
            break
    return found


def plausible(words: list[Word], hit: Hit) -> bool:
    """Whether a gazetteer name is a place here and not a common word, a person or a part of another name."""
    after = neighbour(words, hit.last - 1, 1)
    before = neighbour(words, hit.first, -1)
    if after is not None and after.key in cue("never"):
        return False
    if in_dateline(words, hit.first, hit.last, strict=_small(hit)):
        return True
    wary = hit.last - hit.first == 1 and words[hit.first].key in cue("wary")
    if wary and before is not None and (quantity([before.key])[1] or before.key in cue("ordinals")):
        return False  # एक बार, दूसरी बार
    typed = kind_word_at(words, hit.last) if after else None
    if (
        before is not None
        and before.key in closed("demonstrative")
        and not _of_them(words, hit, before, after)
    ):
        return False
    verbal = hit.last - hit.first == 1 and words[hit.first].key in cue("verbal")
    if verbal and before is not None and before.key.endswith(tuple(cue("perfective_endings"))):
        return False
    if typed and typed[0].kind != "other":
        return hit.last - hit.first > 1 or words[hit.first].key not in closed("quantifiers")
    if hit.last - hit.first == 1 and words[hit.first].key in closed("quantifiers"):
        return False
    if typed and _party_region(words, hit):
        return True
    if ruled(words, hit.first, hit.last):
        return True
    if (before is not None and before.key in honorifics().before) or inside_person(before, after):
        return False
    if _kin(before, after):
        return False
    if in_body(words, hit) or called(words, hit.first, hit.last):
        return False
    if hit.last - hit.first > 1:
        return _really_joined(words, hit)
    word = words[hit.first]
    if word.key in cue("wary") or common(word.key):
        return False
    if name_share(word.key) > _NAME:
        return (
            any(place.kind == "district" for place in hit.places) and before_is_free(before) and slot(after)
        )
    if _small(hit):
        return place_like(word.key) and in_place_slot(words, hit)
    return True


def _kin(before: Word | None, after: Word | None) -> bool:
    """फुलमनी के पिता गोमिया लागुरी …: between a kin word and the rest of a name."""
    if before is None or after is None or before.key not in closed("kin_roles"):
        return False
    return not common(after.key) and after.key not in closed("postpositions", "conjunctions")


def _of_them(words: list[Word], hit: Hit, before: Word, after: Word | None) -> bool:
    """Whether no demonstrative stands before, or one that is a subject (वे ईरान से लौटे)."""
    if before.key not in closed("demonstrative"):
        return True
    key = words[hit.first].key
    named = hit.last - hit.first > 1 or not (key in cue("wary") or common(key))
    return (
        named
        and before.key in closed("pronouns_plain")
        and after is not None
        and after.key in cue("reaching")
    )


def _party_region(words: list[Word], hit: Hit) -> bool:
    """भाजपा काशी क्षेत्र: a region of a party that the sentence names."""
    if not any(place.kind == "party_region" for place in hit.places):
        return False
    here = words[hit.first].sentence
    near = words[max(0, hit.first - _PARTY_REACH) : hit.last + _PARTY_REACH]
    return any(word.key in party_words() for word in near if word.sentence == here)


def in_dateline(words: list[Word], first: int, last: int, *, strict: bool = False) -> bool:
    """Whether the words open a line and punctuation parts them from the rest (कानपुर, …; रांची : …).

    ``strict``: a comma counts only before a date or a byline, because it may part the items of a list.
    """
    if first and words[first - 1].gap != "line" and not _after_byline(words, first):
        return False
    gap = words[last - 1].gap
    if strict and gap == "comma":
        return last < len(words) and (words[last].key.isdigit() or words[last].key in agencies())
    return gap in ("comma", "punct", "stop", "bracket")


def _small(hit: Hit) -> bool:
    return all(place.kind in _SMALL for place in hit.places)


def _after_byline(words: list[Word], first: int) -> bool:
    """स्थानीय संवाददाता, ऊधमपुर : …"""
    start = first - 1
    while start > 0 and words[start - 1].gap == "space" and first - start < _LONGEST:
        start -= 1
    at_head = start == 0 or words[start - 1].gap == "line"
    return at_head and words[first - 1].gap == "comma" and words[first - 1].key in agencies()


def _really_joined(words: list[Word], hit: Hit) -> bool:
    """Whether words that together sound like one name are it (राय बरेली), and not two words (हर गांव)."""
    if words[hit.last - 1].key in closed("postpositions"):
        return False  # राजेश ठाकुर | द्वारा
    key = "".join(word.key for word in words[hit.first : hit.last])
    spaced = any(" " in place.name or "-" in place.name for place in hit.places)
    return (
        spaced or len(key) >= _LONG_KEY or not any(common(word.key) for word in words[hit.first : hit.last])
    )


def in_body(words: list[Word], hit: Hit) -> bool:
    """A state that begins the name of a body (हिमाचल किसान सभा)."""
    if not any(place.kind in ("state", "country") for place in hit.places):
        return False
    for index in range(hit.last, min(len(words), hit.last + _BODY_WORDS)):
        if words[index - 1].gap != "space" or words[index].key in closed("postpositions"):
            return False
        if words[index].key in cue("bodies"):
            return True
    return False


def in_place_slot(words: list[Word], hit: Hit) -> bool:
    """Whether a postposition, a comma or another place follows."""
    after = neighbour(words, hit.last - 1, 1)
    if after is None:
        return True
    return after.key in closed("locative") or after.key in closed("conjunctions") or common(after.key)


def kind_word_at(words: list[Word], index: int) -> tuple[KindWord, int] | None:
    """The longest type word that begins at ``index`` and the index after it."""
    if words[index].key not in kind_openers():
        return None
    table = kind_words()
    for length in (3, 2, 1):
        chunk = words[index : index + length]
        if len(chunk) < length or any(word.gap not in LINKS for word in chunk[:-1]):
            continue
        entries = table.get(tuple(word.key for word in chunk))
        if entries:
            entry = entries[0]
            return entry, index + length
    return None


def overlaps(hits: list[Hit], first: int, last: int) -> bool:
    """Whether one of ``hits`` shares a word with ``first:last``."""
    return any(hit.inner < last and first < hit.outer for hit in hits)


def covered(words: list[Word], hits: list[Hit]) -> list[bool]:
    """Which words one of ``hits`` takes, type words included."""
    taken = [False] * len(words)
    for hit in hits:
        taken[hit.inner : hit.outer] = [True] * (hit.outer - hit.inner)
    return taken


def retyped(
    hit: Hit, kind: RegionKind, *, outer: int | None = None, inner: int | None = None, joined: bool = False
) -> Hit:
    """The hit with the kind that a type word gives it."""
    return replace(
        hit,
        kind=kind,
        outer=hit.outer if outer is None else outer,
        inner=hit.inner if inner is None else inner,
        joined=joined,
    )
