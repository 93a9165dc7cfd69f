"""Find bodies by name, alias or pattern and make one organisation of all that mean the same body."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from nirdesh.extract.words import Word
from nirdesh.lexicon.gazetteer import gazetteer
from nirdesh.lexicon.keys import fold_name
from nirdesh.lexicon.organisations import claimants, heads, name_words, names
from nirdesh.lexicon.posts import post_grammar, split_key
from nirdesh.mentions import EntityMention, MentionKind, Organisation, OrganisationKind, Span

_LONGEST = 8
_MAX_FIELD = 6
_JOINED_GAPS = ("space", "hyphen", "bracket")
_NAME_GAPS = (*_JOINED_GAPS, "comma")  # खाद्य, नागरिक आपूर्ति … विभाग
_STATE_GOVERNMENT = "प्रदेश सरकार"


@dataclass(frozen=True, slots=True)
class OrganisationHit:
    """A body named in the words ``first:last``.

    Attributes:
        body: What all mentions of one body share.
        weak: A word that means the body only where the report names it otherwise (पार्टी).
        listed: The lists have the whole name, in more than one word.
        region: The state or town in the name (दिल्ली सरकार), empty without one.
    """

    first: int
    last: int
    kind: OrganisationKind
    body: str
    text: str
    weak: bool = False
    listed: bool = False
    region: str = ""


def find_hits(words: list[Word], regions: list[tuple[int, int]]) -> list[OrganisationHit]:
    """Bodies in the text.

    Args:
        words: The text's words.
        regions: Word ranges that name regions; they may begin a body's name (लखनऊ विकास प्राधिकरण).

    Example:
        >>> from nirdesh.extract.words import scan
        >>> [hit.text for hit in find_hits(scan("परिवहन विभाग और नगर निगम ने बताया"), [])]
        ['परिवहन विभाग', 'नगर निगम']
    """
    hits: list[OrganisationHit] = []
    index = 0
    openers = _all_openers()
    while index < len(words):
        if words[index].key not in openers:
            index += 1
            continue
        hit = _named(words, index) or _built(words, index)
        if hit is None:
            index += 1
            continue
        if _names_place(words, hit):
            index = hit.last
            continue
        hit = _with_region(words, hit, regions)
        while hits and hits[-1].last > hit.first:
            hits.pop()
        hits.append(hit)
        index = hit.last
    hits = _told_apart(hits)
    return _resolved(hits + _weak(words, hits))


def listed_names(words: list[Word]) -> list[tuple[int, int]]:
    """Word ranges of the names of several words that the lists have, the longest at each place.

    Example:
        >>> from nirdesh.extract.words import scan
        >>> listed_names(scan("बैठक में झारखंड मुक्ति मोर्चा के नेता आए"))
        [(2, 5)]
    """
    found: list[tuple[int, int]] = []
    for index, word in enumerate(words):
        if word.key not in _openers() or (found and index < found[-1][1]):
            continue
        hit = _named(words, index)
        if hit is not None and hit.listed:
            found.append((hit.first, hit.last))
    return found


def _chunk(words: list[Word], index: int, length: int) -> tuple[str, ...] | None:
    chunk = words[index : index + length]
    if len(chunk) < length or any(word.gap not in _JOINED_GAPS for word in chunk[:-1]):
        return None
    return tuple(word.key for word in chunk)


def _text(words: list[Word], first: int, last: int) -> str:
    """The words with the dots, commas, hyphens and brackets between them (लोजपा (रामविलास))."""
    text, inside = "", False
    for before, word in pairwise(words[first:last]):
        text += before.text + "." * before.dotted
        if before.gap == "bracket":
            inside = not inside
            text += " (" if inside else ") "
        elif before.gap == "hyphen" and word.start - before.end == 1:
            text += "-"
        else:
            text += ", " if before.gap == "comma" else " "
    return text + words[last - 1].text + ")" * inside


@lru_cache(maxsize=1)
def _openers() -> frozenset[str]:
    """Keys of the first words of names."""
    return frozenset(key[0] for key in names() if key)


@lru_cache(maxsize=1)
def _head_openers() -> frozenset[str]:
    return frozenset(key[0] for key in heads())


@lru_cache(maxsize=1)
def _all_openers() -> frozenset[str]:
    return _openers() | _head_openers()


def _named(words: list[Word], index: int) -> OrganisationHit | None:
    if words[index].key not in _openers():
        return None
    table = names()
    reach = index + 1
    while reach < len(words) and reach - index < _LONGEST and words[reach - 1].gap in _NAME_GAPS:
        reach += 1
    keys = tuple(word.key for word in words[index:reach])
    for length in range(len(keys), 0, -1):
        key = keys[:length]
        if key in table and key not in heads():
            body = table[key]
            last = index + length
            text = _text(words, index, last)
            hit = OrganisationHit(index, last, body.kind, body.name, text, listed=length > 1)
            return _with_fields(words, hit)
    return None


def _with_fields(words: list[Word], hit: OrganisationHit) -> OrganisationHit:
    """Take the fields right before a listed department into its name (तकनीकी | शिक्षा विभाग)."""
    head = heads().get((words[hit.last - 1].key,))
    if head is None or not head.open or hit.last - hit.first == 1:
        return hit
    first = hit.first
    fields = name_words("fields")
    if hit.kind == "department":
        fields |= post_grammar().prefixes - post_grammar().levels
    joints = name_words("joints") | name_words("loose_joints")
    while first > 0 and words[first - 1].gap in ("space", "hyphen"):
        joined = words[first - 1].key in joints and _belongs(words, first - 1, hit.last - 1)
        if not joined and words[first - 1].key not in fields:
            break
        first -= 1
    while words[first].key in joints:
        first += 1
    if first >= hit.first:
        return hit
    text = _text(words, first, hit.last)
    key = split_key(text)
    return replace(hit, first=first, text=text, body=names()[key].name if key in names() else text)


def _built(words: list[Word], index: int) -> OrganisationHit | None:
    """A head with the field words before it (खाद्य एवं रसद विभाग)."""
    if words[index].key not in _head_openers():
        return None
    for length in (2, 1):
        key = _chunk(words, index, length)
        head = heads().get(key) if key else None
        if head is None:
            continue
        last = index + length
        first = index
        while head.open and first > 0 and index - first < _MAX_FIELD and words[first - 1].gap == "space":
            if not _belongs(words, first - 1, index):
                break
            first -= 1
        while first < index and words[first].key in name_words("joints") | name_words("loose_joints"):
            first += 1
        if head.open and first == index:
            return None
        text = _text(words, first, last)
        body = names()[split_key(text)].name if split_key(text) in names() else text
        return OrganisationHit(first, last, head.kind, body, text)
    return None


def _belongs(words: list[Word], j: int, head: int) -> bool:
    """Whether the word at ``j`` is a field of the body whose head stands at ``head``, or joins two."""
    key = words[j].key
    if key in post_grammar().prefixes or key in name_words("fields"):
        return True
    if j + 1 >= head or j == 0:
        return False
    before = words[j - 1].key
    return key in name_words("joints") or (
        key in name_words("loose_joints") and before in name_words("never_alone")
    )


def _names_place(words: list[Word], hit: OrganisationHit) -> bool:
    """रेलवे स्टेशन, पुलिस लाइन: whether one word only opens the name of a kind of place."""
    if hit.last - hit.first > 1 or hit.last >= len(words) or words[hit.first].gap != "space":
        return False
    return words[hit.last].key in name_words("places_of_bodies")


def _of_the_country(words: list[Word], hit: OrganisationHit) -> bool:
    """रेलवे: the short name of a body of the whole country (भारतीय रेलवे), which no town or state has."""
    short = hit.last - hit.first == 1 and split_key(hit.body) != (words[hit.first].key,)
    return (
        short and (words[hit.first].key,) not in heads() and split_key(hit.body)[0] in name_words("national")
    )


def _told_apart(hits: list[OrganisationHit]) -> list[OrganisationHit]:
    """Governments of two states and the police of two towns are two bodies; a bare सरकार is the last one."""
    regions: dict[str, set[str]] = {}
    for hit in hits:
        regions.setdefault(hit.body, set()).update({hit.region} - {""})
    names: dict[tuple[str, str], str] = {}
    last: dict[str, str] = {}
    found = []
    for hit in hits:
        if len(regions[hit.body]) > 1:
            if hit.region:
                last[hit.body] = names.setdefault((hit.body, hit.region), hit.text)
            hit = replace(hit, body=last.get(hit.body, hit.body))
        found.append(hit)
    return found


def _with_region(words: list[Word], hit: OrganisationHit, regions: list[tuple[int, int]]) -> OrganisationHit:
    """Take a region's name into the body's (झारखंड सरकार)."""
    if hit.kind not in ("government", "department") or hit.first == 0 or words[hit.first - 1].gap != "space":
        return hit
    if _of_the_country(words, hit):
        return hit
    while (
        hit.first > 1
        and words[hit.first - 1].gap == "space"
        and words[hit.first - 1].key in name_words("levels")
    ):
        hit = replace(hit, first=hit.first - 1, text=_text(words, hit.first - 1, hit.last))
    states = [*_state_before(words, hit.first), *_state_before(words, hit.first + 1)]  # उत्तर | प्रदेश सरकार
    for first, last in [*regions, *states]:
        if last == hit.first or first < hit.first < last <= hit.last:
            text = _text(words, first, hit.last)
            key = split_key(text)
            body = names()[key].name if key in names() else _region_body(words, hit, text)
            region = _region_key(" ".join(word.text for word in words[first : min(last, hit.last - 1)]))
            return replace(hit, first=first, text=text, body=body, region=region)
    return hit


def _region_key(name: str) -> str:
    """What spellings of one region's name share (यूपी, उत्तर प्रदेश)."""
    places = gazetteer().by_key.get(fold_name(name), ())
    return next((place.id for place in places if place.kind == "state"), fold_name(name))


