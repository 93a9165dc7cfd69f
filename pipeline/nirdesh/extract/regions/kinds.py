"""The kind of a named place: what the words beside it say, or else what the gazetteer and the report say."""

from __future__ import annotations

from collections import Counter
from functools import lru_cache
from typing import Final

from nirdesh.extract.lexis import closed, place_like
from nirdesh.extract.regions.hits import Hit
from nirdesh.extract.regions.rural import rural
from nirdesh.extract.regions.slots import opens_holder
from nirdesh.extract.words import Word
from nirdesh.lexicon.files import toml
from nirdesh.lexicon.gazetteer import area_posts, cue
from nirdesh.lexicon.keys import fold
from nirdesh.lexicon.posts import post_grammar, titles
from nirdesh.lexicon.quantity import quantity
from nirdesh.mentions import RegionKind

Classes = list[tuple[int, RegionKind]]

_SERVED = frozenset({"subdistrict", "district", "block"})
_SEATS = frozenset({"assembly_constituency", "parliamentary_constituency"})
_LEVELS: Final[dict[str, RegionKind]] = {
    "division": "division",
    "district": "district",
    "tehsil": "subdistrict",
    "block": "block",
}
_MOSTLY: Final[tuple[RegionKind, ...]] = ("block", "subdistrict", "assembly_constituency")
_LIST_REACH = 8
_TITLE = 5
_SENTENCE = 80


def kind_of(
    words: list[Word], hit: Hit, hits: list[Hit], districts: frozenset[str], classes: Classes
) -> tuple[RegionKind, bool]:
    """The kind that the words beside the name, or else the lists, give it, and whether it is sure.

    Args:
        words: The text.
        hit: The name.
        hits: All names.
        districts: Ids of the districts that the report names.
        classes: What :func:`classes_of` says of the text.
    """
    if hit.kind is not None:
        return hit.kind, True
    kinds = {place.kind for place in hit.places}
    for sure in ("state", "country"):
        if sure in kinds:
            return sure, True
    post = _post_cue(words, hit) or _commissioned(words, hit)
    if post is not None:
        return post, True
    if _may_be_village(hit) and rural(words, hit, hits):
        return "village", False
    if "party_region" in kinds and not kinds & {"city", "district"}:
        return "party_region" if hit.last - hit.first > 1 else "other", False
    if "party_unit" in kinds:
        return "party_unit", False
    if "district" in kinds:
        return "district" if _whole_district(words, hit, hits) else "city", False
    if hit.rule == "model" and "city" not in kinds and all(not place.id for place in hit.places):
        # No list of the report's states has the name; a place elsewhere that sounds so shows no town.
        return _hinted(words, hit, classes, {"village", *kinds}, "other"), False
    if kinds == {"assembly_constituency"} or _far(hit, kinds, districts):
        return _hinted(words, hit, classes, {"village", *kinds}, "other"), False
    if kinds == {"subdistrict"} and hit.rule == "gazetteer":
        return "subdistrict", False
    if kinds & {"city", "block", "assembly_constituency", "parliamentary_constituency", "subdistrict"}:
        return _hinted(words, hit, classes, kinds), False
    if words[hit.last - 1].key in cue("rural") and hit.last - hit.first > 1:
        return "village", False
    if hit.rule in ("resident", "school"):
        return "village", False
    if hit.rule == "model":
        return _hinted(words, hit, classes, {"village"}, "other"), False
    return "other", False


def _hinted(
    words: list[Word],
    hit: Hit,
    classes: Classes,
    kinds: set[RegionKind],
    default: RegionKind = "city",
) -> RegionKind:
    """Block, tehsil, seat or town, by what the sentence or else the report speaks of."""
    here = words[hit.first].sentence
    spoken = {kind for sentence, kind in classes if sentence == here and kind != "village"}
    if len(spoken) == 1 and default == "city":
        return next(iter(spoken))
    for reach in (0, 1, len(words)):
        near = {kind for sentence, kind in classes if abs(sentence - here) <= reach} & kinds
        if len(near) == 1:
            return next(iter(near))
        if near or default == "other":
            break
    return _mostly(words, classes, kinds, default)


def _mostly(words: list[Word], classes: Classes, kinds: set[RegionKind], default: RegionKind) -> RegionKind:
    """What a report speaks of most; villages only where it speaks of no parts of a town."""
    if "city" in kinds:
        return default
    told = Counter(kind for _, kind in classes)
    small = [kind for kind in _MOSTLY if kind in kinds and told[kind]]
    if small:
        return max(small, key=lambda kind: told[kind])
    town = any(word.key in cue("town_parts") for word in words)
    return "village" if told["village"] > 1 and "village" in kinds and not town else default


