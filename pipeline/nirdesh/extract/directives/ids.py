"""Ids of whom a phrase names: people, holders of posts, bodies; offices made for what nobody else knew."""

from __future__ import annotations

from functools import cache

from nirdesh.extract.clauses.entities import Entities, Ref
from nirdesh.extract.clauses.lexis import closed, fold, table
from nirdesh.extract.clauses.phrases import Phrase, head_word, heads
from nirdesh.extract.clauses.words import Word
from nirdesh.extract.directives.lexis import word_class
from nirdesh.extract.directives.roles import phrase_class
from nirdesh.lexicon.keys import fold as title_key
from nirdesh.lexicon.organisations import name_words
from nirdesh.mentions import Span


def ids_of(phrase: Phrase, entities: Entities, *, speaks: bool = False) -> tuple[str, ...]:
    """Ids of whom a phrase names; an office is made for a phrase headed by a post that nobody knew.

    Args:
        speaks: Whether the phrase names who speaks though no ने marks it (X का कहना है).
    """
    refs = heads(phrase, entities)
    words = phrase.sentence.words
    first = phrase.start
    last = head_word(phrase)
    if first > last:
        return ()  # a marker without a phrase
    together = _counted_off(phrase, entities) or holders(phrase, entities)
    if together:
        return together
    among = _named_among(phrase, entities)
    if among:
        return among
    if _media(phrase, last):
        return ()  # पीटीआई ने बताया: it only passes on what others said
    bench = words[last].is_noun(closed("benches"))
    if words[last - 1].key in closed("honorifics") and not any(r.kind == "person" for r in refs):
        called = entities.person_called(words[last].text)
        if called is not None:
            return (called,)  # सीओ श्री पंडित ने
    if refs:
        found = tuple(dict.fromkeys(_settled(phrase, ref, entities) for ref in _of_one(phrase, refs)))
        if bench and refs[0].kind == "person":
            entities.bench = _court(phrase, entities) or found
        elif phrase.case in word_class("ergative"):
            entities.ruled.update(found)
        return found
    if bench and entities.bench:
        return entities.bench  # पीठ ने: the court or the judges named before
    if words[last].is_noun(_nobody()) or words[last].punct or words[last].verbs:
        return ()
    agent = speaks or phrase.case in word_class("ergative")
    if phrase_class(phrase, entities) is None and (not agent or last - first > _LONGEST_NAME):
        return ()
    alone = entities.person_called(words[last].text, phrase.span.start) if last - first <= 1 else None
    if alone is None and first == last:
        alone = entities.led.get(words[last].key)  # महंत जी ने
    if alone:
        return (alone,)
    if first == last:
        longer = entities.body_called(words[last].text, phrase.span)
        if longer != words[last].text:
            return (longer,)
    known = entities.titles.get(fold(phrase.sentence.text(first, last + 1))) or entities.titles.get(
        words[last].key
    )
    if known:
        return (known,)
    first = max([first, *(j + 1 for j in range(first, last) if words[j].verbs)])  # कमी से जूझ रही | सेना
    while first < last and words[first].key in closed("genitives") | closed("deictics"):
        first += 1
    span = phrase.sentence.span(first, last + 1)
    return (entities.office(phrase.sentence.text(first, last + 1), span),)


def _of_one(phrase: Phrase, refs: list[Ref]) -> list[Ref]:
    """उपायुक्त सह जिला दंडाधिकारी ने: the first of two posts that one and the same holds."""
    both = any(w.key in closed("post_joints") for w in _words_of(phrase))
    return refs[:1] if both and all(r.kind == "office" for r in refs) else refs


def _court(phrase: Phrase, entities: Entities) -> tuple[str, ...]:
    court = entities.court_before(phrase.span.start)
    return (court,) if court is not None else ()


def _named_among(phrase: Phrase, entities: Entities) -> tuple[str, ...]:
    """स्पेन और पुर्तगाल समेत कई देशों ने: the countries or states that a phrase names among others."""
    words = phrase.sentence.words
    if not words[head_word(phrase)].is_noun(word_class("kinds_of_states")):
        return ()
    near = range(max(phrase.start - 1, 0), phrase.end)
    after = next((j for j in near if words[j].key in closed("along_with")), None)
    if after is None:
        return ()
    found: list[str] = []
    j = after - 1
    while j >= 0:
        place = next((p for p, _ in entities.regions if p.start <= words[j].start < p.end), None)
        if place is None:
            break
        inside = [w for w in words if place.start <= w.start < place.end]
        found.append(entities.office(" ".join(w.text for w in inside), place))
        j = words.index(inside[0]) - 1
        if j < 0 or not (words[j].text == "," or words[j].key in closed("list_conjunctions")):
            break
        j -= 1
    return tuple(reversed(found))


def _counted_off(phrase: Phrase, entities: Entities) -> tuple[str, ...]:
    """दोनों अधिकारियों ने, तीनों ने: as many people as were named last before."""
    numbers = table("clauses/closed.toml")["words"]["collective_numbers"]
    counted = {fold(word): size for size, word in enumerate(numbers, 2)}
    size = counted.get(phrase.sentence.words[phrase.start].key, 0)
    if not size or phrase_class(phrase, entities) not in ("office", "person"):
        return ()
    before = [r for r in entities.refs if r.kind == "person" and r.span.end <= phrase.span.start]
    named = tuple(dict.fromkeys(r.id for r in reversed(before)))[:size]
    return named[::-1] if len(named) == size else ()


