"""Role phrases: the words that name a post or duty, and the place and body that go with it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import lru_cache

from nirdesh.extract.assignments.lists_of_words import phrase_at
from nirdesh.extract.assignments.lists_of_words import words as listed
from nirdesh.extract.clauses.actors import actor_class
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed, noun_keys
from nirdesh.extract.clauses.words import Sentence, Word
from nirdesh.lexicon.keys import fold as title_key
from nirdesh.lexicon.posts import titles
from nirdesh.mentions import Span

_YEAR = 4  # digits of a number that counts nothing
_OPEN = 4  # words of the longest title that no list has
_OFFICE = 9  # words of an office and place between a title and के पद पर
_RANK = 3  # words of a rank before a name
_BRACKET = 5  # words of the longest bracket after a title


@dataclass(frozen=True, slots=True)
class Role:
    """Words ``start`` to ``end`` of a sentence that name a post or duty."""

    sentence: Sentence
    start: int
    end: int
    duty: bool = False
    ending: int = 0  # letters of a plural ending that are no part of the title (प्रधानाचार्यों: प्रधानाचार्य)

    @property
    def span(self) -> Span:
        """Offsets of the role's words."""
        whole = self.sentence.span(self.start, self.end)
        return Span(whole.start, whole.end - self.ending)


def is_role(word: Word) -> bool:
    """Whether a word can head a role phrase (संयोजक, मजिस्ट्रेट, उपाध्यक्ष), a guest of honour excepted."""
    return _is_role(word.text, word.key, actor_class(word))


@lru_cache(maxsize=20_000)
def _is_role(text: str, key: str, cls: str | None) -> bool:
    nouns = noun_keys(text)
    if not nouns.isdisjoint(listed("not_roles")):
        return False
    if (
        not nouns.isdisjoint(listed("role_nouns"))
        or cls == "office"
        or (title_key(text),) in titles()
        or ("." in text and (title_key(text.replace(".", "")),) in titles())
    ):
        return True
    return any(key.endswith(e) and len(key) > len(e) + 1 for e in listed("role_endings"))


def find_role(
    sentence: Sentence, first: int, last: int, entities: Entities, counted: bool = False
) -> Role | None:
    """Role named between words ``first`` and ``last``: X के रूप में, X पद पर, X का प्रभार, or the last one.

    Args:
        counted: Whether a number of posts (चार उपाध्यक्ष) counts too.
    """
    role = _find(sentence, first, last, entities)
    return None if role is None or (counted_role(role) and not counted) else role


def _find(sentence: Sentence, first: int, last: int, entities: Entities) -> Role | None:
    words = sentence.words
    for j in range(first + 1, last - 1):
        if phrase_at("as_role", words, j):
            return role_at(sentence, first, j - 1, entities)
    introduced = named_before(sentence, first, last, entities)
    if introduced is not None:
        return introduced
    for j in range(last - 1, first - 1, -1):
        if words[j].key in listed("posts_in_one") and not _left_post(words, j, last):
            return role_at(sentence, first, j, entities)  # मंत्रिपद की शपथ
    for j in range(last - 1, first, -1):
        if words[j].is_noun(listed("post_words")) and not _left_post(words, j, last):
            open_post = j - 1 if words[j - 1].key in listed("unfilled") else j  # सचिव के रिक्त पद पर
            head = open_post - 2 if words[open_post - 1].key in closed("genitives") else open_post - 1
            if head >= first and is_role(words[head]):
                return role_at(sentence, first, head, entities)
            before = _before_office(words, first, head)
            if before is not None and head == open_post - 2:
                return role_at(sentence, first, before, entities)
    j = last - 1
    while j >= first:
        if _is_duty(words, j):
            return _duty(sentence, first, j, entities)
        head = is_role(words[j]) and not in_name(words[j], entities) and not _premises(words, j)
        head = head and not (j > first and _is_seat(words[j - 1], words[j]))
        head = head and not _left_post(words, j + 1, last)
        head = head and not (
            words[j].key in listed("seats") and j + 1 < last and _in_place(words[j + 1], entities)
        )
        if head and _held_at(words, j, last, entities):
            j = role_at(sentence, first, j, entities).start
        elif head and not _case_after(words, j, last):
            return role_at(sentence, first, j, entities)
        j -= 1
    return None


