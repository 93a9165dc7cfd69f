"""Clauses that look like directives and bind nobody: descriptions, promises, threats, slogans, opinions."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.directives.lexis import affixes, sequence_at, word_class
from nirdesh.extract.directives.members import Content
from nirdesh.mentions import Addressee

# Rules of what whoever speaks threatens.
SANCTIONS = (
    "mood:sanction",
    "mood:sanction-if",
    "mood:entry-void",
    "mood:unworthy",
    "mood:late-fee",
    "mood:late-fee-due",
    "mood:case-filed",
    "mood:recovered-from-them",
    "mood:licence-cancelled",
    "mood:pay-stopped",
)
_QUOTES = frozenset("'\"‘’“”")
_FAR = 4  # words before वाले that tell a fault
_PRAYER = 4  # words of a clause that only calls upon a god (भगवान करे)
_NEAR = 3  # words in which a quotation opens before its clause


def _if_we_win(clause: Clause) -> bool:
    """अगर हमारी सरकार बनी तो …"""
    return clause.kind == "condition" and not word_class("accession_words").isdisjoint(clause.word_keys())


def binds_nobody(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """A wish about somebody (जो … करें), a promise that hangs on winning (सत्ता मिली तो … करेंगे), a slogan."""
    if _judged_after(clause, clauses) or _slogan(clause) or _argued(clause, clauses) or _equates(clause):
        return True
    mood = clause.group.mood if clause.group is not None else None
    if mood == "hort" and clause.sentence.words[clause.body].key in word_class("relative_subjects"):
        return True
    if mood == "hort" and _only_describes(clause):
        return True
    before = [c for c in clauses if c.start < clause.start]
    if mood in ("fut", "oblig") and (_penalty(clause, before) or any(_or_else(c) for c in before)):
        return True
    return mood == "fut" and any(_if_we_win(c) or _unless(c, clause) for c in before)


def against_whom(clause: Clause) -> bool:
    """दो लोग फरार हैं, जिनके खिलाफ कुर्की के आदेश जारी किए गए हैं: tells of those just named."""
    words = clause.sentence.words
    if not clause.start or any(w.key in word_class("ergative") for w in words[clause.body : clause.end]):
        return False  # …, जिसके खिलाफ डीएम ने जांच के निर्देश दिए
    return bool(sequence_at(words, clause.body, clause.end, "against_whom"))


def _equates(clause: Clause) -> bool:
    """दोषियों को छोड़ देना सारे कस्बे में अपराध को बढ़ावा देना होगा: one act would be another; nobody is bidden."""
    group, words = clause.group, clause.sentence.words
    if group is None or group.mood != "oblig" or group.negative:
        return False
    ends = [g.end for g in clause.groups if g.mood == "inf" and g.end + _NEAR < group.start]
    if not ends or not words[ends[-1] - 1].key.endswith(affixes("direct_infinitive_endings")):
        return False
    after = words[ends[-1]]
    bound = closed("case_markers") | closed("list_conjunctions") | closed("genitives") | closed("particles")
    if after.punct or after.key in bound:
        return False
    hosted = group.host is not None and words[group.host].key in word_class("phasal_hosts")
    return not hosted and not any(w.text == "," for w in words[ends[-1] : group.start])


def _argued(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """वकील की दलील थी कि भुगतान दो बार हुआ, इसलिए वसूली की जाए; भगवान करे बेटा घर आ जाए: argued or prayed for."""
    over = next((c for c in reversed(clauses) if c.start < clause.start and not c.content), None)
    if over is None or over.group is None:
        return False
    words = over.sentence.words
    argued = clause.content and any(_argues(c) for c in clauses if c.start < clause.start)
    prays = over.end <= clause.start + 1 and words[over.group.start - 1].key in word_class("deities")
    return argued or (prays and over.group.mood == "hort" and len(over.word_keys()) <= _PRAYER)


def _argues(clause: Clause) -> bool:
    """वकील की दलील थी, सरकार का तर्क है: an argument, right before the verb."""
    group = clause.group
    if group is None or group.mood not in ("pres", "past"):
        return False
    return any(
        w.is_noun(word_class("arguments")) for w in clause.sentence.words[clause.start : group.start][-2:]
    )


def we_too(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """हम सब आगे बढ़ें और | राज्य का विकास करें: who speaks means himself too in what is joined to it."""
    words = clause.sentence.words
    before = next((c for c in clauses if c.end == clause.start), None)
    if before is None or before.group is None or clause.group is None or clause.group.passive:
        return False
    joined = words[clause.start].key in closed("list_conjunctions")
    alike = before.group.mood == clause.group.mood == "hort"
    return joined and alike and any(w.key in word_class("we") for w in words[before.start : before.end])


def _or_else(clause: Clause) -> bool:
    """वरना गाड़ी उठवा ली जाएगी और …: what is joined to it is threatened too."""
    words = clause.sentence.words[clause.start : clause.body + 1]
    return any(w.key in word_class("or_else") for w in words)


def _penalty(clause: Clause, before: Sequence[Clause]) -> bool:
    """शिकायत मिली तो प्रभार छिनेगा; जो काम नहीं करेगा, उसे बदला जाएगा; लापरवाही करने वाले को हटाया जाएगा."""
    group = clause.group
    words = clause.sentence.words
    own = words[clause.start : clause.end]
    if group is None or any(w.is_noun(word_class("redress")) for w in own):
        return False
    last = before[-1] if before else None
    leads = last is not None and last.end == clause.start and last.group is not None
    if leads and last is not None and last.group is not None and last.kind == "condition":
        if any(w.is_noun(word_class("faults")) for w in words[last.body : last.end]):
            return True
        return last.group.negative and group.stem in word_class("losing_verbs") and group.mood == "oblig"
    if not group.passive or group.mood != "fut" or group.negative:
        return False
    hosted = group.host is not None and words[group.host].key in word_class("penalties")
    if leads and last is not None and last.group is not None and last.kind == "relative":
        return last.group.negative and (hosted or group.stem in word_class("losing_verbs"))
    return any(_faulty(clause, j) for j in range(clause.start + 1, group.start))


def _faulty(clause: Clause, j: int) -> bool:
    """Whether the word at ``j`` makes those the object who did something wrong (लापरवाही करने | वाले)."""
    words = clause.sentence.words
    if not words[j].key.startswith(affixes("agentive_stems")) or not words[j - 1].verbs:
        return False
    return any(w.is_noun(word_class("faults")) for w in words[max(j - _FAR, clause.start) : j])


def _unless(condition: Clause, clause: Clause) -> bool:
    """यदि मांगें नहीं मानी गईं तो संघ आंदोलन करेगा: a threat, told in a clause that the condition leads."""
    if condition.kind != "condition" or condition.group is None or not condition.group.negative:
        return False
    words = clause.sentence.words
    passive = clause.group is not None and clause.group.passive
    threats = word_class("unrest") if passive else word_class("threats")
    own = words[clause.start : clause.end]
    threat = any(w.is_noun(threats) for w in own)
    if passive and any(w.text[:1].isdecimal() for w in own):
        return False  # … तो 5 मई को धरना दिया जाएगा: a plan for a day
    if clause.group is None or not (threat or (clause.content and not passive)):
        return False  # वर्षा नहीं हुई तो पानी मंगाया जाएगा: a plan
    return condition.end == clause.start and words[clause.start].key in closed("leading_correlatives")


def _only_describes(clause: Clause) -> bool:
    """…, जिनके कारण काम रुक जाए: a relative clause after its noun, with nothing of its own that it resumes."""
    words = clause.sentence.words
    behind = 0 < clause.start == clause.body - 1 and words[clause.start].text == ","
    behind = behind or (0 < clause.start == clause.body and words[clause.start - 1].text == ",")
    only_is = clause.group is not None and clause.group.stem in word_class("existential_verbs")
    behind = behind or (clause.start > 0 and only_is)  # हलफनामा मांगा है जिसमें आंकड़े हों
    if not behind or words[clause.body].key not in word_class("relative_obliques"):
        return False
    after = words[clause.body + 1].key if clause.body + 1 < clause.end else ""
    return after not in closed("after_genitive") and closed("correlatives").isdisjoint(
        w.key for w in words[clause.body : clause.end]
    )


def _judged_after(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """किसान चक्कर लगाए, यह शर्म की बात है; कोई न छूटे, यही हमारा लक्ष्य है: judged or aimed at, not bidden."""
    if clause.group is None or (clause.group.mood != "hort" and not clause.group.hort_possible):
        return False
    after = next((c for c in clauses if c.start >= clause.end), None)
    if after is None or after.group is None:
        return False
    words = clause.sentence.words
    if any(not w.punct for w in words[clause.end : after.start]):
        return False
    if words[after.body].key in word_class("resuming_manners"):
        return after.group.negative  # … ऐसा नहीं हो सकता
    if words[after.body].key not in word_class("resuming_pronouns") or after.group.mood != "pres":
        return False
    judging = word_class("judgements") | closed("goal_nouns")
    return any(w.is_noun(judging) for w in words[after.body : after.end])


def _slogan(clause: Clause) -> bool:
    """'ठेका प्रथा बंद करें' के नारे लगाए, 'गड्ढे भरे जाएंगे' कहने वाले: quoted as a slogan or as what others say."""
    words = clause.sentence.words
    before = words[max(0, clause.body - _NEAR) : clause.body + 1]
    opened = next((w for w in before if w.text in _QUOTES), None)
    if opened is None:
        return False
    for j in range(clause.end, len(words) - 1):
        if words[j].text not in _QUOTES:
            continue
        last = j + 2 < len(words) and words[j + 1].key in closed("genitives")
        if last and words[j + 2].is_noun(word_class("slogans")):
            return True
        if words[j + 1].key in word_class("retold") and words[j + 2 : j + 3]:
            return words[j + 2].key.startswith(affixes("agentive_stems"))
    return False


def _accused(clause: Clause, told: Addressee) -> bool:
    """दोनों आरोपियों: whether those who are named are held in a case."""
    held = (w for w in clause.sentence.words if told.span.start <= w.start < told.span.end)
    return any(w.is_noun(word_class("accused")) for w in held)


def to_custody(clause: Clause, content: Content) -> bool:
    """आरोपी को जेल भेजने के आदेश दिए: news of a case, unless somebody else is told to do so."""
    group = content.group
    if group is None or any(not _accused(clause, told) for told in content.addressees):
        return False
    if group.host is not None and clause.sentence.words[group.host].key in word_class("released"):
        return True  # मुचलके पर रिहा करने के आदेश
    if group.stem not in word_class("committing_verbs"):
        return False
    words = clause.sentence.words[content.start : group.start]
    return any(w.is_noun(word_class("custody")) for w in words)
