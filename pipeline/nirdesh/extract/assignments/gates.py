"""What keeps a sentence with an assignment's verb from being one: life stories, polls, wishes, old posts."""

from __future__ import annotations

import itertools
from collections.abc import Sequence

from nirdesh.extract.assignments.lists_of_words import has_noun, has_phrase, has_word, phrases, words
from nirdesh.extract.assignments.roles import Role, in_name, is_count, is_role
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Sentence, Word
from nirdesh.extract.dates.lexicon import guard_words

_RECENT = 2005  # without a date of publication, a year before this one is a life story
_CENTURIES = ("18", "19", "20")
_SPELLED = 4  # digits of a year
_CHANGED = 3  # words of officers and what is theirs before बदले
_TITLE = 4  # words of the longest title behind a number
_TITLED = 8  # code points from स्व. to the name, a title between them
_DYING = 6  # words from whose death it is to the word for it
_OPENING = 2  # sentences of the body that tell what a report is about


def follows_granting(clause: Clause, group: VerbGroup) -> bool:
    """An infinitive counts where a decision grants it (बनाये जाने की घोषणा), not where somebody asks for it.

    So does one that is joined to such a one (A को हटाने तथा B को प्रभार देने का आदेश), and one that a motion
    asked for that was carried (A को हटाने का प्रस्ताव पारित हुआ).
    """
    after = clause.sentence.words[group.end : group.end + 4]
    if after and (after[0].key in closed("list_conjunctions") or after[0].text == ","):
        later = next((g for g in clause.groups if g.start > group.start), None)
        return later is not None and later.mood == group.mood == "inf" and follows_granting(clause, later)
    if len(after) > 1 and after[0].key in closed("genitives"):
        motion = has_noun("motions", after[1:2]) and has_word(
            "carried", clause.sentence.words[group.end : clause.end]
        )
        return motion or has_noun("granting", after[1:3])
    return bool(after) and group.passive and after[0].key in words("occasion")


def goes_with(clause: Clause, group: VerbGroup) -> bool:
    """A को सचिव बनाने के साथ ही प्रभारी भी नियुक्त किया: the infinitive tells what was done too."""
    after = [w.key for w in clause.sentence.words[group.end : group.end + 2]]
    last = clause.group
    done = last is not None and last is not group and last.mood in ("perf", "pres") and not last.negative
    return done and len(after) > 1 and after[0] in words("oblique_genitive") and after[1] in words("done_too")


def no_news(clause: Clause, published: str, entities: Entities, polls: bool = False) -> bool:
    """Whether the clause tells a life, a poll, a rumour or a post that goes on.

    Args:
        polls: Whether who won a poll is news.
    """
    run = clause.sentence.words[clause.start : clause.end]
    if long_ago(clause, published) or has_word("continuing", run) or has_phrase("as_before", run):
        return True
    whole = clause.sentence.words
    life = any(w.key in words("life_story") and not in_name(w, entities) for w in whole)  # जयंती लाल
    if life or has_phrase("born", whole) or (_polled(run) and not polls):
        return True
    return _played(clause) or _unreal(clause)


def _polled(run: Sequence[Word]) -> bool:
    """मतगणना में A विजयी: a poll is told, not the place, the staff or what is done for it (मतगणना प्रभारी)."""
    return any(word.key in words("poll") and not _around_poll(run, j) for j, word in enumerate(run))


def _around_poll(run: Sequence[Word], j: int) -> bool:
    """मतगणना केंद्र, मतदान अधिकारी, मतगणना के लिए."""
    after = run[j + 1 : j + 3]
    if not after:
        return False
    purpose = after[0].key in words("oblique_genitive") and after[-1].key in words("purpose")
    counted = run[j].key in words("polling")
    return after[0].key in words("poll_things") or (counted and (purpose or is_role(after[0])))


def _played(clause: Clause) -> bool:
    """फिल्म में कलेक्टर बनी हैं; लोग कभी यहां, कभी वहां का कलेक्टर बना दे रहे हैं: a part on a stage, or talk."""
    group = clause.group
    if group is None or group.stem not in words("make"):
        return False
    if _on_stage(clause.sentence.words):
        return True
    run = clause.sentence.words[clause.start : clause.end]
    return group.mood == "prog" and not group.passive and has_word("gossips", run)