def holders(phrase: Phrase, entities: Entities) -> tuple[str, ...]:
    """डीएसपी व एसडीओ ने: the holders of two bare posts."""
    members: list[list[str]] = [[]]
    for word in _words_of(phrase):
        if word.key in closed("list_conjunctions"):
            members.append([])
        else:
            members[-1].append(word.text)
    here = phrase.span.start
    found = (
        tuple(entities.person_called(" ".join(m), here) or "" for m in members) if len(members) == 2 else ()
    )
    return found if all(found) and len(set(found)) == 2 else ()


def _words_of(phrase: Phrase) -> tuple[Word, ...]:
    return phrase.sentence.words[phrase.start : phrase.end]


def _settled(phrase: Phrase, ref: Ref, entities: Entities) -> str:
    """Id of a mention; a one-word office is its only holder, or the longer phrase it heads."""
    if ref.kind == "organisation":
        holder = _holder(phrase, ref, entities)
        if holder is not None:
            return holder
        whole = _with_place(phrase, ref, entities)
        if whole is not None:
            return whole
        known = entities.body_called(ref.id, ref.span)
        start, size = phrase.span.start, phrase.end - phrase.start
        parted = closed("genitives") | closed("list_conjunctions")
        plain = not any(w.key in parted or w.punct for w in _words_of(phrase)) and not _described(phrase, ref)
        if (
            known == ref.id
            and " " not in known
            and 1 < size <= _LONGEST_NAME
            and plain
            and ref.span.start > start
        ):
            return entities.office(phrase.text, phrase.span)
        return known
    if ref.kind != "office":
        return ref.id
    if " " in ref.id:
        return _acting(ref, entities)
    whole = phrase.sentence.text(phrase.start, phrase.end)
    if any(w.key in closed("genitives") for w in phrase.sentence.words[phrase.start : phrase.end]):
        return entities.office(whole, phrase.span)
    holder = entities.person_called(ref.id, ref.span.start)
    if holder is None and ref.span != phrase.span and _plain(phrase):
        return entities.office(whole, phrase.span)  # गोशाला संचालकों ने, महानिदेशक कारागार ने
    return holder or entities.led.get(fold(ref.id)) or _placed(ref.id, entities) or ref.id


def _described(phrase: Phrase, ref: Ref) -> bool:
    """बाजार नियामक सेबी: whether the word before a body's name only says what it is."""
    before = [w for w in _words_of(phrase) if w.end <= ref.span.start]
    return bool(before) and title_key(before[-1].text) in name_words("descriptors")


def _media(phrase: Phrase, last: int) -> bool:
    """Whether a phrase that ends in the word ``last`` names an agency or a paper (समाचार एजेंसी पीटीआई)."""
    keys = tuple(w.key for w in phrase.sentence.words[phrase.start : last + 1])
    return any(keys[-len(name) :] == name for name in _media_names())


@cache
def _media_names() -> frozenset[tuple[str, ...]]:
    names = table("clauses/actors.toml")["media"]
    return frozenset(tuple(fold(word) for word in name.split()) for name in names)


def _placed(title: str, entities: Entities) -> str | None:
    """एसडीएम after एसडीएम सोनपुर, who is not named: the only office that the title opens."""
    longer = [made for made in entities.made if made.split()[0] == title and " " in made]
    return longer[0] if len(longer) == 1 else None


def _holder(phrase: Phrase, ref: Ref, entities: Entities) -> str | None:
    """मुख्य कार्यपालन अधिकारी जिला पंचायत ने: who holds the post that stands right before its body."""
    before = [w for w in _words_of(phrase) if w.start < ref.span.start]
    if not before or ref.span.start - before[-1].end > 1:
        return None
    return entities.titles.get(fold(" ".join(w.text for w in before)))


def _acting(ref: Ref, entities: Entities) -> str:
    """प्रभारी बीडीओ: the one who holds the post that the word before only qualifies."""
    first, _, rest = ref.id.partition(" ")
    acts = fold(first) in closed("acting") and " " not in rest
    if not acts:
        return entities.holder(ref.id) or ref.id
    return entities.acting_as(rest) or entities.person_called(rest, ref.span.start) or ref.id


def _plain(phrase: Phrase) -> bool:
    """Whether a phrase is a short run of nouns, so that all of it is a title."""
    words = _words_of(phrase)
    return len(words) <= _LONGEST_NAME and all(
        not w.punct and not w.verbs and w.pos in ("NOUN", "PROPN", "ADJ", "") for w in words
    )


def _with_place(phrase: Phrase, ref: Ref, entities: Entities) -> str | None:
    """राजस्थान सरकार: a body of one word with the place right before it, None without one."""
    if " " in ref.id:
        return None
    place = next((p for p, _ in entities.regions if 0 < ref.span.start - p.end <= 1), None)
    before = [w for w in phrase.sentence.words if w.end <= ref.span.start]
    if place is None and len(before) > 1 and before[-1].key in closed("genitives"):
        ruled = before[-2].end  # इटली की सरकार
        place = next(
            (p for p, _ in entities.regions if p.end == ruled and p.start >= phrase.span.start), None
        )
    if place is None:
        return None
    words = [w for w in phrase.sentence.words if place.start <= w.start < ref.span.end]
    span = Span(place.start, ref.span.end)
    return entities.office(" ".join(w.text for w in words), span) if words else None


_LONGEST_NAME = 4


def _nobody() -> frozenset[str]:
    return frozenset(fold(w) for w in table("clauses/actors.toml")["nobody"])
