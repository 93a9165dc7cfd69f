"""Names of things, houses, units and places that are called after somebody, and words that name nobody."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from nirdesh.extract.lexis import closed, first_like, place_like, surname_like, unknown
from nirdesh.extract.people.posts import PostSpan
from nirdesh.extract.words import Word, is_initial
from nirdesh.lexicon.gazetteer import gazetteer
from nirdesh.lexicon.names import honorifics, namesakes, second_parts
from nirdesh.lexicon.posts import post_words

_SORTS = 5  # words of the sort of a school or hospital
_GOES = 4  # words after it to who goes there
_POST = 3  # words of के नए कुलपति
_WITH_DIVINE = 2  # words of भगवान राम
_MEMORIAL = 5  # words between what is held in memory of somebody and the name


def of_thing(words: list[Word], first: int, last: int, post: PostSpan | None) -> bool:
    """Whether the words name no person, but a thing, a place or nothing at all (छ.ग.)."""
    untitled = post is None or post.role
    if post is None and any(words[n].key in closed("never_names") for n in range(first, last)):
        return True
    if untitled and namesake(words, first, last):
        return True
    if (post is None and borne(words, last)) or (untitled and house(words, last)):
        return True
    if post is not None and before_place(words, last):
        return True
    if untitled and (_called_after(words, first, last) or _god(words, first, last)):
        return True
    if untitled and in_memory(words, last):
        return True
    if post is None and first and _called_so(words[first - 1]):
        return True
    if post is None and any(place(words, first, last) for place in (_home, _town, _lived)):
        return True
    return all(is_initial(word.text) for word in words[first:last]) or gloss(words, first, last)


def borne(words: list[Word], last: int) -> bool:
    """Whether a thing that has the name follows (महात्मा गांधी मार्ग)."""
    if last >= len(words) or words[last - 1].gap != "space":
        return False
    return words[last].key in closed("bearers")


def house(words: list[Word], last: int) -> bool:
    """Whether a school, hospital or hall with words that tell its sort has the name (क ख बालिका विद्यालय).

    Where somebody goes there or works there, it is the person's name.
    """
    index = last
    while index < len(words) and index - last < _SORTS and words[index - 1].gap == "space":
        joined = index > last and words[index].key in closed("conjunctions")  # अरबी एवं फारसी विश्वविद्यालय
        rest = index == last and words[index].key in second_parts()  # वीर कुंवर | सिंह विश्वविद्यालय
        if words[index].key not in closed("house_sorts") and not joined and not rest:
            break
        index += 1
    placed = index == last and _of_town(words, last)
    if placed and _holds_post(words, last + 1) and not _famous(words, last):
        return False  # रमेश झा लखनऊ विश्वविद्यालय के कुलसचिव बने
    index += placed
    if index == last or not borne(words, index):
        return False
    after = words[index + 1 : index + 1 + _GOES] if words[index].gap == "space" else []
    return not any(word.key in closed("inside_going") for word in after)


def _holds_post(words: Sequence[Word], index: int) -> bool:
    """Whether a genitive and a title follow the body at ``index`` (विश्वविद्यालय के नए कुलपति)."""
    run = words[index + 1 : index + 4]
    governed = len(run) == _POST and run[0].key in closed("genitive")
    return governed and any(word.key in post_words() for word in run[1:])


def _famous(words: list[Word], last: int) -> bool:
    """Whether the name before ``last`` is that of somebody after whom much is called."""
    joined = ["".join(w.key for w in words[max(last - n, 0) : last]) for n in range(2, 5)]
    return not namesakes().isdisjoint(joined)


def _home(words: list[Word], first: int, last: int) -> bool:
    """Whether the words are where somebody lives (मिश्रौली दीक्षित निवासी राम लाल)."""
    if last + 1 >= len(words) or words[last - 1].gap != "space" or words[last].gap != "space":
        return False
    place = place_like(words[first].key) and not first_like(words[first].key)
    return place and words[last].key in closed("resident")


def _lived(words: list[Word], first: int, last: int) -> bool:
    """Whether the one word is where somebody lives who stands before it (राम लाल, निवासी गोरहट को)."""
    key = words[first].key
    if last - first > 1 or first < 2 or not unknown(key) or first_like(key):
        return False
    if words[first - 1].key not in closed("resident") or words[first - 1].gap != "space":
        return False
    before = words[first - 2]
    return before.gap == "comma" or before.key in closed("age_words") or surname_like(before.key)


def _called_so(before: Word) -> bool:
    """Whether a school or village stands before its name (प्राथमिक विद्यालय चंदरपुर खास)."""
    return before.gap == "space" and before.key in closed("before_names_of_places")


def _town(words: list[Word], first: int, last: int) -> bool:
    """Whether the one word is a district and hardly ever a name (क ख/सिवान), or words name a quarter."""
    key = words[first].key
    if last - first > 1:
        acts = last < len(words) and words[last - 1].gap == "space" and words[last].key in closed("agent")
        return words[last - 1].key in closed("quarter_ends") and not acts
    if first_like(key) or surname_like(key):
        return False
    return any(place.kind == "district" for place in gazetteer().by_key.get(key, ()))


def _of_town(words: list[Word], index: int) -> bool:
    """Whether a place and a university stand at ``index`` (राममनोहर लोहिया अवध विश्वविद्यालय)."""
    run = words[index : index + 2]
    spaced = len(run) == 2 and words[index - 1].gap == run[0].gap == "space"
    return spaced and place_like(run[0].key) and run[1].key in closed("universities")


def in_memory(words: list[Word], last: int) -> bool:
    """Whether a contest, prize or lecture is called after somebody who died (क ख स्मृति व्याख्यान)."""
    last -= words[last - 1].key in closed("memorials")
    run = words[last : last + _MEMORIAL + 1]
    if not run or words[last - 1].gap != "space" or run[0].key not in closed("memorials"):
        return False
    end = next((n for n, word in enumerate(run) if word.gap != "space"), len(run) - 1)
    return any(word.key in closed("memorial_things") for word in run[1 : end + 1])


def shrine(words: list[Word], last: int) -> bool:
    """श्री रेणुका जी में: a place of worship, where a word of place follows."""
    spaced = last < len(words) and words[last - 1].gap == "space"
    return spaced and words[last].key in closed("inside")


@lru_cache(maxsize=1)
def _great_names() -> tuple[str, ...]:
    return tuple(namesakes())


def namesake(words: list[Word], first: int, last: int) -> bool:
    """Whether a unit that is called after somebody follows (दीनदयाल उपाध्याय मंडल, भगत सिंह वार्ड)."""
    if last - first > 1 and words[last - 1].key in closed("named_units"):
        last -= 1
    if last >= len(words) or words[last - 1].gap != "space" or words[last].key not in closed("named_units"):
        return False
    if first and words[first - 1].key in honorifics().before:
        first -= 1  # महंत घासीदास वार्ड
    name = "".join(word.key for word in words[first:last])
    whole = name.endswith(_great_names())
    return whole or (last - first > 1 and any(known.endswith(name) for known in namesakes()))


def _called_after(words: list[Word], first: int, last: int) -> bool:
    """Whether a scheme, house or body with further words has a great name (राजीव गांधी स्वरोजगार योजना)."""
    name = "".join(word.key for word in words[first:last])
    if not name.endswith(_great_names()):
        return False
    for index in range(last, min(len(words), last + _SORTS)):
        key = words[index].key
        if words[index - 1].gap != "space" or key in closed("postpositions"):
            return False
        if key in closed("bearers") or key in closed("bearing_bodies"):
            return True
    return False


def _god(words: list[Word], first: int, last: int) -> bool:
    """Whether a god is named with a word that says so (भगवान शिव की प्रतिमा)."""
    acts = last < len(words) and words[last - 1].gap == "space" and words[last].key in closed("agent")
    if words[first].key in closed("goddesses"):
        return True
    if last - first == _WITH_DIVINE and words[first].key in closed("divine"):
        return words[first + 1].key in closed("deities") and not acts  # भगवान राम से जुड़े स्थल
    if last - first > 1 or not first or words[first].key not in closed("deities"):
        return False
    return words[first - 1].key in closed("divine") and words[first - 1].gap == "space" and not acts


def before_place(words: list[Word], last: int) -> bool:
    """Whether a noun of a place with its postposition follows (सचिव सोनपुर पंचायत के …)."""
    run = words[last : last + 2]
    if len(run) < 2 or any(word.gap != "space" for word in (words[last - 1], run[0])):
        return False
    return run[0].key in closed("place_kinds") and run[1].key in closed("postpositions")


def gloss(words: list[Word], first: int, last: int) -> bool:
    """लोकसभा (Lok Sabha), 9 PM IST: Latin words in brackets, or a single one, are no name."""
    if not all(word.text.isascii() for word in words[first:last]):
        return False
    opening = first
    while opening > 0 and words[opening - 1].gap == "space" and words[opening - 1].text.isascii():
        opening -= 1
    return last - first == 1 or (opening > 0 and words[opening - 1].gap == "bracket")
