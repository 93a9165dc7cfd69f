"""Tokenizer, sentence splitter and the blank engine."""

from __future__ import annotations

from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from nirdesh.analyse import blank, load_engine
from nirdesh.analyse.sentences import sentence_starts
from nirdesh.analyse.tokenizer import split_words
from nirdesh.errors import NirdeshError
from nirdesh.lexicon.files import toml
from nirdesh.report import Block, Report

EXAMPLES = toml("analyse", "tokens.toml")["examples"]


@pytest.mark.parametrize("example", EXAMPLES, ids=lambda e: e["text"][:20])
def test_examples_of_the_data_file(example: dict[str, Any]) -> None:
    words, spaces = split_words(example["text"])
    assert [word for word in words if not word.isspace()] == example["tokens"]
    assert len(sentence_starts(words, spaces)) == example["sentences"]


PIECES = st.sampled_from(
    [
        "डॉ. ",
        "उ.प्र. ",
        "उ0प्र0",
        "है",
        "।",
        ".",
        "|",
        " ",
        "\n",
        "\u00a0",
        "29.09.2021",
        "10:30",
        "क",
        "A",
        "l",
        "?",
        "“",
        '"',
        "…",
        "1,000",
        "ऱ",
        "\u200d",
        "्",
    ]
)


@given(st.one_of(st.text(max_size=40), st.lists(PIECES, max_size=20).map("".join)))
@settings(max_examples=200, deadline=None)
def test_offsets_are_exact(text: str) -> None:
    words, spaces = split_words(text)
    assert "".join(word + " " * space for word, space in zip(words, spaces, strict=True)) == text
    assert all(words)
    starts = sentence_starts(words, spaces)
    assert starts == sorted(set(starts))
    assert bool(starts) == bool(text.strip())


def test_sentences_do_not_lose_text() -> None:
    text = "  शीर्षक\n\nबैठक हुई।अगली बैठक सोमवार को होगी| सब आएं!\n"
    doc = blank()(text)
    assert "".join(sent.text_with_ws for sent in doc.sents) == text
    assert [sent.text.strip() for sent in doc.sents] == [
        "शीर्षक",
        "बैठक हुई।",
        "अगली बैठक सोमवार को होगी|",
        "सब आएं!",
    ]


@pytest.mark.parametrize(
    ("text", "count"),
    [
        ("पं. मोहन और मा. मंत्री जी रु. 500 दें", 1),
        ("उन्होंने पूछा (कब?) तो सब चुप रहे।", 1),
        ("सड़क 12 कि.मी. है। यह जल्द बनेगी।", 2),
        ("अगली बैठक उ.प्र. में होगी. यह तय है.", 2),
        ("“सब जुटें।” यह बात कही गई।", 2),
        ('उन्होंने कहा, "सब जुटें।" फिर वे गए।', 2),
        ("", 0),
        (" \n ", 0),
    ],
)
def test_sentence_ends(text: str, count: int) -> None:
    words, spaces = split_words(text)
    assert len(sentence_starts(words, spaces)) == count


def test_blank_engine_sets_report_alignment_and_blocks() -> None:
    text = "सफाई अभियान कल से नगर निगम में बैठक हुई।"
    report = Report(
        id="r", source="s", text=text, blocks=(Block("headline", 0, 17), Block("body", 18, len(text)))
    )
    (doc,) = load_engine("blank").pipe([report])
    assert doc._.report is report
    assert doc._.aligned.raw == text
    assert [block.kind for block in doc._.blocks] == ["headline", "body"]
    assert next(sent.text.strip() for sent in doc.sents) == "सफाई अभियान कल से"


def test_unknown_engine_is_named() -> None:
    with pytest.raises(NirdeshError, match="no-engine"):
        load_engine("udpipe")  # type: ignore[arg-type]