def _left_post(words: Sequence[Word], j: int, last: int) -> bool:
    """जिलाध्यक्ष पद से हटाए गए रमा देशवाल को …: the post that somebody lost before."""
    told = j + 2 < last and words[j].is_noun(listed("post_words"))
    return told and words[j + 1].key in listed("ablative") and words[j + 2].verbs != ()


def _is_seat(before: Word, word: Word) -> bool:
    """चौकी प्रभारी सदर: a town's seat behind a title; नायब सदर is a title of its own."""
    if word.key not in listed("seats") or not is_role(before):
        return False
    return (title_key(before.text), title_key(word.text)) not in titles()


def named_before(sentence: Sentence, first: int, last: int, entities: Entities) -> Role | None:
    """बतौर एसडीएम: the title behind the word that says that somebody is given or takes it."""
    words = sentence.words
    at = next((j + 1 for j in range(first, last - 1) if words[j].key in listed("introducing")), None)
    if at is None:
        return None
    heads = [j for j in range(at, min(at + _OPEN, last)) if is_role(words[j])]
    plain = bool(heads) and not any(
        w.punct or w.verbs or w.key in closed("case_markers") for w in words[at : heads[-1]]
    )
    return role_at(sentence, at, heads[-1], entities) if plain else None


def _before_office(words: Sequence[Word], first: int, last: int) -> int | None:
    """सचिव, नगर विकास न्यास, सागर के पद पर: the title before the commas of its office and place."""
    for j in range(last, max(first, last - _OFFICE) - 1, -1):
        if words[j].key in closed("case_markers"):
            return None
        if is_role(words[j]) and j < last and words[j + 1].text == ",":
            return j
    return None


def _premises(words: Sequence[Word], j: int) -> bool:
    """Whether a title only says whose a building, an office or a body is (मुख्यमंत्री कार्यालय, मुखिया संघ)."""
    return j + 1 < len(words) and words[j + 1].key in listed("premises") | listed("bodies_of_members")


def open_role(sentence: Sentence, name: int, last: int, entities: Entities) -> Role | None:
    """The words between A को and the next name or the verb as a title that no list has (लेखा सहायक).

    Args:
        name: Word after the name, which has to be को.
    """
    words = sentence.words
    if name >= last or words[name].key not in listed("dative"):
        return None
    first = name + 1
    while first < last and words[first].key in listed("drop"):
        first += 1
    while last > first and (words[last - 1].punct or words[last - 1].key in closed("list_conjunctions")):
        last -= 1
    run = words[first:last]
    if not 0 < len(run) <= _OPEN or entities.regions_in(sentence.span(first, last)):
        return None
    plain = not any(
        w.punct or w.verbs or w.key in closed("case_markers") or w.key[:1].isdigit() or entities.in_date(w)
        for w in run
    )
    return Role(sentence, first, last) if plain and not run[-1].is_noun(listed("generic")) else None


def open_title(sentence: Sentence, first: int, last: int, entities: Entities) -> Role | None:
    """The last words before word ``last`` as a title that no list has."""
    run = sentence.words
    start = last
    while start > first and last - start < _OPEN:
        word = run[start - 1]
        if (
            word.punct
            or word.verbs
            or word.key[:1].isdigit()
            or word.key in closed("case_markers") | closed("np_stops") | closed("list_conjunctions")
            or word.key in listed("drop")
            or in_name(word, entities)
            or entities.in_date(word)
            or _in_place(word, entities)
        ):
            break
        start -= 1
    named = start < last and not run[last - 1].is_noun(listed("generic") | listed("post_words"))
    return (
        Role(sentence, start, last) if named and not entities.dates_in(sentence.span(start, last)) else None
    )


