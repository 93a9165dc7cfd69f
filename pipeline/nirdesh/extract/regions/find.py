"""From a text to its regions: hits, kinds by context, and one region per place."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache
from itertools import pairwise

from nirdesh.extract.lexis import closed, unknown
from nirdesh.extract.organisations import listed_names
from nirdesh.extract.regions.counted import counted_hits
from nirdesh.extract.regions.dated import dated_hits
from nirdesh.extract.regions.hamlets import hamlet_hits
from nirdesh.extract.regions.headed_rows import row_kinds
from nirdesh.extract.regions.hits import Hit, gazetteer_hits, retyped, word_end
from nirdesh.extract.regions.kinds import classes_of, kind_of, listed_with
from nirdesh.extract.regions.latin import latin_hits, report_states
from nirdesh.extract.regions.lists import place_lists
from nirdesh.extract.regions.nested import nested_hits
from nirdesh.extract.regions.posted import posted_hits
from nirdesh.extract.regions.repeats import repeated_hits
from nirdesh.extract.regions.rows import row_hits
from nirdesh.extract.regions.seen import dateline_hits, ending_hits, resident_hits, seen_hits
from nirdesh.extract.regions.slots import side_hits, slot_hits
from nirdesh.extract.regions.titled import titled_hits
from nirdesh.extract.regions.typed import typed_hits
from nirdesh.extract.regions.wary import of_number, of_paper, of_route, wary_hits
from nirdesh.extract.regions.ways import way_hits
from nirdesh.extract.regions.within import ancestors, with_within
from nirdesh.extract.words import Word, scan
from nirdesh.lexicon.files import toml
from nirdesh.lexicon.gazetteer import Place, agencies, cue, gazetteer
from nirdesh.lexicon.organisations import names as body_names
from nirdesh.lexicon.organisations import party_words
from nirdesh.lexicon.posts import split_key
from nirdesh.mentions import Codes, EntityMention, Region, RegionKind, Span
from nirdesh.report import Block

_OWN = frozenset({"division", "party_unit", "assembly_constituency", "parliamentary_constituency"})
_BYLINE = 4  # words of a byline before the place
_DATE = 2  # words of a date between two places of a dateline
_LIST = 8  # regions on either side among which a list is looked for
_VAGUE = frozenset({"division", "party_unit", "other"})


@dataclass(frozen=True, slots=True)
class _Named:
    """A hit with its final kind."""

    hit: Hit
    kind: RegionKind
    strong: bool
    dateline: bool = False

    @property
    def rank(self) -> int:
        """Whose kind counts where one name has several: what a type word says, the dateline, the rest."""
        if self.strong and self.kind not in _VAGUE:
            return 0
        return 1 if self.dateline else 2 if self.strong else 3


def find_regions(text: str, blocks: Sequence[Block] = (), seen: Sequence[Span] = ()) -> tuple[Region, ...]:
    """Regions of a report.

    Args:
        text: Normalised text.
        blocks: Its layout; a dateline block gives the report's place.
        seen: Where a model saw a place; names that no list has are taken from there.

    Returns:
        Regions ``r1``, ``r2`` … in order of first mention, offsets in code points of ``text``.

    Example:
        >>> [(r.name, r.kind) for r in find_regions("बिल्हौर विधानसभा के रहीमपुर गांव में बैठक हुई।")]
        [('बिल्हौर', 'assembly_constituency'), ('रहीमपुर', 'village')]
    """
    words = scan(text)
    hits = _all_hits(words, seen)
    districts = _districts(hits)
    classes = classes_of(words)
    named = [_Named(hit, *kind_of(words, hit, hits, districts, classes)) for hit in hits]
    named = _listmates(words, named)
    named = _datelines(words, named, blocks)
    for number, kind in row_kinds(words, [item.hit for item in named]).items():
        named[number] = _Named(named[number].hit, kind, strong=True)
    return _regions(text, words, named)


def _all_hits(words: list[Word], seen: Sequence[Span]) -> list[Hit]:
    party = any(word.key in party_words() for word in words)
    counted = counted_hits(words, party=party)
    counted = [retyped(hit, "party_unit") if party and hit.kind == "division" else hit for hit in counted]
    hits = [hit for hit in gazetteer_hits(words) if not any(_overlap(hit, other) for other in counted)]
    hits += wary_hits(words, hits)
    hits += latin_hits(words, [*hits, *counted], seen)
    hits += seen_hits(words, [*hits, *counted], seen)
    hits += dateline_hits(words, [*hits, *counted])
    hits += ending_hits(words, [*hits, *counted])
    hits += [hit for hit in hamlet_hits(words) if _widens(hit, [*hits, *counted])]
    hits += resident_hits(words, [*hits, *counted])
    hits += titled_hits(words, [*hits, *counted])
    hits += posted_hits(words, [*hits, *counted])
    hits += side_hits(words, [*hits, *counted])
    hits += way_hits(words, [*hits, *counted])
    hits += slot_hits(words, [*hits, *counted])
    hits += row_hits(words, [*hits, *counted])
    hits = sorted([*hits, *dated_hits(words, [*hits, *counted])], key=lambda hit: hit.first)
    typed = typed_hits(words, hits, party=party)
    hits = [hit for hit in nested_hits(words, typed) if not _doubled(words, hit)]
    hits += repeated_hits(words, [*hits, *counted])
    hits = [hit for hit in hits if not any(_overlap(hit, other) for other in counted)]
    villages = any(hit.kind == "village" for hit in hits)
    hits += place_lists(words, [*hits, *counted], villages=villages)
    kinds = {hit.kind for hit in hits}
    kept = [
        hit
        for hit in counted
        if not (hit.kind in ("village", "ward") and hit.kind in kinds and (hit.count or 0) < 4)
    ]
    bodies = listed_names(words)
    named = [
        hit
        for hit in _distinct([*hits, *kept])
        if not any(none(words, hit) for none in (of_route, of_paper, of_number))
        and not _of_body(words, hit, bodies)
    ]
    return sorted(named, key=lambda hit: hit.first)


def _widens(hit: Hit, hits: list[Hit]) -> bool:
    """Whether a name is new, or has only shorter ones inside it (सोनवल कलां, of which a list has कलां)."""
    beside = [other for other in hits if _overlap(hit, other)]
    return all(
        hit.first <= other.first and other.last <= hit.last and other.kind is None for other in beside
    ) and (not any(other.first == hit.first and other.last == hit.last for other in beside))


def _of_body(words: list[Word], hit: Hit, bodies: list[tuple[int, int]]) -> bool:
    """Whether the name is a part of a listed body's (झारखंड मुक्ति मोर्चा), or one that no list of places has."""
    if hit.kind is None and not hit.places and (_key(words, hit),) in body_names():
        return True
    return any(first <= hit.first and hit.last <= last for first, last in bodies)


