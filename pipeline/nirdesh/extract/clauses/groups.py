"""Verb groups: a verb with its vector verbs and auxiliaries, their mood, voice and polarity."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import Literal

from nirdesh.extract.clauses.lexis import auxiliaries, closed, fold, subordinators
from nirdesh.extract.clauses.morphology import VerbForm
from nirdesh.extract.clauses.words import Word

Mood = Literal[
    "hort", "fut", "oblig", "should", "perf", "pres", "past", "prog", "able", "inf", "kar", "part", "none"
]


@dataclass(frozen=True, slots=True)
class VerbGroup:
    """Words ``start`` to ``end`` (excluded) of a sentence that make one verb group.

    Attributes:
        stem: Folded stem of the main verb.
        forms: The chosen reading of each verb word.
        mood: What the group expresses; ``inf``, ``kar`` and ``part`` are not finite.
        host: Index of the noun or adjective that makes a noun verb (निर्देश देना), or None.
        hort_possible: A perfective that may be a subjunctive too (पहुंचे, बनाये).
    """

    start: int
    end: int
    stem: str
    forms: tuple[VerbForm, ...]
    mood: Mood
    finite: bool
    passive: bool
    negative: bool
    host: int | None
    hort_possible: bool = False

    @property
    def stems(self) -> tuple[str, ...]:
        """Folded stems of all verbs of the group."""
        return tuple(f.stem for f in self.forms)


_BHI, _HI, _TO, _NE, _SATH = fold("भी"), fold("ही"), fold("तो"), fold("ने"), fold("साथ")
_UNTIL = (fold("जब"), fold("तक"))
_KAR, _JA, _HO, _HAI, _THA, _SAK, _RAH, _CHAHIE, _PAD, _CHAL = (
    fold(s) for s in ("कर", "जा", "हो", "है", "था", "सक", "रह", "चाहिए", "पड़", "चल")
)


def _chain(words: Sequence[Word], i: int) -> tuple[list[tuple[int, VerbForm]], int]:
    """Verb words from ``i`` on that make one group, and the index after the last."""
    first = max(
        words[i].verbs, key=lambda f: (f.form != "stem" or len(words[i].verbs) == 1, f.form != "subj")
    )
    best: list[tuple[int, VerbForm]] = [(i, first)]
    end = i + 1
    allowed = auxiliaries()
    options = words[i].verbs
    j = end
    while j < len(words):
        if words[j].key in (_BHI, _HI) or words[j].key in closed("negation"):
            j += 1
            continue
        match = _join(options, words[j].verbs, allowed)
        if match is None:
            break
        best[-1] = (best[-1][0], match[0])
        best.append((j, match[1]))
        options = tuple(f for f in words[j].verbs if f.stem == match[1].stem)
        end = j = j + 1
    return best, end


def _join(
    left: Sequence[VerbForm], right: Sequence[VerbForm], allowed: dict[str, frozenset[str]]
) -> tuple[VerbForm, VerbForm] | None:
    """First pair of readings in which ``right`` may follow ``left`` inside one group."""
    for a in left:
        for b in right:
            if b.stem in allowed.get(a.form, frozenset()):
                if a.form == "stem" and b.form == "kar" and a.stem not in closed("carrying_stems"):
                    continue
                if a.form == "perf" and b.stem == _KAR and b.form not in ("subj", "fut"):
                    continue
                return a, b
    return None


def _duty(forms: Sequence[VerbForm]) -> tuple[Mood, bool] | None:
    """करना होगा, करना है, करना पड़ेगा; करना पड़ा and करना पड़ता है tell what was or is."""
    for a, b in pairwise(forms):
        if a.form in ("inf", "inf_o") and b.stem in (_HO, _HAI, _PAD, _THA):
            if a.stem in (fold("कह"), fold("मान")) and b.form == "cop":
                return "pres", True
            if b.form in ("fut", "cop", "subj"):
                return "oblig", True
            return ("past" if b.form in ("perf", "past") else "pres"), b.form != "perf" or a.form == "inf"
    return None


def _mood(forms: Sequence[VerbForm], finite_perf: bool) -> tuple[Mood, bool]:
    """Mood of a chain of readings and whether it is finite."""
    last = forms[-1]
    stems = [f.stem for f in forms]
    if last.form in ("kar",) or (last.form == "stem" and last.stem == _KAR):
        return "kar", False
    if last.form == "oblig" or _CHAHIE in stems:
        return ("past" if last.form == "past" else "should"), True
    if last.form in ("inf", "inf_o"):
        return "inf", False
    duty = _duty(forms)
    if duty is not None:
        return duty
    if forms[0].form == "inf_o" and _JA in stems[1:] and _RAH in stems and last.form == "cop":
        return "fut", True
    if _SAK in stems and last.form in ("fut", "subj", "perf", "cop"):
        managed = any(f.stem == _SAK and f.form == "perf" for f in forms) and last.form in ("perf", "cop")
        return ("perf" if managed else "able"), True  # शुरू नहीं हो सकी हैं: what came about or did not
    if last.form in ("subj", "imp"):
        presumed = last.stem == _HO and len(forms) > 1 and forms[-2].form in ("perf", "impf")
        return ("pres" if presumed else "hort"), True
    if last.form == "fut":
        # वह पहुंच चुका होगा, वह जाता होगा: what is taken to be so, not what will be done
        presumed = last.stem == _HO and len(forms) > 1 and forms[-2].form in ("perf", "impf")
        return ("pres" if presumed else "fut"), True
    if last.form == "past":
        return "past", True
    if last.form == "cop":
        if _RAH in stems[1:]:
            return "prog", True
        return ("perf" if any(f.form == "perf" for f in forms) else "pres"), True
    if last.form in ("perf", "impf"):
        return ("perf" if last.form == "perf" else "pres"), finite_perf
    return "none", False


def _ends_clause(words: Sequence[Word], end: int, headline: bool) -> bool:
    """Whether a participle before ``end`` stands where a finite verb would."""
    if end >= len(words):
        return True
    key = words[end].key
    if key in closed("stops") or key in closed("soft_stops") or key == fold("कि"):
        return True
    if (
        _retells(words, end)
        or inverted(words, end) > 0
        or (key == _SATH and words[min(end + 1, len(words) - 1)].key == _HI)
    ):
        return True
    if (
        key == _TO
        or key in closed("coordinators")
        or key in (fold("ताकि"), fold("जिससे"), fold("जिसमें"), fold("क्योंकि"))
    ):
        return True
    return headline and not any(w.verbs for w in words[end:])


def _retells(words: Sequence[Word], end: int) -> bool:
    """सभी मौजूद रहें उक्त बातें … ने कहीं: a new sentence without a stop before it tells who said the one before."""
    if end + 1 >= len(words) or words[end].key not in closed("aforesaid"):
        return False
    return words[end + 1].is_noun(closed("speech_nouns"))


def _denied_after(words: Sequence[Word], end: int) -> bool:
    """कोई किसान छूटे नहीं: a negation right after the verb, at the end of its clause."""
    if end >= len(words) or words[end].key not in closed("postposed_negation"):
        return False
    after = words[end + 1].key if end + 1 < len(words) else "।"
    return after in closed("stops") or after in closed("soft_stops") or after in closed("coordinators")


def _tells(words: Sequence[Word], start: int, end: int, before: Sequence[VerbGroup]) -> bool:
    """X ने कहा …, X ने बताया …: a bare verb of saying after its agent is finite, whatever follows it."""
    if end == start + 1 and words[start].key in closed("bare_speaking"):
        return True
    if end != start + 1 or words[start].key not in closed("bare_telling"):
        return False
    first = max((g.end for g in before if g.finite), default=0)
    agents = closed("subject_pronouns") | {_NE}
    return any(w.key in agents for w in words[first:start])


def _answered(
    words: Sequence[Word], start: int, end: int, forms: Sequence[VerbForm], before: Sequence[VerbGroup]
) -> bool:
    """जिन गांवों में नल नहीं चल रहा | वहां …, जो नहीं चाहते | वे …: a verb without है before what answers जो or जब."""
    if (
        end >= len(words)
        or words[end].key not in closed("answering")
        or forms[-1].form not in ("impf", "perf")
    ):
        return False
    after = words[end + 1].key if end + 1 < len(words) else ""
    if after in closed("genitives"):
        return False
    first = max((g.end for g in before if g.finite), default=0)
    opened = any(subordinators().get(w.key) in ("relative", "condition") for w in words[first:start])
    bare = _is_negative(words, start, end) or len(forms) > 1 or forms[0].stem in closed("wanting")
    return opened and bare


def _unless_then(
    words: Sequence[Word], start: int, end: int, forms: Sequence[VerbForm], before: Sequence[VerbGroup]
) -> bool:
    """जब तक रिपोर्ट नहीं आती | कनेक्शन न काटें: what has not happened yet ends before the main clause."""
    if end >= len(words) or forms[-1].form not in ("impf", "perf") or not _is_negative(words, start, end):
        return False
    if words[end].verbs or words[end].key in closed("case_markers"):
        return False
    first = max((g.end for g in before if g.finite), default=0)
    return any((words[j].key, words[j + 1].key) == _UNTIL for j in range(first, start - 1))


def _whenever(words: Sequence[Word], start: int, end: int, before: Sequence[VerbGroup]) -> bool:
    """जहां भट्ठी दिखे | तुरंत खबर करें: what may come about ends before the main clause, without तो or a comma."""
    if end != start + 1 or end >= len(words) or words[end].verbs or words[end].key in closed("case_markers"):
        return False
    if not any(f.form == "subj" and f.stem in closed("arising") for f in words[start].verbs):
        return False
    first = max((g.end for g in before if g.finite), default=0)
    openers = [j for j in range(first, start) if subordinators().get(words[j].key) == "condition"]
    host = _host(words, start)
    return bool(openers) and host is not None and host > openers[-1]


def inverted(words: Sequence[Word], end: int) -> int:
    """Words of the noun that closes a clause after its verb (कराने के दिए निर्देश, दिए सख्त निर्देश), 0 for none."""
    noun = end
    if noun + 1 < len(words) and words[noun].key in closed("before_inverted"):
        noun += 1
    if noun >= len(words) or not words[noun].is_noun(closed("inverted_nouns")):
        return 0
    after = words[noun + 1].key if noun + 1 < len(words) else "।"
    return noun + 1 - end if after in closed("stops") or after in closed("soft_stops") else 0


def _host(words: Sequence[Word], start: int) -> int | None:
    j = start - 1
    while j >= 0 and (words[j].key in closed("particles") or words[j].key in closed("negation")):
        j -= 1
    if j < 0 or words[j].punct or words[j].verbs or words[j].key in closed("case_markers"):
        return None
    return j


def verb_groups(words: Sequence[Word], headline: bool = False) -> tuple[VerbGroup, ...]:
    """Verb groups of one sentence, left to right."""
    found: list[VerbGroup] = []
    i = 0
    while i < len(words):
        if not words[i].verbs:
            i += 1
            continue
        chain, end = _chain(words, i)
        forms = tuple(form for _, form in chain)
        if _denied_after(words, end):
            end += 1
        ends = _ends_clause(words, end, headline) or _tells(words, i, end, found)
        ends = ends or _answered(words, i, end, forms, found)
        ends = ends or _unless_then(words, i, end, forms, found)
        ends = ends or _whenever(words, i, end, found)
        mood, finite = _mood(forms, ends)
        if mood == "oblig" and forms[-1].form == "cop" and i and _possessed(words[i - 1].key, forms[0].stem):
            mood = "pres"
        if mood == "none" or (mood in ("perf", "pres") and not finite):
            mood = "part"
        last_word = words[chain[-1][0]]
        also_subj = forms[-1].form == "perf" and any(
            f.form == "subj" and f.stem == forms[-1].stem for f in last_word.verbs
        )
        found.append(
            VerbGroup(
                i,
                end,
                forms[0].stem,
                forms,
                mood,
                finite,
                passive=_is_passive(forms),
                negative=_is_negative(words, i, end)
                or _neither(words, i, max((g.end for g in found if g.finite), default=0)),
                host=_host(words, i),
                hort_possible=also_subj and finite,
            )
        )
        i = end
    return _bidding(words, found)


def _bidding(words: Sequence[Word], groups: Sequence[VerbGroup]) -> tuple[VerbGroup, ...]:
    """कहा कि समय पर आना और डीजे मत लाना।: infinitives bid where they end what somebody tells, or after मत."""
    settled: list[VerbGroup] = []
    for number, group in enumerate(groups):
        before = next((g for g in reversed(settled) if g.finite), None)
        since = words[before.end if before is not None else 0 : group.start]
        ends = group.mood == "inf" and group.forms[-1].form == "inf" and _ends_clause(words, group.end, False)
        told = before is not None and (
            before.stem in closed("telling_verbs") or before.forms[-1].form == "inf"
        )
        last = not any(
            g.finite or (g.mood == "inf" and not _ends_clause(words, g.end, False)) for g in groups[number:]
        )
        bids = told and last and not any(w.key in closed("goal_nouns") for w in since)
        if ends and (bids or _forbids(words, group)):
            group = replace(group, mood="hort", finite=True)
        settled.append(group)
    return tuple(settled)


def _forbids(words: Sequence[Word], group: VerbGroup) -> bool:
    """मत आना, not अपना मत देना: a vote."""
    said = {w.key for w in words[max(group.start - 1, 0) : group.end]}
    return not said.isdisjoint(closed("imperative_negation")) and group.stem not in closed("voting_verbs")


def _possessed(before: str, stem: str) -> bool:
    """विभाग का कहना है, उनका मानना है: the infinitive is a noun."""
    speech = stem in (fold("कह"), fold("मान"))
    return before in closed("genitives") or (speech and before.endswith((fold("का"), fold("ना"))))


def _is_passive(forms: Sequence[VerbForm]) -> bool:
    """लगाए गए, also misspelt (लगाएं गए, लगाएं जाएं); not हड़ताल पर चले जाएंगे."""
    return any(
        a.form in ("perf", "subj") and b.stem == _JA and a.stem not in (_JA, _CHAL)
        for a, b in pairwise(forms)
    )


def _neither(words: Sequence[Word], start: int, first: int) -> bool:
    """न तो आग जलाएगा और न ही पटाखे बेचेगा: the negation stands before the object."""
    for j in range(start - 1, first, -1):
        if words[j].punct or words[j].key in closed("list_conjunctions"):
            return False
        if words[j].key in (_TO, _HI) and words[j - 1].key in closed("correlative_negation"):
            return True
    return False


def _is_negative(words: Sequence[Word], start: int, end: int) -> bool:
    """Negation inside the group, right before it (शिथिलता न बरतें) or its noun (फार्म न जमा कराएं)."""
    negation = closed("negation")
    if any(w.key in negation for w in words[start:end]):
        return True
    hosted = start > 1 and _host(words, start) == start - 1
    if hosted and words[start - 2].key in closed("correlative_negation"):
        return start < 3 or words[start - 3].key != words[start - 1].key  # not कुछ न कुछ करें
    j = start - 1
    while j >= 0 and words[j].key in closed("particles"):
        j -= 1
    return j >= 0 and words[j].key in negation and not (j and words[j - 1].key in closed("votes_own"))