def rank_before(sentence: Sentence, first: int, name: int, entities: Entities) -> Role | None:
    """The rank that stands right before the name of a row (2. निरीक्षक क ख, उनि. ग घ).

    One that no list has counts if it is short and nothing but a number stands before it.
    """
    words = sentence.words
    role = find_role(sentence, first, name, entities)
    if role is not None and role.end == name:
        return role
    while first < name and (words[first].punct or words[first].key.strip(".)").isdigit()):
        first += 1
    last = name
    while last > first and words[last - 1].key in closed("honorifics"):
        last -= 1
    run = words[first:last]
    plain = not any((w.punct and w.text != ".") or w.verbs or w.key in closed("case_markers") for w in run)
    return Role(sentence, first, last) if 0 < len(run) <= _RANK and plain else None


def slot_role(sentence: Sentence, first: int, name: int, entities: Entities) -> Role | None:
    """मंत्री में A, सचिव पर B: the title with its case marker right before a name."""
    words = sentence.words
    if name - 2 < first or words[name - 1].key not in listed("title_slots") or not is_role(words[name - 2]):
        return None
    return role_at(sentence, first, name - 2, entities)


def counted_role(role: Role) -> bool:
    """चार उपाध्यक्ष, 11 सदस्य: a number of posts names no holder."""
    words = role.sentence.words
    return is_count(words[role.start]) or is_count(words[max(role.start - 1, 0)])


def is_count(word: Word) -> bool:
    """Whether a word is a number of people, no year."""
    return word.key in listed("counts") or (word.key.isdigit() and len(word.key) < _YEAR)


def find_duty(sentence: Sentence, first: int, last: int, entities: Entities) -> Role | None:
    """Duty named between two words (शिविर की जिम्मेदारी), with its post where it has one."""
    for j in range(last - 1, first - 1, -1):
        if _is_duty(sentence.words, j):
            return _duty(sentence, first, j, entities)
    return None


def _is_duty(words: tuple[Word, ...], j: int) -> bool:
    """Whether a word is a duty; ड्यूटी में लापरवाही tells only when something happened."""
    after = words[j + 1].key if j + 1 < len(words) else ""
    timed = words[j].is_noun(listed("details")) and after in closed("case_markers")
    timed = timed or after in listed("locative")  # जांच में दोषी
    body = j + 1 < len(words) and words[j + 1].is_noun(listed("committees_joined"))  # निगरानी समिति
    timed = timed or body
    beyond = words[j + 2].key if j + 2 < len(words) else ""
    timed = timed or (after in listed("genitive") and beyond in listed("on_behalf"))  # नेतृत्व के अनुमोदन पर
    timed = timed or (j > 0 and words[j].is_noun(listed("loads")) and words[j - 1].is_noun(listed("duty")))
    return (words[j].is_noun(listed("duty")) and not timed and not _keeps(words, j)) or _held_duty(words, j)


def _held_duty(words: tuple[Word, ...], j: int) -> bool:
    """सचिव की भूमिका, सचिव पद की कुर्सी: a noun that is a duty where the title of a post governs it."""
    if j < 2 or not words[j].is_noun(listed("held_duties")) or words[j - 1].key not in closed("genitives"):
        return False
    title = j - 2 - words[j - 2].is_noun(listed("post_words"))
    return title >= 0 and is_role(words[title])


def _case_after(words: tuple[Word, ...], j: int, last: int) -> bool:
    after = words[j + 1].key if j + 1 < last else ""
    wanted = j + 2 < last and after in listed("oblique_genitive") and words[j + 2].key in listed("purpose")
    wanted = wanted or (
        j + 2 < last and after in listed("genitive") and words[j + 2].key in listed("by_letter")
    )
    return after in closed("case_markers") and not wanted


def _held_at(words: tuple[Word, ...], j: int, last: int, entities: Entities) -> bool:
    """बीडीओ राजेपुर को: a post with its place before को is the one that somebody holds."""
    k = j + 1
    while k < last and _in_place(words[k], entities):
        k += 1
    return j + 1 < k < last and words[k].key in listed("dative")


def in_name(word: Word, entities: Entities) -> bool:
    """Whether a word is part of a person's name."""
    return any(
        r.kind == "person" and r.mention == "name" and r.span.start <= word.start < r.span.end
        for r in entities.refs
    )


