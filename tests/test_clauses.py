from __future__ import annotations

import pytest

from nirdesh.analyse import blank
from nirdesh.extract.clauses.entities import entities
from nirdesh.extract.clauses.groups import verb_groups
from nirdesh.extract.clauses.lexis import fold
from nirdesh.extract.clauses.morphology import readings
from nirdesh.extract.clauses.phrases import marked
from nirdesh.extract.clauses.segment import Clause, segment
from nirdesh.extract.clauses.words import Sentence, sentences

NLP = blank()


def read(text: str) -> Sentence:
    return next(iter(sentences(NLP(text))))


def clauses(text: str) -> tuple[Clause, ...]:
    return segment(read(text))


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("करें", "subj"),
        ("किया", "perf"),
        ("जायेंगे", "fut"),
        ("जाएंगे", "fut"),
        ("करके", "kar"),
        ("लगाने", "inf_o"),
        ("भेजना", "inf"),
        ("बताता", "impf"),
        ("चाहिए", "oblig"),
        ("हैं", "cop"),
    ],
)
def test_verb_forms(word: str, form: str) -> None:
    assert form in {reading.form for reading in readings(word)}


@pytest.mark.parametrize("word", ["विधानसभा", "योजना", "सूचना", "बैठक", "अपने", "लोगों"])
def test_nouns_have_no_verb_form(word: str) -> None:
    assert readings(word) == ()


@pytest.mark.parametrize(
    ("text", "mood", "passive", "negative"),
    [
        ("सभी सचिव सूची भेजें ।", "hort", False, False),
        ("सूची कल तक भेज दी जाए ।", "hort", True, False),
        ("सूची भेजी जाएगी ।", "fut", True, False),
        ("सभी को सूची भेजनी होगी ।", "oblig", False, False),
        ("सूची देर से नहीं भेजनी है ।", "oblig", False, True),
        ("सूची में देरी न करें ।", "hort", False, True),
        ("देरी नहीं होनी चाहिए ।", "should", False, True),
        ("सूची भेज दी गई है ।", "perf", True, False),
        ("उन्हें सूची भेजनी पड़ी ।", "past", False, False),
        ("कोई नहीं आ सकेगा ।", "able", False, True),
    ],
)
def test_mood_voice_and_polarity(text: str, mood: str, passive: bool, negative: bool) -> None:
    group = verb_groups(read(text).words)[-1]
    assert (group.mood, group.passive, group.negative) == (mood, passive, negative)


def test_ki_opens_content_and_conjunction_a_second_clause() -> None:
    found = clauses("सचिव ने कहा कि सभी लिपिक समय पर आएं और पंजिका भरें ।")
    assert [c.content for c in found] == [False, True, True]
    assert [c.group.mood for c in found if c.group] == ["perf", "hort", "hort"]


@pytest.mark.parametrize("text", ["और।", "तो", "कि और"])
def test_a_sentence_of_joining_words_has_no_clause(text: str) -> None:
    assert clauses(text) == ()


def test_words_before_a_dependent_clause_belong_to_the_main_clause() -> None:
    found = clauses("जिले के सभी गांवों में जहां नल नहीं हैं , वहां हैंडपंप लगाए जाएं ।")
    assert [c.kind for c in found] == ["condition", "main"]
    assert found[1].front is not None
    assert found[1].sentence.text(*found[1].front) == "जिले के सभी गांवों में"


def test_purpose_and_bare_condition() -> None:
    assert [c.kind for c in clauses("नालियां साफ की जाएं ताकि पानी न भरे ।")] == ["main", "purpose"]
    assert clauses("भीड़ बढ़े तो सूचना दें ।")[0].kind == "condition"


def test_a_relative_clause_without_later_main_clause_speaks_for_itself() -> None:
    found = clauses("शिविर लगा है , जिसमें सभी लिपिक भाग लेंगे ।")
    assert [c.kind for c in found] == ["main", "main"]


def test_noun_phrases_stop_at_their_own_edges() -> None:
    doc = NLP("बैठक में उपस्थित पदाधिकारियों को निदेशक ने सूची भेजने के निर्देश दिए ।")
    clause = segment(next(iter(sentences(doc))))[0]
    cases = frozenset({fold("को"), fold("ने")})
    found = [p.text for p in marked(clause, clause.body, clause.end, entities(doc), cases)]
    assert found == ["बैठक में उपस्थित पदाधिकारियों", "निदेशक"]
