"""Triggers of assignments: the verb groups that give, take or move a post."""

from __future__ import annotations

import itertools
from dataclasses import dataclass
from functools import lru_cache

from nirdesh.extract.assignments.gates import follows_granting, goes_with
from nirdesh.extract.assignments.lists_of_words import has_phrase, has_word, phrase_at, words
from nirdesh.extract.assignments.roles import Role, is_role
from nirdesh.extract.assignments.seats import body_of_seats, body_of_titles
from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.lexis import closed, fold, table
from nirdesh.extract.clauses.segment import Clause
from nirdesh.mentions import Change

_SETTLING = ("needed", "duty", "posting")  # roles of triggers that say where an act on the way ends
STATIONED = frozenset(
    ("assign:heads-for", "assign:at-places")
)  # what people will do only says where they are posted
_HELD = 2  # words of a place between a post and बने


@dataclass(frozen=True, slots=True)
class Trigger:
    """One row of ``assignments/triggers.toml``, folded."""

    id: str
    change: Change
    stems: frozenset[str]
    hosts: frozenset[str]
    role: str
    future: bool
    act: bool
    settles: bool
    tight: bool
    passive: bool
    led: frozenset[str]
    itself: bool


@dataclass(frozen=True, slots=True)
class TriggerHit:
    """A trigger at a verb group; ``end`` is the first word that no longer belongs to the arguments.

    ``loose`` is the trigger by a noun further left, which counts where nobody is found to leave a post.
    """

    trigger: Trigger
    group: VerbGroup
    end: int
    loose: TriggerHit | None = None

    def duty(self, clause: Clause) -> Role | None:
        """The host as the duty that is given (A को प्रतिनियुक्त किया, A के जिम्मे सौंपा)."""
        run = clause.sentence.words
        at = next((j for j in range(self.group.start, 0, -1) if run[j].is_noun(self.trigger.hosts)), None)
        return Role(clause.sentence, at, at + 1, duty=True) if at is not None else None


@lru_cache(maxsize=1)
def triggers() -> tuple[Trigger, ...]:
    """All triggers of the table.

    Example:
        >>> {t.change for t in triggers()} == {"appointed", "removed", "transferred"}
        True
    """
    return tuple(
        Trigger(
            row["id"],
            row["change"],
            frozenset(fold(s) for s in row["stems"]),
            frozenset(fold(h) for h in row["hosts"]),
            row["role"],
            row.get("future", False),
            row.get("act", False),
            row.get("settles", row["role"] in _SETTLING),
            row.get("tight", False),
            row.get("passive", False),
            frozenset(fold(w) for w in row.get("led", ())),
            row.get("itself", False),
        )
        for row in table("assignments/triggers.toml")["trigger"]
    )


@lru_cache(maxsize=1)
def duty_rules() -> frozenset[str]:
    """Rules of duties that a plain future gives, where nobody is said to give them (A काम देखेंगे)."""
    duties = (
        trigger for trigger in triggers() if trigger.future and trigger.role in ("duty", "handed", "as")
    )
    return frozenset(f"assign:{trigger.id}" for trigger in duties)


@lru_cache(maxsize=1)
def act_rules() -> frozenset[str]:
    """Rules of duties that are acts as well, and so directives too (जांच A करेंगे)."""
    return frozenset(f"assign:{trigger.id}" for trigger in triggers() if trigger.act)


def find_triggers(clause: Clause) -> list[TriggerHit]:
    """Triggers of a clause, left to right; plans and wishes (बनाएंगे, तैनात किया जाए) are none."""
    found = []
    for group in clause.groups:
        hit = _match(clause, group)
        if hit is not None:
            found.append(hit)
    return found


def _told(clause: Clause, group: VerbGroup) -> bool:
    """Whether the group tells a fact: no plan, wish, negation, remote past or what goes on (देखते रहेंगे)."""
    goes_on = group.forms[0].form == "impf" and words("go_on") & frozenset(group.stems[1:])
    stays = group.mood == "perf" and group.stem in words("go_on")  # अब उनके पास यही प्रभार रह गया है
    if (
        goes_on
        or stays
        or group.negative
        or group.mood in ("hort", "oblig", "should", "able", "past_habit", "past")
    ):
        return False
    return group.mood != "inf" or follows_granting(clause, group) or goes_with(clause, group)


