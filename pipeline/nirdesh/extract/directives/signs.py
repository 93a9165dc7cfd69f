"""Small signs that clauses and drafts give: a goal, a promise, an order's text, something said to nobody."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from functools import cache

from nirdesh.extract.clauses.actors import actor_class, known_office
from nirdesh.extract.clauses.lexis import closed, fold, table
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Sentence, Word
from nirdesh.extract.directives.lexis import affixes, word_class
from nirdesh.extract.directives.members import Content
from nirdesh.extract.directives.model import Context, Draft
from nirdesh.extract.directives.regimes import laid_down
from nirdesh.extract.directives.roles import clause_start, needs
from nirdesh.lexicon.posts import post_grammar, split_key
from nirdesh.mentions import Addressee

ADVICE = ("mood:should", "mood:should-not")
_HEADING = 8  # words of the longest line over a list
_ORDER_WITHIN = 14  # words in which a clause names the order that it reports
_ORDER_BESIDE = 4  # words at its end that do (… अधिकारियों को जारी निर्देशों में कहा)
_FRAMED = ("frame:order", "frame:request", "frame:demand", "frame:decide", "frame:settle", "frame:approve")
WISHES = ("mood:hort-active", "mood:hort-state", "mood:hort-passive", "mood:hort-forbidden", "mood:no-want")
NOBODY_ACTS = (
    "mood:future-number",
    "mood:forbidden-state",
    "mood:banned-without-permission",
    "mood:future-event-noun",
    "mood:holiday",
    "mood:last-day",
    "mood:not-tolerated",
    "mood:scheduled",
    "mood:coach-denied",
)


def subjunctive(clause: Clause, context: Context | None, actor: bool) -> bool:
    """Whether a form that is perfective or subjunctive is the latter; a transitive perfective needs ने."""
    group = clause.group
    if group is None or not group.hort_possible:
        return False
    keys = set(clause.word_keys())
    each = not keys.isdisjoint(word_class("distributive_determiners"))
    host = clause.sentence.words[group.host].key if group.host is not None else ""
    standing = group.stem in word_class("stative_verbs")
    bidden = context is not None and context.cls in ("order", "text") and clause.content
    if (
        (standing and host in closed("attending") and not bidden)
        or not keys.isdisjoint(word_class("ergative"))
        or not keys.isdisjoint(word_class("ergative_pronouns"))
    ):
        return False
    resumed = clause.sentence.words[clause.body].key in word_class("resumptive_subjects")
    asked = context is not None and context.cls == "request" and resumed
    if group.negative:
        denied = clause.sentence.words[group.end - 1].key in closed("postposed_negation")
        single = clause.sentence.words[group.end - 1].key.endswith(affixes("single_wish_endings"))
        anybody = each and (denied or single) and context is not None  # कोई किसान छूटे नहीं, कोई न आए
        return asked or anybody or not keys.isdisjoint(word_class("subjunctive_negation"))
    ordered = context is not None and context.cls in ("order", "request", "text")
    last = group.forms[-1].stem
    if group.stem in closed("intransitive") or last in word_class("unergative_vectors"):
        told = context is not None and bool(context.addressees) and clause.content
        return ordered or (context is not None and each) or (told and resumed)
    return ordered or actor or (context is not None and clause.content)


def joined_wish(clause: Clause, clauses: Sequence[Clause]) -> bool:
    """केंद्र पर पहुंचे और मतदान करें: a form that may be a wish is one where a wish is joined to it."""
    after = next((c for c in clauses if c.start == clause.end), None)
    if after is None or after.group is None or clause.group is None or not clause.group.hort_possible:
        return False
    joined = clause.sentence.words[after.start].key in closed("list_conjunctions")
    keys = clause.word_keys()
    agent = word_class("ergative") | word_class("ergative_pronouns")
    plain = after.group.mood == "hort" and after.kind == clause.kind == "main"
    return joined and plain and agent.isdisjoint(keys)


def wish(rule: str, context: Context | None) -> bool:
    """Whether a subjunctive is only said, not ordered or asked for; without an office it is doubtful."""
    return rule in WISHES and (context is None or context.cls not in ("order", "request", "demand", "text"))


def opinion_piece(first: Sentence) -> bool:
    """Whether the report opens with the heading of an opinion column (सम्पादकीय), which lays down nothing."""
    headings = table("frames/attribution.toml")["opinion"]["headings"]
    keys = tuple(w.key for w in first.words if not w.punct)
    folded = [tuple(fold(w) for w in heading.split()) for heading in headings]
    return any(keys[: len(h)] == h and len(keys) <= len(h) + 1 for h in folded)


def to_nobody(draft: Draft, *, dated: bool) -> bool:
    """An imperative that nobody says to nobody, a duty that nobody lays down: advice to the reader.

    Args:
        dated: Whether a date stands in the clause, as in a notice (24 मई तक जमा करनी होगी).
    """
    if draft.issuers:
        return False
    if any(r.startswith(_FRAMED) for r in draft.rules):
        return False
    if any(r in ("mood:must", "mood:must-not", *ADVICE) for r in draft.rules):
        by_rule = laid_down(draft.clause)
        return not dated and not by_rule and not any(holds_office(draft, a) for a in draft.addressees)
    text = "mood:hort-order" in draft.rules  # एडवाइजरी में कहा गया है कि …
    return not draft.addressees and not text and any(r.startswith("mood:hort") for r in draft.rules)


def holds_office(draft: Draft, addressee: Addressee) -> bool:
    """Whether an addressee is named by a post or a trade, not just a part of the public."""
    inside = [w for w in draft.clause.sentence.words if addressee.span.start <= w.start < addressee.span.end]
    return addressee.person is not None or (bool(inside) and actor_class(inside[-1]) == "office")


def is_office(title: str) -> bool:
    """Whether a post's title is a known one or has a word for an office in it (not just साहित्यकार).

    Example:
        >>> is_office("जिला सचिव"), is_office("लोकगायक"), is_office("चिकित्सक")
        (True, False, False)
    """
    plain = title.replace(".", "")  # एस.डी.एम.
    if split_key(plain) in post_grammar().advising:
        return False
    return known_office(plain) or any(map(office_word, plain.split()))


def office_word(word: str) -> bool:
    """Whether a word names an office, by list or by its ending."""
    offices, endings = _offices()
    key = fold(word)
    return key in offices or key.endswith(endings)


@cache
def _offices() -> tuple[frozenset[str], tuple[str, ...]]:
    """Keys of words for an office, and endings that make one."""
    data = table("clauses/actors.toml")
    return frozenset(map(fold, data["classes"]["office"])), tuple(map(fold, data["endings"]["office"]))


def parted(draft: Draft, clause: Clause) -> bool:
    """Whether another plan with its own event, not one more act of the same doer, follows in the sentence."""
    before, group = draft.clause.group, clause.group
    if before is None or group is None or group.mood != "fut":
        return False
    host = clause.sentence.words[group.host].key if group.host is not None else ""
    happens_then = group.stem in word_class("stative_verbs") and host not in closed("attending")
    return before.mood != "fut" or happens_then  # घर से काम करेंगे और जरूरत पर उपस्थित होंगे


def shares_doer(draft: Draft, clause: Clause) -> bool:
    """पैदल चलेंगे और गांव में रुकेंगे: a future joined to that of a doer has the same doer and form.

    So has a plural imperative, which may say how to be (नियमों का पालन करें व सतर्क रहें).
    """
    before, group = draft.clause.group, clause.group
    if before is None or group is None or not draft.addressees or group.passive:
        return False
    if group.negative != before.negative:
        return False
    joined = clause.sentence.words[clause.start].key in closed("list_conjunctions")
    if before.passive or before.mood != group.mood or draft.clause.end != clause.start or not joined:
        return False
    if group.mood == "hort":
        return group.forms[-1].plural and before.forms[-1].plural and group.host == group.start - 1
    alike = before.forms[-1].plural == group.forms[-1].plural
    return group.mood == "fut" and alike and group.stem not in word_class("stative_verbs")


def own_ne(clause: Clause) -> bool:
    """Whether a clause after कि has a speaker of its own."""
    first = clause_start(clause)
    markers = word_class("ergative") | closed("subject_pronouns")
    return any(w.key in markers for w in clause.sentence.words[first : clause.end])


def only_compound(clause: Clause, found: Sequence[Addressee]) -> bool:
    """पंचायत आम चुनाव के लिए …: an institute alone opens a compound, where others are told."""
    if len(found) != 1 or found[0].person is not None:
        return False
    inside = [w for w in clause.sentence.words if found[0].span.start <= w.start < found[0].span.end]
    return len(inside) == 1 and inside[0].key in word_class("compounding_bodies")


def only_some(clause: Clause, found: Sequence[Addressee]) -> bool:
    """एम्बुलेंस में एक डॉक्टर भी जाए: whom others, who are told, have to send."""
    group = clause.group
    if group is None or group.mood != "hort" or len(found) != 1 or found[0].person is not None:
        return False
    first = next(w for w in clause.sentence.words if w.start >= found[0].span.start)
    return first.key in word_class("indefinite") and not group.forms[-1].plural


def one_of_told(clause: Clause, found: Sequence[Addressee], told: Sequence[Addressee]) -> bool:
    """किसानों से कहा कि कोई किसान … न दे: nobody of those who are told."""
    if len(found) != 1 or found[0].person is not None:
        return False
    words = clause.sentence.words
    last = next(j for j, w in enumerate(words) if w.end >= found[0].span.end)
    if not any(w.key in word_class("anybody") for w in words[max(clause.start, last - 2) : last]):
        return False
    ends = {a.span.end for a in told}
    return any(w.end in ends and not w.nouns.isdisjoint(words[last].nouns) for w in words)


def within(clause: Clause) -> bool:
    """Whether a clause is part of what somebody says; जबकि or वहीं begins something else."""
    return clause.content and clause.sentence.words[clause.start].key not in word_class("contrasting")


def speech_noun(words: Sequence[Word], j: int) -> bool:
    """Whether the word at ``j``, or the one after सारे or सभी there, is बात, जानकारी, निर्देश and the like."""
    step = j + 1 if words[j].key in closed("quantifiers") else j
    return words[step].key in closed("speech_nouns")


def goal(previous: Clause | None, clause: Clause) -> bool:
    """पार्टी का लक्ष्य है कि …, हमारा प्रयास है कि …: a goal, told to nobody."""
    if previous is None or previous.group is None or not (clause.content or previous.end == clause.start):
        return False
    opens = clause.sentence.words[clause.start].key in word_class("complementizer")
    if not word_class("conclusive_connectives").isdisjoint(
        w.key for w in clause.sentence.words[clause.start : clause.body]
    ):
        return False  # … की आशंका है, इसलिए सभी सतर्क रहें
    if previous.kind == "relative" and previous.group.mood == "perf":
        return False  # जहां पंप नहीं लगा है, वहां …
    if previous.kind == "condition" or previous.group.mood == "fut":
        return False  # मदद चाहिए तो …, शिविर लगेंगे, …
    if previous.group.stem in closed("opinion_verbs"):
        if clause.group is not None and clause.group.forms[-1].form == "imp":
            return False  # मुझे सड़क साफ चाहिए, फोटो भेजिए
        seems = not previous.group.hort_possible  # रात में पहरा लगे, …
        return opens or (seems and not previous.content)
    aims = not closed("goal_nouns").isdisjoint(previous.word_keys())
    return aims and previous.group.mood in ("pres", "past")


def ensured(previous: Clause | None, clause: Clause) -> bool:
    """यह सुनिश्चित करें कि …: the clause says what is to be ensured, so both make one directive."""
    if previous is None or previous.group is None or not clause.content or previous.end > clause.start:
        return False
    if previous.group.mood not in ("hort", "oblig", "should", "fut") and not previous.group.hort_possible:
        return False
    return clause.sentence.words[clause.start].key in word_class("complementizer") and _ensures(previous)


def to_be_told(clause: Clause, following: Clause) -> bool:
    """यह भी बताएं कि सड़क कब बनेगी: the कि-clause is what somebody has to tell."""
    group = clause.group
    if (
        group is None
        or group.mood not in ("hort", "oblig")
        or group.stem not in word_class("answering_verbs")
    ):
        return False
    opens = clause.sentence.words[following.start].key in word_class("complementizer")
    return opens and following.start <= clause.end + 1


def _ensures(clause: Clause) -> bool:
    """सुनिश्चित करें, ध्यान रखें, देखें."""
    group = clause.group
    if group is None:
        return False
    host = clause.sentence.words[group.host].key if group.host is not None else ""
    host = "" if host in word_class("complementizer") else host
    return host in word_class("ensuring_hosts") or (not host and group.stem in word_class("ensuring_verbs"))


def ensured_before(previous: Clause | None, clause: Clause) -> bool:
    """… पर्याप्त हों, यह सुनिश्चित करें: the clause only says that the one before is to be ensured."""
    if previous is None or previous.group is None or previous.group.mood not in ("hort", "perf", "pres"):
        return False
    if previous.end > clause.start or not _ensures(clause) or clause.group is None:
        return False
    opens = word_class("complementizer")
    after = clause.sentence.words[clause.end : clause.end + 1]
    if clause.sentence.words[clause.start].key in opens or any(w.key in opens for w in after):
        return False
    words = clause.sentence.words[clause.body : clause.group.host or clause.group.start]
    pointing = word_class("cataphoric_pronouns") | closed("particles") | word_class("genitive_pointers")
    return bool(words) and all(w.punct or w.key in pointing for w in words)


def courteous(clause: Clause) -> bool:
    """संचालन … ने किया, … ने आभार जताया: a courtesy of the meeting."""
    group = clause.group
    if group is None:
        return False
    return any(
        w.key in closed("courtesies") for w in clause.sentence.words[clause_start(clause) : group.start]
    )


def own_voice(clause: Clause) -> bool:
    """मैंने कहा, हमने निर्देश दिए: told in the first person."""
    own = word_class("first_person_ergatives")
    return any(w.key in own for w in clause.sentence.words[clause_start(clause) : clause.end])


def is_heading(sentence: Sentence, clauses: Sequence[Clause]) -> bool:
    """Whether a sentence is a short line without a verb, such as stands over the items of a list."""
    return len(sentence.words) <= _HEADING and all(c.group is None for c in clauses)


def points_at(clause: Clause) -> bool:
    """Whether the clause opens with उन्हें, इनसे and the like."""
    first = clause_start(clause)
    return any(w.key in closed("oblique_pronouns") for w in clause.sentence.words[first : first + 2])


def happens(clause: Clause) -> bool:
    """शिविर लगेगा, मतदान होगा, कार्यालय खुला रहेगा: something takes place, and nobody is told to act."""
    group = clause.group
    if group is None or group.mood != "fut":
        return False
    host = clause.sentence.words[group.host].key if group.host is not None else ""
    state = group.stem in word_class("stative_verbs") and host in word_class("states_of_things")
    held = group.stem in word_class("existential_verbs") and host in closed("occasions")
    return state or held or group.stem in word_class("event_verbs")


def looks_after(clause: Clause, doers: Sequence[Addressee]) -> bool:
    """पेयजल रमा देशवाल देखेंगी: a person is given something to look after, which is an assignment."""
    group = clause.group
    seen = group is not None and group.mood == "fut" and group.stem in word_class("ensuring_verbs")
    follows = clause.sentence.words[clause.end : clause.end + 1]
    told = any(w.key in word_class("complementizer") for w in follows)  # यह देखेंगे कि …
    goes = any(g.mood == "kar" for g in clause.groups)  # स्कूलों में जाकर स्थिति देखेंगे
    return seen and not told and not goes and any(a.person is not None for a in doers)


def bare_verb(clause: Clause, start: int) -> bool:
    """Whether only the verb is left from ``start`` on (31 मार्च तक | निकाल लें): its time belongs to it."""
    return clause.group is not None and start == clause.group.start


def order_text(clause: Clause) -> bool:
    """आदेश के अनुसार …, जारी आदेश में कहा गया है कि …"""
    keys = clause.word_keys()
    joined = " ".join(keys[:_ORDER_WITHIN]) + "\n" + " ".join(keys[_ORDER_WITHIN:][-_ORDER_BESIDE:])
    return any(fold(p) in joined for p in table("frames/attribution.toml")["order_text"]["phrases"])


def empty(clause: Clause, first: int, last: int) -> bool:
    """आवश्यक दिशा-निर्देश: nothing that could be done stands before the noun."""
    words = [w for w in clause.sentence.words[first:last] if not w.punct and w.key not in closed("particles")]
    return len(words) < 1


def others(told: tuple[Addressee, ...], issuers: tuple[str, ...]) -> tuple[Addressee, ...]:
    """Whom somebody tells; nobody orders himself, so that a post of his is that of somebody else here."""
    return tuple(replace(a, person=None) if a.person in issuers else a for a in told)


def moves(clause: Clause, content: Content) -> bool:
    """तीन लिपिकों के तबादले के आदेश, अध्यक्ष नियुक्त करने की घोषणा: whom it moves is told, nobody is to act."""
    host = content.end - 1 if content.group is None else content.group.host
    return host is not None and clause.sentence.words[host].is_noun(word_class("moves"))


def forbids(clause: Clause, content: Content) -> bool:
    """Whether an ordered action is a ban itself (न करने, रोक लगाने)."""
    words = clause.sentence.words
    keys = [w.key for w in words[max(content.start, content.end - 4) : content.end]]
    if any(k in word_class("act_negation") for k in keys):
        return True
    return any(k in closed("bans") for k in keys) and any(k in closed("imposing") for k in keys)


def action_end(clause: Clause, clauses: Sequence[Clause]) -> int:
    """करना अनिवार्य है ends with the infinitive; सुनिश्चित करें कि … goes on to what is to be ensured."""
    group = clause.group
    if group is not None and needs(clause):
        ends = [g.end for g in clause.groups if g.mood == "inf" and g.end <= group.start]
        if ends:
            return ends[-1]
    later = [c for c in clauses if c.start >= clause.end]
    if later and ensured(clause, later[0]):
        return later[0].end
    if later and to_be_told(clause, later[0]):
        return max(c.end for c in later if c.content)
    return clause.end
