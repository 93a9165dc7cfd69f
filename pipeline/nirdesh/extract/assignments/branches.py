"""The place of the branch that a report is about: झरिया शाखा, सागर जिला इकाई, जिला सागर की इकाई."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from nirdesh.extract.assignments.lists_of_words import has_word, phrase_at, words
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.words import Sentence, Word
from nirdesh.lexicon.organisations import party_words
from nirdesh.mentions import Span

_REACH = 2  # words before those of a team that belong to somebody
_BRACKET = 3  # a word in brackets and these
_PLACE = 2  # words of a place behind a party
_LEVELS = 2  # words of a level between a place and its branch (सागर नगर मंडल इकाई)


def branch_place(read: Sequence[Sentence], entities: Entities) -> tuple[str, int] | None:
    """The only place whose branch the report is about, and where it first says so."""
    places = _Places([word for line in read for word in line.words], entities)
    named = [each for line in read for each in _named(line, places, entities.home)]
    named = named or [each for line in read for each in _own_team(line, entities)]
    return named[0] if len({region for region, _ in named}) == 1 else None


def _own_team(line: Sentence, entities: Entities) -> Iterator[tuple[str, int]]:
    """सागर के जिलाध्यक्ष X ने अपनी टीम घोषित की: the place of the post of who has a team."""
    run = line.words
    for j, word in enumerate(run):
        if j < _REACH or word.key not in words("own"):
            continue
        k = j + 1
        while k < len(run) and run[k].key in words("fresh") | words("levels"):
            k += 1
        if k == len(run) or not run[k].is_noun(words("teams") | words("branches")):
            continue
        posts = [s for held in entities.held.values() for s in held if line.start <= s.start < word.start]
        if not posts:
            continue
        post = max(posts)
        title = [w for w in run if post.start <= w.start < post.end]
        before = [i for i, w in enumerate(run) if w.start < post.start]
        first = before[-1] if before else 0
        if first > 0 and run[first].key in closed("genitives"):
            first -= 1
        near = entities.regions_in(Span(run[first].start, post.end))
        if len(near) == 1:
            yield near[0], word.start
        elif entities.home is not None and not near and title[0].key in words("town_levels"):
            yield entities.home, word.start


class _Places:
    """Regions by the word that they end in: where they are mentioned, and where a body has taken them in."""

    def __init__(self, run: Sequence[Word], entities: Entities) -> None:
        spans = {(place.start, place.end): region for place, region in entities.regions}
        self.ends = {place.end: region for place, region in entities.regions}
        self.keys = {w.key: spans[w.start, w.end] for w in run if (w.start, w.end) in spans}

    def at(self, word: Word) -> str | None:
        """Region that ends in a word."""
        return self.ends.get(word.end) or self.keys.get(word.key)


def _named(line: Sentence, places: _Places, home: str | None) -> Iterator[tuple[str, int]]:
    """Places right before a branch, a level or की between them (जिला सागर की इकाई); नगर इकाई is at home."""
    run, told = line.words, line.block == "body"
    between = words("levels") | words("wings")
    for j, word in enumerate(run):
        if region := _of_party(run, j, places, home):
            yield region, word.start
        if home is not None and (size := phrase_at("home_bodies", run, j)) and _owns(run, j + size):
            yield home, word.start
        society = told and word.is_noun(words("societies")) and j + 2 < len(run)
        if society and run[j + 1].key in words("levels") and (region := places.at(run[j + 2])):
            yield region, word.start  # साहू समाज परिक्षेत्र सागर
        level = _owning_level(run, j)
        leveled = j > 0 and (run[j - 1].key in words("levels") or level > 0)
        team = told and leveled and word.is_noun(words("teams"))
        if j == 0 or not (team or word.is_noun(words("branches"))):
            continue
        k = j - 1
        while k > 0 and run[k].key in words("fresh"):
            k -= 1
        last = k
        while places.at(run[k]) is None and k > 0 and last - k < _LEVELS and run[k].key in between:
            k -= 1
        if k > 1 and k == last and run[k].key in closed("genitives") and run[k - 2].key in words("levels"):
            k -= 1
        region = (places.at(run[level]) or places.at(run[level - 1])) if level else places.at(run[k])
        if region is None and level and run[level].key in words("town_levels") and not _member(run, level):
            region = home
        if region is None and j + 1 < len(run) and run[j - 1].key in words("levels"):
            region = places.at(run[j + 1])  # ब्लॉक इकाई सागर
        if region is None and run[j - 1].key in words("town_levels") and not _member(run, j - 1):
            region = home
        if region is not None:
            yield region, word.start


def _owning_level(run: Sequence[Word], j: int) -> int:
    """सागर नगर की नई | इकाई: the word of the level, behind a place, whose genitive leads a branch; else 0."""
    k = j - 1
    while k > 0 and run[k].key in words("fresh"):
        k -= 1
    owned = k > 1 and run[k].key in closed("genitives") and run[k - 1].key in words("levels")
    return k - 1 if owned else 0


def _of_party(run: Sequence[Word], j: int, places: _Places, home: str | None) -> str | None:
    """Place of a unit of a party: सागर ब्लॉक कांग्रेस की टीम, ब्लॉक कांग्रेस सागर की कार्यकारिणी; that of a district
    without a name (जिला कांग्रेस कमेटी की कार्यकारिणी) is at home.
    """
    if j == 0 or run[j].key not in party_words() or run[j - 1].key not in words("levels"):
        return None
    team = j + 1 < len(run) and run[j + 1].is_noun(words("teams"))
    after = j + 2 if team else j + 1
    if team and after < len(run) and run[after].text == "(":
        after += _BRACKET
    behind, after = _place_behind(run, after, places)
    acts = after + 1 < len(run) and run[after].key in closed("genitives")
    if not acts or not run[after + 1].is_noun(words("teams")):
        return None
    region = behind or places.at(run[j - 1]) or (places.at(run[j - 2]) if j > 1 else None)
    if region is not None:
        return region
    own = team and run[j - 1].key in words("town_levels") | words("district_levels")
    return home if own and not _member(run, j - 1) else None


def _place_behind(run: Sequence[Word], after: int, places: _Places) -> tuple[str | None, int]:
    """कांग्रेस | सागर की: the place that begins at a word and a genitive ends, and the first word past it."""
    for last in range(after, min(after + _PLACE, len(run) - 1)):
        region = places.at(run[last])
        if region is not None and run[last + 1].key in closed("genitives"):
            return region, last + 1
    return None, after


def _owns(run: Sequence[Word], after: int) -> bool:
    """सदर अस्पताल का निरीक्षण: something is or is done there; nobody only comes from there."""
    return after < len(run) and run[after].key in closed("genitives") | words("locative")


def _member(run: Sequence[Word], level: int) -> bool:
    """Whether a word before the level may name another place (सोनपुर नगर इकाई), or a list goes on with it."""
    before = run[level - 1] if level else None
    return before is not None and not (before.punct or before.key in closed("genitives") | words("fresh"))


def of_branch(role: Sequence[Word]) -> bool:
    """Whether a post may be one of a branch: no post of the whole body (प्रदेश सचिव)."""
    return not has_word("of_whole", role)
