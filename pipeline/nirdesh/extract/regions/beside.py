"""The words beside a name, and whether they make it a person's."""

from __future__ import annotations

from nirdesh.extract.lexis import closed, common, first_like, name_share, place_like, surname_like, unknown
from nirdesh.extract.words import Word, is_initial
from nirdesh.lexicon.gazetteer import area_posts
from nirdesh.lexicon.names import second_parts
from nirdesh.lexicon.posts import post_grammar, post_words

_NAME_SHARE = 0.6
_SURE = 0.8


def neighbour(words: list[Word], index: int, step: int) -> Word | None:
    """The word beside ``index`` when only a space parts them."""
    other = index + step
    if not 0 <= other < len(words):
        return None
    left = words[min(index, other)]
    return words[other] if left.gap == "space" else None


def before_is_free(before: Word | None) -> bool:
    """Whether the word before is no title and no name, so that a name may be a place."""
    return before is None or not (
        before.key in post_words() or (first_like(before.key) and not common(before.key))
    )


def slot(after: Word | None) -> bool:
    """Whether what follows fits a place rather than a person."""
    return after is None or after.key in closed("places_before") or after.key in closed("conjunctions")


def inside_person(before: Word | None, after: Word | None) -> bool:
    """मथुरा प्रसाद, राम अवध यादव, सिंह चंपावत को, महेंद्र गढ़वाल को."""
    if after is not None and surname_like(after.key) and not common(after.key) and not place_like(after.key):
        return True
    if before is not None and after is not None and before.key in second_parts():
        return after.key in closed("actor_marks")
    return (
        before is not None
        and (after is None or after.key in closed("actor_marks"))
        and first_like(before.key)
        and not common(before.key)
        and name_share(before.key) > 0.7
    )


def ruled(words: list[Word], first: int, last: int) -> bool:
    """डीएम लखनऊ राम सिंह: between the title of who is over a place and a full name."""
    before, after = neighbour(words, first, -1), neighbour(words, last - 1, 1)
    if before is None or after is None or before.key not in area_posts() or not first_like(after.key):
        return False
    beyond = neighbour(words, last, 1)
    return beyond is not None and surname_like(beyond.key) and not first_like(words[first].key)


def called(words: list[Word], first: int, last: int) -> bool:
    """जिलाधिकारी वैशाली शेंडे को: a first name between a title and a surname that no list has."""
    before, after = neighbour(words, first, -1), neighbour(words, last - 1, 1)
    if before is None or before.key not in post_words() or after is None or not unknown(after.key):
        return False
    beyond = neighbour(words, last, 1)
    return beyond is not None and beyond.key in closed("actor_marks") and first_like(words[first].key)


def person_with_title(words: list[Word], first: int, index: int) -> bool:
    """अंकित चौधरी जिला सचिव, आयुक्त अंकित चौधरी जिला स्तर पर: a title stands beside the name."""
    if index - first < 2 or index + 1 >= len(words) or words[index].gap != "space":
        return False
    if first and words[first - 1].key in closed("plain_respect"):
        return True
    leads = words[index + 1].key in post_grammar().heads
    titled = leads or (first > 0 and words[first - 1].key in post_grammar().heads)
    name, last = words[first].key, words[index - 1].key
    sure = leads and unknown(last) and not place_like(last) and name_share(name) > _SURE
    named = sure or surname_like(last) or name_share(last) > _NAME_SHARE
    ends = last in second_parts() and not place_like(last)
    return titled and named and (first_like(name) or (ends and not place_like(name)))


def ends_person(words: list[Word], first: int) -> bool:
    """पी सी गुप्ता | जिला न्यायाधीश: a surname, and before it a first name or initials."""
    if not first or words[first - 1].gap != "space":
        return False
    before, name = words[first - 1], words[first].key
    if not surname_like(name) or place_like(name):
        return False
    initial = is_initial(before.text) and before.key not in closed("postpositions")
    return initial or (first_like(before.key) and not common(before.key))


def opens_title(words: list[Word], first: int, index: int) -> bool:
    """सोनपुर में शिशराम हलका प्रधान होंगे: after में who is there, if a title begins with the type word."""
    leads = index + 1 < len(words) and words[index + 1].key in post_grammar().heads
    listed = leads and first > 0 and words[first - 1].key in closed("slot_marks")
    return listed and words[first - 1].gap == "space" and not place_like(words[first].key)