def _doubled(words: list[Word], hit: Hit) -> bool:
    """पल-पल, मोहल्ला-मोहल्ला: a word said twice is no name."""
    window = words[max(0, hit.inner - 1) : hit.outer + 1]
    pairs = pairwise(window)
    twice = {one.key for one, other in pairs if one.key == other.key and one.gap in ("space", "hyphen")}
    return all(word.key in twice for word in words[hit.first : hit.last])


def _overlap(one: Hit, other: Hit) -> bool:
    return one.inner < other.outer and other.inner < one.outer


def _distinct(hits: list[Hit]) -> list[Hit]:
    """Drop hits inside longer ones."""
    kept: list[Hit] = []
    for hit in sorted(hits, key=lambda h: (h.first - h.last, h.first)):
        if not any(hit.first < other.last and other.first < hit.last for other in kept):
            kept.append(hit)
    return kept


def _listmates(words: list[Word], named: list[_Named]) -> list[_Named]:
    """A place that nothing types is what two members of its list are (टिकरी, बनी व कुद, all blocks)."""
    changed = list(named)
    for number, item in enumerate(named):
        if item.strong or item.hit.count is not None:
            continue
        window = named[max(0, number - _LIST) : number + _LIST + 1]
        mates = [
            other.kind for other in window if other is not item and listed_with(words, other.hit, item.hit)
        ]
        own = {place.kind for place in item.hit.places if place.id}
        sure = next((o for o in named[number + 1 : number + _LIST] if o.strong), None)
        if (
            sure is not None
            and sure.kind in {p.kind for p in item.hit.places}
            and listed_with(words, item.hit, sure.hit)
        ):
            changed[number] = replace(item, kind=sure.kind)  # हरोली, गगरेट व अंब के एसडीएम
            continue
        for kind in ("block", "subdistrict", "assembly_constituency", "village"):
            if mates.count(kind) > 1 and len(set(mates)) == 1 and (kind in own or not own):
                changed[number] = replace(item, kind=kind)
    return changed