def _on_stage(run: Sequence[Word]) -> bool:
    """फिल्म में, नाटक की झांकी में; but फिल्म बोर्ड में is a body."""
    return any(a.is_noun(words("stage")) and b.key in words("locative") for a, b in itertools.pairwise(run))


def _unreal(clause: Clause) -> bool:
    """The clause, or the one that its कि hangs on, speaks of a demand, a proposal or a rumour."""
    group = clause.group
    if group is not None and group.host is not None:
        host = clause.sentence.words[group.host]
        annulled = host.is_noun(words("annulled")) and has_noun(
            "naming", clause.sentence.words[clause.start : group.host]
        )
        if host.is_noun(words("unreal")) and not annulled:
            return True  # तबादला रद्द; but नियुक्ति रद्द ends what was given
    if not clause.content:
        return False
    before = clause.sentence.words[: clause.start]
    return has_noun("unreal", before)


def long_ago(clause: Clause, published: str) -> bool:
    """1985 में प्रधान चुने गए: a year before the report's own tells a life, not news."""
    run = clause.sentence.words[clause.start : clause.end]
    years = [
        int(w.text)
        for j, w in enumerate(run)
        if len(w.text) == _SPELLED
        and w.text.isdigit()
        and w.text.startswith(_CENTURIES)
        and not _names_something(clause, clause.start + j)
    ]
    if not years:
        return False
    return min(years) < (int(published[:4]) if published[:4].isdigit() else _RECENT)


def _names_something(clause: Clause, at: int) -> bool:
    """Whether a year belongs to the name of a batch (1998 बैच) or of a law (नियम 1999, अधिनियम, 1989)."""
    run = clause.sentence.words
    if at + 1 < len(run) and run[at + 1].key in words("batches"):
        return True
    before = [w for w in run[:at] if not w.punct][-1:]
    return any(w.key in guard_words("act") for w in before)


def former(clause: Clause, end: int) -> bool:
    """A participle that tells what somebody did until now (अब तक … का काम देख रहे)."""
    run = clause.sentence.words[clause.start : end]
    return bool(phrases("until_now")) and has_phrase("until_now", run)


def late(read: Sequence[Sentence], entities: Entities) -> frozenset[str]:
    """People whom a report calls dead (स्व. A, दिवंगत B)."""
    found: set[str] = set()
    for sentence in read:
        marks = [w for w in sentence.words if w.key.rstrip(".") in words("late")]
        for mark in marks:
            after = [
                r for r in entities.refs if r.kind == "person" and 0 < r.span.start - mark.end <= _TITLED
            ]
            named = [r for r in after if r.mention == "name"]
            found.update(r.id for r in sorted(named, key=lambda r: r.span.start)[:1])
        if has_noun("deaths", sentence.words):
            found |= _died(sentence, entities)
    return frozenset(found)


def _died(sentence: Sentence, entities: Entities) -> set[str]:
    """A का शुक्रवार को निधन हो गया; not A के पिता का निधन."""
    run = sentence.words
    dead: set[str] = set()
    for j, word in enumerate(run[:-1]):
        if word.key not in words("masculine_genitive"):
            continue
        named = [r for r in entities.refs if r.kind == "person" and r.span.end == run[j - 1].end]
        after = itertools.takewhile(lambda w: w.key not in closed("genitives"), run[j + 1 :])
        if named and any(w.is_noun(words("deaths")) for w in itertools.islice(after, _DYING)):
            dead.update(r.id for r in named)
    return dead


def relatives(read: Sequence[Sentence], entities: Entities) -> frozenset[str]:
    """People whom a report names only as the parent, husband or wife of another (क ख पुत्र श्री ग घ)."""
    named = [r for r in entities.refs if r.kind == "person" and r.mention == "name"]
    ends = {r.span.end for r in named}
    led: set[int] = set()
    for sentence in read:
        for before, word in itertools.pairwise(sentence.words):
            if before.end in ends and word.key.strip(".") in words("kin"):
                led.add(word.end)
    found = {r.id for r in named if _behind(r.span.start, led, read)} if led else set()
    return frozenset(found - {r.id for r in named if not _behind(r.span.start, led, read)})