def _state_before(words: list[Word], end: int) -> Iterator[tuple[int, int]]:
    """The name of a state that ends before word ``end``, which may be no mention of a region of its own."""
    for first in (end - 2, end - 1):
        name = " ".join(word.text for word in words[max(first, 0) : end])
        plain = all(word.gap == "space" for word in words[max(first, 0) : end])
        if (
            first >= 0
            and plain
            and any(p.kind == "state" for p in gazetteer().by_key.get(fold_name(name), ()))
        ):
            yield first, end
            return


def _region_body(words: list[Word], hit: OrganisationHit, text: str) -> str:
    """A state's सरकार is the report's प्रदेश सरकार; other bodies are told apart by the region."""
    if hit.body in (_STATE_GOVERNMENT, "शासन", "प्रशासन", "नगर निगम") or hit.last - hit.first == 1:
        return hit.body
    return text


def _weak(words: list[Word], hits: list[OrganisationHit]) -> list[OrganisationHit]:
    """पार्टी and the like, where a body of the report claims them."""
    claims: dict[str, list[str]] = {}
    counts = Counter(hit.body for hit in hits)
    claiming = claimants()
    for body in sorted(counts.keys() & claiming.keys(), key=lambda name: claiming[name].order):
        for key in claiming[body].keys:
            claims.setdefault(key, []).append(body)
    if not claims:
        return []
    found = []
    for index, word in enumerate(words):
        if word.key not in claims or _is_pronoun(words, index):
            continue
        if not any(hit.first <= index < hit.last for hit in hits):
            body_name = max(claims[word.key], key=lambda name: counts[name])
            found.append(
                OrganisationHit(index, index + 1, claiming[body_name].kind, body_name, word.text, weak=True)
            )
    return found


