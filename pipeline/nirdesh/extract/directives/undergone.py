"""Whom an act befalls, marked by को as whom a frame tells: सूची सचिव को सौंपने, कर्मी को निलंबित करने."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import pairwise

from nirdesh.extract.clauses.groups import VerbGroup
from nirdesh.extract.clauses.lexis import closed
from nirdesh.extract.clauses.phrases import Phrase
from nirdesh.extract.clauses.words import Word
from nirdesh.extract.directives.lexis import word_class

_PLACE = 3  # words of the place where somebody is sent, its case marker included
_PAPERS = 2  # words before the verb among which the paper stands that is served


def receives(phrase: Phrase, group: VerbGroup) -> bool:
    """सूची सचिव को सौंपने, कर्मी को निलंबित करने: a को-phrase that marks who gets or undergoes it."""
    if phrase.case not in word_class("dative"):
        return False
    words = phrase.sentence.words
    issued = group.host is not None and words[group.host].key in word_class("issued")
    papers = _papers(group) | (word_class("explanations") if issued else frozenset())
    if any(w.is_noun(papers) for w in words[phrase.marker + 1 : group.start][-_PAPERS:]):
        return True  # दोषियों को नोटिस जारी करने, जेई को चेतावनी देने
    told = group.host is not None and words[group.host].key in word_class("informing_hosts")
    if told and phrase.marker + 1 == group.host:
        return True  # पुलिस को सूचित करने
    adjacent = phrase.marker + 1 == group.start
    if adjacent and group.stem in word_class("recipient_verbs"):
        return True
    return _removed(phrase, group) or _undergoes(phrase, group) or _moved(phrase, group)


def _papers(group: VerbGroup) -> frozenset[str]:
    """What is served on somebody, or laid on him by giving it."""
    served = word_class("served_papers")
    return served | word_class("warnings_served") if group.stem in word_class("penalising_verbs") else served


def _thing(words: Sequence[Word], first: int, last: int) -> bool:
    """निगम को पेयजल व्यवस्था 20 मई तक दुरुस्त करने: what is acted on; not so दुकानों को 5 मई तक बंद रखने."""
    pairs = pairwise(words[first : last + 1])
    return any(w.pos == "NOUN" and (after.pos == "NUM" or after.text.isdigit()) for w, after in pairs)


def _undergoes(phrase: Phrase, group: VerbGroup) -> bool:
    """दोषी कर्मी को तत्काल निलंबित करने: what right before the verb is done to somebody."""
    words = phrase.sentence.words
    if group.host is None or words[group.host].key not in word_class("affecting_hosts"):
        return False
    if group.stem in word_class("stative_verbs"):
        return False  # कार्यकर्ताओं को एकजुट रहने को कहा
    between = words[phrase.marker + 1 : group.host]
    limits = closed("limits") | closed("after_genitive")
    limited = bool(between) and between[-1].key in limits and not _thing(words, phrase.marker + 1, group.host)
    return limited or all(w.key in word_class("at_once") for w in between)


def _removed(phrase: Phrase, group: VerbGroup) -> bool:
    """सहायक अभियंता को तत्काल हटाने: whom the verb right after को takes from his place."""
    between = phrase.sentence.words[phrase.marker + 1 : group.start]
    return group.stem in word_class("removing_verbs") and all(w.key in word_class("at_once") for w in between)


def _moved(phrase: Phrase, group: VerbGroup) -> bool:
    """लिपिक को पद से अलग करने, कोटेदार को काली सूची में डालने: whom it is done to where nothing else is acted on."""
    words = phrase.sentence.words
    end = group.host if group.host is not None else group.start
    host = words[group.host].key if group.host is not None else ""
    moved = group.stem in word_class("sending_off_verbs") and words[group.start - 1].key in closed(
        "locatives"
    )
    if host not in word_class("hosts_of_standing") and not moved:
        return False
    if group.stem in word_class("stative_verbs"):
        return False
    run = words[phrase.marker + 1 : end]
    marks = closed("case_markers") | closed("after_genitive") | closed("limits")
    if not run or run[-1].key not in marks:
        return False
    return not moved or len(run) <= _PLACE