def _match(clause: Clause, group: VerbGroup) -> TriggerHit | None:
    if not _told(clause, group):
        return None
    place = group.host
    if place is None and clause.sentence.words[group.start - 1].key in words("verbal_hosts"):
        place = group.start - 1
    while place and clause.sentence.words[place].key in words("manners"):
        place -= 1  # चयन निर्विरोध हुआ
    run = clause.sentence.words
    host = run[place] if place is not None else None
    keys = host.nouns if host is not None else frozenset()
    loose: TriggerHit | None = None  # by a noun further left; one right before the verb says more
    for trigger in triggers():
        if group.stem not in trigger.stems:
            continue
        if group.mood == "fut" and (group.passive or not trigger.future):
            continue
        if trigger.role == "handed" and group.mood == "prog":
            continue  # जांच A कर रहे हैं: what goes on
        if not _has_form(clause, group, trigger):
            continue
        if not trigger.hosts:
            if trigger.role == "place" and _sends_thing(clause, group):
                continue
            if trigger.role == "shift" and not has_word("ablative", run[clause.start : group.start]):
                continue
            if trigger.role == "needed" and group.mood == "prog" and not group.passive:
                continue  # लोग A को सचिव बना दे रहे हैं
            became = group.stem in words("become") and not (
                _post_before(clause, group) or _ends_in_post(clause, group)
            )
            blamed = group.stem in words("put") and host is not None and host.is_noun(words("other_objects"))
            apart = trigger.tight and not is_role(clause.sentence.words[group.start - 1])
            if became or blamed or apart:
                continue
            return loose or TriggerHit(trigger, group, group.start)
        if place is not None and trigger.led and not _led(clause, place, trigger):
            continue
        if place and clause.sentence.words[place - 1].key in words("other_letters"):
            continue  # प्रशस्ति पत्र दिए
        if not keys.isdisjoint(trigger.hosts) and place is not None and trigger.role != "handed":
            return TriggerHit(
                trigger, group, group.start if trigger.role in ("duty", "taken") else place, loose
            )
        if trigger.role == "left" and _handed_in(clause, group, trigger):
            return TriggerHit(trigger, group, group.start)
        if (
            trigger.role in ("duty", "place", "posting", "needed", "handed", "charge", "sworn", "portfolio")
            and (group.finite or _granted(clause, group, trigger))
            and not trigger.tight
            and not (trigger.role == "charge" and group.stem in words("do"))
            and _scrambled(clause, group, trigger)
        ):
            loose = loose or TriggerHit(trigger, group, group.start)
    return loose


def _granted(clause: Clause, group: VerbGroup, trigger: Trigger) -> bool:
    """उनका प्रभार B को देने का आदेश: an infinitive that gives a duty by order."""
    return trigger.role == "duty" and group.mood == "inf" and follows_granting(clause, group)


def _handed_in(clause: Clause, group: VerbGroup, trigger: Trigger) -> bool:
    """अपना इस्तीफा अध्यक्ष को सौंप दिया: only who gets the letter stands between it and the verb."""
    run = clause.sentence.words
    if not group.finite or run[group.start - 1].key not in words("dative"):
        return False
    at = next((j for j in range(group.start - 2, clause.body, -1) if run[j].is_noun(trigger.hosts)), None)
    if at is None or any(w.verbs or w.key in closed("case_markers") for w in run[at + 1 : group.start - 1]):
        return False
    return run[at - 1].key not in closed("genitives")


def released(clause: Clause, hit: TriggerHit, last: TriggerHit) -> bool:
    """A को सागर से कार्यमुक्त कर दमोह से संबद्ध किया: who is let go only to serve elsewhere."""
    host = clause.sentence.words[hit.group.host] if hit.group.host is not None else None
    return last.trigger.role == "place" and host is not None and host.is_noun(words("let_go"))


def acts_on(clause: Clause, first: int, group: VerbGroup) -> bool:
    """A की नियुक्ति की गई: a noun of posting before the verb, no earlier act (तबादला होने के बाद)."""
    run = clause.sentence.words
    return any(
        run[j].is_noun(words("action_hosts")) and (j + 1 == group.start or not run[j + 1].verbs)
        for j in range(first, group.start)
    )


def _sends_thing(clause: Clause, group: VerbGroup) -> bool:
    """केंद्र को प्रस्ताव भेजा: what is sent is a thing, nobody."""
    run = clause.sentence.words
    return any(
        run[j].is_noun(words("sent_things")) and run[j + 1].key not in closed("case_markers")
        for j in range(clause.body, group.start)
    )


def _led(clause: Clause, place: int, trigger: Trigger) -> bool:
    """बाहर का रास्ता, नियुक्ति पत्र, नियुक्ति-पत्र: one of the words that a trigger needs governs its host.

    Between them may stand how it is done (नाम सर्वसम्मति से तय हुआ).
    """
    run = clause.sentence.words
    if place > 2 and run[place - 1].key in words("ablative") and run[place - 2].key in words("manners"):
        place -= 2
    if place > 1 and run[place - 1].key in closed("particles"):
        place -= 1  # नाम भी
    before = next((w for w in reversed(run[max(place - 2, 0) : place]) if not w.punct), None)
    if before is not None and before.key in trigger.led:
        return True
    return place > 1 and run[place - 1].key in closed("case_markers") and run[place - 2].key in trigger.led