def _is_pronoun(words: list[Word], index: int) -> bool:
    """Whether a short name of a party is the pronoun here (आप को, not आप ने)."""
    if words[index].key not in name_words("pronouns"):
        return False
    after = words[index + 1].key if index + 1 < len(words) and words[index].gap == "space" else ""
    return after not in name_words("after_parties")


def _resolved(hits: list[OrganisationHit]) -> list[OrganisationHit]:
    return sorted(hits, key=lambda hit: hit.first)


def organisations(
    words: list[Word], hits: list[OrganisationHit]
) -> tuple[tuple[Organisation, ...], dict[str, str]]:
    """One organisation per body.

    Returns:
        The organisations in order of first mention, and body -> organisation id (its fullest name).
    """
    groups: dict[str, list[OrganisationHit]] = {}
    for hit in hits:
        groups.setdefault(hit.body, []).append(hit)
    ids: dict[str, str] = {}
    made = []
    for body, items in groups.items():
        name = max((hit.text for hit in items if not hit.weak), key=len, default=items[0].text)
        ids[body] = name
        mentions = tuple(
            EntityMention(Span(words[hit.first].start, words[hit.last - 1].end), _kind(hit, name))
            for hit in items
        )
        made.append(Organisation(name, name, items[0].kind, mentions))
    return tuple(made), ids


def _kind(hit: OrganisationHit, name: str) -> MentionKind:
    return "name" if hit.text == name else "short"
