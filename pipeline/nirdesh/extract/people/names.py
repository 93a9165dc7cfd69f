"""Collect the places where a report names a person, by structure first and by name lists second."""

from __future__ import annotations

from collections import Counter

from nirdesh.extract.lexis import (
    closed,
    first_like,
    may_begin,
    name_share,
    place_like,
    surname_like,
    unknown,
)
from nirdesh.extract.people.ends import follows_name
from nirdesh.extract.people.posts import PostSpan
from nirdesh.extract.people.respect import skip_honorifics
from nirdesh.extract.people.rows import (
    aged,
    cell_of_place,
    ends_single,
    paired,
    past_bracket,
    past_given,
    quoted,
    single_slot,
    told_of,
    town_before_name,
)
from nirdesh.extract.people.runs import (
    Marks,
    NameHit,
    at_place,
    begins,
    namey,
    opens,
    run_end,
    run_score,
    split_run,
    weak_run,
)
from nirdesh.extract.people.segment import initials
from nirdesh.extract.people.singles import (
    given_before,
    held_before,
    its_place,
    known_single,
    listed_next,
    listed_singles,
    singles,
)
from nirdesh.extract.people.things import of_thing, shrine
from nirdesh.extract.regions.latin import any_matches
from nirdesh.lexicon.names import honorifics
from nirdesh.lexicon.posts import post_grammar, post_words

_MAX_ITEM = 4
_TITLE_GAPS = ("space", "bracket", "hyphen", "punct")
_FREE = 2.75
_ROLE, _ITEM, _KIN = 1.8, 1.5, 1.2
_SINGLE = 0.8
_SLOT, _SLOT_WORDS = 1.2, 3
_PAIR = 2  # an unlisted word and a name
_HALF = 0.5