def _has_form(clause: Clause, group: VerbGroup, trigger: Trigger) -> bool:
    """Whether the group has the voice and mood, and the clause the marked post, that a trigger needs."""
    if trigger.passive and not group.passive and not (trigger.role == "taken" and group.mood == "kar"):
        return False
    if trigger.role in ("sworn", "charge", "joined", "as") and not group.finite:
        return False
    if trigger.role in ("charge", "joined") and group.passive:
        return False
    if trigger.role == "seated":
        plain = group.host is None or clause.sentence.words[group.host].key in words("included")
        body = body_of_titles(clause, group.start) or body_of_seats(clause, group)
        return group.finite and (plain or group.passive) and body is not None
    if trigger.role == "listed":
        run = clause.sentence.words
        return (
            group.finite and has_word("lists", run) and has_phrase("as_role", run[clause.start : group.start])
        )
    if trigger.role == "succeed":
        return group.finite and _in_their_place(clause)
    if trigger.role != "as":
        return True
    return (group.mood == "fut") == trigger.future and _post_marked(clause, group)


def _in_their_place(clause: Clause) -> bool:
    """उनकी जगह, उनके स्थान पर."""
    run = clause.sentence.words[clause.start : clause.end]
    return any(
        one.key in words("his_own") and other.key in words("place_of")
        for one, other in itertools.pairwise(run)
    )


def _post_marked(clause: Clause, group: VerbGroup) -> bool:
    """X के रूप में, X पद पर before the verb, X का काम right before it."""
    run = clause.sentence.words
    at = group.host
    works = at is not None and at - 2 > clause.body and run[at].is_noun(words("works"))
    if works and at is not None and run[at - 1].key in words("genitive") and is_role(run[at - 2]):
        return True
    return any(
        phrase_at("as_role", run, j)
        or (run[j].is_noun(words("post_words")) and run[j + 1].key in words("superessive"))
        for j in range(clause.body, group.start)
    )


def _post_before(clause: Clause, group: VerbGroup) -> bool:
    """A सचिव बने, A एसपी सागर बने: a post stands before the verb, at most its place between them."""
    run = clause.sentence.words
    for j in range(group.start - 1, max(group.start - 2 - _HELD, clause.body - 1), -1):
        if is_role(run[j]):
            return True
        if run[j].punct or run[j].verbs or run[j].key in closed("case_markers"):
            return False
    return False


def _ends_in_post(clause: Clause, group: VerbGroup) -> bool:
    """A बने व्यापार मंडल के अध्यक्ष: a post ends the sentence after the verb."""
    run = [w for w in clause.sentence.words[group.end :] if not w.punct]
    return bool(run) and is_role(run[-1]) and not any(w.verbs for w in run)


def _scrambled(clause: Clause, group: VerbGroup, trigger: Trigger) -> bool:
    """The duty noun stands further left: शिविर की जिम्मेदारी रमा देशवाल को दी गई."""
    words_ = clause.sentence.words
    first = clause.front[0] if clause.front else clause.body
    if group.host is not None and words_[group.host].is_noun(words("other_objects") | words("annulled")):
        return False
    if group.mood == "fut" and words_[group.start - 1].key in words("locative"):
        return False  # सचिव (अतिरिक्त प्रभार – संचालक) भंडार के प्रभार में रहेंगे
    if trigger.role == "handed" and words_[group.start - 1].key in words("acted"):
        return False
    if words_[first].key in words("this") and words_[first + 1].is_noun(words("other_objects")):
        return False  # यह निर्देश … मॉनिटरिंग टोली की बैठक में A ने दिए
    if trigger.role == "portfolio" and words_[group.start - 1].key not in words("dative"):
        return False
    nouns = trigger.hosts
    if trigger.role in ("needed", "posting"):
        nouns = nouns & words("action_hosts")
    for j in range(first, group.start - 1):
        unit = words_[j + 1].is_noun(words("units_given") | words("reports"))  # टिकट जांच शाखा, जांच रिपोर्ट
        unit = unit or (trigger.role == "handed" and words_[j + 1].is_noun(words("inquirers")))
        kept = words_[j].key in words("keepers") and j and words_[j - 1].key in words("oblique_genitive")
        if kept and not trigger.itself:
            continue  # A के जिम्मे पार्किंग रहेगी
        if words_[j].is_noun(nouns) and not unit and words_[j + 1].key not in closed("case_markers"):
            return True
    return False


def copula_future(clause: Clause) -> VerbGroup | None:
    """होंगे, होंगी, रहेंगे as the clause's verb: A जिला संयोजक होंगे."""
    group = clause.group
    if group is None or group.mood != "fut" or group.passive or group.negative:
        return None
    return group if group.stem in words("be_future") else None