def _datelines(words: list[Word], named: list[_Named], blocks: Sequence[Block]) -> list[_Named]:
    """Make the place at the head of the report (कानपुर, … / रांची : …) a city."""
    starts = {block.start for block in blocks if block.kind == "dateline"}
    changed: list[_Named] = []
    heads = _line_heads(words)
    for item in named:
        hit = item.hit
        if changed and changed[-1].dateline and hit.kind is None and _second(words, changed[-1].hit, hit):
            changed.append(_Named(hit, "city", strong=False, dateline=True))
            continue
        town = {place.kind for place in hit.places} & {
            "city",
            "district",
            "assembly_constituency",
            "block",
            "subdistrict",
            "state",
        }
        if (
            hit.kind is None
            and town
            and (hit.first in heads or words[hit.first].start in starts)
            and _stands_apart(words, hit)
        ):
            own = words[hit.first].key in cue("city_states") and hit.last - hit.first == 1
            is_state = item.kind == "state" and "city" not in {p.kind for p in hit.places} and not own
            townless = _key(words, hit) in cue("townless")
            changed.append(item if is_state else _Named(hit, "district" if townless else "city", False, True))
        else:
            changed.append(item)
    return changed


def _second(words: list[Word], head: Hit, hit: Hit) -> bool:
    """गोंडा, कर्नलगंज। …; बिजनौर, नवम्बर 21 -- नूरपुर। …: the place after the one that heads a report."""
    if not head.outer <= hit.first <= head.outer + _DATE or any(p.kind == "state" for p in hit.places):
        return False
    if words[hit.first].line != words[head.first].line or words[hit.outer - 1].gap != "stop":
        return False
    return words[hit.first - 1].gap in ("comma", "punct", "hyphen")


def _line_heads(words: list[Word]) -> set[int]:
    heads = {0} | {n + 1 for n, word in enumerate(words) if word.gap == "line"}
    heads |= {n + 1 for n in list(heads) if n < len(words) and words[n].gap == "slash"}
    heads |= {
        n + 1
        for n, word in enumerate(words[:-1])
        if word.gap == "comma" and word.key in agencies() and any(n - k in heads for k in range(_BYLINE))
    }
    return heads


def _stands_apart(words: list[Word], hit: Hit) -> bool:
    word = words[hit.outer - 1]
    if word.gap not in ("space", "hyphen"):
        return True
    following = words[hit.outer].key
    if following in closed("including") or following in cue("district"):
        return False  # सोनपुर समेत पांच जिलों में
    return following in agencies() or following not in closed("postpositions")


def _regions(text: str, words: list[Word], named: list[_Named]) -> tuple[Region, ...]:
    named = _with_bare(words, _apart_from_dateline(words, named))
    groups: dict[tuple[str, str], list[_Named]] = {}
    for item in named:
        groups.setdefault(_identity(words, item), []).append(item)
    ordered = sorted(groups.values(), key=lambda items: min(item.hit.first for item in items))
    options = [item.hit.places for items in ordered for item in items]
    near = {place.id for places in options for place in places if place.kind == "state"}
    near |= report_states(options) | _districts([item.hit for item in named])
    regions = [_region(text, words, items, f"r{number}", near) for number, items in enumerate(ordered, 1)]
    return tuple(_with_whole(text, words, with_within(regions)))


def _districts(hits: list[Hit]) -> frozenset[str]:
    """Ids of the districts that the report names as such or as its town, where one place has the name."""
    options = [{_listed(place.id) for place in hit.places if place.kind == "district"} for hit in hits]
    return frozenset(identity for ids in options if len(ids) == 1 for identity in ids)


def _listed(identity: str) -> str:
    """The id of a district of the Latin lists as the gazetteer has it."""
    known = f"d{identity.rpartition('-')[2]}"
    return known if identity.startswith("l-district-") and known in gazetteer().by_id else identity


def _apart_from_dateline(words: list[Word], named: list[_Named]) -> list[_Named]:
    """A seat or division named after the dateline's town is a region of its own (काशीपुर; काशीपुर नगर मंडल)."""
    towns = {_key(words, item.hit) for item in named if item.dateline}
    return [
        replace(item, hit=replace(item.hit, joined=True))
        if item.strong and item.kind in _OWN and not item.hit.joined and _key(words, item.hit) in towns
        else item
        for item in named
    ]