def _in_place(word: Word, entities: Entities) -> bool:
    return any(place.start <= word.start < place.end for place, _ in entities.regions)


def role_at(sentence: Sentence, first: int, head: int, entities: Entities) -> Role:
    """The role phrase headed by word ``head``: modifiers to its left, a bracket after it."""
    words = sentence.words
    start = head
    while start > first:
        word = words[start - 1]
        dash = word.text in ("-", "–") and start - 2 >= first
        spaced = dash and words[start - 2].end < word.start and word.end < words[start].start
        hyphen = dash and not spaced  # मोर्चा – अध्यक्ष: the dash parts them
        if (word.punct and not hyphen) or word.key in closed("case_markers") or word.verbs:
            break
        titled = start == head and (title_key(word.text), title_key(words[head].text)) in titles()
        if (
            word.key in listed("drop")
            or (word.key in listed("action_hosts") and not titled)
            or word.key in closed("list_conjunctions")
            or word.key in closed("np_stops")
            or word.key in closed("subject_pronouns")
            or word.key
            in listed("pronoun_dative") | listed("his_own") | listed("place_of") | listed("reasons")
            or _keeps(words, start - 1)
        ):
            break
        if (
            in_name(word, entities)
            or entities.in_date(word)
            or (_in_place(word, entities) and word.key not in listed("place_nouns") and not titled)
        ):
            break
        start -= 1
    while start < head and words[start].punct:
        start += 1
    end = head + 1
    if end + 1 < len(words) and words[end].text == "(":
        close = next((k for k in range(end, min(end + 6, len(words))) if words[k].text == ")"), None)
        end = close + 1 if close else end
    return Role(sentence, start, end)


def _keeps(words: Sequence[Word], j: int) -> bool:
    """A के पास सचिव का प्रभार: the word that marks who keeps a duty."""
    return j > 0 and words[j].key in listed("keepers") and words[j - 1].key in listed("oblique_genitive")


def _duty(sentence: Sentence, first: int, at: int, entities: Entities) -> Role:
    """X का अतिरिक्त प्रभार: the role is X where X is a post, else the whole duty phrase."""
    words = sentence.words
    j = at - 1
    while j > first and words[j].key in listed("duty_modifiers"):
        j -= 1
    if j > first and words[j].key in closed("genitives"):
        head = _before_bracket(words, j - 1)
        if head > first and words[head].is_noun(listed("post_words")):
            head -= 2 if words[head - 1].key in listed("oblique_genitive") else 1  # सचिव के पद का प्रभार
        while head > first and _in_place(words[head], entities):
            head -= 1  # एसडीएम सागर का प्रभार
        if head > first and head < j - 1 and words[head].text == ",":
            head -= 1  # एसडीएम, सागर का प्रभार
        unit = words[head].is_noun(listed("posting_places") | listed("staffing"))  # कार्मिक कोषांग
        if head == j - 1 > first and not unit and not is_role(words[head]) and is_role(words[head - 1]):
            head -= 1  # and where nobody knew the place
        if is_role(words[head]) and not _in_place(words[head], entities):
            return role_at(sentence, first, head, entities)
        office = _before_office(words, first, j - 1)
        if office is not None and not any(in_name(w, entities) or w.verbs for w in words[office:j]):
            return role_at(sentence, first, office, entities)  # सचिव, सहकारिता विभाग का प्रभार
    start = at
    if words[at].is_noun(listed("whole_duty")) and j > first and words[j].key in closed("genitives"):
        return Role(sentence, role_at(sentence, first, j - 1, entities).start, at + 1, duty=True)
    if words[at].is_noun(listed("whole_duty")):
        return replace(role_at(sentence, first, at, entities), duty=True)  # भोजन व्यवस्था
    while start > first and words[start - 1].key in listed("kept_before"):
        start -= 1
    return Role(sentence, start, at + 1, duty=True)


def _before_bracket(words: Sequence[Word], j: int) -> int:
    """Last word before the bracket that ends at a word (महाप्रबंधक (प्रचालन))."""
    if words[j].text != ")":
        return j
    return next((k - 1 for k in range(j, max(j - _BRACKET, 0), -1) if words[k].text == "("), j)
