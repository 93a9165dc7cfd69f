"""Whom an order tells that names nobody: those of the meeting, the paper or the heading it stands in."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed, fold, table
from nirdesh.extract.clauses.phrases import Phrase, marked, phrase_start
from nirdesh.extract.clauses.segment import Clause, segment
from nirdesh.extract.clauses.words import Sentence, Word, item_body
from nirdesh.extract.directives.lexis import affixes, sequence_at, word_class
from nirdesh.extract.directives.roles import as_addressees, clause_start, phrase_class
from nirdesh.extract.people.letters import spelt_out
from nirdesh.extract.people.title_words import vocabulary
from nirdesh.mentions import Addressee

_NAMED = 4  # words between a genitive and the meeting that it names (की मासिक अपराध समीक्षा बैठक)
_LABEL = 7  # words of a label at most
_FOR = ("office", "body", "public")
_DASHES = (":", "-", "–", "—", ":-", ":–")


def gathered(clause: Clause, first: int, last: int, entities: Entities) -> tuple[Addressee, ...]:
    """थानाध्यक्षों की मासिक बैठक में, बीडीओ के साथ बैठक कर: officials whose meeting stands before ``last``."""
    words = clause.sentence.words
    for j in range(first + 2, min(last, len(words))):
        if not words[j].is_noun(word_class("meetings")):
            continue
        end = _owners_end(words, first, j)
        if end:
            phrase = Phrase(clause.sentence, phrase_start(clause, end, first, entities), end, end, "")
            if phrase_class(phrase, entities) == "office" and _several(phrase):
                return as_addressees(phrase, entities, named=False)
    return ()


def _owners_end(words: Sequence[Word], first: int, meeting: int) -> int:
    """Index after the noun phrase that owns the meeting or is met in it; 0 for none."""
    for k in range(meeting - 1, max(first, meeting - _NAMED - 2), -1):
        if words[k].key in closed("genitives"):
            return k
        if words[k].key in word_class("comitatives") and words[k - 1].key in closed("genitives"):
            return k - 1
        if words[k].punct or words[k].verbs or words[k].key in closed("case_markers"):
            return 0
    return 0


def _several(phrase: Phrase) -> bool:
    words = phrase.sentence.words
    many = words[phrase.end - 1].key.endswith(affixes("oblique_plural_endings"))
    many = many or any(w.key in closed("list_conjunctions") for w in words[phrase.start : phrase.end])
    return many or words[phrase.start].key in closed("quantifiers")


def met_before(sentence: Sentence, entities: Entities) -> tuple[Addressee, ...]:
    """एसपी ने थानाध्यक्षों की बैठक ली।: whose meeting a sentence tells of, before a list of orders."""
    for clause in segment(sentence):
        group = clause.group
        if group is not None and group.mood == "perf" and group.stem in word_class("holding_verbs"):
            found = gathered(clause, clause_start(clause), clause.end, entities)
            if found:
                return found
    return ()


def told_to_hearers(clause: Clause, entities: Entities) -> bool:
    """पत्रकारों से कहा कि …: whether who hears it only passes it on."""
    cases = word_class("ablative") | word_class("dative")
    phrases = marked(clause, clause_start(clause), clause.end, entities, cases)
    return any(p.sentence.words[p.end - 1].is_noun(word_class("hearers")) for p in phrases)


def talked_with(sentence: Sentence, entities: Entities) -> tuple[Addressee, ...]:
    """मंत्री ने कलेक्टर और एसपी से बात की।: officials with whom somebody talks before an order to nobody."""
    for clause in segment(sentence):
        group, words = clause.group, sentence.words
        talks = group is not None and group.mood == "perf" and group.host is not None
        if group is None or not talks or words[group.host or 0].key not in word_class("conversations"):
            continue
        for phrase in marked(clause, clause_start(clause), group.start, entities, word_class("ablative")):
            if phrase_class(phrase, entities) in ("person", "office"):
                return as_addressees(phrase, entities)
    return ()


def sent_to(clause: Clause, entities: Entities) -> tuple[Addressee, ...]:
    """बीडीओ को पत्र भेजा है, जिसमें कहा गया है कि …; बीडीओ के नाम जारी पत्र में: whom the paper is sent to."""
    words = clause.sentence.words
    first = clause_start(clause)
    for j in range(first + 1, clause.end):
        if sequence_at(words, j, clause.end, "addressed") and _paper_after(words, j, clause.end):
            phrase = Phrase(clause.sentence, phrase_start(clause, j, first, entities), j, j, "")
            return as_addressees(phrase, entities) if phrase_class(phrase, entities) in _FOR else ()
    for earlier in segment(clause.sentence):
        if earlier.end > first or earlier.group is None or earlier.content:
            continue
        host = earlier.group.host
        paper = host is not None and words[host].is_noun(_papers())
        if not paper or earlier.group.stem not in word_class("issuing_verbs") | word_class(
            "petitioning_verbs"
        ):
            continue
        start = clause_start(earlier)
        for phrase in marked(earlier, start, earlier.end, entities, word_class("dative")):
            if phrase_class(phrase, entities) in _FOR:
                return as_addressees(phrase, entities)
    return ()


def _papers() -> frozenset[str]:
    return frozenset(fold(w) for w in table("frames/attribution.toml")["document"]["nouns"])


def _paper_after(words: Sequence[Word], j: int, last: int) -> bool:
    return any(w.is_noun(_papers()) for w in words[j + 2 : min(j + 2 + _NAMED, last)])


def headed(sentence: Sentence, entities: Entities) -> tuple[Addressee, ...]:
    """पंचायत सचिवों को दिए गए निर्देश:, बीडीओ के लिए निर्देश: whom the items under a line are told to."""
    words = sentence.words
    nouns = frozenset(map(fold, table("frames/attribution.toml")["heading"]["nouns"]))
    for clause in segment(sentence):
        first = max(clause_start(clause), item_body(sentence))
        for j in range(first + 1, clause.end):
            told = words[j].key in word_class("dative") or sequence_at(words, j, clause.end, "meant_for")
            if not told or not any(w.is_noun(nouns) for w in words[j + 1 :]):
                continue
            phrase = Phrase(sentence, phrase_start(clause, j, first, entities), j, j, "")
            if phrase_class(phrase, entities) in _FOR:
                return as_addressees(phrase, entities)
    return ()


def labelled(clause: Clause, entities: Entities) -> tuple[tuple[Addressee, ...], int]:
    """जल निगम - लीकेज ठीक किए जाएं: who a line of a list names before a dash, and the word after it."""
    words = clause.sentence.words
    first = item_body(clause.sentence)
    if clause_start(clause) > first:
        return (), 0
    for k in range(first + 1, min(first + _LABEL, clause.end - 1)):
        if words[k].verbs or words[k].key in closed("case_markers") - closed("genitives"):
            break
        apart = words[k + 1].start > words[k].end
        if words[k].text in _DASHES and (apart or words[k].text == ":"):
            phrase = Phrase(clause.sentence, first, k, k, "")
            found = phrase_class(phrase, entities) in ("person", "office", "body")
            found = found or (k == first + 1 and _nameless(clause, words[first]))
            return (as_addressees(phrase, entities), k + 1) if found else ((), 0)
    return (), 0


def _nameless(clause: Clause, word: Word) -> bool:
    """महाजेनको : राख ढंके वाहनों से ढोएं, पीएचसी : …: a name or letters that no list knows."""
    group = clause.group
    bids = group is not None and group.mood == "hort" and not group.passive
    return bids and (spelt_out(word.text) or (word.pos == "PROPN" and not vocabulary(word.key)))