class Names:
    """The name hits of one text; hits never overlap."""

    def __init__(self, marks: Marks, posts: list[PostSpan]) -> None:
        self.marks = marks
        self.words = marks.words
        self.posts = posts
        self.hits: list[NameHit] = []
        self.taken = [False] * len(marks.words)

    def collect(self) -> list[NameHit]:
        """All hits in order of the text."""
        for post in self.posts:
            if not post.role:
                self._after_post(post)
        for index, word in enumerate(self.words):
            if word.key in honorifics().before and not self.taken[index]:
                self._after_honorific(index)
        for post in self.posts:
            if post.role:
                self._after_post(post)
        self._free()
        self._slots()
        for index in (*singles(self.marks, self.posts), *listed_singles(self.marks)):
            if not self.taken[index]:
                self._add(index, index + 1, index, None, "single")
        while self._lists():
            pass
        return sorted(self.hits, key=lambda hit: hit.first)

    def _add(self, first: int, last: int, start: int, post: PostSpan | None, rule: str) -> None:
        if of_thing(self.words, first, last, post):
            return
        outer = self._outer(last)
        respected = outer > last or any(self.words[n].key in honorifics().before for n in range(start, first))
        self.hits.append(NameHit(first, last, start, outer, respected, post, rule))
        for index in range(start, outer):
            self.taken[index] = True

    def _outer(self, last: int) -> int:
        """End of the name with जी, or with another name of the person (सोनू उर्फ कालू)."""
        words = self.words
        if last + 1 > len(words) - 1 or words[last - 1].gap != "space":
            return last + 1 if self._respect(last) else last
        if words[last].key in closed("alias_words") and words[last].gap == "space":
            return max(last, self._free_end(last + 1)) if namey(self.marks, last + 1) else last
        return last + 1 if self._respect(last) else last

    def _respect(self, last: int) -> bool:
        words = self.words
        return last < len(words) and words[last - 1].gap == "space" and words[last].key in honorifics().after

    def _free_end(self, first: int, *, respected: bool = False, titled: bool = False) -> int:
        last = run_end(self.marks, first, respected=respected, titled=titled)
        for index in range(first, last):
            if self.taken[index]:
                return index
        return last

    def _after_post(self, post: PostSpan) -> None:
        words = self.words
        index = post.last
        if index >= len(words) or words[index - 1].gap not in _TITLE_GAPS:
            return
        if all(word.gap != "bracket" for word in words[post.first : index - 1]):  # एसडीएम (सिविल) क ख
            index = past_bracket(words, index)
        index = past_given(words, index)
        if index < len(words) and words[index].key in post_grammar().unheld:
            return
        while (
            index < len(words) - 1
            and self.marks.label[index] in ("organisation", "region")
            and (words[index].gap == "space" or paired(self.marks, index))
        ):
            if self.marks.label[index] == "region" and words[index + 1].key in closed("postpositions"):
                return
            index += 1
        if self._area(index, post):
            index += 1
        start = index
        index = skip_honorifics(words, index)
        respected = index > start
        if words[post.last - 1].gap == "punct" and (post.role or not self._row(post)):
            return
        titled = not post.role
        last = self._free_end(index, respected=respected, titled=titled) if index < len(words) else index
        fits = last > index and (respected or self._fits_post(index, last, post))
        if not fits and last - index <= 1 and titled and self._called(index, post, common=last == index):
            self._add(index, index + 1, start, post, "post")
        if not fits:
            return
        single = not post.plural
        self._add_run(index, last, start, post, "role" if post.role else "post", single=single)

    def _row(self, post: PostSpan) -> bool:
        """Whether the title opens a line or a list item, as in अध्यक्ष: क ख, सचिव: ग घ."""
        before = self.words[post.first - 1] if post.first else None
        return before is None or before.gap in ("line", "comma", "stop", "punct")

    def _area(self, index: int, post: PostSpan) -> bool:
        """एसडीएम जोशीमठ क ख: a place between the title and the name."""
        words = self.words
        lettered = words[index].dotted or self.marks.letters[index]
        if index + 2 >= len(words) or words[index].gap != "space" or lettered:
            return False
        if words[index].key in closed("area_words") and namey(self.marks, index + 1):
            return True
        if not namey(self.marks, index):
            return False
        key, after = words[index].key, words[index + 1].key
        if after in honorifics().before and not first_like(key) and namey(self.marks, index + 2):
            return True
        whole = first_like(key) and surname_like(after) and not first_like(after)  # जूनियर इंजीनियर कृष्णा पूनिया
        town = any_matches(words[index].text, dateline=False) and name_share(key) <= 0.5
        if _over(post) and town and not whole:
            return namey(self.marks, index + 1) or opens(self.marks, index + 1)  # एसडीएम करसोग क ख
        if _over(post) and town_before_name(words, index):
            return True  # अभियंता अयोध्या क ख
        if self.marks.seen[index] and self.marks.seen[index + 1] and unknown(key) and not place_like(key):
            return False  # the model sees one name
        stranger = place_like(key) or (unknown(key) and not initials(words[index].text))
        if not stranger or first_like(key) or not first_like(after) or not namey(self.marks, index + 1):
            return False
        return place_like(key) or (words[index + 1].gap == "space" and namey(self.marks, index + 2))

    def _fits_post(self, first: int, last: int, post: PostSpan) -> bool:
        if post.role:
            return self._fits_role(first, last, post)
        if last - first == 1:
            key = self.words[first].key
            if initials(self.words[first].text):
                return False
            if self.words[first].gap == "bracket" and self.words[post.first - 1].gap == "bracket":
                return False  # क ख (ब्लॉक अध्यक्ष सोनपुर)
            town = place_like(key) or (
                _over(post) and bool(any_matches(self.words[first].text, dateline=False))
            )
            if its_place(self.marks, post, first):
                return False
            if (
                self.marks.seen[first]
                and not town
                and not (_over(post) and cell_of_place(self.words, post, last))
            ):
                return True
            if given_before(self.words, post) or (
                held_before(self.marks, post) and not listed_next(self.marks, post, first)
            ):
                return False
            if (
                _over(post)
                and town
                and not (last < len(self.words) and self.words[last].key in closed("agent"))
            ):
                return False  # थाना प्रभारी सागर
            if unknown(key):
                # After an office that is over an area one unknown word is the area (थाना प्रभारी नटेरन).
                acts = last < len(self.words) and self.words[last].key in closed("agent")
                return ends_single(self.words, last) and (not _over(post) or (acts and not town))
            return name_share(key) >= 0.5
        if weak_run(self.words, first, last) or all(self.marks.seen[first:last]):
            return True
        return unknown(self.words[first].key) and quoted(self.words, last)

    def _called(self, index: int, post: PostSpan, *, common: bool) -> bool:
        """एसडीएम कविता ने, सिपाही आकाश को: an ordinary word that is a first name, alone behind a title."""
        if index >= len(self.words) - 1 or self.marks.label[index] or self.taken[index]:
            return False
        word, after = self.words[index], self.words[index + 1].key
        low = self.words[post.last - 1].key in post_grammar().single_named
        barred = (word.key in post_words() and not low) or word.key in honorifics().after  # डीएम साहब
        if barred or not (low or common) or not may_begin(word.key) or not first_like(word.key):
            return False
        ends = closed("agent", "dative", "conjunctions") if low else closed("agent")
        return word.gap == "comma" or (word.gap == "space" and after in ends)

    def _fits_role(self, first: int, last: int, post: PostSpan) -> bool:
        kin = self.words[post.first].key in closed("kin_roles")
        if last - first > 1:
            return run_score(self.marks, first, last) >= (_KIN if kin else _ROLE)
        key = self.words[first].key
        known = first_like(key) and name_share(key) >= _SINGLE and not place_like(key)
        return kin and known and (follows_name(self.words, last) or told_of(self.words, last))

    def _after_honorific(self, index: int) -> None:
        first = skip_honorifics(self.words, index)
        if first == index or first >= len(self.words) or self.words[first - 1].line != self.words[first].line:
            return
        if self.words[first].key in honorifics().after or self.marks.label[index] == "region":
            return  # मौलाना साहब, संत कबीर नगर
        last = self._free_end(first, respected=True)
        if last == first + 1 and self._respect(last) and shrine(self.words, last + 1):
            return
        if last > first and (weak_run(self.words, first, last) or follows_name(self.words, last)):
            before = [
                p
                for p in self.posts
                if p.role and (p.first == index or (p.last == index and self.words[index - 1].gap == "space"))
            ]
            self._add_run(first, last, index, before[0] if before else None, "honorific", single=True)

    def _add_run(
        self, first: int, last: int, start: int, post: PostSpan | None, rule: str, *, single: bool
    ) -> None:
        if last - first <= 3 and single:
            self._add(first, last, start, post, rule)
            return
        for number, (a, b) in enumerate(split_run(self.words, first, last, single=False)):
            lead = number == 0
            holder = post if post is not None and (lead or post.plural) else None
            self._add(a, b, start if lead else a, holder, rule if lead else "run")

    def _free(self) -> None:
        """Full names that the lists alone show, and single well-known names with ने or जी."""
        index = 0
        while index < len(self.words):
            if self.taken[index] or not begins(self.marks, index):
                index += 1
                continue
            last = max(self._free_end(index), index + 1)
            if last - index > 1:
                self._free_run(index, last)
            self._free_single(index, last)
            index = last

    def _free_run(self, first: int, last: int) -> None:
        bare = skip_honorifics(self.words, first)
        if bare < last - 1 and self.words[bare - 1].key not in honorifics().kept:
            start, first = first, bare  # बीबी क ख
        else:
            start = first
        parts = split_run(self.words, first, last, single=last - first <= 3)
        for a, b in parts:
            if b - a > 1 and run_score(self.marks, a, b) >= _FREE:
                self._add(a, b, start if a == first else a, None, "lists")

    def _free_single(self, first: int, last: int) -> None:
        """A well-known name alone, after an unlisted word (संकल्पित | सावित्री ने) or before a place."""
        if any(self.taken[first:last]):
            return
        strange = last - first == _PAIR and name_share(self.words[first].key) <= _HALF
        if (last - first == 1 or strange) and known_single(self.marks, self.posts, last - 1):
            self._add(last - 1, last, last - 1, None, "single")
        elif last - first > 1 and aged(self.marks, first):
            self._add(first, first + 1, first, None, "single")

    def _slots(self) -> None:
        """Names at places of a list of which one is sure (सोनपुर में क ख, हरिपुर में ग घ)."""
        sure = [hit for hit in self.hits if at_place(self.marks, hit.outer_first)]
        sentences = Counter(self.words[hit.first].sentence for hit in sure)
        for index, word in enumerate(self.words):
            if word.sentence in sentences and not self.taken[index] and at_place(self.marks, index):
                last = self._free_end(index)
                fits = 1 < last - index <= _SLOT_WORDS and follows_name(self.words, last)
                if (fits and run_score(self.marks, index, last) >= _SLOT) or single_slot(
                    self.marks, index, max(last, index + 1), sentences[word.sentence]
                ):
                    self._add(index, max(last, index + 1), index, None, "slot")

    def _lists(self) -> bool:
        """One more list item beside every name; whether any was found."""
        before = len(self.hits)
        for hit in list(self.hits):
            self._item_after(hit)
            self._item_before(hit)
        return len(self.hits) > before

    def _item_after(self, hit: NameHit) -> None:
        words = self.words
        index = hit.outer_last
        if index >= len(words):
            return
        if words[index - 1].gap == "space" and words[index].key in closed("conjunctions"):
            index += 1
        elif words[index - 1].gap != "comma":
            return
        if index >= len(words) or self.taken[index] or self.marks.label[index] in ("post", "organisation"):
            return
        first = skip_honorifics(words, index)
        if first >= len(words):
            return
        last = self._free_end(first)
        if self._item_fits(first, last):
            self._add_run(first, last, index, None, "list", single=last - first <= _MAX_ITEM - 1)

    def _item_before(self, hit: NameHit) -> None:
        words = self.words
        last = hit.outer_first
        if hit.post is not None and hit.post.last <= last:
            last = hit.post.first
        if last > 0 and words[last - 1].key in closed("conjunctions") and words[last - 1].gap == "space":
            last -= 1
            if last == 0 or words[last - 1].gap not in ("space", "comma"):
                return
        elif last == 0 or words[last - 1].gap != "comma":
            return
        if words[last - 1].key in honorifics().after:
            last -= 1
        first = last
        while (
            first > 0
            and last - first < _MAX_ITEM
            and not self.taken[first - 1]
            and namey(self.marks, first - 1)
        ):
            if first < last and words[first - 1].gap != "space":
                break
            first -= 1
        if first < last and self._item_fits(first, last):
            self._add_run(first, last, first, None, "list", single=last - first <= _MAX_ITEM - 1)

    def _item_fits(self, first: int, last: int) -> bool:
        words = self.words
        if last <= first or any(self.taken[first:last]):
            return False
        if any(self.marks.label[n] == "region" for n in range(first, last)):
            return False
        if all(place_like(word.key) and name_share(word.key) < 0.6 for word in words[first:last]):
            return False
        if not follows_name(words, last) and words[last].key not in closed("copula"):
            return False
        if last - first == 1:
            closed_off = words[last - 1].gap != "space" or words[last].key not in closed("postpositions")
            named = closed_off or words[last].key in closed("item_ends")
            return named and name_share(words[first].key) >= 0.7 and not place_like(words[first].key)
        return run_score(self.marks, first, last) >= _ITEM


def _over(post: PostSpan) -> bool:
    """Whether the title is one over an area (एसडीएम, थाना प्रभारी)."""
    return post.kind in ("admin", "police")
