"""Role phrases: the words that name a post or duty, and the place and body that go with it."""

from __future__ import annotations

from dataclasses import dataclass

from nirdesh.extract.assignments.triggers import words as listed
from nirdesh.extract.clauses.entities import Entities, actor_class
from nirdesh.extract.clauses.lexis import closed, fold
from nirdesh.extract.clauses.words import Sentence, Word
from nirdesh.mentions import Span

_RUP, _MEN, _KE, _PAR = (fold(w) for w in ("रूप", "में", "के", "पर"))


@dataclass(frozen=True, slots=True)
class Role:
    """Words ``start`` to ``end`` of a sentence that name a post or duty."""

    sentence: Sentence
    start: int
    end: int
    duty: bool = False

    @property
    def span(self) -> Span:
        """Offsets of the role's words."""
        return self.sentence.span(self.start, self.end)


def is_role(word: Word) -> bool:
    """Whether a word can head a role phrase (संयोजक, मजिस्ट्रेट, उपाध्यक्ष), a guest of honour excepted."""
    if word.is_noun(listed("not_roles")):
        return False
    return word.is_noun(listed("role_nouns")) or actor_class(word) == "office"


def find_role(sentence: Sentence, first: int, last: int, entities: Entities) -> Role | None:
    """Role named between words ``first`` and ``last``: X के रूप में, X पद पर, X का प्रभार, or the last one."""
    words = sentence.words
    for j in range(first, last - 1):
        if words[j].key == _RUP and words[j + 1].key == _MEN and j - 1 > first and words[j - 1].key == _KE:
            return _role_at(sentence, first, j - 2, entities)
    for j in range(last - 1, first, -1):
        if words[j].is_noun(listed("post_words")):
            head = j - 2 if words[j - 1].key in closed("genitives") else j - 1
            if head >= first and is_role(words[head]):
                return _role_at(sentence, first, head, entities)
    for j in range(last - 1, first - 1, -1):
        if words[j].is_noun(listed("duty")):
            return _duty(sentence, first, j, entities)
        if is_role(words[j]) and not _case_after(words, j, last) and not _in_name(words[j], entities):
            return _role_at(sentence, first, j, entities)
    return None


def find_duty(sentence: Sentence, first: int, last: int, entities: Entities) -> Role | None:
    """Duty named between two words (शिविर की जिम्मेदारी), with its post where it has one."""
    for j in range(last - 1, first - 1, -1):
        if sentence.words[j].is_noun(listed("duty")):
            return _duty(sentence, first, j, entities)
    return None


def _case_after(words: tuple[Word, ...], j: int, last: int) -> bool:
    after = words[j + 1].key if j + 1 < last else ""
    wanted = j + 2 < last and after == _KE and words[j + 2].key == fold("लिए")
    return after in closed("case_markers") and not wanted


def _in_name(word: Word, entities: Entities) -> bool:
    return any(
        r.kind == "person" and r.mention == "name" and r.span.start <= word.start < r.span.end
        for r in entities.refs
    )


def _in_place(word: Word, entities: Entities) -> bool:
    return any(place.start <= word.start < place.end for place, _ in entities.regions)


def _role_at(sentence: Sentence, first: int, head: int, entities: Entities) -> Role:
    """The role phrase headed by word ``head``: modifiers to its left, a bracket after it."""
    words = sentence.words
    start = head
    while start > first:
        word = words[start - 1]
        hyphen = word.text in ("-", "–")
        if (word.punct and not hyphen) or word.key in closed("case_markers") or word.verbs:
            break
        if (
            word.key in listed("drop")
            or word.key in closed("list_conjunctions")
            or word.key in closed("np_stops")
        ):
            break
        if _in_name(word, entities) or entities.in_date(word) or _in_place(word, entities):
            break
        start -= 1
    while start < head and words[start].punct:
        start += 1
    end = head + 1
    if end + 1 < len(words) and words[end].text == "(":
        close = next((k for k in range(end, min(end + 6, len(words))) if words[k].text == ")"), None)
        end = close + 1 if close else end
    return Role(sentence, start, end)


def _duty(sentence: Sentence, first: int, at: int, entities: Entities) -> Role:
    """X का अतिरिक्त प्रभार: the role is X where X is a post, else the whole duty phrase."""
    words = sentence.words
    j = at - 1
    while j > first and words[j].key in listed("duty_modifiers"):
        j -= 1
    if j > first and words[j].key in closed("genitives") and is_role(words[j - 1]):
        return _role_at(sentence, first, j - 1, entities)
    start = at
    while start > first and words[start - 1].key in (fold("अतिरिक्त"),):
        start -= 1
    return Role(sentence, start, at + 1, duty=True)


def places_in(sentence: Sentence, first: int, last: int, entities: Entities) -> tuple[str, ...]:
    """Regions named between two words: the last one, and those that a list joins to it."""
    if first >= last:
        return ()
    span = sentence.span(first, last)
    mentions = [(place, region) for place, region in entities.regions if span.contains(place)]
    if not mentions:
        return ()
    chosen = [mentions[-1]]
    for place, region in reversed(mentions[:-1]):
        between = [w for w in sentence.words[first:last] if place.end <= w.start < chosen[0][0].start]
        if not between or not all(w.text == "," or w.key in closed("list_conjunctions") for w in between):
            break
        chosen.insert(0, (place, region))
    return tuple(dict.fromkeys(region for _, region in chosen))


def body_in(sentence: Sentence, first: int, last: int, entities: Entities) -> str | None:
    """Organisation named between two words."""
    if first >= last:
        return None
    span = sentence.span(first, last)
    bodies = [r.id for r in entities.inside(span) if r.kind == "organisation"]
    return bodies[-1] if bodies else None