@lru_cache(maxsize=1)
def _hints() -> dict[str, RegionKind]:
    """Key of a word that speaks of a kind of regions -> the kind."""
    table: dict[RegionKind, list[str]] = toml("gazetteer", "kinds.toml")["hint"]
    return {fold(word): kind for kind, forms in table.items() for word in forms}


def classes_of(words: list[Word]) -> Classes:
    """Sentence and kind of every word that speaks of blocks, tehsils or seats."""
    kinds = _hints()
    return [
        (word.sentence, kinds[word.key])
        for index, word in enumerate(words)
        if word.key in kinds and not (word.key in cue("parts") and _named_part(words, index))
    ]


def _named_part(words: list[Word], index: int) -> bool:
    """Whether a place stands before the word, which names a part of it (पानीपत ग्रामीण)."""
    return index > 0 and words[index - 1].gap == "space" and place_like(words[index - 1].key)


def _post_cue(words: list[Word], hit: Hit) -> RegionKind | None:
    """The kind of area that a post beside the name is over (उचाना के तहसीलदार, एसडीएम उचाना)."""
    before = _title_before(words, hit)
    if before in _SERVED:
        return before
    index = hit.outer
    if index + 1 < len(words) and words[index].key in closed("from_mark") and words[index - 1].gap == "space":
        seat = area_posts().get(words[index + 1].key)
        return seat if seat in _SEATS else None  # सोनपुर से विधायक क ख
    if index < len(words) and words[index].key in closed("genitive") and words[index - 1].gap == "space":
        index += 1
    while index < len(words) and words[index].key in cue("qualities") and words[index].gap == "space":
        index += 1
    if index >= len(words) or words[index - 1].gap != "space":
        return None
    rail = index + 1 < len(words) and words[index + 1].key in cue("rail")  # भोपाल के मंडल रेल प्रबंधक
    return (None if rail else area_posts().get(words[index].key)) or _level_after(words, index, hit)


def _may_be_village(hit: Hit) -> bool:
    """Whether no list has the name, or only as a village, so that the words beside it decide."""
    return hit.count is None and all(not place.id or place.kind == "village" for place in hit.places)


def _commissioned(words: list[Word], hit: Hit) -> RegionKind | None:
    """आयुक्त गढ़वाल, कुमाऊं आयुक्त: a division beside the title of its commissioner."""
    if all(place.kind != "division" for place in hit.places):
        return None
    beside = [hit.inner - 1] if hit.inner and words[hit.inner - 1].gap == "space" else []
    beside += [hit.outer] if hit.outer < len(words) and words[hit.outer - 1].gap == "space" else []
    return "division" if any(words[n].key in cue("commissioners") for n in beside) else None


def _title_before(words: list[Word], hit: Hit) -> RegionKind | None:
    """एसडीएम उचाना; सीडीओ, कन्नौज; एडीएम (वित्त एवं राजस्व) बलिया: the area of the title just before the name."""
    start = hit.inner
    if not start or words[start - 1].gap not in ("space", "bracket", "comma"):
        return None
    kind = area_posts().get(words[start - 1].key)
    deputy = start > 1 and words[start - 2].key in cue("deputies")
    if start > 1 and words[start - 2].key + words[start - 1].key in cue("district_bodies"):
        return "district" if any(place.kind == "district" for place in hit.places) else None
    if kind is not None and words[start - 1].gap in ("space", "bracket") and not deputy:
        return kind
    after = words[hit.outer].key if hit.outer < len(words) and words[hit.outer - 1].gap == "space" else ""
    if after in closed("inside"):
        return None
    for first in range(max(0, start - _TITLE), start):
        keys = tuple(word.key for word in words[first:start])
        if any(word.gap not in ("space", "bracket") for word in words[first : start - 1]):
            continue
        for end in range(len(keys), 0, -1):
            title = titles().get(keys[:end])
            if (
                title is not None
                and not set(keys[:end]) & cue("town_posts")
                and (end == len(keys) or keys[end:] in post_grammar().qualifiers)
            ):
                return _level(title.level, hit)
    return None


def _level_after(words: list[Word], index: int, hit: Hit) -> RegionKind | None:
    """उन्नाव के मुख्य विकास अधिकारी: the level of the longest title that begins at ``index``."""
    for last in range(min(len(words), index + _TITLE), index, -1):
        title = titles().get(tuple(word.key for word in words[index:last]))
        if title is not None and not {word.key for word in words[index:last]} & cue("town_posts"):
            return _level(title.level, hit)
    return None


