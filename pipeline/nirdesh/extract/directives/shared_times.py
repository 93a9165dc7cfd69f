"""Times that a directive shares: with the frame that it stands in, and with the directive right before."""

from __future__ import annotations

from collections.abc import Sequence

from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.words import Sentence, Word
from nirdesh.extract.directives.lexis import affixes, sequence_at, word_class
from nirdesh.extract.directives.model import Draft
from nirdesh.mentions import DateMention, Directive

_GRANTED = ("within-term", "within-term-due", "until-due")  # rules of terms that are granted
_GRANT = 14  # words in which nothing but a term is granted
_OPENING = 2  # first words in which इसके लिए stands


def leading_term(draft: Draft, entities: Entities, published: str | None) -> tuple[int, ...]:
    """The term before whom it is told to: डीएम ने 12 मई तक सभी बीडीओ को | सूची भेजने के निर्देश दिए."""
    if "content:infinitive" not in draft.rules:
        return ()
    clause = draft.clause
    words = clause.sentence.words
    found = []
    for i, date in enumerate(entities.dates):
        if date.span.end <= draft.scope.start and _follows_issuer(words, date) and _ahead(date, published):
            starts = [words[g.start].start for g in clause.groups]
            if not any(date.span.end <= start < draft.action.start for start in starts):
                found.append(i)
    return tuple(i for i in found[-1:] if (entities.dates[i].edtf or "").startswith("../"))


def granted_term(draft: Draft, entities: Entities) -> tuple[int, ...]:
    """The term that the issuer grants before he tells what to do: 15 दिन का समय देते हुए | किराया देने को कहा."""
    sentence = draft.clause.sentence
    found = [
        i
        for i, d in enumerate(entities.dates)
        if sentence.start <= d.span.start < d.span.end <= draft.scope.start
    ]
    return tuple(
        i for i in found if entities.dates[i].rule in _GRANTED and "content:infinitive" in draft.rules
    )


def term_told_after(draft: Draft, entities: Entities, read: Sequence[Sentence]) -> tuple[int, ...]:
    """The term that is told of what was ordered right before: इसके लिए 31 मार्च तक का समय दिया है."""
    own = draft.clause.sentence
    rest = [w for w in own.words if w.start >= draft.scope.end]
    following = next((s.words for s in read if s.index == own.index + 1), ())
    for words in (rest, following):
        points = [j for j in range(len(words)) if sequence_at(words, j, len(words), "for_this")]
        if not points and _only_grants(words, entities):
            points = [0]
        if not points or (words is following and points[0] > _OPENING):
            continue
        run = words[points[0] :]
        dates = [(i, d) for i, d in enumerate(entities.dates) if run[0].start <= d.span.start < run[-1].end]
        last = any(sequence_at(run, j, len(run), "last_days") for j in range(len(run)))
        limit = last or any(
            w.is_noun(word_class("terms_of_time") | word_class("terms_of_grace") | word_class("time_given"))
            for w in run
        )
        if (
            limit
            and len(dates) == 1
            and dates[0][1].edtf is not None
            and (last or dates[0][1].role == "deadline")
        ):
            return (dates[0][0],)
    return ()


def _only_grants(words: Sequence[Word], entities: Entities) -> bool:
    """और तीन दिन का समय दिया, एक सप्ताह की मोहलत दी गई है: a grant that does not say what for."""
    if not 0 < len(words) <= _GRANT or any(f.form.startswith("inf") for w in words for f in w.verbs):
        return False
    return any(
        words[0].start <= date.span.start < words[-1].end and date.rule in _GRANTED for date in entities.dates
    )


def _follows_issuer(words: Sequence[Word], date: DateMention) -> bool:
    """Whether a date stands right after ने, and is none of something else (12 मई तक के मामले)."""
    before = [w for w in words if w.end <= date.span.start][-1:]
    after = [w for w in words if w.start >= date.span.end][:1]
    return bool(before and before[0].key in word_class("ergative")) and not (
        after and after[0].key in closed("genitives")
    )


