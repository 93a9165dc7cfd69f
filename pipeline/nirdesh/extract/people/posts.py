"""Find post titles in a text (प्रदेश महामंत्री, प्रमुख सचिव कृषि, राष्ट्रीय टीम के सदस्य)."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from nirdesh.extract.lexis import (
    closed,
    first_like,
    may_begin,
)
from nirdesh.extract.people.fields import field_end
from nirdesh.extract.people.letters import abbreviates, initial_titles, letter_title, spaced_title
from nirdesh.extract.people.lone import alone, named, of_council
from nirdesh.extract.people.open_titles import open_end
from nirdesh.extract.people.title_names import (
    awaits,
    ends_name,
    own_titles,
    parted,
    past_body,
    ranked,
    trimmed,
)
from nirdesh.extract.people.title_words import COMPOUND, compound, may_open, row_heads, vocabulary
from nirdesh.extract.words import Word
from nirdesh.lexicon.names import honorifics
from nirdesh.lexicon.organisations import party_words
from nirdesh.lexicon.posts import PostGrammar, Title, post_grammar, titles

_LONGEST = 8
_BODY = 7
_NAME = 0.7


@dataclass(frozen=True, slots=True)
class PostSpan:
    """A title in the words ``first:last``.

    Attributes:
        title: As written, blanks evened out.
        group: The same for variants of one post (डीएम, जिलाधिकारी).
        kind: party, elected, admin, police, judicial or other.
        plural: The title stands for several holders.
        former: पूर्व, निवर्तमान or तत्कालीन stands before it.
        role: A word that announces a name but is no post (मुख्य अतिथि).
    """

    first: int
    last: int
    title: str
    group: str
    kind: str
    plural: bool = False
    former: bool = False
    role: bool = False


def find_posts(words: list[Word]) -> list[PostSpan]:
    """All titles, the longest reading first, none overlapping.

    Example:
        >>> from nirdesh.extract.words import scan
        >>> [p.title for p in find_posts(scan("बैठक में जिला महामंत्री एवं क्षेत्रीय प्रभारी राम लाल आए"))]
        ['जिला महामंत्री', 'क्षेत्रीय प्रभारी']
    """
    found: list[PostSpan] = []
    index = 0
    while index < len(words):
        if not may_open(words, index):
            index += 1
            continue
        span = _spaced_at(words, index) or _with_office(words, _title_at(words, index))
        span = span or _abbreviated_at(words, index)
        span = span or _role_at(words, index) or _open_at(words, index)
        if span is None or ends_name(words, span, found) or abbreviates(words, span.last):
            index += 1
            continue
        if of_council(words, span.last):
            index = span.last + 1
            continue
        found.append(span)
        index = span.last
    lettered = initial_titles(words, found)
    found = [span for span in found if span not in lettered and not awaits(words, span)]
    found = [part for span in found for part in parted(words, trimmed(words, span, found))]
    found = [_grouped(words, span) for span in found]
    found += _bare(words, found)
    found += _rowed(words, found)
    members = member_posts(words, found)
    found = [span for span in found if not any(m.first < span.last and span.first < m.last for m in members)]
    return sorted([*found, *members], key=lambda span: span.first)


def _bare(words: list[Word], found: list[PostSpan]) -> list[PostSpan]:
    """A head alone with ने where the text has the longer title (प्रखंड प्रमुख … प्रमुख ने)."""
    ends = {words[span.last - 1].key for span in found if span.last - span.first > 1}
    ends &= post_grammar().shortened
    return [
        PostSpan(index, index + 1, word.text, word.key, "other")
        for index, word in enumerate(words[:-1])
        if word.key in ends
        and word.gap == "space"
        and words[index + 1].key in closed("agent")
        and not any(span.first <= index < span.last for span in found)
    ]


def _rowed(words: list[Word], found: list[PostSpan]) -> list[PostSpan]:
    """A head that needs a word before it, where the text shows that it is a title by itself.

    So it is before a dash or colon at the head of a line (सदस्य - क, ख), and between a genitive and a
    name (शाखा की सलाहकार क ख).
    """
    grammar = post_grammar()
    ends = frozenset(span.last for span in found if not span.role)
    rowed = []
    for index, word in enumerate(words[:-1]):
        if word.key not in row_heads():
            continue
        head = grammar.plural_heads.get(word.key, word.key)
        if any(span.first <= index < span.last for span in found):
            continue
        before = index - 1 if index and words[index - 1].key in closed("rest_words") else index
        opens = before == 0 or words[before - 1].gap in ("line", "stop", "comma")
        if opens and head in grammar.bound and word.gap in ("punct", "hyphen") and named(words, index + 1):
            rowed.append(PostSpan(index, index + 1, head, head, "other", plural=True))
        elif index > 0 and alone(words, index, ends):
            rowed.append(PostSpan(index, index + 1, word.text, word.key, "other"))
    return rowed


def _text(words: list[Word], first: int, last: int) -> str:
    return " ".join(word.text for word in words[first:last])


def _reach(words: list[Word], index: int) -> int:
    """End of the words after ``index`` that no punctuation parts, a hyphen apart."""
    if not vocabulary(words[index].key):
        return index
    last = index + 1
    while last < len(words) and last - index < _LONGEST and words[last - 1].gap in ("space", "hyphen"):
        if not vocabulary(words[last].key) and words[last].key not in closed("genitive"):
            break
        last += 1
    return last


def _title_at(words: list[Word], index: int) -> PostSpan | None:
    grammar = post_grammar()
    for last in range(_reach(words, index), index, -1):
        keys = [word.key for word in words[index:last]]
        if last - index > 1 and keys[-1] in honorifics().before and keys[-2] in grammar.heads:
            continue  # मीत प्रधान | जत्थेदार क ख
        title, plural = _parse(keys, grammar)
        if title is None:
            continue
        rank = ranked(keys)
        if rank:
            last, plural = index + rank, False
            title = titles()[tuple(keys[:rank])]
        if keys[0] in grammar.verbal and tuple(keys[1:]) in titles() and tuple(keys) not in titles():
            return None  # प्रदर्शन कर तहसीलदार को
        end = _stand_in(words, field_end(words, index, last)) if not plural else last
        index = past_body(keys, index)
        former = bool(set(keys) & grammar.former)
        text = _text(words, index, end)
        if plural:
            text = f"{_text(words, index, last - 1)} {grammar.plural_heads[words[last - 1].key]}".strip()
        group = title.group if end == last else text
        return PostSpan(index, end, text, group, title.kind, plural, former)
    return None


def _stand_in(words: list[Word], last: int) -> int:
    """End of the title with who stands in for its holder (सरपंच प्रतिनिधि), or ``last``."""
    if (
        last >= len(words)
        or words[last - 1].gap != "space"
        or words[last].key not in post_grammar().stand_ins
    ):
        return last
    further = last + 1 < len(words) and words[last].gap == "space" and words[last + 1].key
    return last if further and further in post_grammar().unheld else last + 1


def _parse(keys: list[str], grammar: PostGrammar) -> tuple[Title | None, bool]:
    """Read ``keys`` as prefixes and a title."""
    table = titles()
    for start in range(len(keys)):
        if start and not _prefix(keys, start - 1, grammar):
            return None, False
        tail = tuple(keys[start:])
        plural = tail[-1] in grammar.plural_heads and tail not in table
        if plural:
            tail = (*tail[:-1], grammar.plural_heads[tail[-1]])
        known = table.get(tail)
        if known is not None and known.kind == "elected" and start and keys[start - 1] in own_titles():
            return None, False  # प्रधान | सांसद क ख
        fits = known is not None and (
            tail[-1] not in grammar.bound
            if len(tail) == 1
            else all(key in grammar.levels for key in keys[:start])
        )
        if known is not None and fits:
            modifiers = [k for k in keys[:start] if k not in grammar.former and k not in grammar.acting]
            group = known.group if not modifiers else " ".join([*modifiers, known.group])
            return known._replace(group=group), plural
        if len(tail) == 1 and tail[0].endswith(COMPOUND) and len(tail[0]) > len(COMPOUND) + 1:
            return Title("party", "any", tail[0], " ".join([*keys[:start], tail[0]])), plural
        if len(tail) == 1 and compound(tail[0]):
            return Title("other", "any", tail[0], " ".join([*keys[:start], tail[0]])), plural
        if len(tail) == 1 and tail[0] in grammar.heads and _bound_enough(keys[:start], tail[0], grammar):
            return Title("other", "any", tail[0], " ".join([*keys[:start], tail[0]])), plural
    return None, False


def _prefix(keys: list[str], index: int, grammar: PostGrammar) -> bool:
    key = keys[index]
    if index and key in party_words():
        return True
    if index and key in grammar.former:
        return False  # प्रभारी पूर्व विधायक क ख: two titles
    if key in grammar.inner:
        left = keys[index - 1] if index else ""
        return (
            bool(left) and left in grammar.prefixes and left not in grammar.heads and (left,) not in titles()
        )
    return key in grammar.prefixes


def _bound_enough(prefixes: list[str], head: str, grammar: PostGrammar) -> bool:
    if head not in grammar.bound:
        return True
    return any(key not in grammar.weak and key not in grammar.inner for key in prefixes)


def _with_office(words: list[Word], span: PostSpan | None) -> PostSpan | None:
    """The title with the letters after it that name its office (निदेशक एनईपी राम लाल)."""
    if span is None or span.last >= len(words) or words[span.last - 1].gap != "space":
        return span
    known = (words[span.last].key,) in titles()
    return replace(span, last=span.last + 1) if not known and letter_title(words, span.last) else span


def _spaced_at(words: list[Word], index: int) -> PostSpan | None:
    """A known short title with its letters apart (एस डी एम)."""
    spaced = spaced_title(words, index)
    if spaced is None:
        return None
    last, known = spaced
    former = index > 0 and words[index - 1].key in post_grammar().former and words[index - 1].gap == "space"
    text = _text(words, index - former, last)
    return PostSpan(index - former, last, text, known.group, known.kind, former=former)


def _abbreviated_at(words: list[Word], index: int) -> PostSpan | None:
    """A title written as letter names that no list has, before a name (एपीओ राम लाल)."""
    word = words[index]
    return PostSpan(index, index + 1, word.text, word.key, "admin") if letter_title(words, index) else None


def _open_at(words: list[Word], index: int) -> PostSpan | None:
    """A title with nouns that no list has, beside a name."""
    last = open_end(words, index)
    text = _text(words, index, last)
    return PostSpan(index, last, text, text, "other") if last else None


def _grouped(words: list[Word], span: PostSpan) -> PostSpan:
    """Read the level from the body before a bare head (जिला कांग्रेस कमेटी के अध्यक्ष: जिला अध्यक्ष)."""
    if (
        span.last - span.first > 1
        or span.role
        or span.first < 2
        or words[span.first - 1].key not in closed("genitive")
    ):
        return span
    for index in range(span.first - 2, max(-1, span.first - _BODY), -1):
        if words[index].gap != "space":
            return span
        if words[index].key in post_grammar().body_levels:
            known = titles().get((words[index].key, words[span.first].key))
            return replace(span, group=known.group) if known else span
    return span


def _role_at(words: list[Word], index: int) -> PostSpan | None:
    for last in range(min(_reach(words, index), index + 3), index, -1):
        if tuple(word.key for word in words[index:last]) in post_grammar().roles:
            if last == index + 1 and _first_name(words, index):
                return None
            text = _text(words, index, last)
            return PostSpan(index, last, text, text, "other", role=True)
    return None


def _first_name(words: list[Word], index: int) -> bool:
    """Whether a noun that announces names begins one here (कप्तान सिंह)."""
    if index + 1 >= len(words) or words[index].gap != "space" or not may_begin(words[index].key):
        return False
    after = words[index + 1].key
    return after in closed("sure_seconds") and not first_like(after)


@lru_cache(maxsize=1)
def _members() -> frozenset[str]:
    return frozenset(post_grammar().bound)


def member_posts(words: list[Word], taken: list[PostSpan]) -> list[PostSpan]:
    """Titles of members of a body, which no single word shows (राष्ट्रीय टीम के सदस्य, जिला परिषद की सदस्य)."""
    grammar = post_grammar()
    found = []
    for index, word in enumerate(words):
        if word.key not in _members() or index < 2 or words[index - 1].key not in closed("genitive"):
            continue
        if words[index - 2].key not in grammar.bodies or any(
            span.first <= index < span.last for span in taken
        ):
            continue
        first = index - 2
        while first > 0 and words[first - 1].key in grammar.prefixes and words[first - 1].gap == "space":
            first -= 1
        if any(n.gap != "space" for n in words[first:index]):
            continue
        text = _text(words, first, index + 1)
        found.append(PostSpan(first, index + 1, text, text, "other"))
    return found