def _with_bare(words: list[Word], named: list[_Named]) -> list[_Named]:
    """सोनवल पंचायत and सोनवल are one place where no list has the name."""
    bare = {_key(words, item.hit) for item in named if not item.hit.joined and not item.hit.places}
    return [
        replace(item, hit=replace(item.hit, joined=False))
        if item.kind == "other"
        and item.hit.joined
        and not item.hit.places
        and _key(words, item.hit) in bare
        and unknown(words[item.hit.first].key)
        else item
        for item in named
    ]


def _key(words: list[Word], hit: Hit) -> str:
    return "".join(word.key for word in words[hit.first : hit.last])


def _identity(words: list[Word], item: _Named) -> tuple[str, str]:
    """What must agree for two hits to be one region: place or key, and the sort of kind."""
    hit = item.hit
    sort = item.kind if item.kind == "party_region" else "base"
    for place in hit.places:
        if place.kind == item.kind and item.kind in ("state", "country", "party_region"):
            return place.id, sort
    if hit.head is not None:
        return "".join(word.key for word in [*words[slice(*hit.head)], *words[hit.first : hit.last]]), sort
    if hit.joined:
        return "".join(word.key for word in words[hit.first : hit.outer]), sort
    if hit.count is not None:
        return f"{item.kind} {hit.count}", sort
    return _key(words, hit), sort


def _region(
    text: str, words: list[Word], items: list[_Named], identity: str, near: set[str]
) -> tuple[Region, Place | None]:
    kind = min(items, key=lambda item: (item.rank, item.hit.first)).kind
    names = [_name(text, words, item.hit, kind) for item in items]
    name = max(names, key=lambda n: (len(n.split()), -names.index(n)))
    mentions = tuple(
        EntityMention(Span(words[item.hit.inner].start, word_end(text, words[item.hit.outer - 1])))
        for item in sorted(items, key=lambda item: item.hit.first)
    )
    place = _place(items, kind, near)
    count = next((item.hit.count for item in items if item.hit.count is not None), None)
    if place is None or count is not None:
        return Region(identity, name, kind, mentions, count), None
    codes = Codes(place.lgd or None, place.wikidata or None, place.eci or None, place.census or None)
    lat, lon = (float(value) if value else None for value in (place.lat, place.lon))
    return Region(identity, name, kind, mentions, None, None, codes, lat, lon), place


def _name(text: str, words: list[Word], hit: Hit, kind: RegionKind) -> str:
    last = hit.outer if hit.joined or hit.count is not None else hit.last
    name = text[words[hit.first].start : word_end(text, words[last - 1])]
    if hit.head is not None:
        name = f"{text[words[hit.head[0]].start : words[hit.head[1] - 1].end]} {name}"
    forms: dict[str, str] = toml("gazetteer", "kinds.toml")["bare"]
    head, _, tail = name.rpartition(" ")
    return f"{head} {forms[tail]}" if tail in forms else " ".join(name.split())


def _place(items: list[_Named], kind: RegionKind, near: set[str]) -> Place | None:
    """The lists' row: of the right kind, in a district or state of the report where there is a choice."""
    options = [place for item in items for place in item.hit.places]
    fitting = [place for place in options if place.kind == kind]
    if not fitting and kind == "city":
        towns = [place for place in options if place.kind in ("district", "assembly_constituency", "block")]
        fitting = [
            Place("", kind, p.name, p.id if p.kind == "district" else p.within, "", "", "", "", "")
            for p in towns
        ]
    return max(fitting, key=lambda place: len(near & set(ancestors(place))), default=None)


@lru_cache(maxsize=1)
def _whole() -> dict[str, list[tuple[str, ...]]]:
    """Phrases for the whole state by the key of their first word."""
    phrases = [split_key(phrase) for phrase in toml("gazetteer", "kinds.toml")["cues"]["whole"]]
    return {first: [p for p in phrases if p[0] == first] for first, *_ in phrases}


def _with_whole(text: str, words: list[Word], regions: list[Region]) -> list[Region]:
    """पूरे प्रदेश is a mention of the report's only state."""
    states = [n for n, region in enumerate(regions) if region.kind == "state"]
    if len(states) != 1:
        return regions
    extra = []
    for index, word in enumerate(words):
        for phrase in _whole().get(word.key, ()):
            chunk = words[index : index + len(phrase)]
            if tuple(word.key for word in chunk) == phrase:
                extra.append(EntityMention(Span(chunk[0].start, chunk[-1].end), "short"))
    if extra:
        state = regions[states[0]]
        mentions = tuple(sorted((*state.mentions, *extra), key=lambda m: m.span))
        regions[states[0]] = replace(state, mentions=mentions)
    return regions
