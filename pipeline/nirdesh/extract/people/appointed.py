"""Titles that a sentence gives to persons away from them (क को … का संयोजक बनाया; अध्यक्ष पद पर ख)."""

from __future__ import annotations

from nirdesh.extract.lexis import closed
from nirdesh.extract.people.classes import announced_class
from nirdesh.extract.people.posts import PostSpan
from nirdesh.extract.people.runs import NameHit
from nirdesh.extract.people.served import opens_list, served
from nirdesh.extract.words import Word
from nirdesh.lexicon.quantity import quantity

_TRIGGER_WITHIN = 4
_GAPPED_WITHIN = 30
_HEADED_WORDS = 12
_TITLE_LINE = 8


class Appointments:
    """Finds the holders of one sentence's titles.

    Args:
        words: The text.
        hits: All names, in order.
        closing: Titles beside no name, or right after one: a list of names does not go on past them.
    """

    def __init__(self, words: list[Word], hits: list[NameHit], closing: list[PostSpan]) -> None:
        self.words = words
        self.hits = hits
        self.closing = closing
        self.starts = frozenset(hit.outer_first for hit in hits)

    def holders(self, post: PostSpan) -> list[NameHit]:
        """Names that the sentence gives the title to."""
        if post.role or self._acts(post):
            return []
        if self._counted(post):
            found = self._dashed(post) or self._among(post)
            return found or announced_class(self.words, self.hits, post)
        if post.plural:
            found = self._among(post) or self._listed(post) or self._headed(post)
            return found or announced_class(self.words, self.hits, post)
        contest = self._contest(post)
        if contest is not None:
            return contest
        told = served(self.words, self.hits, post)
        if told:
            return told
        if opens_list(self.words, self.starts, post):
            return self._following(post.last - 1)
        if self._phrase(post.last, closed("in_post")):
            list_after = self._following(post.last)
            given = self._before(post, marked=True) if list_after and self._after_link(post) else []
            if list_after:
                return given or list_after
        if self._phrase(post.last, closed("as_post")):
            following = self._next_hit(post.last + 3)
            if following is not None and following.outer_first <= post.last + 3:
                return [following]
        if self._phrase(post.last, closed("out_of_post")):
            return self._before(post, marked=True) or self._before(post, marked=False)
        trigger = self._trigger(post)
        if trigger is not None and (self._unreal(trigger) or self._wished(trigger)):
            return []
        if trigger is None:
            return self._charge(post) or self._announced(post) or self._headed(post)
        found = self._before(post, marked=True) or self._before(post, marked=False)
        found = found or self._charge(post) or self._headed(post) or self._announced(post)
        return found or announced_class(self.words, self.hits, post)

    def _acts(self, post: PostSpan) -> bool:
        """डीएम ने; जिम्मेदारी स्वयं डीएम संभालेंगे: who acts is given nothing."""
        after = self.words[post.last] if post.last < len(self.words) else None
        if after is None or self.words[post.last - 1].gap != "space":
            return False
        if after.key in closed("offices"):
            return True  # राज्यपाल सचिवालय के अवर सचिव
        himself = self.words[post.first - 1].key in closed("self") if post.first else False
        return after.key in closed("agent") or (himself and after.key in closed("human_verbs"))

    def _after_link(self, post: PostSpan) -> bool:
        """क को उपाध्यक्ष पद पर और ख को …: what follows is the next of a list."""
        index = post.last + 2
        return index < len(self.words) and self.words[index].key in closed("conjunctions")

    def _contest(self, post: PostSpan) -> list[NameHit] | None:
        """प्रधान के लिए क, सचिव के लिए ख निर्वाचित; None where the title is not contested so."""
        words = self.words
        index = post.last
        if index < len(words) and words[index].key in closed("post_nouns"):
            index += 1
        size = 2 if self._phrase(index, closed("for_post")) else 1
        if size == 1 and (index >= len(words) or words[index].key not in closed("for_post")):
            return None
        names = self._following(index + size - 2)
        if not names or names[0].outer_first > index + size + 1:
            return None
        tail = words[names[-1].outer_last : names[-1].outer_last + 2]
        rest = (word.key for word in words[post.last :] if word.sentence == words[post.first].sentence)
        won = any(key in closed("elected") for key in rest)
        return names if won and "".join(word.key for word in tail) not in closed("contest") else []

    def _dashed(self, post: PostSpan) -> list[NameHit]:
        """दो दंडाधिकारी सुरक्षित रखे गए हैं — क व ख: the names after the dash."""
        words = self.words
        sentence = words[post.first].sentence
        colon = next((n for n in range(post.last, min(len(words), post.last + _HEADED_WORDS))
                      if words[n].gap == "punct" and words[n].sentence == sentence), None)  # fmt: skip
        if colon is None:
            return []
        first = next((h for h in self.hits if h.outer_first == colon + 1), None)
        return self._following(colon - 1) if first is not None else []

    def _counted(self, post: PostSpan) -> bool:
        """पांच ब्लॉक अध्यक्ष: a number of holders, none of them named."""
        return post.first > 0 and quantity([self.words[post.first - 1].key])[1] > 0

    def _phrase(self, index: int, phrase: frozenset[str]) -> bool:
        """Whether the next two words, joined, are one of ``phrase`` (पद पर, के रूप)."""
        chunk = self.words[index : index + 2]
        if len(chunk) < 2 or self.words[index - 1].gap != "space":
            return False
        return "".join(word.key for word in chunk) in phrase

    def _trigger(self, post: PostSpan) -> int | None:
        """Index of the verb that gives the title: near it, or at the end of a list of such gifts."""
        words = self.words
        end = min(len(words), post.last + _GAPPED_WITHIN)
        for index in range(post.last, end):
            word = words[index]
            if word.sentence != words[post.first].sentence:
                return None
            near = index - post.last < _TRIGGER_WITHIN
            gapped = not near and word.key in closed("charge")
            if index == post.last and word.key in closed("being"):
                return None if self._among_others(post) else index
            attends = words[index - 1].key in closed("attending") and words[index - 1].gap == "space"
            becomes = near and word.key in closed("becoming") and not attends
            if gapped or word.key in closed("appointing") or becomes:
                return index
            if not near and not self._gapped(post, index):
                return None
        return None

    def _among_others(self, post: PostSpan) -> bool:
        """क, डीपीएम और सीडीपीओ थे; क समेत सभी पार्षद थे: the title is of others who were there."""
        before = self.words[post.first - 1] if post.first else None
        if before is None or before.key in closed("indefinite"):
            return before is not None
        near = [hit for hit in self.hits if hit.outer_last <= post.first]
        apart = bool(near) and self.words[near[-1].outer_last - 1].gap == "comma"
        return before.key in closed("conjunctions") and apart

    def _unreal(self, trigger: int) -> bool:
        """Whether the appointment is only thought possible (बनाया जा सकता है)."""
        following = self.words[trigger + 1 : trigger + _TRIGGER_WITHIN]
        return any(word.key in closed("unreal") for word in following)

    def _wished(self, trigger: int) -> bool:
        """क को मुख्यमंत्री बनाने का संकल्प, बनाने के लिए जुटें: what is only wished; thanks are for what was done."""
        words = self.words
        if words[trigger].key not in closed("to_make"):
            return False
        if self._phrase(trigger + 1, closed("for_post")):
            told = words[trigger + 3 : trigger + 3 + _TRIGGER_WITHIN]
            return all(word.key not in closed("thanks") for word in told)
        after = [word.key for word in words[trigger + 1 : trigger + 3]]
        return len(after) > 1 and after[0] in closed("genitive") and after[1] in closed("wishes")

    def _gapped(self, post: PostSpan, index: int) -> bool:
        """Whether another name with को stands before the verb (क को संयोजक, ख को सह संयोजक बनाया)."""
        return any(
            post.last <= hit.first < index + _TRIGGER_WITHIN
            and hit.outer_last < len(self.words)
            and self.words[hit.outer_last].key in closed("dative")
            for hit in self.hits
        )

    def _before(self, post: PostSpan, *, marked: bool) -> list[NameHit]:
        """Names left of the title: the nearest has को (or no case before होना), the others are its list."""
        words = self.words
        found: list[NameHit] = []
        for hit in reversed([h for h in self.hits if h.outer_last <= post.first]):
            end = found[-1].outer_first if found else post.first
            if words[hit.first].sentence != words[post.first].sentence or not self._linked(
                hit, end, bool(found)
            ):
                break
            if not found and not self._case_fits(hit, post, marked=marked):
                break
            found.append(hit)
        return found[::-1]

    def placed_before(self, post: PostSpan) -> list[NameHit]:
        """Names of a list, each at its place, that a title right after the last of them closes."""
        found = self._before(post, marked=False)
        placed = [hit for hit in found if self.words[hit.outer_first - 1].key in closed("slot_marks")]
        return found if len(found) > 1 and len(placed) == len(found) else []

    def _case_fits(self, hit: NameHit, post: PostSpan, *, marked: bool) -> bool:
        """को for a gift of a title, का with a noun of appointing (की नियुक्ति), no case before होना."""
        words = self.words
        case = words[hit.outer_last].key if hit.outer_last < len(words) else ""
        if not marked:
            of = case in closed("genitive") and words[hit.outer_last - 1].gap == "space"
            led = of and words[hit.outer_last + 1].key in closed("at_behest", "kin_roles", "relations")
            return case not in closed("actor_marks") and not led
        nominal = any(
            word.key in closed("nominal") for word in words[post.last : post.last + _TRIGGER_WITHIN]
        )
        return case in closed("dative") or (nominal and case in closed("genitive"))

    def _linked(self, hit: NameHit, end: int, listed: bool) -> bool:
        """Whether only area, field and list words stand between the name and what it is linked to."""
        words = self.words
        between = range(hit.outer_last, end)
        if len(between) > _HEADED_WORDS:
            return False
        if any(
            words[n].key in closed("clause") and (listed or words[n].key not in closed("agent"))
            for n in between
        ):
            return False
        if not listed:
            done = next((n for n in between if words[n].key in closed("appointing")), end)
            return all(words[n].gap != "comma" for n in range(done, end))  # क को अध्यक्ष चुना, सचिव ख को
        if any(p.first in between and p.last <= end and not p.role for p in self.closing):
            return False
        joined = words[hit.outer_last - 1].gap == "comma" or any(
            words[n].gap == "comma"
            or (words[n].key in closed("conjunctions") and words[n - 1].key not in closed("genitive"))
            for n in between
        )  # क की ओर से joins nobody
        return joined

    def _following(self, index: int) -> list[NameHit]:
        """The list of names after the title (उपाध्यक्ष पद पर क, ख व ग)."""
        found: list[NameHit] = []
        end = index + 2
        for hit in self.hits:
            if hit.first < index:
                continue
            between = self.words[end : hit.outer_first]
            if found and not _list_gap(self.words, end, hit.outer_first):
                break
            if not found and (
                len(between) > 1 or self.words[index].sentence != self.words[hit.first].sentence
            ):
                break
            found.append(hit)
            end = hit.outer_last
        return found

    def _among(self, post: PostSpan) -> list[NameHit]:
        """महासचिवों में क, ख और ग; जिलाध्यक्षों में सोनपुर में क, हरिपुर में ख: names to the end of the clause."""
        words = self.words
        if post.last + 1 >= len(words) or words[post.last].key not in closed("within_post"):
            return []
        sentence = words[post.first].sentence
        found: list[NameHit] = []
        end = post.last + 1
        for hit in (h for h in self.hits if h.first > post.last):
            between = words[end : hit.outer_first]
            near = words[hit.first].sentence == sentence and len(between) <= _TRIGGER_WITHIN
            if not near or hit.post is not None:
                break
            if any(word.key in closed("clause") or word.key in closed("contrast") for word in between):
                break
            if hit.outer_last < len(words) and words[hit.outer_last].key in closed("actor_marks"):
                break
            found.append(hit)
            end = hit.outer_last
        return found if len(found) > 1 else []

    def _listed(self, post: PostSpan) -> list[NameHit]:
        """मंडल अध्यक्षों की सूची में …: every name of the sentence after it."""
        chunk = {word.key for word in self.words[post.last : post.last + 3]}
        if not chunk & closed("list_nouns"):
            return []
        sentence = self.words[post.first].sentence
        after = [h for h in self.hits if h.first > post.last and self.words[h.first].sentence == sentence]
        return [h for h in after if h.post is None or h.post.role]

    def _charge(self, post: PostSpan) -> list[NameHit]:
        """शहर महामंत्री का प्रभार अब क देखेंगी; क को आयुक्त का अतिरिक्त प्रभार."""
        chunk = self.words[post.last : post.last + _TRIGGER_WITHIN]
        if not any(word.key in closed("charge") for word in chunk):
            return []
        if any(word.sentence != self.words[post.first].sentence for word in chunk[:1]):
            return []
        marked = self._before(post, marked=True) or self._taker(post)
        if marked:
            return marked
        following = self._next_hit(post.last)
        same = (
            following is not None and self.words[following.first].sentence == self.words[post.first].sentence
        )
        return [following] if following is not None and same else []

    def _taker(self, post: PostSpan) -> list[NameHit]:
        """क ने जिलाधिकारी का पदभार संभाला, क सोनपुर के जिलाधिकारी का पदभार संभालेंगे."""
        words = self.words
        chunk = words[post.last : post.last + 2 * _TRIGGER_WITHIN]
        if not any(word.key in closed("taking") for word in chunk):
            return []
        before = [h for h in self.hits if h.outer_last <= post.first]
        if not before or words[before[-1].first].sentence != words[post.first].sentence:
            return []
        case = words[before[-1].outer_last].key if before[-1].outer_last < len(words) else ""
        own = all(word.gap == "space" for word in words[before[-1].outer_last - 1 : post.first])
        bare = own and case not in closed("postpositions") | closed("conjunctions")
        return [before[-1]] if bare or case in closed("agent") else []

    def _headed(self, post: PostSpan) -> list[NameHit]:
        """निम्नानुसार प्रभारी नियुक्त किए गए: the names of the short rows below, two at least."""
        words = self.words
        index = self._line_end(post.first)
        rest = words[post.last : index]
        if any(word.sentence != words[post.first].sentence for word in rest) or not self._heads(post, rest):
            return []
        found: list[NameHit] = []
        rows = 0
        while index < len(words):
            end = self._line_end(index)
            inside = [hit for hit in self.hits if index <= hit.first < end]
            if not inside or end - index > _HEADED_WORDS or any(hit.post is not None for hit in inside):
                break
            found += inside
            rows += 1
            index = end
        return found if rows > 1 else []

    def _heads(self, post: PostSpan, rest: list[Word]) -> bool:
        """Whether the line says that what follows fills the post."""
        told = closed("below", "becoming", "appointing", "list_nouns")
        near = [*self.words[max(0, post.first - _TRIGGER_WITHIN) : post.first], *rest]
        line = [word for word in self.words if word.line == self.words[post.first].line]
        return any(word.key in told for word in near) or len(line) <= _TITLE_LINE

    def _line_end(self, index: int) -> int:
        line = self.words[index].line
        while index < len(self.words) and self.words[index].line == line:
            index += 1
        return index

    def _announced(self, post: PostSpan) -> list[NameHit]:
        """ब्लॉक अध्यक्ष इस प्रकार रहेंगे: क में ख, ग में घ."""
        words = self.words
        sentence = words[post.first].sentence
        chunk = [
            n
            for n in range(post.last, min(len(words), post.last + _TRIGGER_WITHIN))
            if words[n].sentence == sentence
        ]
        colon = next((n for n in chunk if words[n].gap in ("punct", "hyphen")), None)
        told = closed("below", "becoming", "appointing")
        if colon is None or not any(words[n].key in told for n in chunk):
            return []
        return [
            h for h in self.hits if h.first > colon and words[h.first].sentence == sentence and h.post is None
        ]

    def _next_hit(self, index: int) -> NameHit | None:
        return next((hit for hit in self.hits if hit.outer_first >= index), None)


def _list_gap(words: list[Word], end: int, start: int) -> bool:
    """Whether only a comma or a conjunction stands between two words."""
    if end == start:
        return words[end - 1].gap == "comma"
    return start == end + 1 and words[end].key in closed("conjunctions")


def plural_followers(words: list[Word], hits: list[NameHit], lead: NameHit) -> list[NameHit]:
    """Names that a plural title before ``lead`` covers as well (महामंत्री द्वय क, ख)."""
    found: list[NameHit] = []
    end = lead.outer_last
    for hit in hits:
        if hit.first < lead.first or hit is lead:
            continue
        if not _list_gap(words, end, hit.outer_first) or hit.post is not None:
            break
        found.append(hit)
        end = hit.outer_last
    return found
