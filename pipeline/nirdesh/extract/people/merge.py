"""Which mentions name one person."""

from __future__ import annotations

from bisect import bisect_left
from dataclasses import dataclass, field
from functools import lru_cache

import regex

from nirdesh.extract.lexis import closed
from nirdesh.extract.people.posts import PostSpan
from nirdesh.extract.people.runs import NameHit
from nirdesh.extract.people.segment import initials
from nirdesh.extract.words import Word, is_initial
from nirdesh.lexicon.keys import sound
from nirdesh.mentions import EntityMention, MentionKind, Span

_QUOTED = regex.compile(r" ?(['\"‘“][\p{L}\p{M}]{2,}['\"’”])(?![\p{L}\p{M}])")

# Vowel signs of a middle name, in which spellings of one name differ.
_SIGNS = regex.compile(r"\p{M}")


@dataclass
class Draft:
    """A person while the report is being read.

    Attributes:
        forms: Names as written, in order.
        posts: Titles with the words that give them.
        mentions: Where the person is named or meant.
        aliases: Other names of the person (after उर्फ), as parts.
        lasts: Last words of shorter forms of the name (प्रियंका गांधी of प्रियंका गांधी वाड्रा).
    """

    parts: tuple[str, ...]
    forms: list[str] = field(default_factory=list)
    posts: list[PostSpan] = field(default_factory=list)
    mentions: list[EntityMention] = field(default_factory=list)
    hits: list[NameHit] = field(default_factory=list)
    aliases: list[tuple[str, ...]] = field(default_factory=list)
    lasts: list[str] = field(default_factory=list)

    @property
    def short(self) -> tuple[str, ...]:
        """Words of a full name by which alone its bearer is called: first and last ones, no letters."""
        if len(self.parts) < 2:
            return ()
        given = 1 if initials(self.parts[0]) else 0  # बी. कृष्णमूर्ति राव
        called = (self.parts[0], self.parts[given], self.parts[-1], *self.lasts)
        return tuple(dict.fromkeys(part for part in called if not is_initial(part)))

    @property
    def name(self) -> str:
        """The form with the most words, the earliest of these."""
        return max(self.forms, key=lambda form: (len(form.split()), -self.forms.index(form)))


@lru_cache(maxsize=4096)
def same_person(one: tuple[str, ...], other: tuple[str, ...]) -> bool:
    """Whether two full names (folded words) are spellings or shorter forms of one name.

    Example:
        >>> from nirdesh.lexicon.keys import fold
        >>> parts = lambda name: tuple(fold(word) for word in name.split())
        >>> same_person(parts("रामराज वर्मा"), parts("राम राज वर्मा"))
        True
        >>> same_person(parts("राम वर्मा"), parts("श्याम वर्मा"))
        False
        >>> same_person(parts("राम भैयाजी वर्मा"), parts("राम भय्याजी वर्मा"))
        True
    """
    if "".join(one) == "".join(other):
        return True
    a, b = tuple(sound(part) for part in one), tuple(sound(part) for part in other)
    if "".join(a) == "".join(b):
        return True
    if len(a) == len(b) > 2 and a[0] == b[0] and a[-1] == b[-1]:
        return [_SIGNS.sub("", part) for part in a] == [_SIGNS.sub("", part) for part in b]
    if len(a) < 2 or len(b) < 2 or len(a) == len(b):
        return False
    short, long = (a, b) if len(a) < len(b) else (b, a)
    if short[0] == long[0] and short[-1] == long[-1]:
        return all(part in long for part in short)
    return len(short) > 1 and long[: len(short)] == short