def _level(level: str, hit: Hit) -> RegionKind | None:
    """The level of a post as a kind of region, where the lists have the name as one."""
    kinds = {place.kind for place in hit.places}
    kind = _LEVELS.get(level)
    return kind if kind in kinds else None


def _far(hit: Hit, kinds: set[RegionKind], districts: frozenset[str]) -> bool:
    """Whether the lists have the name only in other districts than the report's, and not as a town.

    Then it is rather a part of a town, or a village, that bears the name of a block far away.
    """
    if hit.rule != "latin" or kinds & {"city", "district"}:
        return False
    return not any(place.within in districts for place in hit.places)


def _whole_district(words: list[Word], hit: Hit, hits: list[Hit]) -> bool:
    """Whether the district is meant, because of the words around or because no town has the name."""
    listed = [place for place in hit.places if place.id.startswith("l-")]
    if "".join(word.key for word in words[hit.first : hit.last]) in cue("townless"):
        return True
    townless = bool(listed) and not {place.kind for place in listed} & {"city", "block", "subdistrict"}
    return townless or (not _on_route(words, hit, hits) and _district_cue(words, hit, hits))


def _on_route(words: list[Word], hit: Hit, hits: list[Hit]) -> bool:
    """सोनपुर से हरिपुर: one of two towns between which something runs."""
    return any(
        right.first == left.outer + 1 and words[left.outer].key in closed("from_mark")
        for left, right in ((hit, other) if hit.first < other.first else (other, hit) for other in hits)
        if left is not right
    )


def _district_cue(words: list[Word], hit: Hit, hits: list[Hit]) -> bool:
    """Whether a name that is a district and a town means the district here."""
    index = hit.outer
    if index < len(words) and words[index].key in closed("genitive") and words[index - 1].gap == "space":
        following = words[index + 1 : index + 4]
        if any(word.key in cue("district") for word in following):
            return True
        if any(other.first == index + 1 and not other.count and _inner_place(other) for other in hits):
            return True
    if (
        hit.first
        and words[hit.first - 1].gap == "bracket"
        and words[hit.outer - 1].gap not in ("space", "hyphen", "slash")
    ):
        return True
    here = words[hit.first].sentence
    if any(
        word.sentence == here and word.key in cue("districts") and _of_name(words, index, hit)
        for index, word in enumerate(words)
    ):
        return True
    return _headed(words, hit) or _district_list(words, hit, hits)


def _headed(words: list[Word], hit: Hit) -> bool:
    """सोनपुर में क ख को जिलाध्यक्ष बनाया: a place where somebody is made the head of a district."""
    index = hit.outer
    if index + 1 >= len(words) or words[index - 1].gap != "space" or words[index].key not in closed("inside"):
        return False
    if not opens_holder(words, index + 1):
        return False
    here = words[hit.first].sentence
    ahead = [word.key for word in words[index : index + _SENTENCE] if word.sentence == here]
    heads = [n for n, key in enumerate(ahead) if key in cue("district_heads")]
    return bool(heads) and any(key in closed("appointing") for key in ahead[heads[0] :])


def _of_name(words: list[Word], index: int, hit: Hit) -> bool:
    """Whether जिलों at ``index`` may speak of the name: सभी 52 जिलों does only after समेत or the like."""
    before = words[index - 1].key if index else ""
    if not (before.isdigit() or before in closed("quantifiers") or quantity([before])[1]):
        return True
    return any(word.key in closed("including") for word in words[hit.outer : index])


def _district_list(words: list[Word], hit: Hit, hits: list[Hit]) -> bool:
    """Whether all the other members of the list are districts as well (जमुई और लखीसराय)."""
    beside = [h for h in hits if h is not hit and listed_with(words, h, hit)]
    return bool(beside) and all(any(place.kind == "district" for place in h.places) for h in beside)


def _inner_place(hit: Hit) -> bool:
    return hit.kind in (None, "village", "block", "subdistrict", "other", "city")


def listed_with(words: list[Word], one: Hit, other: Hit) -> bool:
    """Whether two places are members of one list, near each other."""
    return abs(one.first - other.first) <= _LIST_REACH and _listed(words, one, other)


def _listed(words: list[Word], one: Hit, other: Hit) -> bool:
    first, last = min(one.last, other.last), max(one.first, other.first)
    if first == last and words[first - 1].gap in ("stop", "line"):
        return False  # सोनपुर। हरिपुर में …
    return all(
        words[n - 1].gap == "comma" or words[n].key in closed("conjunctions")
        for n in range(first, last)
        if n < last
    )