def _ahead(date: DateMention, published: str | None) -> bool:
    """Whether a deadline lies ahead."""
    return date.role == "deadline" and (published is None or (date.edtf or "")[3:] >= published)


def of_all_places(
    draft: Draft, finished: Sequence[tuple[Directive, Draft]]
) -> tuple[tuple[int, ...], tuple[str, ...]]:
    """12 को बन्हे, 14 को चोपे में शिविर लगेगा, जहां …: dates and places of all that the verb before tells."""
    words = draft.clause.sentence.words
    if words[draft.clause.body].key not in word_class("at_which") or not finished:
        return (), ()
    last = finished[-1][1]
    if last.clause.sentence is not draft.clause.sentence or "split:gapped" not in last.rules:
        return (), ()
    plans = [d for d, o in finished if o.clause is last.clause]
    when = tuple(sorted({i for d in plans for i in d.when}))
    return when, tuple(dict.fromkeys(r for d in plans for r in d.regions))


def time_of_last(
    draft: Draft, finished: Sequence[tuple[Directive, Draft]], entities: Entities
) -> tuple[tuple[int, ...], str]:
    """Indices of the dates of the directive before that hold here too, and the rule; both empty for none."""
    last, other = finished[-1]
    apart = draft.clause.sentence.index - other.clause.sentence.index
    if not last.when or apart not in (0, 1):
        return (), ""
    words = [w for w in draft.clause.sentence.words if draft.scope.start <= w.start < draft.scope.end]
    words = [w for w in words if not w.punct]
    if not words or entities.dates_in(draft.scope):
        return (), ""
    values = [entities.dates[i].edtf or "" for i in last.when]
    terms = [value.startswith("../") for value in values]
    if all(terms):
        return (last.when, "when:same-term") if _same_term(words) else ((), "")
    if any(terms) or any(value.endswith("/..") for value in values):
        return (), ""
    if apart:
        hours = any(w.key in word_class("clock") for w in words) and not by_night(words)
        told = {d.when for d, o in finished if o.clause.sentence is other.clause.sentence}
        one = len(told) == 1 and all(entities.dates[i].relation == "on" for i in last.when)
        return (
            (last.when, "when:same-day") if hours and one and other.modality == "announcement" else ((), "")
        )
    planned = draft.modality == other.modality == "announcement" and not opens_after(draft)
    hours = any(w.key in word_class("parts_of_day") for w in words)
    return (last.when, "when:shared") if planned or hours or words[0].key in word_class("there") else ((), "")


def by_night(words: Sequence[Word]) -> bool:
    """शाम सात बजे से सुबह सात बजे तक: hours that come again each night."""
    evening = next((j for j, w in enumerate(words) if w.key in word_class("evenings")), len(words))
    return any(w.key in word_class("mornings") for w in words[evening:])


def _same_term(words: Sequence[Word]) -> bool:
    """इसी अवधि में, इस मियाद के भीतर."""
    return any(
        word.key in closed("demonstratives") and words[j + 1].is_noun(word_class("terms_of_time"))
        for j, word in enumerate(words[:-1])
    )


def told_of_noun(words: Sequence[Word], k: int) -> bool:
    """Whether the word at ``k`` ends what is only said of a noun: होने वाली | बैठक, शुरू हो रहे | मेले."""
    if not words[k - 1].verbs:
        return False
    if words[k].key.startswith(affixes("agentive_stems")):
        return True
    following = words[k + 1] if k + 1 < len(words) else None
    ongoing = words[k].key in word_class("ongoing_participles")
    return ongoing and following is not None and not (following.punct or following.verbs)


def opens_after(draft: Draft) -> bool:
    """Whether it comes only after what was told: जिसके बाद …, इसके उपरांत …."""
    words = draft.clause.sentence.words
    first = next((j for j in range(draft.clause.start, len(words)) if not words[j].punct), 0)
    return sequence_at(words, first, len(words), "after_that") > 0