def merge(words: list[Word], text: str, hits: list[NameHit]) -> list[Draft]:
    """Persons of a report from its name hits: full names first, then the surnames and first names."""
    drafts: list[Draft] = []
    within = [_nickname(words, text, hit) for hit in hits]
    hits = [
        h for h in hits if not any(s is not None and s.start < words[h.first].start < s.end for s in within)
    ]
    full = [hit for hit in hits if hit.last - hit.first > 1]
    for hit in full:
        parts = _parts(words, hit)
        draft = next((d for d in drafts if same_person(d.parts, parts)), None)
        other = next((d for d in drafts if any(same_person(alias, parts) for alias in d.aliases)), None)
        if draft is None and other is not None:
            _mention(words, text, other, hit, "short")
            continue
        if draft is None:
            draft = Draft(parts)
            drafts.append(draft)
        elif len(parts) > len(draft.parts):
            draft.lasts.append(draft.parts[-1])
            draft.parts = parts
        elif len(parts) > 1:
            draft.lasts.append(parts[-1])
        _mention(words, text, draft, hit, "name")
    for hit in hits:
        if hit.last - hit.first == 1:
            _single(words, text, drafts, hit)
    drafts.sort(key=lambda draft: min(mention.span.start for mention in draft.mentions))
    return drafts


def _parts(words: list[Word], hit: NameHit) -> tuple[str, ...]:
    return tuple(word.key for word in words[hit.first : hit.last])


def _mention(words: list[Word], text: str, draft: Draft, hit: NameHit, kind: MentionKind) -> None:
    quoted = _nickname(words, text, hit)
    last = words[hit.last - 1].end if quoted is None else quoted.end
    end = words[hit.outer_last - 1].end if quoted is None else quoted.end - 1
    draft.mentions.append(EntityMention(Span(words[hit.outer_first].start, end), kind))
    draft.hits.append(hit)
    if hit.outer_last > hit.last + 1 and words[hit.last].key in closed("alias_words"):
        draft.aliases.append(tuple(word.key for word in words[hit.last + 1 : hit.outer_last]))
    if kind == "name":
        draft.forms.append(" ".join(text[words[hit.first].start : last].split()))


def _nickname(words: list[Word], text: str, hit: NameHit) -> Span | None:
    """One quoted word right after a name: रमेश कुमार 'राजू', with its quotation marks."""
    found = _QUOTED.match(text, words[hit.last - 1].end)
    return Span(*found.span(1)) if found is not None else None


def _single(words: list[Word], text: str, drafts: list[Draft], hit: NameHit) -> None:
    """One word: the surname or first name of somebody named in full, else a person known by one name."""
    key = sound(words[hit.first].key)
    matching = [d for d in drafts if key in {sound(part) for part in d.short}]
    if matching:
        before = [d for d in matching if min(m.span.start for m in d.mentions) < words[hit.first].start]
        nearest = nearest_bearer(words, before or matching, words[hit.first].start)
        _mention(words, text, nearest, hit, "short")
        return
    parts = _parts(words, hit)
    draft = next((d for d in drafts if len(d.parts) == 1 and same_person(d.parts, parts)), None)
    if draft is None:
        draft = Draft(parts)
        drafts.append(draft)
    _mention(words, text, draft, hit, "name")


def nearest_bearer(words: list[Word], bearers: list[Draft], offset: int) -> Draft:
    """Whom a surname of several people means.

    The last one named in the paragraph, else who was named in full twice before, else the last one named.
    """
    start = bisect_left(words, offset, key=lambda word: word.start)
    line = words[start].line if start < len(words) else -1
    first = start
    while first > 0 and words[first - 1].line == line:
        first -= 1
    paragraph = words[first].start if first < len(words) else offset
    return max(
        bearers,
        key=lambda d: (
            max(_last_before(d, offset), paragraph - 1),
            _full_before(d, offset) > 1,
            _last_before(d, offset),
        ),
    )


def _full_before(draft: Draft, offset: int) -> int:
    return sum(mention.kind == "name" and mention.span.start < offset for mention in draft.mentions)


def _last_before(draft: Draft, offset: int) -> int:
    return max((mention.span.start for mention in draft.mentions if mention.span.start < offset), default=-1)
