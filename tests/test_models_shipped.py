"""The shipped pipelines on sentences of our own."""

from __future__ import annotations

from pathlib import Path

import pytest
from spacy.language import Language
from spacy.tokens import Doc

from nirdesh.analyse import load_engine
from nirdesh.analyse.models import models_folder, read_card, verify
from nirdesh.errors import NirdeshError
from nirdesh.report import Report

LIMIT = 150_000_000


@pytest.fixture(scope="module")
def nlp() -> Language:
    return load_engine("spacy").nlp


def roles(doc: Doc) -> dict[str, str]:
    return {token.text: token.dep_ for token in doc}


def test_models_are_whole_and_small() -> None:
    for name in ("hi_nirdesh", "hi_people", "hi_assignments", "hi_directives"):
        verify(name)
    assert sum(path.stat().st_size for path in models_folder().rglob("*") if path.is_file()) < LIMIT


def test_the_card_has_figures() -> None:
    assert read_card("hi_nirdesh").figures["uas"] > 93


@pytest.mark.parametrize(
    ("sentence", "wanted"),
    [
        ("जिलाधिकारी ने अधिकारियों को आदेश दिए।", {"जिलाधिकारी": "k1", "अधिकारियों": "k4"}),
        ("बैठक सोमवार को लखनऊ में होगी।", {"बैठक": "k1", "सोमवार": "k7t", "लखनऊ": "k7p"}),
        ("मंत्री ने नाले का निरीक्षण किया।", {"मंत्री": "k1", "निरीक्षण": "pof"}),
    ],
)
def test_roles(nlp: Language, sentence: str, wanted: dict[str, str]) -> None:
    found = roles(nlp(sentence))
    assert {word: found[word] for word in wanted} == wanted


def test_lemmas_tags_and_features(nlp: Language) -> None:
    doc = nlp("कार्यकर्ता लड़कियों की सूची बनाएंगे।")
    girl, verb = doc[1], doc[4]
    assert (girl.lemma_, girl.pos_, girl.tag_) == ("लड़की", "NOUN", "NN")
    assert girl.morph.get("Number") == ["Plur"]
    assert (verb.lemma_, verb.pos_, verb.morph.get("Tense")) == ("बना", "VERB", ["Fut"])


def test_entities(nlp: Language) -> None:
    doc = nlp("प्रदेश अध्यक्ष रमेश वर्मा ने 12 मार्च को कानपुर में भाजपा की बैठक ली।")
    found = {(ent.text, ent.label_) for ent in doc.ents}
    assert {("रमेश वर्मा", "PERSON"), ("कानपुर", "LOCATION"), ("भाजपा", "ORGANIZATION")} <= found


def test_spans_by_the_guideline_of_a_set() -> None:
    own = load_engine("spacy").nlp
    own.get_pipe("nirdesh_analyser").also = ["il-ner"]  # type: ignore[attr-defined]
    doc = own("रमेश वर्मा दिल्ली में 20 लोगों से मिले।")
    assert {span.label_ for span in doc.spans["il-ner"]} >= {"NEP", "NEL"}


def test_spelling_variants_are_read_alike(nlp: Language) -> None:
    one = nlp("सम्बन्धित अधिकारी सड़क की जाँच करें।")
    other = nlp("संबंधित अधिकारी सडक की जांच करें।")
    assert [(t.tag_, t.dep_, t.head.i) for t in one] == [(t.tag_, t.dep_, t.head.i) for t in other]


def test_a_report_alone_and_in_a_batch_give_the_same(nlp: Language) -> None:
    texts = ["बैठक हुई।\n\nसब आए।", "मंत्री ने कहा कि सड़क बनेगी।", "शीर्षक\n", ""]
    together = [doc.to_json() for doc in nlp.pipe(texts)]
    assert together == [nlp(text).to_json() for text in texts]


def test_each_sentence_has_one_root_and_text_is_kept(nlp: Language) -> None:
    text = " बैठक हुई।  सब आए|\nनए निर्देश: 1. सफाई 2. पानी"
    doc = nlp(text)
    assert doc.text == text
    for sent in doc.sents:
        assert sum(token.head.i == token.i for token in sent) == 1


def test_a_sentence_without_end_is_cut_not_refused(nlp: Language) -> None:
    doc = nlp("बैठक हुई और " * 300)
    assert len(doc) >= 900
    assert all(token.tag_ for token in doc)


def test_the_engine_works_on_reports() -> None:
    text = "कानपुर। बैठक में निर्देश दिए गए।"
    (doc,) = load_engine("spacy").pipe([Report(id="r", source="s", text=text)])
    assert doc._.report.text == text
    assert doc.has_annotation("DEP")


def test_a_missing_model_says_what_to_run(tmp_path: Path) -> None:
    with pytest.raises(NirdeshError, match="make models"):
        load_engine("spacy", models=tmp_path)


def test_stanza_gives_the_same_kind_of_doc() -> None:
    pytest.importorskip("stanza")
    if not (models_folder() / "stanza" / "hi" / "tagger.pt").exists():
        pytest.skip("the Stanza package is not here")
    verify("stanza")
    doc = load_engine("stanza").nlp("जिलाधिकारी ने अधिकारियों को आदेश दिए।\nसब आए।")
    assert [token.text for token in doc] == [token.text for token in load_engine("spacy").nlp(doc.text)]
    assert roles(doc)["जिलाधिकारी"] == "k1"
    assert all(token.pos_ and token.tag_ and token.lemma_ for token in doc)
