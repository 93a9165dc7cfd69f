"""Papers by which posts are told to be given: orders and lists that somebody puts out."""

from __future__ import annotations

import itertools
from collections.abc import Collection, Sequence

from nirdesh.extract.assignments.lists_of_words import has_noun, has_word, words
from nirdesh.extract.clauses.entities import Entities
from nirdesh.extract.clauses.phrases import Phrase
from nirdesh.extract.clauses.segment import Clause
from nirdesh.extract.clauses.words import Word

_PAPER = 6  # words from जारी to the end of सूची के अनुसार


def by_decree(run: Sequence[Word]) -> bool:
    """पत्र के अनुसार, आदेश के आलोक में."""
    return (
        len(run) > 2
        and run[0].is_noun(words("decrees"))
        and run[1].key in words("oblique_genitive")
        and run[2].key in words("according")
    )


def by_paper(run: Sequence[Word]) -> bool:
    """X की तरफ से जारी पत्र के मुताबिक -: the list below is what X has put out."""
    told = any(by_decree(run[j : j + 3]) for j in range(len(run)))
    return told and has_word("issued", run) and not any(w.verbs for w in run[-2:]) and run[-1].punct


def on_paper(clause: Clause, first: int) -> bool:
    """विभाग की ओर से जारी आदेश के अनुसार: a paper is what the clause goes by."""
    run = clause.sentence.words[first : clause.end]
    return has_word("issued", run) and any(by_decree(run[j : j + 3]) for j in range(len(run)))


def puts_out(phrase: Phrase) -> bool:
    """संघ ने प्रभारी बदले. | सचिव X द्वारा जारी सूची के अनुसार …: who only puts out what another has told."""
    after = phrase.sentence.words[phrase.marker + 1 : phrase.marker + 1 + _PAPER]
    issued = phrase.case in words("agentive") and has_word("issued", after[:1])
    return issued and any(by_decree(after[j:]) for j in range(len(after)))


def passes_on(
    clause: Clause, agents: Collection[str], announcer: Collection[str], entities: Entities
) -> bool:
    """दल ने अध्यक्षों की घोषणा की. महासचिव X ने सूची जारी की: who only puts out what a body gave; any spokesman."""
    people = {r.id for r in entities.refs if r.kind == "person"}
    if not people.issuperset(agents):
        return False
    run = clause.sentence.words[clause.start : clause.end]
    group = clause.group
    host = clause.sentence.words[group.host] if group is not None and group.host is not None else None
    issues = host is not None and host.key in words("issued") and has_noun("papers", run)
    body = bool(announcer) and people.isdisjoint(announcer)
    who = list(itertools.takewhile(lambda w: w.key not in words("ergative") | words("agentive"), run))
    chief = bool(who) and any(w.key.endswith(tuple(words("chiefs"))) for w in who)
    return (issues and body and not chief) or has_word("spokespeople", who)