def _behind(start: int, ends: set[int], read: Sequence[Sentence]) -> bool:
    """Whether only words of respect stand between one of the words that end at ``ends`` and a name."""
    sentence = next((s for s in read if s.start <= start < s.end), None)
    before = [w for w in sentence.words if w.end <= start] if sentence is not None else []
    while before and (before[-1].punct or before[-1].key in closed("honorifics")):
        before.pop()
    return bool(before) and before[-1].end in ends


def shuffled(read: Sequence[Sentence]) -> bool:
    """Whether the headline or the opening of the body tells of transfers."""
    body = [s for s in read if s.block == "body"]
    opening = [s for s in read if s.block in ("headline", "subheadline")][:2] + body[:_OPENING]
    return any(has_noun("transfer_signs", s.words) or shuffles(s.words) for s in opening)


def shuffles(run: Sequence[Word]) -> bool:
    """इधर से उधर; पांच थानेदार बदले, पटवारियों के हल्के बदल दिए: officers are moved all at once."""
    if has_phrase("shuffled", run):
        return True
    changed = [j for j, word in enumerate(run) if word.key in words("changed_about")]
    before = any(has_noun("shuffled_officers", run[max(j - _CHANGED, 0) : j]) for j in changed)
    return before or any(_several_officers(run[j + 1 : j + 2 + _CHANGED]) for j in changed)


def _several_officers(after: Sequence[Word]) -> bool:
    """बदले गए | पांच थानेदार: a number of officers right behind the verb."""
    run = [w for w in after if not w.verbs]
    return (
        len(run) > 1
        and (is_count(run[0]) or run[0].key in words("several"))
        and has_noun("shuffled_officers", run[1:2])
    )


def moved_title(sentence: Sentence) -> Role | None:
    """चार सिविल सर्जन इधर से उधर, तीन बीडीओ के तबादले: the title of a number of officers who are moved."""
    run = sentence.words
    for j, word in enumerate(run):
        head = j + 1
        while is_count(word) and head < min(j + _TITLE, len(run)) and not is_role(run[head]):
            head += 1
        while head + 1 < len(run) and is_role(run[head]) and is_role(run[head + 1]):
            head += 1
        title = run[j + 1 : head + 1] if is_count(word) and head < len(run) and is_role(run[head]) else ()
        if not title or any(w.punct or w.verbs or w.key in closed("case_markers") for w in title):
            continue
        told = has_noun("transfer_signs", run[head:]) or shuffles(run[j:])
        several = run[head].key.endswith(tuple(words("plural_endings")))
        if told and not several and not run[head].is_noun(words("generic")):
            return Role(sentence, j + 1, head + 1)
    return _of_level(sentence)


def _of_level(sentence: Sentence) -> Role | None:
    """उपायुक्त स्तर के अधिकारियों की तैनाती: the title of a level of officers who are moved."""
    run = sentence.words
    for j in range(1, len(run) - 1):
        if run[j].key in words("rank_levels") and run[j + 1].key in words("genitive") and is_role(run[j - 1]):
            told = has_noun("transfer_signs", run[j:]) or has_noun("postings", run[j:]) or shuffles(run[j:])
            start = j - 1 - (j > 1 and (is_role(run[j - 2]) or run[j - 2].key in words("rank_openers")))
            return Role(sentence, start, j) if told else None
    return None


def lost_membership(clause: Clause, first: int, last: int) -> Role | None:
    """What people who are not named lose (पांच कार्यकर्ताओं को प्राथमिक सदस्यता से निष्कासित किया)."""
    run = clause.sentence.words
    at = next((j for j in range(first, last) if run[j].is_noun(words("membership"))), None)
    if at is None:
        return None
    start = at - 1 if at > first and run[at - 1].key in words("primary") else at
    return Role(clause.sentence, start, at + 1)
