"""Full-form table of Hindi verbs, generated from their stems.

Forms are named by what clause analysis needs of them: ``inf`` करना, ``inf_o`` करने, ``impf`` करता,
``perf`` किया, ``kar`` करके, ``subj`` करें (subjunctive and plain imperative), ``fut`` करेगा, ``imp`` कीजिए,
``stem`` कर, ``cop`` है, ``past`` था, ``oblig`` चाहिए.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import lru_cache
from typing import Final, NamedTuple

from nirdesh.extract.clauses.lexis import fold, rows


class VerbForm(NamedTuple):
    """One reading of a word as a verb: folded stem, form name, and whether the form is plural."""

    stem: str
    form: str
    plural: bool = False


_SIGNS: Final = "ािीुूेैोौृ"
_INFINITIVES: Final = (("ना", "inf"), ("नी", "inf"), ("ने", "inf_o"))
_IMPERFECTIVE: Final = (("ता", False), ("ते", True), ("ती", False), ("तीं", True))
# Perfective, subjunctive and future endings after a consonant, and after a vowel.
_PERFECTIVE_C: Final = (("ा", False), ("े", True), ("ी", False), ("ीं", True))
_PERFECTIVE_V: Final = (
    ("या", False),
    ("ए", True),
    ("ये", True),
    ("ई", False),
    ("यी", False),
    ("ईं", True),
    ("यीं", True),
)
_SUBJ_C: Final = (("े", False), ("ें", True), ("ूं", False), ("ो", True))
_SUBJ_V: Final = (
    ("ए", False),
    ("ये", False),
    ("एं", True),
    ("यें", True),
    ("ऊं", False),
    ("ओ", True),
    ("य", False),
    ("यं", True),
)
_FUT_C: Final = ("ेगा", "ेगी", "ेंगे", "ेंगी", "ेगे", "ूंगा", "ूंगी", "ोगे")
_FUT_V: Final = (
    "एगा",
    "एगी",
    "एंगे",
    "एंगी",
    "एगे",
    "येगा",
    "येगी",
    "येंगे",
    "येंगी",
    "येगे",
    "ऊंगा",
    "ऊंगी",
    "ओगे",
    "यगा",
    "यगी",
)
_IMP_C: Final = ("िए", "िये", "िएगा", "ियेगा")
_IMP_V: Final = ("इए", "इये", "इएगा", "इयेगा")

# Stems whose forms do not follow the pattern: stem -> form -> words.
_IRREGULAR: Final[dict[str, dict[str, str]]] = {
    "कर": {"perf": "किया किए किये की कीं", "imp": "कीजिए कीजिये कीजिएगा करिए करिये", "kar": "करके कर-के"},
    "ले": {
        "perf": "लिया लिए लिये ली लीं",
        "subj": "ले लें लो लूं",
        "fut": "लेगा लेगी लेंगे लेंगी लेगे लूंगा लूंगी",
        "imp": "लीजिए लीजिये",
    },
    "दे": {
        "perf": "दिया दिए दिये दी दीं",
        "subj": "दे दें दो दूं",
        "fut": "देगा देगी देंगे देंगी देगे दूंगा दूंगी",
        "imp": "दीजिए दीजिये",
    },
    "हो": {
        "perf": "हुआ हुए हुये हुई हुयी हुईं",
        "subj": "हो हों होवे होए",
        "fut": "होगा होगी होंगे होंगी होगे होवेगा",
        "imp": "होइए",
    },
    "जा": {"perf": "गया गए गये गई गयी गईं गयीं जाया"},
    "पी": {"perf": "पिया पिए पिये पी", "subj": "पिए पिएं पियें", "fut": "पिएगा पिएंगे पियेंगे", "imp": "पीजिए"},
    "जी": {"perf": "जिया जिए जी", "subj": "जिए जिएं जियें", "fut": "जिएगा जिएंगे"},
    "छू": {"perf": "छुआ छुए छुई", "subj": "छुए छुएं", "fut": "छुएगा छुएंगे"},
    "है": {"cop": "है हैं हूं"},
    "था": {"past": "था थे थी थीं"},
    "चाहिए": {"oblig": "चाहिए चाहिये चाहिएं"},
}


def _regular(stem: str) -> Iterator[tuple[str, str, bool]]:
    vowel = stem[-1] in _SIGNS or stem[-1] in "आईऊएओ"
    for ending, form in _INFINITIVES:
        yield stem + ending, form, False
    for ending, plural in _IMPERFECTIVE:
        yield stem + ending, "impf", plural
    for ending, plural in _PERFECTIVE_V if vowel else _PERFECTIVE_C:
        yield stem + ending, "perf", plural
    for ending, plural in _SUBJ_V if vowel else _SUBJ_C:
        yield stem + ending, "subj", plural
    for ending in _FUT_V if vowel else _FUT_C:
        yield stem + ending, "fut", ending.endswith(("े", "ीं"))
    for ending in _IMP_V if vowel else _IMP_C:
        yield stem + ending, "imp", True
    for ending in ("कर", "के"):
        yield stem + ending, "kar", False
    yield stem, "stem", False


@lru_cache(maxsize=1)
def verb_table() -> dict[str, tuple[VerbForm, ...]]:
    """Folded word -> its readings as a verb form.

    Example:
        >>> [r.form for r in verb_table()[fold("चलाएंगे")]], [r.form for r in verb_table()[fold("रहे")]]
        (['fut'], ['perf', 'subj'])
    """
    found: dict[str, dict[VerbForm, None]] = {}
    for stem in [row[0] for row in rows("clauses/verbs.tsv")] + ["है", "था", "चाहिए"]:
        irregular = _IRREGULAR.get(stem, {})
        entries = [] if stem in ("है", "था", "चाहिए") else list(_regular(stem))
        entries = [e for e in entries if e[1] not in irregular or (e[1] == "kar")]
        for form, words in irregular.items():
            entries += [(word, form, word.endswith(("ं", "े", "ए"))) for word in words.split()]
        for word, form, plural in entries:
            found.setdefault(fold(word), {})[VerbForm(fold(stem), form, plural)] = None
    return {word: tuple(readings) for word, readings in found.items()}


@lru_cache(maxsize=1)
def noun_like_stems() -> frozenset[str]:
    """Stems whose bare form is also a common noun (जांच, मांग, रोक)."""
    return frozenset(fold(row[0]) for row in rows("clauses/verbs.tsv") if len(row) > 1 and row[1] == "noun")


def readings(word: str) -> tuple[VerbForm, ...]:
    """Verb readings of a word, none for other words.

    Example:
        >>> [r.stem for r in readings("जायेंगे")], readings("विधानसभा")
        (['जा'], ())
    """
    key = fold(word)
    return verb_table().get(key) or _guess(key)


def _guess(key: str) -> tuple[VerbForm, ...]:
    """Future forms of stems that no table has; no other part of speech ends so."""
    if len(key) >= _SHORTEST_GUESS:
        for ending in _GUESSED:
            if key.endswith(ending):
                return (
                    VerbForm(key.removesuffix(ending), "fut", ending.endswith(("गे", "गी")) and "ं" in ending),
                )
    return ()


_GUESSED: Final = ("एंगे", "एंगी", "ाएगा", "ाएगी", "ेंगे", "ेंगी")
_SHORTEST_GUESS: Final = 6
